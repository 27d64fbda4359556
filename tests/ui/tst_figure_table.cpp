// The table's gestures and columns.

#include "tests/ui/window_fixture.h"
#include "ui/table/figuretable.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using Ranges = std::vector<RowRanges::Range>;

class TestFigureTable : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keysMoveByRows();
    void clicksSelect();
    void headerSortsByWhatTheEngineCan();
    void columnsAreChosenAndComeBack();
    void lastColumnStays();
    void damagedColumnStateIsIgnored();
    void rowsFollowTheTextScale();
    void costsNothingAt24Million();

private:
    void show(int figures);
    QPoint place(int row) const
    {
        return m_view->visualRect(m_table->index(row, static_cast<int>(TableColumn::Caption))).center();
    }
    void clickHeader(TableColumn column)
    {
        const QHeaderView* header = m_view->header();
        const int section = static_cast<int>(column);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(section) + 12, header->height() / 2));
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QueryController> m_queries;
    std::unique_ptr<FigureResultModel> m_model;
    std::unique_ptr<FigureTableModel> m_table;
    std::unique_ptr<FigureSelection> m_selection;
    std::unique_ptr<ThumbnailStore> m_store;
    std::unique_ptr<FigureTable> m_view;
};

void TestFigureTable::init()
{
    applyTheme(*qApp, Scheme::Dark);
    m_fixture = std::make_unique<test::WindowFixture>(0);
    m_session = std::make_unique<Session>(m_fixture->settings());
    m_queries = std::make_unique<QueryController>(*m_session);
    m_model = std::make_unique<FigureResultModel>(m_session->pool());
    m_selection = std::make_unique<FigureSelection>(*m_model);
    m_table = std::make_unique<FigureTableModel>(*m_model);
    m_store = std::make_unique<ThumbnailStore>();
    m_view = std::make_unique<FigureTable>(m_table.get(), m_model.get(), m_selection.get(), m_store.get(), *m_queries,
                                           annotation::Taxonomy::builtIn());
    m_view->resize(1400, 600);
    m_view->show();
    show(100);
}

void TestFigureTable::cleanup()
{
    m_view.reset();
    m_store.reset();
    m_table.reset();
    m_selection.reset();
    m_model.reset();
    m_queries.reset();
    m_session.reset();
    m_fixture.reset();
}

void TestFigureTable::show(int figures)
{
    auto result = std::make_shared<query::ResultSet>();
    result->figures = query::FigureSet(Bitmap::ofAll(static_cast<std::size_t>(figures)));
    m_model->setResult(nullptr, result);
}

void TestFigureTable::keysMoveByRows()
{
    const auto key = [&](Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_view.get(), pressed, modifiers);
    };
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(m_selection->cursor(), std::optional(2));
    key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{2, 4}}));
    key(Qt::Key_End);
    QCOMPARE(m_selection->cursor(), std::optional(99));
    QVERIFY(m_view->viewport()->rect().contains(place(99)));
    key(Qt::Key_Up);
    key(Qt::Key_PageUp);
    QVERIFY(*m_selection->cursor() < 98);
    key(Qt::Key_Home);
    QCOMPARE(m_selection->cursor(), std::optional(0));
}

void TestFigureTable::clicksSelect()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place(3));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, place(5));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, place(7));
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{3, 6}, {7, 8}}));
    QCOMPARE(m_view->indexAt(place(7)).row(), 7);
}

void TestFigureTable::headerSortsByWhatTheEngineCan()
{
    clickHeader(TableColumn::Year);
    QCOMPARE(m_queries->query().sort, std::optional(query::Sort{query::Field::Year, false}));
    QVERIFY(m_view->header()->isSortIndicatorShown());
    clickHeader(TableColumn::Year);
    QCOMPARE(m_queries->query().sort, std::optional(query::Sort{query::Field::Year, true}));
    clickHeader(TableColumn::Caption); // no order
    QCOMPARE(m_queries->query().sort, std::optional(query::Sort{query::Field::Year, true}));
    clickHeader(TableColumn::Year);
    QVERIFY(!m_queries->query().sort);
    QVERIFY(!m_view->header()->isSortIndicatorShown());
}

void TestFigureTable::columnsAreChosenAndComeBack()
{
    QSignalSpy changed(m_view.get(), &FigureTable::columnsChanged);
    const std::unique_ptr<QMenu> menu(m_view->makeColumnMenu());
    menu->actions().at(static_cast<int>(TableColumn::Cluster))->trigger();
    QVERIFY(m_view->isShown(TableColumn::Cluster));
    m_view->header()->moveSection(m_view->header()->visualIndex(static_cast<int>(TableColumn::Cluster)), 0);
    m_view->header()->resizeSection(static_cast<int>(TableColumn::Cluster), 321);
    QVERIFY(changed.size() >= 3);
    const QByteArray state = m_view->columnState();
    m_view->resetColumns();
    QVERIFY(!m_view->isShown(TableColumn::Cluster));
    m_view->setColumnState(state);
    QVERIFY(m_view->isShown(TableColumn::Cluster));
    QCOMPARE(m_view->header()->visualIndex(static_cast<int>(TableColumn::Cluster)), 0);
    show(10); // another result leaves the columns alone
    QCOMPARE(m_view->header()->sectionSize(static_cast<int>(TableColumn::Cluster)), 321);
    QCOMPARE(m_view->header()->visualIndex(static_cast<int>(TableColumn::Cluster)), 0);
    QVERIFY(!m_view->isShown(TableColumn::Key));
}

void TestFigureTable::lastColumnStays()
{
    for (const TableColumnInfo& info : tableColumns())
        m_view->setShown(info.column, false);
    QCOMPARE(m_view->header()->hiddenSectionCount(), m_view->header()->count() - 1);
}

void TestFigureTable::damagedColumnStateIsIgnored()
{
    const int before = m_view->header()->length();
    m_view->setColumnState(QByteArrayLiteral("no such state"));
    QCOMPARE(m_view->header()->length(), before);
    QCOMPARE(m_view->header()->count(), m_table->columnCount());
}

void TestFigureTable::rowsFollowTheTextScale()
{
    const QRect before = m_view->visualRect(m_table->index(0, static_cast<int>(TableColumn::Caption)));
    applyTheme(*qApp, Scheme::Dark, 2);
    QTRY_VERIFY(m_view->visualRect(m_table->index(0, static_cast<int>(TableColumn::Caption))).height()
                > before.height() * 3 / 2);
    QVERIFY(m_view->visualRect(m_table->index(0, static_cast<int>(TableColumn::Caption))).width()
            > before.width() * 3 / 2);
}

void TestFigureTable::costsNothingAt24Million()
{
    show(24'076'288);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_selection->cursor(), std::optional(24'076'287));
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const QModelIndex middle = m_view->indexAt(QPoint(200, 200));
    QVERIFY(qAbs(middle.row() - 24'076'288 / 2) < 100);
}

QTEST_MAIN(TestFigureTable)
#include "tst_figure_table.moc"
