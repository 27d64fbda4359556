// From a key to the journal and back to the screen.

#include "tests/ui/window_fixture.h"
#include "ui/annotate/classfinder.h"
#include "ui/annotate/questionhead.h"
#include "ui/annotate/targetpanel.h"
#include "ui/detail/figurepanel.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/shell/bulkdialog.h"
#include "ui/shell/problemsdock.h"
#include "ui/shell/stalehint.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestLabelling : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void digitLabelsTheCursorsFigureAndMovesOn();
    void journalHasItBeforeTheTileShowsIt();
    void undoRestoresAndNamesIt();
    void undoComesBackIntoView();
    void listQuestionTogglesAndSavesAtOnce();
    void selectionIsLabelledInOneDecision();
    void manyFiguresAreAskedForOnce();
    void textFieldSwallowsSingleKeys();
    void classIsFoundByTyping();
    void enterGoesOnToTheNextFigure();
    void goingOnFromALabelledSelectionLetsGoOfIt();
    void barSaysWhomTheKeysHit();
    void barShowsWhatAllSelectedHave();
    void barSaysWhatEnterDoes();
    void replacedAndTakenAnswersAreTold();
    void allAnswersAreAcceptedInOneDecision();
    void eachSelectedFigureGetsItsOwnAnswers();
    void repeatNamesWhatItWrote();
    void undoStaysAtAFigureThatItIsAbout();
    void keysWorkBesideTheFigures();
    void clickOnAFilterLeavesTheKeysWithTheFigures();
    void messageGoesWithTheNextKey();
    void barKeepsItsHeightBelowProblems();
    void figuresThatNoLongerMatchAreCounted();
    void remarksAndRepeat();
    void nextUnlabelledIsFound();
    void unsavedDecisionIsReported();

private:
    MainWindow& window() { return m_fixture->window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    FigureSelection* selection() { return window().workbench()->selection(); }
    const FigureTile* tile(int row) { return window().workbench()->figures()->tileAt(row); }
    LabelBar* bar() { return window().workbench()->labelBar(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(gallery(), Qt::Key(key), modifiers);
    }
    Answer effective(int row, Question question) { return tile(row)->summary.effective[question].value_or(Answer{}); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    std::vector<workspace::HistoryEntry> history() { return window().session().workspace()->history({}).value(); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestLabelling::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(60);
    QVERIFY(m_fixture->open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestLabelling::digitLabelsTheCursorsFigureAndMovesOn()
{
    selection()->setCursor(3);
    QCOMPARE(bar()->question(), Question::PanelType);
    key(Qt::Key_2);
    QCOMPARE(bar()->question(), Question::PanelSubtype); // a single choice moves on
    QTRY_VERIFY(tile(3)->summary.isLabelled);
    QCOMPARE(effective(3, Question::PanelType), Answer{"multiple"});
    QVERIFY(!tile(2)->summary.isLabelled);
    QCOMPARE(selection()->cursor(), std::optional(3));
    QCOMPARE(window().statusLine()->targetText(), QStringLiteral("label → this figure"));
}

void TestLabelling::journalHasItBeforeTheTileShowsIt()
{
    std::size_t entriesWhenShown = 0;
    connect(window().workbench()->figures(), &QAbstractItemModel::dataChanged, this, [&] {
        if (!tile(0) || !tile(0)->summary.isLabelled || entriesWhenShown > 0)
            return;
        // As another program would find it on the disk.
        auto other = workspace::Workspace::open(m_fixture->collection());
        entriesWhenShown = other ? other.value()->history({}).value().size() : 0;
    });
    key(Qt::Key_1);
    QVERIFY(!tile(0)->summary.isLabelled);
    QTRY_VERIFY(tile(0)->summary.isLabelled);
    QCOMPARE(entriesWhenShown, std::size_t(1));
}

void TestLabelling::undoRestoresAndNamesIt()
{
    key(Qt::Key_1);
    QTRY_VERIFY(tile(0)->summary.isLabelled);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!tile(0)->summary.isLabelled);
    QVERIFY(window().statusLine()->noteText().startsWith(QStringLiteral("Undid “single”, “single panel” on 1 figure")));
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(tile(0)->summary.isLabelled);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!tile(0)->summary.isLabelled);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("nothing to undo")));
}

void TestLabelling::undoComesBackIntoView()
{
    selection()->setCursor(5);
    key(Qt::Key_1);
    QTRY_VERIFY(tile(5)->summary.isLabelled);
    selection()->setCursor(59);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(selection()->cursor(), std::optional(5));
    QVERIFY(gallery()->viewport()->rect().intersects(gallery()->visualRect(gallery()->currentIndex())));
}

void TestLabelling::listQuestionTogglesAndSavesAtOnce()
{
    bar()->setQuestion(Question::Primary);
    const auto options = bar()->options();
    // Faster than the disk: the second key must not overwrite the first.
    key(Qt::Key_1);
    key(Qt::Key_3);
    key(Qt::Key_1);
    key(Qt::Key_2);
    QCOMPARE(bar()->question(), Question::Primary);
    Answer expected = {options[1], options[2]};
    std::sort(expected.begin(), expected.end());
    QTRY_COMPARE(history().size(), std::size_t(4));
    QTRY_COMPARE(effective(0, Question::Primary), expected);
}

void TestLabelling::selectionIsLabelledInOneDecision()
{
    key(Qt::Key_X);
    key(Qt::Key_J);
    key(Qt::Key_J);
    key(Qt::Key_X);
    QCOMPARE(window().statusLine()->targetText(), QStringLiteral("label → 2 figures selected"));
    key(Qt::Key_1);
    QTRY_VERIFY(tile(0)->summary.isLabelled && tile(2)->summary.isLabelled);
    QVERIFY(!tile(1)->summary.isLabelled);
    QCOMPARE(history().size(), std::size_t(1));
    QCOMPARE(history().front().entry.source, journal::Source::Bulk);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!tile(0)->summary.isLabelled && !tile(2)->summary.isLabelled);
}

