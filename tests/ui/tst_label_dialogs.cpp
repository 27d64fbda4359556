// History, classes and contradictions in the window, by the keyboard.

#include "tests/ui/window_fixture.h"
#include "ui/checks/checksdialog.h"
#include "ui/gallery/galleryview.h"
#include "ui/history/historydialog.h"
#include "ui/history/historyfilters.h"
#include "ui/history/historymodel.h"
#include "ui/history/undopanel.h"
#include "ui/shell/labeldialogs.h"
#include "ui/taxonomy/taxonomydialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace biomedica;
using namespace biomedica::ui;
using Kind = ClassForm::Kind;

class TestLabelDialogs : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void oldDecisionIsUndoneAndLaterOnesStay();
    void undoneDecisionIsRedone();
    void historyIsFilteredByPersonAndClass();
    void lifeOfOneFigureIsAKeyAway();
    void figuresOfADecisionAreSelected();
    void historyFollowsWhatIsDecided();
    void classIsRenamedFromTheKeyboardAndUndone();
    void changeThatMakesNoSenseIsRefusedInPlace();
    void classIsAddedBelowTheChosenOne();
    void classesTravelThroughAFile();
    void contradictionsAreMendedInBulkAndComeBackWithOneUndo();
    void figuresThatContradictAreSelected();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Workspace& workspace() { return *window().session().workspace(); }
    FigureSelection* selection() { return window().workbench()->selection(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(window().windowHandle(), key, modifiers);
    }
    template <typename Dialog>
    Dialog* dialog()
    {
        Dialog* found = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            found = window().findChild<Dialog*>();
            return found && found->isVisible() && found->isSettled();
        });
        return isThere ? found : nullptr;
    }
    RowId row(int figure) { return window().workbench()->figures()->rowIdAt(figure); }
    /// Decided, and shown by everything.
    void decide(const std::vector<int>& figures, const std::string& value, const QString& annotator);
    void makeContradictions();
    std::vector<bool> undone();
    std::size_t contradictions() { return workspace().contradictions({}).value().size(); }
    static void pressButton(QPushButton* button)
    {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestLabelDialogs::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(12);
    QVERIFY(m_fixture->open());
    window().workbench()->gallery()->setFocus();
}

void TestLabelDialogs::decide(const std::vector<int>& figures, const std::string& value, const QString& annotator)
{
    window().session().setAnnotator(annotator);
    LabelTarget target{{}, row(figures.front()), false};
    for (const int figure : figures)
        target.rows.push_back(row(figure));
    window().decisions().answer(target, Question::PanelType, value);
    QVERIFY(QTest::qWaitFor([this] { return !window().decisions().isBusy() && window().isSettled(); }));
}

/// By decision, newest first.
std::vector<bool> TestLabelDialogs::undone()
{
    std::vector<bool> states;
    const auto history = workspace().history({}).value();
    for (const workspace::HistoryEntry& one : history)
        states.push_back(one.isUndone);
    return states;
}

void TestLabelDialogs::oldDecisionIsUndoneAndLaterOnesStay()
{
    decide({0, 1, 2}, "multiple", QStringLiteral("ada"));
    decide({0}, "single", QStringLiteral("ada"));
    press(Qt::Key_H, Qt::ControlModifier);
    auto* history = dialog<HistoryDialog>();
    QVERIFY(history);
    QCOMPARE(history->model()->rowCount(), 2);
    QTRY_VERIFY(history->panel()->text()->text().contains(QStringLiteral("1 of 1 figure")));
    QTest::keyClick(history->table(), Qt::Key_Down);
    QTRY_VERIFY(history->panel()->text()->text().contains(QStringLiteral("2 of 3 figures")));
    pressButton(history->panel()->undoButton());
    QTRY_VERIFY((undone() == std::vector{false, true}));
    QTRY_COMPARE(history->model()->index(1, HistoryModel::State).data().toString(), QStringLiteral("undone"));
    QCOMPARE(workspace().summary(row(0)).value().effective[Question::PanelType].value(), Answer{"single"});
    QVERIFY(workspace().summary(row(0)).value().isLabelled);
    QVERIFY(!workspace().summary(row(1)).value().isLabelled);
}

