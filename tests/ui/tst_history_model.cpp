// The history as a table: what was done in one go is one line, and new lines leave the others where they are.

#include "ui/history/historymodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

workspace::HistoryEntry decision(int number, const std::string& value, const std::string& group = {})
{
    workspace::HistoryEntry one;
    one.entry.id = std::to_string(number);
    one.entry.group = group;
    one.entry.annotator = "ada";
    one.entry.figures = {FigureId(static_cast<std::uint64_t>(number)), FigureId(1000)};
    one.entry.decision[Question::Secondary] = journal::Vote{false, {value}};
    return one;
}

SharedLines shared(std::vector<workspace::HistoryEntry> entries)
{
    return std::make_shared<const HistoryLines>(linesFrom(std::move(entries)));
}

QString text(const HistoryModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestHistoryModel : public QObject {
    Q_OBJECT
private slots:
    void whatWasMadeInOneGoIsOneLine()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(shared(
            {decision(4, "map"), decision(3, "table", "g"), decision(2, "graph", "g"), decision(1, "bar plot")}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.lineAt(1).id(), std::string("g"));
        QCOMPARE(text(model, 1, HistoryModel::Figures), QStringLiteral("3")); // one of the four is in both
        QVERIFY(text(model, 1, HistoryModel::What).contains(QStringLiteral("“table”")));
        QVERIFY(text(model, 1, HistoryModel::What).contains(QStringLiteral("1")));
        QCOMPARE(text(model, 2, HistoryModel::What), QStringLiteral("“bar plot”"));
    }

    void undoneIsSaidInWordsAndStruckOut()
    {
        HistoryModel model;
        auto entries = std::vector{decision(2, "map"), decision(1, "table")};
        entries[0].isUndone = true;
        model.setLines(shared(entries));
        QCOMPARE(text(model, 0, HistoryModel::State), QStringLiteral("undone"));
        QVERIFY(model.index(0, HistoryModel::What).data(Qt::FontRole).value<QFont>().strikeOut());
        QVERIFY(text(model, 1, HistoryModel::State).isEmpty());
        QVERIFY(!model.index(1, HistoryModel::What).data(Qt::FontRole).value<QFont>().strikeOut());
    }

    void partOfAGroupUndoneIsPartlyUndone()
    {
        auto entries = std::vector{decision(2, "map", "g"), decision(1, "table", "g")};
        entries[1].isUndone = true;
        const HistoryLines lines = linesFrom(entries);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].isPartlyUndone && !lines[0].isUndone);
        entries[0].isUndone = true;
        QVERIFY(linesFrom(entries)[0].isUndone && !linesFrom(entries)[0].isPartlyUndone);
    }

    void newDecisionsComeOnTopAndLeaveTheRest()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(shared({decision(2, "map"), decision(1, "table")}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex kept = model.index(1, 0);
        model.setLines(shared({decision(4, "map"), decision(3, "map"), decision(2, "map"), decision(1, "table")}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(kept.row(), 3);
        model.setLines(shared({decision(4, "map")})); // filtered
        QCOMPARE(reset.size(), 1);
        model.setLines(shared({}));
        QCOMPARE(model.rowCount(), 0);
    }

    void hundredThousandDecisionsAreThereAtOnce()
    {
        std::vector<workspace::HistoryEntry> entries;
        for (int i = 100'000; i > 0; --i)
            entries.push_back(decision(i, "map"));
        const SharedLines before = shared(entries);
        entries.insert(entries.begin(), decision(100'001, "map"));
        const SharedLines after = shared(entries);
        HistoryModel model;
        QElapsedTimer clock;
        clock.start();
        model.setLines(before);
        model.setLines(after);
        for (int row = 0; row < 100'000; row += 1000) // what a view asks while it is scrolled from end to end
            for (int column = 0; column < HistoryModel::ColumnCount; ++column)
                QVERIFY(model.index(row, column).data().isValid());
        QCOMPARE(model.rowCount(), 100'001);
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(TestHistoryModel)
#include "tst_history_model.moc"
