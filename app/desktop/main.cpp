// biomedica-curator: the desktop app. Parses arguments and hands them to the window.

#include "core/demo/demo.h"
#include "core/query/parser.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
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

QCommandLineOption option(const char* name, const char* help, const char* value = "")
{
    return {QString::fromUtf8(name), QString::fromUtf8(help), QString::fromUtf8(value)};
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

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Browse, search, label and export scientific figures."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("COLLECTION | SHARD…"),
                                 QStringLiteral("A collection's folder, or shards and folders of shards."));
    const auto demo = option("demo", "Open the demo figures; draw them the first time.");
    const auto picture = option("screenshot", "Write the window to FILE.png and exit.", "FILE.png");
    const auto theme = option("theme", "dark or light.", "THEME");
    const auto size = option("size", "The window's size, such as 1600x1000.", "WxH");
    const auto query = option("query", "What to search for.", "QUERY");
    parser.addOptions({demo, picture, theme, size, query});
    parser.process(application);

    const QString themeName = parser.value(theme);
    if (parser.isSet(theme) && themeName != QLatin1String("dark") && themeName != QLatin1String("light"))
        return fail(QStringLiteral("--theme is dark or light, not '%1'").arg(themeName));
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    const QSize wanted = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (parser.isSet(size) && (wanted.width() < 200 || wanted.height() < 200))
        return fail(
            QStringLiteral("--size is a width and a height such as 1600x1000, not '%1'").arg(parser.value(size)));
    const auto asked = query::parse(parser.value(query).toStdString());
    if (!asked)
        return fail(QString::fromStdString(asked.error().message()));

    // A screenshot shows the window as it comes, and leaves the person's settings alone.
    QTemporaryDir scratch;
    QSettings own(QSettings::IniFormat, QSettings::UserScope, QApplication::applicationName(),
                  QApplication::applicationName());
    QSettings fresh(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    std::optional<ui::Scheme> scheme;
    if (parser.isSet(theme))
        scheme = themeName == QLatin1String("dark") ? ui::Scheme::Dark : ui::Scheme::Light;
    const auto data = ui::toPath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    ui::MainWindow window(parser.isSet(picture) ? fresh : own, data, writeDemo, scheme);
    if (parser.isSet(size))
        window.resize(wanted);
    QObject::connect(&window.session(), &ui::Session::collectionOpened, &window,
                     [&] { window.queries().setQuery(*asked); });
    QObject::connect(&window, &ui::MainWindow::openFailed, &window, [&](const QString& message) {
        fail(message);
        if (parser.isSet(picture))
            QApplication::exit(1);
    });
    window.show();
    QTimer::singleShot(0, &window,
                       [&] { window.start(parser.positionalArguments(), parser.isSet(demo), parser.value(picture)); });
    return QApplication::exec();
}
