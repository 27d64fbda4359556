#include "app/cli/lines.h"

#include "core/base/text.h"

namespace biomedica::cli {

namespace {

json::Value textOrNull(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

json::Value single(const std::optional<Answer>& answer)
{
    return answer && !answer->empty() ? json::Value(answer->front()) : json::Value();
}

} // namespace

void printFigure(const Output& output, const workspace::FigureSummary& figure, float score)
{
    output.json({{"key", figure.key},
                 {"pmcid", textOrNull(figure.pmcid)},
                 {"score", score},
                 {"caption", figure.caption},
                 {"shard", figure.shard},
                 {"primary", figure.effective[Question::Primary].value_or(Answer())},
                 {"secondary", figure.effective[Question::Secondary].value_or(Answer())},
                 {"panel_type", single(figure.effective[Question::PanelType])},
                 {"panel_subtype", single(figure.effective[Question::PanelSubtype])}});
    output.text(figure.key + "\n    " + shortened(figure.caption, 100) + "\n    "
                + join(figure.effective[Question::Primary].value_or(Answer{"unlabelled"}), ", ")
                + (figure.pmcid.empty() ? "" : " · " + figure.pmcid)
                + (figure.license.empty() ? "" : " · " + figure.license));
}

void printProblem(const Output& output, const catalog::Problem& problem)
{
    output.json({{"shard", problem.shard},
                 {"key", problem.what.key ? json::Value(*problem.what.key) : json::Value()},
                 {"problem", problem.what.problem}});
    if (!output.isJson)
        output.message(problem.shard + (problem.what.key ? ":" + *problem.what.key : "") + ": " + problem.what.problem);
}

} // namespace biomedica::cli
