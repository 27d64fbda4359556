// What a search through all figures has found: a tree, beside it the one that is chosen, and below both how far the
// search has come, what it says, and Close. A text stands in the middle while there is nothing to show.
//
// Thread contract: GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace biomedica::ui {

class TwoLevelModel;

class FindingsPane : public QWidget {
    Q_OBJECT
public:
    /// `side` is for the one that is chosen.
    FindingsPane(TwoLevelModel* model, QWidget* side, QWidget* parent = nullptr);

    QTreeView* tree() const { return m_tree; }
    QLabel* message() const { return m_message; }
    QProgressBar* progress() const { return m_progress; }
    /// Before the text scale: of tree and side.
    void setWidths(int tree, int side);
    void setEmptyText(const QString& text);

Q_SIGNALS:
    void closeRequested();

private:
    void showFilled();

    TwoLevelModel* m_model;
    QTreeView* m_tree;
    QSplitter* m_split;
    QLabel *m_empty, *m_message;
    QProgressBar* m_progress;
    QStackedLayout* m_middle;
};

} // namespace biomedica::ui
