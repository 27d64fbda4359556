// What a sample's JSON and caption say about a figure, typed. Source of the fields: the BIOMEDICA
// dataset card and its ETL code; "None" and null count as missing.
//
// Thread contract: a MetadataReader belongs to one thread.
#pragma once

#include "core/base/answers.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/json/object_reader.h"
#include "core/shards/metadata_text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::shards {

/// The fields of a figure's JSON in BIOMEDICA's order; with picture and caption they are its 27.
inline constexpr std::array metadataFields = {"image_file_name",
                                              "image_cluster_id",
                                              "image_hash",
                                              "image_label_id",
                                              "image_panel_type",
                                              "image_panel_subtype",
                                              "image_primary_label",
                                              "image_secondary_label",
                                              "image_size",
                                              "image_set",
                                              "image_context",
                                              "article_accession_id",
                                              "article_title",
                                              "article_journal",
                                              "article_date",
                                              "article_abstract",
                                              "article_mesh_terms",
                                              "article_keywords",
                                              "article_reference_ids",
                                              "article_reference_count",
                                              "article_reference_list",
                                              "article_subject",
                                              "article_citation",
                                              "article_license",
                                              "article_text"};

/// Fields that all figures of an article share. Absent text is empty.
struct ArticleMetadata {
    std::string accession; ///< PMCID, "PMC176545"
    std::string title, journal, citation, license, abstract;
    std::string date; ///< as written
    std::vector<std::string> mesh, keywords, subjects;

    bool isEmpty() const { return *this == ArticleMetadata{}; }
    bool operator==(const ArticleMetadata&) const = default;
};

struct FigureMetadata {
    std::string caption;
    std::string imageFile;               ///< image_file_name
    std::string imageId;                 ///< image_cluster_id, which is really the image's id
    std::string imageHash;               ///< image_hash
    std::string cluster;                 ///< image_label_id: the cluster of the published clustering
    std::uint32_t width = 0, height = 0; ///< pixels; 0 = not stated
    Answers imported;                    ///< the labels that the shard carries
    std::vector<std::string> mentions;   ///< paragraphs of the article that cite this figure, markup removed
    ArticleMetadata article;

    bool operator==(const FigureMetadata&) const = default;
};

class MetadataReader {
public:
    /// `jsonText` of a sample, best with room behind it (ObjectReader::parse). Corrupt where it is no JSON object.
    Result<FigureMetadata> read(const std::string& jsonText);
    /// Of a sample's JSON, if possible without reading its `article_text` (metadata_text.h). Errors as readMember(),
    /// too.
    Result<FigureMetadata> read(const ShardFile& shard, const SampleMember& member, const Job& job);

private:
    bool hasAllFields() const;

    json::ObjectReader m_reader;
    MetadataText m_text;
};

/// The year in an article_date: Unix seconds as text (negative ones too), "2003 10 18", "2003".
std::optional<int> yearOf(std::string_view date);

/// "CC BY 4.0" → "CC BY": licences are compared without their version.
std::string licenseWithoutVersion(std::string_view license);

/// The figure index in `<batch>-<PMCID>-<figure index>-<image id>`; nullopt where the key has no such form.
std::optional<std::string> figureIndexOf(std::string_view key, std::string_view accession);

/// What a figure is, wherever it lies: article, image id and figure index. nullopt where one of them is
/// missing; then the identity comes from identifyByBytes().
std::optional<FigureId> identify(std::string_view key, const FigureMetadata& metadata);

/// Identity of a figure without an article: keys like "000000" recur in every data set, so the picture
/// itself takes part.
FigureId identifyByBytes(std::string_view key, std::string_view imageBytes);

} // namespace biomedica::shards
