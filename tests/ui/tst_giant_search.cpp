// A picture of 900 megapixels, 3.6 GB in memory as it is: searched by within the limit of memory.

#include "core/base/file.h"
#include "tests/support/image_files.h"
#include "tests/support/memory.h"
#include "tests/ui/similar_fixture.h"
#include "ui/shell/banner.h"

#include <QTest>

using namespace biomedica;

class TestGiantSearch : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const int side = test::isSanitized ? 9'000 : 30'000;
        const test::JpegSpec spec{side, side, test::JpegColours::Grey, false, false, {}};
        const std::string bytes = test::jpeg(spec, [side](int y) {
            return std::string(static_cast<std::size_t>(side), y < side / 2 ? '\x20' : '\xe0');
        });
        const std::filesystem::path file = m_fixture.folder() / "giant.jpg";
        QVERIFY(writeFileDurably(file, bytes).has_value());
        m_file = QString::fromStdString(file.string());
        QVERIFY(m_fixture.makeVectors());
    }

    void giantIsSearchedFor_data()
    {
        QTest::addColumn<test::Way>("way");
        for (const auto& [name, way] : test::ways)
            QTest::newRow(name) << way;
    }

    void giantIsSearchedFor()
    {
        QFETCH(test::Way, way);
        constexpr std::int64_t mostTaken = 400'000'000; // the decoder's 200 MB, and the window's own pictures
        QVERIFY(m_fixture.ask("cells"));
        const std::int64_t before = test::residentMemory();
        QVERIFY(m_fixture.bring({m_file}, way));
        QCOMPARE(m_fixture.chips(), QStringList(QStringLiteral("like giant.jpg")));
        QVERIFY(m_fixture.queryText().starts_with("cells "));
        QVERIFY2(m_fixture.window().banner()->text().isEmpty(), qPrintable(m_fixture.window().banner()->text()));
        QVERIFY(test::isSanitized || test::peakMemory() - before < mostTaken);
    }

private:
    test::SimilarFixture m_fixture;
    QString m_file;
};

QTEST_MAIN(TestGiantSearch)
#include "tst_giant_search.moc"
