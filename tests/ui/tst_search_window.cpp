// Search field, filters, order, and the way back.

#include "tests/ui/window_fixture.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/chipfield.h"
#include "ui/search/emptyhint.h"
#include "ui/search/filterchip.h"
#include "ui/search/helpline.h"
#include "ui/search/queryhelp.h"
#include "ui/search/savedmenu.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/session/savedsearches.h"
#include "ui/shell/topbar.h"

#include <QClipboard>
#include <QInputDialog>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestSearching : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void mouseAndTabReachTheField();
    void typingSearches();
    void mistakeIsShownInPlace();
    void mistakeLeadsToExamples();
    void facetClickBecomesAChip();
    void modifiersAddAndExclude();
    void backAndForwardGoThroughViews();
    void typedTextStaysAsTyped();
    void emptyResultSaysWhatToDo();
    void orderIsKeptWhileSearching();
    void escapeGivesTheOldQueryBack();
    void enterTurnsFiltersIntoChips();
    void leavingTurnsFiltersIntoChips();
    void chipsAreWorkedWithKeys();
    void crossRemovesTheFilter();
    void everythingIsCopiedAndPastedAsText();
    void valuesAreOfferedWithCounts();
    void hiddenListTakesNoFocus();
    void historyIsStillThereAfterARestart();
    void savedSearchIsKeptWithTheCollection();
    void backRemembersTheFigure();
    void buttonsForTheWayBack();
    void hintNamesTheFilterToDrop();
    void chipsShrinkToTheWidth();

private:
    MainWindow& window() { return m_fixture->window(); }
    SearchBar* bar() { return window().topBar()->search(); }
    SearchField* field() { return bar()->field(); }
    /// What the chips say, in order.
    QStringList chips()
    {
        QStringList words;
        for (const FilterChip* chip : bar()->chipField()->chips())
            words += QueryWording::partText(chip->part());
        return words;
    }
    void ask(const char* text) { window().queries().setQuery(query::parse(text).value()); }
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

void TestSearching::mouseAndTabReachTheField()
{
    window().workbench()->gallery()->setFocus();
    QTRY_VERIFY(!field()->hasFocus());
    QTest::mouseClick(field(), Qt::LeftButton);
    QTRY_VERIFY(field()->hasFocus());
    QVERIFY(field()->focusPolicy() & Qt::TabFocus);
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
    QVERIFY(bar()->helpLine()->isVisible());
    QVERIFY(bar()->helpLine()->message().contains(QStringLiteral("there is no field 'colour'")));
    QCOMPARE(queryText(), std::string()); // it never runs as something else
    field()->clear();
    QTest::keyClicks(field(), QStringLiteral("cells"));
    QVERIFY(!bar()->helpLine()->isVisible());
    QTRY_COMPARE(queryText(), std::string("cells"));
}

