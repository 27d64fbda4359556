#include "ui/similar/vectorexportdialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/similar/textbox.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace biomedica::ui {

namespace {

constexpr int progressSteps = 1000;
constexpr int dialogWidth = 560; // before the text scale

} // namespace

VectorExportDialog::VectorExportDialog(Session& session, JobController& jobs, const ComparedModel& models,
                                       QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_model(new QComboBox), m_file(new QLineEdit),
      m_files(makeMutedLabel({})), m_message(makeOutcomeLabel()), m_progress(new QProgressBar),
      m_export(new QPushButton(tr("Export"))), m_close(new QPushButton(tr("Close"))), m_job(new OwnJob(jobs, this)),
      m_looking(session.shardPool(), this)
{
    setWindowTitle(tr("Export vectors"));
    build(models);
    connect(m_file, &QLineEdit::textChanged, this, &VectorExportDialog::showFiles);
    connect(m_export, &QPushButton::clicked, this, &VectorExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &VectorExportDialog::reject);
    connect(m_job, &OwnJob::progressed, this, &VectorExportDialog::showProgress);
    connect(&jobs, &JobController::vectorsWritten, this, &VectorExportDialog::showWritten);
    connect(m_job, &OwnJob::failed, this, [this](const QString& message) { showOutcome(m_message, message, true); });
    connect(m_job, &OwnJob::cancelled, this,
            [this] { showOutcome(m_message, tr("Cancelled. Nothing was written."), false); });
    connect(m_job, &OwnJob::ended, this, &VectorExportDialog::updateButtons);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    showFiles();
    resizeToContents(this, dialogWidth);
}

void VectorExportDialog::build(const ComparedModel& models)
{
    for (const std::string& name : models.names()) {
        m_model->addItem(ComparedModel::titleOf(name), fromUtf8(name));
        if (name == models.name())
            m_model->setCurrentIndex(m_model->count() - 1);
    }
    m_file->setPlaceholderText(tr("A .npy file, which other programs read"));
    m_file->setAccessibleName(tr("File of vectors"));
    m_files->setWordWrap(true);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->hide();
    auto* browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &VectorExportDialog::chooseFile);
    auto* fileLine = new QHBoxLayout;
    fileLine->addWidget(m_file, 1);
    fileLine->addWidget(browse);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(measure::margin);
    form->setVerticalSpacing(measure::gap);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("File"), fileLine);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    m_close->setAutoDefault(false);
    m_export->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(form);
    layout->addWidget(makeTextBox({m_files, m_message}));
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
}

void VectorExportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("File of vectors"), {}, tr("NumPy arrays (*.npy)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("npy"));
    dialog->selectFile(m_model->currentData().toString() + QStringLiteral(".npy"));
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

VectorExport VectorExportDialog::wanted() const
{
    VectorExport wanted;
    wanted.model = toUtf8(m_model->currentData().toString());
    wanted.npy = toPath(m_file->text().trimmed());
    if (!wanted.npy.empty() && wanted.npy.extension() != ".npy")
        wanted.npy += ".npy";
    wanted.keys = std::filesystem::path(wanted.npy).replace_extension(".txt");
    return wanted;
}

/// Which are written, and which of them are there already.
void VectorExportDialog::showFiles()
{
    updateButtons();
    m_message->hide();
    m_looking.cancel();
    const VectorExport files = wanted();
    if (files.npy.empty()) {
        m_files->setText(tr("A row of float16 numbers is written for each figure, and beside the file a list of the "
                            "figures’ keys, one a line, in the order of the rows."));
        return;
    }
    const QString npy = toQString(files.npy.filename()), keys = toQString(files.keys.filename());
    m_files->setText(tr("Writes %1 and, beside it, the keys in %2.").arg(npy, keys));
    m_looking.start(
        [files](std::stop_token) {
            std::error_code ignored;
            return std::filesystem::exists(files.npy, ignored) || std::filesystem::exists(files.keys, ignored);
        },
        [this, npy, keys](bool areThere) {
            if (areThere)
                m_files->setText(tr("Writes %1 and, beside it, the keys in %2. What is there under these names is "
                                    "replaced.")
                                     .arg(npy, keys));
        });
}

void VectorExportDialog::start()
{
    m_message->hide();
    m_progress->setValue(0);
    m_job->begin();
    m_jobs.exportVectors(wanted());
    updateButtons();
}

void VectorExportDialog::showProgress(const JobProgress& progress)
{
    if (progress.total > 0)
        m_progress->setValue(static_cast<int>(progress.done * progressSteps / progress.total));
}

void VectorExportDialog::showWritten(const workspace::VectorExchange& written)
{
    if (m_job->isOurs())
        showOutcome(
            m_message,
            tr("Wrote the vectors of %1, %2 numbers each.")
                .arg(Wording::figures(written.figures), withThousands(static_cast<qulonglong>(written.dimensions))),
            false);
}

void VectorExportDialog::updateButtons()
{
    const bool isRunning = m_job->isRunning();
    m_progress->setVisible(isRunning);
    m_export->setEnabled(!m_jobs.isRunning() && !m_file->text().trimmed().isEmpty());
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_model->setEnabled(!isRunning);
    m_file->setEnabled(!isRunning);
}

void VectorExportDialog::reject()
{
    if (m_job->isRunning())
        m_jobs.cancel();
    else
        QDialog::reject();
}

} // namespace biomedica::ui
