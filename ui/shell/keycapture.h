// Waits for the new key of an action: whatever is pressed, up to four one after the other. Esc cancels.
//
// Thread contract: GUI thread.
#pragma once

#include <QKeySequenceEdit>

namespace biomedica::ui {

class KeyCapture : public QKeySequenceEdit {
    Q_OBJECT
public:
    explicit KeyCapture(QWidget* parent = nullptr);

    /// Empty again, with the focus.
    void begin();

Q_SIGNALS:
    void captured(const QKeySequence& key);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish();
};

} // namespace biomedica::ui
