// Labels, undo and redo. A decision is worked out and written on one background thread in the order
// in which it was made, so that a key pressed twice toggles twice; what shows it changes only when the
// journal has it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/session.h"

#include <QDateTime>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace biomedica::ui {

/// A decision on disk, and the labels as they are with it.
struct Outcome {
    enum class Kind { Decided, Repeated, Undone, Redone };
    Kind kind = Kind::Decided;
    workspace::LabelReceipt receipt;
    /// By Question: what the annotator said of the base figure until this decision, and says again after its undo.
    std::array<Answer, 4> before;
    std::shared_ptr<const query::Snapshot> snapshot;
    QDateTime savedAt;
    /// What it contradicts in the annotator's own answers; mend() takes the first way out of each.
    std::vector<workspace::Contradiction> contradictions;
};
using SharedOutcome = std::shared_ptr<const Outcome>;
/// What other windows and programs have decided on the same collection.
using SharedNews = std::shared_ptr<const workspace::News>;

/// What a decision is about.
struct LabelTarget {
    Rows rows;  ///< at least one
    RowId base; ///< whose answer a toggle begins with: the cursor's figure
    bool isSelection = false;
};

class DecisionController : public QObject {
    Q_OBJECT
public:
    explicit DecisionController(Session& session, QObject* parent = nullptr);
    ~DecisionController() override;

    void answer(LabelTarget target, Question question, const std::string& value);
    /// No class of this list fits: an answer, other than none at all.
    void answerNoClass(LabelTarget target, Question question);
    /// Puts the class into the annotator's own set or takes it out; the set begins empty.
    void toggleClass(LabelTarget target, Question question, const std::string& name);
    /// Makes what the shard says of each figure the annotator's own answer for it.
    void accept(LabelTarget target, Question question);
    /// The same for all questions, in one decision.
    void acceptAll(LabelTarget target);
    /// Takes back the annotator's answer.
    void clearAnswer(LabelTarget target, Question question);
    void toggleUnsure(LabelTarget target);
    void skip(LabelTarget target);
    void toggleFlag(LabelTarget target);
    /// "" removes the annotator's note.
    void setNote(LabelTarget target, const std::string& note);
    /// The last decision that was not an undo, on another target.
    void repeat(LabelTarget target);
    /// Takes the ways out of what the last decision contradicts, all as one decision.
    void mend();
    /// All that the annotator has answered of the figure that was last decided on before this one.
    void repeatFigure(LabelTarget target);

    void undo();
    void redo();
    using Change = std::function<Result<workspace::LabelReceipt>(workspace::Workspace&, const std::string& annotator)>;
    /// Anything else that changes labels, in its turn among the decisions.
    void carryOut(Outcome::Kind kind, Change change);

    bool isBusy() const { return m_line.isBusy(); }

Q_SIGNALS:
    void decided(const SharedOutcome& outcome);
    /// Others have decided something; looked for several times a second.
    void newsArrived(const SharedNews& news);
    /// Nothing was written.
    void failed(const QString& message);
    /// Nothing to undo, redo or accept: not an error.
    void nothingDone(const QString& message);

private:
    using Maker =
        std::function<Result<journal::Decision>(const workspace::FigureDetail& base, const std::string& annotator)>;
    struct Made {
        workspace::LabelReceipt receipt;
        std::array<Answer, 4> before;
        std::optional<journal::Decision> asked; ///< what repeat() repeats
        std::vector<workspace::Contradiction> contradictions;
    };
    using Work = std::function<Result<Made>(workspace::Workspace&)>;
    using Toggle = Result<workspace::LabelReceipt> (workspace::Workspace::*)(const std::optional<std::string>&,
                                                                             const std::optional<std::string>&);

    void decide(LabelTarget target, Maker maker, Outcome::Kind kind = Outcome::Kind::Decided);
    static Result<Made> write(workspace::Workspace& workspace, const LabelTarget& target,
                              const workspace::FigureDetail& base, journal::Decision decision,
                              const std::string& annotator);
    void noteFigure(const LabelTarget& target);
    void acceptImported(LabelTarget target, std::vector<Question> questions, const QString& nothing);
    void toggleLast(Outcome::Kind kind, Toggle toggle, const QString& nothing);
    void start(Outcome::Kind kind, Work work);
    void lookForNews();

    Session& m_session;
    QThreadPool m_writer; ///< one thread: decisions keep their order
    Background m_line;
    /// What repeat() repeats. Read and written by the decisions in their turn, on the writer's thread alone, so that a
    /// key pressed at once repeats the decision that is still being written.
    std::shared_ptr<std::optional<journal::Decision>> m_toRepeat = std::make_shared<std::optional<journal::Decision>>();
    std::array<std::optional<RowId>, 2> m_lastFigures;      ///< that were to be decided on alone, the latest first
    std::vector<workspace::Contradiction> m_contradictions; ///< of the last decision
    QTimer m_newsTimer;
    Background m_news;
    std::optional<std::uint64_t> m_seen; ///< version of the labels that everything shows
};

} // namespace biomedica::ui
