// What a person needs who uses a screen reader, the keyboard alone or large text.

#include "tests/ui/screens.h"
#include "ui/annotate/keybutton.h"
#include "ui/annotate/questionhead.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <algorithm>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

/// Something to press, to type into or to choose from.
bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
           || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget)
           || qobject_cast<const QAbstractSpinBox*>(widget);
}

/// Parts of a control that is looked at as a whole; drawn by Qt.
bool isPart(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return parent
           && (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)
               || qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QAbstractSlider*>(widget)
               || parent->inherits("QTableView") || parent->inherits("QTreeView") || parent->inherits("QDockWidget"));
}

QString spokenName(QWidget* widget)
{
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// The keyboard does the same by a key of the label bar, or by one of the action table that the tool tip tells.
bool hasKeyOfItsOwn(const QWidget* widget, const Actions& actions)
{
    if (qobject_cast<const KeyButton*>(widget) || qobject_cast<const QuestionHead*>(widget))
        return true;
    return std::any_of(allActions().begin(), allActions().end(), [&](const ActionInfo& info) {
        const QList<QKeySequence> keys = actions[info.id]->shortcuts();
        return std::any_of(keys.begin(), keys.end(), [&](const QKeySequence& key) {
            return widget->toolTip().contains(QLatin1Char('(') + key.toString(QKeySequence::NativeText)
                                              + QLatin1Char(')'));
        });
    });
}

} // namespace

class TestAccessible : public QObject {
    Q_OBJECT
private slots:
    void everyControlHasANameAndIsReachable();
    void noTextIsCutAtAnyScale_data();
    void noTextIsCutAtAnyScale();
};

void TestAccessible::everyControlHasANameAndIsReachable()
{
    test::WindowFixture fixture(12);
    QStringList nameless, unreachable;
    int controls = 0;
    test::visitScreens(fixture, [&](const QString& screen, const QList<QWidget*>& tops) {
        for (QWidget* widget : test::visibleWidgets(tops)) {
            if (!isControl(widget) || isPart(widget))
                continue;
            ++controls;
            const QString where = screen + QStringLiteral(": ") + test::placeOf(widget);
            if (spokenName(widget).trimmed().isEmpty())
                nameless += where;
            if (widget->focusPolicy() == Qt::NoFocus && !widget->focusProxy() && widget->isEnabled()
                && !hasKeyOfItsOwn(widget, fixture.window().actions()))
                unreachable += where;
        }
    });
    nameless.removeDuplicates();
    unreachable.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(QStringLiteral("without a name:\n") + nameless.join(QLatin1Char('\n'))));
    QVERIFY2(unreachable.isEmpty(),
             qPrintable(QStringLiteral("out of the keyboard's reach:\n") + unreachable.join(QLatin1Char('\n'))));
    QVERIFY(controls > 100);
}

void TestAccessible::noTextIsCutAtAnyScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("language");
    for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%d %%", static_cast<int>(scale * 100)) << scale << QString();
    QTest::newRow("200 % in German") << 2.0 << QStringLiteral("de"); // the last one: German stays
}

void TestAccessible::noTextIsCutAtAnyScale()
{
    QFETCH(double, scale);
    QFETCH(QString, language);
    if (!language.isEmpty())
        installLanguage(*qApp, language);
    test::WindowFixture fixture(12);
    fixture.settings().setValue(QStringLiteral("window/textScale"), scale);
    fixture.window().resize(1600, 1000);
    QStringList cut;
    test::visitScreens(
        fixture, [&](const QString& screen, const QList<QWidget*>& tops) { cut += test::cutTexts(screen, tops); });
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(QStringLiteral("cut:\n") + cut.join(QLatin1Char('\n'))));
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QAccessible::setActive(true);
    TestAccessible test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accessible.moc"
