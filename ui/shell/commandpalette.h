// Everything that the window can do, found by typing: Ctrl+K.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/overlay.h"
#include "ui/shell/actionmodel.h"

class QFrame;
class QLineEdit;
class QListView;

namespace biomedica::ui {

class CommandPalette : public Overlay {
    Q_OBJECT
public:
    CommandPalette(const Actions& actions, QWidget* window);

    QLineEdit* field() const { return m_field; }
    QListView* list() const { return m_list; }
    /// What this menu offers, too (ActionModel::setChoices()).
    void setChoices(const QMenu& menu, ActionId beside) { m_actions->setChoices(menu, beside); }

protected:
    void layOut() override;
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void run(const QModelIndex& index);

    ActionModel* m_actions;
    ActionFilter* m_found;
    QFrame* m_frame;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace biomedica::ui
