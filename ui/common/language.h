// The language of the window. Chosen before the first widget is made; another one takes effect at the next start.
//
// Thread contract: GUI thread.
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace biomedica::ui {

/// Where the settings keep the chosen code.
inline constexpr const char* languageKey = "window/language";

/// Codes of the languages that the program speaks: "de", "en".
QStringList languages();

/// The words, numbers and dates of `code`; "" = the system's language where the program speaks it, else English.
void installLanguage(QCoreApplication& application, const QString& code);

} // namespace biomedica::ui
