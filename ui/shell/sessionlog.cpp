#include "ui/shell/sessionlog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr std::size_t classesShown = 20;
constexpr QSize dialogSize(460, 420);

} // namespace

SessionLog::SessionLog(Session& session, DecisionController& decisions, QObject* parent)
    : QObject(parent), m_summing(session.pool(), this)
{
    connect(&decisions, &DecisionController::decided, this, &SessionLog::note);
    const auto begin = [this] { m_events.clear(); };
    connect(&session, &Session::collectionOpened, this, begin);
    connect(&session, &Session::annotatorChanged, this, begin); // one person's numbers are not another's
}

void SessionLog::note(const SharedOutcome& outcome)
{
    SessionEvent event;
    event.at = std::chrono::milliseconds(outcome->savedAt.toMSecsSinceEpoch());
    event.decision = outcome->receipt.decision;
    switch (outcome->kind) {
    case Outcome::Kind::Undone: event.kind = SessionEvent::Kind::Undone; break;
    case Outcome::Kind::Redone: event.kind = SessionEvent::Kind::Redone; break;
    case Outcome::Kind::Decided:
    case Outcome::Kind::Repeated:
        event.content = outcome->receipt.entry.decision;
        event.rows = outcome->receipt.rows;
        break;
    }
    m_events.push_back(std::move(event));
}

QString SessionLog::text(const SessionSummary& summary)
{
    const auto minutes = [](std::chrono::milliseconds time) {
        return static_cast<int>(std::chrono::round<std::chrono::minutes>(time).count());
    };
    QStringList lines = {
        tr("Figures labelled: %1").arg(withThousands(summary.figures)),
        tr("Decisions: %1").arg(withThousands(summary.decisions)),
        tr("Time at work, breaks of over two minutes left out: %n minute(s)", nullptr, minutes(summary.activeTime))};
    lines += summary.figuresPerHour() > 0 ? tr("Figures per hour: %L1").arg(summary.figuresPerHour(), 0, 'f', 0)
                                          : tr("Figures per hour: too early to tell");
    lines += tr("Undone: %1 (%L2 % of the decisions)")
                 .arg(withThousands(summary.undos))
                 .arg(100 * summary.undoRate(), 0, 'f', 1);
    lines += tr("Longest run without a break: %n minute(s), decisions: %1", nullptr, minutes(summary.longestRun))
                 .arg(withThousands(summary.longestRunDecisions));
    if (!summary.classes.empty())
        lines << QString() << tr("Figures by answer:");
    for (std::size_t i = 0; i < std::min(classesShown, summary.classes.size()); ++i)
        lines += QStringLiteral("  %1  %2")
                     .arg(withThousands(summary.classes[i].second), fromUtf8(summary.classes[i].first));
    if (summary.classes.size() > classesShown)
        lines += QStringLiteral("  …");
    return lines.join(QLatin1Char('\n'));
}

void SessionLog::showSummary(QWidget* window)
{
    m_summing.start([events = m_events](std::stop_token) { return summaryOf(events); },
                    [window](const SessionSummary& summary) { openDialog(summary, window); });
}

void SessionLog::openDialog(const SessionSummary& summary, QWidget* window)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("This session"));
    auto* layout = new QVBoxLayout(dialog);
    auto* field = new QPlainTextEdit(text(summary));
    field->setReadOnly(true);
    field->setAccessibleName(dialog->windowTitle());
    layout->addWidget(field);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, field, [field] { QApplication::clipboard()->setText(field->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->resize(dialogSize * textScale());
    dialog->open();
}

} // namespace biomedica::ui
