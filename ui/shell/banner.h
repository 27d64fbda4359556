// A message across the window that stays until it is read: what went wrong and what to do, or what a
// job has done.
//
// Thread contract: GUI thread.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QToolButton;

namespace biomedica::ui {

class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Note, Warning, Failure };

    explicit Banner(QWidget* parent = nullptr);

    /// `details` opens on a click on "Details…"; none where it is empty.
    void showMessage(Kind kind, const QString& text, const QString& details = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showDetails();
    void updateIcon();

    Kind m_kind = Kind::Note;
    QString m_detailText;
    QLabel* m_text;
    QToolButton *m_details, *m_close;
};

} // namespace biomedica::ui
