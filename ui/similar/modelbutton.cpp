#include "ui/similar/modelbutton.h"

#include "ui/common/theme.h"
#include "ui/session/exampleedit.h"

#include <QMenu>

namespace biomedica::ui {

namespace {

constexpr int widestName = 150; // before the text scale

} // namespace

ModelButton::ModelButton(ComparedModel& model, QueryController& queries, QWidget* parent)
    : QToolButton(parent), m_model(model), m_queries(queries)
{
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Whose vectors are compared"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] { m_model.fill(menu()); });
    connect(&model, &ComparedModel::changed, this, &ModelButton::showModel);
    connect(&queries, &QueryController::queryChanged, this, &ModelButton::showModel);
    showModel();
}

void ModelButton::showModel()
{
    const QString name = ComparedModel::titleOf(m_model.name());
    const QString shown = fontMetrics().elidedText(name, Qt::ElideMiddle, scaled(widestName));
    setText(tr("Compare: %1", "the model whose vectors are compared").arg(shown) + QStringLiteral("  ▾"));
    setToolTip(tr("Figures are compared by: %1").arg(name));
    setVisible(m_model.names().size() > 1 && exampleCount(m_queries.query()) > 0);
}

} // namespace biomedica::ui
