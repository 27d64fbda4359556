#include "ui/search/searchbar.h"

#include "core/query/parser.h"
#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/search/searchfield.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace biomedica::ui {

namespace {

constexpr int typingMs = 150;
constexpr int patienceMs = 900;
constexpr int fieldHeight = 32;

int charactersIn(const std::string& utf8, std::size_t bytes)
{
    return static_cast<int>(fromUtf8(std::string_view(utf8).substr(0, bytes)).size());
}

} // namespace

SearchBar::SearchBar(Session& session, QueryController& queries, QWidget* parent)
    : QFrame(parent), m_session(session), m_queries(queries), m_field(new SearchField(this)), m_glass(new QLabel(this)),
      m_count(makeMutedLabel({}, this)), m_clear(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(fieldHeight);
    setMinimumWidth(280);
    m_field->setPlaceholderText(tr("Search captions and articles, or filter: license:\"CC BY\" year:2015..2020"));
    m_clear->setProperty("isFlat", true);
    m_clear->setAccessibleName(tr("Clear the search"));
    m_clear->setToolTip(tr("Clear the search"));
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);
    updateIcons();

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        showMistake(0, 0, {});
        m_typing.start();
        m_patience.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this] { search(false); });
    connect(&m_patience, &QTimer::timeout, this, [this] { search(true); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        search(true);
        if (!m_isFailed) {
            m_field->remember(m_field->text());
            Q_EMIT left();
        }
    });
    connect(m_field, &SearchField::escaped, this, [this] {
        showQuery();
        Q_EMIT left();
    });
    connect(m_clear, &QToolButton::clicked, this, &SearchBar::clear);
    connect(&queries, &QueryController::queryChanged, this, &SearchBar::showQuery);
    connect(&queries, &QueryController::resultChanged, this, &SearchBar::showResult);
    connect(&queries, &QueryController::searchFailed, this,
            [this](const QString& message) { showMistake(0, 0, message); });
    showQuery();
}

void SearchBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBar::clear()
{
    m_field->clear();
    search(true);
}

void SearchBar::search(bool isFinal)
{
    m_typing.stop();
    if (isFinal)
        m_patience.stop();
    const std::string text = toUtf8(m_field->text());
    auto parsed = query::parseWithPlace(text);
    if (const auto* mistake = std::get_if<query::SyntaxError>(&parsed)) {
        if (isFinal)
            showMistake(charactersIn(text, mistake->begin), charactersIn(text, mistake->end),
                        fromUtf8(mistake->message));
        return;
    }
    showMistake(0, 0, {});
    auto& asked = std::get<query::Query>(parsed);
    asked.sort = m_queries.query().sort;
    m_queries.setQuery(asked, isFinal ? QueryController::Origin::Step : QueryController::Origin::Typing);
}

void SearchBar::showQuery()
{
    query::Query now = m_queries.query();
    auto typed = query::parseWithPlace(toUtf8(m_field->text()));
    if (auto* same = std::get_if<query::Query>(&typed)) {
        same->sort = now.sort;
        if (*same == now) {
            showResult();
            return; // it says the same in the person's own words
        }
    }
    m_typing.stop();
    m_patience.stop();
    m_field->setText(fromUtf8(query::toText(now)));
    showMistake(0, 0, {});
    showResult();
}

void SearchBar::showResult()
{
    const SharedResult& result = m_queries.result();
    QString text;
    if (result) {
        const std::size_t all = result->snapshot->columns->figureCount();
        const QString found = withThousands(result->size());
        text = result->size() == all ? tr("%1 figures").arg(found) : tr("%1 of %2").arg(found, withThousands(all));
        text += tr(" · %1 ms").arg(QLocale().toString(result->milliseconds, 'f', result->milliseconds < 10 ? 1 : 0));
    }
    m_count->setText(text);
    placeCount();
}

void SearchBar::showMistake(int begin, int end, const QString& message)
{
    m_isFailed = !message.isEmpty();
    m_field->setMistake(begin, end);
    m_field->setProperty("isWrong", m_isFailed);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    placeCount();
    Q_EMIT mistakeChanged(message);
}

void SearchBar::placeCount()
{
    m_clear->setVisible(!m_field->text().isEmpty());
    m_count->adjustSize();
    m_glass->setGeometry(9, 0, 16, height());
    const int clearWidth = m_clear->isVisibleTo(this) ? 26 : 0;
    // Where there is little room the words in the field are worth more than the count.
    const bool hasRoom = width() > m_count->width() + 260;
    m_count->setVisible(hasRoom);
    m_clear->setGeometry(width() - 29, (height() - 24) / 2, 24, 24);
    m_count->move(width() - m_count->width() - clearWidth - 12, (height() - m_count->height()) / 2);
    m_field->setTextMargins(22, 0, (hasRoom ? m_count->width() + 12 : 0) + clearWidth, 0);
    m_field->setGeometry(rect());
    m_field->lower();
}

void SearchBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeCount();
}

void SearchBar::updateIcons()
{
    const QColor colour = coloursFor(palette()).muted;
    m_glass->setPixmap(icon(QStringLiteral("search"), colour).pixmap(QSize(15, 15), devicePixelRatioF()));
    m_clear->setIcon(icon(QStringLiteral("clear"), colour));
}

void SearchBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_clear)
        updateIcons();
}

} // namespace biomedica::ui
