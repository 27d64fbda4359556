#include "ui/shell/attention.h"

#include "ui/common/widgets.h"
#include "ui/shell/banner.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace biomedica::ui {

namespace {

/// Set while indexing: still there at the next opening where the program ended in the middle of it.
const QString indexingKey = QStringLiteral("isIndexing");

} // namespace

Attention::Attention(Session& session, JobController& jobs, ShardWatch& watch, const Actions& actions, Banner& banner,
                     QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_watch(watch), m_banner(banner),
      m_find(actions[ActionId::FindShards]), m_window(window), m_unread(session.shardPool(), this)
{
    connectJobs(actions);
    connect(&watch, &ShardWatch::changed, this, &Attention::showMissing);
    connect(&watch, &ShardWatch::returned, this, [this] {
        if (m_watch.missing().empty())
            Q_EMIT noted(tr("All shards are there again"));
    });
    connect(&session, &Session::collectionOpened, this, &Attention::lookForUnread);
    connect(&session, &Session::collectionClosed, this, [this] { m_unread.cancel(); });
}

void Attention::connectJobs(const Actions& actions)
{
    connect(actions[ActionId::PauseJob], &QAction::triggered, this, [this] { m_jobs.setPaused(!m_jobs.isPaused()); });
    connect(actions[ActionId::CancelJob], &QAction::triggered, &m_jobs, &JobController::cancel);
    const auto update = [this, &actions] { updateActions(actions); };
    connect(&m_jobs, &JobController::started, this, update);
    connect(&m_jobs, &JobController::ended, this, update);
    connect(&m_jobs, &JobController::pausedChanged, this, update);
    update();
    connect(&m_jobs, &JobController::started, this, [this] {
        if (m_jobs.kind() != JobKind::Index)
            return;
        m_banner.withdraw(Banner::Topic::Unfinished);
        m_indexing = folder();
        m_session.setCollectionValue(m_indexing, indexingKey, true);
    });
    connect(&m_jobs, &JobController::ended, this, [this] {
        if (!m_indexing.isEmpty())
            m_session.setCollectionValue(std::exchange(m_indexing, {}), indexingKey, false);
    });
    connect(&m_jobs, &JobController::cancelled, this, [this] {
        if (m_jobs.kind() == JobKind::Index)
            lookForUnread();
    });
}

void Attention::updateActions(const Actions& actions)
{
    const bool isRunning = m_jobs.isRunning();
    actions[ActionId::PauseJob]->setText(m_jobs.isPaused()
                                             ? tr("&Go on with the paused job")
                                             : QCoreApplication::translate("Actions", "Pa&use the running job"));
    actions[ActionId::PauseJob]->setEnabled(isRunning);
    actions[ActionId::CancelJob]->setEnabled(isRunning);
}

QString Attention::folder() const
{
    return m_session.workspace() ? toQString(m_session.workspace()->folder()) : QString();
}

void Attention::lookForUnread()
{
    m_unread.start([workspace = m_session.workspace()](std::stop_token) { return workspace->unreadShards(); },
                   [this](Result<std::vector<std::filesystem::path>> unread) {
                       if (unread && !unread->empty() && !m_jobs.isRunning())
                           offerUnread(*unread);
                   });
}

void Attention::offerUnread(const std::vector<std::filesystem::path>& unread)
{
    if (m_session.collectionValue(folder(), indexingKey).toBool()) {
        m_jobs.index(unread); // it was running when the program ended
        return;
    }
    QStringList names;
    for (const std::filesystem::path& path : unread)
        names += toQString(path);
    const int count = static_cast<int>(unread.size());
    m_banner.showMessage(
        {Banner::Kind::Warning,
         tr("%n shard(s) of this collection are not read yet; their figures are not to be seen here.", nullptr, count),
         names.join(QLatin1Char('\n')),
         {{tr("Continue indexing"), [this, unread] { m_jobs.index(unread); }}},
         Banner::Topic::Unfinished});
}

void Attention::showMissing()
{
    const auto& missing = m_watch.missing();
    if (m_watch.isHanging()) {
        m_banner.showMessage({Banner::Kind::Warning,
                              tr("A drive with shards of this collection does not answer. Everything but the pictures "
                                 "on it goes on working."),
                              {},
                              {},
                              Banner::Topic::OutOfReach});
        return;
    }
    if (missing.empty()) {
        m_banner.withdraw(Banner::Topic::OutOfReach);
        return;
    }
    QStringList paths;
    for (const catalog::ShardInfo& shard : missing)
        paths += toQString(shard.path);
    const QString which =
        missing.size() == 1
            ? tr("The shard %1 is not there. Its pictures come back when it does; captions and labels are safe. "
                 "If it was moved, show where it is.")
                  .arg(paths.first())
            : tr("%n shards are not there. Their pictures come back when they do; captions and labels are safe. "
                 "If they were moved, show where they are.",
                 nullptr, static_cast<int>(missing.size()));
    m_banner.showMessage({Banner::Kind::Warning,
                          which,
                          missing.size() == 1 ? QString() : paths.join(QLatin1Char('\n')),
                          {{tr("Find moved shards…"), [this] { m_find->trigger(); }}},
                          Banner::Topic::OutOfReach});
}

bool Attention::mayClose()
{
    const bool isResumed = m_jobs.kind() == JobKind::Index || m_jobs.kind() == JobKind::Vectors;
    if (m_mayClose || !m_jobs.isRunning() || isResumed)
        return true;
    askBeforeClosing();
    return false;
}

void Attention::askBeforeClosing()
{
    const bool isExport = m_jobs.kind() == JobKind::Export;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("A job is running"),
                                isExport ? tr("An export is running. Stop it and close the window?")
                                         : tr("A job is running. Stop it and close the window?"),
                                QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(isExport ? tr("Nothing of a stopped export is left in its folder.")
                                     : tr("It can be started again at any time."));
    auto* stop = box->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    connect(stop, &QPushButton::clicked, this, [this] {
        m_mayClose = true;
        m_jobs.cancel();
        m_window->close();
    });
    box->open();
}

} // namespace biomedica::ui
