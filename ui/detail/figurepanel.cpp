#include "ui/detail/figurepanel.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/detail/allfields.h"
#include "ui/detail/articlestrip.h"
#include "ui/detail/figuretext.h"
#include "ui/detail/flowtext.h"
#include "ui/detail/labeltable.h"
#include "ui/detail/neighbourstrip.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int titleSize = 14;
constexpr int pictureHeight = 260, textHeight = 460; // as they share the panel at first

} // namespace

FigurePanel::FigurePanel(Session& session, QueryController& queries, FigureController& figures,
                         ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_queries(queries), m_figures(figures), m_reading(session.shardPool(), this),
      m_image(new ImageView), m_picture(new PictureReader(session, thumbnails, *m_image, this))
{
    build();
    connect(m_picture, &PictureReader::settled, this, [this] {
        // The shard is in reach again.
        if (m_figures.row() && !m_image->picture().isNull() && !m_metadata && !m_reading.isBusy())
            readMetadata(*m_figures.row());
        Q_EMIT settled();
    });
    connect(m_strip, &ArticleStrip::figureRequested, this, &FigurePanel::figureRequested);
    connect(m_strip, &ArticleStrip::figuresChanged, this, &FigurePanel::showTitle);
    connect(m_strip, &ArticleStrip::settled, this, &FigurePanel::settled);
    connect(m_neighbours, &NeighbourStrip::figureRequested, this, &FigurePanel::figureRequested);
    connect(m_neighbours, &NeighbourStrip::moreRequested, this, &FigurePanel::moreLikeRequested);
    connect(m_neighbours, &NeighbourStrip::vectorsRequested, this, &FigurePanel::vectorsRequested);
    connect(m_neighbours, &NeighbourStrip::builtinRequested, this, &FigurePanel::builtinRequested);
    connect(m_neighbours, &NeighbourStrip::settled, this, &FigurePanel::settled);
    connect(m_fields, &AllFields::settled, this, &FigurePanel::settled);
    connect(m_title, &QLabel::linkActivated, this, &FigurePanel::linkRequested);
    connect(&figures, &FigureController::rowChanged, this, &FigurePanel::showRow);
    connect(&figures, &FigureController::detailChanged, this, &FigurePanel::showDetail);
    connect(&figures, &FigureController::readFailed, this, [this](const QString& message) {
        m_problem->setText(message);
        m_problem->show();
        Q_EMIT settled();
    });
    connect(&queries, &QueryController::resultChanged, this, &FigurePanel::showDetail);
    connect(&session, &Session::annotatorChanged, this, &FigurePanel::showDetail);
    showRow();
}

QLabel* FigurePanel::addText(QLayout* layout)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse
                                   | Qt::LinksAccessibleByKeyboard);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(label);
    return label;
}

QLabel* FigurePanel::addHeading(QLayout* layout, const QString& text)
{
    QLabel* heading = makeHeading(text);
    heading->setWordWrap(true); // where text is large, one line may be wider than the panel
    layout->addWidget(heading);
    return heading;
}

/// A text long enough to be read and selected with the keyboard.
QLabel* FigurePanel::addReading(QLayout* layout, const QString& name)
{
    QLabel* label = addText(layout);
    label->setTextInteractionFlags(label->textInteractionFlags() | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    return label;
}

void FigurePanel::build()
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(measure::margin, measure::gap, measure::margin, 0);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    whole->addWidget(splitter);
    splitter->addWidget(m_image);
    auto* lower = new QWidget;
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    splitter->setSizes({pictureHeight, textHeight});
    splitter->setHandleWidth(measure::grid);
    auto* layout = new QVBoxLayout(lower);
    layout->setContentsMargins(0, measure::gap, 0, 0);
    layout->setSpacing(measure::grid);
    layout->addWidget(makeHead());
    m_line = makeLine();
    layout->addWidget(m_line);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Caption, labels and details"));
    QWidget* body = makeBody();
    m_scroll->setWidget(body);
    body->setAutoFillBackground(false); // the panel's ground shows through
    m_scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
}

/// What is always visible.
QWidget* FigurePanel::makeHead()
{
    auto* head = new WrappingBox;
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, measure::grid);
    layout->setSpacing(measure::grid);
    m_title = addText(layout);
    setTextFont(m_title, titleSize, true);
    m_article = addText(layout);
    m_article->setProperty("isMuted", true);
    m_licence = addText(layout);
    m_licence->setAccessibleName(tr("Licence"));
    m_problem = addText(layout);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("isBad", true);
    m_problem->hide();
    return head;
}

