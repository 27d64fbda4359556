#include "ui/exporting/exportdialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/queryedit.h"
#include "ui/session/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace biomedica::ui {

namespace {

constexpr int progressSteps = 1000;

} // namespace

ExportDialog::ExportDialog(Session& session, JobController& jobs, const query::Query& query,
                           std::optional<std::size_t> shown, QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_query(query), m_shown(shown), m_which(new QComboBox),
      m_labels(new QComboBox), m_folder(new QLineEdit),
      m_onlyLabelled(new QCheckBox(tr("Only figures that somebody has labelled"))),
      m_withoutCopies(new QCheckBox(tr("Of identical pictures only one"))),
      m_replace(new QCheckBox(tr("Replace an earlier export in this folder"))), m_perShard(new QSpinBox),
      m_summary(new QLabel), m_message(makeOutcomeLabel()), m_progress(new QProgressBar),
      m_export(new QPushButton(tr("Export"))), m_close(new QPushButton(tr("Close"))), m_job(new OwnJob(jobs, this)),
      m_counting(session.pool(), this)
{
    setWindowTitle(tr("Export"));
    build();
    connect(m_which, &QComboBox::currentIndexChanged, this, &ExportDialog::count);
    connect(m_onlyLabelled, &QCheckBox::toggled, this, &ExportDialog::count);
    connect(m_withoutCopies, &QCheckBox::toggled, this, &ExportDialog::count);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::updateButtons);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_job, &OwnJob::progressed, this, &ExportDialog::showProgress);
    connect(&m_jobs, &JobController::exported, this, &ExportDialog::showExported);
    connect(m_job, &OwnJob::failed, this, [this](const QString& message) { showOutcome(m_message, message, true); });
    connect(m_job, &OwnJob::cancelled, this,
            [this] { showOutcome(m_message, tr("Cancelled. Nothing was written."), false); });
    connect(m_job, &OwnJob::ended, this, &ExportDialog::updateButtons);
    count();
}

