// The menu of the star: save this search, the searches saved in this collection, and changing them.
//
// Thread contract: GUI thread.
#pragma once

#include "core/query/query.h"

#include <QDialog>
#include <QMenu>

class QListWidget;

namespace biomedica::ui {

class SavedSearches;

class SavedMenu : public QMenu {
    Q_OBJECT
public:
    SavedMenu(SavedSearches& searches, QAction* save, QWidget* parent);

Q_SIGNALS:
    void chosen(const biomedica::query::Query& query);

private:
    void fill();

    SavedSearches& m_searches;
    QAction* m_save;
};

/// Renames and deletes.
class SavedDialog : public QDialog {
    Q_OBJECT
public:
    SavedDialog(SavedSearches& searches, QWidget* parent);

    QListWidget* list() const { return m_list; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void removeCurrent();

    SavedSearches& m_searches;
    QListWidget* m_list;
    QString m_current; ///< stays current when the list changes
};

/// Asks for a name and saves the query by it.
void askForSearchName(SavedSearches& searches, const query::Query& query, QWidget* parent);

} // namespace biomedica::ui