QWidget* FigurePanel::makeBody()
{
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, measure::gap, measure::grid, measure::margin);
    layout->setSpacing(measure::gap);
    m_caption = addReading(layout, tr("Caption"));
    layout->addWidget(makeLine());
    addHeading(layout, tr("Labels"));
    m_labels = new LabelTable;
    layout->addWidget(m_labels);
    layout->addWidget(makeLine());
    m_neighbours = new NeighbourStrip(m_session, m_figures);
    layout->addWidget(m_neighbours);
    m_strip = new ArticleStrip(m_session, m_figures);
    layout->addWidget(m_strip);
    m_mentionsHeading = addHeading(layout, {});
    m_mentions = addReading(layout, tr("Mentions in the article"));
    addHeading(layout, tr("Details"));
    m_details = new FlowText(tr("Details"));
    layout->addWidget(m_details);
    m_fields = new AllFields(m_session);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    return body;
}

bool FigurePanel::isSettled() const
{
    return !m_reading.isBusy() && !m_picture->isBusy() && !m_strip->isBusy() && !m_neighbours->isBusy()
           && !m_fields->isBusy();
}

QString FigurePanel::licenceText() const
{
    return m_licence->text();
}

void FigurePanel::takeFocus()
{
    (m_image->isVisible() ? static_cast<QWidget*>(m_image) : m_scroll)->setFocus(Qt::TabFocusReason);
}

void FigurePanel::setPictureShown(bool isShown)
{
    m_isPictureShown = isShown;
    m_image->setVisible(isShown);
    showPicture();
}

void FigurePanel::showPicture()
{
    m_picture->show(m_isPictureShown ? m_figures.row() : std::nullopt);
}

void FigurePanel::showRow()
{
    m_reading.cancel();
    m_metadata.reset();
    m_problem->hide();
    m_scroll->verticalScrollBar()->setValue(0);
    showPicture();
    if (const auto row = m_figures.row())
        readMetadata(*row);
    else
        showDetail();
}

void FigurePanel::readMetadata(RowId row)
{
    m_reading.start([workspace = m_session.workspace(), row](std::stop_token) { return workspace->metadata(row); },
                    [this](Result<shards::FigureMetadata> metadata) {
                        // Where the shard is out of reach, the picture's place says so.
                        m_metadata = metadata ? std::optional(std::move(*metadata)) : std::nullopt;
                        showMetadata();
                        Q_EMIT settled();
                    });
}

void FigurePanel::showDetail()
{
    const auto& detail = m_figures.detail();
    m_scroll->setVisible(m_figures.row().has_value());
    m_line->setVisible(m_figures.row().has_value());
    if (!m_figures.row())
        for (QLabel* label : {m_title, m_article, m_licence})
            label->clear();
    if (!detail)
        return;
    const auto patterns = query::patternsToMark(m_queries.query());
    showTitle();
    m_article->setText(FigureText::article(*detail, patterns, palette()));
    m_article->setVisible(!m_article->text().isEmpty());
    showLicence();
    m_caption->setText(FigureText::caption(*detail, patterns, palette()));
    m_labels->setDetail(detail.get(), m_session.taxonomy(), m_session.annotator());
    m_fields->setDetail(detail);
    showMetadata();
}

void FigurePanel::showTitle()
{
    const auto& detail = m_figures.detail();
    if (!detail)
        return;
    const bool isCounted = m_strip->model()->placeOf(detail->summary.row) >= 0;
    QString title = FigureText::title(*detail, isCounted ? m_strip->model()->rowCount() : 0).toHtmlEscaped();
    const QString link = FigureText::articleLink(*detail);
    const QString article = fromUtf8(detail->summary.pmcid);
    if (!link.isEmpty())
        title.replace(article, QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                                   .arg(link, coloursFor(palette()).accent.name(), article));
    m_title->setText(title);
    m_title->setToolTip(link.isEmpty() ? title : link); // a long key is cut where the panel is narrow
}

void FigurePanel::showLicence()
{
    const QString licence = FigureText::licence(*m_figures.detail());
    const bool isOpen = FigureText::isOpenLicence(licence);
    const QString terms = FigureText::licenceTerms(licence);
    QString text = QStringLiteral("<b>%1</b>").arg((isOpen ? tr("✓ %1 (open)").arg(licence) : licence).toHtmlEscaped());
    if (!terms.isEmpty())
        text += QStringLiteral(" <span style=\"color:%1\">· %2</span>")
                    .arg(coloursFor(palette()).muted.name(), terms.toHtmlEscaped());
    m_licence->setText(text);
    m_licence->setProperty("isGood", isOpen);
    style()->unpolish(m_licence);
    style()->polish(m_licence);
}

void FigurePanel::showMetadata()
{
    const auto& detail = m_figures.detail();
    if (!detail)
        return;
    const bool hasMentions = m_metadata && !m_metadata->mentions.empty();
    m_mentionsHeading->setVisible(hasMentions);
    m_mentions->setVisible(hasMentions);
    if (hasMentions) {
        m_mentionsHeading->setText(tr("Mentioned in the article · %1").arg(m_metadata->mentions.size()));
        m_mentions->setText(FigureText::mentions(*m_metadata, query::patternsToMark(m_queries.query()), palette()));
    }
    m_details->setHtml(FigureText::details(*detail, m_metadata ? &*m_metadata : nullptr, palette()));
}

void FigurePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_details)
        showDetail();
}

} // namespace biomedica::ui
