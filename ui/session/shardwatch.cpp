#include "ui/session/shardwatch.h"

#include <algorithm>

namespace biomedica::ui {

ShardWatch::ShardWatch(Session& session, QObject* parent) : QObject(parent), m_session(session), m_looking(m_pool, this)
{
    m_pool.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(hangsAfterMs);
    connect(&m_again, &QTimer::timeout, this, &ShardWatch::look);
    connect(&m_patience, &QTimer::timeout, this, [this] { setHanging(true); });
    connect(&session, &Session::collectionOpened, this, [this] {
        forget();
        look();
    });
    connect(&session, &Session::collectionClosed, this, &ShardWatch::forget);
    connect(&session, &Session::contentChanged, this, &ShardWatch::look);
}

ShardWatch::~ShardWatch()
{
    m_looking.cancel();
    m_pool.clear();
}

void ShardWatch::look()
{
    if (!m_session.workspace() || m_looking.isBusy())
        return;
    m_again.stop();
    m_patience.start();
    m_looking.start([workspace = m_session.workspace()](std::stop_token) { return workspace->missingShards(); },
                    [this](Result<std::vector<catalog::ShardInfo>> missing) {
                        m_patience.stop();
                        setHanging(false);
                        if (missing)
                            take(std::move(*missing));
                        if (!missing || !m_missing.empty())
                            m_again.start();
                    });
}

void ShardWatch::take(std::vector<catalog::ShardInfo> missing)
{
    const auto isSame = [](const catalog::ShardInfo& a, const catalog::ShardInfo& b) { return a.path == b.path; };
    const bool isAnyBack = std::any_of(m_missing.begin(), m_missing.end(), [&](const catalog::ShardInfo& old) {
        return std::none_of(missing.begin(), missing.end(),
                            [&](const catalog::ShardInfo& shard) { return isSame(shard, old); });
    });
    const bool isOther = !std::equal(missing.begin(), missing.end(), m_missing.begin(), m_missing.end(), isSame);
    m_missing = std::move(missing);
    if (isOther)
        Q_EMIT changed();
    if (isAnyBack)
        Q_EMIT returned();
}

void ShardWatch::setHanging(bool isHanging)
{
    if (std::exchange(m_isHanging, isHanging) != isHanging)
        Q_EMIT changed();
}

void ShardWatch::forget()
{
    m_looking.cancel();
    m_again.stop();
    m_patience.stop();
    m_missing.clear();
    m_isHanging = false;
    Q_EMIT changed();
}

} // namespace biomedica::ui
