// ComparePane: one of the figures that are compared.

#include "ui/common/chip.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/detail/comparepage.h"
#include "ui/detail/figuretext.h"
#include "ui/session/wording.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int captionLines = 2;

} // namespace

TextLines::TextLines(int lines, QWidget* parent) : QWidget(parent), m_lines(lines)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void TextLines::setText(const QString& text)
{
    m_text = text;
    setToolTip(text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped())); // so that it wraps
    setAccessibleName(text);
    update();
}

QSize TextLines::sizeHint() const
{
    const QFontMetricsF metrics(textFont(measure::smallTextSize));
    return {100, static_cast<int>(m_lines * metrics.lineSpacing()) + 1};
}

void TextLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawMarkedText(painter, rect(), {m_text, {}}, textFont(measure::smallTextSize), coloursFor(palette()).text,
                   palette(), m_lines);
}

ComparePane::ComparePane(Session& session, ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_image(new ImageView), m_reader(new PictureReader(session, thumbnails, *m_image, this)),
      m_title(new QLabel), m_caption(new TextLines(captionLines)), m_labels(new ChipRow)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::grid);
    setTextFont(m_title, measure::smallTextSize, true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_image, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_caption), static_cast<QWidget*>(m_labels)})
        layout->addWidget(widget);
    m_image->setButtonsShown(false);
    m_image->installEventFilter(this);
    m_image->setFocusPolicy(Qt::NoFocus); // the page has it
    connect(m_reader, &PictureReader::settled, this, &ComparePane::settled);
}

void ComparePane::setFigure(std::optional<RowId> row)
{
    if (m_row != row) {
        m_title->clear();
        m_caption->setText({});
        m_labels->setChips({}, {});
    }
    m_row = row;
    m_reader->show(row);
}

void ComparePane::setDetail(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy)
{
    m_title->setText(FigureText::title(detail));
    m_caption->setText(fromUtf8(detail.summary.caption).simplified());
    QList<Chip> chips;
    for (const Question question : allQuestions)
        for (const std::string& value : detail.summary.effective[question].value_or(Answer{}))
            chips.append(chipFor(taxonomy, question, value,
                                 detail.summary.isFromVotes[static_cast<std::size_t>(question)] ? ChipOrigin::Hand
                                                                                                : ChipOrigin::Imported,
                                 coloursFor(palette()).scheme));
    m_labels->setChips(chips, tr("unlabelled"));
    setAccessibleName(m_title->text());
}

void ComparePane::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    update();
}

bool ComparePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT chosen();
    return QWidget::eventFilter(watched, event);
}

void ComparePane::mousePressEvent(QMouseEvent*)
{
    Q_EMIT chosen();
}

void ComparePane::paintEvent(QPaintEvent*)
{
    if (!m_isCurrent)
        return;
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 2));
    painter.setBrush(colours.accentGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::radius, measure::radius);
}

} // namespace biomedica::ui
