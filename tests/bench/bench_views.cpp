// Frames while scrolling 100,000 figures, or the collections that are named, and the time from a key to changed pixels,
// in gallery and table; the scroll bar dragged to random places, and how long the first thumbnails and all of them take
// to come after it stops. The peer is QListView in icon mode at the same size; it reads as much as they do, and is left
// out above a million figures, where it takes seconds to lay out. Each begins with nothing in memory, the peer runs
// first and again last. Needs no display. Usage: bench_views DATA [COLLECTION…]

#include "tests/bench/bench.h"
#include "ui/gallery/galleryview.h"
#include "ui/table/figuretable.h"

#include <QApplication>
#include <QIdentityProxyModel>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <string>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

constexpr int figureCount = 100'000;
constexpr int pictureSide = 320;
constexpr int frames = 1000;
constexpr int places = 100;
constexpr int mostForPeer = 1'100'000;
constexpr QSize size(1100, 900);
constexpr QSize grid(152, 200);
constexpr QSize icon(144, 115);

/// All figures, of which nothing is read yet.
struct Figures {
    Figures(Session& session, const SharedWorkspace& workspace) : model(session.pool()), selection(model), rows(model)
    {
        thumbnails.setWorkspace(workspace);
        model.setResult(workspace, bench::must(workspace->search({}, {})));
    }
    FigureResultModel model;
    FigureSelection selection;
    FigureTableModel rows;
    ThumbnailStore thumbnails;
};

/// What an icon list needs: the picture as it is in the store.
class Icons : public QIdentityProxyModel {
public:
    explicit Icons(Figures& figures) : m_figures(figures) { setSourceModel(&figures.model); }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DecorationRole)
            return QIdentityProxyModel::data(index, role);
        const Thumbnail* thumbnail = m_figures.thumbnails.find(m_figures.model.rowIdAt(index.row()));
        return thumbnail ? QVariant(thumbnail->image) : QVariant();
    }

private:
    Figures& m_figures;
};

void settle(Figures& figures)
{
    do
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    while (!figures.thumbnails.isIdle() || figures.model.isReading());
}

void print(const char* name, const std::vector<double>& times)
{
    std::printf("  %-46s%9.2f%9.2f%9.2f%9.2f\n", name, bench::quantile(times, 0.5), bench::quantile(times, 0.95),
                bench::quantile(times, 0.99), bench::quantile(times, 1));
}

/// One wheel notch a frame, as from a wheel that turns fast; what is read comes in between.
std::vector<double> scroll(QAbstractScrollArea& view, int step)
{
    std::vector<double> times;
    QScrollBar* bar = view.verticalScrollBar();
    bar->setValue(0);
    for (int frame = 0; frame < frames; ++frame) {
        times.push_back(bench::millisecondsOf([&] {
            bar->setValue(bar->value() + step);
            QCoreApplication::processEvents();
        }));
    }
    return times;
}

struct Dragged {
    std::vector<double> frame, first, all;
};

/// The scroll bar is pulled to random places; at each the hand stops until everything is there.
Dragged drag(QAbstractScrollArea& view, Figures& figures, const std::function<Rows()>& visible)
{
    Dragged times;
    std::mt19937 random(7);
    QScrollBar* bar = view.verticalScrollBar();
    for (int place = 0; place < places; ++place) {
        QElapsedTimer clock;
        clock.start();
        bar->setValue(static_cast<int>(random() % static_cast<unsigned>(bar->maximum())));
        QCoreApplication::processEvents();
        times.frame.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        const Rows rows = visible();
        QTimer wake; // what is waited for may come without an event
        wake.start(1);
        const auto shown = [&](RowId row) { return figures.thumbnails.find(row) != nullptr; };
        while (std::none_of(rows.begin(), rows.end(), shown))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.first.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        while (!std::all_of(rows.begin(), rows.end(), shown))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.all.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        settle(figures);
    }
    return times;
}

void printDragged(const std::string& view, const Dragged& times)
{
    print((view + ", dragged to a random place").c_str(), times.frame);
    print((view + ", first thumbnail there").c_str(), times.first);
    print((view + ", all thumbnails there").c_str(), times.all);
}

std::vector<double> pressKeys(QWidget& view, Qt::Key key)
{
    std::vector<double> times;
    for (int press = 0; press < frames; ++press)
        times.push_back(bench::millisecondsOf([&] {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(&view, &event);
            QCoreApplication::processEvents();
        }));
    return times;
}

void show(QWidget& view, Figures& figures)
{
    view.resize(size);
    view.show();
    settle(figures);
}

/// What is in view and a page on, as our own views ask for it.
void wantWhatIsInView(const QListView& list, Figures& figures)
{
    const int columns = list.viewport()->width() / grid.width();
    const int lines = size.height() / grid.height() + 2;
    const int first = list.verticalScrollBar()->value() / grid.height() * columns;
    const int end = std::min(first + 2 * lines * columns, figures.model.rowCount());
    Rows rows;
    for (int row = first; row < end; ++row)
        rows.push_back(figures.model.rowIdAt(row));
    figures.thumbnails.setWanted(std::move(rows), icon);
    figures.model.want(first, end - 1);
}

