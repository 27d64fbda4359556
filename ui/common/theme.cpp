#include "ui/common/theme.h"

#include <QFontDatabase>
#include <QStyleFactory>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace biomedica::ui {

namespace {

const Colours darkColours = {
    .scheme = Scheme::Dark,
    .window = QColor(0x15171c),
    .panel = QColor(0x1b1e25),
    .raised = QColor(0x232730),
    .line = QColor(0x2f3541),
    .text = QColor(0xe7e9ef),
    .muted = QColor(0x99a1b3),
    .accent = QColor(0x5b9dff),
    .accentGround = QColor(0x1d3558),
    .onAccent = QColor(0x0d1420),
    .good = QColor(0x49b27d),
    .warning = QColor(0xe0a83f),
    .bad = QColor(0xe5636b),
    .match = QColor(0xffd84d),
    .onMatch = QColor(0x1a1f29),
};

const Colours lightColours = {
    .scheme = Scheme::Light,
    .window = QColor(0xf2f4f7),
    .panel = QColor(0xffffff),
    .raised = QColor(0xf4f6fa),
    .line = QColor(0xd9dee7),
    .text = QColor(0x1a1f29),
    .muted = QColor(0x5b6478),
    .accent = QColor(0x1c66d6),
    .accentGround = QColor(0xdbe8fd),
    .onAccent = QColor(0xffffff),
    .good = QColor(0x1d7f4f),
    .warning = QColor(0x9a6700),
    .bad = QColor(0xb4232d),
    .match = QColor(0xffd84d),
    .onMatch = QColor(0x1a1f29),
};

double currentTextScale = 1;

/// On widgets that setTextFont() and setHeadingFont() gave a font.
constexpr const char* fontProperty = "themeFont";

struct Hue {
    QRgb dark, light;
};

// In the order of the taxonomy's global classes: the frequent ones are furthest apart.
constexpr std::array classHues = {
    Hue{0x6ea8fe, 0x1f6fd6}, // Plots and Charts
    Hue{0xb583f2, 0x7a3fc4}, // Illustrative Diagrams
    Hue{0x2bb8a3, 0x0c7d6d}, // Microscopy
    Hue{0xef9a4a, 0xb05a00}, // Clinical Imaging
    Hue{0xee6aa7, 0xc02672}, // Chemical Structures
    Hue{0xd9c04a, 0x7d6a00}, // Immuno Assays
    Hue{0x9fb0c8, 0x55647c}, // Tables
    Hue{0x8f8fff, 0x4a4ad0}, // Graphs and Networks
    Hue{0x7fbf4d, 0x40801a}, // Maps
    Hue{0xc79a72, 0x86552a}, // Tools and Materials
    Hue{0x3fcf7f, 0x117a3f}, // Natural Images
    Hue{0xf2796b, 0xb93a2c}, // Laboratory Specimens and Cultures
    Hue{0x4cc9f0, 0x0b7296}, // Screen Based Visuals
    Hue{0xa8adb8, 0x5f6673}, // Ambiguous
    Hue{0xd86be0, 0x9c2fa5}, // PCR
    Hue{0x7f9cc9, 0x3b5b92}, // Scientific Formulae and Equations
};

// Told apart by people with any kind of colour blindness (M. Okabe and K. Ito, "Color Universal Design", 2008), darker
// on light ground.
constexpr std::array annotatorHues = {
    Hue{0xe69f00, 0xb87700}, // orange
    Hue{0x56b4e9, 0x2a86c0}, // sky blue
    Hue{0x009e73, 0x007a59}, // bluish green
    Hue{0xf0e442, 0x8f8500}, // yellow
    Hue{0x3f8fd0, 0x0072b2}, // blue
    Hue{0xe8702a, 0xc04f00}, // vermilion
    Hue{0xcc79a7, 0xa8487f}, // reddish purple
    Hue{0xc8c8c8, 0x5f6673}, // grey
};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette(colours.text, colours.raised, colours.line, colours.line, colours.line, colours.text, colours.text,
                     colours.panel, colours.window);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::PlaceholderText, colours.muted);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Link, colours.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.muted);
    return palette;
}

