// biomedica-curator: the desktop app. Parses arguments and hands them to the window.

#include "core/demo/demo.h"
#include "core/query/parser.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>
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

std::optional<ui::Scheme> schemeNamed(const QString& name)
{
    if (name == QLatin1String("dark"))
        return ui::Scheme::Dark;
    return name == QLatin1String("light") ? std::optional(ui::Scheme::Light) : std::nullopt;
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
    QApplication::setOrganizationName(QStringLiteral("biomedica-curator"));
    QApplication::setApplicationDisplayName(QStringLiteral("Biomedica Curator"));
    QApplication::setApplicationVersion(QStringLiteral(BIOMEDICA_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Browse, search, label and export scientific figures."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("COLLECTION | SHARD…"),
                                 QStringLiteral("A collection's folder, or shards and folders of shards."));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Open the demo figures; draw them the first time."));
    const QCommandLineOption picture(QStringLiteral("screenshot"), QStringLiteral("Write the window to FILE and exit."), QStringLiteral("FILE.png"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("dark or light."), QStringLiteral("THEME"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("The window's size, such as 1600x1000."), QStringLiteral("WxH"));
    const QCommandLineOption query(QStringLiteral("query"), QStringLiteral("What to search for."), QStringLiteral("QUERY"));
    parser.addOptions({demo, picture, theme, size, query});
    parser.process(application);

    const auto scheme = schemeNamed(parser.value(theme));
    if (parser.isSet(theme) && !scheme)
        return fail(QStringLiteral("--theme is dark or light, not '%1'").arg(parser.value(theme)));
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    const QSize wanted = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (parser.isSet(size) && (wanted.width() < 200 || wanted.height() < 200))
        return fail(QStringLiteral("--size is a width and a height such as 1600x1000, not '%1'").arg(parser.value(size)));
    const auto asked = query::parse(parser.value(query).toStdString());
    if (!asked)
        return fail(QString::fromStdString(asked.error().message()));

    QSettings settings;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    ui::MainWindow window(settings, ui::toPath(data), writeDemo, scheme);
    if (parser.isSet(size))
        window.resize(wanted);
    QObject::connect(&window.session(), &ui::Session::collectionOpened, &window, [&] { window.queries().setQuery(*asked); });
    QObject::connect(&window, &ui::MainWindow::openFailed, &window, [&](const QString& message) {
        fail(message);
        if (parser.isSet(picture))
            QApplication::exit(1);
    });
    window.show();
    QTimer::singleShot(0, &window, [&] {
        if (parser.isSet(demo))
            window.opener()->openDemo();
        else
            window.opener()->openPaths(parser.positionalArguments());
        if (parser.isSet(picture))
            QObject::connect(new ui::Screenshot(window, parser.value(picture)), &ui::Screenshot::finished, &window,
                             [&](bool isWritten) { QApplication::exit(isWritten ? 0 : fail(QStringLiteral("cannot write '%1'").arg(parser.value(picture)))); });
    });
    return QApplication::exec();
}