void TestLabelling::manyFiguresAreAskedForOnce()
{
    m_fixture = std::make_unique<test::WindowFixture>(LabelFlow::askAbove + 1);
    QVERIFY(m_fixture->open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_1);
    QTRY_VERIFY(window().findChild<BulkDialog*>());
    auto* dialog = window().findChild<BulkDialog*>();
    QVERIFY(dialog->question().contains(QStringLiteral("501 figures")));
    QTRY_VERIFY(dialog->isSettled());
    QCOMPARE(dialog->pictureCount(), 6);
    QVERIFY(!dialog->impactText().isEmpty());
    QCOMPARE(history().size(), std::size_t(0));
    dialog->reject();
    QCOMPARE(bar()->question(), Question::PanelType);
    QTRY_VERIFY(!window().findChild<BulkDialog*>());
    QCOMPARE(history().size(), std::size_t(0));
    key(Qt::Key_1);
    QTRY_VERIFY(window().findChild<BulkDialog*>());
    dialog = window().findChild<BulkDialog*>();
    dialog->accept();
    QTRY_COMPARE(history().size(), std::size_t(1));
    QCOMPARE(history().front().entry.figures.size(), std::size_t(501));
}

void TestLabelling::textFieldSwallowsSingleKeys()
{
    key(Qt::Key_Slash);
    SearchField* field = window().topBar()->search()->field();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("12xunfkj.dst"));
    QCOMPARE(field->text(), QStringLiteral("12xunfkj.dst"));
    QVERIFY(settle());
    QCOMPARE(history().size(), std::size_t(0));
    QVERIFY(selection()->isEmpty());
}

