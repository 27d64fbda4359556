// Queries as chips and text, and back; the term at the cursor; what completes it.

#include "core/base/file.h"
#include "core/json/value.h"
#include "tests/support/expect.h"
#include "ui/common/markedtext.h"
#include "ui/search/completionmodel.h"
#include "ui/search/pieces.h"
#include "ui/search/searchhistory.h"
#include "ui/session/querywording.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace biomedica;
using namespace biomedica::ui;

class TestSearchPieces : public QObject {
    Q_OBJECT
private slots:
    void goldenQueriesComeBackTheSame();
    void finishedFiltersLeaveTheText();
    void mistakesAreSaidWhereTheyAreInTheText();
    void orderOfPartsMakesNoDifference();
    void termAtTheCursor_data();
    void termAtTheCursor();
    void fieldsAreFoundByEitherName();
    void valuesComeQuotedTheFrequentFirst();
    void completionsAreAModel();
    void historyStepsBackAndForth();

private:
    static QStringList offered(const QList<Completion>& completions)
    {
        QStringList texts;
        for (const Completion& completion : completions)
            texts += completion.text;
        return texts;
    }
};

void TestSearchPieces::goldenQueriesComeBackTheSame()
{
    EXPECT_VALUE(const std::string file, readFile(GOLDEN_CASES));
    EXPECT_VALUE(const json::Value cases, json::parse(file));
    QVERIFY(cases.size() > 20);
    for (const json::Value& golden : cases) {
        const std::string text = golden["query"].get<std::string>();
        EXPECT_VALUE(const query::Query query, query::parse(text));
        const Pieces pieces = piecesOf(query);
        std::vector<std::string> chips;
        for (const query::Node& chip : pieces.chips)
            chips.push_back(toUtf8(QueryWording::partText(chip)));
        QVERIFY2(chips == golden["chips"].get<std::vector<std::string>>(),
                 (golden.dump() + " has " + json::Value(chips).dump()).c_str());
        QVERIFY2(pieces.text == golden["text"], (golden.dump() + " has " + pieces.text).c_str());
        const auto again = queryOf(pieces);
        QVERIFY2(std::holds_alternative<query::Query>(again), text.c_str());
        QCOMPARE(query::toText(std::get<query::Query>(again)), golden.value("again", text));
        QVERIFY2(asksTheSame(std::get<query::Query>(again), query), text.c_str());
        // What was typed at once falls into the same pieces.
        QVERIFY2(withFiltersAsChips({{}, text}) == pieces || pieces.chips.empty(), text.c_str());
    }
}

void TestSearchPieces::finishedFiltersLeaveTheText()
{
    const Pieces before{piecesOf(query::parse("license:CC0").value()).chips, "cells  AND year:2015 license:CC0"};
    const Pieces after = withFiltersAsChips(before);
    QCOMPARE(after.text, std::string("cells"));
    QCOMPARE(after.chips.size(), std::size_t(2)); // the same one is there once
    const Pieces own{{}, "cells  AND figures"};
    QVERIFY(withFiltersAsChips(own) == own);
    const Pieces unfinished{{}, "license:CC0 year:"};
    QVERIFY(withFiltersAsChips(unfinished) == unfinished);
}

void TestSearchPieces::mistakesAreSaidWhereTheyAreInTheText()
{
    const auto outcome = queryOf({piecesOf(query::parse("license:CC0").value()).chips, "cell year:x"});
    const auto* error = std::get_if<query::SyntaxError>(&outcome);
    QVERIFY(error);
    QCOMPARE(error->begin, std::size_t(10));
}

void TestSearchPieces::orderOfPartsMakesNoDifference()
{
    const auto parsed = [](const char* text) { return query::parse(text).value(); };
    QVERIFY(asksTheSame(parsed("cell license:CC0 mouse"), parsed("cell mouse license:CC0")));
    QVERIFY(!asksTheSame(parsed("cell license:CC0"), parsed("cell -license:CC0")));
    query::Query sorted = parsed("cell");
    sorted.sort = query::Sort{query::Field::Year, true};
    QVERIFY(!asksTheSame(sorted, parsed("cell")));
}

