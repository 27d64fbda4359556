#include "core/agreement/agreement.h"
#include "core/agreement/stability.h"
#include "core/base/file.h"
#include "core/json/value.h"
#include "tests/support/agreement_reference.h"
#include "tests/support/expect.h"

#include <QElapsedTimer>
#include <cmath>
#include <random>

using namespace biomedica;
using namespace biomedica::agreement;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Label none = noVote;

VoteTable tableOf(const std::vector<std::vector<Label>>& rows)
{
    VoteTable table(rows.size(), rows.empty() ? 0 : rows.front().size());
    for (std::size_t item = 0; item < rows.size(); ++item)
        for (std::size_t annotator = 0; annotator < rows[item].size(); ++annotator)
            table.set(item, annotator, rows[item][annotator]);
    return table;
}

VoteTable tableFromJson(const json::Value& rows)
{
    std::vector<std::vector<Label>> labels;
    for (const json::Value& row : rows) {
        labels.emplace_back();
        for (const json::Value& vote : row)
            labels.back().push_back(vote.is_null() ? none : vote.get<Label>());
    }
    return tableOf(labels);
}

json::Value jsonOf(const VoteTable& table)
{
    json::Value rows = json::Value::array();
    for (std::size_t item = 0; item < table.items(); ++item) {
        json::Value row = json::Value::array();
        for (const Label label : table.votesOn(item))
            row.push_back(label == none ? json::Value() : json::Value(label));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Votes that agree more often than by chance; some are missing.
VoteTable randomTable(std::uint32_t seed, std::size_t items, std::size_t annotators, Label labels)
{
    std::mt19937 random(seed);
    VoteTable table(items, annotators);
    for (std::size_t item = 0; item < items; ++item) {
        const auto truth = static_cast<Label>(random() % static_cast<unsigned>(labels));
        for (std::size_t annotator = 0; annotator < annotators; ++annotator) {
            if (random() % 5 == 0)
                continue;
            table.set(item, annotator,
                      random() % 3 ? truth : static_cast<Label>(random() % static_cast<unsigned>(labels)));
        }
    }
    return table;
}

/// Each label is a class of its own.
std::vector<std::vector<std::size_t>> ownClasses(std::size_t labels)
{
    std::vector<std::vector<std::size_t>> classes(labels);
    for (std::size_t label = 0; label < labels; ++label)
        classes[label] = {label};
    return classes;
}

bool isNear(const json::Value& expected, double value, double tolerance)
{
    return expected.is_number() && std::abs(expected.get<double>() - value) < tolerance;
}

bool isNear(const json::Value& expected, const std::optional<Estimate>& estimate, double tolerance)
{
    return estimate ? isNear(expected, estimate->value, tolerance) : expected.is_null();
}

bool isNear(const json::Value& expected, const std::optional<Interval>& interval)
{
    if (!interval)
        return expected.is_null();
    return expected.is_array() && isNear(expected[0], interval->low, 1e-9) && isNear(expected[1], interval->high, 1e-9);
}

bool equalsReference(const json::Value& expected, const Measures& measures)
{
    return isNear(expected["observed"], measures.observed, 1e-9)
           && isNear(expected["fleiss_kappa"], measures.fleissKappa, 1e-9)
           && isNear(expected["krippendorff_alpha"], measures.krippendorffAlpha, 1e-9);
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private slots:
    void publishedExamples_data()
    {
        QTest::addColumn<QByteArray>("text");
        EXPECT_VALUE(const std::string text, readFile(PUBLISHED_EXAMPLES));
        EXPECT_VALUE(const json::Value cases, json::parse(text));
        for (const json::Value& golden : cases)
            QTest::newRow(golden["name"].get<std::string>().c_str()) << QByteArray::fromStdString(golden.dump());
    }

    /// Printed with three digits, so equal within half of the last one.
    void publishedExamples()
    {
        QFETCH(QByteArray, text);
        EXPECT_VALUE(const json::Value golden, json::parse(text.toStdString()));
        const VoteTable table = tableFromJson(golden["votes"]);
        const QuestionMeasures measures = measuresOf(table, ownClasses(26), 26);
        QVERIFY(!golden["expected"].empty());
        for (const auto& [name, expected] : golden["expected"].items()) {
            if (name == "observed")
                QVERIFY(isNear(expected, measures.answers.observed, 0.0005));
            else if (name == "fleiss_kappa")
                QVERIFY(isNear(expected, measures.answers.fleissKappa, 0.0005));
            else if (name == "krippendorff_alpha")
                QVERIFY(isNear(expected, measures.answers.krippendorffAlpha, 0.0005));
            else if (name == "cohen_kappa")
                QVERIFY(isNear(expected, measuresOf(confusionOf(table, 0, 1)).cohenKappa, 0.0005));
            else if (name == "fleiss_kappa_by_class")
                for (std::size_t number = 0; number < expected.size(); ++number)
                    QVERIFY(isNear(expected[number], measures.byClass[number].fleissKappa, 0.0005));
            else
                QFAIL(("no such measure: " + name).c_str());
        }
    }

    void independentComputationAgrees_data()
    {
        QTest::addColumn<int>("annotators");
        QTest::addColumn<int>("labels");
        QTest::newRow("two annotators, two labels") << 2 << 2;
        QTest::newRow("three annotators, four labels") << 3 << 4;
        QTest::newRow("seven annotators, twelve labels") << 7 << 12;
    }

    void independentComputationAgrees()
    {
        SKIP_WITHOUT_PYTHON();
        QFETCH(int, annotators);
        QFETCH(int, labels);
        const VoteTable table =
            randomTable(static_cast<std::uint32_t>(labels), 60, static_cast<std::size_t>(annotators), labels);
        std::vector<std::vector<std::size_t>> classes; // sets: label 5 = 0b101 is classes 0 and 2, label 0 is no class
        for (std::size_t label = 0; label < static_cast<std::size_t>(labels); ++label) {
            classes.emplace_back();
            for (std::size_t number = 0; number < 4; ++number)
                if (label >> number & 1)
                    classes.back().push_back(number);
        }
        const Bootstrap bootstrap{40, 7, 0.95, {}};
        const json::Value expected = test::agreementInPython({{"votes", jsonOf(table)},
                                                              {"classes", classes},
                                                              {"class_count", 5}, // one that nobody chose
                                                              {"resamples", bootstrap.resamples},
                                                              {"seed", bootstrap.seed}});
        QVERIFY2(expected.is_object(), expected.dump().c_str());

        const QuestionMeasures measures = measuresOf(table, classes, 5, bootstrap);
        QCOMPARE(measures.answers.items, expected["items"].get<std::size_t>());
        QVERIFY(equalsReference(expected, measures.answers));
        QVERIFY(isNear(expected["intervals"][0], measures.answers.observed->interval));
        QVERIFY(isNear(expected["intervals"][1], measures.answers.fleissKappa->interval));
        QVERIFY(isNear(expected["intervals"][2], measures.answers.krippendorffAlpha->interval));
        for (std::size_t number = 0; number < 5; ++number)
            QVERIFY(equalsReference(expected["by_class"][number], measures.byClass[number]));
        QVERIFY(!measures.byClass[4].krippendorffAlpha);
        std::size_t pair = 0;
        for (std::size_t first = 0; first < table.annotators(); ++first)
            for (std::size_t second = first + 1; second < table.annotators(); ++second, ++pair) {
                const PairMeasures ofPair = measuresOf(confusionOf(table, first, second), bootstrap);
                const json::Value& reference = expected["pairs"][pair];
                QCOMPARE(ofPair.items, reference["items"].get<std::size_t>());
                QVERIFY(isNear(reference["cohen_kappa"], ofPair.cohenKappa, 1e-9));
                QVERIFY(isNear(reference["interval"], ofPair.cohenKappa->interval));
            }
    }

    void withoutTwoVotesOnAnItemNothingIsDefined()
    {
        for (const VoteTable& table : {VoteTable(), tableOf({{0, none}, {none, 1}})}) {
            const Measures measures = measuresOf(table, {10, 1, 0.95, {}});
            QCOMPARE(measures.items, 0u);
            QVERIFY(!measures.observed && !measures.fleissKappa && !measures.krippendorffAlpha);
        }
        const PairMeasures pair = measuresOf(confusionOf(tableOf({{0, none}, {none, 1}}), 0, 1), {10, 1, 0.95, {}});
        QCOMPARE(pair.items, 0u);
        QVERIFY(!pair.observed && !pair.cohenKappa);
    }

    void whereAllSayTheSameOnlyTheShareIsDefined()
    {
        const VoteTable table = tableOf({{3, 3}, {3, 3}, {3, none}, {1, none}});
        const Measures measures = measuresOf(table);
        QCOMPARE(measures.observed->value, 1.0);
        QVERIFY(!measures.fleissKappa && !measures.krippendorffAlpha);
        QVERIFY(!measuresOf(confusionOf(table, 0, 1)).cohenKappa);
    }

    void perfectAgreementWithVariationIsOne()
    {
        const Measures measures = measuresOf(tableOf({{0, 0, none}, {1, 1, 1}, {2, none, 2}}), {200, 1, 0.95, {}});
        const Estimate one{1, Interval{1, 1}};
        QCOMPARE(*measures.observed, one);
        QCOMPARE(*measures.fleissKappa, one);
        QCOMPARE(*measures.krippendorffAlpha, one);
    }

    void intervalIsLeftOutWhereMostResamplesAreUndefined()
    {
        Distribution rarelyDefined;
        for (int i = 0; i < 10; ++i)
            rarelyDefined.add(i < 4 ? std::optional<double>(0.5) : std::nullopt);
        QVERIFY(!rarelyDefined.interval({10, 1, 0.95, {}}));
        rarelyDefined.add(0.5);
        QVERIFY(rarelyDefined.interval({10, 1, 0.95, {}}));
    }

    void intervalsDependOnTheVotesAndTheSeedAlone()
    {
        VoteTable table = randomTable(3, 200, 3, 4);
        const Bootstrap bootstrap{300, 5, 0.95, {}};
        const Measures measures = measuresOf(table, bootstrap);
        const Interval alpha = measures.krippendorffAlpha->interval.value();
        QVERIFY(alpha.low < measures.krippendorffAlpha->value && measures.krippendorffAlpha->value < alpha.high);
        VoteTable turned(table.items(), table.annotators());
        for (std::size_t item = 0; item < table.items(); ++item)
            for (std::size_t annotator = 0; annotator < table.annotators(); ++annotator)
                turned.set(table.items() - 1 - item, table.annotators() - 1 - annotator, table.at(item, annotator));
        QCOMPARE(*measuresOf(turned, bootstrap).krippendorffAlpha, *measures.krippendorffAlpha);
        QVERIFY(*measuresOf(table, {300, 6, 0.95, {}}).krippendorffAlpha != *measures.krippendorffAlpha);
        const Interval narrower = *measuresOf(table, {300, 5, 0.5, {}}).krippendorffAlpha->interval;
        QVERIFY(alpha.low < narrower.low && narrower.high < alpha.high);
    }

    void askedToStopThereAreNoIntervals()
    {
        std::stop_source source;
        source.request_stop();
        const Measures measures = measuresOf(randomTable(3, 50, 3, 4), {1000, 1, 0.95, source.get_token()});
        QVERIFY(measures.observed && !measures.observed->interval);
    }

    void confusionCountsWhatGoesWithWhat()
    {
        const Confusion confusion =
            confusionOf(tableOf({{0, 0, 7}, {0, 2, 7}, {2, 0, 7}, {0, 2, 7}, {none, 2, 7}, {2, none, 7}}), 0, 1);
        const std::vector<Confusion::Cell> expected = {{0, 0, 1}, {0, 2, 2}, {2, 0, 1}};
        QVERIFY(confusion.cells == expected);
        QCOMPARE(confusion.items(), 4u);
        QCOMPARE(confusion.count(0, 2), 2u);
        QCOMPARE(confusion.count(2, 2), 0u);
        QVERIFY((confusion.labels() == std::vector<Label>{0, 2}));
    }

    void selfAgreementIsCohensKappaOfFirstAndLaterAnswers()
    {
        std::vector<Repeat> repeats;
        const auto add = [&](std::size_t annotator, Label first, Label later, int times) {
            repeats.insert(repeats.end(), static_cast<std::size_t>(times), {annotator, first, later});
        };
        add(4, 1, 1, 3);
        add(2, 0, 0, 20); // the 50 proposals of Cohen's example
        add(2, 0, 1, 5);
        add(2, 1, 0, 10);
        add(2, 1, 1, 15);
        const auto result = selfAgreementOf(repeats);
        QCOMPARE(result.size(), 2u);
        QCOMPARE(result[0].annotator, 2u);
        QCOMPARE(result[0].measures.observed->value, 0.7);
        QVERIFY(std::abs(result[0].measures.cohenKappa->value - 0.4) < 1e-12);
        QCOMPARE(result[0].changes.count(1, 0), 10u);
        QCOMPARE(result[1].measures.observed->value, 1.0);
        QVERIFY(!result[1].measures.cohenKappa);
    }

    void driftIsASeriesByAnnotatorAndDay()
    {
        const Time monday(days(20'000));
        const std::vector<JudgedVote> votes = {
            {1, monday + hours(30), true},  {0, monday + hours(23), true}, {0, monday, false},
            {1, monday + hours(47), false}, {0, monday + hours(72), true}, {0, Time(-hours(1)), true}};
        const std::vector<DriftPoint> expected = {
            {0, Time(-days(1)), 1, 1}, {0, monday, 2, 1}, {0, monday + days(3), 1, 1}, {1, monday + days(1), 2, 1}};
        QVERIFY(driftOf(votes, days(1)) == expected);
        QCOMPARE(expected[1].share(), 0.5);
    }

    void aMillionVotesAndAThousandResamplesAreQuick()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(measuresOf(randomTable(1, 416'000, 3, 40), ownClasses(40), 40).byClass.size(), 40u);
        const qint64 forVotes = timer.restart();
        const Bootstrap bootstrap{1000, 1, 0.95, {}};
        QVERIFY(measuresOf(randomTable(1, 10'000, 3, 100), ownClasses(100), 100, bootstrap).byClass[9].observed);
        qInfo("1,000,000 votes: %lld ms, the making of them included; 1,000 resamples of 10,000 items: %lld ms",
              static_cast<long long>(forVotes), static_cast<long long>(timer.elapsed()));
        QVERIFY(forVotes < 10'000 && timer.elapsed() < 20'000); // sanitizers and busy machines included
    }
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
