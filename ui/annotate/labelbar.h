// The four questions with the keys that answer them. Shows the answers of the cursor's figure; what a
// person presses becomes a LabelIntent for whoever knows what it is meant for.
//
// Thread contract: GUI thread.
#pragma once

#include "core/base/answers.h"
#include "ui/annotate/answerheads.h"
#include "ui/annotate/recentclasses.h"
#include "ui/session/figurecontroller.h"

#include <QWidget>
#include <optional>
#include <string>

namespace biomedica::ui {

class Actions;
enum class ActionId;
class ChordPanel;
class ClassFinder;
class OptionButtons;
class TargetPanel;

/// What somebody wants to say of a figure, whichever it is.
struct LabelIntent {
    enum class Kind {
        Answer,
        NoClass, ///< the empty set
        ToggleClass,
        Accept,
        AcceptAll,
        Clear,
        Unsure,
        Skip,
        Flag,
        Note,
        Repeat,
        RepeatFigure
    };
    Kind kind = Kind::Answer;
    Question question = Question::PanelType; ///< of Answer, NoClass, ToggleClass, Accept, Clear
    std::string value;                       ///< of Answer, ToggleClass, Note
};

class LabelBar : public QWidget {
    Q_OBJECT
public:
    LabelBar(Session& session, FigureController& figures, const Actions& actions, QWidget* parent = nullptr);

    Question question() const { return m_question; }
    void setQuestion(Question question);
    /// The options of the current question, in the order of their keys.
    const std::vector<std::string>& options() const;

    /// The keys hit `count` selected figures, which are `figures` or begin so; 0: the figure that is shown.
    void setSelection(Rows figures, qint64 count);
    /// Whether the figure that is shown is one of those that the keys hit.
    void setShownIsHit(bool isHit);
    /// Labels have changed, of whichever figures.
    void noteDecision() { m_common->readAgain(); }

    /// Whether Enter opens the figure where a question has a single answer; otherwise it moves on.
    void setEnterOpens(bool opens);
    /// Enter does something else meanwhile, of which somebody else tells.
    void setEnterTaken(bool isTaken);

    /// Whether the answer to the last open question goes on to the next figure.
    void setGoesOn(bool goesOn) { m_goesOn = goesOn; }

    /// Digits that `widget` gets answer the current question.
    void takeKeysOf(QWidget* widget);
    void leaveKeysOf(QWidget* widget) { widget->removeEventFilter(this); }

    ClassFinder* finder() const { return m_finder; }
    ChordPanel* chords() const { return m_chords; }
    const RecentClasses& recent() const { return m_recent; }
    const TargetPanel* target() const { return m_target; }
    const QuestionHead* head(Question question) const { return m_heads->head(question); }

Q_SIGNALS:
    void labelRequested(const biomedica::ui::LabelIntent& intent);
    void nextFigureRequested();
    /// With this answer the annotator has answered all questions about the figure.
    void completed(RowId figure);
    void openRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    bool handleKey(const QKeyEvent& event);
    void chooseOption(int option);
    void choose(Question question, std::string value);
    bool isAnsweredBy(Question question, const Answers& more) const;
    bool isLastAnswer(Question question, const std::string& value) const;
    void chooseNoClass();
    void beginFigure();
    void accept();
    void acceptAll();
    void proceed();
    QString enterHint() const;
    void step(int direction, bool isToNextFigure);
    void findClass();
    void openChords();
    void showFigure();
    annotation::FigureRemark ownRemark() const;
    void showOptions();

    const annotation::Taxonomy& m_taxonomy;
    Session& m_session;
    FigureController& m_figures;
    const Actions& m_actions;
    Question m_question = Question::PanelType;
    /// Where the answers to the figure that is shown began; the next figure begins there too.
    std::optional<Question> m_firstAnswered;
    bool m_enterOpens = true, m_isEnterTaken = false;
    bool m_goesOn = false;
    CommonAnswers* m_common;
    AnswerHeads* m_heads;
    qint64 m_selected = 0; ///< figures
    TargetPanel* m_target;
    OptionButtons* m_buttons;
    ClassFinder* m_finder;
    ChordPanel* m_chords;
    RecentClasses m_recent;
};

} // namespace biomedica::ui