/// @name@ stands for a colour of the theme.
const char* const styleSheet = R"(
QToolTip { background: @raised@; color: @text@; border: 1px solid @line@; padding: 4px 6px; }
QMainWindow::separator { background: @line@; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent@; }
QDockWidget > QWidget, QStatusBar { background: @panel@; }
QStatusBar { border-top: 1px solid @line@; color: @muted@; }
QStatusBar::item { border: none; }
QWidget#top { background: @panel@; border-bottom: 1px solid @line@; }

QLineEdit {
    background: @raised@; color: @text@; border: 1px solid @line@; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent@; selection-color: @onAccent@;
}
QLineEdit:focus { border-color: @accent@; }
QLineEdit[isWrong="true"], QFrame#searchBox[isWrong="true"] { border-color: @bad@; }
QFrame#searchBox { background: @raised@; border: 1px solid @line@; border-radius: 6px; }
QFrame#partBar { background: @raised@; border: 1px solid @line@; border-radius: 6px; }
QFrame#searchBox[isFocused="true"] { border-color: @accent@; }
QFrame#searchBox[isFocused="true"][isWrong="true"] { border-color: @bad@; }
QFrame#searchBox QLineEdit { background: transparent; border: none; padding: 0; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: @box@px; height: @box@px; border: 1px solid @muted@; border-radius: 3px; background: @raised@; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: @accent@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/icons/check-@scheme@.svg); }

QPushButton, QToolButton {
    background: @raised@; color: @text@; border: 1px solid @line@; border-radius: 6px; padding: 5px 12px;
}
QToolButton { padding: 5px 9px; }
QToolButton::menu-indicator { image: none; }
QPushButton:hover, QToolButton:hover { border-color: @muted@; }
QPushButton:focus, QToolButton:focus { border-color: @accent@; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @accentGround@; }
QPushButton:default { background: @accent@; color: @onAccent@; border-color: @accent@; }
QPushButton:disabled, QToolButton:disabled { color: @muted@; border-color: @line@; background: @panel@; }
QToolButton[isFlat="true"] { background: transparent; border-color: transparent; padding: 4px; }
QToolButton[isFlat="true"]:hover { background: @raised@; }
QToolButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QToolButton[segment="middle"] { border-radius: 0; margin-left: -1px; }
QToolButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; margin-left: -1px; }
QToolButton[isFlat="true"]:focus { border-color: @accent@; }

QMenu { background: @panel@; color: @text@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @accentGround@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @handle@; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QProgressBar { background: @line@; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }

QLabel[isMuted="true"] { color: @muted@; }
QLabel[isAccent="true"] { color: @accent@; }
QLabel[isBad="true"] { color: @bad@; }
QLabel[isGood="true"] { color: @good@; }
QLabel[isWarning="true"] { color: @warning@; }
QFrame[isLine="true"] { background: @line@; border: none; max-height: 1px; min-height: 1px; }
QTextBrowser, QScrollArea, QTreeView { background: transparent; border: none; }
QListView { background: @panel@; color: @text@; border: 1px solid @line@; outline: none; padding: 2px; }
QListView::item { padding: 4px 6px; border-radius: 4px; color: @text@; }
QListView::item:selected { background: @accentGround@; color: @text@; }
QFrame#floating { background: @panel@; border: 1px solid @line@; border-radius: 8px; }
QLabel[isKey="true"] { color: @text@; font-weight: 600; }
QTableView { background: @panel@; color: @text@; border: none; selection-background-color: @accentGround@;
    selection-color: @text@; alternate-background-color: @raised@; }
QHeaderView::section { background: @panel@; color: @muted@; border: none; border-bottom: 1px solid @line@;
    padding: 4px 8px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @accent@; }
)";

