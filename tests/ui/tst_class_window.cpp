// Chords and the class finder in the window, with keys that go where a keyboard's would.

#include "tests/ui/window_fixture.h"
#include "ui/annotate/chordpanel.h"
#include "ui/annotate/classfinder.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/sessionlog.h"
#include "ui/shell/statusline.h"

#include <QDialog>
#include <QLineEdit>
#include <QTest>
#include <QWindow>

using namespace biomedica;
using namespace biomedica::ui;

class TestClassWindow : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void chordTypedInOneGoChoosesTheLocalClass();
    void enterChoosesTheGlobalClass();
    void escapeGoesOneLevelBack();
    void wrongLetterFlashesAndDoesNothing();
    void chordTakesSingleKeysAndShortcutsToItself();
    void clickElsewhereClosesTheChord();
    void synonymIsFoundAndAnswersItsQuestion();
    void nothingFoundIsSaid();
    void recentClassesStandOnTopOfAnEmptyFinder();
    void localClassBringsItsGlobalClassInOneDecision();
    void contradictionIsToldAndResolvedByAKey();
    void bulkKeepsWhatEachFigureHas();
    void queueCountsWhatThisAnnotatorHasAnswered();
    void timeLeftIsToldFromTheFifthFigureOn();
    void lastAnswerGoesOnToTheNextFigure();
    void wholeArticleAndFacetValueAreSelected();
    void sessionIsSummedUp();

private:
    MainWindow& window() { return m_fixture->window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    LabelBar* bar() { return window().workbench()->labelBar(); }
    ChordPanel* chords() { return bar()->chords(); }
    ClassFinder* finder() { return bar()->finder(); }
    /// To whatever has the focus, as a keyboard does.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window().windowHandle(), key, modifiers);
    }
    Answer effective(int row, Question question)
    {
        const FigureTile* tile = window().workbench()->figures()->tileAt(row);
        return tile ? tile->summary.effective[question].value_or(Answer{}) : Answer{};
    }
    QString note() { return window().statusLine()->noteText(); }
    QString queue() { return window().statusLine()->queueText(); }
    void answerAll(int row);
    std::size_t decisions() { return window().session().workspace()->history({}).value().size(); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestClassWindow::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(20);
    QVERIFY(m_fixture->open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestClassWindow::chordTypedInOneGoChoosesTheLocalClass()
{
    key(Qt::Key_G);
    key(Qt::Key_P);
    key(Qt::Key_B);
    QVERIFY(!chords()->isVisible());
    QVERIFY(gallery()->hasFocus());
    QTRY_COMPARE(effective(0, Question::Secondary), Answer{"bar plot"});
    key(Qt::Key_J); // single keys work again at once
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(1));
}

void TestClassWindow::enterChoosesTheGlobalClass()
{
    key(Qt::Key_G);
    key(Qt::Key_M);
    QCOMPARE(chords()->globalClass(), std::string("Microscopy"));
    key(Qt::Key_Return);
    QTRY_COMPARE(effective(0, Question::Primary), Answer{"Microscopy"});
    QVERIFY(gallery()->hasFocus());
}

void TestClassWindow::escapeGoesOneLevelBack()
{
    key(Qt::Key_G);
    QVERIFY(chords()->isVisible());
    QCOMPARE(chords()->letterOf("Plots and Charts"), QChar(u'P'));
    key(Qt::Key_P);
    QCOMPARE(chords()->globalClass(), std::string("Plots and Charts"));
    QCOMPARE(chords()->letterOf("bar plot"), QChar(u'B'));
    key(Qt::Key_Escape);
    QVERIFY(chords()->isVisible());
    QVERIFY(chords()->globalClass().empty());
    key(Qt::Key_Escape);
    QVERIFY(!chords()->isVisible());
    QVERIFY(gallery()->hasFocus());
    QCOMPARE(decisions(), std::size_t(0));
}

void TestClassWindow::wrongLetterFlashesAndDoesNothing()
{
    key(Qt::Key_G);
    key(Qt::Key_M);
    key(Qt::Key_9);
    QVERIFY(chords()->isFlashing());
    QVERIFY(chords()->isVisible());
    QCOMPARE(chords()->globalClass(), std::string("Microscopy"));
    QTRY_VERIFY(!chords()->isFlashing());
    QCOMPARE(decisions(), std::size_t(0));
}

void TestClassWindow::chordTakesSingleKeysAndShortcutsToItself()
{
    key(Qt::Key_G);
    key(Qt::Key_A, Qt::ControlModifier); // would select everything
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window().workbench()->selection()->isEmpty());
    QVERIFY(chords()->isVisible());
}

