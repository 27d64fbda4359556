// The filter panel's list under mouse and keys.

#include "core/query/parser.h"
#include "ui/common/theme.h"
#include "ui/facets/facetview.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using query::Field;

namespace {

using Range = std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>;

FacetCounts counts(const char* query)
{
    FacetCounts counts;
    counts.query = query::parse(query).value();
    query::Facet journals{Field::Journal, {}};
    for (int i = 0; i < 500; ++i)
        journals.values.push_back({"Journal " + std::to_string(i), static_cast<std::size_t>(1000 - i)});
    counts.facets = {{Field::License, {{"CC BY", 9}, {"CC0", 8}}},
                     {Field::Year, {{"2015", 5}, {"2016", 2}, {"2017", 3}, {"2018", 3}}},
                     journals};
    return counts;
}

} // namespace

class TestFacetView : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_model = std::make_unique<FacetModel>(annotation::Taxonomy::builtIn());
        show("");
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }
    void arrowKeysChooseARange();
    void dragChoosesARange();
    void typingNarrowsALongSection();
    void moreRowsComeWithScrolling();
    void foldedSectionsStayFolded();
    void openingAsksForCounts();
    void menuHasTheGestures();
    void minusExcludes();
    void heightsFollowTheTextScale();

private:
    void show(const char* query)
    {
        m_view = std::make_unique<FacetView>(m_model.get(), *m_settings);
        m_model->setCounts(counts(query));
        m_view->resize(260, 700);
        m_view->show();
        connect(m_view.get(), &FacetView::rangeChosen, this,
                [this](Field, auto low, auto high) { m_ranges.emplace_back(low, high); });
        m_ranges.clear();
    }
    QModelIndex row(const char* key) const
    {
        return m_model
            ->match(m_model->index(0, 0), FacetModel::KeyRole, QString::fromLatin1(key), 1,
                    Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<FacetView> m_view;
    std::vector<Range> m_ranges;
};

void TestFacetView::arrowKeysChooseARange()
{
    m_view->setCurrentIndex(row("year/bars"));
    press(Qt::Key_Left);
    press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(m_ranges.empty()); // not at every step
    press(Qt::Key_Return);
    QCOMPARE(m_ranges, (std::vector<Range>{{2016, 2017}}));
    m_ranges.clear();
    press(Qt::Key_Left);
    QTRY_COMPARE(m_ranges, (std::vector<Range>{{2017, 2017}})); // by itself, when the keys rest
    m_ranges.clear();
    press(Qt::Key_Delete);
    QCOMPARE(m_ranges, (std::vector<Range>{{std::nullopt, std::nullopt}}));
}

void TestFacetView::dragChoosesARange()
{
    const QRect bars = m_view->visualRect(row("year/bars"));
    const QPoint from = bars.topLeft() + QPoint(24, 20); // bars are at most 18 px wide
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), from + QPoint(18, 0));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(18, 0));
    QCOMPARE(m_ranges, (std::vector<Range>{{2016, 2017}}));
    show("year:2016..2016");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, from);
    QCOMPARE(m_ranges, (std::vector<Range>{{std::nullopt, std::nullopt}})); // the same again: everything
}

void TestFacetView::typingNarrowsALongSection()
{
    QVERIFY(!m_view->filterLine(QStringLiteral("journal")));
    m_view->setCurrentIndex(row("journal/more"));
    press(Qt::Key_Return);
    QLineEdit* line = m_view->filterLine(QStringLiteral("journal"));
    QVERIFY(line);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, QStringLiteral("nal 49"));
    QCOMPARE(m_model->rowCount(row("journal")), 2 + 11);
    m_model->setCounts(counts("cell")); // counts that arrive meanwhile leave it alone
    QVERIFY(line->hasFocus());
    QCOMPARE(m_model->rowCount(row("journal")), 2 + 11);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("Journal 49"));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(line->text().isEmpty());
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!m_view->filterLine(QStringLiteral("journal")));
    QCOMPARE(m_model->rowCount(row("journal")), 6);
}

void TestFacetView::moreRowsComeWithScrolling()
{
    m_model->toggleMore(row("journal/more"));
    QCOMPARE(m_model->rowCount(row("journal")), 202);
    m_view->scrollTo(m_model->index(201, 0, row("journal")));
    QTRY_VERIFY(m_model->rowCount(row("journal")) > 202);
}

void TestFacetView::foldedSectionsStayFolded()
{
    m_view->setOpen(row("license"), false);
    m_view->setOpen(row("mesh"), true);
    show("");
    QVERIFY(!m_view->isExpanded(row("license")));
    QVERIFY(m_view->isExpanded(row("journal")));
    for (const FacetSection& section : facetSections())
        if (section.field == Field::Mesh)
            QVERIFY(m_view->isOpen(section));
}

void TestFacetView::openingAsksForCounts()
{
    QSignalSpy opened(m_view.get(), &FacetView::sectionOpened);
    m_view->setCurrentIndex(row("mesh"));
    press(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    m_view->setCurrentIndex(row("license"));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(opened.count(), 1); // that one is counted
}

void TestFacetView::menuHasTheGestures()
{
    QSignalSpy gestures(m_view.get(), &FacetView::gestureMade);
    m_view->setCurrentIndex(row("license:CC0"));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &event);
    auto* menu = m_view->findChild<QMenu*>();
    QVERIFY(menu);
    for (QAction* action : menu->actions())
        if (action->text().contains(QStringLiteral("Alt+click")))
            action->trigger();
    QCOMPARE(gestures.count(), 1);
    QCOMPARE(gestures[0][0].value<FilterTarget>(), (FilterTarget{Field::License, "CC0"}));
    QCOMPARE(gestures[0][1].value<FilterGesture>(), FilterGesture::Exclude);
}

void TestFacetView::minusExcludes()
{
    QSignalSpy gestures(m_view.get(), &FacetView::gestureMade);
    m_view->setCurrentIndex(row("license:CC0"));
    press(Qt::Key_Minus);
    QCOMPARE(gestures[0][1].value<FilterGesture>(), FilterGesture::Exclude);
}

void TestFacetView::heightsFollowTheTextScale()
{
    const int before = m_view->visualRect(row("license:CC0")).height();
    applyTheme(*qApp, Scheme::Dark, 2);
    QTRY_VERIFY(m_view->visualRect(row("license:CC0")).height() > before * 3 / 2);
    applyTheme(*qApp, Scheme::Dark, 1);
}

QTEST_MAIN(TestFacetView)
#include "tst_facet_view.moc"
