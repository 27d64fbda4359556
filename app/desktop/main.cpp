// biomedica-curator: the desktop app. Parses arguments and hands them to the window.

#include "core/demo/demo.h"
#include "ui/common/language.h"
#include "ui/shell/commandline.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <cstring>

using namespace biomedica;

namespace {

Result<void> writeDemo(const std::filesystem::path& folder, const Job& job)
{
    TRY_VOID(demo::writeDemo({.folder = folder}, job));
    return {};
}

int fail(const QString& message)
{
    std::fprintf(stderr, "biomedica-curator: %s\n", qPrintable(message));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    // A screenshot needs no display.
    for (int i = 1; i < argc; ++i)
        if (std::strncmp(argv[i], "--screenshot", 12) == 0 && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("biomedica-curator"));
    QApplication::setApplicationDisplayName(QStringLiteral("Biomedica Curator"));
    QApplication::setApplicationVersion(QStringLiteral(BIOMEDICA_VERSION));

    const auto options = ui::parseArguments(QApplication::arguments());
    if (!options)
        return fail(QString::fromStdString(options.error().message()));

    // A screenshot shows the window as it comes, and leaves the person's settings alone.
    QTemporaryDir scratch;
    QSettings own(QSettings::IniFormat, QSettings::UserScope, QApplication::applicationName(),
                  QApplication::applicationName());
    QSettings fresh(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const bool isPicture = !options->picture.isEmpty();
    fresh.setValue(QStringLiteral("annotator"), QStringLiteral("you")); // asks for no name
    const auto data = ui::toPath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    ui::installLanguage(application,
                        options->language.isEmpty() ? own.value(ui::languageKey).toString() : options->language);
    ui::MainWindow window(isPicture ? fresh : own, data, writeDemo, options->theme, options->textScale);
    if (options->size.isValid())
        window.resize(options->size);
    if (options->query != query::Query{})
        QObject::connect(&window.session(), &ui::Session::collectionOpened, &window,
                         [&] { window.queries().setQuery(options->query); });
    QObject::connect(&window, &ui::MainWindow::openFailed, &window, [&](const QString& message) {
        fail(message);
        if (isPicture)
            QApplication::exit(1);
    });
    window.show();
    QTimer::singleShot(0, &window, [&] { window.start(*options); });
    return QApplication::exec();
}
