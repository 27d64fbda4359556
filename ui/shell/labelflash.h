// Shows for a moment what a figure was just labelled with, when the next one has come already.
//
// At most three times a second, so that nothing flickers for those who cannot bear it.
//
// Thread contract: GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>

namespace biomedica::ui {

class LabelFlash : public QLabel {
    Q_OBJECT
public:
    LabelFlash();

    /// Over the middle of this part of `over`.
    void show(const QString& text, QWidget* over, const QRect& part);

private:
    QTimer m_end;
    QElapsedTimer m_last;
};

} // namespace biomedica::ui
