// The text of the search: what is typed of filters is tinted, a mistake is underlined where it is, fields, values and
// earlier searches complete it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/search/completionmodel.h"

#include <QLineEdit>
#include <functional>

class QCompleter;

namespace biomedica::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

    /// Characters [begin, end) of the text; begin == end: none.
    void setMistake(int begin, int end);
    /// Gets every key before the field does; true where it has used it.
    void setKeyHandler(std::function<bool(QKeyEvent*)> handler) { m_keyHandler = std::move(handler); }
    /// Shown below the text until one is chosen or the text changes.
    void offer(QList<Completion> completions);
    bool isOffering() const;
    const CompletionModel& completions() const { return *m_completions; }

Q_SIGNALS:
    void escaped();
    /// The text was changed by the person: there may be something to offer.
    void completionsWanted(const biomedica::ui::Term& term);
    /// A finished filter was put into the text.
    void filterCompleted();
    /// An earlier or saved search was chosen for everything in the field.
    void wholeChosen(const QString& query);
    void copyAllRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    void showFormats();
    void complete(const Completion& completion);

    int m_mistakeBegin = 0, m_mistakeEnd = 0;
    std::function<bool(QKeyEvent*)> m_keyHandler;
    CompletionModel* m_completions;
    QCompleter* m_completer;
};

} // namespace biomedica::ui
