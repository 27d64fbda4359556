// The gallery's gestures: cursor and selection as two things.

#include "tests/ui/window_fixture.h"
#include "ui/gallery/galleryview.h"

#include <QContextMenuEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using Ranges = std::vector<RowRanges::Range>;

class TestGalleryView : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void cursorMovesByKeys();
    void cursorKeepsTheSelection();
    void shiftSelectsARange();
    void clicksSelectAsInFileManagers();
    void pressOnASelectedFigureMayBecomeADrag();
    void rightButtonKeepsTheSelectionItHits();
    void bandSelectsWhatItTouches();
    void bandWithCtrlAdds();
    void escapeTakesTheBandBack();
    void bandScrollsWhereItReachesOut();
    void captionLinesAndLabelsMakeTheTile();
    void tilesFollowTheTextScale();
    void placeIsKeptWhereTheCursorIsOutOfView();
    void doubleClickOpens();
    void everythingIsSelectedAtOnce();
    void ctrlWheelChangesTheTiles();
    void wheelGlidesToItsPlace();
    void cursorTileStaysAtItsPlace();
    void scrollBarTellsTheTruthAt24Million();
    void visualRectAndIndexAtAgree();
    void onlyWhatChangedIsDrawnAnew();

private:
    void turnWheel(int notches, Qt::KeyboardModifiers modifiers = {});
    void show(int figures);
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers,
                          m_view->visualRect(m_model->index(row)).center());
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    }
    QRect tile(int row) const { return m_view->visualRect(m_model->index(row)); }
    int columns() const { return m_columns; }

    QThreadPool m_pool;
    std::unique_ptr<FigureResultModel> m_model;
    std::unique_ptr<FigureSelection> m_selection;
    std::unique_ptr<ThumbnailStore> m_store;
    std::unique_ptr<GalleryView> m_view;
    int m_columns = 0;
};

void TestGalleryView::init()
{
    applyTheme(*qApp, Scheme::Dark);
    m_model = std::make_unique<FigureResultModel>(m_pool);
    m_selection = std::make_unique<FigureSelection>(*m_model);
    m_store = std::make_unique<ThumbnailStore>();
    m_view =
        std::make_unique<GalleryView>(m_model.get(), m_selection.get(), m_store.get(), annotation::Taxonomy::builtIn());
    m_view->resize(800, 600);
    m_view->show();
    show(100);
    while (m_view->visualRect(m_model->index(m_columns)).top() == m_view->visualRect(m_model->index(0)).top())
        ++m_columns;
}

void TestGalleryView::cleanup()
{
    m_view.reset();
    m_store.reset();
    m_selection.reset();
    m_model.reset();
    m_columns = 0;
}

void TestGalleryView::show(int figures)
{
    auto result = std::make_shared<query::ResultSet>();
    result->figures = query::FigureSet(Bitmap::ofAll(static_cast<std::size_t>(figures)));
    m_model->setResult(nullptr, result);
}

void TestGalleryView::cursorMovesByKeys()
{
    QCOMPARE(m_selection->cursor(), std::optional(0));
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    QCOMPARE(m_selection->cursor(), std::optional(1 + columns()));
    key(Qt::Key_Left);
    key(Qt::Key_Up);
    QCOMPARE(m_selection->cursor(), std::optional(0));
    key(Qt::Key_Up);
    QCOMPARE(m_selection->cursor(), std::optional(0));
    key(Qt::Key_End);
    QCOMPARE(m_selection->cursor(), std::optional(99));
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_model->index(99))));
    key(Qt::Key_PageUp);
    QVERIFY(*m_selection->cursor() < 99 && *m_selection->cursor() % columns() == 99 % columns());
    key(Qt::Key_Home);
    QCOMPARE(m_selection->cursor(), std::optional(0));
    key(Qt::Key_PageDown);
    QCOMPARE(*m_selection->cursor() % columns(), 0);
    QVERIFY(*m_selection->cursor() > columns());
}

void TestGalleryView::cursorKeepsTheSelection()
{
    m_selection->toggleAtCursor();
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    m_selection->toggleAtCursor();
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{0, 1}, {2, 3}}));
    QCOMPARE(m_selection->cursor(), std::optional(2));
    m_selection->selectNone();
    QVERIFY(m_selection->isEmpty());
}

void TestGalleryView::shiftSelectsARange()
{
    key(Qt::Key_Right);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 4}}));
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 3}}));
    key(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{0, 2}}));
}

void TestGalleryView::clicksSelectAsInFileManagers()
{
    click(1);
    QVERIFY(m_selection->isEmpty());
    click(3, Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 4}}));
    click(2, Qt::ControlModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 2}, {3, 4}}));
    click(5, Qt::ControlModifier);
    click(6, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 2}, {3, 4}, {5, 7}}));
    click(0);
    QVERIFY(m_selection->isEmpty());
    QCOMPARE(m_selection->cursor(), std::optional(0));
}

