// Problems as a file for other programs.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"
#include "ui/problems/problem.h"

#include <string>

namespace biomedica::ui {

/// RFC 4180 with a heading line: kind,shard,key,problem.
std::string toCsv(const ProblemRows& problems);
/// One object a line with the same fields; key is null where the problem is the shard's.
std::string toJsonLines(const ProblemRows& problems);

/// JSON lines where the name ends so, else CSV.
Result<void> writeProblems(const std::filesystem::path& file, const ProblemRows& problems);

} // namespace biomedica::ui