void TestLabelling::classIsFoundByTyping()
{
    key(Qt::Key_T);
    QLineEdit* field = bar()->finder()->field();
    QTRY_VERIFY(bar()->finder()->isVisible());
    QTest::keyClicks(field, QStringLiteral("plot bar"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!bar()->finder()->isVisible());
    QTRY_COMPARE(effective(0, Question::Secondary), Answer{"bar plot"});
}

void TestLabelling::enterGoesOnToTheNextFigure()
{
    bar()->setQuestion(Question::Primary); // on the single choices before, Enter opens the figure
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    QCOMPARE(selection()->cursor(), std::optional(1));
    QCOMPARE(bar()->question(), Question::PanelType);
    key(Qt::Key_Tab);
    QCOMPARE(bar()->question(), Question::PanelSubtype);
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(bar()->question(), Question::PanelType);
}

void TestLabelling::goingOnFromALabelledSelectionLetsGoOfIt()
{
    for (int row = 0; row < 3; ++row) {
        key(Qt::Key_X);
        key(Qt::Key_J);
    }
    selection()->setCursor(1);
    bar()->setQuestion(Question::Secondary);
    key(Qt::Key_1);
    QTRY_VERIFY(tile(0)->summary.isLabelled && tile(2)->summary.isLabelled);
    key(Qt::Key_Return);
    QCOMPARE(selection()->cursor(), std::optional(3)); // the first one that was not selected
    QVERIFY(selection()->isEmpty());
    key(Qt::Key_1);
    QTRY_VERIFY(tile(3)->summary.isLabelled);
    QCOMPARE(history().front().entry.figures.size(), std::size_t(1));
}

void TestLabelling::barSaysWhomTheKeysHit()
{
    QCOMPARE(bar()->target()->headingText(), QStringLiteral("This figure"));
    key(Qt::Key_X);
    key(Qt::Key_J);
    key(Qt::Key_X);
    QVERIFY(bar()->target()->headingText().startsWith(QStringLiteral("2 selected")));
    key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bar()->target()->headingText(), QStringLiteral("This figure"));
}

void TestLabelling::barShowsWhatAllSelectedHave()
{
    const auto shown = [this] { return bar()->head(Question::PanelType)->answerText(); };
    key(Qt::Key_2);
    QTRY_COMPARE(shown(), QStringLiteral("multiple"));
    key(Qt::Key_X);
    key(Qt::Key_J);
    key(Qt::Key_X);
    selection()->setCursor(0);
    QTRY_COMPARE(shown(), QStringLiteral("not the same for all"));
    bar()->setQuestion(Question::PanelType);
    key(Qt::Key_1);
    QTRY_COMPARE(shown(), QStringLiteral("single"));
}

void TestLabelling::barSaysWhatEnterDoes()
{
    const auto hint = [this] { return bar()->target()->hintText(); };
    QVERIFY(hint().contains(QStringLiteral("Enter opens the figure")));
    QVERIFY(hint().contains(QStringLiteral("panel type")));
    bar()->setQuestion(Question::Primary);
    QVERIFY(hint().contains(QStringLiteral("Enter goes on")));
    bar()->setQuestion(Question::Secondary);
    QVERIFY(hint().contains(QStringLiteral("Enter goes to the next figure")));
}

void TestLabelling::replacedAndTakenAnswersAreTold()
{
    const auto note = [this] { return window().statusLine()->noteText(); };
    key(Qt::Key_2);
    QTRY_COMPARE(effective(0, Question::PanelType), Answer{"multiple"});
    QVERIFY(note().isEmpty());
    bar()->setQuestion(Question::PanelType);
    key(Qt::Key_1);
    QTRY_COMPARE(note(), QStringLiteral("Replaced “multiple” by “single” · Ctrl+Z undoes"));
    bar()->setQuestion(Question::Primary);
    const QString first = QString::fromStdString(bar()->options().front());
    key(Qt::Key_1);
    QTRY_VERIFY(note().isEmpty());
    key(Qt::Key_1);
    QTRY_COMPARE(note(), QStringLiteral("Took away “%1” · Ctrl+Z undoes").arg(first));
}

