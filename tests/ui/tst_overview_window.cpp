// Gallery and table in the window: switching, previews, going to a position, the menu.

#include "tests/ui/window_fixture.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/overview.h"
#include "ui/table/figuretable.h"
#include "ui/views/gotodialog.h"
#include "ui/views/hoverpreview.h"
#include "ui/views/picturecard.h"
#include "ui/views/preview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestOverview : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void tableShowsCursorAndSelectionOfTheGallery();
    void tableLabelsWithTheSameKeys();
    void viewAndLookComeBack();
    void spaceLooksAndArrowsGoOn();
    void labelInThePreviewHitsWhatIsSeen();
    void hoverShowsALargerPicture();
    void goesToAPosition();
    void goesToAKey();
    void keyOutsideOfTheViewIsTold();
    void menuTellsHowManyAreSelected();
    void unpluggedShardIsToldAndRecovers();

private:
    MainWindow& window() { return m_fixture->window(); }
    Workbench* bench() { return window().workbench(); }
    FigureSelection* selection() { return bench()->selection(); }
    GalleryView* gallery() { return bench()->gallery(); }
    QAction* action(ActionId id) { return window().actions()[id]; }
    GoToDialog* goTo(const QString& text)
    {
        action(ActionId::GoToPosition)->trigger();
        auto* dialog = window().findChild<GoToDialog*>();
        dialog->findChild<QLineEdit*>()->setText(text);
        Q_EMIT dialog->findChild<QDialogButtonBox*>()->accepted();
        return dialog;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestOverview::init()
{
    m_fixture = std::make_unique<test::WindowFixture>();
    QVERIFY(m_fixture->open());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestOverview::cleanup()
{
    m_fixture.reset();
}

void TestOverview::tableShowsCursorAndSelectionOfTheGallery()
{
    selection()->setCursor(40);
    selection()->goTo(42, FigureSelection::Reach::Extend);
    action(ActionId::ViewTable)->trigger();
    FigureTable* table = bench()->overview()->table();
    QTRY_VERIFY(table->hasFocus());
    QVERIFY(!gallery()->isVisible());
    QCOMPARE(table->currentIndex().row(), 42);
    QVERIFY(table->viewport()->rect().intersects(table->visualRect(table->currentIndex())));
    QTRY_VERIFY(bench()->isSettled());
    QTest::keyClick(table, Qt::Key_Down);
    action(ActionId::ViewGallery)->trigger();
    QTRY_VERIFY(gallery()->hasFocus());
    QCOMPARE(gallery()->currentIndex().row(), 43);
    QTRY_VERIFY(bench()->isSettled());
}

void TestOverview::tableLabelsWithTheSameKeys()
{
    action(ActionId::ViewTable)->trigger();
    QTRY_VERIFY(bench()->overview()->table()->hasFocus());
    QTest::keyClick(bench()->overview()->table(), Qt::Key_1);
    QTRY_VERIFY(bench()->figures()->isLabelled(0));
}

void TestOverview::viewAndLookComeBack()
{
    action(ActionId::MoreCaption)->trigger();
    action(ActionId::ShowChips)->setChecked(false);
    action(ActionId::ViewTable)->trigger();
    window().close();
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QVERIFY(bench()->overview()->table()->isVisible());
    QVERIFY(action(ActionId::ViewTable)->isChecked());
    QCOMPARE(gallery()->look(), (TileLook{4, false}));
    QVERIFY(!action(ActionId::ShowChips)->isChecked());
}

void TestOverview::spaceLooksAndArrowsGoOn()
{
    action(ActionId::Preview)->trigger();
    auto* preview = bench()->overview()->preview();
    QVERIFY(preview->isVisible());
    const auto* card = preview->findChild<PictureCard*>();
    QCOMPARE(card->figure(), selection()->cursorFigure());
    QTest::keyClick(preview, Qt::Key_Right);
    QTest::keyClick(preview, Qt::Key_J);
    QCOMPARE(selection()->cursor(), std::optional(2));
    QCOMPARE(card->figure(), selection()->cursorFigure());
    QTRY_VERIFY(preview->isSettled());
    QVERIFY(preview->rect().contains(card->geometry()));
    QTest::keyClick(preview, Qt::Key_1);
    QTRY_VERIFY(bench()->figures()->isLabelled(2));
    QTest::keyClick(preview, Qt::Key_Space);
    QVERIFY(!preview->isVisible());
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestOverview::labelInThePreviewHitsWhatIsSeen()
{
    selection()->selectAll();
    QCOMPARE(bench()->labelFlow()->targetCount(), qint64(60));
    action(ActionId::Preview)->trigger();
    QCOMPARE(bench()->labelFlow()->targetCount(), qint64(1));
    QTest::keyClick(bench()->overview()->preview(), Qt::Key_Escape);
    QCOMPARE(bench()->labelFlow()->targetCount(), qint64(60));
}

void TestOverview::hoverShowsALargerPicture()
{
    action(ActionId::HoverPreview)->setChecked(true);
    PictureCard* card = bench()->overview()->hoverPreview()->card();
    const QPoint place = gallery()->visualRect(bench()->figures()->index(2)).center();
    QMouseEvent move(QEvent::MouseMove, place, gallery()->viewport()->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(gallery()->viewport(), &move);
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->figure(), std::optional(bench()->figures()->rowIdAt(2)));
    QVERIFY(window().rect().contains(card->geometry()));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(gallery()->viewport(), &leave);
    QVERIFY(!card->isVisible());
    action(ActionId::HoverPreview)->setChecked(false);
    QVERIFY(!gallery()->viewport()->hasMouseTracking());
}

void TestOverview::goesToAPosition()
{
    goTo(QStringLiteral("37"));
    QCOMPARE(selection()->cursor(), std::optional(36));
}

void TestOverview::goesToAKey()
{
    const auto summary = window().session().workspace()->summary(bench()->figures()->rowIdAt(12)).value();
    goTo(fromUtf8(summary.key));
    QTRY_COMPARE(selection()->cursor(), std::optional(12));
}

void TestOverview::keyOutsideOfTheViewIsTold()
{
    const auto summary = window().session().workspace()->summary(bench()->figures()->rowIdAt(12)).value();
    window().queries().setQuery(query::parse("is:flagged").value());
    QTRY_COMPARE(bench()->figures()->rowCount(), 0);
    GoToDialog* dialog = goTo(fromUtf8(summary.key));
    const auto says = [dialog](const QString& words) {
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    QTRY_VERIFY(says(QStringLiteral("not among the figures of this view")));
    QVERIFY(dialog->isVisible());
}

void TestOverview::menuTellsHowManyAreSelected()
{
    const auto first = [&] {
        const std::unique_ptr<QMenu> menu(bench()->overview()->makeMenu());
        return menu->actions().first()->text();
    };
    QVERIFY(!first().contains(QStringLiteral("selected")));
    selection()->selectAll();
    QVERIFY(first().startsWith(QStringLiteral("60 figures")));
}

void TestOverview::unpluggedShardIsToldAndRecovers()
{
    action(ActionId::ViewTable)->trigger();
    QTRY_VERIFY(bench()->isSettled());
    auto* store = bench()->findChild<ThumbnailStore*>();
    const RowId figure = bench()->figures()->rowIdAt(59);
    const auto away = m_fixture->folder() / "away.tar";
    std::filesystem::rename(m_fixture->shard(), away);
    selection()->setCursor(59);
    QTRY_VERIFY(store->find(figure));
    QVERIFY(!store->find(figure)->problem.isEmpty());
    std::filesystem::rename(away, m_fixture->shard());
    QTRY_VERIFY_WITH_TIMEOUT(store->find(figure)->problem.isEmpty(), 15'000);
}

QTEST_MAIN(TestOverview)
#include "tst_overview_window.moc"
