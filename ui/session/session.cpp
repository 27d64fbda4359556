#include "ui/session/session.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"

#include <QCryptographicHash>
#include <algorithm>

namespace biomedica::ui {

namespace {

const QString annotatorKey = QStringLiteral("annotator");
const QString blindKey = QStringLiteral("blind");         // of a collection: names
const QString modelKey = QStringLiteral("comparedModel"); // of a collection
const QString recentKey = QStringLiteral("recentCollections");
constexpr int recentCount = 8;
constexpr int shardThreads = 3;

/// "collections/HASH": a folder's name may hold what a settings key may not.
QString groupOf(const QString& folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("collections/") + QString::fromLatin1(hash);
}

/// How the person has the collection.
struct Habits {
    std::string blindTo, model;
    CacheLimits limits;
};

struct Opened {
    SharedWorkspace workspace;
    std::shared_ptr<const query::Snapshot> snapshot;
};

Result<Opened> openWhole(const std::filesystem::path& folder, Session::Mode mode, const Habits& habits)
{
    Opened opened;
    TRY(opened.workspace, mode == Session::Mode::OrCreate ? workspace::Workspace::openOrCreate(folder)
                                                          : workspace::Workspace::open(folder));
    opened.workspace->setBlindTo(habits.blindTo);
    opened.workspace->thumbnailCache().setMaximum(habits.limits.diskBytes());
    if (!habits.model.empty())
        (void)opened.workspace->similarity().setModel(habits.model); // where its vectors are gone, others are compared
    // The slow part: columns and labels come into memory here, and once a day the journal is read whole.
    TRY(opened.snapshot, opened.workspace->snapshot());
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

Session::Session(QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_opening(m_pool, this), m_blinding(m_pool, this),
      m_limiting(m_pool, this, Background::Policy::InOrder), m_preparing(m_pool, this)
{
    // Most of this work waits for the disk, so there are more threads than cores.
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
    m_shardPool.setMaxThreadCount(shardThreads);
}

Session::~Session() = default;

void Session::open(const std::filesystem::path& folder, Mode mode)
{
    const Habits habits{isBlindIn(toQString(folder)) ? toUtf8(annotator()) : std::string(),
                        toUtf8(collectionValue(toQString(folder), modelKey).toString()), cacheLimits()};
    m_opening.start([folder, mode, habits](std::stop_token) { return openWhole(folder, mode, habits); },
                    [this](Result<Opened> opened) {
                        if (!opened) {
                            Q_EMIT openFailed(fromUtf8(opened.error().message()));
                            return;
                        }
                        if (m_workspace)
                            Q_EMIT aboutToClose();
                        m_workspace = std::move(opened->workspace);
                        setTaxonomy(opened->snapshot->taxonomy);
                        remember(toQString(m_workspace->folder()));
                        Q_EMIT collectionOpened();
                        // What goes wrong with it, the first search says.
                        m_preparing.start(
                            [workspace = m_workspace](std::stop_token) { return workspace->prepareSearch(); },
                            [](const Result<void>&) {});
                    });
}

void Session::setTaxonomy(const std::shared_ptr<const annotation::Taxonomy>& taxonomy)
{
    if (taxonomy == m_sharedTaxonomy)
        return;
    m_sharedTaxonomy = taxonomy;
    m_taxonomy = *taxonomy;
    Q_EMIT taxonomyChanged();
}

void Session::close()
{
    m_opening.cancel();
    if (m_workspace)
        Q_EMIT aboutToClose();
    m_workspace.reset();
    Q_EMIT collectionClosed();
}

void Session::setCacheLimits(const CacheLimits& limits)
{
    if (limits == cacheLimits())
        return;
    limits.write(m_settings);
    if (m_workspace)
        m_limiting.start(
            [workspace = m_workspace, bytes = limits.diskBytes()](std::stop_token) {
                workspace->thumbnailCache().setMaximum(bytes);
                return true;
            },
            [this](bool) { Q_EMIT cacheLimitsChanged(); });
    else
        Q_EMIT cacheLimitsChanged();
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
    const bool wasBlind = isBlind();
    m_settings.setValue(annotatorKey, name.trimmed());
    Q_EMIT annotatorChanged();
    if (wasBlind || isBlind())
        applyBlind();
}

bool Session::isBlindIn(const QString& folder) const
{
    return collectionValue(folder, blindKey).toStringList().contains(annotator());
}

bool Session::isBlind() const
{
    return m_workspace && isBlindIn(toQString(m_workspace->folder()));
}

void Session::setBlind(bool isBlind)
{
    if (!m_workspace || isBlind == this->isBlind())
        return;
    const QString folder = toQString(m_workspace->folder());
    QStringList names = collectionValue(folder, blindKey).toStringList();
    names.removeAll(annotator());
    if (isBlind)
        names += annotator();
    setCollectionValue(folder, blindKey, names);
    applyBlind();
}

/// The next snapshot is another one; all that shows labels asks for it.
void Session::applyBlind()
{
    m_blinding.start(
        [workspace = m_workspace, blindTo = isBlind() ? toUtf8(annotator()) : std::string()](std::stop_token) {
            workspace->setBlindTo(blindTo);
            return workspace->snapshot();
        },
        [this](const auto&) {
            Q_EMIT contentChanged();
            Q_EMIT blindChanged();
        });
}

bool Session::isAnnotatorChosen() const
{
    return !m_settings.value(annotatorKey).toString().trimmed().isEmpty();
}

QStringList Session::recentCollections() const
{
    return m_settings.value(recentKey).toStringList();
}

void Session::remember(const QString& folder)
{
    QStringList folders = recentCollections();
    folders.removeAll(folder);
    folders.prepend(folder);
    for (const QString& old : folders.mid(recentCount))
        m_settings.remove(groupOf(old));
    setRecent(folders.mid(0, recentCount));
}

void Session::forgetCollection(const QString& folder)
{
    QStringList folders = recentCollections();
    folders.removeAll(folder);
    m_settings.remove(groupOf(folder));
    setRecent(folders);
}

void Session::setRecent(const QStringList& folders)
{
    m_settings.setValue(recentKey, folders);
    Q_EMIT recentChanged();
}

QVariant Session::collectionValue(const QString& folder, const QString& name) const
{
    return m_settings.value(groupOf(folder) + QLatin1Char('/') + name);
}

void Session::rememberComparedModel(const std::string& model)
{
    if (m_workspace)
        setCollectionValue(toQString(m_workspace->folder()), modelKey, fromUtf8(model));
}

void Session::setCollectionValue(const QString& folder, const QString& name, const QVariant& value)
{
    m_settings.setValue(groupOf(folder) + QLatin1Char('/') + name, value);
}

} // namespace biomedica::ui
