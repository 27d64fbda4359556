#include "ui/charts/chart.h"

#include "ui/common/theme.h"

#include <QBuffer>
#include <QEvent>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace biomedica::ui {

namespace {

constexpr int pngScale = 2;
constexpr int margin = 8;

} // namespace

Chart::Chart(const QString& name, QWidget* parent) : QWidget(parent), m_name(name)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
}

void Chart::noteChange()
{
    setAccessibleDescription(spokenText());
    updateGeometry();
    update();
}

QByteArray Chart::toPng() const
{
    const QSize whole = size().expandedTo(sizeHint()) + QSize(2 * margin, 2 * margin);
    QImage image(whole * pngScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pngScale);
    image.fill(coloursFor(palette()).panel);
    QPainter painter(&image);
    painter.translate(margin, margin);
    draw(painter, whole - QSize(2 * margin, 2 * margin), false);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray Chart::toSvg() const
{
    const QSize whole = size().expandedTo(sizeHint()) + QSize(2 * margin, 2 * margin);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(whole);
    generator.setViewBox(QRect(QPoint(0, 0), whole));
    generator.setTitle(m_name);
    generator.setDescription(spokenText());
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(0, 0), whole), coloursFor(palette()).panel);
    painter.translate(margin, margin);
    draw(painter, whole - QSize(2 * margin, 2 * margin), false);
    painter.end();
    return bytes;
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, size(), true);
}

void Chart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace biomedica::ui