QString styleSheetOf(const Colours& colours)
{
    QString text = QString::fromLatin1(styleSheet);
    const QColor handle = colours.scheme == Scheme::Dark ? QColor(0x4a5265) : QColor(0xb3bccb);
    const std::pair<const char*, QColor> names[] = {
        {"window", colours.window},
        {"panel", colours.panel},
        {"raised", colours.raised},
        {"line", colours.line},
        {"text", colours.text},
        {"muted", colours.muted},
        {"accent", colours.accent},
        {"accentGround", colours.accentGround},
        {"onAccent", colours.onAccent},
        {"good", colours.good},
        {"bad", colours.bad},
        {"warning", colours.warning},
        {"handle", handle},
    };
    text.replace(QLatin1String("@box@"), QString::number(scaled(measure::textSize)));
    text.replace(QLatin1String("@scheme@"), QLatin1String(colours.scheme == Scheme::Dark ? "dark" : "light"));
    for (const auto& [name, colour] : names)
        text.replace(QLatin1Char('@') + QLatin1String(name) + QLatin1Char('@'), colour.name());
    return text;
}

void refreshFonts()
{
    for (QWidget* widget : QApplication::allWidgets()) {
        const QVariant stored = widget->property(fontProperty);
        if (!stored.isValid())
            continue;
        const QPoint font = stored.toPoint();
        widget->setFont(font.x() > 0 ? textFont(font.x(), font.y() != 0) : headingFont());
    }
}

} // namespace

const Colours& coloursOf(Scheme scheme)
{
    return scheme == Scheme::Dark ? darkColours : lightColours;
}

const Colours& coloursFor(const QPalette& palette)
{
    // A style sheet changes a widget's grounds and texts in its palette, even to "transparent"; it leaves
    // this role alone.
    return coloursOf(palette.color(QPalette::ToolTipBase).lightness() < 128 ? Scheme::Dark : Scheme::Light);
}

QColor classColour(int globalClass, Scheme scheme)
{
    if (globalClass < 0 || globalClass >= static_cast<int>(classHues.size()))
        return coloursOf(scheme).muted;
    const Hue& hue = classHues[static_cast<std::size_t>(globalClass)];
    return QColor(scheme == Scheme::Dark ? hue.dark : hue.light);
}

QColor annotatorColour(const QString& name, Scheme scheme)
{
    // FNV-1a: spreads names that differ in one letter.
    std::uint32_t hash = 2166136261U;
    for (const char byte : name.trimmed().toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    const Hue& hue = annotatorHues[hash % annotatorHues.size()];
    return QColor(scheme == Scheme::Dark ? hue.dark : hue.light);
}

QColor textOn(const QColor& ground)
{
    // Relative luminance (WCAG 2.1); at 0.179 black and white have the same contrast.
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance =
        0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF());
    return luminance > 0.179 ? Qt::black : Qt::white;
}

QColor panelColour(Scheme scheme)
{
    return scheme == Scheme::Dark ? QColor(0xb583f2) : QColor(0x7a3fc4);
}

double textScale()
{
    return currentTextScale;
}

int scaled(int pixels)
{
    return qRound(pixels * currentTextScale);
}

QFont textFont(int pixels, bool isEmphasised)
{
    QFont font = QApplication::font();
    font.setPixelSize(scaled(pixels));
    if (isEmphasised)
        font.setWeight(QFont::DemiBold);
    return font;
}

QFont headingFont()
{
    QFont font = textFont(measure::headingSize, true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return font;
}

void setTextFont(QWidget* widget, int pixels, bool isEmphasised)
{
    widget->setProperty(fontProperty, QPoint(pixels, isEmphasised));
    widget->setFont(textFont(pixels, isEmphasised));
}

void setHeadingFont(QWidget* widget)
{
    widget->setProperty(fontProperty, QPoint(0, 0));
    widget->setFont(headingFont());
}

Scheme systemScheme()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

void applyTheme(QApplication& application, Scheme scheme, double textScale)
{
    currentTextScale = std::clamp(textScale, 1.0, 2.0);
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(scaled(measure::textSize));
    QApplication::setFont(font);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(coloursOf(scheme)));
    application.setStyleSheet(styleSheetOf(coloursOf(scheme)));
    refreshFonts();
}

} // namespace biomedica::ui