void TestSearching::mistakeLeadsToExamples()
{
    QTest::keyClicks(field(), QStringLiteral("colour:red"));
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::mouseClick(bar()->helpLine()->findChild<QPushButton*>(), Qt::LeftButton);
    auto* help = window().findChild<QueryHelp*>();
    QVERIFY(help && help->isVisible());
    for (auto* button : help->findChildren<QPushButton*>())
        if (button->text() == QLatin1String("year:2015..2020"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(queryText(), std::string("year:2015..2020"));
    QCOMPARE(chips(), QStringList{QStringLiteral("year 2015–2020")});
    for (const QString& example : QueryHelp::examples())
        QVERIFY2(query::parse(example.toStdString()), qPrintable(example));
}

void TestSearching::facetClickBecomesAChip()
{
    click(QStringLiteral("unlabelled"));
    QCOMPARE(chips(), QStringList{QStringLiteral("unlabelled")});
    QVERIFY(settle());
    click(QStringLiteral("unlabelled"));
    QVERIFY(bar()->chipField()->isEmpty());
}

void TestSearching::modifiersAddAndExclude()
{
    click(QStringLiteral("unlabelled"));
    QVERIFY(settle());
    click(QStringLiteral("flagged"), Qt::ControlModifier);
    QCOMPARE(chips(), QStringList{QStringLiteral("unlabelled, flagged")});
    QVERIFY(settle());
    click(QStringLiteral("flagged"), Qt::AltModifier);
    QCOMPARE(chips(), (QStringList{QStringLiteral("unlabelled"), QStringLiteral("not flagged")}));
    QCOMPARE(bar()->chipField()->wholeText(), QStringLiteral("is:unlabelled -is:flagged"));
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

void TestSearching::enterTurnsFiltersIntoChips()
{
    QTest::keyClicks(field(), QStringLiteral("cells license:\"CC BY\" -is:flagged "));
    QTRY_COMPARE(queryText(), std::string("cells license:\"CC BY\" -is:flagged"));
    QVERIFY(chips().isEmpty()); // while one types it stays text
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(chips(), (QStringList{QStringLiteral("licence CC BY"), QStringLiteral("not flagged")}));
    QCOMPARE(field()->text(), QStringLiteral("cells"));
    QCOMPARE(queryText(), std::string("cells license:\"CC BY\" -is:flagged"));
}

void TestSearching::leavingTurnsFiltersIntoChips()
{
    QTest::keyClicks(field(), QStringLiteral("is:unlabelled"));
    window().workbench()->gallery()->setFocus();
    QTRY_COMPARE(chips(), QStringList{QStringLiteral("unlabelled")});
    QVERIFY(field()->text().isEmpty());
}

void TestSearching::chipsAreWorkedWithKeys()
{
    ask("cells license:CC0 is:unlabelled");
    field()->setFocus();
    field()->home(false);
    QTest::keyClick(field(), Qt::Key_Left);
    const auto chip = [this](int at) { return bar()->chipField()->chips().at(at); };
    QTRY_VERIFY(chip(1)->hasFocus());
    QTest::keyClick(chip(1), Qt::Key_Left);
    QVERIFY(chip(0)->hasFocus());
    QTest::keyClick(chip(0), Qt::Key_Delete);
    QCOMPARE(queryText(), std::string("cells is:unlabelled"));
    QVERIFY(chip(0)->hasFocus()); // the one that is left
    QTest::keyClick(chip(0), Qt::Key_F2);
    QCOMPARE(field()->text(), QStringLiteral("is:unlabelled cells"));
    QCOMPARE(field()->selectedText(), QStringLiteral("is:unlabelled"));
    QTest::keyClicks(field(), QStringLiteral("is:flagged"));
    QTRY_COMPARE(queryText(), std::string("is:flagged cells"));
}

void TestSearching::crossRemovesTheFilter()
{
    ask("license:CC0 is:unlabelled");
    FilterChip* chip = bar()->chipField()->chips().front();
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 8, chip->height() / 2));
    QCOMPARE(queryText(), std::string("is:unlabelled"));
    QCOMPARE(chips(), QStringList{QStringLiteral("unlabelled")});
}

void TestSearching::everythingIsCopiedAndPastedAsText()
{
    ask("cells (license:CC0 OR license:\"CC BY\") -primary:Maps");
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QStringLiteral("cells (license:CC0 OR license:\"CC BY\") -primary:Maps");
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QTest::keyClick(field(), Qt::Key_Delete);
    QVERIFY(bar()->chipField()->isEmpty());
    QCOMPARE(queryText(), std::string());
    QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(queryText(), text.toStdString());
    QCOMPARE(chips(), (QStringList{QStringLiteral("licence CC0, CC BY"), QStringLiteral("not primary Maps")}));
}

void TestSearching::valuesAreOfferedWithCounts()
{
    QTest::keyClicks(field(), QStringLiteral("lice"));
    QTRY_VERIFY(field()->isOffering());
    QCOMPARE(field()->completions().at(0).text, QStringLiteral("license:"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QTest::keyClicks(field(), QStringLiteral("nse:"));
    QTRY_VERIFY(field()->isOffering() && field()->completions().rowCount() > 0
                && field()->completions().at(0).kind == Completion::Kind::Value);
    const Completion first = field()->completions().at(0);
    QCOMPARE(first.detail, QStringLiteral("30"));
    QTest::keyClick(field(), Qt::Key_Tab);
    QAbstractItemView* list = QApplication::activePopupWidget()
                                  ? qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget())
                                  : nullptr;
    if (list)
        QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(bar()->chipField()->chips().size(), 1);
    QTRY_COMPARE(queryText(), first.text.toStdString());
}

/// X11 activates a list that was shown for a moment only after the keys that were typed meanwhile.
void TestSearching::hiddenListTakesNoFocus()
{
    QTest::keyClicks(field(), QStringLiteral("pa"));
    QTRY_VERIFY(field()->isOffering());
    QWidget* list = QApplication::activePopupWidget();
    QVERIFY(list);
    QTest::keyClicks(field(), QStringLiteral("tients"));
    QVERIFY(!field()->isOffering());
    QTest::keyClick(field(), Qt::Key_Return);
    QWidget* gallery = window().workbench()->gallery();
    QTRY_VERIFY(gallery->hasFocus());
    QApplication::setActiveWindow(list);
    QVERIFY(gallery->hasFocus());
    QApplication::setActiveWindow(&window());
    QVERIFY(gallery->hasFocus());
}

void TestSearching::historyIsStillThereAfterARestart()
{
    for (const char* text : {"cells", "figure is:unlabelled"}) {
        field()->setFocus();
        bar()->clear();
        QTest::keyClicks(field(), QString::fromLatin1(text));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(queryText(), std::string(text));
    }
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QCOMPARE(bar()->history().all().size(), 2);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Up);
    QTRY_COMPARE(queryText(), std::string("figure is:unlabelled"));
    QCOMPARE(chips(), QStringList{QStringLiteral("unlabelled")});
    QTest::keyClick(field(), Qt::Key_Up);
    QTRY_COMPARE(queryText(), std::string("cells"));
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Down);
    QTRY_COMPARE(queryText(), std::string()); // where the person was
}

