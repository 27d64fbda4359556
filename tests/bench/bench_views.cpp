// Frames while scrolling 100,000 figures, and the time from a key to changed pixels, in gallery and table. The
// peer is QListView in icon mode at the same size, over the same figures and thumbnails. Needs no display.

#include "tests/bench/bench.h"
#include "ui/gallery/galleryview.h"
#include "ui/table/figuretable.h"

#include <QApplication>
#include <QIdentityProxyModel>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

constexpr int figureCount = 100'000;
constexpr int frames = 1000;
constexpr QSize size(1100, 900);

/// What an icon list needs: the picture as it is in the store.
class Icons : public QIdentityProxyModel {
public:
    Icons(FigureResultModel& figures, ThumbnailStore& thumbnails) : m_figures(figures), m_thumbnails(thumbnails)
    {
        setSourceModel(&figures);
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DecorationRole)
            return QIdentityProxyModel::data(index, role);
        const Thumbnail* thumbnail = m_thumbnails.find(m_figures.rowIdAt(index.row()));
        return thumbnail ? QVariant(thumbnail->image) : QVariant();
    }

private:
    FigureResultModel& m_figures;
    ThumbnailStore& m_thumbnails;
};

void settle(ThumbnailStore& thumbnails, FigureResultModel& model)
{
    do
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    while (!thumbnails.isIdle() || model.isReading());
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

void show(QWidget& view, ThumbnailStore& thumbnails, FigureResultModel& model)
{
    view.resize(size);
    view.show();
    settle(thumbnails, model);
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
    const SharedWorkspace workspace = bench::tinyCollection(argc > 1 ? argv[1] : "bench-data", figureCount);
    FigureResultModel model(session.pool());
    FigureSelection selection(model);
    FigureTableModel rows(model);
    ThumbnailStore thumbnails;
    thumbnails.setWorkspace(workspace);
    model.setResult(workspace, bench::must(workspace->search({}, {})));

    std::printf("%d figures, %d frames of %d x %d%*s%9s%9s%9s\n", figureCount, frames, size.width(), size.height(), 16,
                "p50 ms", "p95 ms", "p99 ms", "most");
    {
        GalleryView gallery(&model, &selection, &thumbnails, annotation::Taxonomy::builtIn());
        show(gallery, thumbnails, model);
        print("gallery, scrolled by 60 pixels", scroll(gallery, 60));
        print("gallery, scrolled by a page", scroll(gallery, 900));
        selection.setCursor(0);
        print("gallery, cursor moved by a key", pressKeys(gallery, Qt::Key_Right));
        print("gallery, page down", pressKeys(gallery, Qt::Key_PageDown));
    }
    {
        FigureTable table(&rows, &model, &selection, &thumbnails, queries, annotation::Taxonomy::builtIn());
        show(table, thumbnails, model);
        print("table, scrolled by 60 pixels", scroll(table, 60));
        print("table, scrolled by a page", scroll(table, 900));
        selection.setCursor(0);
        print("table, cursor moved by a key", pressKeys(table, Qt::Key_Down));
    }
    {
        Icons icons(model, thumbnails);
        QListView list;
        list.setViewMode(QListView::IconMode);
        list.setUniformItemSizes(true);
        list.setResizeMode(QListView::Adjust);
        list.setGridSize({152, 200});
        list.setIconSize({144, 115});
        list.setWordWrap(true);
        const double opening = bench::millisecondsOf([&] {
            list.setModel(&icons);
            show(list, thumbnails, model);
        });
        print("QListView, scrolled by 60 pixels", scroll(list, 60));
        print("QListView, scrolled by a page", scroll(list, 900));
        list.setCurrentIndex(icons.index(0, 0));
        print("QListView, cursor moved by a key", pressKeys(list, Qt::Key_Right));
        std::printf("  QListView, shown the first time: %.0f ms\n", opening);
    }
    std::vector<double> opening;
    auto result = std::make_shared<query::ResultSet>();
    for (std::uint32_t row = 0; row < 24'076'288; ++row)
        result->order.emplace_back(row);
    FigureTable table(&rows, &model, &selection, &thumbnails, queries, annotation::Taxonomy::builtIn());
    table.resize(size);
    for (int round = 0; round < 20; ++round)
        opening.push_back(bench::millisecondsOf([&] { model.setResult(nullptr, result); }));
    print("24 million rows given to model and table", opening);
}
