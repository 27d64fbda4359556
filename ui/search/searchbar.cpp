#include "ui/search/searchbar.h"

#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/search/chipfield.h"
#include "ui/search/helpline.h"
#include "ui/search/querybuilder.h"
#include "ui/search/queryhelp.h"
#include "ui/search/savedmenu.h"
#include "ui/search/searchfield.h"
#include "ui/search/valuesource.h"
#include "ui/session/savedsearches.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace biomedica::ui {

namespace {

constexpr int typingMs = 150;
constexpr int patienceMs = 900;
constexpr int waitingMs = 150;
constexpr double leastShownMs = 0.05; // less is no news, and "0.0 ms" looks like a mistake

int charactersIn(const std::string& utf8, std::size_t bytes)
{
    return static_cast<int>(fromUtf8(std::string_view(utf8).substr(0, bytes)).size());
}

QToolButton* makeFlatButton()
{
    auto* button = new QToolButton;
    button->setProperty("isFlat", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SearchBar::SearchBar(Session& session, QueryController& queries, QWidget* parent)
    : QWidget(parent), m_session(session), m_queries(queries), m_history(session.settings()),
      m_values(new ValueSource(session, this)), m_saved(new SavedSearches(session, this)), m_box(new QFrame),
      m_chips(new ChipField), m_field(m_chips->text()), m_glass(new QLabel), m_count(makeMutedLabel({})),
      m_back(makeFlatButton()), m_forward(makeFlatButton()), m_build(makeFlatButton()), m_star(makeFlatButton()),
      m_clear(makeFlatButton()), m_help(new HelpLine(m_box))
{
    build();
    connectField();
    connect(&queries, &QueryController::queryChanged, this, &SearchBar::showQuery);
    connect(&queries, &QueryController::resultChanged, this, &SearchBar::showResult);
    connect(m_saved, &SavedSearches::failed, this, &SearchBar::failed);
    connect(m_saved, &SavedSearches::saved, this, [this](const QString& name) {
        Q_EMIT noted(tr("Saved the search “%1”; the star’s menu has it").arg(name));
    });
    showQuery();
}

void SearchBar::build()
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setPlaceholderText(tr("Search captions and articles, or filter: license:\"CC BY\" year:2015..2020"));
    m_clear->setAccessibleName(tr("Clear the search"));
    m_clear->setToolTip(tr("Clear the search"));
    m_star->setAccessibleName(tr("Saved searches"));
    m_star->setToolTip(tr("Saved searches"));
    m_star->setPopupMode(QToolButton::InstantPopup);
    setTextFont(m_count, measure::smallTextSize);
    m_count->setMinimumWidth(1); // says less where there is less room, rather than make the window wider
    m_box->setObjectName(QStringLiteral("searchBox"));
    auto* inside = new QHBoxLayout(m_box);
    inside->setContentsMargins(measure::gap, 1, 2, 1);
    inside->setSpacing(measure::grid);
    inside->addWidget(m_glass);
    inside->addWidget(m_chips, 1);
    inside->addWidget(m_count);
    inside->addWidget(m_clear);
    inside->addWidget(m_build);
    inside->addWidget(m_star);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addSpacing(measure::grid);
    layout->addWidget(m_box, 1);
    updateIcons();
}

void SearchBar::setActions(QAction* back, QAction* forward, QAction* save, QAction* build)
{
    m_back->setDefaultAction(back);
    m_forward->setDefaultAction(forward);
    m_build->setDefaultAction(build);
    for (QToolButton* button : {m_back, m_forward, m_build})
        button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
    auto* menu = new SavedMenu(*m_saved, save, this);
    connect(menu, &SavedMenu::chosen, this, [this](const query::Query& query) {
        m_queries.setQuery(query);
        Q_EMIT left();
    });
    m_star->setMenu(menu);
    connect(save, &QAction::triggered, this, &SearchBar::saveSearch);
    updateActions();
}

void SearchBar::connectField()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitingMs);
    connect(m_chips, &ChipField::edited, this, [this](bool isFinal) {
        m_history.stopStepping();
        showMistake(0, 0, {});
        if (isFinal) {
            search(true);
            return;
        }
        m_typing.start();
        m_patience.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this] { search(false); });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_field->isOffering())
            m_patience.start(); // the person is still choosing how to go on
        else
            search(true);
    });
    connect(&m_waiting, &QTimer::timeout, this, &SearchBar::showResult);
    connect(m_field, &QLineEdit::returnPressed, this, &SearchBar::commit);
    connect(m_field, &SearchField::escaped, this, [this] {
        showMistake(0, 0, {});
        m_chips->setPieces(piecesOf(m_queries.query()));
        m_typing.stop();
        m_patience.stop();
        Q_EMIT left();
    });
    connect(m_field, &SearchField::completionsWanted, this, &SearchBar::offerCompletions);
    connect(m_field, &SearchField::wholeChosen, this, &SearchBar::askFor);
    connect(m_values, &ValueSource::arrived, this, [this] {
        if (m_field->hasFocus())
            offerCompletions(termAt(m_field->text(), m_field->cursorPosition()));
    });
    connect(m_clear, &QToolButton::clicked, this, &SearchBar::clear);
    connect(m_help, &HelpLine::helpRequested, this, &SearchBar::showHelp);
    m_field->installEventFilter(this);
}

void SearchBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBar::clear()
{
    m_chips->setPieces({});
    m_field->clear();
    search(true);
}

void SearchBar::askFor(const QString& query)
{
    const auto parsed = query::parseWithPlace(toUtf8(query));
    const auto* asked = std::get_if<query::Query>(&parsed);
    m_chips->setPieces(asked ? piecesOf(*asked) : Pieces{{}, toUtf8(query)});
    m_field->end(false);
    search(true);
}

void SearchBar::commit()
{
    m_chips->takeFilters();
    search(true);
    if (m_isFailed)
        return;
    m_history.add(m_chips->wholeText());
    Q_EMIT left();
}

void SearchBar::search(bool isFinal)
{
    m_typing.stop();
    if (isFinal)
        m_patience.stop();
    const Pieces pieces = m_chips->pieces();
    auto parsed = queryOf(pieces);
    if (const auto* mistake = std::get_if<query::SyntaxError>(&parsed)) {
        if (isFinal)
            showMistake(charactersIn(pieces.text, mistake->begin), charactersIn(pieces.text, mistake->end),
                        fromUtf8(mistake->message));
        return;
    }
    showMistake(0, 0, {});
    auto& asked = std::get<query::Query>(parsed);
    asked.sort = m_queries.query().sort;
    // The same in another order is the same: chips stand where facets have put them.
    m_queries.setQuery(asksTheSame(asked, m_queries.query()) ? m_queries.query() : asked,
                       isFinal ? QueryController::Origin::Step : QueryController::Origin::Typing);
    updateActions();
}

void SearchBar::showQuery()
{
    const query::Query& now = m_queries.query();
    auto shown = queryOf(m_chips->pieces());
    auto* same = std::get_if<query::Query>(&shown);
    if (same)
        same->sort = now.sort;
    if (!same || !asksTheSame(*same, now)) { // else it says so in the person's own words
        m_typing.stop();
        m_patience.stop();
        m_chips->setPieces(piecesOf(now));
        showMistake(0, 0, {});
    }
    m_waiting.start();
    updateActions();
    showResult();
}

void SearchBar::showResult()
{
    const SharedResult& result = m_queries.result();
    if (m_queries.isBusy() && m_waiting.isActive())
        return;        // it will be here at once
    QStringList forms; // the longest that there is room for
    if (result) {
        const std::size_t all = result->snapshot->columns->figureCount();
        const QString number = withThousands(result->size());
        const QString found = m_queries.isBusy() ? tr("~%1", "a number not known exactly yet").arg(number) : number;
        const QString time = QLocale().toString(result->milliseconds, 'f', result->milliseconds < 10 ? 1 : 0);
        const QString text =
            result->size() == all ? tr("%1 figures").arg(found) : tr("%1 of %2").arg(found, withThousands(all));
        forms = {text, found};
        if (result->milliseconds >= leastShownMs)
            forms.prepend(tr("%1 · %2 ms", "count, time").arg(text, time));
    }
    const int room = m_box->width() / 4;
    while (forms.size() > 1 && m_count->fontMetrics().horizontalAdvance(forms.first()) > room)
        forms.removeFirst();
    m_count->setText(forms.value(0));
    m_clear->setVisible(!m_chips->isEmpty());
}

