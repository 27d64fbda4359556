// Cursor and selection when the result becomes another one.

#include "core/query/parser.h"
#include "ui/models/figureselection.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <numeric>

using namespace biomedica;
using namespace biomedica::ui;
using Ranges = std::vector<RowRanges::Range>;

class TestFigureSelection : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cursorStandsAtTheTopUntilItIsMoved();
    void cursorStaysWithItsFigure();
    void cursorGoesOnToTheNextFigureLeft();
    void cursorOfAnotherSearchBeginsAtTheTop();
    void cursorOfOtherExamplesBeginsAtTheTop();
    void cursorOutlivesAnEmptyResult();
    void selectionStaysWithItsFigures();
    void everythingSelectedIsGivenUp();
    void reachKeepsTheAnchor();
    void moreReachAddsToWhatWasThere();
    void signalsTellOnlyChanges();
    void nothingHappensWithoutFigures();

private:
    void show(const std::vector<std::uint32_t>& rows, const char* query = "")
    {
        auto result = std::make_shared<query::ResultSet>();
        result->query = *query::parse(query);
        Rows order;
        for (const std::uint32_t row : rows)
            order.emplace_back(row);
        result->figures = query::FigureSet::inOrder(order);
        m_model->setResult(nullptr, result);
    }
    void showFirst(std::uint32_t count)
    {
        std::vector<std::uint32_t> rows(count);
        std::iota(rows.begin(), rows.end(), 0u);
        show(rows);
    }
    const Ranges& ranges() const { return m_selection->rows().ranges(); }

    QThreadPool m_pool;
    std::unique_ptr<FigureResultModel> m_model;
    std::unique_ptr<FigureSelection> m_selection;
};

void TestFigureSelection::init()
{
    m_selection.reset();
    m_model = std::make_unique<FigureResultModel>(m_pool);
    m_selection = std::make_unique<FigureSelection>(*m_model);
    showFirst(100);
}

void TestFigureSelection::cursorStandsAtTheTopUntilItIsMoved()
{
    QCOMPARE(m_selection->cursor(), std::optional(0));
    show({5, 3, 0});
    QCOMPARE(m_selection->cursor(), std::optional(0));
    QCOMPARE(m_selection->cursorFigure(), std::optional(RowId(5)));
}

void TestFigureSelection::cursorStaysWithItsFigure()
{
    m_selection->setCursor(70);
    show({3, 70, 80});
    QCOMPARE(m_selection->cursor(), std::optional(1));
    showFirst(100);
    QCOMPARE(m_selection->cursor(), std::optional(70));
}

void TestFigureSelection::cursorGoesOnToTheNextFigureLeft()
{
    m_selection->setCursor(70);
    show({3, 68, 75, 90}, "is:unlabelled");
    QCOMPARE(m_selection->cursorFigure(), std::optional(RowId(75)));
    show({3, 68}, "is:unlabelled");
    QCOMPARE(m_selection->cursorFigure(), std::optional(RowId(68)));
}

void TestFigureSelection::cursorOfAnotherSearchBeginsAtTheTop()
{
    m_selection->setCursor(70);
    show({90, 75, 3}, "cell");
    QCOMPARE(m_selection->cursorFigure(), std::optional(RowId(90)));
    m_selection->setCursor(2);
    show({90, 75, 3}, "cells");
    QCOMPARE(m_selection->cursor(), std::optional(0));
    m_selection->setCursor(2);
    showFirst(100); // no ranking: back to where it was
    QCOMPARE(m_selection->cursor(), std::optional(3));
}

void TestFigureSelection::cursorOfOtherExamplesBeginsAtTheTop()
{
    m_selection->setCursor(70);
    show({90, 80, 70}, "like:a");
    QCOMPARE(m_selection->cursor(), std::optional(0));
    m_selection->setCursor(2);
    show({90, 70}, "like:a year:2019"); // fewer, as near
    QCOMPARE(m_selection->cursor(), std::optional(1));
    show({70, 80, 90}, "like:a -like:b");
    m_selection->setCursor(1);
    show({70, 90, 80}, "like:a -like:c");
    QCOMPARE(m_selection->cursor(), std::optional(0));
}

void TestFigureSelection::cursorOutlivesAnEmptyResult()
{
    m_selection->setCursor(70);
    show({}, "celm");
    QVERIFY(!m_selection->cursor());
    showFirst(100);
    QCOMPARE(m_selection->cursor(), std::optional(70));
    m_model->setResult(nullptr, nullptr); // another collection has other figures
    showFirst(100);
    QCOMPARE(m_selection->cursor(), std::optional(0));
}

void TestFigureSelection::selectionStaysWithItsFigures()
{
    m_selection->setCursor(10);
    m_selection->goTo(13, FigureSelection::Reach::Extend);
    show({50, 12, 11, 60, 13});
    QCOMPARE(ranges(), (Ranges{{1, 3}, {4, 5}}));
    show({50});
    QVERIFY(m_selection->isEmpty());
}

void TestFigureSelection::everythingSelectedIsGivenUp()
{
    showFirst(200'000);
    m_selection->selectAll();
    showFirst(100);
    QVERIFY(m_selection->isEmpty());
}

void TestFigureSelection::reachKeepsTheAnchor()
{
    m_selection->setCursor(20);
    m_selection->goTo(25, FigureSelection::Reach::Extend);
    m_selection->goTo(18, FigureSelection::Reach::Extend);
    QCOMPARE(ranges(), (Ranges{{18, 21}}));
    QCOMPARE(m_selection->cursor(), std::optional(18));
}

void TestFigureSelection::moreReachAddsToWhatWasThere()
{
    m_selection->toggle(2);
    m_selection->toggle(20);
    m_selection->goTo(22, FigureSelection::Reach::ExtendMore);
    m_selection->goTo(21, FigureSelection::Reach::ExtendMore);
    QCOMPARE(ranges(), (Ranges{{2, 3}, {20, 22}}));
}

void TestFigureSelection::signalsTellOnlyChanges()
{
    QSignalSpy cursor(m_selection.get(), &FigureSelection::cursorChanged);
    QSignalSpy selected(m_selection.get(), &FigureSelection::selectionChanged);
    m_selection->setCursor(0);
    m_selection->selectNone();
    m_selection->moveBy(-1);
    QCOMPARE(cursor.size(), 0);
    QCOMPARE(selected.size(), 0);
    m_selection->moveBy(1);
    m_selection->selectAll();
    QCOMPARE(cursor.size(), 1);
    QCOMPARE(selected.size(), 1);
}

void TestFigureSelection::nothingHappensWithoutFigures()
{
    m_model->setResult(nullptr, nullptr);
    m_selection->setCursor(3);
    m_selection->toggleAtCursor();
    m_selection->selectAll();
    m_selection->invert();
    QVERIFY(!m_selection->cursor());
    QVERIFY(m_selection->isEmpty());
    QSignalSpy end(m_selection.get(), &FigureSelection::endReached);
    m_selection->moveToUnlabelled(1);
    QCOMPARE(end.size(), 1);
}

QTEST_MAIN(TestFigureSelection)
#include "tst_figure_selection.moc"
