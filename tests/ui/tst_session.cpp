// One person's hour in a minute: a real window on a display of its own, driven by the keys and the mouse of an X
// server alone. The steps build on each other, in the order in which they stand here.

#include "core/demo/demo.h"
#include "core/exporting/verify.h"
#include "tests/support/x_server.h"
#include "ui/exporting/exportdialog.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/views/preview.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
using test::XServer;
namespace fs = std::filesystem;

class TestSession : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void openAFolder();
    void search();
    void clickAFacet();
    void goBackInViews();
    void selectARange();
    void previewAndStepOn();
    void labelTheSelection();
    void undoAndRedo();
    void labelWithDigitsAndTyping();
    void openAFigureAndGoBack();
    void compareTheSelected();
    void findACommandByName();
    void exportTheLabelled();
    void quitAndReopenAsLeft();

private:
    MainWindow& window() { return *m_window; }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    FigureSelection* selection() { return window().workbench()->selection(); }
    FigureResultModel* figures() { return window().workbench()->figures(); }
    std::size_t found() { return window().queries().result() ? window().queries().result()->size() : 0; }
    QPoint tile(int row) { return gallery()->visualRect(figures()->index(row, 0)).center(); }
    fs::path folder() const { return m_folder.path().toStdString(); }
    std::size_t labelled();
    bool isSettled() { return !window().queries().isBusy() && window().queries().result() && window().isSettled(); }

    void makeWindow();

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<MainWindow> m_window;
    std::size_t m_all = 0;
};

void TestSession::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_settings, folder() / "data", DemoWriter(), Scheme::Dark);
    m_window->resize(1500, 950);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    XServer::focus(m_window.get());
    QTRY_VERIFY(m_window->isActiveWindow());
}

std::size_t TestSession::labelled()
{
    const auto snapshot = window().session().workspace()->snapshot();
    return snapshot ? (*snapshot)->labelled.count() : 0;
}

void TestSession::initTestCase()
{
    m_settings.setValue(QStringLiteral("annotator"), QStringLiteral("ada"));
    QVERIFY(demo::writeDemo({.folder = folder() / "shards", .figures = 80}, {}));
    makeWindow();
}

