// Keys are looked up and changed, with the keys themselves.

#include "tests/ui/window_fixture.h"
#include "ui/annotate/keybutton.h"
#include "ui/annotate/labelbar.h"
#include "ui/common/keypresets.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/keycapture.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/shortcutpage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestShortcutPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void newKeyWorksAtOnce();
    void takenKeyIsSaidAndTakenOver();
    void keepingLeavesBothAsTheyWere();
    void reservedKeyIsRefusedInWords();
    void escapeCancelsTheCapture();
    void deleteTakesTheKeysAway();
    void oneKeyOfSeveralIsTakenAway();
    void presetIsSwitchedAndBack();
    void printedKeysFollow();
    void backspaceUndoesInTheGalleryOnly();
    void changesAreThereAfterARestart();

private:
    MainWindow& window() { return m_fixture.window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    QString keysOf(ActionId id) { return window().actions().keysText(id); }
    ShortcutPage* openPage(const QString& search = {});
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void choosePreset(const char* id);
    void focusGallery();

    test::WindowFixture m_fixture{20};
    QPointer<ShortcutPage> m_page;
};

void TestShortcutPage::initTestCase()
{
    QVERIFY(m_fixture.open());
}

void TestShortcutPage::init()
{
    focusGallery();
}

void TestShortcutPage::cleanup()
{
    if (m_page)
        m_page->close();
    QTRY_VERIFY(!m_page);
    auto* actions = window().findChild<Actions*>();
    actions->setKeymap({});
}

void TestShortcutPage::focusGallery()
{
    window().activateWindow();
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
    window().workbench()->selection()->setCursor(0);
}

/// The first row that is found is current and has the focus.
ShortcutPage* TestShortcutPage::openPage(const QString& search)
{
    window().actions()[ActionId::Shortcuts]->trigger();
    m_page = window().findChild<ShortcutPage*>();
    m_page->field()->setText(search);
    m_page->activateWindow();
    m_page->table()->setFocus();
    if (!QTest::qWaitFor([this] { return m_page->table()->hasFocus(); }))
        qWarning("the table has no focus");
    return m_page;
}

/// Into the capture field, as soon as it waits; and until it is done.
void TestShortcutPage::press(int key, Qt::KeyboardModifiers modifiers)
{
    KeyCapture* capture = m_page->editor()->capture();
    QVERIFY(capture->isVisible());
    QTest::keyClick(capture, Qt::Key(key), modifiers);
    QTRY_VERIFY(capture->keySequence().isEmpty());
}

void TestShortcutPage::choosePreset(const char* id)
{
    QComboBox* presets = m_page->presets();
    presets->setFocus();
    const int wanted = presets->findData(QString::fromLatin1(id));
    while (presets->currentIndex() != wanted)
        QTest::keyClick(presets, presets->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

void TestShortcutPage::newKeyWorksAtOnce()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(keysOf(ActionId::NextFigure), QStringLiteral("J, Ctrl+J"));
    QTRY_VERIFY(m_page->table()->hasFocus());
    m_page->close();
    focusGallery();
    const auto* selection = window().workbench()->selection();
    QCOMPARE(selection->cursor(), std::optional(0));
    QTest::keyClick(gallery(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(selection->cursor(), std::optional(1));
}

void TestShortcutPage::takenKeyIsSaidAndTakenOver()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_F2);
    press(Qt::Key_K);
    KeyEditor* editor = m_page->editor();
    QVERIFY(editor->message()->text().contains(QStringLiteral("Previous figure")));
    QVERIFY(editor->takeButton()->isVisible() && editor->keepButton()->isVisible());
    QTRY_VERIFY(editor->takeButton()->hasFocus());
    QCOMPARE(keysOf(ActionId::NextFigure), QStringLiteral("J")); // nothing yet
    QTest::keyClick(editor->takeButton(), Qt::Key_Space);
    QCOMPARE(keysOf(ActionId::NextFigure), QStringLiteral("J, K"));
    QCOMPARE(keysOf(ActionId::PreviousFigure), QString());
    QVERIFY(!editor->takeButton()->isVisible());
    QTest::mouseClick(editor->resetButton(), Qt::LeftButton);
    QCOMPARE(keysOf(ActionId::PreviousFigure), QStringLiteral("K"));
}

void TestShortcutPage::keepingLeavesBothAsTheyWere()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_Enter);
    press(Qt::Key_K, Qt::ControlModifier);
    QTest::mouseClick(m_page->editor()->keepButton(), Qt::LeftButton);
    QCOMPARE(window().actions().keymap(), Keymap());
    QVERIFY(m_page->editor()->message()->isHidden());
    QVERIFY(m_page->editor()->capture()->isHidden());
}

