// Rules between the questions, and the released labels of clusters that they are asked of.

#include "core/annotation/cluster_labels.h"
#include "core/annotation/rules.h"
#include "core/base/file.h"
#include "core/json/value.h"
#include "tests/support/expect.h"
#include "tests/support/test_data.h"

#include <algorithm>
#include <map>
#include <random>

using namespace biomedica;
using annotation::Rule;
using annotation::Violation;

namespace {

const annotation::Taxonomy& taxonomy()
{
    return annotation::Taxonomy::builtIn();
}

std::vector<Violation> violationsOf(const Answers& answers)
{
    return annotation::violationsOf(answers, taxonomy());
}

Answers answersFrom(const json::Value& fields)
{
    Answers answers;
    for (const Question question : allQuestions)
        if (const auto field = fields.find(std::string(nameOf(question))); field != fields.end())
            answers[question] = field->get<Answer>();
    return answers;
}

json::Value changesOf(const annotation::Fix& fix)
{
    json::Value changes = json::Value::object();
    for (const annotation::Change& change : fix.changes)
        changes[std::string(nameOf(change.question))] = change.answer ? json::Value(*change.answer) : json::Value();
    return changes;
}

/// As the golden cases write it.
json::Value asJson(const Violation& violation)
{
    json::Value questions = json::Value::array(), fixes = json::Value::array();
    for (const Question question : violation.questions)
        questions.push_back(nameOf(question));
    for (const annotation::Fix& fix : violation.fixes)
        fixes.push_back(
            json::Value{{"fix", idOf(fix.kind)}, {"description", fix.description}, {"changes", changesOf(fix)}});
    return {{"rule", idOf(violation.rule)},
            {"questions", questions},
            {"values", violation.values},
            {"detail", violation.detail},
            {"fixes", fixes}};
}

std::vector<std::string> rulesOf(const std::vector<Violation>& violations)
{
    std::vector<std::string> rules;
    for (const Violation& violation : violations)
        rules.emplace_back(idOf(violation.rule));
    return rules;
}

/// A figure's answers drawn from the taxonomy without asking the rules.
Answers randomAnswers(std::mt19937& random)
{
    Answers answers;
    for (const Question question : allQuestions) {
        const std::vector<std::string>& options = taxonomy().options(question);
        const std::size_t count = isListQuestion(question) ? random() % 4 : 1;
        if (random() % 5 == 0)
            continue;
        Answer answer;
        for (std::size_t i = 0; i < count; ++i)
            answer.push_back(options[random() % options.size()]);
        std::sort(answer.begin(), answer.end());
        answer.erase(std::unique(answer.begin(), answer.end()), answer.end());
        answers[question] = answer;
    }
    return answers;
}

std::string oneCluster(const std::string& fields)
{
    return "{\"7\": {" + fields + "}}";
}

const char* const goodFields =
    R"("panel_type": "single", "panel_subtype": "single panel", "global_class": ["Maps"], "local_class": ["map"])";

} // namespace

class TestRules : public QObject {
    Q_OBJECT

    /// The text is refused as corrupt with all these words in the message.
    void refused(const std::string& text, std::initializer_list<const char*> words)
    {
        const auto labels = annotation::parseClusterLabels(text);
        EXPECT_ERROR(labels, ErrorKind::Corrupt);
        for (const char* word : words)
            QVERIFY2(labels.error().message().find(word) != std::string::npos, labels.error().message().c_str());
    }

private slots:
    void goldenRules()
    {
        EXPECT_VALUE(const std::string text, readFile(GOLDEN_RULES));
        EXPECT_VALUE(const json::Value cases, json::parse(text));
        QVERIFY(cases.size() > 10);
        for (const json::Value& golden : cases) {
            const auto violations = violationsOf(answersFrom(golden["answers"]));
            if (golden.contains("rules")) {
                QVERIFY2(rulesOf(violations) == golden["rules"].get<std::vector<std::string>>(), golden.dump().c_str());
                continue;
            }
            json::Value found = json::Value::array();
            for (const Violation& violation : violations)
                found.push_back(asJson(violation));
            QVERIFY2(found == golden["violations"], (golden["name"].get<std::string>() + "\n" + found.dump(2)).c_str());
        }
    }

    void everyFixMendsItsContradiction()
    {
        std::mt19937 random(4);
        int fixes = 0;
        for (int round = 0; round < 2000; ++round) {
            const Answers answers = randomAnswers(random);
            for (const Violation& violation : violationsOf(answers))
                for (const annotation::Fix& fix : violation.fixes) {
                    ++fixes;
                    const auto left = violationsOf(annotation::withFix(answers, fix));
                    QVERIFY2(std::none_of(left.begin(), left.end(),
                                          [&](const Violation& other) { return other.rule == violation.rule; }),
                             asJson(violation).dump().c_str());
                }
        }
        QVERIFY(fixes > 1000);
    }

