// What a decision implies and what it contradicts.

#include "ui/session/ruleddecision.h"

#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using annotation::Taxonomy;
using journal::Decision;
using journal::Vote;

class TestRuledDecision : public QObject {
    Q_OBJECT
private slots:
    void localClassBringsItsGlobalClass();
    void globalClassJoinsThoseThatAreThere();
    void answerNoClassStays();
    void takingAClassAwayBringsNothing();
    void panelAnswersImplyEachOtherWhereOpen();
    void whatWasAskedForStands();
    void contradictionIsFoundWithAWayOut();
    void withdrawalContradictsNothing();
};

namespace {

const Taxonomy& taxonomy = Taxonomy::builtIn();

Decision say(Question question, Answer answer)
{
    Decision decision;
    decision[question] = Vote{false, std::move(answer)};
    return decision;
}

Answers own(Question question, Answer answer)
{
    Answers answers;
    answers[question] = std::move(answer);
    return answers;
}

} // namespace

void TestRuledDecision::localClassBringsItsGlobalClass()
{
    Decision expected = say(Question::Secondary, {"bar plot"});
    expected[Question::Primary] = Vote{false, {"Plots and Charts"}};
    QCOMPARE(withImplied(say(Question::Secondary, {"bar plot"}), {}, taxonomy), expected);
}

void TestRuledDecision::globalClassJoinsThoseThatAreThere()
{
    const Decision made =
        withImplied(say(Question::Secondary, {"bar plot"}), own(Question::Primary, {"Microscopy"}), taxonomy);
    QCOMPARE(made[Question::Primary]->answer, (Answer{"Microscopy", "Plots and Charts"}));
    const Decision same =
        withImplied(say(Question::Secondary, {"bar plot"}), own(Question::Primary, {"Plots and Charts"}), taxonomy);
    QVERIFY(!same[Question::Primary]);
}

void TestRuledDecision::answerNoClassStays()
{
    const Answers before = own(Question::Primary, {});
    const Decision made = withImplied(say(Question::Secondary, {"bar plot"}), before, taxonomy);
    QVERIFY(!made[Question::Primary]);
    QCOMPARE(contradictionsIn(made, before, taxonomy).size(), std::size_t(1));
}

void TestRuledDecision::takingAClassAwayBringsNothing()
{
    const Answers before = own(Question::Secondary, {"bar plot", "microscopy"});
    QCOMPARE(withImplied(say(Question::Secondary, {"microscopy"}), before, taxonomy),
             say(Question::Secondary, {"microscopy"}));
}

void TestRuledDecision::panelAnswersImplyEachOtherWhereOpen()
{
    const Decision type = withImplied(say(Question::PanelType, {"single"}), {}, taxonomy);
    QCOMPARE(type[Question::PanelSubtype]->answer, Answer{"single panel"});
    const Decision subtype = withImplied(say(Question::PanelSubtype, {"single panel"}), {}, taxonomy);
    QCOMPARE(subtype[Question::PanelType]->answer, Answer{"single"});
    const Answers several = own(Question::PanelSubtype, {"multiple panels: plots"});
    QVERIFY(!withImplied(say(Question::PanelType, {"single"}), several, taxonomy)[Question::PanelSubtype]);
    QVERIFY(!withImplied(say(Question::PanelType, {"multiple"}), {}, taxonomy)[Question::PanelSubtype]);
}

void TestRuledDecision::whatWasAskedForStands()
{
    Decision both = say(Question::Secondary, {"bar plot"});
    both[Question::Primary] = Vote{false, {"Maps"}};
    QCOMPARE(withImplied(both, {}, taxonomy), both);
    QCOMPARE(contradictionsIn(both, {}, taxonomy).size(), std::size_t(1));
}

void TestRuledDecision::contradictionIsFoundWithAWayOut()
{
    const auto found = contradictionsIn(say(Question::PanelType, {"multiple"}),
                                        own(Question::PanelSubtype, {"single panel"}), taxonomy);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().rule, annotation::Rule::MultipleWithSinglePanel);
    const auto request = mending({found.front(), {RowId(7)}}, "ada");
    QVERIFY(request);
    QCOMPARE(request->rows, Rows{RowId(7)});
    QCOMPARE(request->annotator, std::string("ada"));
    QVERIFY(!request->decision.isEmpty());
    QVERIFY(!mending({annotation::Violation{}, {RowId(7)}}, "ada"));
}

void TestRuledDecision::withdrawalContradictsNothing()
{
    Decision withdrawn;
    withdrawn[Question::PanelSubtype] = Vote{true, {}};
    Answers before = own(Question::PanelType, {"multiple"});
    before[Question::PanelSubtype] = Answer{"single panel"};
    QVERIFY(contradictionsIn(withdrawn, before, taxonomy).empty());
}

QTEST_MAIN(TestRuledDecision)
#include "tst_ruled_decision.moc"
