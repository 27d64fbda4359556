#include "core/shards/metadata.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

using namespace biomedica;

class TestMetadata : public QObject {
    Q_OBJECT

private slots:
    void datesOfEveryFormGiveTheYear_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("year");
        QTest::newRow("seconds") << "1577836800" << 2020;
        QTest::newRow("last second of a year") << "1577836799" << 2019;
        QTest::newRow("before 1970") << "-86400" << 1969;
        QTest::newRow("words") << "2003 10 18" << 2003;
        QTest::newRow("year alone") << "2003" << 2003;
        QTest::newRow("iso") << "1998-05-01" << 1998;
        QTest::newRow("nothing") << "" << 0;
        QTest::newRow("text") << "in press" << 0;
        QTest::newRow("absurd") << "9223372036854775807" << 0;
    }
    void datesOfEveryFormGiveTheYear()
    {
        QFETCH(QString, date);
        QFETCH(int, year);
        QCOMPARE(shards::yearOf(date.toStdString()).value_or(0), year);
    }

    void licencesLoseTheirVersionOnly()
    {
        QCOMPARE(shards::licenseWithoutVersion("CC BY 4.0"), std::string("CC BY"));
        QCOMPARE(shards::licenseWithoutVersion("CC BY-NC-ND 3.0"), std::string("CC BY-NC-ND"));
        QCOMPARE(shards::licenseWithoutVersion("CC0"), std::string("CC0"));
        QCOMPARE(shards::licenseWithoutVersion("none stated"), std::string("none stated"));
    }

    void noneAndNullAreMissing()
    {
        json::Value value = test::metadata("PMC1", "fig1");
        value["article_journal"] = "None";
        value["article_title"] = nullptr;
        value["article_mesh_terms"] = "Mice";
        value["image_primary_label"] = {"Maps", "None", "Maps"};
        EXPECT_VALUE(const auto figure, shards::MetadataReader().read(json::toAsciiText(value)));
        QCOMPARE(figure.article.journal, std::string());
        QCOMPARE(figure.article.title, std::string());
        QVERIFY((figure.article.mesh == std::vector<std::string>{"Mice"}));
        QVERIFY((figure.imported[Question::Primary] == Answer{"Maps"}));
        QCOMPARE(figure.width, 16u);
    }

    void mentionsAreThisFiguresWithoutMarkup()
    {
        json::Value value = test::metadata("PMC1", "fig1");
        value["image_context"] = {{"fig1.jpg", {"see <xref ref-type=\"fig\">Figure 1</xref>, p < 0.05"}},
                                  {"fig2", {"other"}}};
        EXPECT_VALUE(const auto figure, shards::MetadataReader().read(json::toAsciiText(value)));
        QVERIFY((figure.mentions == std::vector<std::string>{"see Figure 1, p < 0.05"}));
    }

    void identityIsArticleImageAndFigureIndex()
    {
        EXPECT_VALUE(auto figure, shards::MetadataReader().read(json::toAsciiText(test::metadata("PMC7", "a-b.g001"))));
        const auto id = shards::identify("batch_0-PMC7-3-a-b.g001", figure);
        QVERIFY(id);
        QVERIFY(shards::identify("other_batch-PMC7-3-a-b.g001", figure) == id);
        QVERIFY(shards::identify("batch_0-PMC7-4-a-b.g001", figure) != id);
        QVERIFY(!shards::identify("batch_0-PMC8-3-a-b.g001", figure));
        figure.imageId.clear();
        QVERIFY(!shards::identify("batch_0-PMC7-3-a-b.g001", figure));
        QVERIFY(shards::identifyByBytes("000000", "x") != shards::identifyByBytes("000000", "y"));
    }
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
