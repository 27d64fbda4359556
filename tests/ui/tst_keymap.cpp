// Presets, a person's changes and what stands in a key's way; no window.

#include "ui/common/actions.h"
#include "ui/common/keypresets.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace biomedica::ui;

using enum ActionId;
using Verdict = KeyCheck::Verdict;

namespace {

QKeySequence key(const char* text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

Keymap withPreset(const char* id)
{
    Keymap keymap;
    keymap.setPreset(QString::fromLatin1(id));
    return keymap;
}

} // namespace

class TestKeymap : public QObject {
    Q_OBJECT
private slots:
    void everyPresetIsFreeOfConflicts_data();
    void everyPresetIsFreeOfConflicts();
    void everyPresetGivesWhatItPromises_data();
    void everyPresetGivesWhatItPromises();
    void whatMattersHasAKeyInEveryPreset_data();
    void whatMattersHasAKeyInEveryPreset();
    void fingersFindTheirKeys();
    void digitsAndMenuAreRefused();
    void takenKeyNamesItsOwners();
    void beginningOfAChordIsTaken();
    void keysThatDoLessAreHintedAt();
    void takenOverKeyLeavesItsOwner();
    void resetGivesTheKeyBack();
    void changesOutliveAChangeOfPreset();
    void changingBackIsNoChange();
    void onlyDifferencesAreStored();
    void storedKeymapIsReadBack();
    void oddSettingsAreLeftOut();

private:
    static void addPresets();
};

void TestKeymap::addPresets()
{
    QTest::addColumn<QString>("id");
    for (const KeyPreset& preset : keyPresets())
        QTest::newRow(preset.id) << QString::fromLatin1(preset.id);
}

void TestKeymap::everyPresetIsFreeOfConflicts_data()
{
    addPresets();
}

void TestKeymap::everyPresetIsFreeOfConflicts()
{
    QFETCH(QString, id);
    Keymap keymap;
    keymap.setPreset(id);
    QCOMPARE(keymap.preset(), id);
    for (const ActionInfo& info : allActions())
        for (const QKeySequence& one : keymap.keys(info.id)) {
            const KeyCheck check = keymap.check(info.id, one);
            QVERIFY2(!check.isRefused() && check.owners.isEmpty(),
                     qPrintable(QString::fromUtf8(info.text) + QStringLiteral(": ") + one.toString()));
        }
}

void TestKeymap::everyPresetGivesWhatItPromises_data()
{
    addPresets();
}

/// Nothing that a preset lists is lost to another line of it.
void TestKeymap::everyPresetGivesWhatItPromises()
{
    QFETCH(QString, id);
    Keymap keymap;
    keymap.setPreset(id);
    for (const KeyPreset& preset : keyPresets())
        if (id == QLatin1String(preset.id))
            for (const PresetKeys& one : preset.keys)
                QCOMPARE(keymap.keys(one.action), parseKeys(QString::fromLatin1(one.keys)));
    if (id == QLatin1String("default"))
        for (const ActionInfo& info : allActions())
            QCOMPARE(keymap.keys(info.id), parseKeys(QString::fromLatin1(info.keys)));
}

void TestKeymap::whatMattersHasAKeyInEveryPreset_data()
{
    addPresets();
}

/// What has a key without a preset has one with each, but for skipping and unsure's likes: all of it matters.
void TestKeymap::whatMattersHasAKeyInEveryPreset()
{
    QFETCH(QString, id);
    Keymap keymap;
    const Keymap plain;
    keymap.setPreset(id);
    for (const ActionInfo& info : allActions())
        QVERIFY2(plain.keys(info.id).isEmpty() || !keymap.keys(info.id).isEmpty(), info.text);
}

void TestKeymap::fingersFindTheirKeys()
{
    QVERIFY(withPreset("prodigy").keys(Skip).contains(key("Space")));
    QVERIFY(withPreset("prodigy").keys(Undo).contains(key("Backspace")));
    QVERIFY(withPreset("cvat").keys(NextFigure).contains(key("F")));
    QVERIFY(withPreset("cvat").keys(PreviousFigure).contains(key("D")));
    QVERIFY(withPreset("labelme").keys(NextFigure).contains(key("D")));
    QVERIFY(withPreset("labelme").keys(PreviousFigure).contains(key("A")));
    QVERIFY(withPreset("digikam").keys(Preview).contains(key("F3")));
    QCOMPARE(withPreset("no such program"), Keymap());
}

void TestKeymap::digitsAndMenuAreRefused()
{
    const Keymap keymap;
    for (const char* digit : {"1", "0", "Shift+9", "3, A"})
        QCOMPARE(keymap.check(NextFigure, key(digit)).verdict, Verdict::Answers);
    QCOMPARE(keymap.check(Quit, key("F10")).verdict, Verdict::OpensMenu);
    for (const char* free : {"Ctrl+1", "Alt+3", "Shift+G", "Shift+F10"})
        QVERIFY2(!keymap.check(ToggleSelection, key(free)).isRefused(), free);
}

void TestKeymap::takenKeyNamesItsOwners()
{
    const Keymap keymap;
    QCOMPARE(keymap.check(NextFigure, key("Ctrl+K")), (KeyCheck{Verdict::Taken, {Palette}}));
    QCOMPARE(keymap.check(Undo, key("J")), (KeyCheck{Verdict::Taken, {NextFigure}}));
    QCOMPARE(keymap.check(NextFigure, key("J")), KeyCheck{}); // its own
    QCOMPARE(keymap.check(NextFigure, key("Ctrl+J")), KeyCheck{});
}

void TestKeymap::beginningOfAChordIsTaken()
{
    Keymap keymap;
    QCOMPARE(keymap.check(Quit, key("Ctrl+K, X")), (KeyCheck{Verdict::Taken, {Palette}}));
    keymap.addKey(NextFigure, key("V, N"));
    QCOMPARE(keymap.check(Preview, key("V")), (KeyCheck{Verdict::Taken, {NextFigure}}));
    QCOMPARE(keymap.check(Preview, key("V, P")), KeyCheck{});
    keymap.addKey(Preview, key("V"));
    QVERIFY(!keymap.keys(NextFigure).contains(key("V, N")));
}

void TestKeymap::keysThatDoLessAreHintedAt()
{
    const Keymap keymap;
    QCOMPARE(keymap.check(Export, key("Y")).verdict, Verdict::OutsideText);
    QCOMPARE(keymap.check(Export, key("Shift+Y")).verdict, Verdict::OutsideText);
    QCOMPARE(keymap.check(Export, key("F7")).verdict, Verdict::Free);
    QCOMPARE(keymap.check(Flag, key("Y")).verdict, Verdict::Free); // works where nothing is typed anyway
    QCOMPARE(keymap.check(Flag, key("PgDown")).verdict, Verdict::Moves);
    QVERIFY(isWidgetKey(key("Backspace")));
    QVERIFY(!isWidgetKey(key("Ctrl+Backspace")));
    QVERIFY(!isWidgetKey(key("F3")));
}

void TestKeymap::takenOverKeyLeavesItsOwner()
{
    Keymap keymap;
    keymap.addKey(NextFigure, key("K"));
    QCOMPARE(keymap.keys(NextFigure), Keys({key("J"), key("K")}));
    QCOMPARE(keymap.keys(PreviousFigure), Keys());
    keymap.addKey(PreviousFigure, key("K")); // and back
    QCOMPARE(keymap.keys(NextFigure), Keys({key("J")}));
    QCOMPARE(keymap.keys(PreviousFigure), Keys({key("K")}));
}

void TestKeymap::resetGivesTheKeyBack()
{
    Keymap keymap;
    keymap.addKey(NextFigure, key("K"));
    keymap.reset(NextFigure);
    QCOMPARE(keymap, Keymap());
    QCOMPARE(keymap.keys(PreviousFigure), Keys({key("K")}));
    keymap.addKey(NextFigure, key("K"));
    keymap.clear(Undo);
    keymap.resetAll();
    QVERIFY(!keymap.isChanged());
    QCOMPARE(keymap.keys(Undo), Keys({key("Ctrl+Z")}));
}

void TestKeymap::changesOutliveAChangeOfPreset()
{
    Keymap keymap;
    keymap.addKey(Quit, key("D"));
    keymap.setPreset(QStringLiteral("labelme")); // where D is the next figure
    QVERIFY(keymap.keys(Quit).contains(key("D")));
    QVERIFY(!keymap.keys(NextFigure).contains(key("D")));
    keymap.reset(Quit);
    QVERIFY(keymap.keys(NextFigure).contains(key("D")));
}

void TestKeymap::changingBackIsNoChange()
{
    Keymap keymap;
    keymap.addKey(NextFigure, key("Ctrl+J"));
    QVERIFY(keymap.isChanged(NextFigure));
    keymap.removeKey(NextFigure, key("Ctrl+J"));
    QVERIFY(!keymap.isChanged(NextFigure));
}

void TestKeymap::onlyDifferencesAreStored()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Keymap keymap = withPreset("cvat");
    keymap.addKey(Undo, key("U"));
    keymap.addKey(Redo, key("R"));
    keymap.write(settings);
    keymap.reset(Undo);
    keymap.write(settings);
    QCOMPARE(settings.allKeys(), QStringList({QStringLiteral("keys/changed/Redo"), QStringLiteral("keys/preset")}));
    QCOMPARE(settings.value(QStringLiteral("keys/changed/Redo")).toStringList(),
             QStringList({QStringLiteral("Ctrl+Shift+Z"), QStringLiteral("Ctrl+Y"), QStringLiteral("R")}));
}

