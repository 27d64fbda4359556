// Shares the figures of the current view out among annotators: who, how many, how many of them to everybody, by which
// seed; with the numbers that each would get, as they are typed.
//
// Thread contract: GUI thread; figures are found and the assignment is written in the background.
#pragma once

#include "core/query/query.h"
#include "ui/session/session.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace biomedica::ui {

class ShareDialog : public QDialog {
    Q_OBJECT
public:
    /// `rows`: of the view, `what`: the view in words.
    ShareDialog(Session& session, Rows rows, const QString& what, QWidget* parent = nullptr);

    QString summaryText() const;

Q_SIGNALS:
    /// Written; the message says how many figures each one got.
    void shared(const QString& message);

private:
    void build(const QString& what);
    QStringList annotators() const;
    workspace::AssignmentPlan plan() const;
    void showCounts();
    void assign();
    void say(const QString& message, bool isBad);

    Session& m_session;
    Rows m_rows;
    QLineEdit *m_names, *m_round;
    QSpinBox *m_share, *m_overlap, *m_seed;
    QCheckBox* m_repeat;
    QLabel* m_summary;
    QPushButton* m_assign = nullptr;
    Background m_writing;
};

} // namespace biomedica::ui
