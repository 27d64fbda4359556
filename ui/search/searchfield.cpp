#include "ui/search/searchfield.h"

#include "core/query/fields.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStringListModel>
#include <QTextCharFormat>

namespace biomedica::ui {

namespace {

QStringList completions()
{
    QStringList words;
    for (const query::FieldInfo& info : query::allFields())
        words += fromUtf8(info.name) + QLatin1Char(':');
    for (const char* trait :
         {"is:labelled", "is:unlabelled", "is:disputed", "is:flagged", "is:duplicate", "has:caption", "has:context"})
        words += QString::fromLatin1(trait);
    words.sort();
    return words;
}

/// Where the word before the cursor begins.
int wordBegin(const QString& text, int cursor)
{
    int begin = cursor;
    while (begin > 0 && !text[begin - 1].isSpace() && text[begin - 1] != QLatin1Char('(')
           && text[begin - 1] != QLatin1Char('-'))
        --begin;
    return begin;
}

} // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent), m_completer(new QCompleter(completions(), this))
{
    setAccessibleName(tr("Search"));
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &SearchField::completeWord);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_historyAt = -1;
        offerCompletion();
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_mistakeBegin = m_mistakeEnd = 0;
        showFormats();
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, &SearchField::showFormats);
}

void SearchField::setMistake(int begin, int end)
{
    m_mistakeBegin = begin;
    m_mistakeEnd = end;
    showFormats();
}

void SearchField::remember(const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    m_history.removeAll(text);
    m_history.append(text);
    m_historyAt = -1;
}

/// QLineEdit draws formats only for text that an input method is composing; this composes nothing.
void SearchField::showFormats()
{
    const Colours& colours = coloursFor(palette());
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](int begin, int length, const QTextCharFormat& format) {
        attributes.append({QInputMethodEvent::TextFormat, begin - cursorPosition(), length, format});
    };
    static const QRegularExpression filters(QStringLiteral("(-?)\\b\\w+:(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\"]+)"));
    for (auto matches = filters.globalMatch(text()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QTextCharFormat format;
        format.setBackground(colours.accentGround);
        if (!match.captured(1).isEmpty())
            format.setForeground(colours.bad);
        add(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format);
    }
    if (m_mistakeEnd > m_mistakeBegin) {
        QTextCharFormat format;
        format.setForeground(colours.bad);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colours.bad);
        add(m_mistakeBegin, m_mistakeEnd - m_mistakeBegin, format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

void SearchField::offerCompletion()
{
    const int begin = wordBegin(text(), cursorPosition());
    const QString word = text().mid(begin, cursorPosition() - begin);
    // Two letters are needed: completing every "a" would be in the way of ordinary words.
    const bool isWorth = word.size() >= 2 && !word.contains(QLatin1Char('"'));
    m_completer->setCompletionPrefix(word);
    if (!isWorth || m_completer->completionCount() == 0
        || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == word)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(QModelIndex()); // Enter searches unless one is chosen
    QRect place = cursorRect();
    place.setWidth(220);
    m_completer->complete(place);
}

void SearchField::completeWord(const QString& completion)
{
    const int begin = wordBegin(text(), cursorPosition());
    setSelection(begin, cursorPosition() - begin);
    insert(completion);
    Q_EMIT textEdited(text());
}

void SearchField::stepThroughHistory(int direction)
{
    if (m_history.isEmpty())
        return;
    const int last = static_cast<int>(m_history.size()) - 1;
    if (m_historyAt < 0) {
        if (direction > 0)
            return;
        m_draft = text();
        m_historyAt = m_history.last() == m_draft && last > 0 ? last : last + 1;
    }
    m_historyAt += direction;
    if (m_historyAt > last) {
        m_historyAt = -1;
        setText(m_draft);
        return;
    }
    m_historyAt = std::max(m_historyAt, 0);
    setText(m_history[m_historyAt]);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    QAbstractItemView* popup = m_completer->popup();
    const bool isOpen = popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (isOpen)
            popup->hide();
        else
            Q_EMIT escaped();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (isOpen && popup->currentIndex().isValid()) {
            event->ignore(); // the completer's
            return;
        }
        popup->hide();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!isOpen) {
            stepThroughHistory(event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFormats();
}

} // namespace biomedica::ui