void TestKeymap::storedKeymapIsReadBack()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    Keymap keymap = withPreset("digikam");
    keymap.clear(Skip);
    keymap.addKey(Flag, key("V, N"));
    keymap.addKey(Accept, key(";"));
    keymap.addKey(Accept, key(","));
    {
        QSettings settings(file, QSettings::IniFormat);
        keymap.write(settings);
    }
    const QSettings settings(file, QSettings::IniFormat);
    QCOMPARE(Keymap::read(settings), keymap);
    QCOMPARE(Keymap::read(settings).keys(Skip), Keys());
}

void TestKeymap::oddSettingsAreLeftOut()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("keys/preset"), QStringLiteral("paint"));
    settings.setValue(QStringLiteral("keys/changed/NoSuchAction"), QStringLiteral("Ctrl+J"));
    settings.setValue(
        QStringLiteral("keys/changed/Undo"),
        QStringList({QStringLiteral("1"), QString(), QStringLiteral("Hyper+What"), QStringLiteral("F7")}));
    settings.setValue(QStringLiteral("keys/changed/Redo"), QStringLiteral("F7"));
    const Keymap keymap = Keymap::read(settings);
    QCOMPARE(keymap.preset(), QStringLiteral("default"));
    QCOMPARE(keymap.keys(Undo), Keys({key("F7")}));
    QCOMPARE(keymap.keys(Redo), Keys()); // twice would be never
    QCOMPARE(keymap.keys(NextFigure), Keymap().keys(NextFigure));
}

QTEST_APPLESS_MAIN(TestKeymap)
#include "tst_keymap.moc"
