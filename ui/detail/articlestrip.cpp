#include "ui/detail/articlestrip.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QVBoxLayout>

namespace biomedica::ui {

ArticleStrip::ArticleStrip(Session& session, FigureController& figures, QWidget* parent)
    : QWidget(parent), m_session(session), m_figures(figures), m_heading(makeHeading({})),
      m_view(new ThumbnailRow(session)), m_reading(session.pool(), this)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::grid);
    m_heading->setWordWrap(true);
    layout->addWidget(m_heading);
    layout->addWidget(m_view);
    m_view->setAccessibleName(tr("Figures of this article"));
    hide();
    connect(m_view, &ThumbnailRow::chosen, this, &ArticleStrip::figureRequested);
    connect(m_view, &ThumbnailRow::ready, this, &ArticleStrip::settled);
    connect(&session, &Session::collectionClosed, this, [this] { setRows({}); });
    connect(&session, &Session::contentChanged, this, [this] { setRows({}); });
    connect(&figures, &FigureController::rowChanged, this, &ArticleStrip::showFigure);
    connect(this, &ArticleStrip::figuresChanged, this, &ArticleStrip::settled);
}

void ArticleStrip::showFigure()
{
    const auto row = m_figures.row();
    m_reading.cancel();
    m_view->setCurrent(row);
    if (model()->placeOf(row) >= 0)
        return; // the same article
    if (!row || !m_session.workspace()) {
        setRows({});
        return;
    }
    m_reading.start(
        [workspace = m_session.workspace(), row = *row](std::stop_token) { return workspace->figuresOfArticle(row); },
        [this](Result<Rows> rows) { setRows(rows ? std::move(*rows) : Rows()); });
}

void ArticleStrip::setRows(Rows rows)
{
    const int count = static_cast<int>(rows.size());
    m_heading->setText(tr("In this article · %n figure(s)", nullptr, count));
    setVisible(count > 1);
    m_view->setRows(std::move(rows));
    Q_EMIT figuresChanged();
}

} // namespace biomedica::ui
