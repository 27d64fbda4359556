// A subset of figures → WebDataset shards and a MANIFEST.json.
//
// Everything is written into a folder with a temporary name beside the target, synced, and renamed when
// it is whole: whatever stops an export, the target is the old state or the new one. Member names and
// every byte but the label fields stay as they were; samples with equal keys never share a shard.
//
// Thread contract: one synchronous call on one thread.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exporting/export_figure.h"
#include "core/shards/openshards.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace biomedica::exporting {

struct ExportRecipe {
    std::string collection;           ///< name, for the manifest
    std::string query;                ///< "" = everything
    std::string labels = "consensus"; ///< or "mine:NAME"
    bool isOnlyLabelled = false;
    bool isWithoutCopies = false; ///< of figures with the same picture only the first
    int figuresPerShard = 10'000;
    bool isCompressed = false; ///< shards as .tar.zst, quick to read at any place
};

struct ExportProblem {
    std::string shard, key, problem;
};

struct ExportSummary {
    std::uint64_t figures = 0, labelled = 0, shards = 0, bytes = 0;
    double seconds = 0;
    std::vector<ExportProblem> problems; ///< figures copied unchanged although they have labels
};

/// Gives the i-th figure; figures of one source shard should follow one another.
using FigureSource = std::function<Result<ExportFigure>(std::size_t)>;

/// Refuses (Io) a folder that exists and is not empty, unless `isForced` and it holds an earlier
/// export, which is then replaced.
Result<ExportSummary> exportShards(const std::filesystem::path& folder, const ExportRecipe& recipe, std::size_t figures,
                                   const FigureSource& figureAt, shards::OpenShards& open, bool isForced,
                                   const Job& job);

/// The manifest's file name in an export's folder.
inline constexpr const char* manifestName = "MANIFEST.json";
inline constexpr const char* manifestFormat = "biomedica-curator-export";
inline constexpr int manifestVersion = 1;

} // namespace biomedica::exporting
