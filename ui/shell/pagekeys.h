// On a page where nothing is labelled, most single keys of the work with figures must do nothing: this keeps them from
// becoming actions, but for those that the page has a use for. Widgets get them instead, so that Tab moves the focus.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QList>
#include <QObject>

namespace biomedica::ui {

class PageKeys : public QObject {
    Q_OBJECT
public:
    /// `kept`: work as everywhere.
    PageKeys(QWidget* page, const Actions& actions, QList<ActionId> kept);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isKept(const QKeySequence& key) const;

    const Actions& m_actions;
    QList<ActionId> m_kept;
};

} // namespace biomedica::ui
