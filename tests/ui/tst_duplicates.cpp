// Duplicates: two tiers that are never mixed, and what can be done with a group.

#include "tests/ui/similar_fixture.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/duplicates/duplicatesdialog.h"
#include "ui/duplicates/membermodel.h"
#include "ui/duplicates/memberpainter.h"
#include "ui/exporting/exportdialog.h"
#include "ui/shell/findsimilar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

DuplicateFindings example()
{
    DuplicateFindings findings;
    findings.groups = {{true, {RowId(1), RowId(2)}, 1},
                       {false, {RowId(3), RowId(4), RowId(5)}, 0.962F},
                       {true, {RowId(6), RowId(7), RowId(8)}, 1}};
    findings.articles = {{2, 0}, {3, 0}, {1, 0}};
    return findings;
}

/// Headings, tiers and groups that do not stand in their place whole.
QStringList cutCells(const QTreeView& tree)
{
    const QAbstractItemModel& model = *tree.model();
    QStringList cut;
    const auto look = [&](const QModelIndex& index) {
        if (tree.visualRect(index).width() < tree.sizeHintForIndex(index).width())
            cut += index.data().toString();
    };
    for (int column = 0; column < model.columnCount(); ++column) {
        if (tree.header()->sectionSize(column) < tree.header()->sectionSizeHint(column))
            cut += model.headerData(column, Qt::Horizontal).toString();
        for (int tier = 0; tier < model.rowCount(); ++tier)
            for (int row = 0; row < model.rowCount(model.index(tier, 0)); ++row)
                look(model.index(row, column, model.index(tier, 0)));
    }
    for (int tier = 0; tier < model.rowCount(); ++tier)
        look(model.index(tier, 0)); // over all columns
    return cut;
}

} // namespace

class TestDuplicates : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { m_fixture.reset(); }
    void tiersAreNeverMixed();
    void membersTellKeyArticleAndLicence();
    void dialogFindsTheSamePicture();
    void widePicturesAreWhole();
    void figuresWithoutArticleShareNone();
    void figuresWithoutAccessionShareNone();
    void listComesBackWhileItHolds();
    void closedWhileItLooksItGoesOn();
    void closedWithItsCollectionItIsForgotten();
    void listGoesWithNewFigures();
    void groupIsSelectedInTheGallery();
    void nearOnesTakeVectors();
    void exportKeepsOneOfEach();
    void groupsAreWholeAtTwiceTheTextInGerman(); // the last one: German stays

private:
    MainWindow& window() { return m_fixture->window(); }
    void open() { m_fixture = std::make_unique<test::SimilarFixture>(); }
    DuplicatesDialog* find(bool isNear)
    {
        DuplicatesDialog* dialog = window().findSimilar()->openDuplicates();
        dialog->nearBox()->setChecked(isNear);
        QTest::mouseClick(dialog->searchButton(), Qt::LeftButton);
        return m_fixture->settle() ? dialog : nullptr;
    }

    bool addShard(const test::ShardBuilder& shard)
    {
        const auto folder = m_fixture->folder() / "shards";
        shard.write(folder / "000001.tar");
        window().opener()->addShards({QString::fromStdString(folder.string())});
        return m_fixture->settle();
    }

    std::unique_ptr<test::SimilarFixture> m_fixture;
};

void TestDuplicates::tiersAreNeverMixed()
{
    DuplicateModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setFindings(example());
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex exact = model.index(DuplicateModel::exactTier, 0);
    const QModelIndex near = model.index(DuplicateModel::nearTier, 0);
    QCOMPARE(model.rowCount(exact), 2);
    QCOMPARE(model.rowCount(near), 1);
    QVERIFY(exact.data().toString().startsWith(QStringLiteral("The same picture")));
    // Several articles first, however many figures.
    QCOMPARE(model.groupOf(model.index(0, 0, exact))->rows.front(), RowId(1));
    QCOMPARE(model.articlesOf(model.index(0, 0, exact)).known, std::size_t(2));
    QCOMPARE(model.figuresOfTier(DuplicateModel::exactTier), std::size_t(5));
    QCOMPARE(model.index(0, DuplicateModel::Likeness, near).data().toString(), QStringLiteral("96"));
    QCOMPARE(model.index(0, DuplicateModel::Likeness, exact).data().toString(), QString());
    QVERIFY(!model.groupOf(exact));
    model.setFindings({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDuplicates::membersTellKeyArticleAndLicence()
{
    open();
    MemberModel model(window().session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy arrived(&model, &MemberModel::arrived);
    model.setRows({RowId(1), RowId(2)}, QSize(100, 80));
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0);
    QCOMPARE(first.data(MemberModel::KeyRole).toString(), QStringLiteral("batch-PMC9000-0-fig0"));
    QCOMPARE(first.data(MemberModel::ArticleRole).toString(), QStringLiteral("PMC9000"));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("article PMC9000, licence CC BY")));
    QVERIFY(!first.data(Qt::DecorationRole).value<QImage>().isNull());
    QCOMPARE(model.licences().size(), 2);
}

/// From edge to edge, with its ground around it.
void TestDuplicates::widePicturesAreWhole()
{
    QImage picture(400, 100, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), picture, Qt::DecorationRole);
    model.setData(model.index(0, 0), QColor(Qt::white), MemberModel::GroundRole);
    const MemberPainter painter;
    QStyleOptionViewItem option;
    option.rect = QRect(QPoint(), painter.sizeHint(option, model.index(0, 0)));
    QImage shown(option.rect.size(), QImage::Format_RGB32);
    QPainter on(&shown);
    painter.paint(&on, option, model.index(0, 0));
    on.end();
    QString across; // each stretch of one colour
    for (int x = measure::grid + 1; x < MemberPainter::pictureBox().width() + 20; ++x)
        if (const QColor colour = shown.pixelColor(x, shown.height() / 2);
            colour == Qt::blue ? !across.endsWith(QLatin1Char('B'))
                               : colour == Qt::white && !across.endsWith(QLatin1Char('W')))
            across += colour == Qt::blue ? QLatin1Char('B') : QLatin1Char('W');
    QCOMPARE(across, QStringLiteral("WBW"));
}

