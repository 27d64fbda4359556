// Something laid over the window for a moment: the rest goes dim, Esc or a click beside it closes it, and the
// focus goes back to where it was. A child of the window, so that it needs no window manager and stands in
// pictures of the window.
//
// Thread contract: GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

namespace biomedica::ui {

class Overlay : public QWidget {
    Q_OBJECT
public:
    /// Covers `window` from the first open() on.
    explicit Overlay(QWidget* window);

    void open();
    void close();

protected:
    /// Where the content stands; the whole area is dimmed.
    virtual void layOut() = 0;
    /// What it covers, in the window.
    virtual QRect area() const { return parentWidget()->rect(); }
    /// What gets the focus.
    virtual QWidget* firstFocus() { return this; }

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    QPointer<QWidget> m_focusBefore;
};

} // namespace biomedica::ui
