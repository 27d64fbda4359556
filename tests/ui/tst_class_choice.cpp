// Letters, keys and words that lead to classes.

#include "core/annotation/synonyms.h"
#include "ui/annotate/chordletters.h"
#include "ui/annotate/classmatching.h"
#include "ui/annotate/recentclasses.h"
#include "ui/annotate/secondaryorder.h"

#include <QSet>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using annotation::Synonyms;
using annotation::Taxonomy;

class TestClassChoice : public QObject {
    Q_OBJECT
private slots:
    void everyClassHasALetterOfItsOwn();
    void letterIsTheFirstFreeOneOfTheName();
    void appendedClassesChangeNoLetter();
    void fewerKeysThanClassesLeaveTheLastWithout();

    void everySynonymNamesAnExistingClass();
    void finderUnderstands_data();
    void finderUnderstands();
    void wholeNameComesFirst();
    void nothingFitsNonsense();
    void everythingFitsNothing();

    void chosenClassesTakeTurns();
    void everyLocalClassIsThereOnce();
    void recentClassesAreTheLastDifferentOnes();
};

namespace {

std::vector<FindableClass> allClasses()
{
    std::vector<FindableClass> classes;
    for (const Question question :
         {Question::PanelType, Question::Secondary, Question::Primary, Question::PanelSubtype})
        for (const std::string& value : Taxonomy::builtIn().options(question)) {
            QStringList synonyms;
            for (const std::string& word : Synonyms::builtIn().of(value))
                synonyms += QString::fromStdString(word);
            classes.push_back({question, value, QString::fromStdString(value), synonyms});
        }
    return classes;
}

QString firstFor(const QString& typed)
{
    const auto classes = allClasses();
    const auto matches = findClasses(typed, classes);
    return matches.empty() ? QString() : classes[matches.front().index].name;
}

} // namespace

void TestClassChoice::everyClassHasALetterOfItsOwn()
{
    const Taxonomy& taxonomy = Taxonomy::builtIn();
    std::vector<std::vector<std::string>> levels = {taxonomy.options(Question::Primary)};
    for (const std::string& name : levels.front())
        levels.push_back(taxonomy.localClassesOf(name));
    for (const auto& names : levels) {
        const auto letters = chordLettersFor(names);
        QCOMPARE(letters.size(), names.size());
        QSet<QChar> different;
        for (const QChar letter : letters) {
            QVERIFY(!letter.isNull());
            different.insert(letter);
        }
        QCOMPARE(static_cast<std::size_t>(different.size()), names.size());
    }
}

void TestClassChoice::letterIsTheFirstFreeOneOfTheName()
{
    const std::vector<QChar> expected = {u'P', u'L', u'A', u'N', u'E', u'D', u'B'};
    QCOMPARE(chordLettersFor({"Plots", "Plans", "plan", "Plankton", "é", "2D bar", "B"}), expected);
}

void TestClassChoice::appendedClassesChangeNoLetter()
{
    std::vector<std::string> names = Taxonomy::builtIn().options(Question::Primary);
    const auto before = chordLettersFor(names);
    names.insert(names.end(), {"Animations", "Photographs", "Zebrafish"});
    auto after = chordLettersFor(names);
    after.resize(before.size());
    QCOMPARE(after, before);
}

void TestClassChoice::fewerKeysThanClassesLeaveTheLastWithout()
{
    const std::vector<std::string> names(40, "plot");
    const auto letters = chordLettersFor(names);
    QCOMPARE(letters[4], QChar(u'A'));
    QCOMPARE(letters[26], QChar(u'1'));
    QVERIFY(!letters[35].isNull());
    QVERIFY(letters[36].isNull());
}

void TestClassChoice::everySynonymNamesAnExistingClass()
{
    QVERIFY(!Synonyms::builtIn().all().empty());
    for (const auto& [name, words] : Synonyms::builtIn().all()) {
        const bool isKnown = std::any_of(allQuestions.begin(), allQuestions.end(), [&name = name](Question question) {
            const auto& options = Taxonomy::builtIn().options(question);
            return std::find(options.begin(), options.end(), name) != options.end();
        });
        QVERIFY2(isKnown, name.c_str());
        QVERIFY2(!words.empty(), name.c_str());
    }
    QVERIFY(!Synonyms::parse("{}").has_value());
    QVERIFY(!Synonyms::parse(R"({"synonyms": {"map": "chart"}})").has_value());
    QVERIFY(!Synonyms::parse(R"({"synonyms": {"map": [1]}})").has_value());
}

