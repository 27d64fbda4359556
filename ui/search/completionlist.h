// The list below the search field: what to put in, and at the right how many figures have it.
//
// Thread contract: GUI thread.
#pragma once

#include <QListView>

namespace biomedica::ui {

class CompletionList : public QListView {
    Q_OBJECT
public:
    explicit CompletionList(QWidget* parent = nullptr);

    /// To be called after QCompleter::setPopup(), which gives the list a delegate of its own.
    void drawDetails();
    /// For the rows that it has now; within bounds.
    int wantedWidth() const;
};

} // namespace biomedica::ui