void TestSearchPieces::termAtTheCursor_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    const auto row = [](const char* text, const char* field, const char* word, int begin, int end) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(field) << QString::fromLatin1(word)
                            << begin << end;
    };
    row("|", "", "", 0, 0);
    row("cell lic|", "", "lic", 5, 8);
    row("cell license:|", "license", "", 5, 13);
    row("license:\"CC B|", "license", "CC B", 0, 13);
    row("license:\"CC BY\" year:20|", "year", "20", 16, 23);
    row("-license:C| cell", "license", "C", 1, 10);
    row("(license:CC|0 OR a)", "license", "CC", 1, 12);
    row("\"two words|", "", "two words", 0, 10);
    row("jour|nal:\"a b\"", "", "jour", 0, 13);
}

void TestSearchPieces::termAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QFETCH(QString, word);
    QFETCH(int, begin);
    QFETCH(int, end);
    const auto cursor = static_cast<int>(text.indexOf(QLatin1Char('|')));
    const Term term = termAt(text.remove(cursor, 1), cursor);
    QCOMPARE(term.field, field);
    QCOMPARE(term.word, word);
    QCOMPARE(term.begin, begin);
    QCOMPARE(term.end, end);
}

void TestSearchPieces::fieldsAreFoundByEitherName()
{
    const auto fields = [](const char* text) {
        const QString typed = QString::fromLatin1(text);
        return offered(fieldCompletions(termAt(typed, static_cast<int>(typed.size()))));
    };
    QCOMPARE(fields("licence"), QStringList{QStringLiteral("license:")});
    QCOMPARE(fields("pan"), QStringList{QStringLiteral("panel:")});
    QVERIFY(fields("su").contains(QStringLiteral("subpanel:")));
    QCOMPARE(fields("unl"), QStringList{QStringLiteral("is:unlabelled")});
    QCOMPARE(fields("is:d"), (QStringList{QStringLiteral("is:disputed"), QStringLiteral("is:duplicate")}));
    QCOMPARE(fields("has:cap"), QStringList{QStringLiteral("has:caption")});
    QCOMPARE(fields("license:"), QStringList());
}

void TestSearchPieces::valuesComeQuotedTheFrequentFirst()
{
    const std::vector<query::FacetValue> values = {{"CC BY", 9000}, {"none", 70}, {"CC0", 8}, {"Some CC", 3}};
    const QList<Completion> found = valueCompletions(termAt(QStringLiteral("license:cc"), 10), values);
    QCOMPARE(offered(found), (QStringList{QStringLiteral("license:\"CC BY\""), QStringLiteral("license:CC0"),
                                          QStringLiteral("license:\"Some CC\"")}));
    QCOMPARE(found.front().detail, QLocale().toString(9000));
    for (const Completion& completion : found)
        QVERIFY(query::parse(toUtf8(completion.text)));
}

void TestSearchPieces::completionsAreAModel()
{
    CompletionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCompletions({{Completion::Kind::Value, QStringLiteral("license:CC0"), QStringLiteral("8")}});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("license:CC0, 8"));
    model.setCompletions({});
    QCOMPARE(model.rowCount(), 0);
}

void TestSearchPieces::historyStepsBackAndForth()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const auto text = [](const char* query) { return std::optional(QString::fromLatin1(query)); };
    {
        SearchHistory history(settings);
        for (const char* query : {"a", "b", "a", "c", " "})
            history.add(QString::fromLatin1(query));
    }
    SearchHistory history(settings);
    QCOMPARE(history.all(), (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(history.step(1, QStringLiteral("now")), std::nullopt);
    QCOMPARE(history.step(-1, QStringLiteral("now")), text("c"));
    QCOMPARE(history.step(-1, QStringLiteral("c")), text("a"));
    QCOMPARE(history.step(1, QStringLiteral("a")), text("c"));
    QCOMPARE(history.step(1, QStringLiteral("c")), text("now"));
    QCOMPARE(history.step(-1, QStringLiteral("c")), text("a")); // what is there already is no step
    QCOMPARE(history.step(-1, QStringLiteral("a")), text("b"));
    QCOMPARE(history.step(-1, QStringLiteral("b")), std::nullopt);
}

QTEST_MAIN(TestSearchPieces)
#include "tst_search_pieces.moc"
