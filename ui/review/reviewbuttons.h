// What a reviewer can do with the figure, each with its key printed on it.
//
// Thread contract: GUI thread.
#pragma once

#include <QWidget>

namespace biomedica::ui {

class Actions;

class ReviewButtons : public QWidget {
    Q_OBJECT
public:
    explicit ReviewButtons(const Actions& actions, QWidget* parent = nullptr);

Q_SIGNALS:
    void acceptRequested();
    void sendBackRequested();
    void reopenRequested();
    /// To the figure so many places on.
    void moveRequested(int figures);
};

} // namespace biomedica::ui
