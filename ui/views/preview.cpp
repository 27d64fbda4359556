#include "ui/views/preview.h"

#include "ui/views/picturecard.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace biomedica::ui {

namespace {

constexpr int captionLines = 6;

/// What one does to figures one after the other.
constexpr ActionId passedOn[] = {ActionId::NextFigure,
                                 ActionId::PreviousFigure,
                                 ActionId::NextUnlabelled,
                                 ActionId::PreviousUnlabelled,
                                 ActionId::ToggleSelection,
                                 ActionId::Accept,
                                 ActionId::AcceptAll,
                                 ActionId::ClearAnswer,
                                 ActionId::Unsure,
                                 ActionId::Skip,
                                 ActionId::Flag,
                                 ActionId::RepeatLabel,
                                 ActionId::RepeatFigure,
                                 ActionId::NoClass,
                                 ActionId::Proceed,
                                 ActionId::Undo,
                                 ActionId::Redo,
                                 ActionId::NextQuestion,
                                 ActionId::PreviousQuestion};

} // namespace

Preview::Preview(QWidget* window, FigureResultModel& figures, FigureSelection& selection, ThumbnailStore& thumbnails,
                 QThreadPool& pool, const Actions& actions)
    : Overlay(window), m_selection(selection), m_actions(actions),
      m_card(new PictureCard(figures, thumbnails, pool, captionLines, this))
{
    setAccessibleName(tr("Preview"));
    m_card->setEnlarged(true);
    connect(&selection, &FigureSelection::cursorChanged, this, &Preview::showFigure);
    connect(m_card, &PictureCard::fitted, this, [this] {
        QRect place = m_card->rect();
        place.moveCenter(rect().center());
        m_card->move(place.topLeft());
    });
}

void Preview::openOver(QWidget* view)
{
    if (!m_selection.cursor())
        return;
    m_view = view;
    open();
    showFigure();
}

bool Preview::isSettled() const
{
    return !isVisible() || m_card->isSettled();
}

void Preview::showEvent(QShowEvent* event)
{
    Overlay::showEvent(event);
    Q_EMIT shownChanged(true);
}

void Preview::hideEvent(QHideEvent* event)
{
    Overlay::hideEvent(event);
    Q_EMIT shownChanged(false);
}

/// Down to where the view ends: the questions below it stay in sight, because digits answer them.
QRect Preview::area() const
{
    QRect area = parentWidget()->rect();
    if (m_view)
        area.setBottom(m_view->mapTo(parentWidget(), m_view->rect().bottomLeft()).y());
    return area;
}

QSize Preview::room() const
{
    return size() * 0.92;
}

void Preview::layOut()
{
    m_card->fitInto(room());
}

void Preview::showFigure()
{
    if (!isVisible())
        return;
    if (const auto row = m_selection.cursor())
        m_card->setFigure(*row, room());
    else
        close();
}

void Preview::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    const QKeySequence pressed(event->keyCombination());
    const auto isKeyOf = [&](ActionId id) { return m_actions.keymap().keys(id).contains(pressed); };
    if (event->key() == Qt::Key_Escape || isKeyOf(ActionId::Preview)) {
        close();
        return;
    }
    for (const ActionId id : passedOn)
        if (m_actions[id]->isEnabled() && isKeyOf(id)) {
            m_actions[id]->trigger();
            return;
        }
    if (m_view)
        QCoreApplication::sendEvent(m_view, event); // arrows, and digits that label
    event->accept();
}

} // namespace biomedica::ui
