#include "ui/detail/figureactions.h"

#include "core/base/file.h"
#include "ui/common/actions.h"
#include "ui/common/markedtext.h"
#include "ui/detail/figuretext.h"
#include "ui/detail/picture.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

namespace biomedica::ui {

namespace {

const QString folderKey = QStringLiteral("picture/folder");
constexpr qint64 mostPixelsCopied = 48'000'000;

} // namespace

FigureActions::FigureActions(Session& session, FigureController& figures, QueryController& queries,
                             const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_figures(figures), m_queries(queries), m_window(window),
      m_work(session.shardPool(), this, Background::Policy::InOrder)
{
    const auto on = [&](ActionId id, auto function) {
        connect(actions[id], &QAction::triggered, this, [this, function] {
            if (const auto& detail = m_figures.detail())
                function(*detail);
            else
                Q_EMIT noted(m_figures.row() ? tr("The figure is still being read") : tr("There is no figure here"));
        });
    };
    on(ActionId::CopyCaption, [this](const Detail& detail) {
        if (detail.summary.caption.empty())
            Q_EMIT noted(tr("This figure has no caption to copy"));
        else
            copy(fromUtf8(detail.summary.caption), tr("Copied the caption"));
    });
    on(ActionId::CopyKey, [this](const Detail& detail) {
        copy(fromUtf8(detail.summary.key), tr("Copied the key %1").arg(fromUtf8(detail.summary.key)));
    });
    on(ActionId::CopyCitation,
       [this](const Detail& detail) { copy(FigureText::citation(detail), tr("Copied the citation")); });
    on(ActionId::CopyLink, [this](const Detail& detail) { copyLink(detail); });
    on(ActionId::CopyPicture, [this](const Detail& detail) { copyPicture(detail); });
    on(ActionId::SavePicture, [this](const Detail&) { askWhereToSave(); });
    on(ActionId::OpenArticle, [this](const Detail& detail) { openLink(FigureText::articleLink(detail)); });
    on(ActionId::FiguresOfArticle, [this](const Detail& detail) { showFiguresOfArticle(detail); });
}

void FigureActions::copy(const QString& text, const QString& note)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT noted(note);
}

void FigureActions::copyLink(const Detail& detail)
{
    const QString link = FigureText::articleLink(detail);
    if (link.isEmpty())
        Q_EMIT noted(tr("The article of this figure is not known, so there is no link"));
    else
        copy(link, tr("Copied the link to %1").arg(fromUtf8(detail.summary.pmcid)));
}

void FigureActions::copyPicture(const Detail& detail)
{
    m_work.start([workspace = m_session.workspace(), row = detail.summary.row](
                     std::stop_token stop) { return readPicture(*workspace, row, mostPixelsCopied, std::move(stop)); },
                 [this](Result<Picture> picture) {
                     if (!picture) {
                         Q_EMIT failed(tr("The picture was not copied: %1").arg(fromUtf8(picture.error().message())));
                         return;
                     }
                     const QImage& image = picture->levels.first();
                     QGuiApplication::clipboard()->setImage(image);
                     Q_EMIT noted(tr("Copied the picture, %1 × %2 pixels").arg(image.width()).arg(image.height()));
                 });
}

QString FigureActions::suggestedName() const
{
    const auto& detail = m_figures.detail();
    if (!detail)
        return {};
    const shards::Sample sample{detail->summary.key, detail->members};
    const std::string extension = sample.image() ? sample.image()->extension : "jpg";
    // Keys may hold folders, and signs that some file systems refuse.
    static const QRegularExpression refused(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]"));
    return fromUtf8(sample.key + "." + extension).replace(refused, QStringLiteral("_"));
}

void FigureActions::askWhereToSave()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QDir folder(m_session.settings().value(folderKey, pictures).toString());
    auto* dialog = new QFileDialog(m_window, tr("Save the picture as stored"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(folder);
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_session.settings().setValue(folderKey, QFileInfo(file).absolutePath());
        savePictureTo(file);
    });
    dialog->open();
}

void FigureActions::savePictureTo(const QString& file)
{
    if (!m_figures.row() || !m_session.workspace())
        return;
    m_work.start(
        [workspace = m_session.workspace(), row = *m_figures.row(),
         path = toPath(file)](std::stop_token) -> Result<void> {
            TRY(const std::string bytes, workspace->imageBytes(row));
            return writeFileDurably(path, bytes);
        },
        [this, file](const Result<void>& written) {
            if (written)
                Q_EMIT noted(tr("Saved the picture as %1").arg(QDir::toNativeSeparators(file)));
            else
                Q_EMIT failed(tr("The picture was not saved: %1").arg(fromUtf8(written.error().message())));
        });
}

void FigureActions::openLink(const QString& address)
{
    if (address.isEmpty())
        Q_EMIT noted(tr("The article of this figure is not known, so there is no page to open"));
    else if (QDesktopServices::openUrl(QUrl(address)))
        Q_EMIT noted(tr("Opening %1 in the browser").arg(address));
    else
        Q_EMIT failed(tr("No browser could be started. The address is %1").arg(address));
}

void FigureActions::showFiguresOfArticle(const Detail& detail)
{
    if (detail.summary.pmcid.empty()) {
        Q_EMIT noted(tr("The article of this figure is not known"));
        return;
    }
    m_queries.setQuery(query::withFilter({}, query::Field::Pmcid, {{detail.summary.pmcid}, {}}));
}

} // namespace biomedica::ui
