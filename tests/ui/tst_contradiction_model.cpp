// Contradictions as a tree, and the ways out that are offered.

#include "core/annotation/rules.h"
#include "ui/checks/fixoptions.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using annotation::Rule;
using annotation::Taxonomy;

namespace {

Answers answers(const Answer& type, const Answer& subtype, const Answer& primary, const Answer& secondary)
{
    Answers all;
    all[Question::PanelType] = type;
    all[Question::PanelSubtype] = subtype;
    all[Question::Primary] = primary;
    all[Question::Secondary] = secondary;
    return all;
}

/// What the rules say of such labels, of these rows.
void add(Contradictions& found, const Answers& labels, const std::vector<RowId>& rows)
{
    for (const annotation::Violation& violation : annotation::violationsOf(labels, Taxonomy::builtIn()))
        found.push_back({violation, rows});
}

SharedContradictions example()
{
    Contradictions found;
    add(found, answers({"multiple"}, {"single panel"}, {"Maps"}, {"map"}), {RowId(1), RowId(2), RowId(3)});
    add(found, answers({"single"}, {"single panel"}, {"Maps"}, {"table"}), {RowId(4), RowId(5)});
    add(found, answers({"single"}, {"single panel"}, {"Tables"}, {"map"}), {RowId(5)});
    return std::make_shared<const Contradictions>(std::move(found));
}

} // namespace

class TestContradictionModel : public QObject {
    Q_OBJECT
private slots:
    void rulesAreCountedByFiguresEachOnce()
    {
        ContradictionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setContradictions(example());
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex outside = model.indexOf(Rule::ClassOutsideParent);
        QCOMPARE(model.rowCount(outside), 2);
        QCOMPARE(outside.siblingAtColumn(ContradictionModel::Figures).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.placesOf(outside).size(), std::size_t(2));
        QCOMPARE(model.placesOf(model.index(1, 0, outside)).size(), std::size_t(1));
        QVERIFY(!model.indexOf(Rule::UnknownClass).isValid());
        model.setContradictions(std::make_shared<const Contradictions>());
        QCOMPARE(model.rowCount(), 0);
    }

    void wholeRuleIsMendedInWaysThatHelpAllOfIt()
    {
        ContradictionModel model;
        model.setContradictions(example());
        const auto options =
            fixOptions(model, model.placesOf(model.indexOf(Rule::ClassOutsideParent)), Taxonomy::builtIn());
        QCOMPARE(options.size(), std::size_t(2)); // add the parents, or drop the classes
        for (const FixOption& option : options) {
            QCOMPARE(option.parts.size(), std::size_t(2));
            QCOMPARE(option.figures, std::size_t(2));
        }
    }

    void oneContradictionIsMendedByName()
    {
        ContradictionModel model;
        model.setContradictions(example());
        const QModelIndex first = model.index(0, 0, model.indexOf(Rule::ClassOutsideParent));
        const auto options = fixOptions(model, model.placesOf(first), Taxonomy::builtIn());
        QCOMPARE(options.size(), std::size_t(2));
        QVERIFY(options[0].text.contains(QStringLiteral("“Tables”")));
        QVERIFY(options[1].text.contains(QStringLiteral("“table”")));
    }

    void everyReplacementOfAGivenUpClassIsOffered()
    {
        const auto after = Taxonomy::builtIn().with(
            {annotation::TaxonomyEdit::Kind::Split, Question::Secondary, "map", {"street map", "weather map"}, {}});
        QVERIFY(after.has_value());
        Contradictions found;
        for (const Answer& secondary : {Answer{"map"}, Answer{"map", "street map"}})
            for (const auto& violation :
                 annotation::violationsOf(answers({"single"}, {"single panel"}, {"Maps"}, secondary), *after))
                found.push_back({violation, {RowId(static_cast<std::uint32_t>(secondary.size()))}});
        ContradictionModel model;
        model.setContradictions(std::make_shared<const Contradictions>(std::move(found)));
        const QModelIndex rule = model.indexOf(Rule::DeprecatedClass);
        QCOMPARE(model.rowCount(rule), 1); // whatever else the figures carry
        const auto options = fixOptions(model, model.placesOf(model.index(0, 0, rule)), *after);
        QCOMPARE(options.size(), std::size_t(2));
        QVERIFY(options[1].text.contains(QStringLiteral("“weather map”")));
        QCOMPARE(options[1].figures, std::size_t(2));
    }
};

QTEST_MAIN(TestContradictionModel)
#include "tst_contradiction_model.moc"
