// By whose vectors figures are compared: the choice, what is said where the chosen model cannot help, and handing its
// vectors out.

#include "core/base/file.h"
#include "core/workspace/similarity.h"
#include "tests/support/expect.h"
#include "tests/ui/vector_fixture.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/neighbourstrip.h"
#include "ui/shell/banner.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/figurevectors.h"
#include "ui/shell/topbar.h"
#include "ui/similar/modelbutton.h"
#include "ui/similar/vectorexportdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestComparedModel : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture = std::make_unique<test::VectorFixture>();
        m_npy = m_fixture->writeVectors("clip", test::SimilarFixture::figures);
    }
    void cleanup() { m_fixture.reset(); }
    void choiceStandsBesideTheOrder();
    void paletteOffersTheChoice();
    void choiceIsKeptWithTheCollection();
    void modelThatIsGoneIsNotCompared();
    void pictureFromOutsideTakesTheBuiltInOne_data();
    void pictureFromOutsideTakesTheBuiltInOne();
    void missingVectorsOfAnImportedModelAreToldOnce();
    void stripOffersTheBuiltInOne();
    void vectorsAreMadeWhateverIsCompared();
    void vectorsGoOutWithTheirKeys();

private:
    MainWindow& window() { return m_fixture->window(); }
    ComparedModel& compared() { return *window().vectors()->compared(); }
    ModelButton* button() { return window().topBar()->findChild<ModelButton*>(); }
    QString banner() { return window().banner()->text(); }
    QStringList offers()
    {
        QStringList texts;
        for (const QToolButton* button : window().banner()->offerButtons())
            texts += button->text();
        return texts;
    }
    void takeOffer(int number)
    {
        QTest::mouseClick(window().banner()->offerButtons().at(number), Qt::LeftButton);
        QVERIFY(m_fixture->settle());
    }
    void choose(const char* title)
    {
        QMenu menu;
        compared().fill(&menu);
        for (QAction* action : menu.actions())
            if (action->text() == QString::fromLatin1(title))
                action->trigger();
        QVERIFY(m_fixture->settle());
    }
    bool askLike(int position) { return m_fixture->ask(("like:" + m_fixture->keys().at(position)).c_str()); }

    std::unique_ptr<test::VectorFixture> m_fixture;
    QString m_npy;
};

void TestComparedModel::choiceStandsBesideTheOrder()
{
    QVERIFY(m_fixture->makeVectors());
    QVERIFY(askLike(5));
    QVERIFY(!button()->isVisible()); // there is no choice
    m_fixture->import(m_npy);
    QVERIFY(button()->isVisible());
    QVERIFY(button()->text().startsWith(QStringLiteral("Compare: clip")));
    const auto isBesideIt = [this] { return m_fixture->rowAt(1) == RowId(5) || m_fixture->rowAt(1) == RowId(7); };
    QVERIFY(isBesideIt()); // on the half circle
    choose("Built-in descriptor");
    QVERIFY(button()->text().startsWith(QStringLiteral("Compare: Built-in descriptor")));
    QVERIFY(!isBesideIt()); // the search has run again, and those two are drawn otherwise
    QVERIFY(m_fixture->ask("cells"));
    QVERIFY(!button()->isVisible()); // nothing is compared
}

void TestComparedModel::paletteOffersTheChoice()
{
    m_fixture->import(m_npy);
    auto* palette = window().findChild<CommandPalette*>();
    const auto found = [&](const char* typed) {
        window().actions()[ActionId::Palette]->trigger();
        palette->field()->setText(QString::fromLatin1(typed));
        QStringList texts;
        for (int row = 0; row < palette->list()->model()->rowCount(); ++row)
            texts += palette->list()->model()->index(row, 0).data().toString();
        return texts;
    };
    QVERIFY(found("similar").contains(QStringLiteral("Compare by: clip")));
    QVERIFY(found("compare by").contains(QStringLiteral("Compare by: Built-in descriptor")));
    QCOMPARE(found("built-in").size(), 1);
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(m_fixture->settle());
    QCOMPARE(compared().name(), std::string("builtin"));
}

void TestComparedModel::choiceIsKeptWithTheCollection()
{
    QVERIFY(m_fixture->makeVectors());
    m_fixture->import(m_npy);
    QCOMPARE(compared().name(), std::string("clip"));
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QTRY_COMPARE(compared().name(), std::string("clip"));
    choose("Built-in descriptor");
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QTRY_COMPARE(compared().name(), std::string("builtin"));
}

void TestComparedModel::modelThatIsGoneIsNotCompared()
{
    QVERIFY(m_fixture->makeVectors());
    m_fixture->import(m_npy);
    m_fixture->close();
    std::filesystem::remove_all(m_fixture->collection() / "derived/vectors/clip");
    QVERIFY(m_fixture->open());
    QTRY_COMPARE(compared().name(), std::string("builtin"));
    QVERIFY(askLike(5));
    QVERIFY2(banner().isEmpty(), qPrintable(banner()));
}

