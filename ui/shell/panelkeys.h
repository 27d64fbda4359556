// The keys of the work go on working while a panel beside the figures has the focus, except those that the panel
// has a use for itself (Tab, Enter, Space, plus and minus) and except in text fields.
//
// Thread contract: GUI thread.
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace biomedica::ui {

class Actions;
class LabelBar;

class PanelKeys : public QObject {
    Q_OBJECT
public:
    /// `bar` gets the digits.
    PanelKeys(QList<QWidget*> panels, LabelBar& bar, const Actions& actions, QObject* parent);

private:
    void followFocus(QWidget* before, QWidget* now);
    bool isInPanel(const QWidget* widget) const;

    QList<QWidget*> m_panels;
    LabelBar& m_bar;
};

} // namespace biomedica::ui