void TestShortcutPage::reservedKeyIsRefusedInWords()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(m_page->editor()->capture()->findChild<QLineEdit*>()->placeholderText(),
             QStringLiteral("Press the new key; Esc cancels"));
    press(Qt::Key_3);
    QVERIFY(m_page->editor()->message()->text().contains(QStringLiteral("answers")));
    QCOMPARE(window().actions().keymap(), Keymap());
}

void TestShortcutPage::escapeCancelsTheCapture()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTest::keyClick(m_page->editor()->capture(), Qt::Key_Escape);
    QVERIFY(m_page->editor()->capture()->isHidden());
    QVERIFY(m_page->isVisible());
    QTRY_VERIFY(m_page->table()->hasFocus());
    QCOMPARE(window().actions().keymap(), Keymap());
}

void TestShortcutPage::deleteTakesTheKeysAway()
{
    openPage(QStringLiteral("next figure go"));
    QTest::keyClick(m_page->table(), Qt::Key_Delete);
    QCOMPARE(keysOf(ActionId::NextFigure), QString());
    m_page->close();
    focusGallery();
    QTest::keyClick(gallery(), Qt::Key_J);
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(0));
}

void TestShortcutPage::oneKeyOfSeveralIsTakenAway()
{
    openPage(QStringLiteral("redo label"));
    for (QPushButton* button : m_page->editor()->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Ctrl+Y"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(keysOf(ActionId::Redo), QStringLiteral("Ctrl+Shift+Z"));
    QVERIFY(m_page->resetAllButton()->isEnabled());
    QTest::mouseClick(m_page->resetAllButton(), Qt::LeftButton);
    QCOMPARE(window().actions().keymap(), Keymap());
}

void TestShortcutPage::presetIsSwitchedAndBack()
{
    openPage();
    choosePreset("cvat");
    QCOMPARE(keysOf(ActionId::NextFigure), QStringLiteral("F, J"));
    m_page->close();
    focusGallery();
    QTest::keyClick(gallery(), Qt::Key_F);
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(1));
    QTest::keyClick(gallery(), Qt::Key_D);
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(0));
    QTRY_VERIFY(!m_page);
    openPage();
    choosePreset("default");
    QCOMPARE(window().actions().keymap(), Keymap());
}

void TestShortcutPage::printedKeysFollow()
{
    const auto printed = [this](const QString& text) {
        for (const KeyButton* button : window().workbench()->labelBar()->findChildren<KeyButton*>())
            if (button->text() == text)
                return button->accessibleDescription();
        return QString();
    };
    QCOMPARE(printed(QStringLiteral("skip")), QStringLiteral("Key S"));
    openPage(QStringLiteral("skip"));
    QTest::keyClick(m_page->table(), Qt::Key_Delete);
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    press(Qt::Key_F7);
    QCOMPARE(printed(QStringLiteral("skip")), QStringLiteral("Key F7"));
    QCOMPARE(window().actions()[ActionId::Skip]->shortcut(), QKeySequence(Qt::Key_F7)); // menus
    m_page->close();
}

void TestShortcutPage::backspaceUndoesInTheGalleryOnly()
{
    openPage();
    choosePreset("prodigy");
    m_page->close();
    QSignalSpy undone(window().actions()[ActionId::Undo], &QAction::triggered);
    window().actions()[ActionId::Undo]->setEnabled(true);
    focusGallery();
    QTest::keyClick(gallery(), Qt::Key_Backspace);
    QCOMPARE(undone.size(), 1);
    window().actions()[ActionId::FocusSearch]->trigger();
    QWidget* field = QApplication::focusWidget();
    QVERIFY(qobject_cast<QLineEdit*>(field));
    QTest::keyClicks(field, QStringLiteral("ab"));
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(undone.size(), 1);
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Backspace); // at the begin of the text
    QCOMPARE(undone.size(), 1);
}

void TestShortcutPage::changesAreThereAfterARestart()
{
    openPage(QStringLiteral("next figure go"));
    choosePreset("labelme");
    m_page->table()->setFocus();
    QTRY_VERIFY(m_page->table()->hasFocus());
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    press(Qt::Key_J, Qt::ControlModifier);
    const Keymap before = window().actions().keymap();
    m_page->close();
    QTRY_VERIFY(!m_page);
    m_fixture.close();
    QVERIFY(m_fixture.open());
    QCOMPARE(window().actions().keymap(), before);
    focusGallery();
    QTest::keyClick(gallery(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(window().workbench()->selection()->cursor(), std::optional(1));
}

QTEST_MAIN(TestShortcutPage)
#include "tst_shortcut_page.moc"