void TestLabelling::allAnswersAreAcceptedInOneDecision()
{
    QTRY_VERIFY(window().workbench()->figure()->detail());
    const Answers imported = window().workbench()->figure()->detail()->imported;
    QVERIFY(imported[Question::Primary]);
    key(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE(history().size(), std::size_t(1));
    for (const Question question : allQuestions)
        if (imported[question]) {
            QVERIFY(history().front().entry.decision[question]);
            QTRY_COMPARE(effective(0, question), *imported[question]);
        }
    QCOMPARE(bar()->question(), Question::Secondary); // from where Enter goes to the next figure
}

void TestLabelling::eachSelectedFigureGetsItsOwnAnswers()
{
    m_fixture = std::make_unique<test::WindowFixture>(2);
    json::Value cells = test::metadata("PMC901", "fig1");
    cells["image_primary_label"] = {"Microscopy"};
    cells["image_secondary_label"] = {"light microscopy"};
    const auto more = m_fixture->folder() / "shards" / "000001.tar";
    test::ShardBuilder().figure("cells", 3, cells, "cells").write(more);
    QVERIFY(workspace::Workspace::open(m_fixture->collection()).value()->index({more}, {}, {}, [](const auto&) {}));
    QVERIFY(m_fixture->open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
    QCOMPARE(window().workbench()->figures()->rowCount(), 3);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE(history().size(), std::size_t(2)); // one for those of which the shards say the same
    auto& workspace = *window().session().workspace();
    for (int row = 0; row < 3; ++row) {
        const auto detail = workspace.detail(window().workbench()->figures()->rowIdAt(row)).value();
        QVERIFY(detail.summary.isLabelled);
        QCOMPARE(detail.summary.effective[Question::Primary], detail.imported[Question::Primary]);
    }
    key(Qt::Key_Z, Qt::ControlModifier); // all in one go
    QTRY_VERIFY(history().front().isUndone && history().back().isUndone);
    QTRY_COMPARE(window().statusLine()->noteText(),
                 QStringLiteral("Undid the answers of the shards on 3 figures · Ctrl+Shift+Z redoes"));
}

void TestLabelling::repeatNamesWhatItWrote()
{
    key(Qt::Key_Period);
    QTRY_COMPARE(window().statusLine()->noteText(), QStringLiteral("There is no label to repeat yet"));
    bar()->setQuestion(Question::Secondary);
    const QString first = QString::fromStdString(bar()->options().front());
    key(Qt::Key_1);
    QTRY_VERIFY(tile(0)->summary.isLabelled);
    key(Qt::Key_J);
    key(Qt::Key_Period);
    QTRY_COMPARE(window().statusLine()->noteText(),
                 QStringLiteral("Repeated “%1”, “%2” (primary class, secondary class) · Ctrl+Z undoes")
                     .arg(QString::fromStdString(window().session().taxonomy().parentOf(first.toStdString())), first));
}

void TestLabelling::undoStaysAtAFigureThatItIsAbout()
{
    for (int row = 0; row < 3; ++row) {
        key(Qt::Key_X);
        key(Qt::Key_J);
    }
    bar()->setQuestion(Question::Primary);
    key(Qt::Key_1);
    QTRY_VERIFY(tile(0)->summary.isLabelled && tile(2)->summary.isLabelled);
    selection()->setCursor(2);
    bar()->setQuestion(Question::PanelType);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!tile(2)->summary.isLabelled);
    QCOMPARE(selection()->cursor(), std::optional(2));
    QCOMPARE(bar()->question(), Question::Primary);
    selection()->setCursor(40);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(selection()->cursor(), std::optional(0)); // else to the first one
}

void TestLabelling::keysWorkBesideTheFigures()
{
    FacetView* facets = window().workbench()->facets()->view();
    facets->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(facets->hasFocus());
    QTest::keyClick(facets, Qt::Key_J);
    QCOMPARE(selection()->cursor(), std::optional(1));
    QTest::keyClick(facets, Qt::Key_2);
    QTRY_COMPARE(effective(1, Question::PanelType), Answer{"multiple"});
    window().workbench()->figurePanel()->takeFocus();
    QTRY_VERIFY(window().workbench()->figurePanel()->isAncestorOf(QApplication::focusWidget()));
    bar()->setQuestion(Question::PanelType);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTRY_COMPARE(effective(1, Question::PanelType), Answer{"single"});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    QCOMPARE(selection()->cursor(), std::optional(2));
}

void TestLabelling::clickOnAFilterLeavesTheKeysWithTheFigures()
{
    FacetView* facets = window().workbench()->facets()->view();
    facets->setFocus(Qt::TabFocusReason);
    const QModelIndex section = facets->model()->index(0, 0);
    QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(section).center());
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestLabelling::messageGoesWithTheNextKey()
{
    const auto press = [this](Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window().windowHandle(), pressed, modifiers);
    };
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window().statusLine()->noteText(), QStringLiteral("There is nothing to undo"));
    press(Qt::Key_Right);
    QVERIFY(window().statusLine()->noteText().isEmpty());
}

