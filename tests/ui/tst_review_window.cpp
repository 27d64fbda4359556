// Review by keyboard: what is shown, what a key decides, and what comes next.

#include "tests/support/expect.h"
#include "tests/ui/votes.h"
#include "tests/ui/window_fixture.h"
#include "ui/detail/imageview.h"
#include "ui/gallery/galleryview.h"
#include "ui/review/answercard.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/expertpages.h"
#include "ui/shell/statusline.h"

#include <QDockWidget>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestReview : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void disputedFiguresComeFirstThenSentBackThenFlagged();
    void votesStandSideBySideWithNotes();
    void oneDigitDecidesAndTheNextDisputeFollows();
    void undoBringsTheDisputeBack();
    void enterAcceptsAndGoesOn();
    void whatHasNoMajorityCannotBeAccepted();
    void sendingBackAsksForAComment();
    void reopeningTakesTheDecisionBack();
    void wholeLifeIsToldInWords();
    void keysOfLabellingDoNothingHere();
    void remappedKeyWorksAndIsPrinted();
    void panelsComeBackAsTheyWere();
    void whereNothingIsDisputedThePageSaysWhatToDo();
    void whoWorksBlindSeesNoVotes();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Workspace& workspace() { return *window().session().workspace(); }
    ReviewPage* page() { return window().workbench()->experts()->review(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    /// Figure 2 has two disputed questions, figure 4 one; 1 is sent back, 7 flagged.
    void dispute();
    void openPage()
    {
        window().actions()[ActionId::ViewReview]->trigger();
        QTRY_VERIFY(page()->isVisible() && settle());
        QTRY_VERIFY(page()->hasFocus());
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    annotation::FigureLabels labels(std::uint32_t row) { return workspace().detail(RowId{row}).value().labels; }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestReview::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(12);
    QVERIFY(m_fixture->open());
}

void TestReview::dispute()
{
    test::vote(workspace(), "anna", RowId{2}, Question::PanelType, {"single"}, "looks like one");
    test::vote(workspace(), "ben", RowId{2}, Question::PanelType, {"multiple"});
    test::vote(workspace(), "anna", RowId{2}, Question::Secondary, {"bar plot"});
    test::vote(workspace(), "ben", RowId{2}, Question::Secondary, {"line plot"});
    test::vote(workspace(), "anna", RowId{4}, Question::PanelType, {"single"});
    test::vote(workspace(), "ben", RowId{4}, Question::PanelType, {"multiple"});
    workspace::LabelRequest flag{"anna", {RowId{7}}, {}, journal::Source::Hand};
    flag.decision.isFlagged = true;
    EXPECT_OK(workspace().decide(flag));
    EXPECT_OK(workspace().review("lead", {RowId{1}}, {annotation::Verdict::SentBack, "look again"}));
}

void TestReview::disputedFiguresComeFirstThenSentBackThenFlagged()
{
    dispute();
    openPage();
    const Rows expected = {RowId{2}, RowId{4}, RowId{1}, RowId{7}};
    QVERIFY(page()->queue().rows() == expected);
    QCOMPARE(page()->row(), std::optional(RowId{2}));
    QVERIFY(page()->progressText().contains(QStringLiteral("2 of 2 disputed left")));
    QVERIFY(page()->progressText().contains(QStringLiteral("1 sent back")));
    QTRY_VERIFY(!window().workbench()->experts()->imageView()->picture().isNull());
    for (const RowId row : {RowId{4}, RowId{1}, RowId{7}}) {
        key(Qt::Key_J);
        QTRY_COMPARE(page()->row(), std::optional(row));
    }
    key(Qt::Key_J);
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("last figure")));
}

void TestReview::votesStandSideBySideWithNotes()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    const auto cards = page()->votes()->question(Question::PanelType)->cards();
    QCOMPARE(cards.size(), 2);
    QVERIFY(cards[0]->toolTip().contains(QStringLiteral("anna")));
    QVERIFY(cards[0]->toolTip().contains(QStringLiteral("looks like one")));
    QVERIFY(cards[1]->toolTip().contains(QStringLiteral("ben")));
    QCOMPARE(cards[0]->accessibleName(), QStringLiteral("1: single"));
    QCOMPARE(cards[1]->digit(), 2);
    // Only the current question's answers carry digits.
    QCOMPARE(page()->votes()->current(), std::optional(Question::PanelType));
    for (const AnswerCard* card : page()->votes()->question(Question::Secondary)->cards())
        QCOMPARE(card->digit(), 0);
    key(Qt::Key_Down);
    QCOMPARE(page()->votes()->current(), std::optional(Question::Secondary));
    QCOMPARE(page()->votes()->question(Question::Secondary)->cards().first()->digit(), 1);
}

