// The result set as an item model.

#include "tests/ui/window_fixture.h"
#include "ui/models/figureresultmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <numeric>

using namespace biomedica;
using namespace biomedica::ui;

class TestFigureResultModel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void behavesAsAnItemModel();
    void dataIsALookUp();
    void wantedRowsArrive();
    void matchesAreMarked();
    void examplesAreTold();
    void decisionRefreshesItsRowsOnly();
    void decisionsInQuickSuccessionAllShow();
    void nextUnlabelledSkipsLabelled();
    void millionsOfRowsCostNothing();

private:
    void open(const char* query);

    std::unique_ptr<test::WindowFixture> m_fixture;
    QThreadPool m_pool;
    SharedWorkspace m_workspace;
    std::unique_ptr<FigureResultModel> m_model;
};

void TestFigureResultModel::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(200);
    auto opened = workspace::Workspace::open(m_fixture->collection());
    QVERIFY(opened.has_value());
    m_workspace = std::move(*opened);
    m_model = std::make_unique<FigureResultModel>(m_pool);
}

void TestFigureResultModel::cleanup()
{
    m_model.reset();
    m_workspace.reset();
    m_fixture.reset();
}

void TestFigureResultModel::open(const char* query)
{
    m_model->setResult(m_workspace, m_workspace->search(query::parse(query).value(), Job{}).value());
}

void TestFigureResultModel::behavesAsAnItemModel()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    open("");
    QCOMPARE(m_model->rowCount(), 200);
    m_model->want(0, 199);
    QTRY_VERIFY(m_model->tileAt(199));
    open("cells");
    m_model->setResult(nullptr, nullptr);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestFigureResultModel::dataIsALookUp()
{
    open("");
    QVERIFY(!m_model->data(m_model->index(0), Qt::DisplayRole).isValid());
    QVERIFY(!m_model->isReading()); // asking for data starts nothing
    QCOMPARE(m_model->data(m_model->index(0), FigureResultModel::IsLabelledRole), QVariant(false));
}

void TestFigureResultModel::wantedRowsArrive()
{
    open("");
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->want(130, 140);
    QTRY_VERIFY(m_model->tileAt(130));
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed[0][0].toModelIndex().row() <= 130 && changed[0][1].toModelIndex().row() >= 140);
    QVERIFY(!m_model->tileAt(0)); // nobody asked for it
    QVERIFY(m_model->data(m_model->index(130), Qt::DisplayRole).toString().contains(QLatin1String("cells")));
}

void TestFigureResultModel::matchesAreMarked()
{
    open("cells");
    m_model->want(0, 0);
    QTRY_VERIFY(m_model->tileAt(0));
    const MarkedText& caption = m_model->tileAt(0)->caption;
    QCOMPARE(caption.marks.size(), std::size_t(1));
    QCOMPARE(caption.text.mid(caption.marks[0].start, caption.marks[0].length), QStringLiteral("cells"));
}

