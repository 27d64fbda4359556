#include "ui/taxonomy/taxonomydialog.h"

#include "core/base/file.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTreeView>

namespace biomedica::ui {

namespace {

using Kind = ClassForm::Kind;

Result<ClassCounts> countClasses(workspace::Workspace& workspace, const Job& job)
{
    constexpr std::pair<Question, query::Field> fields[] = {{Question::PanelType, query::Field::PanelType},
                                                            {Question::PanelSubtype, query::Field::PanelSubtype},
                                                            {Question::Primary, query::Field::Primary},
                                                            {Question::Secondary, query::Field::Secondary}};
    ClassCounts counts;
    for (const auto& [question, field] : fields) {
        TRY(const auto facets, workspace.facets({}, {field}, false, job));
        for (const query::FacetValue& value : facets.front().values)
            counts[{question, value.value}] = value.count;
    }
    return counts;
}

} // namespace

TaxonomyDialog::TaxonomyDialog(Session& session, DecisionController& decisions, const Actions& actions, QWidget* parent)
    : QDialog(parent), m_session(session), m_decisions(decisions), m_model(new ClassTreeModel(this)),
      m_tree(new QTreeView), m_search(new QLineEdit), m_message(makeMutedLabel({})), m_counting(session.pool(), this),
      m_files(session.pool(), this, Background::Policy::InOrder)
{
    setWindowTitle(tr("Classes"));
    build();
    addActions({actions[ActionId::Undo], actions[ActionId::Redo]});
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setSearch(words);
        m_tree->expandAll();
        selectFirstFound();
        updateButtons();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TaxonomyDialog::updateButtons);
    connect(&session, &Session::taxonomyChanged, this, &TaxonomyDialog::takeTaxonomy);
    connect(&decisions, &DecisionController::decided, this, &TaxonomyDialog::count);
    connect(&decisions, &DecisionController::newsArrived, this, &TaxonomyDialog::count);
    connect(&decisions, &DecisionController::nothingDone, this, [this](const QString& text) { say(text, false); });
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    takeTaxonomy();
    count();
    m_tree->setCurrentIndex(m_model->index(0, 0));
    m_tree->setFocus(Qt::OtherFocusReason);
}

/// The buttons are about it at once; headings are none.
void TaxonomyDialog::selectFirstFound()
{
    QModelIndex index = m_model->index(0, 0);
    while (index.isValid() && !(m_model->classAt(index) && m_model->isMatch(index)))
        index = m_tree->indexBelow(index);
    if (index.isValid() && !m_search->text().isEmpty())
        m_tree->setCurrentIndex(index);
}

QPushButton* TaxonomyDialog::addButton(QLayout* layout, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    layout->addWidget(button);
    return button;
}

void TaxonomyDialog::build()
{
    m_search->setPlaceholderText(tr("Find a class"));
    m_search->setAccessibleName(tr("Find a class"));
    m_search->setClearButtonEnabled(true);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Classes"));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_message->setWordWrap(true);

    auto* side = new QVBoxLayout;
    side->setSpacing(measure::gap);
    const std::tuple<Kind, QString, QString> changes[] = {
        {Kind::Add, tr("Add…"), tr("A new class, below the chosen primary class or beside it")},
        {Kind::Rename, tr("Rename…"), tr("Another name, on all figures")},
        {Kind::Merge, tr("Merge into…"), tr("One with another class")},
        {Kind::Split, tr("Split…"), tr("Several classes in place of one")},
        {Kind::Move, tr("Move below…"), tr("Another primary class above it")},
        {Kind::Deprecate, tr("Give up…"), tr("No longer offered; figures keep it")},
        {Kind::Restore, tr("Bring back…"), tr("Offered again")}};
    for (const auto& [kind, text, tip] : changes) {
        m_buttons[kind] = addButton(side, text, tip);
        connect(m_buttons[kind], &QPushButton::clicked, this, [this, chosen = kind] { openForm(chosen); });
    }
    side->addStretch(1);
    m_buttons[Kind::Import] = addButton(side, tr("Import…"), tr("All classes from a file"));
    connect(m_buttons[Kind::Import], &QPushButton::clicked, this, [this] { chooseFile(true); });
    auto* save = addButton(side, tr("Export…"), tr("All classes into a file"));
    connect(save, &QPushButton::clicked, this, [this] { chooseFile(false); });
    auto* close = addButton(side, tr("Close"), {});
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* left = new QVBoxLayout;
    left->setSpacing(measure::gap);
    left->addWidget(m_search);
    left->addWidget(m_tree, 1);
    left->addWidget(m_message);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(left, 1);
    layout->addLayout(side);
    setTabOrder(m_search, m_tree);
    fitColumns();
    resizeWithinParent(this, {760, 640});
}

