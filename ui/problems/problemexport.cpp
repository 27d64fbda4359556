#include "ui/problems/problemexport.h"

#include "core/base/file.h"
#include "core/json/value.h"
#include "ui/common/csv.h"

namespace biomedica::ui {

namespace {

/// For programs: never translated.
const char* nameOf(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::ShardAway: return "shard_away";
    case ProblemKind::ShardDamaged: return "shard_damaged";
    case ProblemKind::ShardRemark: return "shard_remark";
    case ProblemKind::LeftOut: return "left_out";
    case ProblemKind::Incomplete: return "incomplete";
    case ProblemKind::Picture: return "picture_broken";
    }
    return "";
}

} // namespace

std::string toCsv(const ProblemRows& problems)
{
    std::string text = csvLine({"kind", "shard", "key", "problem"});
    for (const Problem& problem : problems)
        text += csvLine({nameOf(problem.kind), problem.what.shard, problem.what.what.key.value_or(std::string()),
                         problem.what.what.problem});
    return text;
}

std::string toJsonLines(const ProblemRows& problems)
{
    std::string text;
    for (const Problem& problem : problems) {
        json::Value line;
        line["kind"] = nameOf(problem.kind);
        line["shard"] = problem.what.shard;
        line["key"] = problem.what.what.key ? json::Value(*problem.what.what.key) : json::Value();
        line["problem"] = problem.what.what.problem;
        text += json::toLine(line) + '\n';
    }
    return text;
}

Result<void> writeProblems(const std::filesystem::path& file, const ProblemRows& problems)
{
    return writeFileDurably(file, file.extension() == ".jsonl" ? toJsonLines(problems) : toCsv(problems));
}

} // namespace biomedica::ui
