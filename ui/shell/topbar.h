// The bar at the top: menu, collection, search field, order, gallery or table.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/querycontroller.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace biomedica::ui {

class SearchBar;

class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(Session& session, QueryController& queries, const Actions& actions, QMenu* menu, QWidget* parent = nullptr);

    SearchBar* search() const { return m_search; }
    QToolButton* menuButton() const { return m_menu; }
    /// Beside the order of the figures, where there is little room as its icon alone.
    void addChoice(QToolButton* choice, const QString& iconName);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillOrders();
    QLayout* makeViewSwitch(const Actions& actions);
    void showCollection();
    void showOrder();
    void updateIcons();
    void shareRoom();

    Session& m_session;
    QueryController& m_queries;
    SearchBar* m_search;
    QLabel *m_name, *m_collection;
    QToolButton *m_menu, *m_order;
    QToolButton* m_choice = nullptr;
    QString m_choiceIcon;
};

} // namespace biomedica::ui
