#include "ui/problems/problemlist.h"

#include "ui/common/markedtext.h"
#include "ui/session/session.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

ProblemKind kindOf(const catalog::Problem& problem)
{
    if (problem.isOfPicture)
        return ProblemKind::Picture;
    if (!problem.what.key)
        return problem.what.makesNoFigure ? ProblemKind::ShardDamaged : ProblemKind::ShardRemark;
    return problem.what.makesNoFigure ? ProblemKind::LeftOut : ProblemKind::Incomplete;
}

catalog::Problem away(const catalog::ShardInfo& shard)
{
    return {shard.name,
            {std::nullopt, toUtf8(ProblemWording::tr("'%1' is not there").arg(toQString(shard.path))), false}};
}

} // namespace

QString ProblemWording::kindName(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::ShardAway: return tr("Shard away");
    case ProblemKind::ShardDamaged: return tr("Shard damaged");
    case ProblemKind::ShardRemark: return tr("About a shard");
    case ProblemKind::LeftOut: return tr("Left out");
    case ProblemKind::Incomplete: return tr("Incomplete");
    case ProblemKind::Picture: return tr("Picture broken");
    }
    return {};
}

QString ProblemWording::advice(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::ShardAway: return tr("Connect its drive, or find it where it was moved to");
    case ProblemKind::ShardDamaged: return tr("Copy or download the shard again, then look for changed shards");
    case ProblemKind::ShardRemark:
        return tr("Its figures can be used; a fresh or recompressed copy of the shard mends what is said");
    case ProblemKind::LeftOut: return tr("The sample is not among the figures; the shard would have to be made anew");
    case ProblemKind::Incomplete: return tr("The figure can be labelled; the part that is named is missing");
    case ProblemKind::Picture: return tr("The figure can be labelled by its caption; flag it to leave it out");
    }
    return {};
}

ProblemList::ProblemList(Session& session, JobController& jobs, ShardWatch& watch, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_watch(watch), m_reading(session.pool(), this),
      m_checking(session.shardPool(), this)
{
    const auto forget = [this] {
        m_unreadable.clear();
        m_broken.clear();
        m_checking.cancel();
        show({});
    };
    connect(&session, &Session::collectionClosed, this, forget);
    connect(&session, &Session::collectionOpened, this, forget);
    connect(&session, &Session::collectionOpened, this, &ProblemList::read);
    connect(&session, &Session::contentChanged, this, &ProblemList::read);
    connect(&watch, &ShardWatch::changed, this, &ProblemList::read);
    connect(&jobs, &JobController::picturesChecked, this, &ProblemList::read);
    connect(&jobs, &JobController::cancelled, this, &ProblemList::read);
    connect(&jobs, &JobController::ended, this, &ProblemList::checkBroken);
    connect(&jobs, &JobController::indexed, this,
            [this](const workspace::IndexSummary&, const std::vector<catalog::Problem>& problems) {
                m_unreadable.clear();
                for (const catalog::Problem& problem : problems)
                    if (problem.shard.starts_with('/') && !problem.what.key)
                        m_unreadable.push_back(problem);
                read();
            });
}

void ProblemList::read()
{
    if (!m_session.workspace())
        return;
    m_reading.start(
        [workspace = m_session.workspace(), missing = m_watch.missing(), unreadable = m_unreadable](std::stop_token) {
            ProblemRows problems;
            for (const catalog::ShardInfo& shard : missing)
                problems.push_back({ProblemKind::ShardAway, away(shard)});
            for (const catalog::Problem& problem : unreadable)
                problems.push_back({ProblemKind::ShardDamaged, problem});
            if (auto known = workspace->problems())
                for (catalog::Problem& problem : *known)
                    problems.push_back({kindOf(problem), std::move(problem)});
            return problems;
        },
        [this](ProblemRows problems) { show(std::move(problems)); });
}

void ProblemList::show(ProblemRows problems)
{
    m_problems = std::make_shared<const ProblemRows>(std::move(problems));
    Q_EMIT changed();
}

void ProblemList::noteBrokenPicture(RowId row)
{
    if (std::find(m_broken.begin(), m_broken.end(), row) == m_broken.end())
        m_broken.push_back(row);
    checkBroken();
}

/// Not while a job runs: it may hold the catalog for as long as a shard takes.
void ProblemList::checkBroken()
{
    if (!m_session.workspace() || m_broken.empty() || m_checking.isBusy() || m_jobs.isRunning())
        return;
    m_checking.start(
        [workspace = m_session.workspace(), rows = std::exchange(m_broken, {})](std::stop_token stop) {
            return workspace->checkPictures(rows, Job{stop, {}});
        },
        [this](const Result<workspace::PictureReport>&) {
            read();
            checkBroken();
        });
}

} // namespace biomedica::ui
