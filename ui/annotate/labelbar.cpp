#include "ui/annotate/labelbar.h"

#include "core/annotation/rules.h"
#include "ui/annotate/chordpanel.h"
#include "ui/annotate/classfinder.h"
#include "ui/annotate/labelkeys.h"
#include "ui/annotate/optionbuttons.h"
#include "ui/annotate/secondaryorder.h"
#include "ui/annotate/targetpanel.h"
#include "ui/common/actions.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <algorithm>
#include <utility>

namespace biomedica::ui {

LabelBar::LabelBar(Session& session, FigureController& figures, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_taxonomy(session.taxonomy()), m_session(session), m_figures(figures), m_actions(actions),
      m_common(new CommonAnswers(session, this)), m_heads(new AnswerHeads(session)), m_target(new TargetPanel(actions)),
      m_buttons(new OptionButtons(actions)), m_finder(new ClassFinder(m_taxonomy, this)),
      m_chords(new ChordPanel(m_taxonomy, this))
{
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Labels of the current figure"));
    build();
    connect(&figures, &FigureController::rowChanged, this, &LabelBar::beginFigure);
    connect(&figures, &FigureController::detailChanged, this, &LabelBar::showFigure);
    connect(&session, &Session::annotatorChanged, this, &LabelBar::showFigure);
    connect(&actions, &Actions::keysChanged, this, &LabelBar::showOptions);
    connect(m_common, &CommonAnswers::changed, this, &LabelBar::showFigure);
    connect(&session, &Session::taxonomyChanged, this, &LabelBar::showFigure);
    connect(m_heads, &AnswerHeads::chosen, this, &LabelBar::setQuestion);
    connect(m_buttons, &OptionButtons::pressed, this, &LabelBar::chooseOption);
    connect(m_finder, &ClassFinder::chosen, this, &LabelBar::choose);
    connect(m_chords, &ChordPanel::chosen, this, &LabelBar::choose);
    connect(&session, &Session::collectionOpened, this, [this] { m_recent.clear(); });
    const auto intent = [&](ActionId id, LabelIntent::Kind kind) {
        connect(actions[id], &QAction::triggered, this, [this, kind] {
            Q_EMIT labelRequested({kind, m_question, {}});
        });
    };
    intent(ActionId::Unsure, LabelIntent::Kind::Unsure);
    intent(ActionId::Flag, LabelIntent::Kind::Flag);
    intent(ActionId::RepeatLabel, LabelIntent::Kind::Repeat);
    intent(ActionId::RepeatFigure, LabelIntent::Kind::RepeatFigure);
    connect(actions[ActionId::NoClass], &QAction::triggered, this, &LabelBar::chooseNoClass);
    intent(ActionId::ClearAnswer, LabelIntent::Kind::Clear);
    connect(actions[ActionId::Skip], &QAction::triggered, this, [this] {
        Q_EMIT labelRequested({LabelIntent::Kind::Skip, m_question, {}});
        setQuestion(Question::PanelType);
        Q_EMIT nextFigureRequested();
    });
    connect(actions[ActionId::FindClass], &QAction::triggered, this, &LabelBar::findClass);
    connect(actions[ActionId::ClassByLetters], &QAction::triggered, this, &LabelBar::openChords);
    connect(actions[ActionId::NextQuestion], &QAction::triggered, this, [this] { step(1, false); });
    connect(actions[ActionId::PreviousQuestion], &QAction::triggered, this, [this] { step(-1, false); });
    connect(actions[ActionId::Proceed], &QAction::triggered, this, &LabelBar::proceed);
    connect(actions[ActionId::Accept], &QAction::triggered, this, &LabelBar::accept);
    connect(actions[ActionId::AcceptAll], &QAction::triggered, this, &LabelBar::acceptAll);
    showFigure();
}

void LabelBar::build()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::gap);
    grid->setHorizontalSpacing(measure::margin);
    grid->setVerticalSpacing(measure::grid);
    grid->addWidget(m_heads, 0, 0);
    grid->addWidget(m_buttons, 1, 0);
    grid->addWidget(m_target, 0, 1, 2, 1);
    grid->setColumnStretch(0, 1);
}