void TestDuplicates::dialogFindsTheSamePicture()
{
    open();
    DuplicatesDialog* dialog = find(false);
    QVERIFY(dialog);
    const QModelIndex exact = dialog->model()->index(DuplicateModel::exactTier, 0);
    QCOMPARE(dialog->model()->rowCount(exact), test::SimilarFixture::copies);
    QCOMPARE(dialog->model()->rowCount(dialog->model()->index(DuplicateModel::nearTier, 0)), 0);
    QVERIFY(m_fixture->settle());
    QCOMPARE(dialog->members()->rowCount(), 2);
    QCOMPARE(dialog->members()->licences().size(), 2); // both, where they differ
}

void TestDuplicates::figuresWithoutArticleShareNone()
{
    open();
    DuplicatesDialog* dialog = window().findSimilar()->openDuplicates();
    DuplicateFindings findings;
    findings.groups = {{true, {RowId(1), RowId(2)}, 1}};
    findings.articles = {{0, 2}};
    dialog->model()->setFindings(findings);
    const QModelIndex group = dialog->model()->firstGroup();
    QCOMPARE(group.siblingAtColumn(DuplicateModel::Articles).data().toString(), QStringLiteral("unknown"));
    dialog->tree()->setCurrentIndex(group);
    QTRY_COMPARE(dialog->titleText(), QStringLiteral("2 figures of unknown articles"));
}

/// They have the same journal, title and licence, which says nothing of the article.
void TestDuplicates::figuresWithoutAccessionShareNone()
{
    open();
    json::Value about = test::metadata("PMC7", "x");
    test::ShardBuilder shard;
    shard.figure("known", 77, about, "a logo");
    about["article_accession_id"] = nullptr;
    shard.figure("first", 77, about, "a logo").figure("second", 77, about, "a logo");
    QVERIFY(addShard(shard));
    DuplicatesDialog* dialog = find(false);
    QVERIFY(dialog);
    const QModelIndex exact = dialog->model()->index(DuplicateModel::exactTier, 0);
    for (int row = 0; row < dialog->model()->rowCount(exact); ++row)
        if (const QModelIndex group = dialog->model()->index(row, 0, exact);
            dialog->model()->groupOf(group)->rows.size() == 3) {
            dialog->tree()->setCurrentIndex(group);
            QCOMPARE(group.siblingAtColumn(DuplicateModel::Articles).data().toString(),
                     QStringLiteral("1 and unknown"));
        }
    QCOMPARE(dialog->titleText(), QStringLiteral("3 figures: 1 in 1 article(s), the rest of unknown articles"));
}

void TestDuplicates::listComesBackWhileItHolds()
{
    open();
    QVERIFY(m_fixture->makeVectors());
    DuplicatesDialog* dialog = find(true);
    QVERIFY(dialog);
    dialog->likenessBox()->setValue(60); // asked after the search, and not for this list
    const QString said = dialog->message()->text();
    const auto groups = [&] { return dialog->model()->rowCount(dialog->model()->index(0, 0)); };
    QCOMPARE(groups(), test::SimilarFixture::copies);
    dialog->reject();
    window().workbench()->labelFlow()->request({LabelIntent::Kind::Flag, Question::PanelType, {}});
    QVERIFY(m_fixture->settle()); // what labels change is not what was compared
    dialog = window().findSimilar()->openDuplicates();
    QCOMPARE(groups(), test::SimilarFixture::copies);
    QCOMPARE(dialog->message()->text(), said);
    QVERIFY(dialog->nearBox()->isChecked());
    QCOMPARE(dialog->likenessBox()->value(), 75);
    QVERIFY(dialog->tree()->currentIndex().isValid());
    dialog->reject();
    Q_EMIT window().jobs().vectorsMade({}, {});
    dialog = window().findSimilar()->openDuplicates();
    QCOMPARE(dialog->model()->rowCount(), 0);
}