void ExportDialog::build()
{
    const QString text = fromUtf8(query::toText(m_query));
    if (!text.isEmpty())
        m_which->addItem(
            tr("The figures found by: %1").arg(QFontMetrics(font()).elidedText(text, Qt::ElideRight, 320)));
    m_which->addItem(tr("The whole collection"));
    m_labels->addItem(tr("What most annotators say (consensus)"));
    m_labels->addItem(tr("Only my labels (%1)").arg(m_session.annotator()));
    m_perShard->setRange(1, 1'000'000);
    m_perShard->setValue(10'000);
    m_perShard->setGroupSeparatorShown(true);
    m_folder->setPlaceholderText(tr("A new or empty folder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto* browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    auto* folderLine = new QHBoxLayout;
    folderLine->addWidget(m_folder, 1);
    folderLine->addWidget(browse);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(measure::margin);
    form->setVerticalSpacing(measure::gap);
    form->addRow(tr("Figures"), m_which);
    form->addRow(QString(), m_onlyLabelled);
    form->addRow(QString(), m_withoutCopies);
    form->addRow(tr("Labels"), m_labels);
    form->addRow(tr("Folder"), folderLine);
    form->addRow(QString(), m_replace);
    form->addRow(tr("Figures per shard"), m_perShard);

    auto* buttons = new QHBoxLayout;
    m_summary->setWordWrap(true);
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    m_close->setAutoDefault(false);
    m_export->setDefault(true);
    m_summary->setProperty("isMuted", true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    resize(scaled(560), sizeHint().height()); // never less than the words need: the layout sees to it
}

query::Query ExportDialog::chosenQuery() const
{
    const bool isWhole = m_which->currentIndex() == m_which->count() - 1;
    query::Query chosen = isWhole ? query::Query{} : m_query;
    chosen.sort.reset();
    return chosen;
}

void ExportDialog::count()
{
    m_count = -1;
    m_summary->setText(tr("counting…"));
    updateButtons();
    const query::Query chosen =
        m_onlyLabelled->isChecked() ? narrowedBy(chosenQuery(), query::Trait::Labelled) : chosenQuery();
    struct Counts {
        std::size_t found = 0, exported = 0;
    };
    m_counting.start(
        [workspace = m_session.workspace(), chosen, all = chosenQuery()](std::stop_token stop) -> Result<Counts> {
            Counts counts;
            TRY(counts.found, workspace->count(all, Job{stop, {}}));
            TRY(counts.exported, workspace->count(chosen, Job{stop, {}}));
            return counts;
        },
        [this](Result<Counts> counted) {
            if (!counted) {
                showOutcome(m_message, fromUtf8(counted.error().message()), true);
                return;
            }
            m_count = static_cast<qint64>(counted->exported);
            m_summary->setText(summary(counted->found, counted->exported));
            updateButtons();
            Q_EMIT countChanged();
        });
}

/// Says why the number is another one than that in the window, or nothing at all.
QString ExportDialog::summary(std::size_t found, std::size_t exported) const
{
    if (found == 0)
        return tr("Nothing to export: no figure matches this search any more");
    if (exported == 0)
        return tr("Nothing to export: none of these %Ln figure(s) is labelled", nullptr, static_cast<int>(found));
    const bool isSearch = m_which->currentIndex() < m_which->count() - 1;
    if (isSearch && m_shown && found != *m_shown)
        return tr("%1; %2 were found before labels changed")
            .arg(Wording::figures(exported), withThousands(static_cast<qulonglong>(*m_shown)));
    if (m_withoutCopies->isChecked())
        return tr("%1 without their copies").arg(Wording::figures(exported));
    return Wording::figures(exported);
}

QString ExportDialog::summaryText() const
{
    return m_summary->text();
}

void ExportDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::start()
{
    workspace::ExportRequest request;
    request.folder = toPath(QDir::cleanPath(m_folder->text().trimmed()));
    request.query = chosenQuery();
    if (m_labels->currentIndex() == 1)
        request.labels.annotator = toUtf8(m_session.annotator());
    request.isOnlyLabelled = m_onlyLabelled->isChecked();
    request.isWithoutCopies = m_withoutCopies->isChecked();
    request.isForced = m_replace->isChecked();
    request.figuresPerShard = m_perShard->value();
    m_message->hide();
    m_progress->setValue(0);
    m_job->begin();
    m_jobs.exportTo(request);
    updateButtons();
}

void ExportDialog::showProgress(const JobProgress& progress)
{
    if (progress.total == 0)
        return;
    m_progress->setValue(static_cast<int>(progress.done * progressSteps / progress.total));
    m_summary->setText(tr("%1 of %2").arg(withThousands(progress.done), withThousands(progress.total)));
}

void ExportDialog::showExported(const ExportOutcome& outcome)
{
    if (!m_job->isOurs())
        return;
    const bool isWhole = outcome.check.problems.empty();
    const QString shards =
        outcome.summary.shards == 1 ? tr("1 shard") : tr("%1 shards").arg(withThousands(outcome.summary.shards));
    QString text = tr("Exported %1, %2 of them labelled, into %3 (%4). ")
                       .arg(Wording::figures(outcome.summary.figures), withThousands(outcome.summary.labelled), shards,
                            Wording::byteCount(static_cast<double>(outcome.summary.bytes)));
    if (isWhole)
        text += tr("Read back and compared: every byte is as it should be.");
    else
        text +=
            tr("Reading it back found a difference: %1: %2")
                .arg(fromUtf8(outcome.check.problems.front().file), fromUtf8(outcome.check.problems.front().problem));
    for (const exporting::ExportProblem& problem : outcome.summary.problems)
        text += QLatin1Char('\n') + tr("%1: %2").arg(fromUtf8(problem.key), fromUtf8(problem.problem));
    showOutcome(m_message, text, !isWhole);
    m_summary->setText(Wording::figures(outcome.summary.figures));
}

void ExportDialog::updateButtons()
{
    const bool isRunning = m_job->isRunning();
    m_progress->setVisible(isRunning);
    m_export->setEnabled(!m_jobs.isRunning() && m_count > 0 && !m_folder->text().trimmed().isEmpty());
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
}

void ExportDialog::reject()
{
    if (m_job->isRunning())
        m_jobs.cancel();
    else
        QDialog::reject();
}

} // namespace biomedica::ui
