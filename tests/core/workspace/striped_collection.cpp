#include "tests/core/workspace/striped_collection.h"

#include "core/image/encode.h"
#include "core/query/parser.h"
#include "core/similarity/npy.h"
#include "tests/support/expect.h"

#include <cmath>
#include <fstream>

namespace biomedica::test {

namespace fs = std::filesystem;

std::string striped(int number)
{
    image::Pixels pixels(320, 240);
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x) {
            std::uint8_t* pixel = pixels.row(y) + x * 4;
            const int at = number < figureCount / 2 ? x : y;
            const bool isDark = at / (4 + number) % 2 == 0;
            pixel[0] = pixel[1] = isDark ? 20 : 240;
            pixel[2] = static_cast<std::uint8_t>(isDark ? 20 + number * 10 : 240);
            pixel[3] = 255;
        }
    return image::encodePng(pixels).value();
}

std::string keyOf(int number)
{
    return keyOf("PMC" + std::to_string(number + 1), 0, "fig1");
}

void write(const fs::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

void writeNpy(const fs::path& path, const std::vector<std::vector<float>>& rows)
{
    EXPECT_VALUE(auto writer,
                 similarity::NpyWriter::create(path, similarity::NpyType::Float32, rows.size(), rows.front().size()));
    for (const std::vector<float>& row : rows)
        EXPECT_OK(writer.append(row));
    EXPECT_OK(writer.finish());
}

std::vector<std::string> keysOf(workspace::Workspace& workspace, const std::string& query)
{
    const auto result = workspace.search(query::parse(query).value(), {});
    std::vector<std::string> keys;
    for (std::size_t i = 0; result && i < (*result)->size(); ++i)
        keys.push_back(workspace.summary((*result)->rowAt(i)).value().key);
    return keys;
}

StripedCollection::StripedCollection()
{
    fs::create_directories(folder() / "a");
    ShardBuilder builder;
    for (int i = 0; i < figureCount; ++i) {
        json::Value about = metadata("PMC" + std::to_string(i + 1), "fig1");
        about["article_license"] = i % 2 ? "CC0" : "CC BY 4.0";
        builder.member(keyOf(i) + ".jpg", striped(i)).member(keyOf(i) + ".json", about.dump());
        builder.member(keyOf(i) + ".txt", i % 3 ? "stripes" : "cells and stripes cells");
    }
    builder.write(folder() / "a/000000.tar");
    if (!makeCollection(folder() / "c", {folder() / "a/000000.tar"}))
        qFatal("cannot make the collection");
}

std::unique_ptr<workspace::Workspace> StripedCollection::open() const
{
    return workspace::Workspace::open(folder() / "c").value();
}

void StripedCollection::importCircle(workspace::Workspace& workspace, const std::string& model) const
{
    std::vector<std::vector<float>> rows;
    std::string keys;
    for (int i = 0; i < figureCount; ++i) {
        const float angle = 3.1f * static_cast<float>(i) / figureCount;
        rows.push_back({std::cos(angle) * 5, std::sin(angle) * 5, 0, 0});
        keys += keyOf(i) + "\n";
    }
    writeNpy(folder() / "v.npy", rows);
    write(folder() / "k.txt", keys);
    EXPECT_OK(workspace.similarity().importVectors(folder() / "v.npy", folder() / "k.txt", model, {}));
}

} // namespace biomedica::test
