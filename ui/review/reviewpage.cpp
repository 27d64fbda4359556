#include "ui/review/reviewpage.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/review/answercard.h"
#include "ui/review/readingparts.h"
#include "ui/review/reviewbuttons.h"
#include "ui/session/wording.h"

#include <QApplication>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace biomedica::ui {

namespace {

constexpr int titleSize = 14;
constexpr int captionLines = 6;

} // namespace

ReviewPage::ReviewPage(Session& session, DecisionController& decisions, const Actions& actions, QWidget* picture,
                       QWidget* parent)
    : QWidget(parent), m_session(session), m_decisions(decisions), m_queue(new ReviewQueue(session, this)),
      m_votes(new VotesPane), m_progress(new QLabel), m_empty(makeMutedLabel({})), m_reading(session.pool(), this)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Review"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(4 * measure::margin);
    auto* body = new QWidget;
    auto* columns = new QSplitter;
    columns->setChildrenCollapsible(false);
    columns->setHandleWidth(measure::margin);
    columns->addWidget(makeFigureSide(picture));
    columns->addWidget(m_votes);
    columns->setStretchFactor(0, 5);
    columns->setStretchFactor(1, 6);
    columns->setSizes({500, 600});
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(measure::gap);
    bodyLayout->addWidget(columns, 1);
    bodyLayout->addWidget(makeLine());
    auto* buttons = new ReviewButtons(actions);
    connect(buttons, &ReviewButtons::acceptRequested, this, &ReviewPage::accept);
    connect(buttons, &ReviewButtons::sendBackRequested, this, &ReviewPage::sendBack);
    connect(buttons, &ReviewButtons::reopenRequested, this, &ReviewPage::reopen);
    connect(buttons, &ReviewButtons::moveRequested, this, &ReviewPage::moveBy);
    bodyLayout->addWidget(buttons);

    auto* pages = new QWidget;
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(body);
    m_progress->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::gap);
    layout->setSpacing(measure::gap);
    layout->addWidget(m_progress);
    layout->addWidget(pages, 1);

    connect(m_votes, &VotesPane::answerChosen, this, &ReviewPage::adjudicate);
    connect(m_queue, &ReviewQueue::changed, this, &ReviewPage::takeQueue);
    connect(m_queue, &ReviewQueue::failed, this, &ReviewPage::failed);
    connect(&decisions, &DecisionController::decided, this, &ReviewPage::noteOutcome);
    connect(&decisions, &DecisionController::failed, this, [this] { m_then = Then::Stay; });
    connect(&decisions, &DecisionController::newsArrived, this, [this] {
        if (!m_isActive)
            return;
        m_queue->refresh();
        read();
    });
    connect(&session, &Session::contentChanged, this, [this] {
        if (m_isActive)
            begin();
    });
    connect(&session, &Session::collectionClosed, this, &ReviewPage::end);
}

QWidget* ReviewPage::makeFigureSide(QWidget* picture)
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::gap);
    m_title = addReadingText(layout, tr("Figure"));
    setTextFont(m_title, titleSize, true);
    picture->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(picture, 1);
    auto* words = new QWidget;
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, measure::gap, 0);
    wordsLayout->setSpacing(0);
    m_caption = addReadingText(wordsLayout, tr("Caption"));
    wordsLayout->addStretch(1);
    QScrollArea* scroll = makePlainScroll(words, tr("Caption"));
    scroll->setFixedHeight(captionLines * QFontMetrics(textFont(measure::textSize)).lineSpacing());
    layout->addWidget(scroll);
    return side;
}

void ReviewPage::begin()
{
    m_isActive = true;
    m_then = Then::Stay;
    m_queue->clear();
    show(std::nullopt);
    m_queue->refresh();
}

void ReviewPage::end()
{
    m_isActive = false;
    m_queue->clear();
    show(std::nullopt);
}

/// What is looked at stays, though it may be done with.
void ReviewPage::takeQueue()
{
    if (!m_row && !m_queue->rows().empty())
        show(m_queue->rows().front());
    showProgress();
    showEmpty();
    Q_EMIT settled();
}

