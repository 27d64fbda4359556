#include "ui/collaboration/blindmode.h"

#include "ui/common/theme.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace biomedica::ui {

BlindMode::BlindMode(Session& session, const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_action(actions[ActionId::WorkBlind]), m_window(window), m_sign(new QLabel)
{
    m_action->setCheckable(true);
    setTextFont(m_sign, measure::smallTextSize, true);
    m_sign->setText(tr("◐ Blind"));
    m_sign->setToolTip(tr(
        "You work blind: the answers of others and of the shard are hidden until yours is in. Notes of others too."));
    m_sign->setAccessibleName(tr("Working blind"));
    m_sign->setAccessibleDescription(m_sign->toolTip());
    m_sign->setContentsMargins(measure::grid, 0, measure::grid, 0);
    m_sign->hide();
    connect(m_action, &QAction::triggered, this, &BlindMode::toggle);
    connect(&session, &Session::blindChanged, this, &BlindMode::follow);
    connect(&session, &Session::collectionOpened, this, &BlindMode::follow);
    connect(&session, &Session::collectionClosed, this, &BlindMode::follow);
}

void BlindMode::follow()
{
    m_action->setChecked(m_session.isBlind());
    m_sign->setVisible(m_session.isBlind());
}

/// Hiding is harmless; what was seen once cannot be unseen.
void BlindMode::toggle(bool isOn)
{
    if (isOn) {
        m_session.setBlind(true);
        return;
    }
    m_action->setChecked(m_session.isBlind()); // until the person has said so
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Work blind"),
                                tr("Show the answers of others and of the shard?"), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What you answer from then on is no longer independent of them."));
    auto* show = box->addButton(tr("Show them"), QMessageBox::AcceptRole);
    connect(show, &QPushButton::clicked, this, [this] { m_session.setBlind(false); });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

} // namespace biomedica::ui
