// What is wrong with the query, below the field: the reason, and the way to examples. Lies over the window, so that
// nothing moves when it comes and goes.
//
// Thread contract: GUI thread.
#pragma once

#include <QFrame>

class QLabel;

namespace biomedica::ui {

class HelpLine : public QFrame {
    Q_OBJECT
public:
    /// Placed below `field`, in its window.
    explicit HelpLine(QWidget* field);

    /// `shown`: what the figures on the screen are of, in words. An empty message hides the line.
    void showMistake(const QString& message, const QString& shown);
    QString message() const { return m_text; }

Q_SIGNALS:
    void helpRequested();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QWidget* m_field;
    QString m_text;
    QLabel *m_message, *m_shown;
};

} // namespace biomedica::ui
