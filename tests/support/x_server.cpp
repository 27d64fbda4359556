#include "tests/support/x_server.h"

#include <QStandardPaths>
#include <QWidget>

namespace biomedica::test {

XServer::XServer(const QString& size)
{
    if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
        return;
    m_process.start(QStringLiteral("Xvfb"),
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                     size + QStringLiteral("x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    // The number of the display, once it takes clients.
    if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
        return;
    qputenv("DISPLAY", ":" + m_process.readAllStandardOutput().trimmed());
    qputenv("QT_QPA_PLATFORM", "xcb");
    m_isRunning = true;
}

XServer::~XServer()
{
    m_process.terminate();
    m_process.waitForFinished();
}

bool XServer::run(const QStringList& arguments)
{
    return QProcess::execute(QStringLiteral("xdotool"), arguments) == 0;
}

void XServer::press(const QStringList& keys)
{
    run(QStringList{QStringLiteral("key")} + keys);
}

void XServer::type(const QString& text)
{
    run({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("5"), text});
}

void XServer::click(const QWidget* widget, QPoint at, const QString& modifier, int times)
{
    const QPoint place = widget->mapToGlobal(at);
    QStringList arguments{QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y())};
    if (!modifier.isEmpty())
        arguments += {QStringLiteral("keydown"), modifier};
    arguments += {QStringLiteral("click"), QStringLiteral("--repeat"), QString::number(times), QStringLiteral("1")};
    if (!modifier.isEmpty())
        arguments += {QStringLiteral("keyup"), modifier};
    run(arguments);
}

void XServer::drag(const QWidget* widget, QPoint from, QPoint to)
{
    const QPoint begin = widget->mapToGlobal(from), middle = widget->mapToGlobal((from + to) / 2),
                 end = widget->mapToGlobal(to);
    run({QStringLiteral("mousemove"), QString::number(begin.x()), QString::number(begin.y()),
         QStringLiteral("mousedown"), QStringLiteral("1"), QStringLiteral("mousemove"), QString::number(middle.x()),
         QString::number(middle.y()), QStringLiteral("mousemove"), QString::number(end.x()), QString::number(end.y()),
         QStringLiteral("mouseup"), QStringLiteral("1")});
}

void XServer::focus(const QWidget* window)
{
    run({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::number(window->winId())});
}

} // namespace biomedica::test