void TestDuplicates::closedWhileItLooksItGoesOn()
{
    open();
    QVERIFY(m_fixture->makeVectors());
    int found = 0;
    connect(&window().jobs(), &JobController::duplicatesFound, this, [&found] { ++found; });
    const QSignalSpy noted(window().findSimilar(), &FindSimilar::noted);
    const QPointer<DuplicatesDialog> first = window().findSimilar()->openDuplicates();
    first->searchButton()->click(); // no events in between: it is soon done
    first->reject();
    QVERIFY(first && first->isHidden());
    QCOMPARE(window().findSimilar()->openDuplicates(), first.data()); // the one that looks
    QVERIFY(first->isVisible());
    first->close(); // by the frame of the window
    QVERIFY(m_fixture->settle());
    QCOMPARE(found, 1);
    QCOMPARE(noted.size(), 1);
    QTRY_VERIFY(!first);
    QCOMPARE(window().findSimilar()->openDuplicates()->model()->rowCount(), 2);
}

void TestDuplicates::closedWithItsCollectionItIsForgotten()
{
    open();
    const QPointer<DuplicatesDialog> first = window().findSimilar()->openDuplicates();
    first->searchButton()->click();
    first->reject();
    window().actions()[ActionId::CloseCollection]->trigger();
    QTRY_VERIFY(!first && !window().jobs().isRunning());
    window().opener()->openPaths({QString::fromStdString(m_fixture->collection().string())});
    QTRY_VERIFY(window().queries().result() && window().isSettled());
    QCOMPARE(window().findSimilar()->openDuplicates()->model()->rowCount(), 0);
}

void TestDuplicates::listGoesWithNewFigures()
{
    open();
    find(false)->reject();
    test::ShardBuilder shard;
    shard.figure("new", 77, test::metadata("PMC7", "x"), "a new figure");
    QVERIFY(addShard(shard));
    QCOMPARE(window().findSimilar()->openDuplicates()->model()->rowCount(), 0);
}

void TestDuplicates::groupIsSelectedInTheGallery()
{
    open();
    DuplicatesDialog* dialog = find(false);
    QVERIFY(dialog);
    const Rows rows = dialog->model()->groupOf(dialog->tree()->currentIndex())->rows;
    QTest::mouseClick(dialog->selectButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QTRY_COMPARE(window().queries().result()->size(), rows.size());
    QTRY_COMPARE(window().workbench()->labelFlow()->targetCount(), static_cast<qint64>(rows.size()));
    window().actions()[ActionId::Back]->trigger();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->queryText(), std::string());
}

void TestDuplicates::nearOnesTakeVectors()
{
    open();
    DuplicatesDialog* dialog = find(true);
    QVERIFY(dialog);
    QVERIFY2(dialog->message()->text().contains(QStringLiteral("24 figures without a vector")),
             qPrintable(dialog->message()->text()));
    QVERIFY(dialog->model()->rowCount(dialog->model()->index(DuplicateModel::exactTier, 0)) > 0);
    dialog->reject();
    QVERIFY(m_fixture->makeVectors());
    dialog = find(true);
    QVERIFY(dialog);
    QVERIFY(!dialog->message()->text().contains(QStringLiteral("without a vector")));
    QVERIFY(dialog->model()->rowCount(dialog->model()->index(DuplicateModel::exactTier, 0)) > 0);
}

void TestDuplicates::exportKeepsOneOfEach()
{
    open();
    window().actions()[ActionId::Export]->trigger();
    auto* dialog = window().findChild<ExportDialog*>();
    QVERIFY(dialog);
    dialog->withoutCopiesBox()->setChecked(true);
    QTRY_COMPARE(dialog->summaryText(), QStringLiteral("24 figures without their copies"));
    dialog->folderField()->setText(QString::fromStdString((m_fixture->folder() / "out").string()));
    QSignalSpy exported(&window().jobs(), &JobController::exported);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY2(dialog->messageLabel()->text().contains(QStringLiteral("Exported 22 figures")),
             qPrintable(dialog->messageLabel()->text()));
}

void TestDuplicates::groupsAreWholeAtTwiceTheTextInGerman()
{
    installLanguage(*qApp, QStringLiteral("de"));
    open();
    window().resize(1600, 1000);
    window().actions()[ActionId::TextSize200]->trigger();
    DuplicatesDialog* dialog = find(false);
    QVERIFY(dialog);
    QTRY_COMPARE(cutCells(*dialog->tree()), QStringList());
}

QTEST_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