void TestClassChoice::finderUnderstands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    const std::pair<const char*, const char*> cases[] = {
        {"western blot", "immunoblot"},
        {"WB", "immunoblot"},
        {"blot", "immunoblot"},
        {"ct", "computerized tomography"},
        {"MRI", "magnetic resonance"},
        {"fmri", "functional magnetic resonance"},
        {"bar chart", "bar plot"},
        {"plot bar", "bar plot"},
        {"bar", "bar plot"},
        {"flow chart", "flowchart"},
        {"kaplan meier", "survival curve"},
        {"kaplan", "survival curve"},
        {"ihc", "immunohistochemistry"},
        {"EM", "electron microscopy"},
        {"TEM", "transmission electron microscopy"},
        {"sem", "scanning electron microscopy"},
        {"ecg", "electrocardiography"},
        {"OCT", "optical coherence tomography"},
        {"pie", "pie chart"},
        {"gel", "gel electrophoresis"},
        {"karyogram", "karyotype"},
        {"xray", "x-ray radiography"},
        {"x ray", "x-ray radiography"},
        {"consort", "cohort selection flowchart"},
        {"brplt", "bar plot"},
        {"tomogr", "computerized tomography"},
        {"single", "single"},
        {"composite", "multiple"},
        {"immuno assays", "Immuno Assays"},
    };
    for (const auto& [typed, name] : cases)
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(name);
}

void TestClassChoice::finderUnderstands()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QCOMPARE(firstFor(typed), name);
}

void TestClassChoice::wholeNameComesFirst()
{
    const auto classes = allClasses();
    for (const FindableClass& one : classes) {
        const auto matches = findClasses(one.name, classes);
        QVERIFY(!matches.empty());
        QCOMPARE(classes[matches.front().index].name.toLower(), one.name.toLower());
        QVERIFY(matches.front().synonym.isEmpty());
    }
}

void TestClassChoice::nothingFitsNonsense()
{
    QVERIFY(findClasses(QStringLiteral("zzqx"), allClasses()).empty());
    QVERIFY(findClasses(QStringLiteral("bar zzqx"), allClasses()).empty());
}

void TestClassChoice::everythingFitsNothing()
{
    const auto classes = allClasses();
    QCOMPARE(findClasses(QStringLiteral("  "), classes).size(), classes.size());
}

void TestClassChoice::chosenClassesTakeTurns()
{
    const auto order = orderedLocalClasses(Taxonomy::builtIn(), {"Clinical Imaging", "Maps", "Plots and Charts"});
    const std::vector<std::string> first(order.begin(), order.begin() + 7);
    const std::vector<std::string> expected = {
        "plot", "clinical imaging", "map", "bar plot", "computerized tomography", "line plot", "skin lesion"};
    QCOMPARE(first, expected);
    QCOMPARE(orderedLocalClasses(Taxonomy::builtIn(), {"Plots and Charts", "Maps", "Clinical Imaging"}), order);
}

void TestClassChoice::everyLocalClassIsThereOnce()
{
    for (const Answer& chosen : {Answer{}, Answer{"Maps"}, Answer{"PCR", "Microscopy"}, Answer{"no such class"}}) {
        auto order = orderedLocalClasses(Taxonomy::builtIn(), chosen);
        auto all = Taxonomy::builtIn().options(Question::Secondary);
        std::sort(order.begin(), order.end());
        std::sort(all.begin(), all.end());
        QCOMPARE(order, all);
    }
}

void TestClassChoice::recentClassesAreTheLastDifferentOnes()
{
    RecentClasses recent;
    recent.note({Question::PanelType, "single"});
    QVERIFY(recent.choices().empty());
    for (const char* name : {"a", "b", "c", "a", "d", "e", "f"})
        recent.note({Question::Secondary, name});
    std::string names;
    for (const ClassChoice& choice : recent.choices())
        names += choice.value;
    QCOMPARE(names, std::string("fedac"));
}

QTEST_MAIN(TestClassChoice)
#include "tst_class_choice.moc"
