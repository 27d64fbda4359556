// check: contradictions in labels against the rules between the questions

#include "app/cli/command.h"

#include "core/annotation/cluster_labels.h"
#include "core/annotation/rules.h"
#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>

namespace biomedica::cli {

namespace {

using annotation::Rule;
using annotation::Violation;

struct CheckOptions {
    std::string clusterLabels;
    std::vector<std::string> rules;
    std::size_t limit = 0;
};

json::Value fixesOf(const Violation& violation)
{
    json::Value fixes = json::Value::array();
    for (const annotation::Fix& fix : violation.fixes) {
        json::Value changes = json::Value::object();
        for (const annotation::Change& change : fix.changes) {
            json::Value& value = changes[std::string(nameOf(change.question))];
            if (change.answer && isListQuestion(change.question))
                value = *change.answer;
            else if (change.answer)
                value = change.answer->front();
        }
        fixes.push_back({{"fix", idOf(fix.kind)}, {"description", fix.description}, {"changes", changes}});
    }
    return fixes;
}

/// Prints violations up to the limit and counts all of them.
class Report {
public:
    Report(const Output& output, const CheckOptions& options) : m_output(output), m_options(options) {}

    bool isWanted(Rule rule) const
    {
        return m_options.rules.empty()
               || std::find(m_options.rules.begin(), m_options.rules.end(), idOf(rule)) != m_options.rules.end();
    }

    /// How many more lines the limit leaves.
    std::size_t room() const
    {
        return m_options.limit == 0 ? std::numeric_limits<std::size_t>::max() : m_options.limit - m_printed;
    }

    void count(Rule rule, std::size_t number) { m_counts[rule] += number; }

    /// `where`: the fields that say which figure or cluster; `name` says it in text.
    void print(const Violation& violation, const json::Value& where, const std::string& name)
    {
        ++m_printed;
        if (m_output.isJson) {
            json::Value line = {{"rule", idOf(violation.rule)}};
            line.update(where);
            line["detail"] = violation.detail;
            line["fixes"] = fixesOf(violation);
            m_output.json(line);
            return;
        }
        m_output.text(name + ": " + violation.detail);
    }

    /// `checked`: "2,000 clusters".
    void finish(const std::string& checked) const
    {
        std::size_t total = 0;
        for (const auto& [rule, count] : m_counts)
            total += count;
        if (m_printed > 0)
            m_output.text("");
        if (m_printed < total)
            m_output.text(counted(total - m_printed, "more is", "more are") + " not listed (--limit)");
        for (const auto& [rule, count] : m_counts)
            m_output.text(withThousands(count) + "  " + std::string(idOf(rule)));
        m_output.text((total == 0 ? "no contradictions" : withThousands(total) + " in all") + ", " + checked
                      + " checked");
    }

private:
    const Output& m_output;
    const CheckOptions& m_options;
    std::size_t m_printed = 0;
    std::map<Rule, std::size_t> m_counts;
};

Result<void> checkClusters(const Context& context, const CheckOptions& options)
{
    TRY(const auto clusters, annotation::readClusterLabels(options.clusterLabels));
    const Job job{context.stop, {}};
    Report report(context.output, options);
    for (const annotation::ClusterLabels& labels : clusters) {
        TRY_VOID(job.check());
        for (const Violation& violation : annotation::violationsOf(labels.answers, annotation::Taxonomy::builtIn())) {
            if (!report.isWanted(violation.rule))
                continue;
            report.count(violation.rule, 1);
            if (report.room() > 0)
                report.print(violation, {{"cluster", labels.cluster}}, "cluster " + labels.cluster);
        }
    }
    report.finish(counted(clusters.size(), "cluster"));
    return {};
}

Result<void> printFigures(workspace::Workspace& workspace, const workspace::Contradiction& contradiction,
                          const Job& job, Report& report)
{
    constexpr std::size_t figuresAStep = 1000;
    std::span<const RowId> rows = contradiction.rows;
    rows = rows.first(std::min(rows.size(), report.room()));
    while (!rows.empty()) {
        TRY_VOID(job.check());
        const auto step = rows.first(std::min(rows.size(), figuresAStep));
        TRY(const auto figures, workspace.summaries(step));
        for (const workspace::FigureSummary& figure : figures)
            report.print(contradiction.violation, {{"key", figure.key}, {"shard", figure.shard}}, figure.key);
        rows = rows.subspan(step.size());
    }
    return {};
}

Result<void> checkCollection(const Context& context, const CheckOptions& options)
{
    TRY(const auto workspace, context.open());
    const Job job{context.stop, {}};
    TRY(const auto contradictions, workspace->contradictions(job));
    Report report(context.output, options);
    for (const workspace::Contradiction& contradiction : contradictions) {
        if (!report.isWanted(contradiction.violation.rule))
            continue;
        report.count(contradiction.violation.rule, contradiction.rows.size());
        TRY_VOID(printFigures(*workspace, contradiction, job, report));
    }
    TRY(const auto now, workspace->snapshot());
    report.finish(counted(now->columns->figureCount(), "figure"));
    return {};
}

std::vector<std::string> ruleIds()
{
    std::vector<std::string> ids;
    for (const Rule rule : annotation::allRules)
        ids.emplace_back(idOf(rule));
    return ids;
}

Result<void> check(const Context& context, const CheckOptions& options)
{
    if (context.collection.empty() == options.clusterLabels.empty())
        return usage("name what to check: either COLLECTION or --cluster-labels FILE");
    const std::vector<std::string> known = ruleIds();
    for (const std::string& rule : options.rules)
        if (std::find(known.begin(), known.end(), rule) == known.end())
            return usage("--rule is one of " + join(known, ", ") + ", not '" + rule + "'");
    return options.clusterLabels.empty() ? checkCollection(context, options) : checkClusters(context, options);
}

} // namespace

void addCheckCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command = addCommand(app, context, "check", "Contradictions in labels against the taxonomy's rules",
                                   "  biomedica check figures\n"
                                   "  biomedica check figures --rule class-outside-parent --limit 20\n"
                                   "  biomedica check --cluster-labels cluster_labels.json --json",
                                   [&context, options] { return check(context, *options); });
    command->add_option("COLLECTION", context.collection, "The collection's folder");
    command->add_option("--cluster-labels", options->clusterLabels, "A file of labels for clusters, as released");
    addRepeated(*command, "--rule", "RULE", options->rules, "Only this rule: " + join(ruleIds(), ", "));
    command->add_option("--limit", options->limit, "List at most this many; all are counted");
}

} // namespace biomedica::cli
