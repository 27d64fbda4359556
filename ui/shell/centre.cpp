#include "ui/shell/centre.h"

namespace biomedica::ui {

void Centre::setPage(Page page, QWidget* widget)
{
    m_widgets[static_cast<std::size_t>(page)] = widget;
    addWidget(widget);
}

void Centre::showPage(Page page)
{
    QWidget* widget = m_widgets[static_cast<std::size_t>(page)];
    if (!widget)
        return;
    m_page = page;
    if (isOverview(page))
        m_overview = page;
    setCurrentWidget(widget);
    updateGeometry();
    widget->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageChanged(page);
}

QSize Centre::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint().expandedTo(currentWidget()->minimumSize()) : QSize();
}

bool Centre::goBack()
{
    if (isOverview(m_page))
        return false;
    showPage(m_overview);
    return true;
}

} // namespace biomedica::ui
