#include "ui/session/session.h"

#include "ui/common/markedtext.h"

#include <QDir>
#include <algorithm>

namespace biomedica::ui {

namespace {

const QString annotatorKey = QStringLiteral("annotator");
const QString recentKey = QStringLiteral("recentCollections");
constexpr int recentCount = 8;

Result<SharedWorkspace> openWhole(const std::filesystem::path& folder, Session::Mode mode)
{
    TRY(SharedWorkspace opened, mode == Session::Mode::OrCreate ? workspace::Workspace::openOrCreate(folder)
                                                                : workspace::Workspace::open(folder));
    TRY_VOID(opened->snapshot()); // the slow part: columns and labels come into memory here
    return opened;
}

} // namespace

QString toQString(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

Session::Session(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings), m_opening(m_pool, this)
{
    // Most of this work waits for the disk, so there are more threads than cores.
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
}

Session::~Session() = default;

void Session::open(const std::filesystem::path& folder, Mode mode)
{
    m_opening.start([folder, mode](std::stop_token) { return openWhole(folder, mode); },
                    [this](Result<SharedWorkspace> opened) {
                        if (!opened) {
                            Q_EMIT openFailed(fromUtf8(opened.error().message()));
                            return;
                        }
                        m_workspace = std::move(*opened);
                        remember(toQString(m_workspace->folder()));
                        Q_EMIT collectionOpened();
                    });
}

void Session::close()
{
    m_opening.cancel();
    m_workspace.reset();
    Q_EMIT collectionClosed();
}

QString Session::annotator() const
{
    const QString name = m_settings.value(annotatorKey).toString().trimmed();
    if (!name.isEmpty())
        return name;
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")).trimmed();
    return user.isEmpty() ? tr("me") : user;
}

void Session::setAnnotator(const QString& name)
{
    m_settings.setValue(annotatorKey, name.trimmed());
    Q_EMIT annotatorChanged();
}

QStringList Session::recentCollections() const
{
    QStringList folders = m_settings.value(recentKey).toStringList();
    folders.removeIf([](const QString& folder) { return !QDir(folder).exists(); });
    return folders;
}

void Session::remember(const QString& folder)
{
    QStringList folders = m_settings.value(recentKey).toStringList();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_settings.setValue(recentKey, folders.mid(0, recentCount));
}

} // namespace biomedica::ui
