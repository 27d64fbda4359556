#include "ui/review/readingparts.h"

#include <QLabel>
#include <QLayout>
#include <QScrollArea>

namespace biomedica::ui {

QLabel* addReadingText(QLayout* layout, const QString& accessibleName)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setAccessibleName(accessibleName);
    layout->addWidget(label);
    return label;
}

QScrollArea* makePlainScroll(QWidget* body, const QString& accessibleName)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(accessibleName);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace biomedica::ui
