// Three hundred figures labelled on two questions by the keys of an X server alone: no key is lost, and the times
// from a key to the disk and to the screen are told. They are printed, not judged: other work may run beside.

#include "core/demo/demo.h"
#include "tests/support/x_server.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <deque>

using namespace biomedica;
using namespace biomedica::ui;
using test::XServer;

namespace {

constexpr int figuresToLabel = 300;

/// From each digit that reaches the window to the decision on the disk, and to the screen that shows it.
class Stopwatch : public QObject {
public:
    explicit Stopwatch(MainWindow& window) : m_gallery(window.workbench()->gallery()->viewport())
    {
        m_clock.start();
        qApp->installEventFilter(this);
        connect(&window.decisions(), &DecisionController::decided, this, [this] {
            if (m_asked.empty())
                return;
            m_written.push_back(now() - m_asked.front());
            m_toShow.push_back(m_asked.front());
            m_asked.pop_front();
        });
        connect(window.workbench()->figures(), &QAbstractItemModel::dataChanged, this, [this] {
            m_toPaint.insert(m_toPaint.end(), m_toShow.begin(), m_toShow.end());
            m_toShow.clear();
        });
    }

    const std::vector<double>& written() const { return m_written; }
    const std::vector<double>& painted() const { return m_painted; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress && watched->isWindowType()) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key >= Qt::Key_1 && key <= Qt::Key_9)
                m_asked.push_back(now());
        }
        if (event->type() == QEvent::Paint && watched == m_gallery && !m_toPaint.empty()) {
            // Behind the painting, when what was painted has gone to the server.
            QMetaObject::invokeMethod(
                this,
                [this, shown = std::exchange(m_toPaint, {})] {
                    for (const double asked : shown)
                        m_painted.push_back(now() - asked);
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    QWidget* m_gallery;
    QElapsedTimer m_clock;
    std::deque<double> m_asked;
    std::vector<double> m_toShow, m_toPaint, m_written, m_painted;
};

void tell(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double q) {
        return times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1))];
    };
    qInfo("%-28s %4zu times: p50 %5.1f ms, p95 %5.1f ms, p99 %5.1f ms", what, times.size(), at(0.5), at(0.95),
          at(0.99));
}

} // namespace

class TestKeyboardRun : public QObject {
    Q_OBJECT

private slots:
    void threeHundredFiguresOnTwoQuestions()
    {
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return toPath(folder.filePath(QString::fromLatin1(name))); };
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("annotator"), QStringLiteral("ada"));
        QVERIFY(demo::writeDemo({.folder = path("shards"), .figures = figuresToLabel}, {}));
        auto made = workspace::Workspace::create(path("c"));
        QVERIFY(made && (*made)->index({path("shards")}, {}, {}, [](const catalog::Problem&) {}));
        made->reset();

        MainWindow window(settings, path("data"), DemoWriter(), Scheme::Dark);
        window.resize(1500, 950);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        XServer::focus(&window);
        window.opener()->openPaths({folder.filePath(QStringLiteral("c"))});
        QTRY_VERIFY_WITH_TIMEOUT(window.queries().result() && window.isSettled(), 20'000);
        const auto figures = static_cast<int>(window.queries().result()->size());
        QVERIFY(figures >= figuresToLabel);
        QTRY_VERIFY(window.workbench()->gallery()->hasFocus());
        XServer::press({QStringLiteral("Home")});

        Stopwatch stopwatch(window);
        QElapsedTimer whole;
        whole.start();
        // Panel type and primary class, then on past the secondary class to the next figure. After "single" the subtype
        // is known; after "multiple" it is left out.
        QStringList keys;
        for (int figure = 0; figure < figuresToLabel; ++figure) {
            keys << QString::number(1 + figure % 2);
            if (figure % 2 == 1)
                keys << QStringLiteral("Tab");
            keys << QString::number(1 + figure % 4) << QStringLiteral("Return") << QStringLiteral("Return");
        }
        QProcess typing;
        typing.start(QStringLiteral("xdotool"),
                     QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("30")} + keys);
        const std::size_t expected = 2 * figuresToLabel;
        QTRY_COMPARE_WITH_TIMEOUT(stopwatch.written().size(), expected, 180'000);
        QTRY_COMPARE_WITH_TIMEOUT(stopwatch.painted().size(), expected, 20'000);
        typing.waitForFinished();
        const double seconds = static_cast<double>(whole.elapsed()) / 1000;

        const auto workspace = window.session().workspace();
        QCOMPARE(workspace->history({}).value().size(), expected);
        const auto snapshot = workspace->snapshot().value();
        QCOMPARE(snapshot->labelled.count(), std::size_t{figuresToLabel});
        for (int row = 0; row < figuresToLabel; ++row) {
            const auto detail = workspace->detail(window.workbench()->figures()->rowIdAt(row)).value();
            QCOMPARE(detail.labels.votes.size(), std::size_t(row % 2 ? 2 : 3));
            QCOMPARE(detail.labels.votes.front().answer.front(), std::string(row % 2 ? "multiple" : "single"));
            QCOMPARE(detail.labels.votes.back().answer.front(),
                     workspace->taxonomy().value()->options(Question::Primary)[static_cast<std::size_t>(row % 4)]);
        }
        tell("key to the disk", stopwatch.written());
        tell("key to the screen", stopwatch.painted());
        qInfo("%d figures in %.1f s, %zu keys", figuresToLabel, seconds, static_cast<std::size_t>(keys.size()));
    }
};

int main(int argc, char** argv)
{
    XServer server;
    if (!server.isRunning()) {
        std::puts("SKIP_ALL: Xvfb and xdotool are not there; ./dev setup installs them");
        return 0;
    }
    QApplication application(argc, argv);
    TestKeyboardRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyboard_run.moc"
