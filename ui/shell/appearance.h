// How the window looks and speaks: theme, size of the text, language. Chosen in the menu, kept in the settings.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/theme.h"

#include <QObject>
#include <optional>

class QSettings;

namespace biomedica::ui {

class Appearance : public QObject {
    Q_OBJECT
public:
    /// Applies what was chosen before, or `theme` and `textScale` instead.
    Appearance(QSettings& settings, Actions& actions, std::optional<Scheme> theme, std::optional<double> textScale,
               QObject* parent);

    /// Once the menu has made them exclusive.
    void checkActions() const;

Q_SIGNALS:
    /// Takes effect at the next start.
    void languageChosen();

private:
    void connectActions();
    void setTheme(std::optional<Scheme> scheme);
    void setTextScale(double scale);
    void setLanguage(const QString& code);
    void apply();

    QSettings& m_settings;
    Actions& m_actions;
    Scheme m_systemScheme; ///< as the platform had it before our theme
    Scheme m_scheme;
    double m_textScale;
};

} // namespace biomedica::ui
