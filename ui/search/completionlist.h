// The list below the search field: what to put in, and at the right how many figures have it.
//
// Thread contract: GUI thread.
#pragma once

#include <QListView>
#include <QPointer>

namespace biomedica::ui {

class CompletionList : public QListView {
    Q_OBJECT
public:
    explicit CompletionList(QWidget* parent = nullptr);

    /// To be called after QCompleter::setPopup(), which gives the list a delegate of its own.
    void drawDetails();
    /// For the rows that it has now; within bounds.
    int wantedWidth() const;
    /// The focus stays in this field while the list is shown, and else where it is: to somebody who types fast X11
    /// tells that the list has got it when that is hidden again and Enter has led from the field to the figures.
    void leaveFocusIn(QWidget* field);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QPointer<QWidget> m_field;
};

} // namespace biomedica::ui
