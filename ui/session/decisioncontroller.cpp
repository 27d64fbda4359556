#include "ui/session/decisioncontroller.h"

#include "ui/common/markedtext.h"
#include "ui/session/ruleddecision.h"
#include "ui/session/wording.h"

#include <algorithm>

namespace biomedica::ui {

using annotation::FigureLabels;
using journal::Decision;
using workspace::FigureDetail;

namespace {

constexpr int newsEveryMs = 400; // others' decisions show within a second

Answer ownAnswer(const FigureLabels& labels, Question question, const std::string& annotator)
{
    for (const annotation::FigureVote& vote : labels.votes)
        if (vote.question == question && vote.annotator == annotator)
            return vote.answer;
    return {};
}

std::array<Answer, 4> ownAnswers(const FigureLabels& labels, const std::string& annotator)
{
    std::array<Answer, 4> answers;
    for (const Question question : allQuestions)
        answers[static_cast<std::size_t>(question)] = ownAnswer(labels, question, annotator);
    return answers;
}

Decision importedDecision(const FigureDetail& detail, const std::vector<Question>& questions)
{
    Decision decision;
    for (const Question question : questions)
        if (detail.imported[question])
            decision[question] = journal::Vote{false, *detail.imported[question]};
    return decision;
}

annotation::FigureRemark ownRemark(const FigureLabels& labels, const std::string& annotator)
{
    for (const annotation::FigureRemark& remark : labels.remarks)
        if (remark.annotator == annotator)
            return remark;
    return {};
}

} // namespace

DecisionController::DecisionController(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_line(m_writer, this, Background::Policy::InOrder),
      m_news(session.pool(), this)
{
    m_writer.setMaxThreadCount(1);
    m_newsTimer.setInterval(newsEveryMs);
    connect(&m_newsTimer, &QTimer::timeout, this, &DecisionController::lookForNews);
    connect(&session, &Session::collectionOpened, this, [this] {
        m_toRepeat = std::make_shared<std::optional<Decision>>();
        m_lastFigures = {};
        m_contradictions.clear();
        m_seen.reset();
        m_newsTimer.start();
        lookForNews(); // from which moment on things are news
    });
    connect(&session, &Session::collectionClosed, &m_newsTimer, &QTimer::stop);
}

/// What was decided gets written, whatever else ends.
DecisionController::~DecisionController()
{
    m_writer.waitForDone();
}

void DecisionController::start(Outcome::Kind kind, Work work)
{
    if (!m_session.workspace())
        return;
    struct Written {
        Result<Made> made;
        std::shared_ptr<const query::Snapshot> snapshot;
    };
    m_line.start(
        [kind, workspace = m_session.workspace(), work = std::move(work), toRepeat = m_toRepeat](std::stop_token) {
            Written written{work(*workspace), nullptr};
            if (kind == Outcome::Kind::Decided && written.made && written.made->asked)
                *toRepeat = written.made->asked;
            if (auto now = workspace->snapshot(); written.made && now)
                written.snapshot = std::move(*now);
            return written;
        },
        [this, kind, workspace = m_session.workspace()](Written written) {
            if (workspace != m_session.workspace())
                return; // on disk, but not in what is shown now
            if (!written.made) {
                const QString message = fromUtf8(written.made.error().message());
                if (written.made.error().kind() == ErrorKind::Cancelled)
                    Q_EMIT nothingDone(message);
                else
                    Q_EMIT failed(message);
                return;
            }
            if (written.snapshot)
                m_session.setTaxonomy(written.snapshot->taxonomy);
            m_contradictions = written.made->contradictions;
            Q_EMIT decided(std::make_shared<const Outcome>(Outcome{
                kind, std::move(written.made->receipt), std::move(written.made->before), std::move(written.snapshot),
                QDateTime::currentDateTime(), std::move(written.made->contradictions)}));
        });
}

void DecisionController::lookForNews()
{
    if (!m_session.workspace() || m_news.isBusy())
        return;
    m_news.start([workspace = m_session.workspace(),
                  seen = m_seen.value_or(0)](std::stop_token) { return workspace->newsSince(seen); },
                 [this, workspace = m_session.workspace()](Result<workspace::News> news) {
                     // What cannot be read now is read next time; whoever decides is told.
                     if (workspace != m_session.workspace() || !news)
                         return;
                     const bool isFirst = !m_seen.has_value();
                     const bool isNew = m_seen != news->version;
                     m_seen = news->version;
                     if (isFirst || !isNew)
                         return;
                     m_session.setTaxonomy(news->snapshot->taxonomy);
                     Q_EMIT newsArrived(std::make_shared<const workspace::News>(std::move(*news)));
                 });
}

void DecisionController::noteFigure(const LabelTarget& target)
{
    if (target.rows.size() == 1 && m_lastFigures[0] != target.base)
        m_lastFigures = {target.base, m_lastFigures[0]};
}

void DecisionController::decide(LabelTarget target, Maker maker, Outcome::Kind kind)
{
    noteFigure(target);
    start(kind,
          [target = std::move(target), maker = std::move(maker),
           annotator = toUtf8(m_session.annotator())](workspace::Workspace& workspace) -> Result<Made> {
              TRY(const FigureDetail detail, workspace.detail(target.base));
              TRY(Decision decision, maker(detail, annotator));
              return write(workspace, target, detail, std::move(decision), annotator);
          });
}

Result<DecisionController::Made> DecisionController::write(workspace::Workspace& workspace, const LabelTarget& target,
                                                           const FigureDetail& base, Decision decision,
                                                           const std::string& annotator)
{
    const auto source = target.rows.size() > 1 ? journal::Source::Bulk : journal::Source::Hand;
    TRY(RuledDecision whole, ruled(workspace, {annotator, target.rows, decision, source}));
    TRY(workspace::LabelReceipt receipt, workspace.decide(std::move(whole.requests)));
    return Made{std::move(receipt), ownAnswers(base.labels, annotator), std::move(decision),
                std::move(whole.contradictions)};
}

void DecisionController::answer(LabelTarget target, Question question, const std::string& value)
{
    decide(std::move(target), [=](const FigureDetail&, const std::string&) -> Result<Decision> {
        Decision decision;
        decision[question] = journal::Vote{false, {value}};
        return decision;
    });
}

void DecisionController::answerNoClass(LabelTarget target, Question question)
{
    decide(std::move(target), [=](const FigureDetail&, const std::string&) -> Result<Decision> {
        Decision decision;
        decision[question] = journal::Vote{false, {}};
        return decision;
    });
}

void DecisionController::toggleClass(LabelTarget target, Question question, const std::string& name)
{
    decide(std::move(target), [=](const FigureDetail& base, const std::string& annotator) -> Result<Decision> {
        Answer classes = ownAnswer(base.labels, question, annotator);
        if (std::erase(classes, name) == 0)
            classes.push_back(name);
        Decision decision;
        // A set toggled back to empty is no answer again, rather than the answer "no class".
        decision[question] = journal::Vote{classes.empty(), std::move(classes)};
        return decision;
    });
}

void DecisionController::accept(LabelTarget target, Question question)
{
    acceptImported(std::move(target), {question},
                   tr("The shard has no answer to accept for “%1”").arg(Wording::questionName(question)));
}

void DecisionController::acceptAll(LabelTarget target)
{
    acceptImported(std::move(target), {allQuestions.begin(), allQuestions.end()},
                   tr("The shard has no answers to accept for this figure"));
}

/// What the shard says differs from figure to figure: one decision for those of which it says the same, all in one go.
void DecisionController::acceptImported(LabelTarget target, std::vector<Question> questions, const QString& nothing)
{
    noteFigure(target);
    start(Outcome::Kind::Decided,
          [target = std::move(target), questions = std::move(questions), annotator = toUtf8(m_session.annotator()),
           nothing = toUtf8(nothing),
           hidden = toUtf8(tr("You work blind: what the shard says is hidden until you have answered"))](
              workspace::Workspace& workspace) -> Result<Made> {
              bool isAnyHidden = false;
              std::vector<workspace::LabelRequest> requests;
              std::array<Answer, 4> before;
              constexpr auto source = journal::Source::Imported;
              for (const RowId row : target.rows) {
                  TRY(const FigureDetail detail, workspace.detail(row));
                  if (row == target.base)
                      before = ownAnswers(detail.labels, annotator);
                  for (const Question question : questions)
                      isAnyHidden |= detail.isHidden[static_cast<std::size_t>(question)];
                  const Decision decision = importedDecision(detail, questions);
                  if (decision.isEmpty())
                      continue;
                  const auto same = std::find_if(requests.begin(), requests.end(),
                                                 [&](const auto& request) { return request.decision == decision; });
                  if (same != requests.end())
                      same->rows.push_back(row);
                  else
                      requests.push_back({annotator, {row}, decision, source});
              }
              if (requests.empty())
                  return Error(ErrorKind::Cancelled, isAnyHidden ? hidden : nothing);
              // Several different decisions in one go are nothing to repeat elsewhere.
              const auto asked = requests.size() == 1 ? std::optional(requests.front().decision) : std::nullopt;
              TRY(workspace::LabelReceipt receipt, workspace.decide(std::move(requests)));
              return Made{std::move(receipt), std::move(before), asked, {}};
          });
}

void DecisionController::clearAnswer(LabelTarget target, Question question)
{
    decide(std::move(target), [=](const FigureDetail&, const std::string&) -> Result<Decision> {
        Decision decision;
        decision[question] = journal::Vote{true, {}};
        return decision;
    });
}

void DecisionController::toggleUnsure(LabelTarget target)
{
    decide(std::move(target), [](const FigureDetail& base, const std::string& annotator) -> Result<Decision> {
        Decision decision;
        const bool isUnsure = ownRemark(base.labels, annotator).status == journal::Status::Unsure;
        decision.status = isUnsure ? journal::Status::None : journal::Status::Unsure;
        return decision;
    });
}

void DecisionController::skip(LabelTarget target)
{
    decide(std::move(target), [](const FigureDetail&, const std::string&) -> Result<Decision> {
        Decision decision;
        decision.status = journal::Status::Skipped;
        return decision;
    });
}

void DecisionController::toggleFlag(LabelTarget target)
{
    decide(std::move(target), [](const FigureDetail& base, const std::string& annotator) -> Result<Decision> {
        Decision decision;
        decision.isFlagged = !ownRemark(base.labels, annotator).isFlagged;
        return decision;
    });
}

void DecisionController::setNote(LabelTarget target, const std::string& note)
{
    decide(std::move(target), [=](const FigureDetail&, const std::string&) -> Result<Decision> {
        Decision decision;
        decision.note = note;
        return decision;
    });
}

void DecisionController::repeat(LabelTarget target)
{
    decide(
        std::move(target),
        [toRepeat = m_toRepeat, nothing = toUtf8(tr("There is no label to repeat yet"))](
            const FigureDetail&, const std::string&) -> Result<Decision> {
            if (!*toRepeat)
                return Error(ErrorKind::Cancelled, nothing);
            return **toRepeat;
        },
        Outcome::Kind::Repeated);
}

void DecisionController::repeatFigure(LabelTarget target)
{
    const auto source = m_lastFigures[0] == target.base ? m_lastFigures[1] : m_lastFigures[0];
    if (!source) {
        Q_EMIT nothingDone(tr("No figure before this one has been labelled yet"));
        return;
    }
    noteFigure(target);
    start(Outcome::Kind::Repeated,
          [source = *source, target = std::move(target), annotator = toUtf8(m_session.annotator()),
           nothing = toUtf8(tr("The figure before has no answers of yours"))](
              workspace::Workspace& workspace) -> Result<Made> {
              TRY(const FigureDetail before, workspace.detail(source));
              TRY(const FigureDetail base, workspace.detail(target.base));
              Decision decision;
              for (const annotation::FigureVote& vote : before.labels.votes)
                  if (vote.annotator == annotator)
                      decision[vote.question] = journal::Vote{false, vote.answer};
              if (decision.isEmpty())
                  return Error(ErrorKind::Cancelled, nothing);
              return write(workspace, target, base, std::move(decision), annotator);
          });
}

void DecisionController::mend()
{
    std::vector<workspace::LabelRequest> requests;
    for (const workspace::Contradiction& contradiction : m_contradictions)
        if (auto request = mending(contradiction, toUtf8(m_session.annotator())))
            requests.push_back(std::move(*request));
    if (requests.empty()) {
        Q_EMIT nothingDone(tr("There is no contradiction to resolve"));
        return;
    }
    m_contradictions.clear();
    start(Outcome::Kind::Decided, [requests](workspace::Workspace& workspace) -> Result<Made> {
        TRY(const FigureDetail detail, workspace.detail(requests.front().rows.front()));
        TRY(workspace::LabelReceipt receipt, workspace.decide(requests));
        return Made{std::move(receipt), ownAnswers(detail.labels, requests.front().annotator), {}, {}};
    });
}

void DecisionController::undo()
{
    toggleLast(Outcome::Kind::Undone, &workspace::Workspace::undo, tr("There is nothing to undo"));
}

void DecisionController::redo()
{
    toggleLast(Outcome::Kind::Redone, &workspace::Workspace::redo, tr("There is nothing to redo"));
}

void DecisionController::toggleLast(Outcome::Kind kind, Toggle toggle, const QString& nothing)
{
    start(kind,
          [toggle, annotator = toUtf8(m_session.annotator()),
           nothing = toUtf8(nothing)](workspace::Workspace& workspace) -> Result<Made> {
              auto receipt = (workspace.*toggle)(annotator, std::nullopt);
              if (!receipt && receipt.error().kind() == ErrorKind::NotFound)
                  return Error(ErrorKind::Cancelled, nothing);
              if (!receipt)
                  return receipt.error();
              Made made{std::move(*receipt), {}, {}, {}};
              if (made.receipt.rows.size() == 1) {
                  TRY(const FigureDetail now, workspace.detail(made.receipt.rows.front()));
                  made.before = ownAnswers(now.labels, annotator);
              }
              return made;
          });
}

void DecisionController::carryOut(Outcome::Kind kind, Change change)
{
    start(kind,
          [change = std::move(change),
           annotator = toUtf8(m_session.annotator())](workspace::Workspace& workspace) -> Result<Made> {
              TRY(workspace::LabelReceipt receipt, change(workspace, annotator));
              return Made{std::move(receipt), {}, std::nullopt, {}};
          });
}

} // namespace biomedica::ui
