#include "ui/search/chipfield.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/search/filterchip.h"
#include "ui/search/searchfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int spacing = measure::grid;
constexpr int maximumLines = 2;

} // namespace

ChipField::ChipField(QWidget* parent) : QScrollArea(parent), m_content(new QWidget), m_text(new SearchField(m_content))
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // before the proxy is set, whose policy this would change, too
    setFocusProxy(m_text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWidget(m_content);
    m_content->setCursor(Qt::IBeamCursor);
    m_content->installEventFilter(this);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    setTextFont(m_text, measure::textSize);
    m_text->installEventFilter(this);
    m_text->setKeyHandler([this](QKeyEvent* event) { return handleKey(event); });
    connect(m_text, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(false); });
    connect(m_text, &QLineEdit::textChanged, this, &ChipField::layOut);
    connect(m_text, &SearchField::filterCompleted, this, [this] {
        takeFilters();
        Q_EMIT edited(true);
    });
    connect(m_text, &SearchField::copyAllRequested, this,
            [this] { QGuiApplication::clipboard()->setText(wholeText()); });
    layOut();
}

Pieces ChipField::pieces() const
{
    Pieces pieces;
    for (const FilterChip* chip : m_chips)
        pieces.chips.push_back(chip->part());
    pieces.text = toUtf8(m_text->text());
    return pieces;
}

QString ChipField::wholeText() const
{
    const Pieces all = pieces();
    const auto query = queryOf(all);
    if (const auto* good = std::get_if<query::Query>(&query))
        return fromUtf8(query::toText(*good));
    QStringList texts{m_text->text()};
    for (const query::Node& chip : all.chips)
        texts += fromUtf8(query::toText({chip, {}}));
    return texts.join(QLatin1Char(' '));
}

bool ChipField::isEmpty() const
{
    return m_chips.isEmpty() && m_text->text().isEmpty();
}

void ChipField::setPieces(const Pieces& wanted)
{
    selectWhole(false);
    const Pieces before = pieces();
    if (before.chips != wanted.chips) {
        const bool hadFocus = std::any_of(m_chips.begin(), m_chips.end(), [](auto* chip) { return chip->hasFocus(); });
        for (FilterChip* chip : std::exchange(m_chips, {})) {
            chip->hide();
            chip->deleteLater(); // it may be the sender
        }
        for (const query::Node& chip : wanted.chips)
            addChip(chip);
        if (hadFocus)
            m_text->setFocus(Qt::OtherFocusReason);
    }
    const auto typed = queryOf({{}, before.text});
    const auto* same = std::get_if<query::Query>(&typed);
    if (!same || piecesOf(*same) != Pieces{{}, wanted.text})
        m_text->setText(fromUtf8(wanted.text));
    layOut();
}

void ChipField::takeFilters()
{
    const Pieces before = pieces();
    const Pieces after = withFiltersAsChips(before);
    if (after != before) {
        m_text->setText(fromUtf8(after.text));
        setPieces(after);
    }
}

FilterChip* ChipField::addChip(query::Node part)
{
    auto* chip = new FilterChip(std::move(part), m_content);
    m_chips.append(chip);
    connect(chip, &FilterChip::removeRequested, this, [this, chip] { removeChip(chip); });
    connect(chip, &FilterChip::editRequested, this, [this, chip] { editChip(chip); });
    connect(chip, &FilterChip::moveRequested, this, [this, chip](int direction) { moveFocus(chip, direction); });
    connect(chip, &FilterChip::focused, this, [this, chip] { ensureWidgetVisible(chip, 0, spacing); });
    connect(chip, &FilterChip::copyRequested, this, [chip] {
        QGuiApplication::clipboard()->setText(fromUtf8(query::toText({chip->part(), {}})));
    });
    connect(chip, &FilterChip::typed, this, [this](const QString& text) {
        m_text->setFocus(Qt::OtherFocusReason);
        m_text->setCursorPosition(0);
        m_text->insert(text);
        Q_EMIT m_text->textEdited(m_text->text());
    });
    chip->show();
    return chip;
}

void ChipField::removeChip(FilterChip* chip)
{
    const auto at = m_chips.indexOf(chip);
    const bool hadFocus = chip->hasFocus();
    m_chips.removeOne(chip);
    chip->hide();
    chip->deleteLater();
    layOut();
    if (hadFocus && !m_chips.isEmpty())
        m_chips[std::max<qsizetype>(0, at - 1)]->setFocus(Qt::OtherFocusReason);
    else
        m_text->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(true);
}

/// The query stays the same: what was a chip is now in the text, selected.
void ChipField::editChip(FilterChip* chip)
{
    const QString filter = fromUtf8(query::toText({chip->part(), {}}));
    const bool isEither = chip->part().kind == query::NodeKind::Or;
    const QString shown = isEither ? QStringLiteral("(%1)").arg(filter) : filter;
    m_chips.removeOne(chip);
    chip->hide();
    chip->deleteLater();
    const QString rest = m_text->text().trimmed();
    m_text->setText(rest.isEmpty() ? shown : shown + QLatin1Char(' ') + rest);
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->setSelection(0, static_cast<int>(shown.size()));
    layOut();
    Q_EMIT edited(false);
}