void TestGalleryView::pressOnASelectedFigureMayBecomeADrag()
{
    click(1);
    click(3, Qt::ShiftModifier);
    const QPoint second = m_view->visualRect(m_model->index(2)).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 4}}));
    QCOMPARE(m_selection->cursor(), std::optional(2));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, second);
    QVERIFY(m_selection->isEmpty());
}

void TestGalleryView::rightButtonKeepsTheSelectionItHits()
{
    click(1);
    click(3, Qt::ShiftModifier);
    const auto rightClick = [&](int row) {
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, m_view->visualRect(m_model->index(row)).center());
    };
    rightClick(2);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 4}}));
    rightClick(5);
    QVERIFY(m_selection->isEmpty());
    QCOMPARE(m_selection->cursor(), std::optional(5));
    QSignalSpy asked(m_view.get(), &FigureView::menuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(asked.size(), 1);
}

void TestGalleryView::bandSelectsWhatItTouches()
{
    // From the gap above the second tile into the third of the line below.
    const QRect second = tile(1);
    drag(QPoint(second.left() + 20, second.top() - 3), tile(columns() + 2).center());
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 3}, {columns() + 1, columns() + 3}}));
    QCOMPARE(m_selection->cursor(), std::optional(0));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, tile(columns() + 2).center());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QVERIFY(m_selection->isEmpty());
}

void TestGalleryView::bandWithCtrlAdds()
{
    m_selection->toggle(9);
    const QRect second = tile(1);
    drag(QPoint(second.left() + 20, second.top() - 3), second.center(), Qt::ControlModifier);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{1, 2}, {9, 10}}));
}

void TestGalleryView::escapeTakesTheBandBack()
{
    m_selection->toggle(9);
    drag(QPoint(tile(1).left() + 20, tile(1).top() - 3), tile(2).center(), Qt::ControlModifier);
    key(Qt::Key_Escape);
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{9, 10}}));
}

void TestGalleryView::bandScrollsWhereItReachesOut()
{
    drag(QPoint(2, 2), QPoint(m_view->viewport()->width() - 1, m_view->viewport()->height() + 200));
    QTRY_COMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QTRY_COMPARE(m_selection->rows().ranges(), (Ranges{{0, 100}}));
}

void TestGalleryView::captionLinesAndLabelsMakeTheTile()
{
    const int three = tile(0).height();
    m_view->showMoreCaption(1);
    const int line = tile(0).height() - three;
    QVERIFY(line >= QFontMetrics(textFont(measure::smallTextSize)).height() - 1);
    m_view->showMoreCaption(100);
    QCOMPARE(m_view->look().captionLines, TileLook::mostCaptionLines);
    m_view->showMoreCaption(-100);
    QCOMPARE(m_view->look().captionLines, 0);
    const int onlyChips = tile(0).height();
    QVERIFY(onlyChips < three - 2 * line);
    m_view->setChipsShown(false);
    QVERIFY(tile(0).height() < onlyChips);
    QCOMPARE(tile(0).height(), tile(0).width() * 4 / 5);
}

void TestGalleryView::tilesFollowTheTextScale()
{
    const int before = tile(0).height();
    applyTheme(*qApp, Scheme::Dark, 2);
    QTRY_VERIFY(tile(0).height() > before + 3 * QFontMetrics(textFont(measure::smallTextSize)).height() / 2 - 4);
}

void TestGalleryView::placeIsKeptWhereTheCursorIsOutOfView()
{
    show(1000);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    QModelIndex seen;
    for (int y = 0; y < 100 && !seen.isValid(); ++y) // there are gaps between tiles
        seen = m_view->indexAt(QPoint(20, y));
    QVERIFY(seen.isValid());
    const auto figure = m_model->rowIdAt(seen.row());
    const int y = m_view->visualRect(seen).top();
    auto without = std::make_shared<query::ResultSet>();
    Bitmap left(1000);
    for (auto row = static_cast<std::size_t>(columns()); row < left.size(); ++row)
        left.set(row);
    without->figures = query::FigureSet(left);
    m_model->setResult(nullptr, without);
    const auto now = m_model->positionOf(figure);
    QVERIFY(now);
    QCOMPARE(m_view->visualRect(m_model->index(*now)).top(), y);
}

void TestGalleryView::doubleClickOpens()
{
    QSignalSpy opened(m_view.get(), &FigureView::opened);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, tile(3).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_selection->cursor(), std::optional(3));
}

