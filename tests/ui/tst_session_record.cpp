// What a session comes to.

#include "ui/session/sessionrecord.h"

#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using namespace std::chrono_literals;
using Kind = SessionEvent::Kind;

class TestSessionRecord : public QObject {
    Q_OBJECT
private slots:
    void emptySessionComesToNothing();
    void figuresAreCountedOnceAndUndoneOnesNot();
    void laterAnswerTakesThePlaceOfTheEarlier();
    void breaksAreNoTimeAtWork();
    void longestRunEndsAtABreak();
};

namespace {

SessionEvent decided(std::chrono::milliseconds at, const std::string& id, std::vector<RowId> rows, Answer answer,
                     Question question = Question::Secondary)
{
    SessionEvent event{Kind::Decided, at, id, {}, std::move(rows)};
    event.content[question] = journal::Vote{false, std::move(answer)};
    return event;
}

SessionEvent toggled(Kind kind, std::chrono::milliseconds at, const std::string& id)
{
    return {kind, at, id, {}, {}};
}

using Classes = std::vector<std::pair<std::string, std::size_t>>;

} // namespace

void TestSessionRecord::emptySessionComesToNothing()
{
    QCOMPARE(summaryOf({}), SessionSummary());
    QCOMPARE(summaryOf({}).figuresPerHour(), 0.0);
    QCOMPARE(summaryOf({}).undoRate(), 0.0);
}

void TestSessionRecord::figuresAreCountedOnceAndUndoneOnesNot()
{
    const RowId a(1), b(2), c(3);
    std::vector<SessionEvent> events = {decided(0s, "one", {a, b}, {"bar plot"}), decided(60s, "two", {a}, {"map"}),
                                        decided(120s, "three", {c}, {"map"}), toggled(Kind::Undone, 180s, "three")};
    SessionSummary summary = summaryOf(events);
    QCOMPARE(summary.figures, std::size_t(2));
    QCOMPARE(summary.decisions, std::size_t(3));
    QCOMPARE(summary.undos, std::size_t(1));
    QCOMPARE(summary.activeTime, std::chrono::milliseconds(180s));
    QCOMPARE(summary.figuresPerHour(), 40.0);
    QCOMPARE(summary.undoRate(), 1 / 3.0);
    events.push_back(toggled(Kind::Redone, 181s, "three"));
    summary = summaryOf(events);
    QCOMPARE(summary.figures, std::size_t(3));
    QCOMPARE(summary.redos, std::size_t(1));
}

void TestSessionRecord::laterAnswerTakesThePlaceOfTheEarlier()
{
    const RowId a(1), b(2);
    std::vector<SessionEvent> events = {decided(0s, "one", {a, b}, {"bar plot"}),
                                        decided(1s, "two", {a}, {"bar plot", "map"}),
                                        decided(2s, "three", {b}, {"single"}, Question::PanelType)};
    QCOMPARE(summaryOf(events).classes, (Classes{{"bar plot", 2}, {"map", 1}, {"single", 1}}));
    SessionEvent withdrawn = decided(3s, "four", {a}, {});
    withdrawn.content[Question::Secondary]->isWithdrawn = true;
    events.push_back(withdrawn);
    QCOMPARE(summaryOf(events).classes, (Classes{{"bar plot", 1}, {"single", 1}}));
}

void TestSessionRecord::breaksAreNoTimeAtWork()
{
    const auto summary = summaryOf({decided(0s, "a", {RowId(1)}, {}), decided(10s, "b", {RowId(2)}, {}),
                                    decided(2h, "c", {RowId(3)}, {}), decided(2h + 20s, "d", {RowId(4)}, {})});
    QCOMPARE(summary.activeTime, std::chrono::milliseconds(30s));
    QCOMPARE(summary.figuresPerHour(), 0.0); // less than a minute
}

void TestSessionRecord::longestRunEndsAtABreak()
{
    const auto summary = summaryOf({decided(0s, "a", {RowId(1)}, {}), decided(10s, "b", {RowId(2)}, {}),
                                    decided(10min, "c", {RowId(3)}, {}), decided(11min, "d", {RowId(4)}, {}),
                                    decided(12min, "e", {RowId(5)}, {}), decided(1h, "f", {RowId(6)}, {})});
    QCOMPARE(summary.longestRun, std::chrono::milliseconds(2min));
    QCOMPARE(summary.longestRunDecisions, std::size_t(3));
}

QTEST_MAIN(TestSessionRecord)
#include "tst_session_record.moc"
