#include "ui/similar/vectorimportdialog.h"

#include "core/workspace/vector_files.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/similar/textbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace biomedica::ui {

namespace {

constexpr int typingMs = 250;
constexpr int progressSteps = 1000;
constexpr int dialogWidth = 620; // before the text scale
constexpr qsizetype mostNamed = 5;

QString listed(const std::vector<std::string>& keys, std::size_t all)
{
    QStringList names;
    for (const std::string& key : keys)
        names += fromUtf8(key);
    const bool isWhole = static_cast<std::size_t>(std::min(names.size(), mostNamed)) == all;
    return names.mid(0, mostNamed).join(QStringLiteral(", ")) + (isWhole ? QString() : QStringLiteral(", …"));
}

QString dimensionsOf(const workspace::VectorPreview& preview)
{
    return withThousands(static_cast<qulonglong>(preview.dimensions));
}

QString typeOf(const workspace::VectorPreview& preview)
{
    return preview.isHalf ? QStringLiteral("float16") : QStringLiteral("float32");
}

} // namespace

VectorImportDialog::VectorImportDialog(Session& session, JobController& jobs, QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_form(new QFormLayout), m_source(new QComboBox),
      m_file(new QLineEdit), m_keys(new QLineEdit), m_member(new QLineEdit(QStringLiteral("npy"))),
      m_model(new QLineEdit), m_fileLine(nullptr), m_keysLine(nullptr),
      m_compare(new QCheckBox(tr("Compare figures by these vectors from now on"))), m_preview(makeMutedLabel({})),
      m_warning(new QLabel(tr("“builtin” are this program’s own vectors, which these will replace: take another name, "
                              "unless this version of the program exported them."))),
      m_message(makeOutcomeLabel()), m_progress(new QProgressBar), m_import(new QPushButton(tr("Import"))),
      m_close(new QPushButton(tr("Close"))), m_job(new OwnJob(jobs, this)), m_looking(session.shardPool(), this),
      m_checking(session.pool(), this)
{
    setWindowTitle(tr("Import vectors"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &VectorImportDialog::look);
    connect(m_source, &QComboBox::currentIndexChanged, this, &VectorImportDialog::showSource);
    for (QLineEdit* field : {m_file, m_keys, m_member})
        connect(field, &QLineEdit::textChanged, this, &VectorImportDialog::noteChange);
    connect(m_keys, &QLineEdit::textEdited, this, [this](const QString& text) { m_areKeysOwn = !text.isEmpty(); });
    connect(m_model, &QLineEdit::textEdited, this, [this](const QString& text) { m_isModelOwn = !text.isEmpty(); });
    connect(m_model, &QLineEdit::textChanged, this, &VectorImportDialog::checkName);
    connect(m_import, &QPushButton::clicked, this, &VectorImportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &VectorImportDialog::reject);
    connect(m_job, &OwnJob::progressed, this, &VectorImportDialog::showProgress);
    connect(&jobs, &JobController::vectorsTaken, this, &VectorImportDialog::showTaken);
    connect(m_job, &OwnJob::failed, this, [this](const QString& message) { showOutcome(m_message, message, true); });
    connect(m_job, &OwnJob::cancelled, this,
            [this] { showOutcome(m_message, tr("Cancelled. Nothing was taken in."), false); });
    connect(m_job, &OwnJob::ended, this, &VectorImportDialog::updateButtons);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    showSource();
    resizeToContents(this, dialogWidth);
}

void VectorImportDialog::build()
{
    m_source->addItems({tr("A NumPy file"), tr("Members of the shards")});
    m_file->setPlaceholderText(tr("A .npy file: float16 or float32, a row a figure"));
    m_keys->setPlaceholderText(tr("The figures’ keys, one a line, in the order of the rows"));
    m_model->setPlaceholderText(tr("A name for what made the vectors"));
    m_model->setToolTip(tr("Letters, digits, “-”, “_” and “.”"));
    m_member->setToolTip(tr("Each sample’s vector is a member KEY.npy, or with another ending"));
    m_compare->setChecked(true);
    m_preview->setWordWrap(true);
    m_warning->setWordWrap(true);
    m_warning->hide();
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_fileLine = makeFileLine(m_file, tr("File of vectors"), tr("NumPy arrays (*.npy)"));
    m_keysLine = makeFileLine(m_keys, tr("List of keys"), tr("Lists of keys (*.txt *.csv)"));

    m_form->setHorizontalSpacing(measure::margin);
    m_form->setVerticalSpacing(measure::gap);
    m_form->addRow(tr("Vectors from"), m_source);
    m_form->addRow(tr("File"), m_fileLine);
    m_form->addRow(tr("Keys"), m_keysLine);
    m_form->addRow(tr("Ending of the members"), m_member);
    m_form->addRow(tr("Model"), m_model);
    m_form->addRow(QString(), m_compare);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_import);
    m_close->setAutoDefault(false);
    m_import->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(m_form);
    layout->addWidget(makeTextBox({m_preview, m_warning, m_message}));
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
}

QLayout* VectorImportDialog::makeFileLine(QLineEdit* field, const QString& title, const QString& filter)
{
    field->setAccessibleName(title);
    auto* browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this, field, title, filter] {
        auto* dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({filter, tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString& file) {
            m_areKeysOwn = m_areKeysOwn || field == m_keys;
            field->setText(file);
        });
        dialog->open();
    });
    auto* line = new QHBoxLayout;
    line->addWidget(field, 1);
    line->addWidget(browse);
    return line;
}

