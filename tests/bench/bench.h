// What the benchmark programs share: collections of demo figures.
#pragma once

#include "core/archive/tarwriter.h"
#include "core/demo/demo.h"
#include "core/image/encode.h"
#include "core/json/value.h"
#include "core/workspace/workspace.h"
#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace biomedica::bench {

/// Demo shards with as much article text as real ones have, drawn once.
inline std::filesystem::path demoShards(const std::filesystem::path& folder, int figures)
{
    const std::filesystem::path shards = folder / ("demo-" + std::to_string(figures));
    if (std::filesystem::exists(shards / "complete"))
        return shards;
    demo::DemoOptions options;
    options.folder = shards;
    options.figures = figures;
    options.articleTextBytes = 100'000;
    std::fprintf(stderr, "drawing %d figures, once\n", figures);
    must(demo::writeDemo(options, {}));
    std::filesystem::create_directory(shards / "complete");
    return shards;
}

/// Words whose frequencies fall as in real text (Zipf's law): "w0" stands in most captions, "w3000" in few.
inline std::string words(std::mt19937& random, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        const double uniform = (random() + 1.0) / 4294967297.0;
        text.append("w").append(std::to_string(static_cast<int>(std::pow(20'000.0, uniform)) - 1)).append(" ");
    }
    return text;
}

inline std::string nameOf(const char* what, int figures, int side)
{
    return what + std::to_string(figures) + (side > 8 ? "-of-" + std::to_string(side) + "-pixels" : "");
}

/// One shard of many figures with empty pictures, four to an article, captions of 60 words, abstracts of 150.
inline std::filesystem::path tinyShard(const std::filesystem::path& folder, int figures, int side = 8)
{
    const std::filesystem::path path = folder / nameOf("tiny-", figures, side) / "000000.tar";
    if (std::filesystem::exists(path))
        return path;
    std::filesystem::create_directories(path.parent_path());
    auto writer = must(archive::TarWriter::create(path));
    const std::string picture = must(image::encodeJpeg(image::Pixels(side, side), 80));
    std::mt19937 random(1);
    const char* const licenses[] = {"CC BY 4.0", "CC BY-NC 4.0", "CC0 1.0"};
    for (int i = 0; i < figures; ++i) {
        const std::string accession = "PMC" + std::to_string(99'000'000 + i / 4);
        const std::string name = "b-" + accession + "-" + std::to_string(i % 4) + "-f" + std::to_string(i % 4);
        std::mt19937 ofArticle(static_cast<unsigned>(i / 4));
        const json::Value metadata = {{"image_cluster_id", "f" + std::to_string(i % 4)},
                                      {"image_label_id", std::to_string(random() % 2000)},
                                      {"image_panel_type", random() % 2 ? "single" : "multiple"},
                                      {"image_primary_label", {random() % 3 ? "Plots and Charts" : "Microscopy"}},
                                      {"article_accession_id", accession},
                                      {"article_license", licenses[ofArticle() % 3]},
                                      {"article_journal", "Journal " + std::to_string(ofArticle() % 300)},
                                      {"article_date", std::to_string(2000 + ofArticle() % 24) + " 1 1"},
                                      {"article_title", words(ofArticle, 12)},
                                      {"article_abstract", words(ofArticle, 150)}};
        must(writer.add(name + ".jpg", picture));
        must(writer.add(name + ".json", json::toAsciiText(metadata)));
        must(writer.add(name + ".txt", words(random, 60)));
    }
    must(writer.finish());
    return path;
}

inline std::unique_ptr<workspace::Workspace> tinyCollection(const std::filesystem::path& folder, int figures,
                                                            int side = 8)
{
    auto workspace = must(workspace::Workspace::openOrCreate(folder / nameOf("collection-", figures, side)));
    must(workspace->index({tinyShard(folder, figures, side)}, {}, {}, [](const catalog::Problem&) {}));
    return workspace;
}

} // namespace biomedica::bench