/// No higher than its lines: what other panels at the bottom leave belongs to the figures above.
bool LabelBar::event(QEvent* event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMaximumHeight(sizeHint().height());
    return isHandled;
}

void LabelBar::takeKeysOf(QWidget* widget)
{
    widget->installEventFilter(this);
}

bool LabelBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void LabelBar::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

bool LabelBar::handleKey(const QKeyEvent& event)
{
    const auto option = optionOfKey(event);
    if (!option)
        return false;
    if (!event.isAutoRepeat())
        chooseOption(*option);
    return true;
}

void LabelBar::chooseOption(int option)
{
    if (static_cast<std::size_t>(option) < options().size())
        choose(m_question, options()[static_cast<std::size_t>(option)]);
}

/// `value` is a copy: what it was taken from changes with the question.
void LabelBar::choose(Question question, std::string value)
{
    if (!m_figures.row())
        return;
    const bool isList = isListQuestion(question);
    m_recent.note({question, value});
    if (question == m_question && !m_firstAnswered)
        m_firstAnswered = question;
    const bool isLast = m_goesOn && isLastAnswer(question, value);
    Q_EMIT labelRequested({isList ? LabelIntent::Kind::ToggleClass : LabelIntent::Kind::Answer, question, value});
    if (isLast) {
        Q_EMIT completed(*m_figures.row());
        setQuestion(Question::PanelType);
        Q_EMIT nextFigureRequested();
    } else if (!isList && question == m_question) {
        step(1, false);
        if (isAnsweredBy(m_question, annotation::implied(question, {value}, m_taxonomy)))
            step(1, false);
    }
}

/// Whether what was just said answers this question as well; one's own answer of before stays, and is looked at.
bool LabelBar::isAnsweredBy(Question question, const Answers& more) const
{
    return !isListQuestion(question) && more[question] && m_selected == 0 && m_heads->own(question).empty();
}

/// Classes are several answers or, with this one, none.
void LabelBar::chooseNoClass()
{
    if (!m_figures.row() || !isListQuestion(m_question))
        return;
    if (!m_firstAnswered)
        m_firstAnswered = m_question;
    Q_EMIT labelRequested({LabelIntent::Kind::NoClass, m_question, {}});
    step(1, true);
}

/// Who answers all questions begins each figure at the first one; who answers a single one stays with it.
void LabelBar::beginFigure()
{
    if (const auto first = std::exchange(m_firstAnswered, std::nullopt))
        setQuestion(*first);
}

/// Of a figure that is answered but for this question; a change of mind is no last answer, and of a class list only
/// the annotator knows when it is complete.
bool LabelBar::isLastAnswer(Question question, const std::string& value) const
{
    const auto& detail = m_figures.detail();
    if (isListQuestion(question) || m_selected > 0 || !detail || detail->summary.row != m_figures.row())
        return false;
    const std::string annotator = toUtf8(m_session.annotator());
    const Answers more = annotation::implied(question, {value}, m_taxonomy);
    return !detail->labels.hasVoteOf(annotator, question)
           && std::all_of(allQuestions.begin(), allQuestions.end(), [&](Question other) {
                  return other == question || more[other] || detail->labels.hasVoteOf(annotator, other);
              });
}

void LabelBar::accept()
{
    if (!m_figures.row())
        return;
    Q_EMIT labelRequested({LabelIntent::Kind::Accept, m_question, {}});
    const auto& detail = m_figures.detail();
    if (!isListQuestion(m_question) && detail && detail->imported[m_question])
        step(1, false);
}