void TestFigureResultModel::examplesAreTold()
{
    auto result = std::make_shared<query::ResultSet>(*m_workspace->search({}, Job{}).value());
    const auto keyAt = [&](std::size_t place) { return m_workspace->summary(result->rowAt(place)).value().key; };
    result->query = query::parse("like:" + keyAt(2) + " like:@1 like:gone -like:" + keyAt(5)).value();
    m_model->setResult(m_workspace, result);
    m_model->want(0, 9);
    QTRY_VERIFY(m_model->tileAt(9));
    for (int row = 0; row < 10; ++row)
        QCOMPARE(m_model->tileAt(row)->example, row == 2   ? FigureTile::Example::Wanted
                                                : row == 5 ? FigureTile::Example::Unwanted
                                                           : FigureTile::Example::None);
    const auto spoken = [&](int row) { return m_model->index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(m_model->tileAt(1)->tip(), fromUtf8(keyAt(1)));
    QCOMPARE(m_model->tileAt(2)->tip(), fromUtf8(keyAt(2)) + QStringLiteral("\nan example of this search"));
    QVERIFY(spoken(2).startsWith(QStringLiteral("an example of this search, ")));
    QVERIFY(spoken(5).startsWith(QStringLiteral("a counter-example of this search, ")));
    QVERIFY(!spoken(1).contains(QStringLiteral("example")));
}

void TestFigureResultModel::decisionRefreshesItsRowsOnly()
{
    open("");
    m_model->want(0, 199);
    QTRY_VERIFY(m_model->tileAt(199));
    journal::Decision decision;
    decision[Question::Primary] = journal::Vote{false, {"Microscopy"}};
    const auto receipt = m_workspace->decide({"ada", {m_model->rowIdAt(70)}, decision});
    QVERIFY(receipt.has_value());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->noteDecision(receipt->rows, m_workspace->snapshot().value());
    QVERIFY(m_model->tileAt(70)); // what was there stays until the new arrives
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_model->tileAt(70)->summary.isLabelled);
    QCOMPARE(changed[0][0].toModelIndex().row(), 70);
    QCOMPARE(changed[0][1].toModelIndex().row(), 70);
    QCOMPARE(m_model->data(m_model->index(70), FigureResultModel::IsLabelledRole), QVariant(true));
}

// One after the other without waiting, on one tile, on its neighbours and on many: the last word is what shows.
void TestFigureResultModel::decisionsInQuickSuccessionAllShow()
{
    open("");
    m_model->want(0, 199);
    QTRY_VERIFY(m_model->tileAt(199));
    const auto decide = [&](const Rows& rows, const char* name) {
        journal::Decision decision;
        decision[Question::Primary] = journal::Vote{false, {name}};
        const auto receipt = m_workspace->decide({"ada", rows, decision});
        QVERIFY(receipt.has_value());
        m_model->noteDecision(receipt->rows, m_workspace->snapshot().value());
    };
    Rows many;
    for (int row = 60; row < 130; ++row)
        many.push_back(m_model->rowIdAt(row));
    for (int round = 0; round < 5; ++round) {
        decide({m_model->rowIdAt(70)}, "Microscopy");
        decide({m_model->rowIdAt(71)}, "Maps");
        decide(many, "Tables");
        decide({m_model->rowIdAt(70)}, "PCR");
        decide({m_model->rowIdAt(70)}, "Maps");
        decide({m_model->rowIdAt(72)}, "Microscopy");
    }
    QTRY_VERIFY(!m_model->isReading());
    const auto shown = [&](int row) { return m_model->tileAt(row)->summary.effective[Question::Primary]; };
    QCOMPARE(shown(70), std::optional(Answer{"Maps"}));
    QCOMPARE(shown(71), std::optional(Answer{"Tables"}));
    QCOMPARE(shown(72), std::optional(Answer{"Microscopy"}));
    QCOMPARE(shown(129), std::optional(Answer{"Tables"}));
}

void TestFigureResultModel::nextUnlabelledSkipsLabelled()
{
    open("");
    journal::Decision decision;
    decision[Question::PanelType] = journal::Vote{false, {"single"}};
    const auto receipt =
        m_workspace->decide({"ada", {m_model->rowIdAt(1), m_model->rowIdAt(2), m_model->rowIdAt(199)}, decision});
    m_model->noteDecision(receipt->rows, m_workspace->snapshot().value());
    QCOMPARE(m_model->nextUnlabelled(0, 1), std::optional(3));
    QCOMPARE(m_model->nextUnlabelled(3, -1), std::optional(0));
    QVERIFY(!m_model->nextUnlabelled(198, 1));
}

void TestFigureResultModel::millionsOfRowsCostNothing()
{
    auto result = std::make_shared<query::ResultSet>();
    result->figures = query::FigureSet(Bitmap::ofAll(24'076'288));
    m_model->setResult(nullptr, result);
    QCOMPARE(m_model->rowCount(), 24'076'288);
    m_model->want(12'000'000, 12'000'100);
    QCOMPARE(m_model->positionOf(RowId(24'076'287)), std::optional(24'076'287));
}

QTEST_MAIN(TestFigureResultModel)
#include "tst_figure_result_model.moc"
