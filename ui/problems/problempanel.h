// All problems of the open collection in a table: filtered by kind, copied, saved as a file, checked again; a double
// click or Enter shows the figure.
//
// Thread contract: GUI thread; files are written in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/problems/problemlist.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QModelIndex;
class QTableView;
class QToolButton;

namespace biomedica::ui {

class ProblemModel;

class ProblemPanel : public QWidget {
    Q_OBJECT
public:
    ProblemPanel(Session& session, JobController& jobs, ProblemList& list, const Actions& actions,
                 QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    ProblemModel* model() const { return m_model; }
    QComboBox* kindBox() const { return m_kind; }
    QToolButton* checkAgainButton() const { return m_again; }
    QToolButton* checkAllButton() const { return m_all; }

    /// Into the table, so that the arrow keys work at once.
    void takeFocus();
    /// As CSV or, by its name, JSON lines; ends in noted() or failed().
    void saveTo(const QString& file);

Q_SIGNALS:
    /// A figure of that sample is to be shown.
    void figureRequested(const std::string& shard, const std::string& key);
    void closeRequested();
    void noted(const QString& message);
    void failed(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void takeUp();
    void fillKinds();
    void updateButtons();
    void open(const QModelIndex& index);
    void copy();
    void checkAgain();
    void chooseFile();
    void showMenu(const QPoint& position);
    void fitRows();
    ProblemRows chosen() const;
    QToolButton* addButton(const QString& text, const QString& tip);

    Session& m_session;
    JobController& m_jobs;
    ProblemList& m_list;
    QAction* m_find;
    ProblemModel* m_model;
    QTableView* m_table;
    QComboBox* m_kind;
    QLabel* m_empty;
    QToolButton *m_again = nullptr, *m_all = nullptr, *m_save = nullptr, *m_close = nullptr;
    Background m_saving;
};

} // namespace biomedica::ui
