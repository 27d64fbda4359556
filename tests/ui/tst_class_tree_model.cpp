// The classes as a tree.

#include "ui/taxonomy/classtreemodel.h"
#include "ui/taxonomy/impacttext.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using annotation::Taxonomy;
using annotation::TaxonomyEdit;

class TestClassTreeModel : public QObject {
    Q_OBJECT

    static QString name(const QModelIndex& index) { return index.data().toString(); }

private slots:
    void secondaryClassesStandBelowTheirPrimaryClass()
    {
        ClassTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTaxonomy(Taxonomy::builtIn());
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex map = model.indexOf({Question::Secondary, "map"});
        QVERIFY(map.isValid());
        QCOMPARE(name(map.parent()), QStringLiteral("Maps"));
        QVERIFY((model.classAt(map) == ClassName{Question::Secondary, "map"}));
        QVERIFY(!model.classAt(model.index(0, 0)));
        QCOMPARE(model.questionAt(model.index(1, 0)), Question::PanelSubtype);
    }

    void searchKeepsWhatStandsAboveAMatch()
    {
        ClassTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSearch(QStringLiteral("plot BAR"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.indexOf({Question::Secondary, "bar plot"}).isValid());
        QVERIFY(!model.indexOf({Question::Secondary, "map"}).isValid());
        QVERIFY(model.indexOf({Question::Primary, "Plots and Charts"}).isValid());
        model.setSearch(QStringLiteral("no such class"));
        QCOMPARE(model.rowCount(), 0);
        model.setSearch({});
        QCOMPARE(model.rowCount(), 3);
    }

    void countsAreShownOnceTheyAreKnown()
    {
        ClassTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto figures = [&](const ClassName& one) {
            return model.indexOf(one).siblingAtColumn(ClassTreeModel::Figures).data().toString();
        };
        QVERIFY(figures({Question::Secondary, "map"}).isEmpty());
        model.setCounts(std::make_shared<const ClassCounts>(ClassCounts{{{Question::Secondary, "map"}, 12}}));
        QCOMPARE(figures({Question::Secondary, "map"}), QStringLiteral("12"));
        QCOMPARE(figures({Question::Primary, "Maps"}), QStringLiteral("0"));
    }

    void givenUpClassesAreStruckOutAndSayWhatToUse()
    {
        const auto after = Taxonomy::builtIn().with(
            TaxonomyEdit{TaxonomyEdit::Kind::Deprecate, Question::Secondary, "map", {"table"}, {}});
        QVERIFY(after.has_value());
        ClassTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTaxonomy(*after);
        const QModelIndex map = model.indexOf({Question::Secondary, "map"});
        QVERIFY(model.isGivenUp(map));
        QCOMPARE(name(map.parent()), QStringLiteral("Maps"));
        QVERIFY(map.data(Qt::FontRole).value<QFont>().strikeOut());
        QVERIFY(map.siblingAtColumn(ClassTreeModel::Remark).data().toString().contains(QStringLiteral("“table”")));
    }

    void effectIsSaidInNumbers()
    {
        const TaxonomyEdit rename{TaxonomyEdit::Kind::Rename, Question::Secondary, "map", {"street map"}, {}};
        const QString text = ImpactText::of(rename, {412, 380, 32, 2});
        for (const char* number : {"412", "380", "32"})
            QVERIFY2(text.contains(QLatin1String(number)), qPrintable(text));
    }
};

QTEST_MAIN(TestClassTreeModel)
#include "tst_class_tree_model.moc"
