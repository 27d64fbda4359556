#include "ui/collaboration/votefiles.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"
#include "ui/session/wording.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace biomedica::ui {

namespace {

int number(std::size_t count)
{
    return static_cast<int>(count);
}

QString filter()
{
    return VoteFiles::tr("Votes (*.votes)");
}

} // namespace

VoteFiles::VoteFiles(Session& session, QWidget* window)
    : QObject(window), m_session(session), m_window(window), m_line(session.pool(), this, Background::Policy::InOrder)
{
}

void VoteFiles::chooseExport()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Export votes"), tr("Whose votes go into the file?"),
                                QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("One small file holds every decision with who, when and how. It can be merged into any "
                               "other collection with the same figures."));
    const auto ask = [this](const std::optional<std::string>& annotator) {
        auto* dialog = new QFileDialog(m_window, tr("Export votes"), {}, filter());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("votes"));
        dialog->selectFile(annotator ? fromUtf8(*annotator) + QStringLiteral(".votes") : QStringLiteral("all.votes"));
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, annotator](const QString& file) { exportTo(file, annotator); });
        dialog->open();
    };
    const std::string me = toUtf8(m_session.annotator());
    auto* mine = box->addButton(tr("Mine (%1)").arg(m_session.annotator()), QMessageBox::AcceptRole);
    auto* all = box->addButton(tr("Everybody’s"), QMessageBox::AcceptRole);
    connect(mine, &QPushButton::clicked, this, [ask, me] { ask(me); });
    connect(all, &QPushButton::clicked, this, [ask] { ask(std::nullopt); });
    box->setDefaultButton(mine);
    box->open();
}

void VoteFiles::exportTo(const QString& file, const std::optional<std::string>& annotator)
{
    if (!m_session.workspace())
        return;
    m_line.start([workspace = m_session.workspace(), path = toPath(file),
                  annotator](std::stop_token) { return workspace->exportVotes(path, annotator); },
                 [this, file](const Result<workspace::VoteExchange>& written) {
                     if (written)
                         Q_EMIT noted(
                             tr("Exported %Ln decision(s) to %1", nullptr, number(written->decisions)).arg(file));
                     else
                         Q_EMIT failed(fromUtf8(written.error().message()));
                 });
}

void VoteFiles::chooseMerge()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Merge votes"), {}, filter() + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &VoteFiles::merge);
    dialog->open();
}

void VoteFiles::merge(const QString& file)
{
    if (!m_session.workspace())
        return;
    m_line.start(
        [workspace = m_session.workspace(), path = toPath(file)](std::stop_token) -> Result<Merged> {
            Merged merged;
            TRY(merged.exchange, workspace->mergeVotes(path));
            TRY(const auto now, workspace->snapshot());
            merged.disputed = now->disputed.count();
            return merged;
        },
        [this](const Result<Merged>& outcome) {
            if (!outcome) {
                Q_EMIT failed(fromUtf8(outcome.error().message()));
                return;
            }
            Q_EMIT merged();
            showMerged(*outcome);
        });
}

void VoteFiles::showMerged(const Merged& merged)
{
    const workspace::VoteExchange& exchange = merged.exchange;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Votes merged"),
                                tr("%Ln decision(s) in the file", nullptr, number(exchange.decisions)),
                                QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList lines{exchange.added == 0 ? tr("All of them were here already: nothing has changed.")
                                          : tr("%Ln of them new here.", nullptr, number(exchange.added))};
    if (exchange.unknownFigures > 0)
        lines += tr("%Ln figure(s) of them are not in this collection; their votes are kept.", nullptr,
                    number(exchange.unknownFigures));
    lines += merged.disputed == 0
                 ? tr("No figure is disputed.")
                 : tr("%Ln figure(s) in the collection are disputed now.", nullptr, number(merged.disputed));
    box->setInformativeText(lines.join(QLatin1Char('\n')));
    if (merged.disputed > 0) {
        auto* review = box->addButton(tr("Review them"), QMessageBox::AcceptRole);
        connect(review, &QPushButton::clicked, this, &VoteFiles::reviewRequested);
        box->setDefaultButton(review);
    }
    box->open();
}

} // namespace biomedica::ui
