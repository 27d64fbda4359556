// Asks for a note on a figure, or on several.
//
// Thread contract: GUI thread.
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace biomedica::ui {

class NoteDialog : public QDialog {
    Q_OBJECT
public:
    /// `figures`: in words, what the note is for.
    NoteDialog(const QString& figures, const QString& note, QWidget* parent);

    QPlainTextEdit* field() const { return m_field; }

Q_SIGNALS:
    /// "" takes the note away.
    void noteGiven(const QString& note);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* m_field;
};

} // namespace biomedica::ui
