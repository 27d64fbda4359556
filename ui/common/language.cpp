#include "ui/common/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace biomedica::ui {

namespace {

const QString folder = QStringLiteral(":/translations");

void install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& from)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), from))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    QStringList codes;
    for (const QString& file : QDir(folder).entryList({QStringLiteral("biomedica_*.qm")}, QDir::Files, QDir::Name))
        codes += file.mid(10).chopped(3); // biomedica_de.qm
    return codes;
}

void installLanguage(QCoreApplication& application, const QString& code)
{
    const QString wanted = code.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : code;
    const bool isKnown = languages().contains(wanted);
    // The system's own locale knows the person's habits of writing numbers and dates.
    const QLocale locale =
        code.isEmpty() && isKnown ? QLocale::system() : QLocale(isKnown ? wanted : QStringLiteral("en"));
    QLocale::setDefault(locale);
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, QStringLiteral("biomedica"), folder);
}

} // namespace biomedica::ui
