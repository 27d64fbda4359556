// consensus

#include "app/cli/command.h"
#include "app/cli/table.h"

#include <algorithm>
#include <cstdio>

namespace biomedica::cli {

namespace {

using agreement::Estimate;
using agreement::Interval;
using workspace::QuestionReport;

struct ConsensusOptions {
    std::vector<std::string> questions;
    std::size_t resamples = 0;
    std::uint32_t seed = 1;
    bool isDetailed = false;
};

Result<workspace::ConsensusRequest> requestFrom(const ConsensusOptions& options)
{
    workspace::ConsensusRequest request;
    request.bootstrap.resamples = options.resamples;
    request.bootstrap.seed = options.seed;
    if (options.questions.empty())
        return request;
    request.questions.clear();
    for (const std::string& name : options.questions) {
        const auto* const found =
            std::find_if(allQuestions.begin(), allQuestions.end(), [&](Question one) { return nameOf(one) == name; });
        if (found == allQuestions.end())
            return usage("--question is panel_type, panel_subtype, primary or secondary, not '" + name + "'");
        request.questions.push_back(*found);
    }
    return request;
}

// ---- JSON. Shares are in percent, 0 to 100; kappa and alpha at most 1; null where undefined.

constexpr double inPercent = 100;

void addEstimate(json::Value& line, const std::string& name, const std::optional<Estimate>& estimate, double scale = 1)
{
    line[name] = estimate ? json::Value(estimate->value * scale) : json::Value();
    if (estimate && estimate->interval)
        line[name + "_interval"] = {estimate->interval->low * scale, estimate->interval->high * scale};
}

void addMeasures(json::Value& line, const agreement::Measures& measures)
{
    addEstimate(line, "percent", measures.observed, inPercent);
    addEstimate(line, "fleiss_kappa", measures.fleissKappa);
    addEstimate(line, "krippendorff_alpha", measures.krippendorffAlpha);
}

json::Value answerOf(const QuestionReport& report, agreement::Label label)
{
    const Answer& answer = report.answers[static_cast<std::size_t>(label)];
    return isListQuestion(report.question) ? json::Value(answer) : json::Value(answer.front());
}

json::Value classLines(const QuestionReport& report)
{
    json::Value lines = json::Value::object();
    for (const workspace::ClassAgreement& one : report.byClass) {
        json::Value& line = lines[one.name];
        line = {{"figures", one.figures}, {"votes", one.votes}};
        addMeasures(line, one.measures);
    }
    return lines;
}

json::Value pairLines(const QuestionReport& report)
{
    json::Value lines = json::Value::array();
    for (const workspace::AnnotatorPair& pair : report.pairs) {
        json::Value line = {{"first", report.annotators[pair.first]},
                            {"second", report.annotators[pair.second]},
                            {"figures", pair.measures.items}};
        addEstimate(line, "percent", pair.measures.observed, inPercent);
        addEstimate(line, "cohen_kappa", pair.measures.cohenKappa);
        line["confusion"] = json::Value::array();
        for (const agreement::Confusion::Cell& cell : pair.confusion.cells)
            line["confusion"].push_back({{"first", answerOf(report, cell.first)},
                                         {"second", answerOf(report, cell.second)},
                                         {"figures", cell.count}});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string dayOf(const agreement::DriftPoint& point)
{
    return isoTime(point.begin.time_since_epoch().count()).substr(0, 10);
}

json::Value driftLines(const QuestionReport& report)
{
    json::Value lines = json::Value::array();
    for (const agreement::DriftPoint& point : report.drift)
        lines.push_back({{"annotator", report.annotators[point.annotator]},
                         {"day", dayOf(point)},
                         {"votes", point.votes},
                         {"percent", point.share() * inPercent}});
    return lines;
}

json::Value repeatLines(const QuestionReport& report)
{
    json::Value lines = json::Value::array();
    for (const agreement::SelfAgreement& one : report.repeats) {
        json::Value line = {{"annotator", report.annotators[one.annotator]}, {"figures", one.measures.items}};
        addEstimate(line, "percent", one.measures.observed, inPercent);
        addEstimate(line, "cohen_kappa", one.measures.cohenKappa);
        lines.push_back(std::move(line));
    }
    return lines;
}

json::Value questionLine(const QuestionReport& report)
{
    json::Value agreed = {{"figures", report.agreement.items}};
    addMeasures(agreed, report.agreement);
    return {{"question", nameOf(report.question)}, {"figures", report.figures},      {"undecided", report.undecided},
            {"agreement", std::move(agreed)},      {"by_class", classLines(report)}, {"annotators", report.annotators},
            {"pairs", pairLines(report)},          {"drift", driftLines(report)},    {"repeats", repeatLines(report)}};
}

// ---- Text

using Rows = std::vector<std::vector<std::string>>;

std::string number(const char* format, double value)
{
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string cell(const std::optional<Estimate>& estimate, const char* format, double scale = 1)
{
    if (!estimate)
        return "–";
    std::string text = number(format, estimate->value * scale);
    if (const auto& interval = estimate->interval)
        text += " [" + number(format, interval->low * scale) + ", " + number(format, interval->high * scale) + "]";
    return text;
}

std::vector<std::string> measureCells(const agreement::Measures& measures)
{
    return {cell(measures.observed, "%.1f", inPercent), cell(measures.fleissKappa, "%.3f"),
            cell(measures.krippendorffAlpha, "%.3f")};
}

/// A name, some counts, then the measures.
std::vector<std::string> row(std::vector<std::string> cells, const std::vector<std::string>& measures)
{
    cells.insert(cells.end(), measures.begin(), measures.end());
    return cells;
}

void print(const Output& output, const std::string& title, const Rows& rows)
{
    if (rows.size() < 2) // the head alone
        return;
    if (!title.empty())
        output.text("\n" + title);
    for (const std::string& line : alignedLines(rows))
        output.text(line);
}

void printDetails(const Output& output, const QuestionReport& report)
{
    const std::string name(nameOf(report.question));
    Rows classes = {{"class", "figures", "votes", "percent", "Fleiss' kappa", "Krippendorff's alpha"}};
    for (const workspace::ClassAgreement& one : report.byClass)
        classes.push_back(
            row({one.name, std::to_string(one.figures), std::to_string(one.votes)}, measureCells(one.measures)));
    print(output, name + ", by class", classes);

    Rows pairs = {{"annotators", "figures", "percent", "Cohen's kappa"}};
    for (const workspace::AnnotatorPair& pair : report.pairs)
        pairs.push_back({report.annotators[pair.first] + ", " + report.annotators[pair.second],
                         std::to_string(pair.measures.items), cell(pair.measures.observed, "%.1f", inPercent),
                         cell(pair.measures.cohenKappa, "%.3f")});
    print(output, name + ", two by two", pairs);

    Rows days = {{"annotator", "day", "votes", "percent"}};
    for (const agreement::DriftPoint& point : report.drift)
        days.push_back({report.annotators[point.annotator], dayOf(point), std::to_string(point.votes),
                        number("%.1f", point.share() * inPercent)});
    print(output, name + ", votes that equal the consensus of the others, by day", days);

    Rows repeats = {{"annotator", "figures", "percent", "Cohen's kappa"}};
    for (const agreement::SelfAgreement& one : report.repeats)
        repeats.push_back({report.annotators[one.annotator], std::to_string(one.measures.items),
                           cell(one.measures.observed, "%.1f", inPercent), cell(one.measures.cohenKappa, "%.3f")});
    print(output, name + ", agreement with themselves when asked again", repeats);
}

void printText(const Output& output, const workspace::ConsensusReport& report, bool isDetailed)
{
    Rows rows = {{"question", "annotators", "figures", "undecided", "by two or more", "percent", "Fleiss' kappa",
                  "Krippendorff's alpha"}};
    for (const QuestionReport& one : report.questions)
        rows.push_back(
            row({std::string(nameOf(one.question)), std::to_string(one.annotators.size()), std::to_string(one.figures),
                 std::to_string(one.undecided), std::to_string(one.agreement.items)},
                measureCells(one.agreement)));
    print(output, "", rows);
    if (isDetailed)
        for (const QuestionReport& one : report.questions)
            printDetails(output, one);
}

Result<void> consensus(const Context& context, const ConsensusOptions& options)
{
    TRY(const workspace::ConsensusRequest request, requestFrom(options));
    TRY(const auto workspace, context.open());
    TRY(const workspace::ConsensusReport report, workspace->consensusReport(request, context.job("figure")));
    for (const QuestionReport& one : report.questions)
        context.output.json(questionLine(one));
    printText(context.output, report, options.isDetailed);
    return {};
}

} // namespace

void addConsensusCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ConsensusOptions>();
    CLI::App* command = addCollectionCommand(
        app, context, "consensus", "Majority vote, disagreements, and how far the annotators agree",
        "  biomedica consensus figures\n"
        "  biomedica consensus figures --question primary --bootstrap 1000 --details\n"
        "  biomedica consensus figures --json | jq '.agreement.krippendorff_alpha'\n"
        "\n"
        "percent is, of all pairs of votes on the same figure, the share that is equal, 0 to 100. A figure's set\n"
        "of classes is taken as one value; by class, a figure is in it or not. Figures with one vote only do not\n"
        "count for agreement. What is undefined, kappa where all votes are the same, say, is – or null.\n"
        "The figures in dispute: biomedica search figures is:disputed",
        [&context, options] { return consensus(context, *options); });
    addRepeated(*command, "--question", "QUESTION", options->questions,
                "panel_type, panel_subtype, primary or secondary; all where left out");
    command
        ->add_option("--bootstrap", options->resamples,
                     "Add 95 % intervals from this many resamples of the figures, 1000 say")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}));
    command->add_option("--seed", options->seed, "Of the resamples: the same seed gives the same intervals")
        ->capture_default_str();
    command->add_flag("--details", options->isDetailed,
                      "Also by class, two by two annotators, by day and when asked again");
}

} // namespace biomedica::cli
