// A line of query text: filters are tinted, a mistake is underlined where it is, field names complete
// themselves, Up and Down go through what was asked before.
//
// Thread contract: GUI thread.
#pragma once

#include <QLineEdit>
#include <QStringList>

class QCompleter;

namespace biomedica::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

    /// Characters [begin, end) of the text; begin == end: none.
    void setMistake(int begin, int end);
    void remember(const QString& text);

Q_SIGNALS:
    void escaped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFormats();
    void completeWord(const QString& completion);
    void offerCompletion();
    void stepThroughHistory(int direction);

    int m_mistakeBegin = 0, m_mistakeEnd = 0;
    QStringList m_history; ///< the latest last
    int m_historyAt = -1;
    QString m_draft;
    QCompleter* m_completer;
};

} // namespace biomedica::ui