/// Widths by the font, which follows the text scale.
void TaxonomyDialog::fitColumns()
{
    const int character = QFontMetrics(textFont(measure::textSize)).averageCharWidth();
    m_tree->setColumnWidth(ClassTreeModel::Name, 46 * character);
    m_tree->setColumnWidth(ClassTreeModel::Figures, 12 * character);
}

void TaxonomyDialog::takeTaxonomy()
{
    const auto chosen = m_model->classAt(m_tree->currentIndex());
    m_model->setTaxonomy(m_session.taxonomy());
    m_tree->expandAll();
    if (chosen)
        choose(*chosen);
    say(tr("Version %1 of the classes. Every change is one undo.").arg(m_session.taxonomy().version()), false);
    updateButtons();
}

void TaxonomyDialog::choose(const ClassName& name)
{
    const QModelIndex index = m_model->indexOf(name);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void TaxonomyDialog::count()
{
    if (!m_session.workspace())
        return;
    m_counting.start(
        [workspace = m_session.workspace()](std::stop_token stop) {
            return countClasses(*workspace, Job{stop, {}});
        },
        [this](Result<ClassCounts> counts) {
            if (counts)
                m_model->setCounts(std::make_shared<const ClassCounts>(std::move(*counts)));
            else
                say(fromUtf8(counts.error().message()), true);
        });
}

void TaxonomyDialog::updateButtons()
{
    const QModelIndex at = m_tree->currentIndex();
    const auto chosen = m_model->classAt(at);
    const bool isGivenUp = m_model->isGivenUp(at);
    const bool isInUse = chosen && !isGivenUp;
    for (const Kind kind : {Kind::Rename, Kind::Merge, Kind::Split, Kind::Deprecate})
        m_buttons[kind]->setEnabled(isInUse);
    m_buttons[Kind::Move]->setEnabled(isInUse && chosen->question == Question::Secondary);
    m_buttons[Kind::Restore]->setEnabled(isGivenUp);
}

void TaxonomyDialog::openForm(Kind kind)
{
    const QModelIndex at = m_tree->currentIndex();
    ClassName subject = m_model->classAt(at).value_or(ClassName{m_model->questionAt(at), {}});
    if (kind == Kind::Add && subject.question == Question::Secondary)
        subject = {Question::Primary, m_session.taxonomy().parentOf(subject.name)};
    show(new ClassForm(m_session, m_decisions, kind, subject, this));
}

void TaxonomyDialog::show(ClassForm* form)
{
    m_form = form;
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &ClassForm::carriedOut, this, [this](const ClassName& result) {
        m_search->clear();
        choose(result);
    });
    form->open();
}

void TaxonomyDialog::chooseFile(bool isImport)
{
    auto* dialog = new QFileDialog(this, isImport ? tr("Import classes") : tr("Export classes"), QString(),
                                   tr("Classes (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (isImport) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        dialog->selectFile(QStringLiteral("classes.json"));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            isImport ? &TaxonomyDialog::importFrom : &TaxonomyDialog::exportTo);
    dialog->open();
}

void TaxonomyDialog::importFrom(const QString& file)
{
    m_files.start([path = toPath(file)](std::stop_token) { return readFile(path); },
                  [this, file](const Result<std::string>& text) {
                      if (text)
                          show(new ClassForm(m_session, m_decisions, QFileInfo(file).fileName(), *text, this));
                      else
                          say(fromUtf8(text.error().message()), true);
                  });
}

void TaxonomyDialog::exportTo(const QString& file)
{
    m_files.start([path = toPath(file),
                   text = m_session.taxonomy().text()](std::stop_token) { return writeFileDurably(path, text); },
                  [this, file](const Result<void>& written) {
                      if (written)
                          say(tr("Written to “%1”").arg(QFileInfo(file).fileName()), false);
                      else
                          say(fromUtf8(written.error().message()), true);
                  });
}

void TaxonomyDialog::say(const QString& text, bool isBad)
{
    m_message->setProperty("isBad", isBad);
    m_message->setProperty("isMuted", !isBad);
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
    m_message->setText(text);
}

bool TaxonomyDialog::isSettled() const
{
    return !m_counting.isBusy() && !m_files.isBusy() && (!m_form || m_form->isSettled());
}

} // namespace biomedica::ui
