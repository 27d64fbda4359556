// All actions with their keys, to look up and to change. What is changed holds at once.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace biomedica::ui {

class ActionFilter;
class KeyEditor;

class ShortcutPage : public QDialog {
    Q_OBJECT
public:
    ShortcutPage(Actions& actions, QWidget* window);

    QComboBox* presets() const { return m_presets; }
    QLineEdit* field() const { return m_field; }
    QTableView* table() const { return m_table; }
    KeyEditor* editor() const { return m_editor; }
    QPushButton* resetAllButton() const { return m_resetAll; }

private:
    void build();
    void setUpTable();
    void showCurrent();
    void showKeymap();

    Actions& m_actions;
    ActionFilter* m_found;
    QComboBox* m_presets;
    QPushButton* m_resetAll;
    QLineEdit* m_field;
    QTableView* m_table;
    KeyEditor* m_editor;
};

} // namespace biomedica::ui
