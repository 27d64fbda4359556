// Problems as a table and as a file.

#include "ui/problems/problemexport.h"
#include "ui/problems/problemmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestProblemModel : public QObject {
    Q_OBJECT
private slots:
    void filterShowsOneKindAndCountsAll();
    void hundredThousandProblemsAreFilteredAtOnce();
    void csvQuotesWhatNeedsIt();
    void jsonLinesKeepEverything();

private:
    static Problem problem(ProblemKind kind, std::optional<std::string> key, const std::string& text)
    {
        return {kind, {"s/0.tar", {std::move(key), text, kind == ProblemKind::LeftOut}, kind == ProblemKind::Picture}};
    }
};

void TestProblemModel::filterShowsOneKindAndCountsAll()
{
    ProblemModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProblems(std::make_shared<const ProblemRows>(
        ProblemRows{problem(ProblemKind::LeftOut, "a", "the sample has no image"),
                    problem(ProblemKind::Picture, "b", "the picture cannot be shown"),
                    problem(ProblemKind::LeftOut, "c", "the sample has no image")}));
    QCOMPARE(model.rowCount(), 3);
    model.setKind(ProblemKind::LeftOut);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.countOf(ProblemKind::Picture), 1);
    QCOMPARE(model.index(1, ProblemModel::Key).data().toString(), QStringLiteral("c"));
    QVERIFY(!model.index(1, ProblemModel::Advice).data().toString().isEmpty());
    model.setProblems(std::make_shared<const ProblemRows>());
    QCOMPARE(model.rowCount(), 0);
}

void TestProblemModel::hundredThousandProblemsAreFilteredAtOnce()
{
    ProblemRows problems;
    for (int i = 0; i < 100'000; ++i)
        problems.push_back(problem(i % 10 ? ProblemKind::Incomplete : ProblemKind::Picture, std::to_string(i), "x"));
    ProblemModel model;
    QElapsedTimer clock;
    clock.start();
    model.setProblems(std::make_shared<const ProblemRows>(std::move(problems)));
    model.setKind(ProblemKind::Picture);
    QCOMPARE(model.rowCount(), 10'000);
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
}

void TestProblemModel::csvQuotesWhatNeedsIt()
{
    const ProblemRows problems{problem(ProblemKind::LeftOut, "a,b", "says \"no\"\nand stops"),
                               problem(ProblemKind::ShardDamaged, std::nullopt, "short")};
    QCOMPARE(QString::fromStdString(toCsv(problems)),
             QStringLiteral("kind,shard,key,problem\r\n"
                            "left_out,s/0.tar,\"a,b\",\"says \"\"no\"\"\nand stops\"\r\n"
                            "shard_damaged,s/0.tar,,short\r\n"));
}

void TestProblemModel::jsonLinesKeepEverything()
{
    const ProblemRows problems{problem(ProblemKind::Picture, "a", "x\ny"),
                               problem(ProblemKind::ShardAway, std::nullopt, "gone")};
    QCOMPARE(QString::fromStdString(toJsonLines(problems)),
             QStringLiteral(R"({"kind":"picture_broken","shard":"s/0.tar","key":"a","problem":"x\ny"})"
                            "\n"
                            R"({"kind":"shard_away","shard":"s/0.tar","key":null,"problem":"gone"})"
                            "\n"));
}

QTEST_MAIN(TestProblemModel)
#include "tst_problem_model.moc"
