// Palette, key overlay, shortcut page and the table that they are made from.

#include "tests/ui/window_fixture.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/actionmodel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keyoverlay.h"
#include "ui/shell/menus.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMap>
#include <QMenu>
#include <QSet>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestOverlays : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyActionStandsInOneMenu();
    void noKeyIsGivenTwice();
    void modelKeepsItsContract();
    void paletteRunsWhatWasTyped();
    void paletteGivesTheFocusBack();
    void paletteNeverRunsWhatIsDisabled();
    void keysBelowAnOverlayDoNothing();
    void keyOverlayTellsKeysAndClosesAtAnyKey();

private:
    MainWindow& window() { return m_fixture.window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    FigureSelection* selection() { return window().workbench()->selection(); }
    QAction* action(ActionId id) { return window().actions()[id]; }

    test::WindowFixture m_fixture{20};
};

void TestOverlays::initTestCase()
{
    QVERIFY(m_fixture.open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestOverlays::everyActionStandsInOneMenu()
{
    QMap<ActionId, int> places;
    for (const MenuSection& section : menuSections())
        for (const auto& entry : section.entries)
            if (entry)
                ++places[*entry];
    for (const ActionInfo& info : allActions())
        QCOMPARE(std::pair(info.text, places.value(info.id)), std::pair(info.text, 1));
}

void TestOverlays::noKeyIsGivenTwice()
{
    QMap<QString, QString> owners;
    for (const ActionInfo& info : allActions())
        for (const QKeySequence& key : action(info.id)->shortcuts()) {
            const QString name = key.toString(QKeySequence::PortableText);
            QVERIFY2(!owners.contains(name), qPrintable(name + " is also on " + owners.value(name)));
            owners[name] = QString::fromUtf8(info.text);
        }
}

void TestOverlays::modelKeepsItsContract()
{
    ActionModel model(window().actions());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), static_cast<int>(allActions().size()));
    ActionFilter filter(&model);
    filter.setText(QStringLiteral("larger thumb"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.actionAt(filter.index(0, 0)), action(ActionId::LargerTiles));
    filter.setText(QStringLiteral("Ctrl+E"));
    QCOMPARE(filter.actionAt(filter.index(0, 0)), action(ActionId::Export));
    QMenu menu(QStringLiteral("&Fruit"));
    menu.addAction(QStringLiteral("&Pear"));
    for (int time = 0; time < 2; ++time) // the second time in place of the first
        model.setChoices(menu, ActionId::MakeVectors);
    filter.setText(QStringLiteral("similar fruit"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("Fruit: Pear"));
    QCOMPARE(filter.actionAt(filter.index(0, 0)), menu.actions().first());
    QVERIFY(!filter.idAt(filter.index(0, 0)));
    filter.setText({});
    QCOMPARE(model.rowCount(), static_cast<int>(allActions().size()) + 1);
}

void TestOverlays::paletteRunsWhatWasTyped()
{
    const int before = gallery()->tileWidth();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = window().findChild<CommandPalette*>();
    QTRY_VERIFY(palette->isVisible() && palette->field()->hasFocus());
    QTest::keyClicks(palette->field(), QStringLiteral("larger thumb"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QVERIFY(gallery()->tileWidth() > before);
}

void TestOverlays::paletteGivesTheFocusBack()
{
    action(ActionId::Palette)->trigger();
    auto* palette = window().findChild<CommandPalette*>();
    QVERIFY(palette->isVisible());
    QTest::keyClick(palette->field(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestOverlays::paletteNeverRunsWhatIsDisabled()
{
    action(ActionId::FullScreen)->setEnabled(false);
    action(ActionId::Palette)->trigger();
    auto* palette = window().findChild<CommandPalette*>();
    QTest::keyClicks(palette->field(), QStringLiteral("full screen"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QVERIFY(!window().isFullScreen());
    palette->close();
    action(ActionId::FullScreen)->setEnabled(true);
}

void TestOverlays::keysBelowAnOverlayDoNothing()
{
    const auto before = selection()->cursor();
    action(ActionId::KeyOverlay)->trigger();
    auto* overlay = window().findChild<KeyOverlay*>();
    QTRY_VERIFY(overlay->hasFocus());
    QTest::keyClick(overlay, Qt::Key_J);
    QVERIFY(!overlay->isVisible());
    QCOMPARE(selection()->cursor(), before);
}

void TestOverlays::keyOverlayTellsKeysAndClosesAtAnyKey()
{
    QTRY_VERIFY(gallery()->hasFocus());
    QTest::keyClick(gallery(), Qt::Key_F1);
    auto* overlay = window().findChild<KeyOverlay*>();
    QTRY_VERIFY(overlay->isVisible());
    QSet<QString> texts;
    for (const QLabel* label : overlay->findChildren<QLabel*>())
        texts.insert(label->text());
    QVERIFY(texts.contains(QStringLiteral("Ctrl+Shift+Z, Ctrl+Y")));
    QVERIFY(texts.contains(plainText(*action(ActionId::NextUnlabelled))));
    QTest::keyClick(overlay, Qt::Key_Escape);
    QVERIFY(!overlay->isVisible());
}

QTEST_MAIN(TestOverlays)
#include "tst_overlays.moc"
