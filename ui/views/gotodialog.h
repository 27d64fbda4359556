// "Go to": a position in the view, or a figure by its key.
//
// Thread contract: GUI thread; keys are looked up in the background.
#pragma once

#include "ui/models/figureselection.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace biomedica::ui {

class GoToDialog : public QDialog {
    Q_OBJECT
public:
    GoToDialog(const FigureResultModel& figures, FigureSelection& selection, QThreadPool& pool,
               QWidget* parent = nullptr);

private:
    void go();
    void goToKey(const QString& key);
    void arriveAt(int row);
    void complain(const QString& message);

    const FigureResultModel& m_figures;
    FigureSelection& m_selection;
    QLineEdit* m_field;
    QLabel* m_message;
    QDialogButtonBox* m_buttons;
    Background m_lookingUp;
};

} // namespace biomedica::ui
