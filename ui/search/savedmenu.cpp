#include "ui/search/savedmenu.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/session/querywording.h"
#include "ui/session/savedsearches.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// "cell, licence CC BY"
QString nameFor(const query::Query& query)
{
    QStringList parts;
    for (const query::Node& part : query::conjunctsOf(query))
        parts += QueryWording::filterText(part) ? QueryWording::partText(part) : fromUtf8(query::toText({part, {}}));
    return parts.isEmpty() ? SavedMenu::tr("All figures") : parts.join(SavedMenu::tr(", "));
}

} // namespace

SavedMenu::SavedMenu(SavedSearches& searches, QAction* save, QWidget* parent)
    : QMenu(parent), m_searches(searches), m_save(save)
{
    setToolTipsVisible(true);
    connect(&searches, &SavedSearches::changed, this, &SavedMenu::fill);
    fill();
}

void SavedMenu::fill()
{
    clear();
    addAction(m_save);
    addSeparator();
    for (const workspace::SavedSearch& search : m_searches.all()) {
        QAction* action = addAction(escaped(fromUtf8(search.name)));
        action->setToolTip(fromUtf8(query::toText(search.query)));
        connect(action, &QAction::triggered, this, [this, query = search.query] { Q_EMIT chosen(query); });
    }
    if (m_searches.all().empty()) {
        addAction(tr("None saved in this collection yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("&Rename or delete…")), &QAction::triggered, this, [this] {
        auto* dialog = new SavedDialog(m_searches, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

SavedDialog::SavedDialog(SavedSearches& searches, QWidget* parent)
    : QDialog(parent), m_searches(searches), m_list(new QListWidget)
{
    setWindowTitle(tr("Saved searches"));
    m_list->setAccessibleName(tr("Saved searches"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    auto* rename = new QPushButton(tr("&Rename"));
    auto* remove = new QPushButton(tr("&Delete"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(rename, QDialogButtonBox::ActionRole);
    buttons->addButton(remove, QDialogButtonBox::ActionRole);
    rename->setAutoDefault(false);
    remove->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(rename, &QPushButton::clicked, this, [this] {
        if (QListWidgetItem* item = m_list->currentItem())
            m_list->editItem(item);
    });
    connect(remove, &QPushButton::clicked, this, &SavedDialog::removeCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const QString before = item->data(Qt::UserRole).toString();
        if (item->text().trimmed() == before)
            return;
        m_current = item->text().trimmed();
        m_searches.rename(before, m_current);
    });
    connect(&searches, &SavedSearches::changed, this, &SavedDialog::fill);
    connect(&searches, &SavedSearches::failed, this, &SavedDialog::fill); // the old name is back
    fill();
    const QFontMetrics metrics(textFont(measure::textSize));
    resize(metrics.averageCharWidth() * 60, metrics.height() * 18);
}

void SavedDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const workspace::SavedSearch& search : m_searches.all()) {
        auto* item = new QListWidgetItem(fromUtf8(search.name), m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(Qt::UserRole, item->text());
        item->setToolTip(fromUtf8(query::toText(search.query)));
        if (item->text() == m_current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
}

void SavedDialog::removeCurrent()
{
    if (const QListWidgetItem* item = m_list->currentItem())
        m_searches.remove(item->data(Qt::UserRole).toString());
}

void SavedDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        removeCurrent();
    else
        QDialog::keyPressEvent(event);
}

void askForSearchName(SavedSearches& searches, const query::Query& query, QWidget* parent)
{
    auto* dialog = new QInputDialog(parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(SavedMenu::tr("Save this search"));
    dialog->setLabelText(SavedMenu::tr("Name of the search:"));
    dialog->setOkButtonText(SavedMenu::tr("Save"));
    dialog->setTextValue(nameFor(query));
    QObject::connect(dialog, &QInputDialog::textValueChanged, dialog, [dialog, &searches](const QString& name) {
        const bool isTaken = searches.hasName(name.trimmed());
        dialog->setLabelText(isTaken ? SavedMenu::tr("Name of the search (the one of this name is replaced):")
                                     : SavedMenu::tr("Name of the search:"));
    });
    QObject::connect(dialog, &QInputDialog::textValueSelected, &searches, [&searches, query](const QString& name) {
        if (!name.trimmed().isEmpty())
            searches.save(name.trimmed(), query);
    });
    const QFontMetrics metrics(textFont(measure::textSize));
    const int words = metrics.horizontalAdvance(dialog->textValue()) + 4 * measure::margin;
    dialog->resize(std::clamp(words, metrics.averageCharWidth() * 60, parent->window()->width() * 3 / 4),
                   dialog->sizeHint().height());
    dialog->open();
}

} // namespace biomedica::ui
