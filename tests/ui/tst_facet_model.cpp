// The filter panel's tree.

#include "ui/models/facetmodel.h"

#include "core/query/parser.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using query::Field;

namespace {

FacetCounts counts(const char* query)
{
    FacetCounts counts;
    counts.query = query::parse(query).value();
    counts.facets = {
        {Field::Primary, {{"Plots and Charts", 60}, {"Microscopy", 20}}},
        {Field::Secondary, {{"bar plot", 40}, {"line plot", 10}, {"x-ray radiography", 2}}},
        {Field::License, {{"CC BY", 9}, {"CC0", 8}, {"CC BY-NC", 7}, {"MIT", 6}, {"BSD", 5}, {"GPL", 4}, {"none", 3}}},
        {Field::Year, {{"2020", 5}, {"2017", 2}}},
    };
    counts.traits = {{query::Trait::Unlabelled, 70}, {query::Trait::Flagged, 1}};
    return counts;
}

} // namespace

class TestFacetModel : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_model = std::make_unique<FacetModel>(annotation::Taxonomy::builtIn());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }
    void localClassesStandBelowTheirGlobalOne();
    void longSectionsFoldAndUnfold();
    void valuesInUseStayVisible();
    void yearsHaveNoHoles();
    void statesFollowTheQuery();
    void clearingEmptiesIt();

private:
    QModelIndex find(const QString& text, const QModelIndex& parent = {}) const
    {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (index.data().toString() == text)
                return index;
            if (const QModelIndex below = find(text, index); below.isValid())
                return below;
        }
        return {};
    }

    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFacetModel::localClassesStandBelowTheirGlobalOne()
{
    m_model->setCounts(counts(""));
    const QModelIndex bar = find(QStringLiteral("bar plot"));
    QCOMPARE(bar.parent().data().toString(), QStringLiteral("Plots and Charts"));
    QCOMPARE(bar.data(FacetModel::CountRole).toInt(), 40);
    // Its global class is on no figure: it stands there all the same.
    const QModelIndex ray = find(QStringLiteral("x-ray radiography"));
    QCOMPARE(ray.parent().data().toString(), QStringLiteral("Clinical Imaging"));
    QCOMPARE(ray.parent().data(FacetModel::CountRole).toInt(), 0);
    QCOMPARE(m_model->targetAt(bar)->value, std::string("bar plot"));
    QVERIFY(!m_model->targetAt(bar.parent().parent()));
}

void TestFacetModel::longSectionsFoldAndUnfold()
{
    m_model->setCounts(counts(""));
    QVERIFY(!find(QStringLiteral("none")).isValid());
    const QModelIndex more = find(QStringLiteral("2 more…"));
    QVERIFY(more.isValid());
    m_model->toggleMore(more);
    QVERIFY(find(QStringLiteral("none")).isValid());
    m_model->toggleMore(find(QStringLiteral("fewer")));
    QVERIFY(!find(QStringLiteral("none")).isValid());
}

void TestFacetModel::valuesInUseStayVisible()
{
    m_model->setCounts(counts("license:none"));
    QVERIFY(find(QStringLiteral("none")).isValid());
}

void TestFacetModel::yearsHaveNoHoles()
{
    m_model->setCounts(counts("year:2018.."));
    QCOMPARE(m_model->bars().size(), std::size_t(4));
    QCOMPARE(m_model->bars()[1].number, std::int64_t(2018));
    QCOMPARE(m_model->bars()[1].count, std::size_t(0));
    QCOMPARE(m_model->shownYears().low, std::optional<std::int64_t>(2018));
}

void TestFacetModel::statesFollowTheQuery()
{
    m_model->setCounts(counts("secondary:\"bar plot\" -license:MIT is:flagged"));
    const auto state = [&](const char* text) {
        return static_cast<FilterState>(find(QString::fromLatin1(text)).data(FacetModel::StateRole).toInt());
    };
    QCOMPARE(state("bar plot"), FilterState::Included);
    QCOMPARE(state("MIT"), FilterState::Excluded);
    QCOMPARE(state("flagged"), FilterState::Included);
    QCOMPARE(state("CC BY"), FilterState::Off);
}

void TestFacetModel::clearingEmptiesIt()
{
    m_model->setCounts(counts(""));
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_MAIN(TestFacetModel)
#include "tst_facet_model.moc"
