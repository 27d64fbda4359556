// Which version this is, under which licence, and what it is built on.
//
// Thread contract: GUI thread.
#pragma once

#include <QDialog>

namespace biomedica::ui {

class AboutBox : public QDialog {
    Q_OBJECT
public:
    explicit AboutBox(QWidget* window);
};

} // namespace biomedica::ui