void TestReview::oneDigitDecidesAndTheNextDisputeFollows()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    key(Qt::Key_2);
    QTRY_COMPARE(page()->votes()->current(), std::optional(Question::Secondary));
    QCOMPARE(page()->row(), std::optional(RowId{2}));
    const auto decided = labels(2).adjudications;
    QCOMPARE(decided.size(), std::size_t(1));
    QVERIFY(decided[0].answer == Answer{"multiple"});
    QCOMPARE(decided[0].reviewer, std::string("ada"));
    QVERIFY(page()->votes()->question(Question::PanelType)->stateText().contains(QStringLiteral("decided by ada")));
    key(Qt::Key_1);
    QTRY_COMPARE(page()->row(), std::optional(RowId{4})); // nothing is disputed any more: the next figure
    QTRY_VERIFY(page()->progressText().contains(QStringLiteral("1 of 2 disputed left")));
    QTRY_VERIFY(page()->detail());
    key(Qt::Key_1);
    QTRY_COMPARE(page()->row(), std::optional(RowId{1}));
    QVERIFY(labels(4)[Question::PanelType].answer == Answer{"single"});
}

void TestReview::undoBringsTheDisputeBack()
{
    dispute();
    openPage();
    key(Qt::Key_J);
    QTRY_VERIFY(page()->row() == RowId{4} && page()->detail());
    key(Qt::Key_1);
    QTRY_COMPARE(page()->row(), std::optional(RowId{1}));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(page()->row(), std::optional(RowId{4}));
    QTRY_VERIFY(page()->detail() && page()->votes()->question(Question::PanelType)->isDisputed());
    QVERIFY(labels(4).adjudications.empty());
}

void TestReview::enterAcceptsAndGoesOn()
{
    dispute();
    openPage();
    key(Qt::Key_J);
    key(Qt::Key_J);
    QTRY_VERIFY(page()->row() == RowId{1} && page()->detail()); // sent back, and nobody disagrees
    key(Qt::Key_Return);
    QTRY_COMPARE(page()->row(), std::optional(RowId{7}));
    QCOMPARE(labels(1).review.verdict, annotation::Verdict::Accepted);
    QTRY_VERIFY(page()->queue().rows().size() == 3);
}

// Else it would be out of the queue, and still without an answer.
void TestReview::whatHasNoMajorityCannotBeAccepted()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    page()->votes()->moveBy(1);
    key(Qt::Key_Return);
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("no majority on “panel type”")));
    QCOMPARE(page()->votes()->current(), std::optional(Question::PanelType));
    QCOMPARE(page()->row(), std::optional(RowId{2}));
    QVERIFY(settle());
    QCOMPARE(labels(2).review.verdict, annotation::Verdict::None);
}

void TestReview::sendingBackAsksForAComment()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    key(Qt::Key_B);
    QTRY_VERIFY(page()->findChild<QInputDialog*>());
    auto* dialog = page()->findChild<QInputDialog*>();
    auto* field = dialog->findChild<QLineEdit*>();
    dialog->activateWindow();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("count the panels"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(page()->row(), std::optional(RowId{4}));
    QCOMPARE(labels(2).review.verdict, annotation::Verdict::SentBack);
    QCOMPARE(labels(2).review.comment, std::string("count the panels"));
}

void TestReview::reopeningTakesTheDecisionBack()
{
    dispute();
    openPage();
    key(Qt::Key_J);
    QTRY_VERIFY(page()->row() == RowId{4} && page()->detail());
    key(Qt::Key_1);
    QTRY_COMPARE(page()->row(), std::optional(RowId{1}));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(page()->row() == RowId{4} && page()->detail() && settle());
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!labels(4).adjudications.empty());
    QTRY_VERIFY(settle());
    key(Qt::Key_O);
    QTRY_VERIFY(labels(4).adjudications.empty());
    QCOMPARE(labels(4).review.verdict, annotation::Verdict::Reopened);
    QCOMPARE(page()->row(), std::optional(RowId{4}));
}