void SearchBar::showMistake(int begin, int end, const QString& message)
{
    m_isFailed = !message.isEmpty();
    m_field->setMistake(begin, end);
    m_box->setProperty("isWrong", m_isFailed);
    m_box->style()->unpolish(m_box);
    m_box->style()->polish(m_box);
    const QString text = fromUtf8(query::toText(m_queries.query()));
    m_help->showMistake(message,
                        text.isEmpty() ? tr("All figures are shown meanwhile.") : tr("Shown meanwhile: %1").arg(text));
    m_clear->setVisible(!m_chips->isEmpty());
}

void SearchBar::offerCompletions(const Term& term)
{
    QList<Completion> found;
    // Two letters are needed: completing every "a" would be in the way of ordinary words.
    if (term.hasColon || term.word.size() >= 2)
        found = fieldCompletions(term);
    const auto field = query::fieldNamed(toUtf8(term.field));
    if (term.hasColon && field && query::infoOf(*field).kind != query::FieldKind::Text && *field != query::Field::Key)
        if (const auto* values = m_values->valuesOf(*field))
            found += valueCompletions(term, *values);
    if (const QString text = m_field->text(); !term.hasColon && text.size() >= 2)
        found += earlierSearches(m_history.all(), text);
    if (found.size() == 1 && found.front().text == m_field->text().mid(term.begin, term.end - term.begin))
        found.clear(); // it is there already
    m_field->offer(std::move(found));
}

void SearchBar::stepThroughHistory(int direction)
{
    const auto query = m_history.step(direction, m_chips->wholeText());
    if (!query) {
        if (direction > 0)
            m_field->offer(earlierSearches(m_history.all(), {}));
        return;
    }
    const auto parsed = query::parseWithPlace(toUtf8(*query));
    const auto* asked = std::get_if<query::Query>(&parsed);
    m_chips->setPieces(asked ? piecesOf(*asked) : Pieces{{}, toUtf8(*query)});
    m_typing.start();
}

void SearchBar::buildSearch()
{
    m_chips->takeFilters();
    search(true);
    m_values->forget(); // labels may have changed meanwhile
    auto* builder = new QueryBuilder(m_session, *m_values, m_queries.query(), window());
    builder->setAttribute(Qt::WA_DeleteOnClose);
    connect(builder, &QueryBuilder::built, this, [this](const query::Query& query) {
        m_queries.setQuery(query);
        m_history.add(fromUtf8(query::toText(query)));
        Q_EMIT left();
    });
    builder->open();
}

void SearchBar::saveSearch()
{
    m_chips->takeFilters();
    search(true);
    if (!m_isFailed)
        askForSearchName(*m_saved, m_queries.query(), this);
}

void SearchBar::showHelp()
{
    auto* help = new QueryHelp(window());
    connect(help, &QueryHelp::exampleChosen, this, &SearchBar::askFor);
    help->open();
}

bool SearchBar::eventFilter(QObject* object, QEvent* event)
{
    if (object != m_field)
        return QWidget::eventFilter(object, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        const bool isIn = event->type() == QEvent::FocusIn;
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (isIn && reason != Qt::PopupFocusReason)
            m_values->forget(); // labels may have changed meanwhile
        m_box->setProperty("isFocused", isIn);
        m_box->style()->unpolish(m_box);
        m_box->style()->polish(m_box);
        if (!isIn && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason
            && reason != Qt::MenuBarFocusReason)
            m_chips->takeFilters(); // asks for the same
    }
    if (event->type() == QEvent::KeyPress && !m_field->isOffering()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            stepThroughHistory(key == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key == Qt::Key_F1) {
            showHelp();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void SearchBar::setBuilderShown(bool isShown)
{
    m_build->setVisible(isShown);
}

void SearchBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showResult();
}

void SearchBar::updateActions()
{
    if (QAction* back = m_back->defaultAction())
        back->setEnabled(m_queries.canGoBack());
    if (QAction* forward = m_forward->defaultAction())
        forward->setEnabled(m_queries.canGoForward());
}

void SearchBar::updateIcons()
{
    const QColor colour = coloursFor(palette()).muted;
    m_glass->setPixmap(icon(QStringLiteral("search"), colour).pixmap(QSize(15, 15), devicePixelRatioF()));
    m_clear->setIcon(icon(QStringLiteral("clear"), colour));
    m_star->setIcon(icon(QStringLiteral("star"), colour));
}

void SearchBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_clear)
        updateIcons();
}

} // namespace biomedica::ui
