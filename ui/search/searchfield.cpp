#include "ui/search/searchfield.h"

#include "ui/common/theme.h"
#include "ui/search/completionlist.h"

#include <QCompleter>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QTextCharFormat>

namespace biomedica::ui {

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent), m_completions(new CompletionModel(this)), m_completer(new QCompleter(this))
{
    setAccessibleName(tr("Search"));
    setFrame(false);
    m_completer->setModel(m_completions);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // they are chosen for the text already
    auto* list = new CompletionList;
    m_completer->setPopup(list);
    list->drawDetails();
    m_completer->setWidget(this);
    list->leaveFocusIn(this);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { complete(Completion(m_completions->at(index.row()))); });
    connect(this, &QLineEdit::textEdited, this, [this] { Q_EMIT completionsWanted(termAt(text(), cursorPosition())); });
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

bool SearchField::isOffering() const
{
    return m_completer->popup()->isVisible();
}

void SearchField::offer(QList<Completion> completions)
{
    if (!hasFocus() && !isOffering())
        return;
    m_completions->setCompletions(std::move(completions));
    if (m_completions->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(static_cast<CompletionList*>(m_completer->popup())->wantedWidth());
    place.moveLeft(std::max(0, place.left() - measure::gap));
    m_completer->setCompletionPrefix(QString());
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(QModelIndex()); // Enter searches unless one is chosen
}

void SearchField::complete(const Completion& completion)
{
    if (completion.kind == Completion::Kind::Whole) {
        Q_EMIT wholeChosen(completion.text);
        return;
    }
    const Term term = termAt(text(), cursorPosition());
    setSelection(term.begin, term.end - term.begin);
    insert(completion.text);
    if (completion.kind == Completion::Kind::Value)
        Q_EMIT filterCompleted();
    else
        Q_EMIT textEdited(text()); // and now its values
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (m_keyHandler && m_keyHandler(event))
        return;
    QAbstractItemView* popup = m_completer->popup();
    const bool isOpen = popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (isOpen)
            popup->hide();
        else
            Q_EMIT escaped();
        return;
    case Qt::Key_Tab:
        if (isOpen && !popup->currentIndex().isValid())
            popup->setCurrentIndex(popup->model()->index(0, 0));
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen && popup->currentIndex().isValid()) {
            event->ignore(); // the completer's
            return;
        }
        popup->hide();
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

bool SearchField::focusNextPrevChild(bool isNext)
{
    return !isOffering() && QLineEdit::focusNextPrevChild(isNext);
}

bool SearchField::event(QEvent* event)
{
    // F1 explains the query language here, and the keys of the window elsewhere.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    connect(menu->addAction(tr("Copy the &whole search")), &QAction::triggered, this, &SearchField::copyAllRequested);
    menu->popup(event->globalPos());
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFormats();
}

} // namespace biomedica::ui
