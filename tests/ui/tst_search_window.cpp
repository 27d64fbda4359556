// Search field, filters, order, and the way back.

#include "tests/ui/window_fixture.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/shell/banner.h"
#include "ui/shell/topbar.h"

#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestSearching : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void typingSearches();
    void mistakeIsShownInPlace();
    void facetClickBecomesText();
    void modifiersAddAndExclude();
    void backAndForwardGoThroughViews();
    void typedTextStaysAsTyped();
    void emptyResultSaysWhatToDo();
    void orderIsKeptWhileSearching();
    void escapeGivesTheOldQueryBack();

private:
    MainWindow& window() { return m_fixture->window(); }
    SearchField* field() { return window().topBar()->search()->field(); }
    std::size_t found() { return window().queries().result()->size(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    void click(const QString& value, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    std::string queryText() { return query::toText(window().queries().query()); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestSearching::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(30);
    QVERIFY(m_fixture->open());
    field()->setFocus();
    QTRY_VERIFY(field()->hasFocus());
}

void TestSearching::click(const QString& value, Qt::KeyboardModifiers modifiers)
{
    FacetView* view = window().workbench()->facets()->view();
    QModelIndex index;
    QTRY_VERIFY((index = view->model()->index(0, 0), window().workbench()->facets()->isSettled()));
    const QModelIndexList hits = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, value, 1,
                                                      Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!hits.isEmpty());
    view->scrollTo(hits.front());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(hits.front()).center());
}

void TestSearching::typingSearches()
{
    QTest::keyClicks(field(), QStringLiteral("cells"));
    QTRY_COMPARE(queryText(), std::string("cells"));
    QVERIFY(settle());
    QCOMPARE(found(), std::size_t(30));
    QTest::keyClicks(field(), QStringLiteral(" 7"));
    QTRY_COMPARE(queryText(), std::string("cells 7"));
    QTRY_COMPARE(found(), std::size_t(1));
}

void TestSearching::mistakeIsShownInPlace()
{
    QTest::keyClicks(field(), QStringLiteral("colour:red"));
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(window().banner()->text().contains(QStringLiteral("there is no field 'colour'")));
    QVERIFY(field()->property("isWrong").toBool());
    QCOMPARE(queryText(), std::string()); // it never runs as something else
    field()->clear();
    QTest::keyClicks(field(), QStringLiteral("cells"));
    QVERIFY(!field()->property("isWrong").toBool());
    QTRY_COMPARE(queryText(), std::string("cells"));
    QVERIFY(window().banner()->text().isEmpty());
}

void TestSearching::facetClickBecomesText()
{
    click(QStringLiteral("unlabelled"));
    QCOMPARE(field()->text(), QStringLiteral("is:unlabelled"));
    QVERIFY(settle());
    click(QStringLiteral("unlabelled"));
    QCOMPARE(field()->text(), QString());
}

void TestSearching::modifiersAddAndExclude()
{
    click(QStringLiteral("unlabelled"));
    QVERIFY(settle());
    click(QStringLiteral("flagged"), Qt::ControlModifier);
    QCOMPARE(field()->text(), QStringLiteral("is:unlabelled OR is:flagged"));
    QVERIFY(settle());
    click(QStringLiteral("flagged"), Qt::AltModifier);
    QCOMPARE(field()->text(), QStringLiteral("is:unlabelled -is:flagged"));
}

void TestSearching::backAndForwardGoThroughViews()
{
    QTest::keyClicks(field(), QStringLiteral("figure 7"));
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(queryText(), std::string("figure 7"));
    click(QStringLiteral("unlabelled"));
    QTRY_COMPARE(queryText(), std::string("figure 7 is:unlabelled"));
    window().queries().goBack();
    QCOMPARE(field()->text(), QStringLiteral("figure 7"));
    window().queries().goBack(); // what was typed on the way is no place to come back to
    QCOMPARE(field()->text(), QString());
    QVERIFY(!window().queries().canGoBack());
    window().queries().goForward();
    QCOMPARE(field()->text(), QStringLiteral("figure 7"));
}

void TestSearching::typedTextStaysAsTyped()
{
    QTest::keyClicks(field(), QStringLiteral("cells AND figure "));
    QTRY_COMPARE(queryText(), std::string("cells figure"));
    QVERIFY(settle());
    QCOMPARE(field()->text(), QStringLiteral("cells AND figure "));
}

void TestSearching::emptyResultSaysWhatToDo()
{
    QTest::keyClicks(field(), QStringLiteral("zebrafish"));
    QTRY_COMPARE(queryText(), std::string("zebrafish"));
    QTRY_COMPARE(found(), std::size_t(0));
    QVERIFY(settle());
    QVERIFY(!window().workbench()->selection()->cursor());
    QVERIFY(!window().workbench()->figure()->row());
}

void TestSearching::orderIsKeptWhileSearching()
{
    query::Query newest;
    newest.sort = query::Sort{query::Field::Year, true};
    window().queries().setQuery(newest);
    QTest::keyClicks(field(), QStringLiteral("cells"));
    QTRY_COMPARE(queryText(), std::string("cells"));
    QCOMPARE(window().queries().query().sort, newest.sort);
}

void TestSearching::escapeGivesTheOldQueryBack()
{
    QTest::keyClicks(field(), QStringLiteral("year:"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(field()->text(), QString());
    QTRY_VERIFY(window().workbench()->gallery()->hasFocus());
}

QTEST_MAIN(TestSearching)
#include "tst_search_window.moc"