void ReviewPage::show(std::optional<RowId> row)
{
    if (row == m_row && m_detail)
        return;
    m_row = row;
    m_detail.reset();
    m_votes->setCurrent(std::nullopt);
    m_reading.cancel();
    Q_EMIT figureChanged(row);
    showEmpty();
    read();
}

void ReviewPage::read()
{
    if (!m_row || !m_session.workspace())
        return;
    struct Read {
        std::shared_ptr<const workspace::FigureDetail> detail;
        std::vector<workspace::HistoryEntry> history;
    };
    m_reading.start(
        [workspace = m_session.workspace(), row = *m_row](std::stop_token) -> Result<Read> {
            Read found;
            TRY(workspace::FigureDetail detail, workspace->detail(row));
            found.detail = std::make_shared<const workspace::FigureDetail>(std::move(detail));
            workspace::HistoryFilter filter;
            filter.figure = row;
            TRY(found.history, workspace->history(filter));
            return found;
        },
        [this](Result<Read> found) {
            if (!found) {
                Q_EMIT failed(fromUtf8(found.error().message()));
                return;
            }
            m_detail = std::move(found->detail);
            m_history = std::move(found->history);
            showDetail();
            Q_EMIT settled();
        });
}

void ReviewPage::showDetail()
{
    if (!m_detail)
        return;
    if (m_votes->isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason); // the cards are about to go
    const workspace::FigureSummary& summary = m_detail->summary;
    m_title->setText(summary.pmcid.empty()
                         ? fromUtf8(summary.key)
                         : tr("%1 · %2", "key, article").arg(fromUtf8(summary.key), fromUtf8(summary.pmcid)));
    m_caption->setText(fromUtf8(summary.caption));
    m_votes->setFigure(*m_detail, m_history, m_session.taxonomy());
    const auto current = m_votes->current();
    if (current && m_votes->question(*current)->hasAnswers() && m_then != Then::NextDispute) {
        m_votes->setCurrent(current);
        return;
    }
    const auto disputed = m_votes->firstDisputed();
    if (std::exchange(m_then, Then::Stay) == Then::NextDispute && !disputed)
        goOn();
    else
        m_votes->setCurrent(disputed ? disputed : m_votes->firstAnswered());
}

void ReviewPage::showProgress()
{
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    QStringList parts{
        tr("%1 of %2 disputed left").arg(withThousands(m_queue->disputed()), withThousands(m_queue->mostDisputed()))};
    if (m_queue->sentBack() > 0)
        parts += tr("%Ln sent back", nullptr, number(m_queue->sentBack()));
    if (m_queue->marked() > 0)
        parts += tr("%Ln flagged or unsure", nullptr, number(m_queue->marked()));
    m_progress->setText(QStringLiteral("<b>%1</b>  ·  %2").arg(tr("Review"), parts.join(QStringLiteral("  ·  "))));
}

QString ReviewPage::progressText() const
{
    return m_progress->text();
}

QString ReviewPage::emptyText() const
{
    return m_pages->currentIndex() == 0 ? m_empty->text() : QString();
}

void ReviewPage::showEmpty()
{
    m_pages->setCurrentIndex(m_row ? 1 : 0);
    m_progress->setVisible(!m_queue->isBlind());
    if (m_queue->isBusy())
        m_empty->setText(tr("Looking for figures to review…"));
    else if (m_queue->isBlind())
        m_empty->setText(tr("You work blind, so the votes of others are hidden. Switch that off in the menu, under "
                            "Experts, to review."));
    else
        m_empty->setText(tr("Nothing to review: no figure is disputed, sent back, flagged or unsure. Figures come here "
                            "when annotators disagree; their votes are merged in the menu, under Experts."));
}

