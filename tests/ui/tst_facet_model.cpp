// The filter panel's tree.

#include "ui/models/facetmodel.h"

#include "core/query/parser.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>
#include <array>

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
    void nothingMovesWhereTheOrderIsKept();
    void yearsHaveNoHoles();
    void pixelsStandInLogarithmicBars();
    void longSectionsNarrowToWhatIsTyped();
    void subtypesStandBelowTheirPanelTypeWithoutItsName();
    void sectionsThatAreNotCountedStandThereEmpty();
    void valuesInUseThatNothingHasAreShown();
    void statesFollowTheQuery();
    void clearingEmptiesIt();

private:
    QModelIndex histogram(Field field) const
    {
        for (const FacetSection& section : facetSections())
            if (section.field == field)
                for (int row = 0; row < m_model->rowCount(); ++row)
                    if (m_model->index(row, 0).data(FacetModel::KeyRole).toString() == keyOf(section))
                        return m_model->index(0, 0, m_model->index(row, 0));
        return {};
    }
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

void TestFacetModel::nothingMovesWhereTheOrderIsKept()
{
    m_model->setCounts(counts(""));
    FacetCounts other = counts("");
    other.facets[0].values = {{"Microscopy", 30}, {"Maps", 5}};
    m_model->setCounts(other, FacetModel::Order::AsBefore);
    const QModelIndex plots = find(QStringLiteral("Plots and Charts"));
    QCOMPARE(plots.row(), 0);
    QCOMPARE(plots.data(FacetModel::CountRole).toInt(), 0);
    QCOMPARE(find(QStringLiteral("Microscopy")).row(), 1);
    QCOMPARE(find(QStringLiteral("Microscopy")).data(FacetModel::CountRole).toInt(), 30);
    QCOMPARE(find(QStringLiteral("Maps")).row(), 2);
    m_model->setCounts(other);
    QCOMPARE(find(QStringLiteral("Microscopy")).row(), 0);
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
    const Histogram* years = m_model->histogramAt(histogram(Field::Year));
    QCOMPARE(years->bars.size(), std::size_t(4));
    QCOMPARE(years->bars[1].low, std::int64_t(2018));
    QCOMPARE(years->bars[1].count, std::size_t(0));
    QCOMPARE(years->shown.low, std::optional<std::int64_t>(2018));
}

void TestFacetModel::pixelsStandInLogarithmicBars()
{
    FacetCounts sizes = counts("width:500..699");
    sizes.facets.push_back({Field::Width, {{"512", 3}, {"640", 4}, {"99", 1}, {"1600", 2}, {"2000", 1}}});
    m_model->setCounts(sizes);
    const Histogram* widths = m_model->histogramAt(histogram(Field::Width));
    std::vector<std::array<std::int64_t, 3>> bars;
    for (const Histogram::Bar& bar : widths->bars)
        bars.push_back({bar.low, bar.high, static_cast<std::int64_t>(bar.count)});
    const std::vector<std::array<std::int64_t, 3>> expected = {
        {70, 99, 1},   {100, 149, 0}, {150, 199, 0},   {200, 299, 0},   {300, 499, 0},
        {500, 699, 7}, {700, 999, 0}, {1000, 1499, 0}, {1500, 1999, 2}, {2000, 2999, 1}};
    QCOMPARE(bars, expected);
    QCOMPARE(widths->shown, (NumberRange{500, 699}));
}

void TestFacetModel::longSectionsNarrowToWhatIsTyped()
{
    FacetCounts many = counts("");
    query::Facet journals{Field::Journal, {}};
    for (int i = 0; i < 1000; ++i)
        journals.values.push_back({"Journal " + std::to_string(i), static_cast<std::size_t>(2000 - i)});
    many.facets.push_back(journals);
    m_model->setCounts(many);
    const auto section = [this] { return find(QStringLiteral("Journal")); };
    QCOMPARE(m_model->rowCount(section()), 6);
    m_model->toggleMore(find(QStringLiteral("995 more…")));
    QCOMPARE(section().data(FacetModel::DetailRole).toString(), QLocale().toString(1000));
    // The line to type in, "fewer", and a first part of the values.
    QCOMPARE(m_model->index(0, 0, section()).data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::Filter));
    QCOMPARE(m_model->rowCount(section()), 202);
    while (m_model->hasLater(section()))
        m_model->showLater(section());
    QCOMPARE(m_model->rowCount(section()), 1002);
    m_model->setFilter(QStringLiteral("journal"), QStringLiteral("NAL 99"));
    QCOMPARE(m_model->rowCount(section()), 2 + 11); // 99 and 990 to 999
    m_model->setFilter(QStringLiteral("journal"), QStringLiteral("zzz"));
    QCOMPARE(m_model->index(2, 0, section()).data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::Note));
    m_model->toggleMore(find(QStringLiteral("fewer")));
    QCOMPARE(m_model->rowCount(section()), 6);
}

void TestFacetModel::subtypesStandBelowTheirPanelTypeWithoutItsName()
{
    FacetCounts panels = counts("");
    panels.facets.push_back({Field::PanelType, {{"multiple", 8}, {"single", 3}}});
    panels.facets.push_back({Field::PanelSubtype, {{"multiple panels: images & plots", 5}, {"single panel", 3}}});
    m_model->setCounts(panels);
    const QModelIndex subtype = find(QStringLiteral("images & plots"));
    QCOMPARE(subtype.parent().data().toString(), QStringLiteral("multiple"));
    QCOMPARE(m_model->targetAt(subtype)->value, std::string("multiple panels: images & plots"));
    QVERIFY(subtype.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("multiple panels: images & plots")));
}

void TestFacetModel::sectionsThatAreNotCountedStandThereEmpty()
{
    m_model->setCounts(counts(""));
    const QModelIndex mesh = find(QStringLiteral("MeSH term"));
    QVERIFY(mesh.isValid());
    QCOMPARE(m_model->rowCount(mesh), 0);
}

void TestFacetModel::valuesInUseThatNothingHasAreShown()
{
    m_model->setCounts(counts("license:\"No licence\""));
    const QModelIndex used = find(QStringLiteral("No licence"));
    QVERIFY(used.isValid());
    QCOMPARE(used.data(FacetModel::CountRole).toInt(), 0);
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