void TestSearching::savedSearchIsKeptWithTheCollection()
{
    ask("cells is:unlabelled");
    bar()->saveSearch();
    auto* name = window().findChild<QInputDialog*>();
    QVERIFY(name);
    QCOMPARE(name->textValue(), QStringLiteral("cells, unlabelled"));
    name->setTextValue(QStringLiteral("to do"));
    name->accept();
    QTRY_COMPARE(bar()->saved()->all().size(), std::size_t(1));
    bar()->saved()->rename(QStringLiteral("to do"), QStringLiteral("still to do"));
    QTRY_VERIFY(bar()->saved()->hasName(QStringLiteral("still to do")));
    m_fixture->close();
    m_fixture->settings().clear();
    QVERIFY(m_fixture->open());
    QTRY_COMPARE(bar()->saved()->all().size(), std::size_t(1));
    for (QAction* action : bar()->findChild<SavedMenu*>()->actions())
        if (action->text() == QLatin1String("still to do"))
            action->trigger();
    QCOMPARE(queryText(), std::string("cells is:unlabelled"));

    SavedDialog dialog(*bar()->saved(), &window());
    QTest::keyClick(&dialog, Qt::Key_Delete);
    QTRY_COMPARE(dialog.list()->count(), 0);
}

void TestSearching::backRemembersTheFigure()
{
    window().workbench()->selection()->setCursor(7);
    const auto figure = window().workbench()->figure()->row();
    QVERIFY(figure);
    ask("figure 3");
    QVERIFY(settle());
    QVERIFY(window().workbench()->figure()->row() != figure);
    window().queries().goBack();
    QVERIFY(settle());
    QCOMPARE(window().workbench()->figure()->row(), figure);
}

void TestSearching::buttonsForTheWayBack()
{
    const auto button = [this](const char* name) {
        for (auto* one : bar()->findChildren<QToolButton*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return static_cast<QToolButton*>(nullptr);
    };
    QVERIFY(button("Back") && button("Forward"));
    QVERIFY(!button("Back")->isEnabled());
    ask("cells");
    QVERIFY(button("Back")->isEnabled());
    QTest::mouseClick(button("Back"), Qt::LeftButton);
    QCOMPARE(queryText(), std::string());
    QVERIFY(!button("Back")->isEnabled());
    QVERIFY(button("Forward")->isEnabled());
}

void TestSearching::hintNamesTheFilterToDrop()
{
    ask("cells license:\"no such licence\"");
    EmptyHint* hint = window().workbench()->emptyHint();
    QTRY_VERIFY(hint->isVisible() && hint->isSettled() && settle());
    QCOMPARE(hint->buttons().front()->text(), QStringLiteral("without licence no such licence: 30 figures"));
    QTest::mouseClick(hint->buttons().front(), Qt::LeftButton);
    QCOMPARE(queryText(), std::string("cells"));
    QTRY_VERIFY(!hint->isVisible());
}

void TestSearching::chipsShrinkToTheWidth()
{
    window().resize(1000, 700);
    ask("cells journal:\"The Very Long Journal of Extremely Detailed and Carefully Described Figures of All Kinds\" "
        "license:CC0 year:2015..2020 is:unlabelled -is:flagged -primary:Maps");
    QTRY_VERIFY(settle());
    const QWidget* content = bar()->chipField()->widget();
    for (const FilterChip* chip : bar()->chipField()->chips())
        QVERIFY2(content->rect().contains(chip->geometry()), qPrintable(chip->accessibleName()));
    QVERIFY(content->rect().contains(field()->geometry()));
    QVERIFY(content->width() <= bar()->chipField()->width());
}

QTEST_MAIN(TestSearching)
#include "tst_search_window.moc"