void ReviewPage::adjudicate(Question question, const Answer& answer)
{
    if (!m_row || m_decisions.isBusy())
        return;
    m_then = Then::NextDispute;
    m_decisions.carryOut(Outcome::Kind::Decided,
                         [row = *m_row, question, answer](workspace::Workspace& workspace, const std::string& by) {
                             workspace::LabelRequest request{by, {row}, {}, journal::Source::Adjudicated};
                             request.decision[question] = journal::Vote{false, answer};
                             return workspace.decide(std::move(request));
                         });
}

void ReviewPage::review(annotation::Verdict verdict, const QString& comment, Then then)
{
    if (!m_row || m_decisions.isBusy())
        return;
    m_then = then;
    m_decisions.carryOut(Outcome::Kind::Decided, [row = *m_row, verdict, comment = toUtf8(comment)](
                                                     workspace::Workspace& workspace, const std::string& by) {
        return workspace.review(by, {row}, annotation::Review{verdict, comment});
    });
}

/// What is accepted holds; where nothing does, somebody has to say what shall.
void ReviewPage::accept()
{
    if (!m_detail)
        return;
    for (const Question question : allQuestions)
        if (m_detail->labels[question].agreement == annotation::Agreement::Undecided) {
            m_votes->setCurrent(question);
            Q_EMIT noted(tr("There is no majority on “%1”: choose an answer by its number, or send the figure back")
                             .arg(Wording::questionName(question)));
            return;
        }
    review(annotation::Verdict::Accepted, {}, Then::NextFigure);
}

void ReviewPage::reopen()
{
    review(annotation::Verdict::Reopened, {}, Then::Stay);
}

void ReviewPage::sendBack()
{
    if (!m_row)
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Send back"));
    dialog->setLabelText(tr("What should the annotators look at again?"));
    dialog->setOkButtonText(tr("Send back"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& comment) {
        review(annotation::Verdict::SentBack, comment.trimmed(), Then::NextFigure);
    });
    dialog->open();
}

void ReviewPage::noteOutcome(const SharedOutcome& outcome)
{
    if (!m_isActive)
        return;
    const Rows& rows = outcome->receipt.rows;
    const bool isUndoing = outcome->kind == Outcome::Kind::Undone || outcome->kind == Outcome::Kind::Redone;
    m_following = m_row ? m_queue->neighbour(*m_row, 1) : std::nullopt; // the queue without this one is on its way
    m_queue->refresh();
    if (isUndoing && rows.size() == 1 && m_row != rows.front()) {
        m_then = Then::Stay;
        show(rows.front());
    } else if (m_row && std::find(rows.begin(), rows.end(), *m_row) != rows.end()) {
        if (m_then == Then::NextFigure)
            goOn();
        else
            read();
    }
}

/// By the order in which the figures stood; from the last one to those that were left out.
void ReviewPage::goOn()
{
    m_then = Then::Stay;
    show(m_following == m_row ? std::nullopt : m_following);
    m_queue->refresh();
}

void ReviewPage::moveBy(int figures)
{
    if (!m_row)
        return;
    if (const auto next = m_queue->neighbour(*m_row, figures))
        show(next);
    else
        Q_EMIT noted(figures > 0 ? tr("This is the last figure to review") : tr("This is the first figure to review"));
}

void ReviewPage::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int digit = event->key() - Qt::Key_0;
    if (const auto current = m_votes->current(); isPlain && current && digit >= 1 && digit <= 9) {
        const QList<AnswerCard*>& cards = m_votes->question(*current)->cards();
        if (!event->isAutoRepeat() && digit <= cards.size())
            adjudicate(*current, cards[digit - 1]->answer());
        return;
    }
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_Down: m_votes->moveBy(1); break;
    case Qt::Key_Up: m_votes->moveBy(-1); break;
    case Qt::Key_Right:
    case Qt::Key_PageDown: moveBy(1); break;
    case Qt::Key_Left:
    case Qt::Key_PageUp: moveBy(-1); break;
    default: QWidget::keyPressEvent(event);
    }
}

void ReviewPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_detail)
        showDetail();
}

} // namespace biomedica::ui