Rows rowsInView(const QAbstractItemView& view, const Figures& figures)
{
    Rows rows;
    const QRect viewport = view.viewport()->rect();
    QModelIndex first;
    for (int y = 0; !first.isValid() && y < viewport.height(); ++y) // the topmost line may be a gap
        first = view.indexAt({GalleryLayout::gap + 1, y});
    for (int row = std::max(first.row(), 0); row < figures.model.rowCount(); ++row) {
        if (!view.visualRect(view.model()->index(row, 0)).intersects(viewport))
            break;
        rows.push_back(figures.model.rowIdAt(row));
    }
    return rows;
}

void measurePeer(Session& session, const SharedWorkspace& workspace)
{
    Figures figures(session, workspace);
    Icons icons(figures);
    QListView list;
    list.setViewMode(QListView::IconMode);
    list.setUniformItemSizes(true);
    list.setResizeMode(QListView::Adjust);
    list.setGridSize(grid);
    list.setIconSize(icon);
    list.setWordWrap(true);
    const auto want = [&] { wantWhatIsInView(list, figures); };
    QObject::connect(list.verticalScrollBar(), &QScrollBar::valueChanged, &list, want);
    QObject::connect(&figures.thumbnails, &ThumbnailStore::ready, &list, [&](const Rows& ready) {
        for (const RowId row : ready)
            list.update(icons.index(figures.model.positionOf(row).value_or(0), 0));
    });
    const double opening = bench::millisecondsOf([&] {
        list.setModel(&icons);
        want();
        show(list, figures);
    });
    print("QListView, scrolled by 60 pixels", scroll(list, 60));
    print("QListView, scrolled by a page", scroll(list, 900));
    list.setCurrentIndex(icons.index(0, 0));
    print("QListView, cursor moved by a key", pressKeys(list, Qt::Key_Right));
    list.verticalScrollBar()->setValue(0);
    printDragged("QListView", drag(list, figures, [&] {
                     const int columns = std::max(1, list.viewport()->width() / grid.width());
                     const int first = list.verticalScrollBar()->value() / grid.height() * columns;
                     Rows rows;
                     for (int row = first; row < std::min(first + columns * 3, figures.model.rowCount()); ++row)
                         rows.push_back(figures.model.rowIdAt(row));
                     return rows;
                 }));
    std::printf("  QListView, shown the first time: %.0f ms\n", opening);
}

void measureGallery(Session& session, const SharedWorkspace& workspace)
{
    Figures figures(session, workspace);
    GalleryView gallery(&figures.model, &figures.selection, &figures.thumbnails, annotation::Taxonomy::builtIn());
    const double opening = bench::millisecondsOf([&] { show(gallery, figures); });
    printDragged("gallery", drag(gallery, figures, [&] { return rowsInView(gallery, figures); }));
    print("gallery, scrolled by 60 pixels", scroll(gallery, 60));
    print("gallery, scrolled by a page", scroll(gallery, 900));
    figures.selection.setCursor(0);
    print("gallery, cursor moved by a key", pressKeys(gallery, Qt::Key_Right));
    print("gallery, page down", pressKeys(gallery, Qt::Key_PageDown));
    std::printf("  gallery, shown the first time: %.0f ms; resident without mapped files: %.0f MB\n", opening,
                bench::anonymousMegabytes());
}

void measureTable(Session& session, const SharedWorkspace& workspace, QueryController& queries)
{
    Figures figures(session, workspace);
    FigureTable table(&figures.rows, &figures.model, &figures.selection, &figures.thumbnails, queries,
                      annotation::Taxonomy::builtIn());
    show(table, figures);
    print("table, scrolled by 60 pixels", scroll(table, 60));
    print("table, scrolled by a page", scroll(table, 900));
    figures.selection.setCursor(0);
    print("table, cursor moved by a key", pressKeys(table, Qt::Key_Down));

    auto result = std::make_shared<query::ResultSet>();
    result->figures = query::FigureSet(Bitmap::ofAll(24'076'288));
    std::vector<double> times;
    for (int round = 0; round < 20; ++round)
        times.push_back(bench::millisecondsOf([&] { figures.model.setResult(nullptr, result); }));
    print("24 million rows given to model and table", times);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, Scheme::Dark);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Session session(settings);
    QueryController queries(session);
    std::vector<SharedWorkspace> collections;
    for (int i = 2; i < argc; ++i)
        collections.push_back(bench::must(workspace::Workspace::open(argv[i])));
    if (collections.empty())
        collections.push_back(bench::tinyCollection(argc > 1 ? argv[1] : "bench-data", figureCount, pictureSide));
    for (const SharedWorkspace& workspace : collections) {
        const std::size_t figures = bench::must(workspace->snapshot())->columns->figureCount();
        std::printf("%zu figures, %d frames of %d x %d, before: %.0f MB%*s%9s%9s%9s\n", figures, frames, size.width(),
                    size.height(), bench::anonymousMegabytes(), 6, "p50 ms", "p95 ms", "p99 ms", "most");
        if (figures <= mostForPeer)
            measurePeer(session, workspace);
        measureGallery(session, workspace);
        measureTable(session, workspace, queries);
        if (figures <= mostForPeer)
            measurePeer(session, workspace);
    }
}