bool VectorImportDialog::isFromShards() const
{
    return m_source->currentIndex() == 1;
}

void VectorImportDialog::showSource()
{
    m_form->setRowVisible(m_fileLine, !isFromShards());
    m_form->setRowVisible(m_keysLine, !isFromShards());
    m_form->setRowVisible(m_member, isFromShards());
    noteChange();
}

VectorImport VectorImportDialog::wanted() const
{
    VectorImport wanted;
    wanted.model = toUtf8(m_model->text().trimmed());
    if (isFromShards()) {
        QString ending = m_member->text().trimmed();
        while (ending.startsWith(QLatin1Char('.')))
            ending.remove(0, 1);
        wanted.extension = toUtf8(ending);
    } else {
        wanted.npy = toPath(m_file->text().trimmed());
        wanted.keys = toPath(m_keys->text().trimmed());
    }
    return wanted;
}

void VectorImportDialog::noteChange()
{
    m_found.reset();
    m_looking.cancel();
    m_message->hide();
    const VectorImport now = wanted();
    const bool isEnough = !now.npy.empty() || !now.extension.empty();
    if (!m_isModelOwn && !now.npy.empty())
        m_model->setText(fromUtf8(workspace::modelNameFor(now.npy)));
    m_preview->setText(isEnough ? tr("Looking at it…")
                                : tr("For vectors that exist already, made by another program. What is in them is "
                                     "shown here before anything is taken in."));
    if (isEnough)
        m_typing.start();
    else
        m_typing.stop();
    updateButtons();
}

void VectorImportDialog::look()
{
    if (!m_session.workspace())
        return;
    VectorImport asked = wanted();
    if (!m_areKeysOwn)
        asked.keys.clear();
    m_looking.start(
        [workspace = m_session.workspace(), asked](std::stop_token stop) {
            return lookAt(*workspace, asked, Job{stop, {}});
        },
        [this](const Look& look) { takeLook(look); });
}

VectorImportDialog::Look VectorImportDialog::lookAt(workspace::Workspace& workspace, VectorImport wanted,
                                                    const Job& job)
{
    workspace::Similarity& similarity = workspace.similarity();
    if (wanted.npy.empty())
        return {{}, similarity.previewMembers(wanted.extension, job)};
    if (wanted.keys.empty())
        wanted.keys = workspace::keyListBeside(wanted.npy).value_or(std::filesystem::path());
    return {wanted.keys, similarity.previewVectors(wanted.npy, wanted.keys, job)};
}

void VectorImportDialog::takeLook(const Look& look)
{
    if (!m_areKeysOwn && !isFromShards()) {
        const QSignalBlocker blocker(m_keys); // it is no change: the look was at this list
        m_keys->setText(toQString(look.keys));
    }
    if (look.preview) {
        m_found = *look.preview;
        m_preview->setText(isFromShards() ? membersText(*m_found) : fileText(*m_found));
    } else {
        m_preview->clear();
        showOutcome(m_message, fromUtf8(look.preview.error().message()), true);
    }
    checkName();
}

