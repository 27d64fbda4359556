// More like this, also like this, less like this: changes of the query's text.

#include "core/query/parser.h"
#include "ui/session/exampleedit.h"

#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestExampleEdit : public QObject {
    Q_OBJECT
private slots:
    void gesturesChangeTheText_data();
    void gesturesChangeTheText();
    void newSearchPutsTheNearestFirst();
    void examplesAreCounted();
    void picturesOfThisSessionAreLeftOut();
};

void TestExampleEdit::gesturesChangeTheText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("gesture");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, ExampleGesture gesture, const char* after) {
        QTest::newRow(name) << QByteArray(before) << static_cast<int>(gesture) << QByteArray(after);
    };
    using enum ExampleGesture;
    row("first example", "", Only, "like:a");
    row("other conditions stay", "cell license:CC0", Only, "cell license:CC0 like:a");
    row("takes the place of all others", "like:b year:2015 like:c -like:d", Only, "year:2015 like:a");
    row("the same again", "like:a", Only, "like:a");
    row("beside the others", "like:b -like:c cell", Add, "cell like:b like:a -like:c");
    row("once only", "like:a like:b", Add, "like:a like:b");
    row("wanted after all", "like:b -like:a", Add, "like:b like:a");
    row("not wanted", "like:b", Exclude, "like:b -like:a");
    row("changes sides", "like:a like:b", Exclude, "like:b -like:a");
    row("without any other", "cell", Exclude, "cell -like:a");
    row("figures by key make place", "key:b cell", Only, "cell like:a");
    row("several of them", "cell (key:a OR key:b) license:CC0", Only, "cell license:CC0 like:a");
    row("what is not wanted by key stays", "key:a -key:b -key:c", Only, "like:a -key:b -key:c");
    row("only left out by key", "-key:b cell", Only, "-key:b cell like:a");
    row("a key among other things stays", "(key:a OR cell) has:key", Only, "(key:a OR cell) has:key like:a");
    row("beside the others by key", "key:a", Add, "key:a like:a");
    row("an OR stays whole", "mouse OR rat", Only, "(mouse OR rat) like:a");
}

void TestExampleEdit::gesturesChangeTheText()
{
    QFETCH(QByteArray, before);
    QFETCH(int, gesture);
    QFETCH(QByteArray, after);
    const query::Query changed =
        withExamples(query::parse(before.toStdString()).value(), {"a"}, static_cast<ExampleGesture>(gesture));
    QCOMPARE(QByteArray::fromStdString(query::toText(changed)), after);
    QCOMPARE(query::parse(query::toText(changed)).value(), changed);
}

void TestExampleEdit::newSearchPutsTheNearestFirst()
{
    query::Query byYear = query::parse("cell").value();
    byYear.sort = query::Sort{query::Field::Year, true};
    QVERIFY(!withExamples(byYear, {"a"}, ExampleGesture::Only).sort);
    QCOMPARE(withExamples(byYear, {"a"}, ExampleGesture::Add).sort, byYear.sort);
}

void TestExampleEdit::examplesAreCounted()
{
    QCOMPARE(exampleCount(query::parse("cell").value()), std::size_t(0));
    QCOMPARE(exampleCount(query::parse("cell like:a like:b -like:c").value()), std::size_t(3));
}

void TestExampleEdit::picturesOfThisSessionAreLeftOut()
{
    const query::Query asked = query::parse("cell like:a like:@1 -like:@2 -like:b").value();
    QCOMPARE(query::toText(withoutPictures(asked)), std::string("cell like:a -like:b"));
    QCOMPARE(query::toText(withoutPictures(query::parse("like:@1").value())), std::string());
}

QTEST_GUILESS_MAIN(TestExampleEdit)
#include "tst_example_edit.moc"
