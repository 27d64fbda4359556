#include "ui/detail/imageview.h"

#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr double maximumScale = 32;
constexpr double largestFit = 2;       // small pictures are not blown up beyond recognition
constexpr double singlePixelsFrom = 3; // enlarged so far, single pixels are what one wants to see
constexpr int messageLines = 8;
constexpr int scaleShownMs = 1500;

QToolButton* makeButton(const QString& text, const QString& toolTip, QLayout* layout)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    setTextFont(button, measure::smallTextSize);
    button->setFocusPolicy(Qt::NoFocus); // their keys work anyway
    button->setStyleSheet(QStringLiteral("padding: 2px 8px;"));
    button->setCursor(Qt::ArrowCursor);
    layout->addWidget(button);
    return button;
}

} // namespace

ImageView::ImageView(QWidget* parent) : QWidget(parent), m_buttons(new QWidget)
{
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::grid);
    m_fit = makeButton(tr("Fit"), tr("Fit the picture into the view"), row);
    m_fullSize = makeButton(tr("100 %"), tr("One pixel of the picture on one pixel of the screen"), row);
    connect(m_fit, &QToolButton::clicked, this, &ImageView::fit);
    connect(m_fullSize, &QToolButton::clicked, this, &ImageView::showFullSize);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    grid->addWidget(m_buttons, 0, 0, Qt::AlignRight | Qt::AlignBottom);
    m_buttons->hide();
    m_afterChange.setSingleShot(true);
    m_afterChange.setInterval(scaleShownMs);
    connect(&m_afterChange, &QTimer::timeout, this, &ImageView::showChange);
}

void ImageView::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    showChange();
}

void ImageView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    showChange();
}

void ImageView::beginFigure()
{
    m_turns = 0;
    if (!m_keepsZoom)
        m_place = {};
    m_picture = {};
    m_message.clear();
    showChange();
}

void ImageView::setPicture(Picture picture)
{
    m_message.clear();
    m_picture = std::move(picture);
    showChange();
}

void ImageView::setMessage(const QString& message)
{
    m_picture = {};
    m_message = message;
    showChange();
}

void ImageView::setPlace(const ImagePlace& place)
{
    m_place = place;
    showChange();
}

void ImageView::setButtonsShown(bool areShown)
{
    m_areButtonsShown = areShown;
    showChange();
}

void ImageView::changePlace(const ImagePlace& place)
{
    if (m_picture.isNull())
        return;
    m_place = place;
    m_place.centre = centreInReach();
    m_afterChange.start();
    showChange();
    Q_EMIT placeChanged(m_place);
}

