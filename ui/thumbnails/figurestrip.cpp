#include "ui/thumbnails/figurestrip.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStringList>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int pictureSide = 104;
constexpr int captionLines = 2;

} // namespace

FigureStrip::FigureStrip(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_reading(session.shardPool(), this)
{
    setTextFont(this, measure::smallTextSize);
}

void FigureStrip::setRows(const Rows& rows)
{
    Rows first(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), most)));
    if (first == m_rows)
        return;
    m_rows = std::move(first);
    m_examples.clear();
    update();
    if (m_rows.empty() || !m_session.workspace()) {
        m_reading.cancel();
        return;
    }
    const QSize box = QSize(tileWidth(), scaled(pictureSide)) * devicePixelRatioF();
    m_reading.start(
        [workspace = m_session.workspace(), wanted = m_rows, box](std::stop_token stop) {
            std::vector<Example> examples;
            const auto figures = workspace->summaries(wanted);
            for (std::size_t place = 0; place < wanted.size() && !stop.stop_requested(); ++place)
                examples.push_back({readThumbnail(*workspace, wanted[place], box),
                                    figures ? fromUtf8((*figures)[place].caption).simplified() : QString()});
            return examples;
        },
        [this](std::vector<Example> examples) {
            m_examples = std::move(examples);
            QStringList captions;
            for (const Example& example : m_examples)
                captions += example.caption;
            setAccessibleDescription(captions.join(QLatin1Char('\n')));
            update();
        });
}

int FigureStrip::tileWidth() const
{
    return scaled(pictureSide);
}

QSize FigureStrip::sizeHint() const
{
    const int height = scaled(pictureSide) + measure::grid + captionLines * fontMetrics().lineSpacing();
    return {3 * tileWidth() + 2 * measure::gap, height};
}

QSize FigureStrip::minimumSizeHint() const
{
    return {tileWidth(), sizeHint().height()};
}

void FigureStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Colours& colours = coloursFor(palette());
    const int side = tileWidth();
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        const int left = static_cast<int>(place) * (side + measure::gap);
        if (left + side > width())
            break;
        const QRect box(left, 0, side, scaled(pictureSide));
        if (place >= m_examples.size()) {
            painter.fillRect(box, colours.raised);
            continue;
        }
        const Example& example = m_examples[place];
        painter.fillRect(box, example.picture.ground.isValid() ? example.picture.ground : colours.raised);
        if (example.picture.image.isNull()) {
            painter.setPen(colours.muted);
            painter.drawText(box.adjusted(measure::grid, 0, -measure::grid, 0), Qt::AlignCenter | Qt::TextWordWrap,
                             example.picture.problem);
        } else {
            QRect target(QPoint(), example.picture.image.size().scaled(box.size(), Qt::KeepAspectRatio));
            target.moveCenter(box.center());
            painter.drawImage(target, example.picture.image);
        }
        const QRectF below(left, box.bottom() + measure::grid, side, captionLines * fontMetrics().lineSpacing());
        drawMarkedText(painter, below, {example.caption, {}}, font(), colours.text, palette(), captionLines);
    }
}

} // namespace biomedica::ui
