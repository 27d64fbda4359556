// The search field with all that belongs to it: back and forward, what came of the query, saved searches, and below it
// what is wrong.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/search/searchhistory.h"
#include "ui/session/querycontroller.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QToolButton;

namespace biomedica::ui {

class ChipField;
class HelpLine;
class SavedMenu;
class SavedSearches;
class SearchField;
class ValueSource;
struct Term;

class SearchBar : public QWidget {
    Q_OBJECT
public:
    SearchBar(Session& session, QueryController& queries, QWidget* parent = nullptr);

    /// Buttons for these stand beside the field.
    void setActions(QAction* back, QAction* forward, QAction* save, QAction* build);

    /// The button for the builder; its key and the menu have it, too.
    void setBuilderShown(bool isShown);

    void focusField();
    void clear();
    void buildSearch();
    void saveSearch();
    void showHelp();

    ChipField* chipField() const { return m_chips; }
    SearchField* field() const { return m_field; }
    HelpLine* helpLine() const { return m_help; }
    SavedSearches* saved() const { return m_saved; }
    const SearchHistory& history() const { return m_history; }

Q_SIGNALS:
    /// The person is done with the field.
    void left();
    /// Not the person's mistake: a file that cannot be read or written.
    void failed(const QString& message);
    void noted(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void build();
    void connectField();
    void showQuery();
    void showResult();
    void showMistake(int begin, int end, const QString& message);
    void search(bool isFinal);
    void commit();
    void askFor(const QString& query);
    void offerCompletions(const Term& term);
    void stepThroughHistory(int direction);
    void updateIcons();
    void updateActions();

    Session& m_session;
    QueryController& m_queries;
    SearchHistory m_history;
    ValueSource* m_values;
    SavedSearches* m_saved;
    QFrame* m_box;
    ChipField* m_chips;
    SearchField* m_field;
    QLabel *m_glass, *m_count;
    QToolButton *m_back, *m_forward, *m_build, *m_star, *m_clear;
    HelpLine* m_help;
    QTimer m_typing;
    QTimer m_patience; ///< an unfinished query is no mistake yet
    QTimer m_waiting;  ///< a count that comes at once needs no sign that it is late
    bool m_isFailed = false;
};

} // namespace biomedica::ui
