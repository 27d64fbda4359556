#include "ui/common/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

static void loadIconResources()
{
    Q_INIT_RESOURCE(icons); // in a static library the linker would leave them out
}

namespace biomedica::ui {

namespace {

QByteArray svgText(const QString& name)
{
    loadIconResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isOpen, "icons", qPrintable(name));
    return file.readAll();
}

QIcon rendered(const QByteArray& svg)
{
    QSvgRenderer renderer(svg);
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace

QIcon icon(const QString& name, const QColor& colour)
{
    return rendered(svgText(name).replace("currentColor", colour.name().toLatin1()));
}

QIcon applicationIcon()
{
    return rendered(svgText(QStringLiteral("biomedica-curator")));
}

} // namespace biomedica::ui
