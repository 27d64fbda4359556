// Contradictions fixed in bulk: all of a kind in one go, and one undo brings them back.

#include "core/annotation/cluster_labels.h"
#include "core/workspace/fix_plan.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include <QTemporaryDir>
#include <map>

using namespace biomedica;
using annotation::FixKind;
using annotation::Rule;
using annotation::TaxonomyEdit;
using workspace::ChosenFix;
using workspace::Contradiction;
using workspace::FixPlan;
using workspace::Workspace;

namespace {

json::Value metadataOf(int figure, const Answers& answers)
{
    json::Value metadata = test::metadata("PMC" + std::to_string(figure), "fig1");
    for (const Question question : allQuestions) {
        json::Value& field = metadata[std::string(metadataFieldOf(question))];
        field = nullptr;
        if (answers[question])
            field =
                isListQuestion(question) ? json::Value(*answers[question]) : json::Value(answers[question]->front());
    }
    return metadata;
}

std::string keyOf(int figure)
{
    return test::keyOf("PMC" + std::to_string(figure), 0, "fig1");
}

Answers answersWith(const Answer& primary, const Answer& secondary)
{
    Answers answers;
    answers[Question::Primary] = primary;
    answers[Question::Secondary] = secondary;
    return answers;
}

std::map<Rule, std::size_t> countsOf(const std::vector<Contradiction>& contradictions)
{
    std::map<Rule, std::size_t> counts;
    for (const Contradiction& contradiction : contradictions)
        counts[contradiction.violation.rule] += contradiction.rows.size();
    return counts;
}

/// The first fix of the kind in every contradiction that breaks the rule.
std::vector<ChosenFix> fixesOf(const std::vector<Contradiction>& contradictions, Rule rule, FixKind kind)
{
    std::vector<ChosenFix> chosen;
    for (const Contradiction& contradiction : contradictions)
        if (contradiction.violation.rule == rule)
            for (const annotation::Fix& fix : contradiction.violation.fixes)
                if (fix.kind == kind) {
                    chosen.push_back({&contradiction, &fix});
                    break;
                }
    return chosen;
}

} // namespace

class TestFixing : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    void makeCollection(const std::vector<Answers>& figures)
    {
        m_workspace.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        test::ShardBuilder shard;
        for (int figure = 0; figure < static_cast<int>(figures.size()); ++figure)
            shard.figure(keyOf(figure), figure % 50, metadataOf(figure, figures[static_cast<std::size_t>(figure)]),
                         "figure");
        const std::filesystem::path folder = m_folder->path().toStdString();
        std::filesystem::create_directories(folder / "s");
        shard.write(folder / "s" / "000000.tar");
        m_workspace = test::makeCollection(folder / "c", {folder / "s"}).value();
    }

    std::vector<Contradiction> found() { return m_workspace->contradictions({}).value(); }

    FixPlan plan(const std::vector<Contradiction>& contradictions, Rule rule, FixKind kind)
    {
        const auto taxonomy = m_workspace->taxonomy().value();
        return workspace::planFixes(fixesOf(contradictions, rule, kind), *taxonomy, "anna");
    }

    Answer secondaryOf(int figure)
    {
        const RowId row = m_workspace->resolveKey(keyOf(figure)).value();
        return m_workspace->summary(row).value().effective[Question::Secondary].value_or(Answer());
    }

