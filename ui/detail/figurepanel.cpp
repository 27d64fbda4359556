#include "ui/detail/figurepanel.h"

#include "core/image/decode.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/detail/figuretext.h"
#include "ui/detail/labeltable.h"
#include "ui/thumbnails/pictures.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

/// Larger JPEGs are decoded at a reduced scale: 4000 pixels show all that a panel can.
constexpr image::Size largest{4000, 4000};

/// How much larger than its thumbnail a picture is taken to be until it is read.
constexpr int guessedScale = 8;

struct Picture {
    QList<QImage> levels;
    QSize fullSize;
    QColor ground;
};

Result<Picture> readWhole(workspace::Workspace& workspace, RowId row)
{
    TRY(const std::string bytes, workspace.imageBytes(row));
    TRY(const image::Size size, image::readSize(bytes));
    TRY(const image::Pixels pixels, image::decodeReduced(bytes, largest));
    const QImage image = toImage(pixels);
    return Picture{ImageView::levelsOf(image), QSize(size.width, size.height), borderColour(image)};
}

} // namespace

FigurePanel::FigurePanel(Session& session, QueryController& queries, FigureController& figures,
                         ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_queries(queries), m_figures(figures), m_thumbnails(thumbnails),
      m_reading(session.pool(), this), m_picture(session.pool(), this)
{
    build();
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
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(label);
    return label;
}

void FigurePanel::build()
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(measure::margin, measure::gap, measure::margin, 0);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    whole->addWidget(splitter);
    m_image = new ImageView;
    splitter->addWidget(m_image);

    auto* lower = new QWidget;
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    splitter->setSizes({260, 460});
    splitter->setHandleWidth(measure::grid);
    auto* layout = new QVBoxLayout(lower);
    layout->setContentsMargins(0, measure::gap, 0, 0);
    layout->setSpacing(measure::grid);
    m_title = addText(layout);
    setTextFont(m_title, 14, true);
    m_article = addText(layout);
    m_article->setProperty("isMuted", true);
    m_licence = addText(layout);
    setTextFont(m_licence, measure::textSize, true);
    m_problem = addText(layout);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("isBad", true);
    layout->addSpacing(measure::grid);
    m_line = makeLine();
    layout->addWidget(m_line);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Caption, labels and details"));
    m_body = new QWidget;
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, measure::gap, measure::grid, measure::margin);
    body->setSpacing(measure::gap);
    m_caption = addText(body);
    m_caption->setAccessibleName(tr("Caption"));
    body->addWidget(makeLine());
    body->addWidget(makeHeading(tr("Labels")));
    m_labels = new LabelTable;
    body->addWidget(m_labels);
    body->addWidget(makeLine());
    m_mentionsHeading = makeHeading({});
    body->addWidget(m_mentionsHeading);
    m_mentions = addText(body);
    body->addWidget(makeHeading(tr("Details")));
    m_details = addText(body);
    body->addStretch(1);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false); // the panel's ground shows through
    m_scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
}

void FigurePanel::showRow()
{
    m_reading.cancel();
    m_picture.cancel();
    m_metadata.reset();
    m_problem->hide();
    m_scroll->verticalScrollBar()->setValue(0);
    const auto row = m_figures.row();
    if (!row) {
        m_image->setMessage({});
        showDetail();
        return;
    }
    const Thumbnail* known = m_thumbnails.find(*row);
    if (known && !known->image.isNull())
        m_image->setImage({known->image}, known->image.size() * guessedScale, known->ground);
    readPicture(*row);
    readMetadata(*row);
}

void FigurePanel::readPicture(RowId row)
{
    m_picture.start([workspace = m_session.workspace(), row](std::stop_token) { return readWhole(*workspace, row); },
                    [this](Result<Picture> picture) {
                        if (picture)
                            m_image->setImage(picture->levels, picture->fullSize, picture->ground);
                        else
                            m_image->setMessage(fromUtf8(picture.error().message()));
                        Q_EMIT settled();
                    });
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
    if (!detail) {
        if (!m_figures.row())
            for (QLabel* label : {m_title, m_article, m_licence})
                label->clear();
        return;
    }
    const auto patterns = query::patternsToMark(m_queries.query());
    m_title->setText(FigureText::title(*detail).toHtmlEscaped());
    m_article->setText(FigureText::article(*detail, patterns, palette()));
    m_article->setVisible(!m_article->text().isEmpty());
    const QString licence = FigureText::licence(*detail);
    m_licence->setText(licence.toHtmlEscaped());
    m_licence->setProperty("isGood", FigureText::isOpenLicence(licence));
    m_licence->setProperty("isMuted", !FigureText::isOpenLicence(licence));
    style()->unpolish(m_licence);
    style()->polish(m_licence);
    m_caption->setText(FigureText::caption(*detail, patterns, palette()));
    m_labels->setDetail(detail.get(), m_session.workspace()->taxonomy(), m_session.annotator());
    showMetadata();
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
    m_details->setText(FigureText::details(*detail, m_metadata ? &*m_metadata : nullptr, palette()));
}

void FigurePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_details)
        showDetail();
}

} // namespace biomedica::ui
