// Shards of the size of real ones: pictures of 97 KB that do not shrink, JSON of 115 KB most of which is the article,
// captions of 1.1 KB.
#pragma once

#include "tests/bench/bench.h"

namespace biomedica::bench {

/// "w12 w7 …" in the frequencies of real text, about `bytes` long.
inline std::string wordsOfBytes(std::mt19937& random, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += words(random, 50);
    return text;
}

inline json::Value realSizeMetadata(std::mt19937& random, const std::string& accession, const std::string& image)
{
    const char* const licenses[] = {"CC BY 4.0", "CC BY-NC 4.0", "CC0 1.0"};
    std::mt19937 ofArticle(static_cast<unsigned>(std::stoul(accession.substr(3))));
    json::Value references = json::Value::array();
    for (int i = 0; i < 60; ++i)
        references.push_back(std::to_string(ofArticle() % 30'000'000));
    return {{"image_file_name", image + ".jpg"},
            {"image_cluster_id", image},
            {"image_hash", std::string(64, 'a')},
            {"image_label_id", std::to_string(random() % 2000)},
            {"image_panel_type", random() % 2 ? "single" : "multiple"},
            {"image_panel_subtype", "single panel"},
            {"image_primary_label", {random() % 3 ? "Plots and Charts" : "Microscopy"}},
            {"image_secondary_label", {"bar plot"}},
            {"image_size", {800, 600}},
            {"image_set", nullptr},
            {"image_context", {{image, {wordsOfBytes(ofArticle, 1500)}}, {"other", {wordsOfBytes(ofArticle, 1500)}}}},
            {"article_accession_id", accession},
            {"article_title", words(ofArticle, 12)},
            {"article_journal", "Journal " + std::to_string(ofArticle() % 300)},
            {"article_date", std::to_string(2000 + ofArticle() % 24) + " 1 1"},
            {"article_abstract", words(ofArticle, 200)},
            {"article_mesh_terms", {"Humans", "Mice", "MeSH " + std::to_string(ofArticle() % 500)}},
            {"article_keywords", {"keyword " + std::to_string(ofArticle() % 5000)}},
            {"article_reference_ids", references},
            {"article_reference_count", 60},
            {"article_reference_list", nullptr},
            {"article_subject", {"Research Article"}},
            {"article_citation", words(ofArticle, 20)},
            {"article_license", licenses[ofArticle() % 3]},
            {"article_text", wordsOfBytes(ofArticle, 105'000)}};
}

/// <folder>/real-<shards>x<samples>/<%06d>.tar, made once; four figures an article.
inline std::filesystem::path realSizeShards(const std::filesystem::path& folder, int shards, int samples)
{
    const std::filesystem::path place = folder / ("real-" + std::to_string(shards) + "x" + std::to_string(samples));
    if (std::filesystem::exists(place / "complete"))
        return place;
    std::filesystem::create_directories(place);
    std::mt19937 random(1);
    for (int shard = 0; shard < shards; ++shard) {
        char name[32];
        std::snprintf(name, sizeof name, "%06d.tar", shard);
        auto writer = must(archive::TarWriter::create(place / name));
        for (int i = 0; i < samples; ++i) {
            const std::string accession = "PMC" + std::to_string(50'000'000 + (shard * samples + i) / 4);
            const std::string image = "f" + std::to_string(i % 4);
            const std::string key = "b-" + accession + "-" + std::to_string(i % 4) + "-" + image;
            std::string picture("\xff\xd8\xff", 3);
            while (picture.size() < 97'000)
                picture += static_cast<char>(random());
            must(writer.add(key + ".jpg", picture));
            must(writer.add(key + ".json", json::toAsciiText(realSizeMetadata(random, accession, image))));
            must(writer.add(key + ".txt", wordsOfBytes(random, 1000)));
        }
        must(writer.finish());
    }
    std::filesystem::create_directory(place / "complete");
    return place;
}

} // namespace biomedica::bench
