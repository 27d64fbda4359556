#include "ui/shell/commandline.h"

#include "core/query/parser.h"
#include "ui/common/language.h"
#include "ui/common/markedtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QMetaEnum>

namespace biomedica::ui {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error invalid(const QString& message)
{
    return Error(ErrorKind::Invalid, toUtf8(message));
}

Result<std::optional<Scheme>> parseTheme(const QString& text)
{
    if (text.isEmpty())
        return std::optional<Scheme>();
    if (text == QLatin1String("dark"))
        return std::optional(Scheme::Dark);
    if (text == QLatin1String("light"))
        return std::optional(Scheme::Light);
    return invalid(CommandLine::tr("--theme is dark or light, not '%1'").arg(text));
}

Result<QSize> parseSize(const QString& text)
{
    if (text.isEmpty())
        return QSize();
    const QStringList sides = text.split(QLatin1Char('x'));
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.width() < 200 || size.height() < 200)
        return invalid(CommandLine::tr("--size is a width and a height such as 1600x1000, not '%1'").arg(text));
    return size;
}

Result<std::optional<double>> parseTextScale(const QString& text)
{
    if (text.isEmpty())
        return std::optional<double>();
    const double percent = text.toDouble();
    if (percent < 100 || percent > 200)
        return invalid(CommandLine::tr("--text is a number of percent from 100 to 200, not '%1'").arg(text));
    return std::optional(percent / 100);
}

Result<QList<ActionId>> parseActions(const QString& text)
{
    QList<ActionId> actions;
    for (const QString& name : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isKnown = false;
        const int value = QMetaEnum::fromType<ActionId>().keyToValue(name.toLatin1().constData(), &isKnown);
        if (!isKnown)
            return invalid(CommandLine::tr("--do names actions such as ViewTable, not '%1'").arg(name));
        actions.append(static_cast<ActionId>(value));
    }
    return actions;
}

Result<int> parsePosition(const QString& text)
{
    bool isNumber = true;
    const int position = text.isEmpty() ? 0 : text.toInt(&isNumber);
    if (!isNumber || position < 0)
        return invalid(CommandLine::tr("--at is a position from 1 on, not '%1'").arg(text));
    return position;
}

Result<QString> parseLanguage(const QString& text)
{
    if (!text.isEmpty() && !languages().contains(text))
        return invalid(
            CommandLine::tr("--language is one of %1, not '%2'").arg(languages().join(QLatin1String(", ")), text));
    return text;
}

} // namespace

Result<StartOptions> parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr("Browse, search, label and export scientific figures."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(CommandLine::tr("COLLECTION | SHARD…"),
                                 CommandLine::tr("A collection's folder, or shards and folders of shards."));
    const auto option = [](const char* name, const QString& help, const char* value = "") {
        return QCommandLineOption(QString::fromLatin1(name), help, QString::fromUtf8(value));
    };
    const auto demo = option("demo", CommandLine::tr("Open the demo figures; draw them the first time."));
    const auto picture = option("screenshot", CommandLine::tr("Write the window to FILE.png and exit."), "FILE.png");
    const auto theme = option("theme", CommandLine::tr("dark or light."), "THEME");
    const auto text = option("text", CommandLine::tr("Size of all text in percent, 100 to 200."), "PERCENT");
    const auto language = option("language", CommandLine::tr("Language of the window, such as de."), "LANGUAGE");
    const auto size = option("size", CommandLine::tr("The window's size, such as 1600x1000."), "WxH");
    const auto query = option("query", CommandLine::tr("What to search for."), "QUERY");
    const auto position = option("at", CommandLine::tr("The position to go to among what is found."), "POSITION");
    const auto actions =
        option("do", CommandLine::tr("Actions to carry out once everything is shown, such as ViewTable."), "ACTION,…");
    parser.addOptions({demo, picture, theme, text, language, size, query, position, actions});
    parser.process(arguments);

    StartOptions options;
    options.paths = parser.positionalArguments();
    options.isDemo = parser.isSet(demo);
    options.picture = parser.value(picture);
    TRY(options.query, query::parse(toUtf8(parser.value(query))));
    TRY(options.language, parseLanguage(parser.value(language)));
    TRY(options.theme, parseTheme(parser.value(theme)));
    TRY(options.textScale, parseTextScale(parser.value(text)));
    TRY(options.size, parseSize(parser.value(size)));
    TRY(options.position, parsePosition(parser.value(position)));
    TRY(options.actions, parseActions(parser.value(actions)));
    return options;
}

} // namespace biomedica::ui
