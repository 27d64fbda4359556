#include "ui/shell/panelkeys.h"

#include "ui/annotate/labelbar.h"
#include "ui/common/actions.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLineEdit>
#include <algorithm>

namespace biomedica::ui {

namespace {

using enum ActionId;
/// What these keys do in a panel is the panel's matter: travel, open, copy, zoom.
constexpr ActionId left[] = {NextQuestion, PreviousQuestion, Proceed, Preview, ZoomIn, ZoomOut, CopyCaption, SelectAll};

} // namespace

PanelKeys::PanelKeys(QList<QWidget*> panels, LabelBar& bar, const Actions& actions, QObject* parent)
    : QObject(parent), m_panels(std::move(panels)), m_bar(bar)
{
    for (QWidget* panel : m_panels) {
        actions.addWorkActionsTo(panel);
        for (const ActionId id : left)
            panel->removeAction(actions[id]);
    }
    connect(qApp, &QApplication::focusChanged, this, &PanelKeys::followFocus);
}

bool PanelKeys::isInPanel(const QWidget* widget) const
{
    return widget && std::any_of(m_panels.begin(), m_panels.end(), [widget](const QWidget* panel) {
               return panel->isAncestorOf(widget);
           });
}

void PanelKeys::followFocus(QWidget* before, QWidget* now)
{
    const bool isText = qobject_cast<QLineEdit*>(now) || qobject_cast<QAbstractSpinBox*>(now);
    if (isInPanel(before))
        m_bar.leaveKeysOf(before);
    if (isInPanel(now) && !isText)
        m_bar.takeKeysOf(now);
}

} // namespace biomedica::ui
