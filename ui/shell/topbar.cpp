#include "ui/shell/topbar.h"

#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/search/searchbar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <array>

namespace biomedica::ui {

namespace {

struct Order {
    const char* text; ///< in the context "TopBar"
    std::optional<query::Sort> sort;
};

const Order orders[] = {
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "Best first"), std::nullopt},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "Newest first"), query::Sort{query::Field::Year, true}},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "Oldest first"), query::Sort{query::Field::Year, false}},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "By journal"), query::Sort{query::Field::Journal, false}},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "By article"), query::Sort{query::Field::Pmcid, false}},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "By cluster"), query::Sort{query::Field::Cluster, false}},
    {QT_TRANSLATE_NOOP("biomedica::ui::TopBar", "Widest first"), query::Sort{query::Field::Width, true}},
};

constexpr int narrowWidth = 1400;
constexpr int builderWidth = 1340; // a small laptop's screen has it
constexpr int choiceWidth = 1240;

} // namespace

TopBar::TopBar(Session& session, QueryController& queries, const Actions& actions, QMenu* menu, QWidget* parent)
    : QWidget(parent), m_session(session), m_queries(queries), m_search(new SearchBar(session, queries)),
      m_name(new QLabel(tr("Biomedica Curator"))), m_collection(makeMutedLabel({})), m_menu(new QToolButton),
      m_order(new QToolButton)
{
    setObjectName(QStringLiteral("top"));
    setAttribute(Qt::WA_StyledBackground);
    setTextFont(m_name, 14, true);
    for (QWidget* label : {m_name, m_collection})
        label->hide(); // until there is a width to say that they have room
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setProperty("isFlat", true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setAccessibleName(tr("Order of the figures"));
    m_order->setToolTip(tr("Order of the figures"));
    fillOrders();
    updateIcons();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(measure::gap, 6, measure::margin, 7);
    layout->setSpacing(measure::gap);
    layout->addWidget(m_menu);
    layout->addWidget(m_name);
    layout->addWidget(m_collection);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_order);
    layout->addLayout(makeViewSwitch(actions));
    connect(&session, &Session::collectionOpened, this, &TopBar::showCollection);
    connect(&session, &Session::collectionClosed, this, &TopBar::showCollection);
    connect(&queries, &QueryController::queryChanged, this, &TopBar::showOrder);
    showCollection();
    showOrder();
}

void TopBar::addChoice(QToolButton* choice, const QString& iconName)
{
    m_choice = choice;
    m_choiceIcon = iconName;
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_order), choice);
    updateIcons();
    shareRoom();
}

/// Buttons that look like one.
QLayout* TopBar::makeViewSwitch(const Actions& actions)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(0);
    constexpr std::array views = {ActionId::ViewGallery, ActionId::ViewTable, ActionId::ViewReview,
                                  ActionId::ViewStatistics};
    for (const ActionId id : views) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions[id]);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("segment", id == views.front()  ? QStringLiteral("first")
                                       : id == views.back() ? QStringLiteral("last")
                                                            : QStringLiteral("middle"));
        layout->addWidget(button);
    }
    return layout;
}

void TopBar::fillOrders()
{
    auto* menu = new QMenu(m_order);
    auto* group = new QActionGroup(menu);
    group->setExclusionPolicy(
        QActionGroup::ExclusionPolicy::ExclusiveOptional); // none where the table's order is shown
    for (const Order& order : orders) {
        QAction* action = menu->addAction(tr(order.text));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, &order] {
            query::Query query = m_queries.query();
            query.sort = order.sort;
            m_queries.setQuery(query);
        });
    }
    m_order->setMenu(menu);
}

void TopBar::showCollection()
{
    const auto& workspace = m_session.workspace();
    m_collection->setText(workspace ? fromUtf8(workspace->name()) : QString());
    m_collection->setToolTip(workspace ? toQString(workspace->folder()) : QString());
    m_collection->setToolTip(workspace ? toQString(workspace->folder()) : QString());
    m_search->setEnabled(workspace != nullptr);
    m_order->setEnabled(workspace != nullptr);
}

void TopBar::showOrder()
{
    const QList<QAction*> actions = m_order->menu()->actions();
    QString text = tr("By column"); // that was chosen in the table
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const bool isCurrent = orders[i].sort == m_queries.query().sort;
        actions[i]->setChecked(isCurrent);
        if (isCurrent)
            text = actions[i]->text();
    }
    m_order->setText(text + QStringLiteral("  ▾"));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void TopBar::shareRoom()
{
    for (QWidget* label : {m_name, m_collection})
        label->setVisible(width() >= scaled(narrowWidth)); // the title bar says it, too
    m_search->setBuilderShown(width() >= scaled(builderWidth));
    if (m_choice)
        m_choice->setToolButtonStyle(width() >= scaled(choiceWidth) ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
}

void TopBar::updateIcons()
{
    m_menu->setIcon(icon(QStringLiteral("menu"), coloursFor(palette()).text));
    m_menu->setIconSize(QSize(scaled(16), scaled(16)));
    if (m_choice) {
        m_choice->setIcon(icon(m_choiceIcon, coloursFor(palette()).text));
        m_choice->setIconSize(m_menu->iconSize());
    }
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_menu)
        updateIcons();
}

} // namespace biomedica::ui
