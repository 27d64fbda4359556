// The keys that are valid here, over the window: ? or F1. Any key closes it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/overlay.h"

class QFrame;
class QLabel;
class QScrollArea;

namespace biomedica::ui {

class KeyOverlay : public Overlay {
    Q_OBJECT
public:
    KeyOverlay(const Actions& actions, QWidget* window);

protected:
    void layOut() override;
    QWidget* firstFocus() override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeContent() const;

    const Actions& m_actions;
    QFrame* m_frame;
    QScrollArea* m_scroll;
    QLabel* m_hint;
};

} // namespace biomedica::ui