void TestClassWindow::clickElsewhereClosesTheChord()
{
    key(Qt::Key_G);
    QVERIFY(chords()->isVisible());
    QTest::mouseClick(gallery()->viewport(), Qt::LeftButton, {}, QPoint(20, 20));
    QVERIFY(!chords()->isVisible());
}

void TestClassWindow::synonymIsFoundAndAnswersItsQuestion()
{
    key(Qt::Key_T);
    QTRY_VERIFY(finder()->isVisible());
    QTest::keyClicks(finder()->field(), QStringLiteral("western blot"));
    QCOMPARE(finder()->shownNames().value(0), QStringLiteral("immunoblot"));
    QTest::keyClick(finder()->field(), Qt::Key_Return);
    QTRY_COMPARE(effective(0, Question::Secondary), Answer{"immunoblot"});
}

void TestClassWindow::nothingFoundIsSaid()
{
    key(Qt::Key_T);
    QTRY_VERIFY(finder()->isVisible());
    QTest::keyClicks(finder()->field(), QStringLiteral("zebra"));
    QCOMPARE(finder()->emptyText(), QStringLiteral("No class called “zebra”"));
    QTest::keyClick(finder()->field(), Qt::Key_Return);
    QVERIFY(finder()->isVisible());
    finder()->field()->clear();
    QVERIFY(finder()->emptyText().isEmpty());
    QTest::keyClick(finder()->field(), Qt::Key_Escape);
    QVERIFY(!finder()->isVisible());
}

void TestClassWindow::recentClassesStandOnTopOfAnEmptyFinder()
{
    for (const Qt::Key letter : {Qt::Key_B, Qt::Key_L}) {
        key(Qt::Key_G);
        key(Qt::Key_P);
        key(letter);
    }
    key(Qt::Key_T);
    QTRY_VERIFY(finder()->isVisible());
    QCOMPARE(finder()->shownNames().mid(0, 3),
             QStringList({QStringLiteral("line plot"), QStringLiteral("bar plot"), QStringLiteral("single")}));
    QTest::keyClick(finder()->field(), Qt::Key_Escape);
}

void TestClassWindow::localClassBringsItsGlobalClassInOneDecision()
{
    key(Qt::Key_G);
    key(Qt::Key_M);
    key(Qt::Key_Return);
    QTRY_COMPARE(effective(0, Question::Primary), Answer{"Microscopy"});
    key(Qt::Key_G);
    key(Qt::Key_P);
    key(Qt::Key_B);
    QTRY_COMPARE(effective(0, Question::Secondary), Answer{"bar plot"});
    QTRY_COMPARE(effective(0, Question::Primary), (Answer{"Microscopy", "Plots and Charts"}));
    QCOMPARE(decisions(), std::size_t(2));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(effective(0, Question::Primary), Answer{"Microscopy"});
}

