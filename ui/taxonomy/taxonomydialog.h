// The classes of the collection: looked through, searched, and changed. Every change tells beforehand what it would
// do, and is one undo.
//
// Thread contract: GUI thread; counting and files in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/taxonomy/classform.h"

#include <QPointer>
#include <vector>

class QTreeView;

namespace biomedica::ui {

class TaxonomyDialog : public QDialog {
    Q_OBJECT
public:
    TaxonomyDialog(Session& session, DecisionController& decisions, const Actions& actions, QWidget* parent = nullptr);

    QTreeView* tree() const { return m_tree; }
    ClassTreeModel* model() const { return m_model; }
    QLineEdit* searchField() const { return m_search; }
    QLabel* message() const { return m_message; }
    QPushButton* button(ClassForm::Kind kind) const { return m_buttons.at(kind); }
    /// The form that is open; nullptr while none is.
    ClassForm* form() const { return m_form; }
    bool isSettled() const;

    void choose(const ClassName& name);
    void importFrom(const QString& file);
    void exportTo(const QString& file);

private:
    void build();
    QPushButton* addButton(QLayout* layout, const QString& text, const QString& tip);
    void takeTaxonomy();
    void count();
    void selectFirstFound();
    void updateButtons();
    void openForm(ClassForm::Kind kind);
    void show(ClassForm* form);
    void chooseFile(bool isImport);
    void fitColumns();
    void say(const QString& text, bool isBad);

    Session& m_session;
    DecisionController& m_decisions;
    ClassTreeModel* m_model;
    QTreeView* m_tree;
    QLineEdit* m_search;
    QLabel* m_message;
    std::map<ClassForm::Kind, QPushButton*> m_buttons;
    QPointer<ClassForm> m_form;
    Background m_counting, m_files;
};

} // namespace biomedica::ui
