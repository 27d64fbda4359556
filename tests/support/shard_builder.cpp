#include "tests/support/shard_builder.h"

#include "core/archive/tarwriter.h"
#include "core/base/file.h"
#include "core/image/encode.h"

#include <QtGlobal>

namespace biomedica::test {

std::string picture(int number)
{
    image::Pixels pixels(16, 12);
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        pixels.rgba[i] = static_cast<std::uint8_t>(number * 37);
        pixels.rgba[i + 1] = static_cast<std::uint8_t>(number >> 3);
        pixels.rgba[i + 2] = static_cast<std::uint8_t>(i);
        pixels.rgba[i + 3] = 255;
    }
    return image::encodeJpeg(pixels, 90).value();
}

json::Value metadata(const std::string& accession, const std::string& imageId)
{
    json::Value value;
    value["image_file_name"] = imageId + ".jpg";
    value["image_cluster_id"] = imageId;
    value["image_hash"] = "None";
    value["image_label_id"] = "7";
    value["image_panel_type"] = "single";
    value["image_panel_subtype"] = "single panel";
    value["image_primary_label"] = {"Plots and Charts"};
    value["image_secondary_label"] = {"bar plot"};
    value["image_size"] = {16, 12};
    value["image_set"] = nullptr;
    value["image_context"] = nullptr;
    value["article_accession_id"] = accession;
    value["article_title"] = "A study of " + accession;
    value["article_journal"] = "Journal of Tests";
    value["article_date"] = "1262304000"; // 2010-01-01
    value["article_abstract"] = "None";
    value["article_mesh_terms"] = {"Humans"};
    value["article_keywords"] = json::Value::array();
    value["article_license"] = "CC BY 4.0";
    return value;
}

std::string keyOf(const std::string& accession, int figureIndex, const std::string& imageId)
{
    return "batch-" + accession + "-" + std::to_string(figureIndex) + "-" + imageId;
}

ShardBuilder& ShardBuilder::member(const std::string& name, const std::string& bytes)
{
    m_members.emplace_back(name, bytes);
    return *this;
}

ShardBuilder& ShardBuilder::figure(const std::string& key, int pictureNumber, const json::Value& metadata,
                                   const std::string& caption)
{
    return member(key + ".jpg", picture(pictureNumber))
        .member(key + ".json", json::toAsciiText(metadata))
        .member(key + ".txt", caption);
}

void ShardBuilder::write(const std::filesystem::path& path) const
{
    const auto written = [&]() -> Result<void> {
        TRY_VOID(makeFolders(path.parent_path()));
        TRY(archive::TarWriter writer, archive::TarWriter::create(path));
        for (const auto& [name, bytes] : m_members)
            TRY_VOID(writer.add(name, bytes));
        return writer.finish();
    }();
    if (!written)
        qFatal("%s", written.error().message().c_str());
}

void writeSimpleShard(const std::filesystem::path& path, int count, int firstArticle)
{
    ShardBuilder builder;
    for (int i = 0; i < count; ++i) {
        const int number = firstArticle + i;
        const std::string accession = "PMC" + std::to_string(number);
        builder.figure(keyOf(accession, 0, "fig1"), number, metadata(accession, "fig1"),
                       "figure " + std::to_string(number) + " about cells");
    }
    builder.write(path);
}

Result<std::unique_ptr<workspace::Workspace>> makeCollection(const std::filesystem::path& folder,
                                                             const std::vector<std::filesystem::path>& shards)
{
    TRY(auto workspace, workspace::Workspace::create(folder));
    TRY_VOID(workspace->index(shards, {}, {}, [](const catalog::Problem&) {}));
    return workspace;
}

} // namespace biomedica::test
