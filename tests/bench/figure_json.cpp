#include "tests/bench/figure_json.h"

namespace biomedica::bench {

namespace {

json::Value orNull(const std::optional<Answer>& answer)
{
    return answer ? json::Value(*answer) : json::Value(nullptr);
}

json::Value firstOrNull(const std::optional<Answer>& answer)
{
    return answer && !answer->empty() ? json::Value(answer->front()) : json::Value(nullptr);
}

} // namespace

json::Value metadataJson(const shards::FigureMetadata& figure)
{
    const shards::ArticleMetadata& article = figure.article;
    json::Value context = json::Value::object();
    if (!figure.mentions.empty())
        context[figure.imageId] = figure.mentions;
    return {{"image_file_name", figure.imageFile},
            {"image_cluster_id", figure.imageId},
            {"image_hash", figure.imageHash},
            {"image_label_id", figure.cluster},
            {"image_panel_type", firstOrNull(figure.imported[Question::PanelType])},
            {"image_panel_subtype", firstOrNull(figure.imported[Question::PanelSubtype])},
            {"image_primary_label", orNull(figure.imported[Question::Primary])},
            {"image_secondary_label", orNull(figure.imported[Question::Secondary])},
            {"image_size", {figure.width, figure.height}},
            {"image_set", nullptr},
            {"image_context", context},
            {"article_accession_id", article.accession},
            {"article_title", article.title},
            {"article_journal", article.journal},
            {"article_date", article.date},
            {"article_abstract", article.abstract.empty() ? "None" : article.abstract},
            {"article_mesh_terms", article.mesh},
            {"article_keywords", article.keywords},
            {"article_reference_ids", nullptr},
            {"article_reference_count", nullptr},
            {"article_reference_list", nullptr},
            {"article_subject", article.subjects},
            {"article_citation", article.citation},
            {"article_license", article.license},
            {"article_text", article.title}};
}

} // namespace biomedica::bench
