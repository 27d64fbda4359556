#include "ui/detail/flowtext.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QWheelEvent>
#include <cmath>

namespace biomedica::ui {

FlowText::FlowText(const QString& name, QWidget* parent) : QTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(QStringLiteral("background: transparent;"));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this](const QSizeF& size) { setFixedHeight(static_cast<int>(std::ceil(size.height()))); });
}

/// What is around it scrolls.
void FlowText::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace biomedica::ui
