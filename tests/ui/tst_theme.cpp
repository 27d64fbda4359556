// The colours keep their promises.

#include "ui/common/theme.h"

#include <QTest>
#include <cmath>

using namespace biomedica::ui;

namespace {

/// WCAG 2.1: relative luminance and contrast ratio.
double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void textIsReadableOnEveryGround_data() { schemes(); }
    void textIsReadableOnEveryGround();
    void classHuesAreVisible_data() { schemes(); }
    void classHuesAreVisible();
    void paletteTellsTheScheme_data() { schemes(); }
    void paletteTellsTheScheme();

private:
    static void schemes()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("dark") << int(Scheme::Dark);
        QTest::newRow("light") << int(Scheme::Light);
    }
    static Scheme scheme()
    {
        QFETCH(int, scheme);
        return static_cast<Scheme>(scheme);
    }
};

void TestTheme::textIsReadableOnEveryGround()
{
    const Colours& colours = coloursOf(scheme());
    for (const QColor& ground : {colours.window, colours.panel, colours.raised, colours.accentGround})
        for (const QColor& text : {colours.text, colours.muted})
            QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
    for (const QColor& text : {colours.good, colours.warning, colours.bad, colours.accent})
        QVERIFY2(contrast(text, colours.panel) >= 4.5, qPrintable(text.name()));
    QVERIFY(contrast(colours.onAccent, colours.accent) >= 4.5);
    QVERIFY(contrast(colours.onMatch, colours.match) >= 4.5);
}

void TestTheme::classHuesAreVisible()
{
    const Colours& colours = coloursOf(scheme());
    for (int i = 0; i < 16; ++i)
        QVERIFY2(contrast(classColour(i, scheme()), colours.panel) >= 3, qPrintable(QString::number(i)));
    QCOMPARE(classColour(-1, scheme()), colours.muted);
    QCOMPARE(classColour(16, scheme()), colours.muted);
}

void TestTheme::paletteTellsTheScheme()
{
    applyTheme(*qApp, scheme());
    QCOMPARE(coloursFor(QApplication::palette()).scheme, scheme());
    QWidget transparent;
    transparent.setStyleSheet(QStringLiteral("background: transparent; color: #808080;"));
    transparent.ensurePolished();
    QCOMPARE(coloursFor(transparent.palette()).scheme, scheme());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
