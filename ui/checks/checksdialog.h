// Labels that contradict each other: found, shown, and mended in bulk by one of the ways out that the rules know. What
// is mended in one go is one undo.
//
// Thread contract: GUI thread; checking and mending happen in the background.
#pragma once

#include "ui/checks/fixoptions.h"
#include "ui/common/actions.h"
#include "ui/session/decisioncontroller.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QTreeView;
class QVBoxLayout;

namespace biomedica::ui {

class FigureStrip;
class FindingsPane;

class ChecksDialog : public QDialog {
    Q_OBJECT
public:
    ChecksDialog(Session& session, DecisionController& decisions, const Actions& actions, QWidget* parent = nullptr);

    QTreeView* tree() const;
    ContradictionModel* model() const { return m_model; }
    QLabel* message() const;
    const QList<QPushButton*>& fixButtons() const { return m_fixButtons; }
    QPushButton* showButton() const { return m_show; }
    bool isSettled() const;

Q_SIGNALS:
    void figuresRequested(const biomedica::ui::Rows& rows);

private:
    QWidget* buildSide();
    void build();
    void check();
    void show(Result<Contradictions> found);
    void showChosen();
    void fitSide();
    void carryOut(const FixOption& option);
    void setWorking(const QString& text);

    Session& m_session;
    DecisionController& m_decisions;
    ContradictionModel* m_model;
    QLabel *m_title, *m_text;
    FigureStrip* m_strip;
    QScrollArea* m_side;
    QVBoxLayout* m_fixes;
    QList<QPushButton*> m_fixButtons;
    QPushButton* m_show;
    FindingsPane* m_pane;
    std::optional<annotation::Rule> m_rule; ///< that was looked at, to be found again after a check
    bool m_isWaiting = false;               ///< for the journal
    bool m_isChecking = false;
    Background m_checking;
};

} // namespace biomedica::ui
