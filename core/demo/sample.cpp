#include "core/demo/sample.h"

#include "core/base/hash.h"
#include "core/image/encode.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

struct Picture {
    Drawing drawing;
    std::string jpeg;
    ImportedLabels labels;
};

/// Every seventh figure or so was printed without colour.
void makeGrey(image::Pixels& pixels)
{
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        const auto grey =
            static_cast<std::uint8_t>((pixels.rgba[i] * 77 + pixels.rgba[i + 1] * 150 + pixels.rgba[i + 2] * 29) >> 8);
        std::fill_n(pixels.rgba.begin() + static_cast<std::ptrdiff_t>(i), 3, grey);
    }
}

Result<Picture> makePicture(const Article& article, std::uint64_t seed, std::uint64_t figureSeed)
{
    Random random(seedOf(figureSeed, {0xf1}));
    Picture picture;
    picture.drawing = drawFigureAbout(article.subject, figureSeed);
    const auto& kinds = picture.drawing.kinds;
    const bool areColoursTold =
        std::any_of(kinds.begin(), kinds.end(), [](Kind kind) { return infoOf(kind).isColourTold; });
    if (random.chance(0.14) && !areColoursTold)
        makeGrey(picture.drawing.pixels);
    const int quality = random.chance(0.12) ? random.integer(38, 67) : random.integer(68, 95);
    TRY(picture.jpeg, image::encodeJpeg(picture.drawing.pixels, quality));
    picture.labels = importedLabels(picture.drawing, seed, figureSeed);
    return picture;
}

std::string sha256(const std::string& bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

json::Value imageSet(const Article& article, const std::vector<Picture>& pictures)
{
    json::Value set = json::Value::array();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::string& id = article.imageIds[i];
        set.push_back({{"image_id", id},
                       {"image_file_name", id},
                       {"image_path", "../" + id},
                       {"caption", pictures[i].drawing.caption},
                       {"hash", "None"}});
    }
    return set;
}

/// By image id, the extension left on for some, as in the released data; null where there is none.
json::Value imageContext(const Article& article, Random& random)
{
    json::Value context;
    for (std::size_t i = 0; i < article.imageIds.size(); ++i)
        if (!article.mentions[i].empty())
            context[article.imageIds[i] + (random.chance(0.1) ? ".jpg" : "")] = article.mentions[i];
    return context;
}

/// What all figures of the article share, in the order of BIOMEDICA's fields; the figure's own are null.
json::Value sharedFields(const Article& article, const std::vector<Picture>& pictures, Random& random)
{
    json::Value fields;
    for (const char* own : {"image_file_name", "image_cluster_id", "image_hash", "image_label_id", "image_panel_type",
                            "image_panel_subtype", "image_primary_label", "image_secondary_label", "image_size"})
        fields[own] = nullptr;
    fields["image_set"] = imageSet(article, pictures);
    fields["image_context"] = imageContext(article, random);
    fields["article_accession_id"] = article.accession;
    fields["article_title"] = article.title;
    fields["article_journal"] = article.journal;
    fields["article_date"] = article.date;
    fields["article_abstract"] = article.abstract;
    fields["article_mesh_terms"] = article.mesh;
    fields["article_keywords"] = article.keywords;
    fields["article_reference_ids"] = article.referenceIds;
    fields["article_reference_count"] = article.referenceCount;
    fields["article_reference_list"] = std::vector<std::string>{""};
    fields["article_subject"] = article.subjects;
    fields["article_citation"] = article.citation;
    fields["article_license"] = article.license;
    fields["article_text"] = article.text;
    return fields;
}

void setOwnFields(json::Value& fields, const std::string& imageId, const Picture& picture)
{
    fields["image_file_name"] = imageId + ".jpg";
    fields["image_cluster_id"] = imageId;
    fields["image_hash"] = sha256(picture.jpeg);
    fields["image_label_id"] = std::to_string(picture.labels.cluster);
    fields["image_panel_type"] = picture.labels.panelType;
    fields["image_panel_subtype"] = picture.labels.panelSubtype;
    fields["image_primary_label"] = picture.labels.primary;
    fields["image_secondary_label"] = picture.labels.secondary;
    fields["image_size"] = {picture.drawing.pixels.width, picture.drawing.pixels.height};
}

std::string keyOf(const Article& article, std::size_t figure)
{
    return "filelist_" + std::string(subsetName(article.subset)) + "_batch_0_0-" + article.accession + "-"
           + std::to_string(figure) + "-" + article.imageIds[figure];
}

} // namespace

Result<ArticleSamples> makeSamples(std::uint64_t seed, int index, int articleTextBytes, const Job& job)
{
    const auto articleNumber = static_cast<std::uint64_t>(index);
    Article article = makeArticle(seed, index);
    std::vector<Picture> pictures;
    for (std::size_t figure = 0; figure < article.imageIds.size(); ++figure) {
        TRY_VOID(job.check());
        TRY(Picture picture, makePicture(article, seed, seedOf(seed, {0xf2, articleNumber, figure})));
        pictures.push_back(std::move(picture));
    }
    std::vector<std::vector<std::string>> topics;
    for (const Picture& picture : pictures)
        topics.push_back(picture.drawing.topics);
    writeText(article, topics, seedOf(seed, {0xa3, articleNumber}), articleTextBytes);
    Random random(seedOf(seed, {0xa2, articleNumber}));
    json::Value fields = sharedFields(article, pictures, random);
    ArticleSamples result;
    result.subset = article.subset;
    for (std::size_t figure = 0; figure < pictures.size(); ++figure) {
        setOwnFields(fields, article.imageIds[figure], pictures[figure]);
        result.samples.push_back({keyOf(article, figure), std::move(pictures[figure].jpeg), json::toAsciiText(fields),
                                  pictures[figure].drawing.caption});
    }
    return result;
}

} // namespace biomedica::demo
