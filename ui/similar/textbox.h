// What a dialog says in texts that wrap.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QVBoxLayout>
#include <initializer_list>

namespace biomedica::ui {

/// These labels below each other, never lower than their words need.
inline QWidget* makeTextBox(std::initializer_list<QLabel*> labels)
{
    auto* box = new WrappingBox;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::grid);
    for (QLabel* label : labels)
        layout->addWidget(label);
    return box;
}

} // namespace biomedica::ui
