#include "ui/shell/opener.h"

#include "core/shards/shard.h"
#include "core/workspace/collection_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace biomedica::ui {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> wholePaths(const QStringList& paths)
{
    std::vector<fs::path> whole;
    for (const QString& path : paths)
        whole.push_back(toPath(QDir::cleanPath(QDir::current().absoluteFilePath(path))));
    return whole;
}

bool isCollection(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / workspace::collectionFileName, ignored);
}

/// By its name or, where it has another one, by its first header.
bool isShard(const fs::path& file)
{
    constexpr std::streamoff magicAt = 257;
    std::array<char, 5> magic{};
    std::ifstream in(file, std::ios::binary);
    return shards::hasShardName(file)
           || (in.seekg(magicAt) && in.read(magic.data(), magic.size())
               && std::string_view(magic.data(), magic.size()) == "ustar");
}

/// Or cannot be looked through, which whoever indexes it will say.
bool holdsShards(const fs::path& folder)
{
    const auto found = shards::findShards(folder);
    return found || found.error().kind() != ErrorKind::NotFound;
}

/// The same shards open the same collection again, with the labels that were made in it.
fs::path collectionFor(const std::vector<fs::path>& shards, const fs::path& dataFolder)
{
    QStringList names;
    for (const fs::path& shard : shards)
        names += toQString(shard);
    names.sort();
    const QByteArray hash =
        QCryptographicHash::hash(names.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const fs::path& first = shards.front();
    std::error_code ignored;
    const fs::path named = fs::is_directory(first, ignored) ? first
                           : shards.size() > 1              ? first.parent_path()
                                                            : first.stem();
    const fs::path name = named.has_filename() ? named.filename() : fs::path("figures");
    return dataFolder / "collections" / hash.toStdString() / name;
}

/// The folder appears only once all figures are drawn.
Result<void> drawWhole(const DemoWriter& demo, const fs::path& folder, const Job& job)
{
    const fs::path unfinished = folder.string() + ".part";
    std::error_code problem;
    fs::remove_all(unfinished, problem);
    TRY_VOID(demo(unfinished, job));
    fs::rename(unfinished, folder, problem);
    if (problem)
        return Error(ErrorKind::Io, "cannot rename '" + unfinished.string() + "': " + problem.message());
    return {};
}

} // namespace

Opener::Opener(Session& session, JobController& jobs, fs::path dataFolder, DemoWriter demo, QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_dataFolder(std::move(dataFolder)), m_demo(std::move(demo)),
      m_window(window), m_looking(session.shardPool(), this),
      m_lookingToAdd(session.shardPool(), this, Background::Policy::InOrder)
{
    connect(&session, &Session::collectionOpened, this, [this] {
        if (!m_toIndex.empty())
            m_jobs.index(std::exchange(m_toIndex, {}));
    });
    connect(&session, &Session::openFailed, this, [this](const QString& message) {
        m_toIndex.clear();
        Q_EMIT failed(message);
    });
    connect(&jobs, &JobController::ended, this, &Opener::addNext);
    connect(&jobs, &JobController::demoMade, this,
            [this] { openShards({m_dataFolder / "demo"}, m_dataFolder / "collections" / "demo"); });
}

void Opener::openPaths(const QStringList& paths)
{
    look(paths, m_looking, [this](const Found& found) {
        if (m_jobs.isRunning())
            Q_EMIT failed(waitText()); // it began meanwhile
        else
            openFound(found);
    });
}

QString Opener::waitText()
{
    return tr("Wait for the running job to end, or cancel it.");
}

void Opener::look(const QStringList& paths, Background& line, std::function<void(const Found&)> take)
{
    const std::vector<fs::path> whole = wholePaths(paths);
    if (whole.empty())
        return;
    if (m_jobs.isRunning()) {
        Q_EMIT failed(waitText());
        return;
    }
    line.start([whole, folder = m_dataFolder](std::stop_token) { return lookAt(whole, folder); },
               [this, take = std::move(take)](const Found& found) {
                   if (found.problem.isEmpty())
                       take(found);
                   else
                       Q_EMIT failed(found.problem);
               });
}

Opener::Found Opener::lookAt(std::vector<fs::path> paths, const fs::path& dataFolder)
{
    Found found;
    std::error_code ignored;
    found.isCollection = paths.size() == 1 && isCollection(paths.front());
    for (const fs::path& path : paths) {
        if (found.isCollection || !found.problem.isEmpty())
            break;
        if (!fs::exists(path, ignored))
            found.problem = tr("'%1' is not there. Is its drive connected?").arg(toQString(path));
        else if (fs::is_directory(path, ignored) && !holdsShards(path))
            found.problem = tr("There is no shard in '%1': shards are files such as 000000.tar.").arg(toQString(path));
        else if (!fs::is_directory(path, ignored) && !isShard(path))
            found.problem =
                tr("'%1' is no shard: shards are tar files, plain, .tar.gz or .tar.zst.").arg(toQString(path));
    }
    found.collection = found.isCollection ? paths.front() : collectionFor(paths, dataFolder);
    found.paths = std::move(paths);
    return found;
}

void Opener::openFound(const Found& found)
{
    if (found.isCollection)
        m_session.open(found.collection);
    else
        openShards(found.paths, found.collection);
}

void Opener::openShards(const std::vector<fs::path>& shards, const fs::path& collection)
{
    m_toIndex = shards;
    m_session.open(collection, Session::Mode::OrCreate);
}

void Opener::openDemo()
{
    const fs::path folder = m_dataFolder / "demo";
    std::error_code ignored;
    if (fs::exists(folder, ignored))
        openShards({folder}, m_dataFolder / "collections" / "demo");
    else
        m_jobs.makeDemo([demo = m_demo, folder](const Job& job) { return drawWhole(demo, folder, job); });
}

void Opener::addShards(const QStringList& paths)
{
    look(paths, m_lookingToAdd, [this, workspace = m_session.workspace()](const Found& found) {
        m_toAdd.push_back({found.paths, workspace});
        addNext();
    });
}

void Opener::addNext()
{
    while (!m_toAdd.empty() && !m_jobs.isRunning()) {
        const Addition next = std::move(m_toAdd.front());
        m_toAdd.pop_front();
        if (next.into == m_session.workspace())
            m_jobs.index(next.shards);
        else
            Q_EMIT failed(
                tr("Another collection was opened meanwhile. Add the shards to it again if they belong there."));
    }
}

void Opener::choose(const QString& title, bool isFolder, std::function<void(const QStringList&)> take)
{
    auto* dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    if (!isFolder)
        dialog->setNameFilters({tr("Shards (*.tar *.tar.gz *.tgz *.tar.zst)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, std::move(take));
    dialog->open();
}

void Opener::chooseShards()
{
    choose(tr("Open shards"), false, [this](const QStringList& paths) { openPaths(paths); });
}

void Opener::chooseFolder()
{
    choose(tr("Open a folder of shards"), true, [this](const QStringList& paths) { openPaths(paths); });
}

void Opener::chooseCollection()
{
    choose(tr("Open collection"), true, [this](const QStringList& paths) {
        if (!paths.isEmpty())
            m_session.open(wholePaths(paths).front());
    });
}

void Opener::chooseShardsToAdd()
{
    choose(tr("Add shards to this collection"), false, [this](const QStringList& paths) { addShards(paths); });
}

} // namespace biomedica::ui
