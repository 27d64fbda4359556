#include "ui/similar/comparedmodel.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"

#include <QActionGroup>
#include <QMenu>
#include <algorithm>

namespace biomedica::ui {

using workspace::Similarity;

ComparedModel::ComparedModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_looking(session.pool(), this, Background::Policy::InOrder)
{
    connect(&session, &Session::collectionOpened, this, &ComparedModel::readAgain);
    connect(&session, &Session::aboutToClose, this, [this] {
        m_looking.cancel();
        take({});
    });
}

bool ComparedModel::isBuiltin() const
{
    return m_known.chosen == Similarity::builtinModel;
}

QString ComparedModel::titleOf(const std::string& name)
{
    return name == Similarity::builtinModel ? tr("Built-in descriptor") : fromUtf8(name);
}

ComparedModel::Known ComparedModel::look(workspace::Workspace& workspace)
{
    Known known{workspace.similarity().modelNames(), workspace.similarity().model()};
    const std::string builtin(Similarity::builtinModel);
    std::erase(known.names, builtin);
    known.names.insert(known.names.begin(), builtin);
    return known;
}

void ComparedModel::take(Known known)
{
    if (known == m_known)
        return;
    const bool isOther = !m_known.chosen.empty() && !known.chosen.empty() && known.chosen != m_known.chosen;
    m_known = std::move(known);
    Q_EMIT changed();
    if (isOther)
        Q_EMIT chosen();
}

void ComparedModel::readAgain()
{
    if (!m_session.workspace())
        return;
    m_looking.start([workspace = m_session.workspace()](std::stop_token) { return look(*workspace); },
                    [this](Known known) { take(std::move(known)); });
}

void ComparedModel::choose(const std::string& name)
{
    if (!m_session.workspace())
        return;
    m_looking.start(
        [workspace = m_session.workspace(), name](std::stop_token) -> Result<Known> {
            TRY_VOID(workspace->similarity().setModel(name));
            return look(*workspace);
        },
        [this](Result<Known> known) {
            if (!known) {
                Q_EMIT failed(fromUtf8(known.error().message()));
                return;
            }
            m_session.rememberComparedModel(known->chosen);
            take(std::move(*known));
        });
}

void ComparedModel::chooseBuiltin()
{
    choose(std::string(Similarity::builtinModel));
}

void ComparedModel::fill(QMenu* menu)
{
    menu->clear();
    auto* group = new QActionGroup(menu);
    for (const std::string& name : names()) {
        QAction* action = menu->addAction(titleOf(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(name == m_known.chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { choose(name); });
    }
}

} // namespace biomedica::ui