/// On to the last question, from which Enter goes to the next figure.
void LabelBar::acceptAll()
{
    if (!m_figures.row())
        return;
    m_firstAnswered = Question::PanelType;
    Q_EMIT labelRequested({LabelIntent::Kind::AcceptAll, m_question, {}});
    setQuestion(Question::Secondary);
}

const std::vector<std::string>& LabelBar::options() const
{
    return m_buttons->options();
}

QString LabelBar::enterHint() const
{
    const QString key = m_actions.keyText(ActionId::Proceed);
    if (key.isEmpty() || m_isEnterTaken)
        return {};
    if (m_question == Question::Secondary)
        return tr("%1 goes to the next figure", "a key").arg(key);
    const bool isOpening = m_enterOpens && !isListQuestion(m_question);
    return isOpening ? tr("%1 opens the figure", "a key").arg(key) : tr("%1 goes on", "a key").arg(key);
}

void LabelBar::proceed()
{
    if (m_enterOpens && !isListQuestion(m_question))
        Q_EMIT openRequested();
    else
        step(1, true);
}

void LabelBar::setEnterOpens(bool opens)
{
    m_enterOpens = opens;
    showOptions();
}

void LabelBar::setEnterTaken(bool isTaken)
{
    m_isEnterTaken = isTaken;
    showOptions();
}

void LabelBar::step(int direction, bool isToNextFigure)
{
    const int next = static_cast<int>(m_question) + direction;
    const bool isOver = next > static_cast<int>(Question::Secondary);
    setQuestion(static_cast<Question>((next + 4) % 4));
    if (isOver && isToNextFigure)
        Q_EMIT nextFigureRequested();
}

void LabelBar::setQuestion(Question question)
{
    m_question = question;
    showOptions();
}

void LabelBar::findClass()
{
    if (!m_figures.row())
        return;
    // Not a child of this bar: its single keys would work inside the finder.
    if (m_finder->parentWidget() != window())
        m_finder->setParent(window(), Qt::Popup);
    m_finder->openAt(m_heads->head(m_question)->mapToGlobal(QPoint()), m_question, m_recent, m_heads->own(m_question));
}

void LabelBar::openChords()
{
    if (m_figures.row())
        m_chords->open();
}

void LabelBar::setSelection(Rows figures, qint64 count)
{
    const bool wasSelection = std::exchange(m_selected, count) > 0;
    m_target->setSelected(count);
    m_common->setFigures(std::move(figures));
    if (wasSelection || count > 0)
        showFigure();
}

void LabelBar::setShownIsHit(bool isHit)
{
    m_target->setShownIsHit(isHit);
}

void LabelBar::showFigure()
{
    m_target->setRemark(m_selected > 0 ? annotation::FigureRemark() : ownRemark());
    if (m_selected > 0)
        m_heads->showCommon(m_common->answers());
    else
        m_heads->showFigure(m_figures.detail().get());
    setEnabled(m_figures.row().has_value());
    showOptions();
}

annotation::FigureRemark LabelBar::ownRemark() const
{
    annotation::FigureRemark remark;
    if (const auto& detail = m_figures.detail())
        for (const annotation::FigureRemark& one : detail->labels.remarks)
            if (one.annotator == toUtf8(m_session.annotator()))
                remark = one;
    return remark;
}

void LabelBar::showOptions()
{
    m_heads->setCurrent(m_question);
    m_target->setQuestion(m_question, enterHint());
    // The classes below the figure's global ones come first.
    const Answer& chosen = m_heads->own(Question::Primary);
    m_buttons->setOptions(m_question == Question::Secondary ? orderedLocalClasses(
                              m_taxonomy, chosen.empty() ? m_heads->effective(Question::Primary) : chosen)
                                                            : m_taxonomy.options(m_question),
                          isListQuestion(m_question));
    m_buttons->setChosen(
        m_heads->own(m_question)); // what others say or the shard carries stands in the question's head
}

void LabelBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFigure();
}

} // namespace biomedica::ui
