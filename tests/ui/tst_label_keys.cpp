// Keys and the options they stand for.

#include "ui/annotate/labelkeys.h"

#include <QKeyEvent>
#include <QTest>

using namespace biomedica::ui;

class TestLabelKeys : public QObject {
    Q_OBJECT
private slots:
    void digitsStandForTheFirstTen();
    void shiftedDigitsStandForTheNextTen();
    void otherLayoutsWorkByPosition();
    void modifiersBelongToOthers();
    void printedKeyMatches();
};

namespace {

std::optional<int> option(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, quint32 scanCode = 0)
{
    return optionOfKey(QKeyEvent(QEvent::KeyPress, key, modifiers, scanCode, 0, 0));
}

} // namespace

void TestLabelKeys::digitsStandForTheFirstTen()
{
    QCOMPARE(option(Qt::Key_1), std::optional(0));
    QCOMPARE(option(Qt::Key_9), std::optional(8));
    QCOMPARE(option(Qt::Key_0), std::optional(9));
    QVERIFY(!option(Qt::Key_A));
}

void TestLabelKeys::shiftedDigitsStandForTheNextTen()
{
    QCOMPARE(option(Qt::Key_1, Qt::ShiftModifier), std::optional(10));
    QCOMPARE(option(Qt::Key_Exclam, Qt::ShiftModifier), std::optional(10));
    QCOMPARE(option(Qt::Key_ParenRight, Qt::ShiftModifier), std::optional(19));
}

void TestLabelKeys::otherLayoutsWorkByPosition()
{
    QCOMPARE(option(Qt::Key_Ampersand, Qt::NoModifier, 10), std::optional(0)); // French, key 1
    QCOMPARE(option(Qt::Key_1, Qt::ShiftModifier, 10), std::optional(10));
    QCOMPARE(option(Qt::Key_QuoteDbl, Qt::ShiftModifier, 11), std::optional(11)); // German, Shift+2
}

void TestLabelKeys::modifiersBelongToOthers()
{
    QVERIFY(!option(Qt::Key_1, Qt::ControlModifier));
    QVERIFY(!option(Qt::Key_1, Qt::AltModifier));
}

void TestLabelKeys::printedKeyMatches()
{
    QCOMPARE(keyOfOption(0), QStringLiteral("1"));
    QCOMPARE(keyOfOption(9), QStringLiteral("0"));
    QCOMPARE(keyOfOption(10), QStringLiteral("⇧1"));
    QCOMPARE(keyOfOption(20), QString());
}

QTEST_MAIN(TestLabelKeys)
#include "tst_label_keys.moc"