void TestSession::openAFolder()
{
    XServer::press({QStringLiteral("ctrl+shift+o")});
    QTRY_VERIFY(window().findChild<QFileDialog*>() && window().findChild<QFileDialog*>()->isVisible());
    XServer::focus(window().findChild<QFileDialog*>());
    XServer::press({QStringLiteral("ctrl+a")});
    XServer::type(QString::fromStdString((folder() / "shards").string()));
    XServer::press({QStringLiteral("Return")});
    QTRY_VERIFY(found() >= 80 && isSettled());
    m_all = found();
    XServer::focus(&window());
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestSession::search()
{
    XServer::press({QStringLiteral("slash")});
    QTRY_VERIFY(window().topBar()->search()->field()->hasFocus());
    XServer::type(QStringLiteral("patients"));
    XServer::press({QStringLiteral("Return")});
    QTRY_VERIFY(found() < m_all && isSettled());
    QVERIFY(found() > 10);
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestSession::clickAFacet()
{
    FacetView* facets = window().workbench()->facets()->view();
    const QModelIndex section = facets->model()->index(0, 0);
    const QModelIndex value = facets->model()->index(0, 0, section);
    const auto count = value.data(FacetModel::CountRole).toULongLong();
    const std::size_t before = found();
    QVERIFY(count > 0 && count < before);
    XServer::click(facets->viewport(), facets->visualRect(value).center());
    QTRY_COMPARE(found(), count);
    QTRY_VERIFY(isSettled());
}

void TestSession::goBackInViews()
{
    const std::size_t narrowed = found();
    XServer::press({QStringLiteral("alt+Left")});
    QTRY_VERIFY(found() > narrowed && isSettled());
    XServer::press({QStringLiteral("alt+Right")});
    QTRY_VERIFY(found() == narrowed && isSettled());
}

void TestSession::selectARange()
{
    XServer::click(gallery()->viewport(), tile(1));
    QTRY_COMPARE(selection()->cursor(), std::optional(1));
    XServer::click(gallery()->viewport(), tile(4), QStringLiteral("shift"));
    QTRY_COMPARE(selection()->rows().count(), 4);
    QTRY_VERIFY(window().statusLine()->targetText().contains(QStringLiteral("4 figures")));
}

void TestSession::previewAndStepOn()
{
    const auto isOpen = [this] {
        const auto* preview = window().findChild<Preview*>();
        return preview && preview->isVisible();
    };
    XServer::press({QStringLiteral("space")});
    QTRY_VERIFY(isOpen());
    XServer::press({QStringLiteral("Right")});
    QTRY_COMPARE(selection()->cursor(), std::optional(5)); // from the last of the range
    QVERIFY(isOpen());
    XServer::press({QStringLiteral("Left"), QStringLiteral("space")});
    QTRY_VERIFY(!isOpen());
    QCOMPARE(selection()->rows().count(), 4);
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestSession::labelTheSelection()
{
    XServer::press({QStringLiteral("2")});
    QTRY_COMPARE(labelled(), std::size_t{4});
    for (int row = 1; row <= 4; ++row)
        QTRY_VERIFY(figures()->tileAt(row) && figures()->tileAt(row)->summary.isLabelled);
}

void TestSession::undoAndRedo()
{
    XServer::press({QStringLiteral("ctrl+z")});
    QTRY_COMPARE(labelled(), std::size_t{0});
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("multiple")));
    XServer::press({QStringLiteral("ctrl+y")});
    QTRY_COMPARE(labelled(), std::size_t{4});
}

void TestSession::labelWithDigitsAndTyping()
{
    XServer::press({QStringLiteral("ctrl+shift+a")});
    QTRY_COMPARE(selection()->rows().count(), 0);
    XServer::press({QStringLiteral("Home")});
    QTRY_COMPARE(selection()->cursor(), std::optional(0));
    XServer::press({QStringLiteral("t")});
    QTRY_VERIFY(QApplication::activePopupWidget());
    XServer::type(QStringLiteral("bar plot"));
    XServer::press({QStringLiteral("Return")});
    QTRY_COMPARE(labelled(), std::size_t{5});
    QTRY_VERIFY(!QApplication::activePopupWidget());
    XServer::press({QStringLiteral("l")}); // a key that means nothing
    XServer::press({QStringLiteral("n")}); // the next without a label
    QTRY_COMPARE(selection()->cursor(), std::optional(5));
}

void TestSession::openAFigureAndGoBack()
{
    Centre* centre = window().workbench()->centre();
    XServer::click(gallery()->viewport(), tile(2), {}, 2);
    QTRY_COMPARE(centre->page(), Centre::Page::Figure);
    XServer::press({QStringLiteral("Right")});
    QTRY_COMPARE(selection()->cursor(), std::optional(3));
    XServer::press({QStringLiteral("Escape")});
    QTRY_COMPARE(centre->page(), Centre::Page::Gallery);
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestSession::compareTheSelected()
{
    Centre* centre = window().workbench()->centre();
    XServer::click(gallery()->viewport(), tile(0));
    XServer::click(gallery()->viewport(), tile(2), QStringLiteral("ctrl"));
    QTRY_VERIFY(selection()->rows().count() > 0);
    XServer::press({QStringLiteral("c")});
    QTRY_COMPARE(centre->page(), Centre::Page::Compare);
    XServer::press({QStringLiteral("Escape")});
    QTRY_COMPARE(centre->page(), Centre::Page::Gallery);
    XServer::press({QStringLiteral("ctrl+shift+a")});
    QTRY_COMPARE(selection()->rows().count(), 0);
}

void TestSession::findACommandByName()
{
    XServer::press({QStringLiteral("ctrl+k")});
    auto* palette = window().findChild<CommandPalette*>();
    QTRY_VERIFY(palette->field()->hasFocus());
    XServer::type(QStringLiteral("select all"));
    XServer::press({QStringLiteral("Return")});
    QTRY_COMPARE(selection()->rows().count(), static_cast<std::int64_t>(found()));
    XServer::press({QStringLiteral("Escape")});
    QTRY_COMPARE(selection()->rows().count(), 0);
}

void TestSession::exportTheLabelled()
{
    const fs::path target = folder() / "export";
    XServer::press({QStringLiteral("ctrl+e")});
    QTRY_VERIFY(window().findChild<ExportDialog*>() && window().findChild<ExportDialog*>()->isVisible());
    auto* dialog = window().findChild<ExportDialog*>();
    XServer::focus(dialog);
    XServer::click(dialog->folderField(), dialog->folderField()->rect().center(), {}, 3);
    XServer::type(QString::fromStdString(target.string()));
    XServer::click(dialog->onlyLabelledBox(), QPoint(8, dialog->onlyLabelledBox()->height() / 2));
    QTRY_COMPARE(dialog->figureCount(), 5);
    QTRY_VERIFY(dialog->exportButton()->isEnabled());
    XServer::click(dialog->exportButton(), dialog->exportButton()->rect().center());
    QTRY_VERIFY(fs::exists(target / "MANIFEST.json"));
    QTRY_VERIFY(!window().jobs().isRunning());
    const auto check = exporting::verifyExport(target, {});
    QVERIFY(check);
    QCOMPARE(check->checked, 5);
    QVERIFY(check->problems.empty());
    XServer::press({QStringLiteral("Escape")});
    QTRY_VERIFY(!window().findChild<ExportDialog*>());
    XServer::focus(&window());
}

void TestSession::quitAndReopenAsLeft()
{
    const std::size_t before = found();
    const query::Query asked = window().queries().query();
    XServer::press({QStringLiteral("End")});
    QTRY_COMPARE(selection()->cursor(), std::optional(static_cast<int>(before) - 1));
    XServer::press({QStringLiteral("ctrl+q")});
    QTRY_VERIFY(!window().isVisible());
    m_window.reset();
    makeWindow();
    window().start({}); // as without arguments
    QTRY_VERIFY(window().session().workspace() && found() > 0);
    QTRY_COMPARE(found(), before);
    QCOMPARE(window().queries().query(), asked);
    QTRY_COMPARE(selection()->cursor(), std::optional(static_cast<int>(before) - 1));
    QCOMPARE(labelled(), std::size_t{5});
}

int main(int argc, char** argv)
{
    XServer server;
    if (!server.isRunning()) {
        std::puts("SKIP_ALL: Xvfb and xdotool are not there; ./dev setup installs them");
        return 0;
    }
    QApplication application(argc, argv);
    TestSession test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_session.moc"
