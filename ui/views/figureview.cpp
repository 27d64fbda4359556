// FigureView: what is in view and wanted, and its place in another result.

#include "ui/views/figureview.h"

#include "ui/common/theme.h"
#include "ui/views/figuredrag.h"
#include "ui/views/scrollglide.h"

#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int ring = 2; ///< the cursor's stands so far out of its figure

} // namespace

FigureView::FigureView(QAbstractItemModel* model, FigureResultModel* figures, FigureSelection* selection,
                       ThumbnailStore* thumbnails, QWidget* parent)
    : QAbstractItemView(parent), m_figures(figures), m_selection(selection), m_thumbnails(thumbnails),
      m_drag(new FigureDrag(viewport())), m_glide(new ScrollGlide(*this))
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would move the figures
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::StrongFocus);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Figures"));
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(model);
    connect(figures, &QAbstractItemModel::modelAboutToBeReset, this, &FigureView::rememberPlace);
    connect(model, &QAbstractItemModel::modelReset, this, &FigureView::takeUpResult);
    connect(figures, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        const Span rows = visibleRows();
        for (int row = std::max(rows.first, first.row()); row <= std::min(rows.last, last.row()); ++row)
            updateRow(row);
    });
    connect(selection, &FigureSelection::cursorChanged, this, &FigureView::showCursor);
    connect(selection, &FigureSelection::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(thumbnails, &ThumbnailStore::ready, this, [this](const Rows& ready) {
        const Span rows = visibleRows();
        for (int row = rows.first; row <= rows.last; ++row)
            if (std::find(ready.begin(), ready.end(), m_figures->rowIdAt(row)) != ready.end())
                updateRow(row);
    });
}

FigureView::~FigureView() = default;

void FigureView::setEmptyText(const QString& title, const QString& hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
    Q_EMIT emptyTextChanged(title, hint);
}

int FigureView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool FigureView::isInView(int row) const
{
    return viewport()->rect().intersects(rectOf(row));
}

bool FigureView::isSettled() const
{
    const Span rows = visibleRows();
    for (int row = rows.first; row <= rows.last; ++row)
        if (!m_figures->tileAt(row) || !m_thumbnails->find(m_figures->rowIdAt(row)))
            return false;
    return !m_figures->isReading();
}

void FigureView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    m_glide->stop();
    const int middle = (viewport()->height() - rectOf(index.row()).height()) / 2;
    verticalScrollBar()->setValue(hint == PositionAtCenter ? scrollToPlace(index.row(), middle)
                                                           : scrollToShow(index.row()));
}

void FigureView::rememberPlace()
{
    m_isTakingUp = true;
    m_glide->stop();
    m_keptFigure.reset();
    const Span rows = visibleRows();
    const auto cursor = m_selection->cursor();
    m_isCursorKept = !cursor || rows.last < rows.first || isInView(*cursor);
    if (m_isCursorKept) {
        m_keptY = cursor ? rectOf(*cursor).top() : 0;
    } else {
        m_keptFigure = m_figures->rowIdAt(rows.first);
        m_keptY = rectOf(rows.first).top();
    }
}

/// After the view's own reset, which forgets the current index. The figure that somebody looks at stays where
/// it was: the cursor's, or the first one in view where the cursor is not.
void FigureView::takeUpResult()
{
    m_isTakingUp = false;
    layOut();
    if (const auto cursor = m_selection->cursor()) {
        const auto kept =
            m_keptFigure && m_selection->isOrderKept() ? m_figures->positionOf(*m_keptFigure) : std::nullopt;
        if (kept || m_isCursorKept)
            verticalScrollBar()->setValue(scrollToPlace(kept.value_or(*cursor), m_keptY));
        if (!kept)
            verticalScrollBar()->setValue(scrollToShow(*cursor));
        const QSignalBlocker blocker(verticalScrollBar()); // making it current scrolls to it
        const int place = verticalOffset();
        showCursor();
        verticalScrollBar()->setValue(place);
    }
    wantVisible();
    viewport()->update();
}

void FigureView::showCursor()
{
    if (m_isTakingUp)
        return;
    const auto row = m_selection->cursor();
    setCurrentIndex(row ? model()->index(*row, 0) : QModelIndex());
}

void FigureView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (previous.isValid())
        updateRow(previous.row());
    if (!current.isValid())
        return;
    updateRow(current.row());
    scrollTo(current);
    if (m_selection->cursor() != current.row())
        m_selection->setCursor(current.row()); // a screen reader moved it
}

void FigureView::updateRow(int row)
{
    viewport()->update(rectOf(row).adjusted(-ring, -ring, ring, ring));
}

void FigureView::setScrollRange(int maximum, int pageStep, int singleStep)
{
    QScrollBar* bar = verticalScrollBar();
    bar->setRange(0, maximum);
    bar->setEnabled(maximum > 0);
    bar->setPageStep(pageStep);
    bar->setSingleStep(std::max(1, singleStep));
}

void FigureView::updateGeometries()
{
    layOut();
    QAbstractItemView::updateGeometries();
    wantVisible();
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    // The cursor's figure stays in view where it was.
    const auto cursor = m_selection->cursor();
    const bool wasInView = cursor && isInView(*cursor);
    updateGeometries();
    if (wasInView)
        scrollTo(currentIndex());
}

/// A view that is not shown wants nothing: the one that is shares its thumbnails.
void FigureView::showEvent(QShowEvent* event)
{
    QAbstractItemView::showEvent(event);
    updateGeometries();
    scrollTo(currentIndex());
    wantVisible();
}

void FigureView::wantVisible()
{
    if (!isVisible())
        return;
    const Span span = visibleRows();
    if (span.last < span.first || !m_figures->result()) {
        m_thumbnails->setWanted({}, QSize(1, 1));
        return;
    }
    // What is in view first, then a page on, then a page back.
    const int page = span.last - span.first + 1;
    Rows rows;
    const auto take = [&](int first, int last) {
        for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
            rows.push_back(m_figures->rowIdAt(row));
    };
    take(span.first, span.last);
    take(span.last + 1, span.last + page);
    take(span.first - page, span.first - 1);
    m_thumbnails->setWanted(std::move(rows), (QSizeF(pictureSize()) * devicePixelRatioF()).toSize());
    m_figures->want(span.first, span.last + page);
}

void FigureView::paintEmpty(QPainter& painter) const
{
    const Colours& colours = coloursFor(palette());
    const QRect area = viewport()->rect().adjusted(40, 40, -40, -40);
    painter.setPen(colours.text);
    painter.setFont(textFont(18, true));
    painter.drawText(area.adjusted(0, 0, 0, -area.height() / 2), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                     m_emptyTitle);
    painter.setPen(colours.muted);
    painter.setFont(textFont(measure::textSize));
    painter.drawText(area.adjusted(0, area.height() / 2 + measure::gap, 0, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyHint);
}

void FigureView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometries();
        viewport()->update();
    }
}

} // namespace biomedica::ui
