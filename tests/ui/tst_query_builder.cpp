// A search put together from conditions, and how much thumbnails may take.

#include "tests/ui/window_fixture.h"
#include "ui/search/querybuilder.h"
#include "ui/search/searchbar.h"
#include "ui/shell/cachesettings.h"
#include "ui/shell/topbar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestQueryBuilder : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture = std::make_unique<test::WindowFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void conditionsBecomeTheSearch()
    {
        QueryBuilder* builder = openBuilder();
        QCOMPARE(builder->rows().size(), 1);
        QTRY_COMPARE(builder->countText(), QStringLiteral("60 figures match"));
        choose(builder->rows().first()->test(), QStringLiteral("has all of the words"));
        QTest::keyClicks(builder->rows().first()->text(), QStringLiteral("cells"));
        builder->addButton()->click();
        CriterionRow* second = builder->rows().last();
        choose(second->subject(), QStringLiteral("Key"));
        choose(second->test(), QStringLiteral("is"));
        QTest::keyClicks(second->text(), QStringLiteral("%1; %2").arg(key(1), key(2)));
        QTRY_COMPARE(builder->countText(), QStringLiteral("2 figures match"));
        const QString text = builder->queryText();
        QTest::keyClick(second->text(), Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<QueryBuilder*>());
        QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 2);
        QCOMPARE(QString::fromStdString(query::toText(window().queries().query())), text);
    }

    void itBeginsWithTheSearchAsItIs()
    {
        window().queries().setQuery(query::parse("cells year:2000.. -has:mesh").value());
        QueryBuilder* builder = openBuilder();
        QCOMPARE(builder->rows().size(), 3);
        QCOMPARE(builder->rows()[1]->low()->text(), QStringLiteral("2000"));
        QCOMPARE(builder->queryText(), QStringLiteral("cells year:2000.. -has:mesh"));
        builder->rows()[0]->removeButton()->click();
        QCOMPARE(builder->queryText(), QStringLiteral("year:2000.. -has:mesh"));
        builder->join()->setCurrentIndex(1);
        QCOMPARE(builder->queryText(), QStringLiteral("year:2000.. OR -has:mesh"));
    }

    void aMistakeIsSaidBelowItsLineAndCannotBeSearched()
    {
        QueryBuilder* builder = openBuilder();
        choose(builder->rows().first()->subject(), QStringLiteral("Year"));
        QTest::keyClicks(builder->rows().first()->low(), QStringLiteral("soon"));
        QVERIFY(!builder->searchButton()->isEnabled());
        builder->rows().first()->low()->setText(QStringLiteral("1990"));
        QVERIFY(builder->searchButton()->isEnabled());
    }

    void theLastLineGivesPlaceToAnEmptyOne()
    {
        QueryBuilder* builder = openBuilder();
        builder->rows().first()->text()->setText(QStringLiteral("cells"));
        builder->rows().first()->removeButton()->click();
        QCOMPARE(builder->rows().size(), 1);
        QCOMPARE(builder->queryText(), QString());
    }

    void limitsOfThumbnailsHoldAtOnceAndStay()
    {
        window().actions()[ActionId::Settings]->trigger();
        auto* settings = window().findChild<CacheSettings*>();
        QVERIFY(settings);
        QTRY_COMPARE(settings->usageText(), QStringLiteral("nothing on disk"));
        workspace::Workspace& workspace = *window().session().workspace();
        workspace.thumbnailCache().add(1, std::string(5 * CacheLimits::megabyte, 'x'));
        settings->disk()->setValue(20);
        QTRY_COMPARE(settings->usageText(), QStringLiteral("5.0 MB on disk"));
        settings->disk()->setValue(1);
        QTRY_COMPARE(settings->usageText(), QStringLiteral("nothing on disk"));
        settings->memory()->setValue(512);
        QVERIFY((window().session().cacheLimits() == CacheLimits{512, 1}));
        m_fixture->close();
        QVERIFY(m_fixture->open());
        QVERIFY((window().session().cacheLimits() == CacheLimits{512, 1}));
    }

    void whatIsKeptCanBeGivenBack()
    {
        workspace::Workspace& workspace = *window().session().workspace();
        workspace.thumbnailCache().add(1, std::string(5'000, 'x'));
        window().actions()[ActionId::Settings]->trigger();
        auto* settings = window().findChild<CacheSettings*>();
        QTRY_VERIFY(settings->emptyButton()->isEnabled());
        settings->emptyButton()->click();
        QTRY_COMPARE(settings->usageText(), QStringLiteral("nothing on disk"));
        QCOMPARE(workspace.thumbnailCache().size(), 0);
    }

private:
    MainWindow& window() { return m_fixture->window(); }
    QString key(int number)
    {
        const auto row = window().queries().result()->rowAt(static_cast<std::size_t>(number));
        return QString::fromStdString(window().session().workspace()->summary(row).value().key);
    }

    QueryBuilder* openBuilder()
    {
        window().actions()[ActionId::BuildSearch]->trigger();
        return window().findChild<QueryBuilder*>();
    }

    static void choose(QComboBox* box, const QString& text)
    {
        const int index = box->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        box->setCurrentIndex(index);
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

QTEST_MAIN(TestQueryBuilder)
#include "tst_query_builder.moc"