void TestClassWindow::contradictionIsToldAndResolvedByAKey()
{
    key(Qt::Key_1); // single, and with it the subtype
    QTRY_COMPARE(effective(0, Question::PanelSubtype), Answer{"single panel"});
    QVERIFY(note().isEmpty());
    bar()->setQuestion(Question::PanelType);
    key(Qt::Key_2);
    QTRY_COMPARE(note(),
                 QStringLiteral("“multiple”, “single panel” contradict each other · Ctrl+M: clears the subtype"));
    const std::size_t before = decisions();
    key(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(decisions(), before + 1);
    QTRY_VERIFY(note().contains(QStringLiteral("Took away “single panel”")));
    QCOMPARE(effective(0, Question::PanelType), Answer{"multiple"});
    key(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(note().contains(QStringLiteral("no contradiction")));
}

void TestClassWindow::bulkKeepsWhatEachFigureHas()
{
    key(Qt::Key_G);
    key(Qt::Key_M);
    key(Qt::Key_Return);
    QTRY_COMPARE(effective(0, Question::Primary), Answer{"Microscopy"});
    key(Qt::Key_X);
    key(Qt::Key_J);
    key(Qt::Key_X);
    key(Qt::Key_G);
    key(Qt::Key_P);
    key(Qt::Key_B);
    QTRY_COMPARE(effective(1, Question::Primary), Answer{"Plots and Charts"});
    QTRY_COMPARE(effective(0, Question::Primary), (Answer{"Microscopy", "Plots and Charts"}));
    key(Qt::Key_Z, Qt::ControlModifier); // both in one step
    QTRY_COMPARE(effective(0, Question::Primary), Answer{"Microscopy"});
    QTRY_VERIFY(!window().workbench()->figures()->isLabelled(1));
}

void TestClassWindow::answerAll(int row)
{
    DecisionController& to = window().decisions();
    const RowId figure = window().workbench()->figures()->rowIdAt(row);
    to.answer({{figure}, figure, false}, Question::PanelType, "single");        // and the subtype
    to.toggleClass({{figure}, figure, false}, Question::Secondary, "bar plot"); // and the primary class
}

void TestClassWindow::queueCountsWhatThisAnnotatorHasAnswered()
{
    QTRY_COMPARE(queue(), QStringLiteral("20 of 20 left"));
    key(Qt::Key_1);
    QTRY_COMPARE(effective(0, Question::PanelType), Answer{"single"});
    QCOMPARE(queue(), QStringLiteral("20 of 20 left")); // two questions are open
    answerAll(0);
    QTRY_COMPARE(queue(), QStringLiteral("19 of 20 left"));
    window().session().setAnnotator(QStringLiteral("ben"));
    QTRY_COMPARE(queue(), QStringLiteral("20 of 20 left"));
    window().session().setAnnotator(QStringLiteral("ada"));
    QTRY_COMPARE(queue(), QStringLiteral("19 of 20 left"));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(queue(), QStringLiteral("20 of 20 left"));
}

void TestClassWindow::timeLeftIsToldFromTheFifthFigureOn()
{
    using namespace std::chrono_literals;
    Pace::Time now = 0s;
    window().statusLine()->queue()->setClock([&now] { return now += 40s; });
    for (int row = 0; row < 4; ++row)
        answerAll(row);
    QTRY_COMPARE(queue(), QStringLiteral("16 of 20 left"));
    answerAll(4);
    QTRY_VERIFY(queue().startsWith(QStringLiteral("15 of 20 left, about 10 minute"))); // plurals come with a language
    for (int row = 5; row < 20; ++row)
        answerAll(row);
    QTRY_COMPARE(queue(), QStringLiteral("all 20 labelled"));
}

void TestClassWindow::lastAnswerGoesOnToTheNextFigure()
{
    DecisionController& to = window().decisions();
    const RowId figure = window().workbench()->figures()->rowIdAt(0);
    to.toggleClass({{figure}, figure, false}, Question::Secondary, "bar plot");
    QTRY_VERIFY(window().workbench()->figure()->detail()
                && window().workbench()->figure()->detail()->labels.hasVoteOf("ada", Question::Primary));
    key(Qt::Key_1); // the subtype comes with it: nothing is open any more
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(1));
    QCOMPARE(bar()->question(), Question::PanelType);
    QTRY_COMPARE(effective(0, Question::PanelType), Answer{"single"});
    key(Qt::Key_K);
    QTRY_VERIFY(window().workbench()->figure()->detail());
    key(Qt::Key_2); // a change of mind stays
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(0));
}

void TestClassWindow::wholeArticleAndFacetValueAreSelected()
{
    FigureSelection* selection = window().workbench()->selection();
    selection->setCursor(3);
    window().actions()[ActionId::SelectArticle]->trigger();
    QTRY_COMPARE(selection->rows().count(), 1); // each figure is an article of its own here
    QVERIFY(selection->isSelected(3));
    const FigureResultModel* figures = window().workbench()->figures();
    const auto& column = *figures->snapshot()->column(query::Field::Shard);
    const std::string shard = column.textsOf(figures->rowIdAt(0).value).at(0);
    Q_EMIT window().workbench()->facets()->view()->selectionRequested({query::Field::Shard, shard});
    QTRY_COMPARE(selection->rows().count(), 20);
    key(Qt::Key_1);
    QTRY_COMPARE(decisions(), std::size_t(1));
    QCOMPARE(effective(19, Question::PanelType), Answer{"single"});
}

void TestClassWindow::sessionIsSummedUp()
{
    answerAll(0);
    SessionLog* log = window().workbench()->sessionLog();
    QTRY_COMPARE(log->events().size(), std::size_t(2));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(log->events().size(), std::size_t(3));
    const QString text = SessionLog::text(summaryOf(log->events()));
    QVERIFY2(text.contains(QStringLiteral("Figures labelled: 1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Undone: 1 (50.0 % of the decisions)")), qPrintable(text));
    window().actions()[ActionId::SessionSummary]->trigger();
    QTRY_VERIFY(window().findChild<QDialog*>());
}

QTEST_MAIN(TestClassWindow)
#include "tst_class_window.moc"