void TestLabelDialogs::undoneDecisionIsRedone()
{
    decide({0}, "multiple", QStringLiteral("ada"));
    decide({1}, "multiple", QStringLiteral("bob"));
    auto* history = window().labelDialogs()->openHistory(false);
    QVERIFY(dialog<HistoryDialog>());
    QTest::keyClick(history->table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(history->panel()->text()->text().contains(QStringLiteral("2 of 2 figures")));
    pressButton(history->panel()->undoButton());
    QTRY_VERIFY((undone() == std::vector{true, true}));
    QTRY_VERIFY(history->panel()->redoButton()->isEnabled());
    QVERIFY(!history->panel()->undoButton()->isEnabled());
    pressButton(history->panel()->redoButton());
    QTRY_VERIFY((undone() == std::vector{false, false}));
}

void TestLabelDialogs::historyIsFilteredByPersonAndClass()
{
    decide({0, 1}, "multiple", QStringLiteral("ada"));
    decide({2}, "single", QStringLiteral("bob"));
    auto* history = window().labelDialogs()->openHistory(false);
    QVERIFY(dialog<HistoryDialog>());
    QCOMPARE(history->filters()->annotatorBox()->count(), 3); // everybody, ada, bob
    QTest::keyClicks(history->filters()->annotatorBox(), QStringLiteral("bob"));
    QTRY_COMPARE(history->model()->rowCount(), 1);
    QCOMPARE(history->model()->index(0, HistoryModel::Who).data().toString(), QStringLiteral("bob"));
    QTest::keyClicks(history->filters()->classField(), QStringLiteral("multiple"));
    QTRY_COMPARE(history->model()->rowCount(), 0);
    history->filters()->annotatorBox()->setCurrentIndex(0);
    QTRY_COMPARE(history->model()->rowCount(), 1);
    QCOMPARE(history->model()->index(0, HistoryModel::Who).data().toString(), QStringLiteral("ada"));
    history->filters()->classField()->clear();
    history->filters()->daysBox()->setCurrentIndex(static_cast<int>(HistoryFilters::Days::Today));
    QTRY_COMPARE(history->model()->rowCount(), 2);
}

void TestLabelDialogs::lifeOfOneFigureIsAKeyAway()
{
    decide({0, 1}, "multiple", QStringLiteral("ada"));
    decide({2}, "single", QStringLiteral("ada"));
    selection()->setCursor(1);
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto* history = dialog<HistoryDialog>();
    QVERIFY(history);
    QVERIFY(history->filters()->figureBox()->isChecked());
    QCOMPARE(history->model()->rowCount(), 1);
    QTest::keyClick(history->filters()->figureBox(), Qt::Key_Space);
    QTRY_COMPARE(history->model()->rowCount(), 2);
}

void TestLabelDialogs::figuresOfADecisionAreSelected()
{
    decide({3, 5}, "multiple", QStringLiteral("ada"));
    auto* history = window().labelDialogs()->openHistory(false);
    QVERIFY(dialog<HistoryDialog>());
    history->table()->selectRow(0);
    QTRY_VERIFY(history->panel()->showButton()->isEnabled());
    pressButton(history->panel()->showButton());
    QTRY_COMPARE(selection()->rows().count(), 2);
    QVERIFY(selection()->isSelected(3) && selection()->isSelected(5));
    QCOMPARE(selection()->cursor(), std::optional(3));
}

void TestLabelDialogs::historyFollowsWhatIsDecided()
{
    decide({0}, "multiple", QStringLiteral("ada"));
    auto* history = window().labelDialogs()->openHistory(false);
    QVERIFY(dialog<HistoryDialog>());
    auto other = workspace::Workspace::open(m_fixture->collection()).value();
    workspace::LabelRequest request{"bob", {row(4)}, {}, journal::Source::Hand};
    request.decision[Question::PanelType] = journal::Vote{false, {"multiple"}};
    QVERIFY(other->decide(request).has_value());
    QTRY_COMPARE(history->model()->rowCount(), 2);
    QCOMPARE(history->model()->index(0, HistoryModel::Who).data().toString(), QStringLiteral("bob"));
}

void TestLabelDialogs::classIsRenamedFromTheKeyboardAndUndone()
{
    auto* classes = window().labelDialogs()->openClasses();
    QVERIFY(dialog<TaxonomyDialog>());
    QTest::keyClicks(classes->searchField(), QStringLiteral("bar plot"));
    classes->choose({Question::Secondary, "bar plot"});
    QTRY_VERIFY(classes->button(Kind::Rename)->isEnabled());
    QCOMPARE(classes->tree()->currentIndex().siblingAtColumn(ClassTreeModel::Figures).data().toString(),
             QStringLiteral("12"));
    pressButton(classes->button(Kind::Rename));
    QVERIFY(classes->form());
    QVERIFY(!classes->form()->button()->isEnabled());
    QTest::keyClicks(classes->form()->nameField(), QStringLiteral("bar chart"));
    QTRY_VERIFY(classes->form()->button()->isEnabled());
    QVERIFY(classes->form()->effect()->text().contains(QStringLiteral("12 figures")));
    QTest::keyClick(classes->form()->nameField(), Qt::Key_Return);
    QTRY_VERIFY(classes->model()->indexOf({Question::Secondary, "bar chart"}).isValid());
    QTRY_VERIFY(
        (classes->model()->classAt(classes->tree()->currentIndex()) == ClassName{Question::Secondary, "bar chart"}));
    QCOMPARE(workspace().summary(row(0)).value().effective[Question::Secondary].value(), Answer{"bar chart"});
    QTRY_VERIFY(!classes->form());
    classes->activateWindow(); // what a window manager does when the form above it closes
    QVERIFY(QTest::qWaitForWindowActive(classes));
    QTest::keyClick(classes->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(classes->model()->indexOf({Question::Secondary, "bar plot"}).isValid());
    QCOMPARE(workspace().summary(row(0)).value().effective[Question::Secondary].value(), Answer{"bar plot"});
}

void TestLabelDialogs::changeThatMakesNoSenseIsRefusedInPlace()
{
    auto* classes = window().labelDialogs()->openClasses();
    QVERIFY(dialog<TaxonomyDialog>());
    classes->choose({Question::Primary, "Maps"});
    pressButton(classes->button(Kind::Deprecate));
    QTRY_VERIFY(classes->form()->isSettled());
    QVERIFY(!classes->form()->button()->isEnabled()); // there are classes below it
    QVERIFY(classes->form()->effect()->property("isBad").toBool());
    QVERIFY(classes->form()->effect()->text().contains(QStringLiteral("below 'Maps'")));
    QTest::keyClick(classes->form(), Qt::Key_Escape);
    QTRY_VERIFY(!classes->form());
    classes->choose({Question::Secondary, "map"});
    pressButton(classes->button(Kind::Split));
    QTest::keyClicks(classes->form()->partsField(), QStringLiteral("street map"));
    QTRY_VERIFY(classes->form()->isSettled());
    QVERIFY(!classes->form()->button()->isEnabled());
    QTest::keyClick(classes->form()->partsField(), Qt::Key_Return);
    QTest::keyClicks(classes->form()->partsField(), QStringLiteral("weather map"));
    QTRY_VERIFY(classes->form()->button()->isEnabled());
    QVERIFY(workspace().history({}).value().empty());
}

void TestLabelDialogs::classIsAddedBelowTheChosenOne()
{
    auto* classes = window().labelDialogs()->openClasses();
    QVERIFY(dialog<TaxonomyDialog>());
    classes->choose({Question::Secondary, "map"});
    pressButton(classes->button(Kind::Add));
    QCOMPARE(classes->form()->otherBox()->currentText(), QStringLiteral("Maps"));
    QTest::keyClicks(classes->form()->nameField(), QStringLiteral("globe"));
    QTRY_VERIFY(classes->form()->button()->isEnabled());
    QTest::keyClick(classes->form()->nameField(), Qt::Key_Return);
    QTRY_COMPARE(workspace().taxonomy().value()->parentOf("globe"), std::string("Maps"));
    QTRY_VERIFY(!classes->form());
    classes->tree()->setCurrentIndex(classes->model()->index(0, 0)); // the heading "panel type"
    pressButton(classes->button(Kind::Add));
    QVERIFY(!classes->form()->otherBox());
    QTest::keyClicks(classes->form()->nameField(), QStringLiteral("unclear"));
    QTRY_VERIFY(classes->form()->button()->isEnabled());
    QTest::keyClick(classes->form()->nameField(), Qt::Key_Return);
    QTRY_VERIFY(workspace().taxonomy().value()->knows(Question::PanelType, "unclear"));
}

void TestLabelDialogs::classesTravelThroughAFile()
{
    const QString file = QString::fromStdString((m_fixture->folder() / "classes.json").string());
    auto* classes = window().labelDialogs()->openClasses();
    QVERIFY(dialog<TaxonomyDialog>());
    classes->importFrom(file);
    QTRY_VERIFY(classes->message()->property("isBad").toBool()); // not there yet
    classes->exportTo(file);
    QTRY_VERIFY(classes->message()->text().contains(QStringLiteral("classes.json")));
    const auto before = workspace().taxonomy().value();
    QVERIFY(workspace().editTaxonomy("ada", {Kind::Rename, Question::Secondary, "map", {"globe"}, {}}).has_value());
    classes->importFrom(file);
    QTRY_VERIFY(classes->form() && classes->form()->button()->isEnabled());
    pressButton(classes->form()->button());
    QTRY_COMPARE(workspace().taxonomy().value()->options(Question::Secondary), before->options(Question::Secondary));
}

void TestLabelDialogs::makeContradictions()
{
    m_fixture = std::make_unique<test::WindowFixture>(0);
    test::ShardBuilder shard;
    for (int figure = 0; figure < 10; ++figure) {
        const std::string accession = "PMC" + std::to_string(figure);
        json::Value metadata = test::metadata(accession, "fig1");
        if (figure < 6)
            metadata["image_panel_type"] = "multiple";
        else if (figure < 8)
            metadata["image_primary_label"] = {figure == 6 ? "Maps" : "Tables"};
        shard.figure(test::keyOf(accession, 0, "fig1"), figure, metadata, "figure " + accession);
    }
    shard.write(m_fixture->shard());
    QVERIFY(test::makeCollection(m_fixture->collection(), {m_fixture->shard()}).has_value());
    QVERIFY(m_fixture->open());
}

void TestLabelDialogs::contradictionsAreMendedInBulkAndComeBackWithOneUndo()
{
    makeContradictions();
    const std::size_t before = contradictions();
    auto* checks = window().labelDialogs()->openChecks();
    QVERIFY(dialog<ChecksDialog>());
    QCOMPARE(checks->model()->rowCount(), 2);
    QVERIFY(checks->message()->text().contains(QStringLiteral("8 figures")));
    QVERIFY(checks->fixButtons().first()->text().contains(QStringLiteral("6 figures")));
    pressButton(checks->fixButtons().first());
    QTRY_VERIFY(checks->isSettled() && checks->model()->rowCount() == 1);
    QTest::keyClick(checks->tree(), Qt::Key_Home); // the rule, which stands over two contradictions
    QVERIFY(checks->fixButtons().first()->text().contains(QStringLiteral("2 figures")));
    pressButton(checks->fixButtons().first());
    QTRY_VERIFY(checks->isSettled() && checks->model()->rowCount() == 0);
    QCOMPARE(contradictions(), std::size_t(0));
    for (int undo = 0; undo < 2; ++undo)
        QTest::keyClick(checks->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(contradictions(), before);
    QTRY_COMPARE(checks->model()->rowCount(), 2);
    QTRY_VERIFY(checks->isSettled());
}

void TestLabelDialogs::figuresThatContradictAreSelected()
{
    makeContradictions();
    auto* checks = window().labelDialogs()->openChecks();
    QVERIFY(dialog<ChecksDialog>());
    checks->tree()->setCurrentIndex(checks->model()->index(1, 0));
    pressButton(checks->showButton());
    QTRY_COMPARE(selection()->rows().count(), 2);
    QVERIFY(selection()->isSelected(6) && selection()->isSelected(7));
}

QTEST_MAIN(TestLabelDialogs)
#include "tst_label_dialogs.moc"