void TestComparedModel::pictureFromOutsideTakesTheBuiltInOne_data()
{
    QTest::addColumn<bool>("areMade");
    QTest::newRow("with its vectors") << true;
    QTest::newRow("without") << false;
}

void TestComparedModel::pictureFromOutsideTakesTheBuiltInOne()
{
    QFETCH(bool, areMade);
    if (areMade)
        QVERIFY(m_fixture->makeVectors());
    m_fixture->import(m_npy);
    const QString picture = m_fixture->path("western.png");
    QVERIFY(test::drawnPicture(5).save(picture));
    QVERIFY(m_fixture->bring({picture}, test::Way::Pasted));
    QVERIFY2(banner().startsWith(QStringLiteral("Figures are compared by “clip”, whose vectors were made elsewhere")),
             qPrintable(banner()));
    QCOMPARE(offers(), QStringList(QStringLiteral("Compare by the built-in descriptor")));
    QCOMPARE(m_fixture->chips(), QStringList(QStringLiteral("like western.png")));
    QCOMPARE(window().workbench()->figures()->rowCount(), 0); // nothing that another search has found
    takeOffer(0);
    QCOMPARE(compared().name(), std::string("builtin"));
    if (!areMade) {
        QCOMPARE(offers(), QStringList(QStringLiteral("Make vectors")));
        takeOffer(0);
    }
    QVERIFY2(banner().isEmpty(), qPrintable(banner()));
    QCOMPARE(m_fixture->chips(), QStringList(QStringLiteral("like western.png")));
    QCOMPARE(m_fixture->rowAt(0), RowId(6));
}

void TestComparedModel::missingVectorsOfAnImportedModelAreToldOnce()
{
    QVERIFY(m_fixture->makeVectors());
    m_fixture->import(m_fixture->writeVectors("half", 10));
    QVERIFY(askLike(5));
    QVERIFY2(banner().startsWith(QStringLiteral("14 of 24 figures have no vector of “half”")), qPrintable(banner()));
    QCOMPARE(offers().size(), 2);
    window().banner()->clear();
    QVERIFY(askLike(6));
    QVERIFY2(banner().isEmpty(), qPrintable(banner()));
}

void TestComparedModel::stripOffersTheBuiltInOne()
{
    QVERIFY(m_fixture->makeVectors());
    m_fixture->import(m_fixture->writeVectors("half", 10));
    window().workbench()->selection()->setCursor(20);
    NeighbourStrip* strip = window().workbench()->figurePanel()->neighbours();
    QTRY_VERIFY(strip->message()->text().contains(QStringLiteral("no vector of “half”")));
    Q_EMIT strip->message()->linkActivated(QStringLiteral("builtin"));
    QTRY_COMPARE(compared().name(), std::string("builtin"));
    QTRY_VERIFY(!strip->message()->isVisibleTo(strip));
}

void TestComparedModel::vectorsAreMadeWhateverIsCompared()
{
    m_fixture->import(m_npy);
    QCOMPARE(compared().name(), std::string("clip"));
    window().actions()[ActionId::MakeVectors]->trigger();
    QVERIFY(m_fixture->settle());
    EXPECT_VALUE(const std::size_t missing, window().session().workspace()->similarity().missing("builtin"));
    QCOMPARE(missing, std::size_t{0});
    QCOMPARE(compared().name(), std::string("clip")); // it was chosen
}

void TestComparedModel::vectorsGoOutWithTheirKeys()
{
    m_fixture->import(m_npy);
    window().actions()[ActionId::ExportVectors]->trigger();
    auto* dialog = window().findChild<VectorExportDialog*>();
    QVERIFY(dialog && !dialog->exportButton()->isEnabled());
    QCOMPARE(dialog->modelBox()->currentData().toString(), QStringLiteral("clip"));
    dialog->fileField()->setText(m_fixture->path("out"));
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QCOMPARE(dialog->messageLabel()->text(), QStringLiteral("Wrote the vectors of 24 figures, 4 numbers each."));
    const auto keys = readFile(m_fixture->folder() / "out.txt"), before = readFile(m_fixture->folder() / "clip.txt");
    QCOMPARE(keys.value(), before.value());
    dialog->modelBox()->setCurrentIndex(0); // has no vectors
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QVERIFY(dialog->messageLabel()->property("isBad").toBool());
    dialog->reject();
    QTRY_VERIFY(!window().findChild<VectorExportDialog*>());
    QVERIFY(m_fixture->import(m_fixture->path("out.npy")).startsWith(QStringLiteral("Took in the vectors of 24")));
}

QTEST_MAIN(TestComparedModel)
#include "tst_compared_model.moc"
