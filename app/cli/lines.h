// Lines that several commands print.
//
// Thread contract: the main thread.
#pragma once

#include "app/cli/output.h"
#include "core/workspace/workspace.h"

namespace biomedica::cli {

/// A figure that was found, as JSON and as text.
void printFigure(const Output& output, const workspace::FigureSummary& figure, float score);

/// What is wrong with a sample or a shard.
void printProblem(const Output& output, const catalog::Problem& problem);

} // namespace biomedica::cli