void ChipField::moveFocus(FilterChip* chip, int direction)
{
    const auto at = m_chips.indexOf(chip) + direction;
    if (at >= m_chips.size()) {
        m_text->setFocus(Qt::OtherFocusReason);
        m_text->setCursorPosition(0);
        ensureWidgetVisible(m_text, 0, spacing);
    } else {
        m_chips[std::max<qsizetype>(0, at)]->setFocus(Qt::OtherFocusReason);
    }
}

void ChipField::clearPieces()
{
    setPieces({});
    m_text->clear();
}

void ChipField::selectWhole(bool isSelected)
{
    if (m_isWholeSelected == isSelected)
        return;
    m_isWholeSelected = isSelected;
    for (FilterChip* chip : m_chips)
        chip->setSelected(isSelected);
    if (isSelected)
        m_text->selectAll();
    else
        m_text->deselect();
}

bool ChipField::handleKey(QKeyEvent* event)
{
    if (m_isWholeSelected)
        return handleWholeSelection(event);
    if (event->matches(QKeySequence::SelectAll) && !m_chips.isEmpty()) {
        selectWhole(true);
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        m_text->paste();
        takeFilters();
        Q_EMIT edited(true);
        return true;
    }
    const bool isAtBegin = m_text->cursorPosition() == 0 && !m_text->hasSelectedText();
    const bool leadsToChips =
        event->key() == Qt::Key_Backspace || (event->key() == Qt::Key_Left && event->modifiers() == Qt::NoModifier);
    if (!isAtBegin || !leadsToChips || m_chips.isEmpty())
        return false;
    m_chips.last()->setFocus(Qt::OtherFocusReason);
    return true;
}

/// Everything is selected, chips too: the next key copies it, replaces it or lets go of it.
bool ChipField::handleWholeSelection(QKeyEvent* event)
{
    const bool isModifier = event->key() == Qt::Key_Control || event->key() == Qt::Key_Shift
                            || event->key() == Qt::Key_Alt || event->key() == Qt::Key_Meta;
    if (isModifier)
        return true;
    const bool isCut = event->matches(QKeySequence::Cut);
    if (event->matches(QKeySequence::Copy) || isCut)
        QGuiApplication::clipboard()->setText(wholeText());
    if (event->matches(QKeySequence::Copy))
        return true;
    const bool isDeletion = isCut || event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    const bool isTyped = !event->text().isEmpty() && event->text().front().isPrint();
    if (isDeletion || isTyped || event->matches(QKeySequence::Paste)) {
        clearPieces();
        if (isDeletion) {
            Q_EMIT edited(true);
            return true;
        }
    }
    selectWhole(false);
    return event->matches(QKeySequence::Paste) && handleKey(event);
}

bool ChipField::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_content && event->type() == QEvent::MouseButtonPress) {
        m_text->setFocus(Qt::MouseFocusReason);
        m_text->end(false);
    }
    if (object == m_text && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusOut))
        selectWhole(false);
    return QScrollArea::eventFilter(object, event);
}

int ChipField::lineHeight() const
{
    return QFontMetrics(textFont(measure::textSize)).height() + measure::gap;
}

void ChipField::layOut()
{
    const int width = std::max(viewport()->width(), 1);
    const int line = lineHeight();
    const int wanted = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 3 * measure::gap;
    const int least = std::min(width, std::max(m_text->fontMetrics().averageCharWidth() * 16, wanted));
    int x = 0;
    int y = 0;
    for (FilterChip* chip : m_chips) {
        const QSize size(std::min(chip->sizeHint().width(), width), std::min(chip->sizeHint().height(), line));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line;
        }
        chip->setGeometry(x, y + (line - size.height()) / 2, size.width(), size.height());
        x += size.width() + spacing;
    }
    if (x > 0 && x + least > width) {
        x = 0;
        y += line;
    }
    m_text->setGeometry(x, y, width - x, line);
    const int height = y + line;
    m_content->setGeometry(0, m_content->y(), width, height);
    if (const int shown = std::min(height, maximumLines * line); shown != minimumHeight() || shown != maximumHeight())
        setFixedHeight(shown);
    if (m_text->hasFocus())
        ensureWidgetVisible(m_text, 0, 0);
}

QSize ChipField::sizeHint() const
{
    return {400, minimumHeight()};
}

QSize ChipField::minimumSizeHint() const
{
    return {m_text->fontMetrics().averageCharWidth() * 16, minimumHeight()};
}

void ChipField::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

void ChipField::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (m_text && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        layOut();
}

} // namespace biomedica::ui
