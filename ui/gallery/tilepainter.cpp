#include "ui/gallery/tilepainter.h"

#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace biomedica::ui {

namespace {

constexpr int padding = measure::gap;
constexpr int inset = 4; ///< between a picture and the tile's edge, in the picture's own colour
constexpr int captionLines = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("TilePainter", text);
}

QRect letterboxed(const QSize& picture, const QRect& area)
{
    QSize size = picture;
    if (size.width() > area.width() || size.height() > area.height())
        size.scale(area.size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), size.expandedTo(QSize(1, 1)));
    place.moveCenter(area.center());
    return place;
}

/// A small pennant: shape as well as colour.
void drawFlag(QPainter& painter, const QPoint& topRight, const QColor& colour, const QColor& ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const QRectF box(topRight.x() - 21, topRight.y() + 5, 16, 18);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(colour);
    painter.drawRect(QRectF(box.left() + 4, box.top() + 3, 1.6, 12));
    painter.drawPolygon(QPolygonF({{box.left() + 5.6, box.top() + 3},
                                   {box.left() + 13, box.top() + 6},
                                   {box.left() + 5.6, box.top() + 9.5}}));
}

} // namespace

TilePainter::TilePainter(const annotation::Taxonomy& taxonomy)
    : m_taxonomy(taxonomy), m_captionFont(textFont(measure::smallTextSize)), m_chipFont(textFont(measure::headingSize))
{
}

int TilePainter::captionHeight() const
{
    const int lines = qRound(captionLines * QFontMetricsF(m_captionFont).lineSpacing() + 0.5);
    return padding - 2 + lines + measure::grid + QFontMetrics(m_chipFont).height() + 5 + padding;
}

std::optional<TilePainter::Label> TilePainter::labelOf(const workspace::FigureSummary& summary,
                                                       const annotation::Taxonomy& taxonomy, Scheme scheme)
{
    std::optional<Label> label;
    int values = 0;
    // The finest answer says most: a local class before its global one, classes before panels.
    for (const Question question : {Question::Secondary, Question::Primary, Question::PanelSubtype, Question::PanelType}) {
        const auto& answer = summary.effective[question];
        if (!answer || answer->empty())
            continue;
        const auto origin = summary.isFromVotes[static_cast<std::size_t>(question)] ? ChipOrigin::Hand : ChipOrigin::Imported;
        if (label && (label->chip.origin == ChipOrigin::Hand || origin == ChipOrigin::Imported))
            continue; // what a person said comes before what was imported
        label = Label{chipFor(taxonomy, question, answer->front(), origin, scheme), 0};
        values = static_cast<int>(answer->size());
    }
    if (label)
        label->others = values - 1;
    return label;
}

void TilePainter::paint(QPainter& painter, const QRect& tile, int pictureHeight, const TileState& state,
                        const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    painter.fillPath(outline, state.isSelected ? colours.accentGround : colours.panel);

    painter.setClipPath(outline);
    const QRect picture(tile.left(), tile.top(), tile.width(), pictureHeight);
    paintPicture(painter, picture, state, palette);
    painter.setClipping(false);

    if (state.figure) {
        const QRect words = tile.adjusted(padding, pictureHeight + padding - 2, -padding, -padding);
        const int footHeight = QFontMetrics(m_chipFont).height() + 5;
        const QRect caption(words.topLeft(), words.bottomRight() - QPoint(0, footHeight));
        if (state.figure->caption.text.isEmpty() && state.figure->problem.isEmpty())
            drawMarkedText(painter, caption, {fromUtf8(state.figure->summary.key), {}}, m_captionFont, colours.muted,
                           palette, 1);
        else if (state.figure->problem.isEmpty())
            drawMarkedText(painter, caption, state.figure->caption, m_captionFont, colours.muted, palette, captionLines);
        paintFoot(painter, QRect(words.left(), words.bottom() - footHeight + 1, words.width(), footHeight), *state.figure,
                  palette);
    }

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(state.isSelected ? colours.accent : colours.line, 1));
    painter.drawPath(outline);
    if (state.isCursor) {
        painter.setPen(QPen(state.isFocused ? colours.text : colours.muted, 2));
        painter.drawRoundedRect(QRectF(tile).adjusted(-1, -1, 1, 1), measure::radius + 1, measure::radius + 1);
    }
    painter.restore();
}

void TilePainter::paintPicture(QPainter& painter, const QRect& area, const TileState& state, const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    const QString problem = state.figure && !state.figure->problem.isEmpty() ? state.figure->problem
                            : state.thumbnail                                ? state.thumbnail->problem
                                                                             : QString();
    if (state.thumbnail && problem.isEmpty()) {
        painter.fillRect(area, state.thumbnail->ground);
        const QImage& image = state.thumbnail->image;
        const qreal scale = painter.device()->devicePixelRatioF();
        const QSize size = (QSizeF(image.size()) / scale).toSize();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(letterboxed(size, area.adjusted(inset, inset, -inset, -inset)), image);
    } else {
        painter.fillRect(area, colours.raised);
    }
    if (!problem.isEmpty()) {
        const QRect box = area.adjusted(padding, padding, -padding, -padding);
        painter.setPen(QPen(colours.bad, 1.5));
        const QRectF sign(box.left(), box.top(), 14, 14);
        painter.drawEllipse(sign);
        painter.drawLine(sign.center() + QPointF(-3, -3), sign.center() + QPointF(3, 3));
        painter.drawLine(sign.center() + QPointF(3, -3), sign.center() + QPointF(-3, 3));
        drawMarkedText(painter, box.adjusted(0, 20, 0, 0), {problem, {}}, m_captionFont, colours.muted, palette, 8);
    }
    painter.setPen(QPen(colours.line, 1));
    if (!state.thumbnail || state.thumbnail->ground.lightness() > 245 || state.thumbnail->ground.lightness() < 40)
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (state.figure && state.figure->summary.isFlagged)
        drawFlag(painter, area.topRight(), colours.warning, colours.panel);
}

void TilePainter::paintFoot(QPainter& painter, const QRect& area, const FigureTile& figure, const QPalette& palette) const
{
    if (!figure.problem.isEmpty())
        return;
    const Colours& colours = coloursFor(palette);
    const auto label = labelOf(figure.summary, m_taxonomy, colours.scheme);
    const QFontMetrics metrics(m_chipFont);
    if (!label) {
        painter.setFont(m_captionFont);
        painter.setPen(colours.muted);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, tr("unlabelled"));
        return;
    }
    const QString more = figure.summary.isDisputed ? tr("disputed")
                         : label->others > 0       ? QStringLiteral("+%1").arg(label->others)
                                                   : QString();
    const int moreWidth = more.isEmpty() ? 0 : metrics.horizontalAdvance(more) + measure::grid;
    const int used = drawChip(painter, area.adjusted(0, 0, -moreWidth, 0), label->chip, m_chipFont, palette);
    painter.setFont(m_chipFont);
    painter.setPen(figure.summary.isDisputed ? colours.warning : colours.muted);
    painter.drawText(area.adjusted(used + measure::grid, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, more);
}

} // namespace biomedica::ui
