// All colours, measures and fonts of the window, dark and light, in one place.
//
// Widgets ask coloursFor(palette()): the palette that applyTheme() set tells the scheme, so a change of
// theme repaints everything without anybody being told.
//
// Thread contract: GUI thread, but for the constants.
#pragma once

#include <QApplication>
#include <QColor>
#include <QFont>
#include <QPalette>

namespace biomedica::ui {

enum class Scheme { Dark, Light };

/// Text and muted text have a contrast of at least 4.5 : 1 on window, panel, raised and accentGround.
struct Colours {
    Scheme scheme;
    QColor window, panel, raised, line;
    QColor text, muted;
    QColor accent, accentGround, onAccent;
    QColor good, warning, bad;
    QColor match, onMatch; ///< ground of matched words and the text on it
};

const Colours& coloursOf(Scheme scheme);
const Colours& coloursFor(const QPalette& palette);

/// One hue per global class by its place in the taxonomy, told apart by lightness as well as by hue;
/// always stands beside the class's name. Any other number is grey.
QColor classColour(int globalClass, Scheme scheme);
/// Of an annotator, the same on every computer; always stands beside the name. Two names may share one.
QColor annotatorColour(const QString& name, Scheme scheme);
/// Black or white, whichever is read better on this ground.
QColor textOn(const QColor& ground);
/// For panel type and subtype, which are not classes.
QColor panelColour(Scheme scheme);

namespace measure {
inline constexpr int grid = 4; ///< all distances are multiples of it, in device-independent pixels
inline constexpr int gap = 2 * grid;
inline constexpr int margin = 3 * grid;
inline constexpr int radius = 6;
inline constexpr int chipRadius = 4;
inline constexpr int textSize = 13;
inline constexpr int smallTextSize = 12;
inline constexpr int headingSize = 11; ///< nothing is smaller
} // namespace measure

/// How much larger than designed all text is: 1 to 2. Chosen by the person, kept by applyTheme().
double textScale();
/// A measure that goes with the text: icons and boxes beside words, widths of columns of text.
int scaled(int pixels);

/// The application's font at another size, in pixels before the text scale.
QFont textFont(int pixels, bool isEmphasised = false);
/// 11 px, upper case, widely set: over sections.
QFont headingFont();

/// Gives a widget such a font, and again whenever the text scale changes.
void setTextFont(QWidget* widget, int pixels, bool isEmphasised = false);
void setHeadingFont(QWidget* widget);

/// What the platform's palette looks like; call before applyTheme().
Scheme systemScheme();

void applyTheme(QApplication& application, Scheme scheme, double textScale = 1);

} // namespace biomedica::ui
