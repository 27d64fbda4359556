#include "ui/views/hoverpreview.h"

#include "ui/common/theme.h"
#include "ui/views/picturecard.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int restMs = 450;
constexpr int captionLines = 3;
constexpr QSize most(560, 560);

} // namespace

HoverPreview::HoverPreview(QWidget* window, FigureResultModel& figures, ThumbnailStore& thumbnails, QThreadPool& pool)
    : QObject(window), m_window(window), m_card(new PictureCard(figures, thumbnails, pool, captionLines, window))
{
    m_card->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_card->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &HoverPreview::show);
    connect(m_card, &PictureCard::fitted, this, &HoverPreview::place);
    connect(&figures, &QAbstractItemModel::modelAboutToBeReset, this, &HoverPreview::hide);
}

void HoverPreview::watch(FigureView* view)
{
    m_views += view;
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &HoverPreview::hide);
}

void HoverPreview::setEnabled(bool isEnabled)
{
    m_isEnabled = isEnabled;
    for (const FigureView* view : m_views)
        view->viewport()->setMouseTracking(isEnabled);
    hide();
}

bool HoverPreview::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_isEnabled)
        return false;
    switch (event->type()) {
    case QEvent::MouseMove:
        for (FigureView* view : m_views)
            if (watched == view->viewport())
                moveOver(view, static_cast<QMouseEvent*>(event)->position().toPoint());
        break;
    case QEvent::Leave:
    case QEvent::Hide:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
    case QEvent::Wheel: hide(); break;
    default: break;
    }
    return false;
}

void HoverPreview::moveOver(FigureView* view, const QPoint& point)
{
    const int row = view->indexAt(point).row();
    if (view == m_view && row == m_row)
        return;
    hide();
    m_view = view;
    m_row = row;
    if (row >= 0)
        m_rest.start();
}

void HoverPreview::hide()
{
    m_rest.stop();
    m_card->hide();
    m_row = -1;
}

void HoverPreview::show()
{
    if (m_row < 0)
        return;
    m_card->show();
    m_card->raise();
    m_card->setFigure(m_row, most.boundedTo(m_window->size() * 0.8));
}

/// At the right of the figure, or else at its left; inside the window.
void HoverPreview::place()
{
    if (!m_view || m_row < 0)
        return;
    QRect figure = m_view->visualRect(m_view->model()->index(m_row, 0));
    figure.moveTopLeft(m_view->viewport()->mapTo(m_window, figure.topLeft()));
    QRect card = m_card->rect();
    card.moveTopLeft(figure.topRight() + QPoint(measure::gap, 0));
    if (card.right() > m_window->width() - measure::gap)
        card.moveRight(figure.left() - measure::gap);
    const int lowest = m_window->height() - card.height() - measure::gap;
    m_card->move(std::max(card.left(), measure::gap),
                 std::clamp(card.top(), measure::gap, std::max(lowest, measure::gap)));
}

} // namespace biomedica::ui
