// The colours keep their promises.

#include "ui/common/theme.h"

#include <QLabel>
#include <QRegularExpression>
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
    void focusAndStatesAreVisible_data() { schemes(); }
    void focusAndStatesAreVisible();
    void everyColourPairOfTheStyleSheetIsReadable_data() { schemes(); }
    void everyColourPairOfTheStyleSheetIsReadable();
    void nothingIsSmallerThanElevenPixels();
    void fontsFollowTheTextScale();
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

/// WCAG 1.4.11: what tells state or focus has 3 : 1 against what it stands on.
void TestTheme::focusAndStatesAreVisible()
{
    const Colours& colours = coloursOf(scheme());
    for (const QColor& ground : {colours.window, colours.panel, colours.raised}) {
        QVERIFY2(contrast(colours.accent, ground) >= 3, qPrintable(ground.name()));
        QVERIFY2(contrast(colours.muted, ground) >= 3, qPrintable(ground.name()));
        for (const QColor& state : {colours.good, colours.warning, colours.bad})
            QVERIFY2(contrast(state, ground) >= 3, qPrintable(state.name() + QStringLiteral(" on ") + ground.name()));
    }
    for (int i = 0; i < 16; ++i)
        QVERIFY2(contrast(classColour(i, scheme()), colours.accentGround) >= 2.5, qPrintable(QString::number(i)));
    QVERIFY(contrast(panelColour(scheme()), colours.panel) >= 3);
}

/// Each rule that sets a text colour on a ground of its own.
void TestTheme::everyColourPairOfTheStyleSheetIsReadable()
{
    applyTheme(*qApp, scheme());
    static const QRegularExpression rule(QStringLiteral("([^{}]+)\\{([^{}]*)\\}"));
    static const QRegularExpression ground(QStringLiteral("(?:^|[;\\s])background:\\s*(#[0-9a-f]{6})"));
    static const QRegularExpression text(QStringLiteral("(?:^|[;\\s])color:\\s*(#[0-9a-f]{6})"));
    int pairs = 0;
    for (auto rules = rule.globalMatch(qApp->styleSheet()); rules.hasNext();) {
        const auto match = rules.next();
        const auto on = ground.match(match.captured(2)), of = text.match(match.captured(2));
        if (!on.hasMatch() || !of.hasMatch())
            continue;
        ++pairs;
        QVERIFY2(contrast(QColor(of.captured(1)), QColor(on.captured(1))) >= 4.5,
                 qPrintable(match.captured(1).trimmed()));
    }
    QVERIFY(pairs >= 8);
}

void TestTheme::nothingIsSmallerThanElevenPixels()
{
    applyTheme(*qApp, Scheme::Dark);
    QVERIFY(headingFont().pixelSize() >= 11);
    QVERIFY(measure::headingSize >= 11 && measure::smallTextSize >= 11 && measure::textSize >= 11);
    QVERIFY(!qApp->styleSheet().contains(QLatin1String("font-size")));
}

void TestTheme::fontsFollowTheTextScale()
{
    applyTheme(*qApp, Scheme::Dark);
    QLabel heading, plain;
    setHeadingFont(&heading);
    setTextFont(&plain, 14, true);
    const int before = heading.font().pixelSize();
    applyTheme(*qApp, Scheme::Dark, 2);
    QCOMPARE(heading.font().pixelSize(), 2 * before);
    QCOMPARE(plain.font().pixelSize(), 28);
    QVERIFY(plain.font().weight() >= QFont::DemiBold);
    QCOMPARE(QApplication::font().pixelSize(), 2 * measure::textSize);
    applyTheme(*qApp, Scheme::Dark);
    QCOMPARE(plain.font().pixelSize(), 14);
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
