#include "ui/gallery/tilepainter.h"

#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int padding = measure::gap;
constexpr int inset = 4; ///< between a picture and the tile's edge, in the picture's own colour
constexpr int aboveWords = padding - 2;
constexpr int exampleSide = 16; // before the text scale

struct TileWords {
    Q_DECLARE_TR_FUNCTIONS(TilePainter)
};

/// Beside the chips: what does not fit among them.
QString noteOf(const FigureTile& figure, qsizetype hiddenLabels)
{
    if (figure.summary.isDisputed)
        return TileWords::tr("disputed");
    return hiddenLabels > 0 ? QStringLiteral("+%1").arg(hiddenLabels) : QString();
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
    painter.drawPolygon(QPolygonF(
        {{box.left() + 5.6, box.top() + 3}, {box.left() + 13, box.top() + 6}, {box.left() + 5.6, box.top() + 9.5}}));
}

/// Plus or minus: an example of what is searched for, or of what is not.
void drawExample(QPainter& painter, const QPoint& bottomLeft, bool isWanted, const Colours& colours)
{
    const int side = scaled(exampleSide);
    const QRectF box(bottomLeft.x() + 5.5, bottomLeft.y() - 4.5 - side, side, side);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(box, 3, 3);
    const qreal arm = side / 4.0;
    painter.setPen(QPen(isWanted ? colours.accent : colours.muted, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(box.center() - QPointF(arm, 0), box.center() + QPointF(arm, 0));
    if (isWanted)
        painter.drawLine(box.center() - QPointF(0, arm), box.center() + QPointF(0, arm));
}

/// A word on the picture: a part of it is missing.
void drawDamage(QPainter& painter, const QPoint& topLeft, const QFont& font, const Colours& colours)
{
    const QString text = TileWords::tr("damaged");
    const QFontMetrics metrics(font);
    const QRectF box(topLeft, QSizeF(metrics.horizontalAdvance(text) + 2 * measure::grid, metrics.height() + 2));
    painter.setPen(QPen(colours.warning, 1));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

TilePainter::TilePainter(const annotation::Taxonomy& taxonomy) : m_taxonomy(taxonomy)
{
    refreshFonts();
}

void TilePainter::refreshFonts()
{
    m_words.setFont(textFont(measure::smallTextSize));
    m_chips.setFont(textFont(measure::headingSize));
}

QSize TilePainter::pictureIn(QSize area)
{
    return area - QSize(2 * inset, 2 * inset);
}

int TilePainter::linesHeight() const
{
    return qRound(m_look.captionLines * QFontMetricsF(m_words.font()).lineSpacing() + 0.5);
}

int TilePainter::footHeight() const
{
    return std::max(m_chips.height(), QFontMetrics(m_words.font()).height());
}

int TilePainter::captionHeight() const
{
    if (m_look.captionLines == 0 && !m_look.hasChips)
        return 0;
    const int caption = m_look.captionLines > 0 ? linesHeight() : 0;
    const int foot = m_look.hasChips ? footHeight() : 0;
    return aboveWords + caption + (caption > 0 && foot > 0 ? measure::grid : 0) + foot + padding;
}

QList<Chip> TilePainter::labelsOf(const workspace::FigureSummary& summary, const annotation::Taxonomy& taxonomy,
                                  Scheme scheme)
{
    QList<Chip> byHand, imported;
    const auto take = [&](Question question) {
        const auto& answer = summary.effective[question];
        const bool isByHand = summary.isFromVotes[static_cast<std::size_t>(question)];
        for (const std::string& value : answer.value_or(Answer{}))
            (isByHand ? byHand : imported)
                .append(chipFor(taxonomy, question, value, isByHand ? ChipOrigin::Hand : ChipOrigin::Imported, scheme));
        return answer && !answer->empty();
    };
    // A local class tells its global one, classes tell more than panels; what a person said comes first.
    const auto isByHand = [&](Question question) { return summary.isFromVotes[static_cast<std::size_t>(question)]; };
    const bool hasLocal = take(Question::Secondary);
    const bool hasClass =
        (hasLocal && isByHand(Question::Secondary) >= isByHand(Question::Primary)) || take(Question::Primary);
    if (isByHand(Question::PanelSubtype) || !hasClass)
        take(Question::PanelSubtype);
    if (isByHand(Question::PanelType) || !hasClass)
        take(Question::PanelType);
    return byHand + imported;
}

void TilePainter::paint(QPainter& painter, const QRect& tile, int pictureHeight, const TileState& state,
                        const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(tile, state.isSelected ? colours.accentGround : colours.panel);
    // The picture is inset so far that it stays clear of the round corners.
    const QRect picture(tile.left(), tile.top(), tile.width(), pictureHeight);
    const bool hasPicture = state.thumbnail && !state.thumbnail->image.isNull();
    painter.fillRect(picture, hasPicture ? state.thumbnail->ground : colours.raised);
    paintPicture(painter, picture, state, palette);
    if (state.figure && state.figure->problem.isEmpty())
        paintWords(painter, tile.adjusted(padding, pictureHeight + aboveWords, -padding, -padding), *state.figure,
                   palette);
    m_frame.draw(painter, tile, state.isSelected ? colours.accent : colours.line, colours.window);
    if (state.isCursor) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(state.isFocused ? colours.text : colours.muted, 2));
        painter.drawRoundedRect(QRectF(tile).adjusted(-1, -1, 1, 1), measure::radius + 1, measure::radius + 1);
    }
    painter.restore();
}

void TilePainter::paintWords(QPainter& painter, const QRect& area, const FigureTile& figure,
                             const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    if (m_look.captionLines > 0) {
        const bool hasCaption = !figure.caption.text.isEmpty();
        const QRect place(area.left(), area.top(), area.width(), linesHeight());
        m_words.draw(painter, place, hasCaption ? figure.caption : MarkedText{fromUtf8(figure.summary.key), {}},
                     colours.muted, palette, hasCaption ? m_look.captionLines : 1);
    }
    if (m_look.hasChips)
        paintFoot(painter, QRect(area.left(), area.bottom() + 1 - footHeight(), area.width(), footHeight()), figure,
                  palette);
}

void TilePainter::paintPicture(QPainter& painter, const QRect& area, const TileState& state,
                               const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    const QString problem = state.figure && !state.figure->problem.isEmpty() ? state.figure->problem
                            : state.thumbnail                                ? state.thumbnail->problem
                                                                             : QString();
    if (state.thumbnail && problem.isEmpty()) {
        const QImage& image = state.thumbnail->image;
        const qreal scale = painter.device()->devicePixelRatioF();
        const QSize size = (QSizeF(image.size()) / scale).toSize();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(letterboxed(size, area.adjusted(inset, inset, -inset, -inset)), image);
        if (!state.thumbnail->damage.isEmpty())
            drawDamage(painter, area.topLeft() + QPoint(padding, padding), m_chips.font(), colours);
    }
    if (!problem.isEmpty()) {
        const QRect box = area.adjusted(padding, padding, -padding, -padding);
        painter.setPen(QPen(colours.bad, 1.5));
        const QRectF sign(box.left(), box.top(), 14, 14);
        painter.drawEllipse(sign);
        painter.drawLine(sign.center() + QPointF(-3, -3), sign.center() + QPointF(3, 3));
        painter.drawLine(sign.center() + QPointF(3, -3), sign.center() + QPointF(-3, 3));
        m_words.draw(painter, box.adjusted(0, 20, 0, 0), {problem, {}}, colours.muted, palette, 8);
    }
    painter.setPen(QPen(colours.line, 1));
    if (!state.thumbnail || state.thumbnail->ground.lightness() > 245 || state.thumbnail->ground.lightness() < 40)
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (state.figure && state.figure->summary.isFlagged)
        drawFlag(painter, area.topRight(), colours.warning, colours.panel);
    if (state.figure && state.figure->example != FigureTile::Example::None)
        drawExample(painter, area.bottomLeft(), state.figure->example == FigureTile::Example::Wanted, colours);
}

void TilePainter::paintFoot(QPainter& painter, const QRect& area, const FigureTile& figure,
                            const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    const QList<Chip> labels = labelsOf(figure.summary, m_taxonomy, colours.scheme);
    if (labels.isEmpty()) {
        m_words.drawLine(painter, area, TileWords::tr("unlabelled"), colours.muted);
        return;
    }
    const auto widthOf = [&](qsizetype hidden) {
        const QString text = noteOf(figure, hidden);
        return text.isEmpty() ? 0 : QFontMetrics(m_chips.font()).horizontalAdvance(text) + measure::grid;
    };
    // As many as stand there whole; the first one in any case.
    int x = area.left();
    qsizetype shown = 0;
    while (shown < labels.size()) {
        const int room = area.right() + 1 - x - widthOf(labels.size() - shown - 1);
        if (shown > 0 && m_chips.widthOf(labels[shown]) > room)
            break;
        x += m_chips.draw(painter, QRect(x, area.top(), room, area.height()), labels[shown], palette) + measure::grid;
        ++shown;
    }
    painter.setFont(m_chips.font());
    painter.setPen(figure.summary.isDisputed ? colours.warning : colours.muted);
    painter.drawText(QRect(x, area.top(), area.right() + 1 - x, area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     noteOf(figure, labels.size() - shown));
}

} // namespace biomedica::ui