    void whatIsImpliedContradictsNothing()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 1000; ++round) {
            const Answers drawn = randomAnswers(random);
            for (const Question question : allQuestions) {
                if (!drawn[question])
                    continue;
                Answers together = annotation::implied(question, *drawn[question], taxonomy());
                QVERIFY(!together[question]);
                together[question] = drawn[question];
                QVERIFY(violationsOf(together).empty());
            }
        }
    }

    void panelAnswersImplyEachOtherWhereCertain()
    {
        const auto impliedBy = [](Question question, const char* value) {
            return annotation::implied(question, {value}, taxonomy());
        };
        Answers expected;
        QVERIFY(impliedBy(Question::PanelType, "multiple") == expected); // one of several subtypes
        QVERIFY(impliedBy(Question::Primary, "Maps") == expected);
        expected[Question::PanelSubtype] = Answer{"single panel"};
        QVERIFY(impliedBy(Question::PanelType, "single") == expected);
        expected = {};
        expected[Question::PanelType] = Answer{"single"};
        QVERIFY(impliedBy(Question::PanelSubtype, "single panel") == expected);
        expected[Question::PanelType] = Answer{"multiple"};
        QVERIFY(impliedBy(Question::PanelSubtype, "multiple panels: plots") == expected);
    }

    void localClassesImplyTheirGlobalClasses()
    {
        const Answers found = annotation::implied(Question::Secondary, {"bar plot", "line plot", "map"}, taxonomy());
        QVERIFY((found[Question::Primary] == Answer{"Maps", "Plots and Charts"}));
        QVERIFY(annotation::implied(Question::Secondary, {"no such class"}, taxonomy()).isEmpty());
    }

    void labellingIsWarnedOfWhatItBringsOnly()
    {
        Answers standing, added;
        standing[Question::PanelType] = Answer{"multiple"};
        standing[Question::Secondary] = Answer{"map"};
        standing[Question::Primary] = Answer{"Tables"}; // wrong already
        added[Question::PanelSubtype] = Answer{"single panel"};
        const auto found = annotation::contradictionsOf(added, standing, taxonomy());
        QVERIFY(rulesOf(found) == std::vector<std::string>{"multiple-with-single-panel"});
        added = {};
        added[Question::PanelType] = Answer{"single"};
        QVERIFY(annotation::contradictionsOf(added, standing, taxonomy()).empty());
    }

    void aLocalClassBeforeItsGlobalClassIsNotWarnedOf()
    {
        Answers standing, added;
        added[Question::Secondary] = Answer{"map"};
        QVERIFY(annotation::contradictionsOf(added, standing, taxonomy()).empty());
        standing[Question::Primary] = Answer{"Tables"};
        QCOMPARE(annotation::contradictionsOf(added, standing, taxonomy()).size(), 1u);
    }

    void clusterLabelsAreReadInTheirOrder()
    {
        const std::string text =
            R"({"9": {"panel_type": "single", "panel_subtype": null, "global_class": ["B", "A", "B"],
            "local_class": [], "size": 12}, "1": {)"
            + std::string(goodFields) + "}}";
        EXPECT_VALUE(const auto labels, annotation::parseClusterLabels(text));
        QCOMPARE(labels.size(), 2u);
        QCOMPARE(labels[0].cluster, std::string("9"));
        Answers expected;
        expected[Question::PanelType] = Answer{"single"};
        expected[Question::Primary] = Answer{"A", "B"};
        expected[Question::Secondary] = Answer{};
        QVERIFY(labels[0].answers == expected);
        QCOMPARE(labels[1].cluster, std::string("1"));
        QVERIFY(annotation::parseClusterLabels("{}").value().empty());
    }

    void brokenClusterLabelsSayWhereAndWhat()
    {
        const std::string good = goodFields;
        refused("", {"not"});
        refused("[]", {"not"});
        refused("{\"7\": {" + good, {"not"});
        refused("{\"7\": {" + good + "}} {}", {"not"});
        refused("{\"7\": \"\xff\"}", {"UTF-8"});
        refused(R"({"7": []})", {"cluster '7'", "not an object"});
        refused(R"({"7": null})", {"cluster '7'", "not an object"});
        refused(oneCluster(""), {"cluster '7'", "'panel_type' is missing"});
        refused(oneCluster(good + R"(, "local_class": [])"), {"cluster '7'", "'local_class' stands twice"});
        refused("{\"7\": {" + good + "}, \"7\": {" + good + "}}", {"cluster '7'", "stands twice"});
        const auto with = [&](const std::string& from, const std::string& to) {
            std::string fields = good;
            return oneCluster(fields.replace(fields.find(from), from.size(), to));
        };
        refused(with("\"single\"", "3"), {"cluster '7'", "'panel_type'", "not a text"});
        refused(with("\"single panel\"", "[\"single panel\"]"), {"cluster '7'", "'panel_subtype'", "not a text"});
        refused(with("[\"Maps\"]", "\"Maps\""), {"cluster '7'", "'global_class'", "not a list"});
        refused(with("[\"map\"]", "[\"map\", 1]"), {"cluster '7'", "'local_class'", "not a text"});
        refused(with("\"map\"", "\"\\ud800\""), {"cluster '7'"});
        refused(with("[\"map\"]", std::string(100'000, '[') + std::string(100'000, ']')), {"byte"});
    }

    void everyPrefixOfClusterLabelsIsRefused()
    {
        const std::string text = oneCluster(goodFields);
        for (std::size_t size = 0; size < text.size(); ++size)
            QVERIFY(!annotation::parseClusterLabels(text.substr(0, size)));
        EXPECT_OK(annotation::parseClusterLabels(text));
    }

    void contradictionsOfTheReleasedClusterLabels()
    {
        SKIP_WITHOUT_DATA();
        const auto file = test::dataFolder() / "taxonomy" / "cluster_labels.json";
        if (!std::filesystem::exists(file))
            QSKIP("BIOMEDICA_TEST_DATA has no taxonomy/cluster_labels.json");
        EXPECT_VALUE(const auto clusters, annotation::readClusterLabels(file));
        QCOMPARE(clusters.size(), 2000u);
        std::map<Rule, int> counts;
        for (const annotation::ClusterLabels& labels : clusters)
            for (const Violation& violation : violationsOf(labels.answers))
                ++counts[violation.rule];
        const std::map<Rule, int> expected = {
            {Rule::MultipleWithSinglePanel, 995}, {Rule::SingleWithMultiplePanels, 2}, {Rule::ClassOutsideParent, 91}};
        QVERIFY(counts == expected);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