private slots:
    void everyKindOfTheReleasedClusterLabelsIsFixedAndUndone()
    {
        SKIP_WITHOUT_DATA();
        const auto file = test::dataFolder() / "taxonomy" / "cluster_labels.json";
        if (!std::filesystem::exists(file))
            QSKIP("BIOMEDICA_TEST_DATA has no taxonomy/cluster_labels.json");
        EXPECT_VALUE(const auto clusters, annotation::readClusterLabels(file));
        std::vector<Answers> figures;
        for (const annotation::ClusterLabels& labels : clusters)
            figures.push_back(labels.answers);
        makeCollection(figures);

        const auto before = found();
        const std::map<Rule, std::size_t> expected = {
            {Rule::MultipleWithSinglePanel, 995}, {Rule::SingleWithMultiplePanels, 2}, {Rule::ClassOutsideParent, 91}};
        QVERIFY(countsOf(before) == expected);

        const std::vector<std::pair<Rule, FixKind>> kinds = {{Rule::MultipleWithSinglePanel, FixKind::SetPanelType},
                                                             {Rule::SingleWithMultiplePanels, FixKind::SetPanelType},
                                                             {Rule::ClassOutsideParent, FixKind::AddParents},
                                                             {Rule::ClassOutsideParent, FixKind::DropClasses}};
        for (const auto& [rule, kind] : kinds) {
            FixPlan fixes = plan(before, rule, kind);
            QCOMPARE(fixes.figures, expected.at(rule));
            QCOMPARE(fixes.leftOut, 0u);
            EXPECT_VALUE(const auto receipt, m_workspace->decide(std::move(fixes.requests)));
            QCOMPARE(receipt.figures, expected.at(rule));
            QCOMPARE(receipt.entry.source, journal::Source::Rule);
            auto left = expected;
            left.erase(rule);
            QVERIFY(countsOf(found()) == left);
            EXPECT_OK(m_workspace->undo(std::string("anna"), {}));
            const auto after = found();
            QCOMPARE(after.size(), before.size());
            for (std::size_t i = 0; i < after.size(); ++i)
                QVERIFY(after[i].violation == before[i].violation && after[i].rows == before[i].rows);
        }
    }

    void figureWithTwoWrongClassesGetsBothFixes()
    {
        makeCollection({answersWith({"Maps"}, {"Map", "bar plott"}), answersWith({"Maps"}, {"map", "bar plott"})});
        const auto before = found();
        std::vector<ChosenFix> all = fixesOf(before, Rule::UnknownClass, FixKind::RespellClass);
        for (const ChosenFix& fix : fixesOf(before, Rule::UnknownClass, FixKind::UseNearestClass))
            all.push_back(fix);
        FixPlan fixes = workspace::planFixes(all, *m_workspace->taxonomy().value(), "anna");
        QCOMPARE(fixes.figures, 2u);
        EXPECT_OK(m_workspace->decide(std::move(fixes.requests)));
        QVERIFY((secondaryOf(0) == Answer{"bar plot", "map"}));
        QVERIFY((secondaryOf(1) == Answer{"bar plot", "map"}));
        QCOMPARE(countsOf(found()).count(Rule::UnknownClass), 0u);
    }

    void figureWithAnotherWrongClassIsLeftOutAndCounted()
    {
        makeCollection({answersWith({"Maps"}, {"Map", "nothing like it"}), answersWith({"Maps"}, {"Map"})});
        const FixPlan fixes = plan(found(), Rule::UnknownClass, FixKind::RespellClass);
        QCOMPARE(fixes.figures, 1u);
        QCOMPARE(fixes.leftOut, 1u);
    }

    void givenUpClassIsReplacedByAnyOfItsReplacements()
    {
        makeCollection({answersWith({"Maps"}, {"map"}), answersWith({"Tables"}, {"table"})});
        QVERIFY(found().empty());
        TaxonomyEdit split{TaxonomyEdit::Kind::Split, Question::Secondary, "map", {"street map", "weather map"}, {}};
        EXPECT_OK(m_workspace->editTaxonomy("anna", split));
        const auto before = found();
        QCOMPARE(before.size(), 1u);
        QCOMPARE(before[0].violation.rule, Rule::DeprecatedClass);
        QCOMPARE(before[0].rows.size(), 1u);
        const auto& fixes = before[0].violation.fixes;
        QCOMPARE(fixes.size(), 2u);
        const ChosenFix second{&before[0], &fixes[1]};
        EXPECT_OK(
            m_workspace->decide(workspace::planFixes({&second, 1}, *m_workspace->taxonomy().value(), "anna").requests));
        QCOMPARE(secondaryOf(0), Answer{"weather map"});
        QVERIFY(found().empty());
    }

    void classGivenUpForNothingIsReportedWithoutAFix()
    {
        makeCollection({answersWith({"Maps"}, {"map"})});
        EXPECT_OK(
            m_workspace->editTaxonomy("anna", {TaxonomyEdit::Kind::Deprecate, Question::Secondary, "map", {}, {}}));
        const auto left = found();
        QCOMPARE(left.size(), 1u);
        QCOMPARE(left[0].violation.rule, Rule::DeprecatedClass);
        QVERIFY(left[0].violation.fixes.empty());
    }
};

QTEST_GUILESS_MAIN(TestFixing)
#include "tst_fixing.moc"