void TestReview::wholeLifeIsToldInWords()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    key(Qt::Key_2);
    QTRY_VERIFY(page()->votes()->lifeText().contains(QStringLiteral("<b>ada</b>")));
    const QString life = page()->votes()->lifeText();
    QVERIFY(life.contains(QStringLiteral("<b>anna</b>: panel type “single”, note “looks like one”")));
    QVERIFY(life.indexOf(QStringLiteral("anna")) < life.indexOf(QStringLiteral("ada")));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(page()->votes()->lifeText().contains(QStringLiteral("undone")));
}

void TestReview::keysOfLabellingDoNothingHere()
{
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    const std::size_t before = workspace().history({}).value().size();
    for (const int each : {Qt::Key_A, Qt::Key_D, Qt::Key_U, Qt::Key_S, Qt::Key_F, Qt::Key_Period, Qt::Key_9})
        key(each);
    QVERIFY(settle());
    QCOMPARE(workspace().history({}).value().size(), before);
    // Tab moves the focus into the votes, whose cards Space presses.
    key(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != page());
    page()->votes()->question(Question::PanelType)->cards().last()->setFocus();
    key(Qt::Key_Space);
    QTRY_COMPARE(labels(2).adjudications.size(), std::size_t(1));
}

void TestReview::remappedKeyWorksAndIsPrinted()
{
    Keymap keymap = window().actions().keymap();
    keymap.addKey(ActionId::SendBack, QKeySequence(Qt::Key_Y));
    keymap.removeKey(ActionId::SendBack, QKeySequence(Qt::Key_B));
    const_cast<Actions&>(window().actions()).setKeymap(keymap);
    dispute();
    openPage();
    QTRY_VERIFY(page()->detail());
    QStringList printed;
    for (const QPushButton* button : page()->findChildren<QPushButton*>())
        printed += button->text();
    QVERIFY2(printed.contains(QStringLiteral("Send back… · Y")), qPrintable(printed.join(QLatin1Char('|'))));
    key(Qt::Key_B);
    QVERIFY(!page()->findChild<QInputDialog*>());
    key(Qt::Key_Y);
    QTRY_VERIFY(page()->findChild<QInputDialog*>());
    page()->findChild<QInputDialog*>()->reject();
}

void TestReview::panelsComeBackAsTheyWere()
{
    Workbench* workbench = window().workbench();
    const auto hidden = [workbench] {
        QStringList names;
        for (const QDockWidget* dock : workbench->findChildren<QDockWidget*>())
            if (dock->isHidden())
                names += dock->objectName();
        names.sort();
        return names;
    };
    window().actions()[ActionId::ToggleFigurePanel]->trigger();
    const QStringList before = hidden();
    QVERIFY(before.contains(QStringLiteral("figure")));
    openPage();
    QVERIFY(hidden().contains(QStringLiteral("labels")));
    // What is kept for the next start are the panels of labelling.
    QVERIFY(!workbench->experts()->panelsBefore().isEmpty());
    QCOMPARE(workbench->panels(), workbench->experts()->panelsBefore());
    key(Qt::Key_Escape);
    QTRY_VERIFY(workbench->gallery()->isVisible());
    QTRY_COMPARE(hidden(), before);
    QVERIFY(workbench->figure()->row());
}

void TestReview::whereNothingIsDisputedThePageSaysWhatToDo()
{
    openPage();
    QTRY_VERIFY(page()->emptyText().startsWith(QStringLiteral("Nothing to review")));
    // Another window would do it; what it does before this one looked for news the first time is not told.
    QTRY_VERIFY((dispute(), page()->row() == RowId{2}));
}

void TestReview::whoWorksBlindSeesNoVotes()
{
    dispute();
    window().session().setBlind(true);
    QTRY_VERIFY(settle());
    openPage();
    QTRY_VERIFY(page()->emptyText().contains(QStringLiteral("work blind")));
    QVERIFY(!page()->row());
}

QTEST_MAIN(TestReview)
#include "tst_review_window.moc"