/// The one place through which everything goes that changes what is seen.
void ImageView::showChange()
{
    m_buttons->setVisible(m_areButtonsShown && !m_picture.isNull() && areBadgesShown());
    setCursor(isLargerThanView() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    setAccessibleDescription(m_picture.isNull() ? m_message : scaleText());
    update();
    if (wantsDetail())
        Q_EMIT detailWanted();
}

bool ImageView::wantsDetail() const
{
    return m_picture.isReduced()
           && m_picture.fullSize.width() * scale() * devicePixelRatioF() > m_picture.levels.first().width() + 1;
}

QSizeF ImageView::turnedSize() const
{
    return m_turns % 2 == 0 ? QSizeF(m_picture.fullSize) : QSizeF(m_picture.fullSize).transposed();
}

double ImageView::fitScale() const
{
    const QSizeF size = turnedSize();
    if (size.isEmpty() || width() < 1 || height() < 1)
        return 1;
    return std::min({width() / size.width(), height() / size.height(), largestFit});
}

double ImageView::scale() const
{
    switch (m_place.zoom) {
    case ImagePlace::Zoom::Fit: return fitScale();
    case ImagePlace::Zoom::FullSize: return 1 / devicePixelRatioF();
    case ImagePlace::Zoom::Free: return fitScale() * m_place.factor;
    }
    return 1;
}

QString ImageView::scaleText() const
{
    if (m_picture.isNull() || m_picture.isPreview)
        return {};
    const double percent = scale() * devicePixelRatioF() * 100;
    const QString scale = tr("%1 %", "the scale of a picture").arg(percent, 0, 'f', percent < 10 ? 1 : 0);
    if (!m_picture.damage.isEmpty())
        return tr("%1 · incomplete: %2", "the scale of a picture, what is wrong with it").arg(scale, m_picture.damage);
    if (!wantsDetail())
        return scale;
    const QLocale locale;
    return tr("%1 · reduced: the picture has %2 × %3 pixels")
        .arg(scale, locale.toString(m_picture.fullSize.width()), locale.toString(m_picture.fullSize.height()));
}

/// The wanted centre, as far as the picture's edges let it be in the middle.
QPointF ImageView::centreInReach() const
{
    const QSizeF size = turnedSize() * scale();
    const auto kept = [](double centre, double length, double room) {
        if (length <= room)
            return 0.5;
        const double half = room / length / 2;
        return std::clamp(centre, half, 1 - half);
    };
    return {kept(m_place.centre.x(), size.width(), width()), kept(m_place.centre.y(), size.height(), height())};
}

bool ImageView::isLargerThanView() const
{
    const QSizeF size = turnedSize() * scale();
    return !m_picture.isNull() && (size.width() > width() + 0.5 || size.height() > height() + 0.5);
}

QRectF ImageView::target() const
{
    const QSizeF size = turnedSize() * scale();
    const QPointF centre = centreInReach();
    const QPointF corner(width() / 2.0 - centre.x() * size.width(), height() / 2.0 - centre.y() * size.height());
    return {corner, size};
}

QPointF ImageView::toView(QPointF fraction) const
{
    const QRectF shown = target();
    return shown.topLeft() + QPointF(fraction.x() * shown.width(), fraction.y() * shown.height());
}

QPointF ImageView::toPicture(QPointF point) const
{
    const QRectF shown = target();
    if (shown.isEmpty())
        return {0.5, 0.5};
    return {(point.x() - shown.left()) / shown.width(), (point.y() - shown.top()) / shown.height()};
}

void ImageView::fit()
{
    changePlace({});
}

void ImageView::showFullSize()
{
    changePlace({ImagePlace::Zoom::FullSize, 1, centreInReach()});
}

void ImageView::zoomBy(double factor)
{
    zoomAt(QRectF(rect()).center(), scale() * factor);
}

void ImageView::zoomAt(QPointF point, double scale)
{
    const double after = std::clamp(scale, std::min(fitScale(), 1.0) / 4, maximumScale);
    const QPointF held = toPicture(point);
    const QSizeF size = turnedSize() * after;
    if (m_picture.isNull() || size.isEmpty())
        return;
    // Where the middle has to be so that what is under the point stays there.
    const QPointF centre(held.x() + (width() / 2.0 - point.x()) / size.width(),
                         held.y() + (height() / 2.0 - point.y()) / size.height());
    changePlace({ImagePlace::Zoom::Free, after / fitScale(), centre});
}

void ImageView::panBy(QPointF distance)
{
    const QSizeF size = turnedSize() * scale();
    if (size.isEmpty())
        return;
    ImagePlace place = m_place;
    place.centre = centreInReach() + QPointF(distance.x() / size.width(), distance.y() / size.height());
    changePlace(place);
}

void ImageView::turn(int quarters)
{
    if (m_picture.isNull())
        return;
    quarters = ((quarters % 4) + 4) % 4;
    m_turns = (m_turns + quarters) % 4;
    for (; quarters > 0; --quarters)
        m_place.centre = {1 - m_place.centre.y(), m_place.centre.x()};
    showChange();
}

const QImage& ImageView::levelFor(double width) const
{
    // The smallest one that need not be enlarged.
    qsizetype level = 0;
    while (level + 1 < m_picture.levels.size() && m_picture.levels[level + 1].width() >= width)
        ++level;
    return m_picture.levels[level];
}

void ImageView::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull() && m_message.isEmpty())
        return;
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    painter.fillPath(outline, m_picture.isNull() ? colours.raised : m_picture.ground);
    if (m_picture.isNull()) {
        paintMessage(painter);
    } else {
        painter.setClipPath(outline);
        paintPicture(painter);
        painter.setClipping(false);
        paintScale(painter);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, 1));
    painter.drawPath(outline);
}

void ImageView::paintPicture(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    QRectF shown = target();
    // On whole pixels of the screen: at 100 % nothing is smeared.
    shown.moveTo(qRound(shown.x() * ratio) / ratio, qRound(shown.y() * ratio) / ratio);
    // A line at least, however thin the whole of a very long picture is.
    const QSizeF seen = shown.size().expandedTo(QSizeF(1, 1) / ratio);
    const QSizeF upright = m_turns % 2 == 0 ? seen : seen.transposed();
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() * ratio < singlePixelsFrom);
    painter.translate(shown.center());
    painter.rotate(90 * m_turns);
    painter.drawImage(QRectF(QPointF(-upright.width() / 2, -upright.height() / 2), upright),
                      levelFor(upright.width() * ratio));
    painter.restore();
}

void ImageView::paintMessage(QPainter& painter) const
{
    const Colours& colours = coloursFor(palette());
    const QFont font = textFont(measure::textSize);
    const int side = 2 * QFontMetrics(font).height();
    const QRect inner = rect().adjusted(2 * measure::gap, 2 * measure::gap, -2 * measure::gap, -2 * measure::gap);
    icon(QStringLiteral("problem"), colours.warning).paint(&painter, QRect(inner.topLeft(), QSize(side, side)));
    const QRectF words = inner.adjusted(0, side + measure::gap, 0, 0);
    drawMarkedText(painter, words, {tr("This picture cannot be shown: %1").arg(m_message), {}}, font, colours.text,
                   palette(), messageLines);
}

void ImageView::paintScale(QPainter& painter) const
{
    if (!areBadgesShown() && m_picture.damage.isEmpty())
        return;
    const int right = m_buttons->isVisible() ? m_buttons->x() : width();
    const QFont font = textFont(measure::smallTextSize);
    const QFontMetrics metrics(font);
    const int room = right - 2 * measure::gap - 2 * measure::gap;
    const QString text = metrics.elidedText(scaleText(), Qt::ElideRight, room);
    if (text.isEmpty() || room < metrics.averageCharWidth() * 5)
        return;
    const int height = metrics.height() + measure::grid;
    const QRectF box(measure::gap + 0.5, this->height() - measure::gap - height - 0.5,
                     metrics.horizontalAdvance(text) + 2 * measure::gap, height);
    const Colours& colours = coloursFor(palette());
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(box, measure::chipRadius, measure::chipRadius);
    painter.setPen(colours.text);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace biomedica::ui
