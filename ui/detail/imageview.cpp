#include "ui/detail/imageview.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr double maximumScale = 16;

QToolButton* makeButton(const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    setTextFont(button, measure::smallTextSize);
    button->setFocusPolicy(Qt::NoFocus);
    button->setStyleSheet(QStringLiteral("padding: 2px 8px;"));
    button->setCursor(Qt::ArrowCursor);
    return button;
}

} // namespace

ImageView::ImageView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Picture"));
    m_fitButton = makeButton(tr("Fit"), this);
    m_fullButton = makeButton(tr("100 %"), this);
    m_fitButton->setToolTip(tr("Fit the picture into the panel (Ctrl+0)"));
    m_fullButton->setToolTip(tr("One pixel of the picture on one pixel of the screen (Ctrl+1)"));
    connect(m_fitButton, &QToolButton::clicked, this, &ImageView::fit);
    connect(m_fullButton, &QToolButton::clicked, this, &ImageView::showFullSize);
}

void ImageView::showButtons(bool areShown)
{
    m_fitButton->setVisible(areShown);
    m_fullButton->setVisible(areShown);
}

void ImageView::setImage(QList<QImage> levels, QSize fullSize, const QColor& ground)
{
    showButtons(true);
    m_message.clear();
    m_levels = std::move(levels);
    m_fullSize = fullSize;
    m_ground = ground;
    if (m_isFit)
        m_scale = fitScale();
    keepInView();
    update();
}

void ImageView::setMessage(const QString& message)
{
    showButtons(false);
    m_levels.clear();
    m_message = message;
    update();
}

QList<QImage> ImageView::levelsOf(QImage image)
{
    constexpr int smallest = 256;
    QList<QImage> levels;
    while (!image.isNull()) {
        levels.append(image);
        const QSize half = image.size() / 2;
        if (std::max(half.width(), half.height()) < smallest || half.isEmpty())
            break;
        image = image.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return levels;
}

/// The smallest one that need not be enlarged.
const QImage& ImageView::levelFor(double width) const
{
    qsizetype level = 0;
    while (level + 1 < m_levels.size() && m_levels[level + 1].width() >= width)
        ++level;
    return m_levels[level];
}

double ImageView::fitScale() const
{
    if (m_fullSize.isEmpty())
        return 1;
    const double both = std::min(double(width()) / m_fullSize.width(), double(height()) / m_fullSize.height());
    return std::min(both, 2.0); // small pictures are not blown up beyond recognition
}

double ImageView::scale() const
{
    return m_isFit ? fitScale() : m_scale;
}

QRectF ImageView::target() const
{
    return {m_offset, QSizeF(m_fullSize) * scale()};
}

void ImageView::fit()
{
    m_isFit = true;
    m_scale = fitScale();
    keepInView();
    update();
}

void ImageView::showFullSize()
{
    zoomAt(rect().center(), 1 / devicePixelRatioF());
}

void ImageView::zoomAt(QPointF point, double scale)
{
    if (m_levels.isEmpty())
        return;
    const double before = this->scale();
    const double after = std::clamp(scale, std::min(fitScale(), 1.0) / 4, maximumScale);
    m_offset = point - (point - m_offset) * (after / before);
    m_isFit = false;
    m_scale = after;
    keepInView();
    update();
}

void ImageView::keepInView()
{
    const QSizeF size = QSizeF(m_fullSize) * scale();
    const auto kept = [](double offset, double length, double room) {
        if (length <= room)
            return (room - length) / 2;
        return std::clamp(offset, room - length, 0.0);
    };
    m_offset = {kept(m_offset.x(), size.width(), width()), kept(m_offset.y(), size.height(), height())};
    setCursor(size.width() > width() || size.height() > height() ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void ImageView::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_levels.isEmpty() && m_message.isEmpty())
        return;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    painter.fillPath(outline, m_levels.isEmpty() ? colours.raised : m_ground);
    if (!m_message.isEmpty()) {
        const QRectF box = QRectF(rect()).adjusted(16, 16, -16, -16);
        drawMarkedText(painter, box, {m_message, {}}, textFont(measure::textSize), colours.muted, palette(), 8);
    }
    if (!m_levels.isEmpty()) {
        painter.setClipPath(outline);
        // Enlarged, single pixels are what one wants to see.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() * devicePixelRatioF() < 3);
        painter.drawImage(target(), levelFor(target().width() * devicePixelRatioF()));
        painter.setClipping(false);
    }
    painter.setPen(QPen(colours.line, 1));
    painter.drawPath(outline);
}

void ImageView::resizeEvent(QResizeEvent*)
{
    if (m_isFit)
        m_scale = fitScale();
    keepInView();
    int right = width() - measure::gap;
    for (QToolButton* button : {m_fullButton, m_fitButton}) {
        button->adjustSize();
        button->move(right - button->width(), height() - button->height() - measure::gap);
        right -= button->width() + measure::grid;
    }
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    constexpr double perNotch = 1.25;
    zoomAt(event->position(), scale() * std::pow(perNotch, event->angleDelta().y() / 120.0));
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event)
{
    m_dragStart = event->position() - m_offset;
    if (cursor().shape() == Qt::OpenHandCursor)
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_levels.isEmpty())
        return;
    m_offset = event->position() - m_dragStart;
    keepInView();
    update();
}

void ImageView::mouseReleaseEvent(QMouseEvent*)
{
    keepInView();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_isFit)
        zoomAt(event->position(), 1 / devicePixelRatioF());
    else
        fit();
}

} // namespace biomedica::ui
