// Queries as lines of the query builder, and back.

#include "core/base/file.h"
#include "core/json/value.h"
#include "tests/support/expect.h"
#include "ui/common/markedtext.h"
#include "ui/search/criterion.h"

using namespace biomedica;
using namespace biomedica::ui;
using Subject = Criterion::Subject;

namespace {

query::Query parsed(const QString& text)
{
    return query::parse(toUtf8(text)).value();
}

QString textOf(const Criteria& criteria)
{
    const auto built = queryOf(criteria, {});
    return std::holds_alternative<query::Query>(built) ? fromUtf8(query::toText(std::get<query::Query>(built)))
                                                       : QStringLiteral("mistake");
}

Criterion anywhere(CriterionTest test, const QString& text)
{
    return {Subject::Anywhere, query::Field::Caption, test, text, {}, {}};
}

Criterion about(query::Field field, CriterionTest test, const QString& text = {})
{
    return {Subject::Field, field, test, text, {}, {}};
}

} // namespace

class TestCriterion : public QObject {
    Q_OBJECT
private slots:
    /// The parser's own golden cases.
    void everyQueryComesOutAskingForTheSame()
    {
        EXPECT_VALUE(const std::string file, readFile(GOLDEN_CASES));
        EXPECT_VALUE(const json::Value cases, json::parse(file));
        int count = 0;
        for (const json::Value& golden : cases) {
            if (!golden.contains("canonical"))
                continue;
            const QString text = fromUtf8(golden["text"].get<std::string>());
            const QString again = textOf(criteriaOf(parsed(text)));
            QCOMPARE(again, fromUtf8(query::toText(parsed(text))));
            ++count;
        }
        QVERIFY(count > 20);
    }

    void linesSayWhatThePersonMeans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Criteria>("criteria");
        using enum CriterionTest;
        const auto row = [](const char* text, const Criteria& criteria) { QTest::newRow(text) << text << criteria; };
        row("", {});
        row("western blot", {false, {anywhere(AllWords, "western blot")}});
        row("\"western blot\" immuno*", {false, {anywhere(Phrase, "western blot"), anywhere(AllWords, "immuno*")}});
        row("mouse OR rat", {false, {anywhere(AnyWord, "mouse rat")}});
        row("cell -cancer -tumour", {false, {anywhere(AllWords, "cell"), anywhere(NoWord, "cancer tumour")}});
        row("caption:kidney", {false, {about(query::Field::Caption, AllWords, "kidney")}});
        row("license:\"CC BY\" OR license:CC0", {false, {about(query::Field::License, OneOf, "CC BY; CC0")}});
        row("-primary:Maps", {false, {about(query::Field::Primary, NoneOf, "Maps")}});
        row("has:context -has:mesh", {false, {about(query::Field::Context, Filled), about(query::Field::Mesh, Empty)}});
        row("year:2015..2020", {false, {{Subject::Field, query::Field::Year, Between, {}, "2015", "2020"}}});
        row("width:>800", {false, {{Subject::Field, query::Field::Width, Between, {}, "801", {}}}});
        row("is:unlabelled -is:flagged", {false,
                                          {{Subject::State, query::Field::Caption, Is, "unlabelled", {}, {}},
                                           {Subject::State, query::Field::Caption, IsNot, "flagged", {}, {}}}});
        row("is:labelled OR year:2015..2020", {true,
                                               {{Subject::State, query::Field::Caption, Is, "labelled", {}, {}},
                                                {Subject::Field, query::Field::Year, Between, {}, "2015", "2020"}}});
    }

    void linesSayWhatThePersonMeans()
    {
        QFETCH(QString, text);
        QFETCH(Criteria, criteria);
        QVERIFY(criteriaOf(parsed(text)) == criteria);
        QCOMPARE(textOf(criteria), fromUtf8(query::toText(parsed(text))));
    }

    void whatALineCannotSayStandsInTheLanguage()
    {
        const Criteria criteria = criteriaOf(parsed(QStringLiteral("cell (mouse OR year:2015..2020)")));
        QCOMPARE(criteria.lines.size(), std::size_t{2});
        QCOMPARE(criteria.lines[1].subject, Subject::Language);
    }

    void unfinishedLinesAskForNothing()
    {
        using enum CriterionTest;
        const Criteria criteria{false,
                                {anywhere(AllWords, "  "),
                                 about(query::Field::License, OneOf, " ; "),
                                 {Subject::Field, query::Field::Year, Between, {}, " ", {}}}};
        QCOMPARE(textOf(criteria), QString());
        for (const Criterion& line : criteria.lines)
            QVERIFY(isUnfinished(line));
    }

    void typedSignsAreNoLanguage()
    {
        using enum CriterionTest;
        QCOMPARE(textOf({false, {anywhere(AllWords, "OR -x a:b")}}),
                 QStringLiteral("\"OR\" x \"a:b\"").replace("x", "\"-x\""));
        QCOMPARE(textOf({false, {about(query::Field::Journal, OneOf, "Say \"so\"; B")}}),
                 QStringLiteral("journal:\"Say \\\"so\\\"\" OR journal:B"));
    }

    void mistakesNameTheirLine()
    {
        const Criteria criteria{false,
                                {anywhere(CriterionTest::AllWords, "cell"),
                                 {Subject::Field, query::Field::Year, CriterionTest::Between, {}, "soon", {}}}};
        const auto built = queryOf(criteria, {});
        const auto* mistake = std::get_if<CriterionMistake>(&built);
        QVERIFY(mistake);
        QCOMPARE(mistake->line, std::size_t{1});
        QVERIFY(!mistake->message.isEmpty());
    }

    void theOrderIsKept()
    {
        query::Query before = parsed(QStringLiteral("cell"));
        before.sort = query::Sort{query::Field::Year, true};
        const auto built = queryOf(criteriaOf(before), before);
        QVERIFY(std::get<query::Query>(built).sort == before.sort);
    }
};

QTEST_GUILESS_MAIN(TestCriterion)
#include "tst_criterion.moc"