void TestGalleryView::everythingIsSelectedAtOnce()
{
    QSignalSpy changed(m_selection.get(), &FigureSelection::selectionChanged);
    m_view->selectAll();
    QCOMPARE(m_selection->rows().count(), std::int64_t(100));
    QCOMPARE(m_selection->rows().ranges().size(), std::size_t(1));
    click(4, Qt::ControlModifier);
    m_selection->invert();
    QCOMPARE(m_selection->rows().ranges(), (Ranges{{4, 5}}));
    m_selection->selectNone();
    QVERIFY(m_selection->isEmpty());
    QCOMPARE(changed.size(), 4);
}

void TestGalleryView::turnWheel(int notches, Qt::KeyboardModifiers modifiers)
{
    const QPoint place = m_view->viewport()->rect().center();
    QWheelEvent wheel(place, m_view->viewport()->mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
}

void TestGalleryView::ctrlWheelChangesTheTiles()
{
    const int before = m_view->visualRect(m_model->index(0)).width();
    turnWheel(1, Qt::ControlModifier);
    QVERIFY(m_view->visualRect(m_model->index(0)).width() > before);
}

void TestGalleryView::wheelGlidesToItsPlace()
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    const int turn = bar->singleStep() * QApplication::wheelScrollLines();
    QVERIFY(bar->maximum() > 4 * turn);
    QSignalSpy moved(bar, &QScrollBar::valueChanged);
    turnWheel(-1);
    turnWheel(-1);
    turnWheel(-1);
    turnWheel(1);
    QTRY_COMPARE(bar->value(), 2 * turn);
    QVERIFY2(moved.size() > 2, "in steps between");
    turnWheel(-1);
    m_view->scrollTo(m_model->index(0));
    QCOMPARE(bar->value(), 0);
    const bool hasGoneOn = QTest::qWaitFor([&] { return bar->value() != 0; }, 100);
    QVERIFY2(!hasGoneOn, "whoever goes elsewhere stops the wheel");
}

void TestGalleryView::cursorTileStaysAtItsPlace()
{
    m_selection->setCursor(70);
    const int y = m_view->visualRect(m_model->index(70)).top();
    auto narrower = std::make_shared<query::ResultSet>();
    Bitmap middle(100);
    for (std::size_t row = 10; row < middle.size(); ++row)
        middle.set(row);
    narrower->figures = query::FigureSet(middle);
    m_model->setResult(nullptr, narrower);
    QCOMPARE(m_selection->cursor(), std::optional(60));
    QCOMPARE(m_view->visualRect(m_model->index(60)).top(), y);
    QCOMPARE(m_view->currentIndex().row(), 60);
    m_model->setResult(nullptr, nullptr);
    QVERIFY(!m_view->currentIndex().isValid());
}

void TestGalleryView::scrollBarTellsTheTruthAt24Million()
{
    show(24'076'288);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    key(Qt::Key_End);
    QCOMPARE(m_selection->cursor(), std::optional(24'076'287));
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    QModelIndex middle;
    for (int y = 0; y < 100 && !middle.isValid(); ++y) // there are gaps between tiles
        middle = m_view->indexAt(QPoint(20, 200 + y));
    QVERIFY(middle.isValid());
    QVERIFY(qAbs(middle.row() - 24'076'288 / 2) < 1000);
    m_view->selectAll();
    QCOMPARE(m_selection->rows().count(), std::int64_t(24'076'288));
}

void TestGalleryView::visualRectAndIndexAtAgree()
{
    for (int row = 0; row < 12; ++row) {
        const QModelIndex index = m_model->index(row);
        QCOMPARE(m_view->indexAt(m_view->visualRect(index).center()), index);
    }
    QVERIFY(!m_view->indexAt(QPoint(1, 1)).isValid());
}

namespace {

struct Painted : QObject {
    QRegion region;
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

} // namespace

void TestGalleryView::onlyWhatChangedIsDrawnAnew()
{
    QVERIFY(QTest::qWaitForWindowActive(m_view.get())); // its focus is drawn
    QCoreApplication::processEvents();
    Painted painted;
    m_view->viewport()->installEventFilter(&painted);
    key(Qt::Key_Right);
    QTRY_VERIFY(!painted.region.isEmpty());
    QVERIFY(painted.region.contains(tile(1)));
    QVERIFY(!painted.region.intersects(tile(2)));

    QCoreApplication::processEvents();
    painted.region = {};
    Q_EMIT m_model->dataChanged(m_model->index(1), m_model->index(1));
    Q_EMIT m_model->dataChanged(m_model->index(90), m_model->index(99)); // out of view
    QTRY_VERIFY(!painted.region.isEmpty());
    QVERIFY(!painted.region.intersects(tile(0)));
    QVERIFY(!painted.region.intersects(tile(3)));
}

QTEST_MAIN(TestGalleryView)
#include "tst_gallery_view.moc"
