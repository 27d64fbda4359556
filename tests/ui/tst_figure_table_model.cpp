// The result as a table.

#include "tests/ui/window_fixture.h"
#include "ui/models/figuretablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestFigureTableModel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void behavesAsAnItemModel();
    void columnsStandInTheOrderOfTheirNames();
    void snapshotFillsCellsAtOnce();
    void captionsArriveWhenWanted();
    void everySortableColumnIsOneTheEngineKnows();
    void decisionChangesTheState();

private:
    std::unique_ptr<test::WindowFixture> m_fixture;
    QThreadPool m_pool;
    SharedWorkspace m_workspace;
    std::unique_ptr<FigureResultModel> m_figures;
    std::unique_ptr<FigureTableModel> m_table;
};

void TestFigureTableModel::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(100);
    auto opened = workspace::Workspace::open(m_fixture->collection());
    QVERIFY(opened.has_value());
    m_workspace = std::move(*opened);
    m_figures = std::make_unique<FigureResultModel>(m_pool);
    m_table = std::make_unique<FigureTableModel>(*m_figures);
    m_figures->setResult(m_workspace, m_workspace->search({}, Job{}).value());
}

void TestFigureTableModel::cleanup()
{
    m_table.reset();
    m_figures.reset();
    m_workspace.reset();
    m_fixture.reset();
}

void TestFigureTableModel::behavesAsAnItemModel()
{
    QAbstractItemModelTester tester(m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_figures->setResult(m_workspace, m_workspace->search(query::parse("caption:cells").value(), Job{}).value());
    m_figures->want(0, 20);
    QTRY_VERIFY(m_figures->tileAt(20));
    m_figures->setResult(nullptr, nullptr);
    QCOMPARE(m_table->rowCount(), 0);
}

void TestFigureTableModel::columnsStandInTheOrderOfTheirNames()
{
    QCOMPARE(m_table->columnCount(), static_cast<int>(tableColumns().size()));
    for (std::size_t i = 0; i < tableColumns().size(); ++i)
        QCOMPARE(static_cast<std::size_t>(tableColumns()[i].column), i);
    QCOMPARE(m_table->headerData(static_cast<int>(TableColumn::License), Qt::Horizontal).toString(),
             QStringLiteral("Licence"));
}

void TestFigureTableModel::snapshotFillsCellsAtOnce()
{
    const workspace::FigureSummary summary = m_workspace->summary(m_figures->rowIdAt(7)).value();
    QVERIFY(!m_figures->tileAt(7));
    QCOMPARE(m_table->text(7, TableColumn::Pmcid), fromUtf8(summary.pmcid));
    QCOMPARE(m_table->text(7, TableColumn::License), fromUtf8(summary.license));
    QCOMPARE(m_table->text(7, TableColumn::Year), QString::number(summary.year));
    QCOMPARE(m_table->text(7, TableColumn::Size), QStringLiteral("%1 × %2").arg(summary.width).arg(summary.height));
    QCOMPARE(m_table->text(7, TableColumn::State), QStringLiteral("unlabelled"));
    QCOMPARE(m_table->text(7, TableColumn::Caption), QString());
}

void TestFigureTableModel::captionsArriveWhenWanted()
{
    QSignalSpy changed(m_table.get(), &QAbstractItemModel::dataChanged);
    m_figures->want(0, 10);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_table->text(7, TableColumn::Caption).contains(QStringLiteral("about cells")));
    QVERIFY(!m_table->text(7, TableColumn::Key).isEmpty());
}

void TestFigureTableModel::everySortableColumnIsOneTheEngineKnows()
{
    for (const TableColumnInfo& info : tableColumns()) {
        if (!info.sort)
            continue;
        query::Query query;
        query.sort = query::Sort{*info.sort, false};
        const auto sorted = m_workspace->search(query, Job{});
        QVERIFY2(sorted.has_value(), info.text);
        QCOMPARE((*sorted)->size(), std::size_t(100));
    }
}

void TestFigureTableModel::decisionChangesTheState()
{
    workspace::LabelRequest request;
    request.annotator = "ada";
    request.rows = {m_figures->rowIdAt(7)};
    request.decision[Question::PanelType] = journal::Vote{false, Answer{"single"}};
    QVERIFY(m_workspace->decide(request).has_value());
    m_figures->noteDecision(request.rows, m_workspace->snapshot().value());
    QCOMPARE(m_table->text(7, TableColumn::State), QStringLiteral("labelled"));
    QCOMPARE(m_table->text(7, TableColumn::PanelType), QStringLiteral("single"));
    QCOMPARE(m_table->text(7, TableColumn::Annotators), QStringLiteral("ada"));
}

QTEST_MAIN(TestFigureTableModel)
#include "tst_figure_table_model.moc"
