// The window under the hand: from a key to changed pixels, from opening to the first screen. Draws for real, into
// memory; what a display adds is left out. The peer is an empty window's repaint, the least that any answer costs.
// With collections named it opens those, several times, and labels nothing in them; else demo figures.
// Usage: bench_window DATA [COLLECTION…]

#include "tests/bench/bench.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTimer>

using namespace biomedica;
using namespace biomedica::ui;
using biomedica::bench::must;

namespace {

/// Counts what a widget has painted.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget* widget) { widget->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_isInside) {
            m_isInside = true;
            QCoreApplication::sendEvent(watched, event); // counted once it is painted
            m_isInside = false;
            ++m_count;
            return true;
        }
        return false;
    }

private:
    int m_count = 0;
    bool m_isInside = false;
};

void waitFor(const std::function<bool()>& isReached)
{
    QTimer wake; // what is waited for may come without an event
    wake.start(1);
    while (!isReached())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void press(QWidget* widget, int key, const QString& text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text), up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &down);
    QCoreApplication::sendEvent(widget, &up);
}

void printRow(const char* what, const std::vector<double>& times)
{
    std::printf("%-46s %8.1f %8.1f %8.1f\n", what, bench::quantile(times, 0.5), bench::quantile(times, 0.95),
                bench::quantile(times, 0.99));
}

class Bench {
public:
    explicit Bench(MainWindow& window)
        : m_window(window), m_gallery(window.workbench()->gallery()), m_painted(m_gallery->viewport())
    {
    }

    std::vector<double> repaints(int times)
    {
        QWidget empty;
        empty.resize(m_gallery->size());
        empty.show();
        PaintCounter painted(&empty);
        return measure(times, [&](int) {
            const int before = painted.count();
            empty.update();
            waitFor([&] { return painted.count() > before; });
        });
    }

    std::vector<double> cursorMoves(int times)
    {
        return measure(times, [&](int i) {
            const int before = m_painted.count();
            press(m_gallery, i % 40 < 20 ? Qt::Key_Right : Qt::Key_Left);
            waitFor([&] { return m_painted.count() > before; });
        });
    }

    std::vector<double> pages(int times)
    {
        return measure(times, [&](int i) {
            const int before = m_painted.count();
            press(m_gallery, i % 40 < 20 ? Qt::Key_PageDown : Qt::Key_PageUp);
            waitFor([&] { return m_painted.count() > before; });
        });
    }

    /// Until the tile of the figure shows the decision, which is on the disk before.
    std::vector<double> labels(int times)
    {
        FigureResultModel* figures = m_window.workbench()->figures();
        const auto goToNext = [this] {
            m_window.workbench()->labelBar()->setQuestion(Question::PanelType);
            press(m_gallery, Qt::Key_Right);
        };
        return measure(times, goToNext, [&](int) {
            const int row = *m_window.workbench()->selection()->cursor();
            int paintedBefore = -1; // at the moment when the tile's data changed
            const auto connection = QObject::connect(figures, &QAbstractItemModel::dataChanged, [&] {
                if (paintedBefore < 0 && figures->tileAt(row) && figures->tileAt(row)->summary.isLabelled)
                    paintedBefore = m_painted.count();
            });
            press(m_gallery, Qt::Key_2, QStringLiteral("2"));
            waitFor([&] { return paintedBefore >= 0 && m_painted.count() > paintedBefore; });
            QObject::disconnect(connection);
        });
    }

    std::vector<double> searches(int times)
    {
        static const char* const words[] = {"image",  "chest radiograph", "\"chest radiograph\"",
                                            "lesion", "left OR right",    "arter*"};
        SearchField* field = m_window.topBar()->search()->field();
        return measure(times, [&](int i) {
            field->setText(QString::fromLatin1(words[i % 6]));
            int paintedBefore = -1;
            const auto connection = QObject::connect(&m_window.queries(), &QueryController::resultChanged,
                                                     [&] { paintedBefore = m_painted.count(); });
            press(field, Qt::Key_Return);
            waitFor([&] { return paintedBefore >= 0 && m_painted.count() > paintedBefore; });
            QObject::disconnect(connection);
        });
    }

    void settle()
    {
        waitFor([this] { return m_window.queries().result() && m_window.isSettled(); });
    }

private:
    std::vector<double> measure(int times, const std::function<void(int)>& work)
    {
        return measure(
            times, [] {}, work);
    }

    std::vector<double> measure(int times, const std::function<void()>& prepare, const std::function<void(int)>& work)
    {
        std::vector<double> taken;
        for (int i = 0; i < times; ++i) {
            prepare();
            settle();
            taken.push_back(bench::millisecondsOf([&] { work(i); }));
        }
        return taken;
    }

    MainWindow& m_window;
    GalleryView* m_gallery;
    PaintCounter m_painted;
};

/// The window as it is after a start: made, shown, the collection open, everything drawn.
std::unique_ptr<MainWindow> openWindow(QSettings& settings, const std::filesystem::path& collection)
{
    auto window = std::make_unique<MainWindow>(settings, toPath(QDir::tempPath()), DemoWriter(), Scheme::Dark);
    window->resize(1600, 1000);
    window->show();
    window->opener()->openPaths({toQString(collection)});
    Bench(*window).settle();
    return window;
}

void measureWindow(QSettings& settings, const std::filesystem::path& collection, bool mayLabel)
{
    std::vector<double> openings;
    std::unique_ptr<MainWindow> window;
    for (int round = 0; round < 7; ++round) {
        window.reset();
        openings.push_back(bench::millisecondsOf([&] { window = openWindow(settings, collection); }));
    }
    Bench bench(*window);
    window->workbench()->gallery()->setFocus();
    std::printf("%zu figures, window of 1600 x 1000, milliseconds\n%-46s %8s %8s %8s\n",
                window->queries().result()->size(), "", "p50", "p95", "p99");
    printRow("window made, shown, collection open, settled", openings);
    std::printf("%-46s %8.1f\n", "    the first time", openings.front());
    printRow("peer: an empty window repainted", bench.repaints(200));
    printRow("cursor key to changed pixels", bench.cursorMoves(400));
    printRow("page key to changed pixels", bench.pages(200));
    if (mayLabel)
        printRow("label key to saved and changed pixels", bench.labels(200));
    printRow("Enter in the search field to the new gallery", bench.searches(120));
    std::printf("%-46s %8.0f MB\n", "resident without mapped files", bench::anonymousMegabytes());
}

std::filesystem::path demoCollection(const std::filesystem::path& data, const std::filesystem::path& folder)
{
    constexpr int figures = 2000;
    const auto shards = bench::demoShards(data, figures);
    must(must(workspace::Workspace::create(folder))->index({shards}, {}, {}, [](const catalog::Problem&) {}));
    return folder;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir scratch;
    QSettings settings(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("annotator"), QStringLiteral("ada"));
    if (argc <= 2)
        measureWindow(
            settings,
            demoCollection(argc > 1 ? argv[1] : "bench-data", toPath(scratch.filePath(QStringLiteral("collection")))),
            true);
    for (int i = 2; i < argc; ++i)
        measureWindow(settings, argv[i], false);
    return 0;
}
