#include "ui/shell/appearance.h"

#include "ui/common/language.h"

#include <QSettings>

namespace biomedica::ui {

namespace {

const QString themeKey = QStringLiteral("window/theme");
const QString textScaleKey = QStringLiteral("window/textScale");
constexpr std::pair<ActionId, double> textSizes[] = {{ActionId::TextSize100, 1},
                                                     {ActionId::TextSize125, 1.25},
                                                     {ActionId::TextSize150, 1.5},
                                                     {ActionId::TextSize200, 2}};
constexpr std::pair<ActionId, std::optional<Scheme>> themes[] = {
    {ActionId::ThemeSystem, std::nullopt}, {ActionId::ThemeDark, Scheme::Dark}, {ActionId::ThemeLight, Scheme::Light}};
constexpr std::pair<ActionId, const char*> languageActions[] = {
    {ActionId::LanguageSystem, ""}, {ActionId::LanguageEnglish, "en"}, {ActionId::LanguageGerman, "de"}};

std::optional<Scheme> schemeOf(const QString& name)
{
    if (name.isEmpty())
        return std::nullopt;
    return name == QLatin1String("dark") ? Scheme::Dark : Scheme::Light;
}

QString nameOf(std::optional<Scheme> scheme)
{
    if (!scheme)
        return {};
    return *scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
}

} // namespace

Appearance::Appearance(QSettings& settings, Actions& actions, std::optional<Scheme> theme,
                       std::optional<double> textScale, QObject* parent)
    : QObject(parent), m_settings(settings), m_actions(actions), m_systemScheme(systemScheme()),
      m_scheme(theme ? *theme : schemeOf(settings.value(themeKey).toString()).value_or(m_systemScheme)),
      m_textScale(textScale.value_or(settings.value(textScaleKey, 1.0).toDouble()))
{
    apply();
    connectActions();
}

void Appearance::connectActions()
{
    const auto on = [&](ActionId id, auto function) { connect(m_actions[id], &QAction::triggered, this, function); };
    for (const auto& [id, scheme] : themes)
        on(id, [this, chosen = scheme] { setTheme(chosen); });
    for (const auto& [id, scale] : textSizes)
        on(id, [this, chosen = scale] { setTextScale(chosen); });
    for (const auto& [id, code] : languageActions)
        on(id, [this, chosen = code] { setLanguage(QString::fromLatin1(chosen)); });
}

void Appearance::checkActions() const
{
    for (const auto& [id, scheme] : themes)
        m_actions[id]->setChecked(scheme == schemeOf(m_settings.value(themeKey).toString()));
    for (const auto& [id, scale] : textSizes)
        m_actions[id]->setChecked(scale == m_textScale);
    for (const auto& [id, code] : languageActions)
        m_actions[id]->setChecked(m_settings.value(languageKey).toString() == QLatin1String(code));
}

void Appearance::setTheme(std::optional<Scheme> scheme)
{
    m_scheme = scheme.value_or(m_systemScheme);
    apply();
    m_settings.setValue(themeKey, nameOf(scheme));
}

void Appearance::setTextScale(double scale)
{
    m_textScale = scale;
    apply();
    m_settings.setValue(textScaleKey, scale);
}

void Appearance::setLanguage(const QString& code)
{
    m_settings.setValue(languageKey, code);
    Q_EMIT languageChosen();
}

void Appearance::apply()
{
    applyTheme(*qApp, m_scheme, m_textScale);
    m_actions.updateIcons(QApplication::palette());
}

} // namespace biomedica::ui
