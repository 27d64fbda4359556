// Clicks in the filter panel as changes of the query's text.

#include "core/query/parser.h"
#include "ui/session/queryedit.h"

#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using query::Field;
using query::Trait;

namespace {

query::Query parsed(const char* text)
{
    return query::parse(text).value();
}

const FilterTarget ccBy{Field::License, "CC BY"};
const FilterTarget flagged{Trait::Flagged, {}};

} // namespace

class TestQueryEdit : public QObject {
    Q_OBJECT
private slots:
    void gesturesChangeTheText_data();
    void gesturesChangeTheText();
    void stateFollowsTheQuery();
    void narrowingKeepsTheRest();
    void rangeIsReadFromTheTopLevel();
};

void TestQueryEdit::gesturesChangeTheText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("isTrait");
    QTest::addColumn<int>("gesture");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, bool isTrait, FilterGesture gesture, const char* after) {
        QTest::newRow(name) << QByteArray(before) << isTrait << int(gesture) << QByteArray(after);
    };
    using enum FilterGesture;
    row("click adds", "cell", false, Only, "cell license:\"CC BY\"");
    row("click again removes", "cell license:\"cc by\"", false, Only, "cell");
    row("click replaces the others", "license:CC0", false, Only, "license:\"CC BY\"");
    row("Ctrl+click joins by OR", "license:CC0", false, Add, "license:CC0 OR license:\"CC BY\"");
    row("Ctrl+click takes out", "license:CC0 OR license:\"CC BY\"", false, Add, "license:CC0");
    row("Alt+click excludes", "cell", false, Exclude, "cell -license:\"CC BY\"");
    row("Alt+click again forgives", "cell -license:\"CC BY\"", false, Exclude, "cell");
    row("click on an excluded value forgives", "-license:\"CC BY\"", false, Only, "");
    row("click adds a trait", "cell", true, Only, "cell is:flagged");
    row("Ctrl+click joins traits", "is:labelled", true, Add, "is:labelled OR is:flagged");
    row("Alt+click excludes a trait", "", true, Exclude, "-is:flagged");
    row("Shift+click asks for both", "license:CC0 cell", false, Also, "license:CC0 cell license:\"CC BY\"");
    row("Shift+click again lets go", "license:CC0 license:\"CC BY\"", false, Also, "license:CC0");
    row("Shift+click beside a choice", "license:CC0 OR license:\"CC BY\"", false, Also,
        "(license:CC0 OR license:\"CC BY\") license:\"CC BY\"");
    row("click leaves only one of both", "license:CC0 license:MIT", false, Only, "license:\"CC BY\"");
    row("Ctrl+click adds to the last choice", "license:CC0 license:MIT", false, Add,
        "license:CC0 (license:MIT OR license:\"CC BY\")");
    row("what is changed keeps its place", "license:CC0 cell", false, Add, "(license:CC0 OR license:\"CC BY\") cell");
    row("click removes a trait", "is:flagged cell", true, Only, "cell");
}

void TestQueryEdit::gesturesChangeTheText()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, isTrait);
    QFETCH(int, gesture);
    QFETCH(QByteArray, after);
    const query::Query changed =
        withGesture(parsed(before.constData()), isTrait ? flagged : ccBy, static_cast<FilterGesture>(gesture));
    QCOMPARE(changed, parsed(after.constData()));
    QCOMPARE(query::parse(query::toText(changed)).value(), changed); // the search field says the same
}

void TestQueryEdit::stateFollowsTheQuery()
{
    QCOMPARE(stateOf(parsed("cell"), ccBy), FilterState::Off);
    QCOMPARE(stateOf(parsed("cell license:\"cc by\""), ccBy), FilterState::Included);
    QCOMPARE(stateOf(parsed("-license:\"CC BY\""), ccBy), FilterState::Excluded);
    QCOMPARE(stateOf(parsed("is:labelled OR is:flagged"), flagged), FilterState::Included);
    QCOMPARE(stateOf(parsed("-is:flagged"), flagged), FilterState::Excluded);
}

void TestQueryEdit::narrowingKeepsTheRest()
{
    QCOMPARE(query::toText(narrowedBy(parsed("cell is:labelled"), Trait::Flagged)),
             std::string("cell is:labelled is:flagged"));
    QCOMPARE(query::toText(narrowedBy(parsed(""), Trait::Flagged)), std::string("is:flagged"));
}

void TestQueryEdit::rangeIsReadFromTheTopLevel()
{
    QVERIFY(rangeOf(parsed("cell"), Field::Year).isEverything());
    const NumberRange range = rangeOf(parsed("cell year:2015..2020"), Field::Year);
    QVERIFY(range.contains(2015) && range.contains(2020) && !range.contains(2021));
    QVERIFY(!rangeOf(parsed("year:>2015"), Field::Year).high);
}

QTEST_MAIN(TestQueryEdit)
#include "tst_query_edit.moc"
