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
    button->setFont(textFont(measure::smallTextSize));
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

void ImageView::setImage(const QImage& image, QSize fullSize, const QColor& ground)
{
    m_message.clear();
    m_image = image;
    m_fullSize = fullSize;
    m_ground = ground;
    m_shrunk = QPixmap();
    if (m_isFit)
        m_scale = fitScale();
    keepInView();
    update();
}

void ImageView::setMessage(const QString& message)
{
    m_image = QImage();
    m_shrunk = QPixmap();
    m_message = message;
    update();
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
    if (m_image.isNull())
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
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    painter.fillPath(outline, m_image.isNull() ? colours.raised : m_ground);
    if (!m_message.isEmpty()) {
        const QRectF box = QRectF(rect()).adjusted(16, 16, -16, -16);
        drawMarkedText(painter, box, {m_message, {}}, textFont(measure::textSize), colours.muted, palette(), 8);
    }
    if (!m_image.isNull()) {
        painter.setClipPath(outline);
        const QRectF place = target();
        if (scale() < 1) {
            const QSize wanted = (place.size() * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1));
            if (m_shrunk.size() != wanted)
                m_shrunk = QPixmap::fromImage(m_image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
            painter.drawPixmap(place, m_shrunk, QRectF(m_shrunk.rect()));
        } else {
            // Enlarged twice and more, single pixels are what one wants to see.
            painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 3);
            painter.drawImage(place, m_image);
        }
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
    if (!(event->buttons() & Qt::LeftButton) || m_image.isNull())
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
