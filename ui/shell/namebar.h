// Asks once, without standing in the way, what name goes on decisions. Decisions made meanwhile carry the name that
// stands in the field; the first one closes the bar.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/decisioncontroller.h"

#include <QWidget>

class QLineEdit;

namespace biomedica::ui {

class NameBar : public QWidget {
    Q_OBJECT
public:
    NameBar(Session& session, DecisionController& decisions, QWidget* parent = nullptr);

    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    /// The person has given a name, or let the proposed one stand.
    void answered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void accept();

    Session& m_session;
    QLineEdit* m_field;
};

} // namespace biomedica::ui
