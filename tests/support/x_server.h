// A display of the test's own, with real key and mouse events: Xvfb and xdotool.
//
// Thread contract: one object in main(), before the QApplication; events are sent from the GUI thread.
#pragma once

#include <QPoint>
#include <QProcess>
#include <QStringList>

class QWidget;

namespace biomedica::test {

class XServer {
public:
    /// Starts the server and makes it the display of this process; isRunning() tells whether that was possible.
    explicit XServer(const QString& size = QStringLiteral("1600x1000"));
    ~XServer();

    bool isRunning() const { return m_isRunning; }

    /// As xdotool writes them: "ctrl+z", "slash", "Return".
    static void press(const QStringList& keys);
    static void type(const QString& text);
    /// On the middle of the widget, or at `at` in it; `modifiers` as in "shift", "ctrl", held meanwhile.
    static void click(const QWidget* widget, QPoint at, const QString& modifier = {}, int times = 1);
    static void drag(const QWidget* widget, QPoint from, QPoint to);
    /// There is no window manager: tells the server which window gets the keys.
    static void focus(const QWidget* window);

private:
    static bool run(const QStringList& arguments);

    QProcess m_process;
    bool m_isRunning = false;
};

} // namespace biomedica::test