/// Once it is known how many numbers the vectors have.
void VectorImportDialog::checkName()
{
    m_isNameGood = false;
    m_checking.cancel();
    m_warning->setVisible(workspace::Similarity::replacesOwnVectors(wanted().model));
    if (m_found && !m_model->text().trimmed().isEmpty())
        m_checking.start([workspace = m_session.workspace(), model = wanted().model, dimensions = m_found->dimensions](
                             std::stop_token) { return workspace->similarity().checkImport(model, dimensions); },
                         [this](const Result<void>& checked) {
                             m_isNameGood = checked.has_value();
                             m_message->hide();
                             if (!checked)
                                 showOutcome(m_message, fromUtf8(checked.error().message()), true);
                             updateButtons();
                         });
    updateButtons();
}

QString VectorImportDialog::fileText(const workspace::VectorPreview& preview) const
{
    const QString what =
        tr("%1 vectors of %2 numbers (%3).").arg(withThousands(preview.rows), dimensionsOf(preview), typeOf(preview));
    const QString lookedUp = withThousands(preview.lookedUp), known = withThousands(preview.known);
    const std::size_t unknown = preview.lookedUp - preview.known;
    QString keys;
    if (preview.lookedUp < preview.rows)
        keys = tr("Of %1 keys looked up here and there, %2 name a figure of this collection.").arg(lookedUp, known);
    else if (unknown == 0)
        keys = tr("Every key names a figure of this collection.");
    else
        keys = tr("%1 of the %2 keys name a figure of this collection. These do not, and are left out: %3")
                   .arg(known, lookedUp, listed(preview.unknownKeys, unknown));
    return tr("%1 %2", "two sentences").arg(what, keys);
}

QString VectorImportDialog::membersText(const workspace::VectorPreview& preview) const
{
    const QString lookedAt = withThousands(preview.lookedUp), ending = fromUtf8(wanted().extension);
    QString text;
    if (preview.known == 0)
        text = tr("Of %1 figures looked at here and there, none has a vector in a member .%2.").arg(lookedAt, ending);
    else
        text = tr("Of %1 figures looked at here and there, %2 have a vector in a member .%3: %4 numbers (%5).")
                   .arg(lookedAt, withThousands(preview.known), ending, dimensionsOf(preview), typeOf(preview));
    if (!preview.problem.empty())
        text += QLatin1Char('\n') + tr("One that is no vector: %1").arg(fromUtf8(preview.problem));
    return text;
}

void VectorImportDialog::start()
{
    m_message->hide();
    m_progress->setValue(0);
    m_job->begin();
    m_jobs.importVectors(wanted());
    updateButtons();
}

void VectorImportDialog::showProgress(const JobProgress& progress)
{
    if (progress.total > 0)
        m_progress->setValue(static_cast<int>(progress.done * progressSteps / progress.total));
}

QString VectorImportDialog::takenText(const TakenVectors& taken) const
{
    const workspace::VectorExchange& exchange = taken.exchange;
    QStringList lines{tr("Took in the vectors of %1, %2 numbers each, as “%3”.")
                          .arg(Wording::figures(exchange.figures),
                               withThousands(static_cast<qulonglong>(exchange.dimensions)), fromUtf8(exchange.model))};
    if (exchange.unknown > 0)
        lines += tr("%Ln key(s) name no figure of this collection and were left out: %1", nullptr,
                    static_cast<int>(exchange.unknown))
                     .arg(listed(exchange.unknownKeys, exchange.unknown));
    if (!taken.problems.empty())
        lines += tr("%Ln member(s) could not be taken in; the first, of %1: %2", nullptr,
                    static_cast<int>(taken.problems.size()))
                     .arg(fromUtf8(taken.problems.front().what.key.value_or("")),
                          fromUtf8(taken.problems.front().what.problem));
    return lines.join(QLatin1Char('\n'));
}

void VectorImportDialog::showTaken(const TakenVectors& taken)
{
    if (!m_job->isOurs())
        return;
    m_preview->clear();
    m_found.reset(); // once is enough
    showOutcome(m_message, takenText(taken), false);
    if (m_compare->isChecked())
        Q_EMIT comparisonWanted(taken.exchange.model);
}

void VectorImportDialog::updateButtons()
{
    const bool isRunning = m_job->isRunning();
    m_progress->setVisible(isRunning);
    m_import->setEnabled(!m_jobs.isRunning() && m_found && m_isNameGood);
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
    for (QWidget* field :
         {static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_keys),
          static_cast<QWidget*>(m_member), static_cast<QWidget*>(m_model)})
        field->setEnabled(!isRunning);
}

void VectorImportDialog::reject()
{
    if (m_job->isRunning())
        m_jobs.cancel();
    else
        QDialog::reject();
}

} // namespace biomedica::ui
