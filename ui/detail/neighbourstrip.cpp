#include "ui/detail/neighbourstrip.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

const QString builtinLink = QStringLiteral("builtin");

} // namespace

NeighbourStrip::NeighbourStrip(Session& session, FigureController& figures, QWidget* parent)
    : QWidget(parent), m_session(session), m_figures(figures), m_message(makeMutedLabel({})), m_more(new QToolButton),
      m_view(new ThumbnailRow(session)), m_reading(session.pool(), this)
{
    QLabel* heading = makeHeading(tr("Nearest neighbours"));
    heading->setWordWrap(true);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More like this figure"));
    m_more->setToolTip(tr("Search for more figures like this one"));
    m_more->setProperty("isFlat", true);
    setTextFont(m_more, measure::smallTextSize);
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(0);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::grid);
    layout->addWidget(heading);
    layout->addWidget(m_view);
    layout->addWidget(m_more, 0, Qt::AlignRight); // beside the heading it would need a wider panel where text is large
    layout->addWidget(m_message);
    m_view->setAccessibleName(tr("Nearest neighbours"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    showFigure();
    connect(&m_rest, &QTimer::timeout, this, &NeighbourStrip::read);
    connect(m_view, &ThumbnailRow::chosen, this, &NeighbourStrip::figureRequested);
    connect(m_view, &ThumbnailRow::ready, this, &NeighbourStrip::settled);
    connect(m_message, &QLabel::linkActivated, this, [this](const QString& link) {
        if (link == builtinLink)
            Q_EMIT builtinRequested();
        else
            Q_EMIT vectorsRequested();
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        if (m_figures.row())
            Q_EMIT moreRequested(*m_figures.row());
    });
    connect(&figures, &FigureController::rowChanged, this, &NeighbourStrip::showFigure);
    connect(&session, &Session::contentChanged, this, &NeighbourStrip::showFigure);
    connect(&session, &Session::collectionClosed, this, &NeighbourStrip::showFigure);
}

/// The former figure's neighbours stay until it rests on one: nothing flickers while somebody holds a key down.
void NeighbourStrip::showFigure()
{
    m_reading.cancel();
    m_rest.stop();
    if (m_figures.row() && m_session.workspace())
        m_rest.start();
    else
        showNeighbours({});
}

void NeighbourStrip::read()
{
    if (!m_session.workspace() || !m_figures.row())
        return;
    struct Found {
        Result<std::vector<query::Neighbour>> neighbours;
        std::string model;
    };
    m_reading.start(
        [workspace = m_session.workspace(), row = *m_figures.row()](std::stop_token stop) {
            workspace::Similarity& similarity = workspace->similarity();
            return Found{similarity.neighboursOf(row, count, Job{stop, {}}), similarity.model()};
        },
        [this](const Found& found) {
            if (found.neighbours)
                showNeighbours(*found.neighbours);
            else if (found.neighbours.error().kind() == ErrorKind::NotFound)
                showMissing(found.model);
            else
                showMessage(fromUtf8(found.neighbours.error().message()).toHtmlEscaped());
            Q_EMIT settled();
        });
}

void NeighbourStrip::showMissing(const std::string& model)
{
    const auto link = [this](const QString& address, const QString& text) {
        return QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
            .arg(address, coloursFor(palette()).accent.name(), text);
    };
    if (model == workspace::Similarity::builtinModel)
        showMessage(tr("This figure has no vector yet: its neighbours are known once it has one. %1")
                        .arg(link(QStringLiteral("vectors"), tr("Make vectors"))));
    else
        showMessage(
            tr("This figure has no vector of “%1”, by which figures are compared. %2")
                .arg(fromUtf8(model).toHtmlEscaped(), link(builtinLink, tr("Compare by the built-in descriptor"))));
}

void NeighbourStrip::showNeighbours(const std::vector<query::Neighbour>& neighbours)
{
    Rows rows;
    QStringList likenesses;
    for (const query::Neighbour& neighbour : neighbours) {
        rows.push_back(neighbour.row);
        const int percent = static_cast<int>(neighbour.cosine * 100); // rounded down: 100 is the same picture
        likenesses += tr("Likeness %1 of 100").arg(QLocale().toString(std::max(percent, 0)));
    }
    m_view->setRows(std::move(rows), std::move(likenesses));
    m_view->setVisible(!neighbours.empty());
    m_more->setVisible(!neighbours.empty());
    m_message->setVisible(false);
    setVisible(!neighbours.empty());
}

void NeighbourStrip::showMessage(const QString& html)
{
    m_view->setRows({});
    m_view->setVisible(false);
    m_more->setVisible(false);
    m_message->setText(html);
    m_message->setVisible(true);
    setVisible(true);
}

} // namespace biomedica::ui
