#include "ui/problems/problemexport.h"

#include "core/base/file.h"
#include "core/json/value.h"

namespace biomedica::ui {

namespace {

/// For programs: never translated.
const char* nameOf(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::ShardAway: return "shard_away";
    case ProblemKind::ShardDamaged: return "shard_damaged";
    case ProblemKind::LeftOut: return "left_out";
    case ProblemKind::Incomplete: return "incomplete";
    case ProblemKind::Picture: return "picture_broken";
    }
    return "";
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result.append(c == '"' ? 2 : 1, c);
    return result + '"';
}

} // namespace

std::string toCsv(const ProblemRows& problems)
{
    std::string text = "kind,shard,key,problem\r\n";
    for (const Problem& problem : problems)
        text += std::string(nameOf(problem.kind)) + ',' + quoted(problem.what.shard) + ','
                + quoted(problem.what.what.key.value_or(std::string())) + ',' + quoted(problem.what.what.problem)
                + "\r\n";
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
