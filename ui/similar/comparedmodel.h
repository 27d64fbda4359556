// Whose vectors figures are compared by in the open collection: what can be chosen, and the choice, which the
// collection keeps.
//
// Thread contract: GUI thread; folders are looked into in the background.
#pragma once

#include "ui/session/session.h"

#include <QObject>

class QMenu;

namespace biomedica::ui {

class ComparedModel : public QObject {
    Q_OBJECT
public:
    explicit ComparedModel(Session& session, QObject* parent = nullptr);

    /// The built-in one first, whether it has vectors or not.
    const std::vector<std::string>& names() const { return m_known.names; }
    const std::string& name() const { return m_known.chosen; }
    bool isBuiltin() const;
    /// As a person reads it.
    static QString titleOf(const std::string& name);

    void choose(const std::string& name);
    void chooseBuiltin();
    /// Vectors have come.
    void readAgain();
    bool isBusy() const { return m_looking.isBusy(); }

    /// The models, the chosen one checked.
    void fill(QMenu* menu);

Q_SIGNALS:
    /// The names, or the choice.
    void changed();
    /// From now on other vectors are compared.
    void chosen();
    void failed(const QString& message);

private:
    struct Known {
        std::vector<std::string> names;
        std::string chosen;
        bool operator==(const Known&) const = default;
    };
    static Known look(workspace::Workspace& workspace);
    void take(Known known);

    Session& m_session;
    Known m_known;
    Background m_looking;
};

} // namespace biomedica::ui
