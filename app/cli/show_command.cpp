// show

#include "app/cli/command.h"

#include "core/base/file.h"
#include "core/base/text.h"

namespace biomedica::cli {

namespace {

struct ShowOptions {
    std::string key, image, text;
};

json::Value valueOf(Question question, const Answer& answer)
{
    if (isListQuestion(question))
        return answer;
    return answer.empty() ? json::Value() : json::Value(answer.front());
}

json::Value optionalValue(Question question, const std::optional<Answer>& answer)
{
    return answer ? valueOf(question, *answer) : json::Value();
}

/// For each question the effective label, where it comes from, and everything it was made of.
json::Value labelsOf(const workspace::FigureDetail& figure)
{
    json::Value labels = json::Value::object();
    for (const Question question : allQuestions) {
        const annotation::Consensus& consensus = figure.labels[question];
        const bool isDecided = consensus.agreement == annotation::Agreement::Decided;
        json::Value& label = labels[std::string(nameOf(question))];
        label["value"] = optionalValue(question, figure.summary.effective[question]);
        label["from"] = isDecided                   ? json::Value("votes")
                        : figure.imported[question] ? json::Value("imported")
                                                    : json::Value();
        label["consensus"] = isDecided ? valueOf(question, consensus.answer) : json::Value();
        label["undecided"] = consensus.agreement == annotation::Agreement::Undecided;
        label["imported"] = optionalValue(question, figure.imported[question]);
        label["votes"] = json::Value::array();
        for (const annotation::FigureVote& vote : figure.labels.votes)
            if (vote.question == question)
                label["votes"].push_back({{"annotator", vote.annotator},
                                          {"value", valueOf(question, vote.answer)},
                                          {"when", isoTime(vote.atMs)},
                                          {"source", nameOf(vote.source)},
                                          {"decision", vote.decision}});
    }
    return labels;
}

json::Value remarksOf(const annotation::FigureLabels& labels)
{
    json::Value remarks = json::Value::array();
    for (const annotation::FigureRemark& remark : labels.remarks)
        remarks.push_back({{"annotator", remark.annotator},
                           {"status", nameOf(remark.status)},
                           {"flag", remark.isFlagged},
                           {"note", remark.note}});
    return remarks;
}

/// What reviewers said of the figure, and whom it was given to.
json::Value reviewOf(const annotation::FigureLabels& labels)
{
    json::Value review = {{"verdict", nameOf(labels.review.verdict)},
                          {"comment", labels.review.comment},
                          {"reviewer", labels.review.reviewer},
                          {"adjudications", json::Value::array()},
                          {"assigned", labels.assignees}};
    for (const annotation::Adjudication& adjudication : labels.adjudications)
        review["adjudications"].push_back({{"question", nameOf(adjudication.question)},
                                           {"value", adjudication.answer},
                                           {"reviewer", adjudication.reviewer},
                                           {"when", isoTime(adjudication.atMs)}});
    return review;
}

json::Value whole(const workspace::FigureDetail& figure, const json::Value& metadata)
{
    json::Value line;
    line["key"] = figure.summary.key;
    line["shard"] = figure.summary.shard;
    const shards::Sample sample{figure.summary.key, figure.members};
    line["image"] = {{"member", figure.summary.key + "." + sample.image()->extension}, {"bytes", sample.image()->size}};
    line["caption"] = figure.summary.caption;
    for (const char* field : shards::metadataFields)
        line[field] = metadata.is_object() && metadata.contains(field) ? metadata[field] : json::Value();
    line["labels"] = labelsOf(figure);
    line["remarks"] = remarksOf(figure.labels);
    line["review"] = reviewOf(figure.labels);
    return line;
}

std::string plain(const json::Value& value)
{
    return value.is_string() ? value.get<std::string>() : json::toLine(value);
}

void printText(const Output& output, const json::Value& line)
{
    for (const auto& [field, value] : line.items()) {
        if (field == "labels") {
            output.text("labels");
            for (const auto& [question, label] : value.items())
                output.text("    " + question + ": " + plain(label["value"])
                            + (label["from"].is_null() ? ""
                                                       : " (" + plain(label["from"]) + ", "
                                                             + counted(label["votes"].size(), "vote") + ")"));
        } else {
            output.text(field + ": " + shortened(plain(value), 300));
        }
    }
}

Result<void> show(const Context& context, const ShowOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(const RowId row, workspace->resolveKey(options.key));
    TRY(const workspace::FigureDetail figure, workspace->detail(row));
    TRY(const std::string metadataText, workspace->metadataText(row));
    if (!options.image.empty()) {
        TRY(const std::string bytes, workspace->imageBytes(row));
        TRY_VOID(writeFileDurably(options.image, bytes));
    }
    if (!options.text.empty())
        TRY_VOID(writeFileDurably(options.text, figure.summary.caption));
    const json::Value line = whole(figure, json::parse(metadataText).value_or(json::Value()));
    context.output.json(line);
    if (!context.output.isJson)
        printText(context.output, line);
    return {};
}

} // namespace

void addShowCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = addCollectionCommand(app, context, "show", "One figure whole: metadata, labels, picture",
                                             "  biomedica show figures KEY --json\n"
                                             "  biomedica show figures commercial/000000.tar:KEY --image figure.jpg",
                                             [&context, options] { return show(context, *options); });
    command->add_option("KEY", options->key, "The sample's key, or SHARD:KEY")->required();
    command->add_option("--image", options->image, "Write the picture to this file, as stored");
    command->add_option("--text", options->text, "Write the caption to this file");
}

} // namespace biomedica::cli