void TestLabelling::barKeepsItsHeightBelowProblems()
{
    const int before = bar()->height();
    const int figures = gallery()->height();
    window().problems()->show();
    QTRY_VERIFY(gallery()->height() < figures);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!window().problems()->dock()->isVisible());
    QTRY_COMPARE(gallery()->height(), figures);
    QCOMPARE(bar()->height(), before);
}

void TestLabelling::figuresThatNoLongerMatchAreCounted()
{
    window().queries().setQuery(query::parse("is:unlabelled").value());
    QVERIFY(settle());
    StaleHint* hint = window().staleHint();
    QVERIFY(!hint->isVisible());
    key(Qt::Key_1);
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->text().startsWith(QLatin1Char('1')));
    QCOMPARE(window().queries().result()->size(), std::size_t(60)); // nothing moves by itself
    hint->click();
    QTRY_COMPARE(window().queries().result()->size(), std::size_t(59));
    QVERIFY(!hint->isVisible());
}

void TestLabelling::remarksAndRepeat()
{
    key(Qt::Key_F);
    QTRY_VERIFY(tile(0)->summary.isFlagged);
    key(Qt::Key_J);
    key(Qt::Key_Period);
    QTRY_VERIFY(tile(1)->summary.isFlagged);
    key(Qt::Key_F);
    QTRY_VERIFY(!tile(1)->summary.isFlagged);
    key(Qt::Key_S);
    QCOMPARE(selection()->cursor(), std::optional(2));
    key(Qt::Key_2);
    QTRY_VERIFY(tile(2)->summary.isLabelled);
    bar()->setQuestion(Question::PanelType);
    key(Qt::Key_D);
    QTRY_VERIFY(!tile(2)->summary.isLabelled);
}

void TestLabelling::nextUnlabelledIsFound()
{
    selection()->setCursor(1);
    key(Qt::Key_1);
    QTRY_VERIFY(tile(1)->summary.isLabelled);
    selection()->setCursor(0);
    key(Qt::Key_N);
    QCOMPARE(selection()->cursor(), std::optional(2));
    key(Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(selection()->cursor(), std::optional(0));
}

void TestLabelling::unsavedDecisionIsReported()
{
    m_fixture->settings().setValue(QStringLiteral("annotator"), QStringLiteral("ada"));
    QSignalSpy failed(&window().decisions(), &DecisionController::failed);
    LabelTarget nowhere{{RowId(987654)}, RowId(0), false};
    window().decisions().answer(nowhere, Question::PanelType, "single");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(history().size(), std::size_t(0));
}

QTEST_MAIN(TestLabelling)
#include "tst_label_window.moc"
