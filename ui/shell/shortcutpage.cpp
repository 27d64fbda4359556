#include "ui/shell/shortcutpage.h"

#include "ui/common/theme.h"
#include "ui/shell/actionmodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace biomedica::ui {

ShortcutPage::ShortcutPage(const Actions& actions, QWidget* window) : QDialog(window)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* found = new ActionFilter(new ActionModel(actions, this), this);
    auto* field = new QLineEdit;
    field->setPlaceholderText(tr("Find an action or a key"));
    field->setAccessibleName(tr("Find an action or a key"));
    connect(field, &QLineEdit::textChanged, found, &ActionFilter::setText);
    auto* table = new QTableView;
    table->setAccessibleName(tr("Actions and their keys"));
    table->setModel(found);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + measure::gap);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(ActionModel::Text, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(ActionModel::Keys, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(ActionModel::Section, QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::gap);
    layout->addWidget(field);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(QSize(640, 640) * textScale());
}

} // namespace biomedica::ui
