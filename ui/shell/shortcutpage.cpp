#include "ui/shell/shortcutpage.h"

#include "ui/common/keypresets.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/actionmodel.h"
#include "ui/shell/keyeditor.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

/// Keys can be changed of what cannot be done now, too; those that the person chose stand out.
class KeyRows : public ActionFilter {
public:
    KeyRows(const Actions& actions, QObject* parent)
        : ActionFilter(new ActionModel(actions, parent), parent), m_actions(actions)
    {
        setDynamicSortFilter(false); // a row stays under the hand that changes its key
    }

    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::DecorationRole) // few have one
            return {};
        const auto id = idAt(index);
        const bool isChanged = id && index.column() == ActionModel::Keys && m_actions.keymap().isChanged(*id);
        if (isChanged && role == Qt::DisplayRole)
            return ShortcutPage::tr("%1 · changed").arg(m_actions.keysText(*id));
        return ActionFilter::data(index, role);
    }

private:
    const Actions& m_actions;
};

} // namespace

ShortcutPage::ShortcutPage(Actions& actions, QWidget* window)
    : QDialog(window), m_actions(actions), m_found(new KeyRows(actions, this)), m_presets(new QComboBox),
      m_resetAll(new QPushButton(tr("Reset a&ll"))), m_field(new QLineEdit), m_table(new QTableView),
      m_editor(new KeyEditor(actions))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    build();
    setUpTable();
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        Keymap keymap = m_actions.keymap();
        keymap.setPreset(m_presets->itemData(index).toString());
        m_actions.setKeymap(keymap);
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        Keymap keymap = m_actions.keymap();
        keymap.resetAll();
        m_actions.setKeymap(keymap);
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found->setText(text);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_found->index(0, 0));
        showCurrent();
    });
    connect(m_editor, &KeyEditor::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(&actions, &Actions::keysChanged, this, &ShortcutPage::showKeymap);
    showKeymap();
    m_table->setCurrentIndex(m_found->index(0, 0));
    m_field->setFocus();
    resizeWithinParent(this, {700, 720});
}

void ShortcutPage::build()
{
    for (const KeyPreset& preset : keyPresets()) {
        const bool isOurs = m_presets->count() == 0;
        m_presets->addItem(isOurs ? QCoreApplication::translate("KeyPresets", preset.name)
                                  : QString::fromLatin1(preset.name),
                           QString::fromLatin1(preset.id));
    }
    auto* label = new QLabel(tr("Keys &as in"));
    label->setBuddy(m_presets);
    m_presets->setAccessibleName(tr("Keys as in"));
    m_resetAll->setAutoDefault(false);
    m_resetAll->setToolTip(tr("Forget every change of yours"));
    m_field->setPlaceholderText(tr("Find an action or a key"));
    m_field->setAccessibleName(tr("Find an action or a key"));
    m_field->setClearButtonEnabled(true);
    auto* hint = makeMutedLabel(tr("Enter or a double click takes a new key, Delete takes an action's keys away."));
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false); // Enter is the table's
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_presets);
    head->addStretch(1);
    head->addWidget(m_resetAll);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::gap);
    layout->addLayout(head);
    layout->addWidget(m_field);
    layout->addWidget(m_table, 1);
    layout->addWidget(hint);
    layout->addWidget(makeLine());
    layout->addWidget(m_editor);
    layout->addWidget(buttons);
}

void ShortcutPage::setUpTable()
{
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_table->setModel(m_found);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + measure::gap);
    QHeaderView* head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionResizeMode(ActionModel::Text, QHeaderView::Stretch);
    head->setSectionResizeMode(ActionModel::Keys, QHeaderView::ResizeToContents);
    head->setSectionResizeMode(ActionModel::Section, QHeaderView::ResizeToContents);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutPage::showCurrent);
    connect(m_table, &QTableView::doubleClicked, m_editor, &KeyEditor::beginCapture);
    const auto on = [this](Qt::Key key, auto function) {
        auto* shortcut = new QShortcut(key, m_table, m_editor, function, Qt::WidgetShortcut);
        shortcut->setAutoRepeat(false);
    };
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2})
        on(key, &KeyEditor::beginCapture);
    for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace})
        on(key, &KeyEditor::clearKeys);
}

void ShortcutPage::showCurrent()
{
    m_editor->setAction(m_found->idAt(m_table->currentIndex()));
}

void ShortcutPage::showKeymap()
{
    m_presets->setCurrentIndex(m_presets->findData(m_actions.keymap().preset()));
    m_resetAll->setEnabled(m_actions.keymap().isChanged());
}

} // namespace biomedica::ui
