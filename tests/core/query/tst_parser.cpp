#include "core/base/file.h"
#include "core/json/value.h"
#include "core/query/parser.h"
#include "tests/support/expect.h"

#include <random>

using namespace biomedica;
using query::Field;

class TestParser : public QObject {
    Q_OBJECT

    static query::Query parsed(const char* text) { return query::parse(text).value(); }

private slots:
    void goldenQueries()
    {
        EXPECT_VALUE(const std::string text, readFile(GOLDEN_CASES));
        EXPECT_VALUE(const json::Value cases, json::parse(text));
        QVERIFY(cases.size() > 40);
        for (const json::Value& golden : cases) {
            const auto outcome = query::parseWithPlace(golden["text"].get<std::string>());
            if (golden.contains("canonical")) {
                QVERIFY2(std::holds_alternative<query::Query>(outcome), golden.dump().c_str());
                const auto& query = std::get<query::Query>(outcome);
                const std::string printed = query::toText(query);
                const bool isExpected = printed == golden["canonical"]
                                        || (golden.contains("alternative") && printed == golden["alternative"]);
                QVERIFY2(isExpected, (golden.dump() + " printed " + printed).c_str());
                QVERIFY2(query::parse(printed).value() == query, golden.dump().c_str());
                continue;
            }
            QVERIFY2(std::holds_alternative<query::SyntaxError>(outcome), golden.dump().c_str());
            const auto& error = std::get<query::SyntaxError>(outcome);
            QVERIFY2(error.message.find(golden["error"].get<std::string>()) != std::string::npos,
                     (golden.dump() + " said " + error.message).c_str());
            if (golden.contains("at"))
                QVERIFY2(
                    error.begin == golden["at"][0] && error.end == golden["at"][1],
                    (golden.dump() + " at " + std::to_string(error.begin) + ".." + std::to_string(error.end)).c_str());
        }
    }

    void anyTextParsesOrSaysWhere()
    {
        std::mt19937 random(3);
        const std::string alphabet = "ab \"():-*.<>ORANDT:2015yearisé\\";
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (std::size_t length = random() % 24; text.size() < length;)
                text += alphabet[random() % alphabet.size()];
            const auto outcome = query::parseWithPlace(text);
            if (const auto* query = std::get_if<query::Query>(&outcome)) {
                const auto again = query::parse(query::toText(*query));
                QVERIFY2(again && *again == *query, (text + " → " + query::toText(*query)).c_str());
            } else {
                const auto& error = std::get<query::SyntaxError>(outcome);
                QVERIFY2(error.begin <= text.size() && error.begin < error.end, text.c_str());
            }
        }
    }

    void deepNestingIsRefused()
    {
        QVERIFY(!query::parse(std::string(100'000, '(')));
        QVERIFY(!query::parse(std::string(100'000, '-') + "a"));
    }

    void facetFiltersBecomeText()
    {
        query::Query query = parsed("cell");
        query = query::withFilter(query, Field::License, {{"CC BY", "CC0"}, {}});
        QCOMPARE(query::toText(query), std::string("cell (license:\"CC BY\" OR license:CC0)"));
        query = query::withFilter(query, Field::Primary, {{}, {"Maps"}});
        QCOMPARE(query::toText(query), std::string("cell (license:\"CC BY\" OR license:CC0) -primary:Maps"));
        QVERIFY((query::filterOf(query, Field::License) == query::FieldFilter{{"CC BY", "CC0"}, {}}));
        QVERIFY((query::filterOf(query, Field::Primary) == query::FieldFilter{{}, {"Maps"}}));
        query = query::withFilter(query, Field::License, {});
        query = query::withRange(query, Field::Year, 2015, 2020);
        QCOMPARE(query::toText(query), std::string("cell -primary:Maps year:2015..2020"));
        QVERIFY(query::parse(query::toText(query)).value() == query);
    }

    void excludedWordsAreNotMarked()
    {
        const auto patterns = query::patternsToMark(parsed("cell -maps caption:\"two words\" (a* OR cell)"));
        QCOMPARE(patterns.size(), 3u);
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
