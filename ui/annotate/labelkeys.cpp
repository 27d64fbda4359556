#include "ui/annotate/labelkeys.h"

#include <QKeyEvent>
#include <algorithm>
#include <array>

namespace biomedica::ui {

namespace {

/// The place of the key in the row of digits on X11 and Wayland (evdev's key codes plus 8).
std::optional<int> placeOfScanCode(quint32 code)
{
    constexpr quint32 firstDigit = 10;
    return code >= firstDigit && code < firstDigit + 10 ? std::optional(static_cast<int>(code - firstDigit))
                                                        : std::nullopt;
}

/// Where the platform gives no scan code: what a US keyboard types with Shift and a digit.
std::optional<int> placeOfShiftedKey(int key)
{
    constexpr std::array keys = {Qt::Key_Exclam,    Qt::Key_At,          Qt::Key_NumberSign, Qt::Key_Dollar,
                                 Qt::Key_Percent,   Qt::Key_AsciiCircum, Qt::Key_Ampersand,  Qt::Key_Asterisk,
                                 Qt::Key_ParenLeft, Qt::Key_ParenRight};
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<int>(found - keys.begin()));
}

std::optional<int> placeOfDigit(int key)
{
    if (key == Qt::Key_0)
        return 9;
    return key >= Qt::Key_1 && key <= Qt::Key_9 ? std::optional(key - Qt::Key_1) : std::nullopt;
}

} // namespace

std::optional<int> optionOfKey(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    const bool isShifted = event.modifiers() & Qt::ShiftModifier;
    auto place = placeOfDigit(event.key());
    if (!place && !(event.modifiers() & Qt::KeypadModifier))
        place = placeOfScanCode(event.nativeScanCode());
    if (!place && isShifted)
        place = placeOfShiftedKey(event.key());
    return place ? std::optional(*place + (isShifted ? 10 : 0)) : std::nullopt;
}

QString keyOfOption(int option)
{
    if (option < 0 || option >= keyedOptions)
        return {};
    const QString digit = QString::number((option + 1) % 10);
    return option < 10 ? digit : QStringLiteral("⇧") + digit;
}

} // namespace biomedica::ui
