#include "ui/review/reviewbuttons.h"

#include "ui/common/actions.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QPushButton>

namespace biomedica::ui {

ReviewButtons::ReviewButtons(const Actions& actions, QWidget* parent) : QWidget(parent)
{
    auto* layout = new FlowLayout(this, measure::gap);
    const auto add = [&](const QString& text, ActionId id, auto signal) {
        auto* button = new QPushButton;
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
        const auto print = [&actions, button, text, id] {
            const QString key = actions.keyText(id);
            button->setText(key.isEmpty() ? text : tr("%1 · %2", "what a button does, its key").arg(text, key));
        };
        print();
        connect(&actions, &Actions::keysChanged, button, print);
    };
    add(tr("Accept the figure"), ActionId::Proceed, [this] { Q_EMIT acceptRequested(); });
    add(tr("Send back…"), ActionId::SendBack, [this] { Q_EMIT sendBackRequested(); });
    add(tr("Reopen"), ActionId::Reopen, [this] { Q_EMIT reopenRequested(); });
    add(tr("Previous"), ActionId::PreviousFigure, [this] { Q_EMIT moveRequested(-1); });
    add(tr("Next"), ActionId::NextFigure, [this] { Q_EMIT moveRequested(1); });
}

} // namespace biomedica::ui
