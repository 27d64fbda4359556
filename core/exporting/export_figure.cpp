#include "core/exporting/export_figure.h"

#include "core/json/object_text.h"
#include "core/json/value.h"

namespace biomedica::exporting {

Result<std::string> labelledMetadata(std::string_view jsonText, const ExportFigure& figure,
                                     std::string_view labelChoice)
{
    std::vector<json::FieldEdit> edits;
    json::Value written = json::Value::array();
    for (const Question question : allQuestions) {
        const auto& answer = figure.labels[question];
        if (!answer)
            continue;
        const json::Value value = isListQuestion(question) ? json::Value(*answer) : json::Value(answer->front());
        edits.push_back({std::string(metadataFieldOf(question)), json::toAsciiText(value)});
        written.push_back(metadataFieldOf(question));
    }
    json::Value provenance;
    provenance["version"] = BIOMEDICA_VERSION;
    provenance["labels"] = labelChoice;
    provenance["fields"] = std::move(written);
    provenance["annotators"] = figure.annotators;
    edits.push_back({std::string(provenanceField), json::toAsciiText(provenance)});
    return json::withFields(jsonText, edits);
}

} // namespace biomedica::exporting
