#include "ui/problems/problempanel.h"

#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/problems/problemexport.h"
#include "ui/problems/problemmodel.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace biomedica::ui {

ProblemPanel::ProblemPanel(Session& session, JobController& jobs, ProblemList& list, const Actions& actions,
                           QWidget* parent)
    : QWidget(parent), m_session(session), m_jobs(jobs), m_list(list), m_find(actions[ActionId::FindShards]),
      m_model(new ProblemModel(this)), m_table(new QTableView), m_kind(new QComboBox), m_empty(makeMutedLabel({})),
      m_saving(session.pool(), this, Background::Policy::InOrder)
{
    build();
    connect(&list, &ProblemList::changed, this, &ProblemPanel::takeUp);
    connect(&jobs, &JobController::started, this, &ProblemPanel::updateButtons);
    connect(&jobs, &JobController::ended, this, &ProblemPanel::updateButtons);
    connect(&session, &Session::collectionOpened, this, &ProblemPanel::updateButtons);
    connect(m_kind, &QComboBox::activated, this, [this] {
        const QVariant kind = m_kind->currentData();
        m_model->setKind(kind.isValid() ? std::optional(static_cast<ProblemKind>(kind.toInt())) : std::nullopt);
        updateButtons();
    });
    connect(m_table, &QTableView::activated, this, &ProblemPanel::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProblemPanel::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemPanel::updateButtons);
    connect(m_again, &QToolButton::clicked, this, &ProblemPanel::checkAgain);
    connect(m_all, &QToolButton::clicked, &m_jobs, &JobController::checkPictures);
    connect(m_save, &QToolButton::clicked, this, &ProblemPanel::chooseFile);
    connect(m_close, &QToolButton::clicked, this, &ProblemPanel::closeRequested);
    takeUp();
}

void ProblemPanel::build()
{
    auto* top = new QHBoxLayout;
    top->setContentsMargins(measure::margin, measure::gap, measure::gap, measure::grid);
    top->setSpacing(measure::gap);
    top->addWidget(makeHeading(tr("Problems")));
    m_kind->setAccessibleName(tr("Kind of problem"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    top->addWidget(m_kind);
    top->addStretch(1);
    m_again = addButton(tr("Check again"), tr("Reads changed shards and decodes the listed pictures once more: the "
                                              "selected ones, or all (F5)"));
    m_all = addButton(tr("Check all pictures"), tr("Decodes every picture of the collection to its end"));
    m_save = addButton(tr("Save the list…"), tr("As CSV or JSON lines"));
    m_close = addButton({}, tr("Close the problems"));
    for (QToolButton* button : {m_again, m_all, m_save, m_close})
        top->addWidget(button);
    m_close->setProperty("isFlat", true);
    m_close->setAccessibleName(tr("Close the problems"));

    m_table->setModel(m_model);
    makeRowTable(m_table, tr("Problems"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("No problems. “Check all pictures” also finds those that cannot be decoded."));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    fitRows();
}

void ProblemPanel::takeFocus()
{
    QItemSelectionModel* selection = m_table->selectionModel();
    if (!selection->currentIndex().isValid())
        selection->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    QWidget* first = m_table->isHidden() ? static_cast<QWidget*>(m_all) : m_table;
    first->setFocus(Qt::OtherFocusReason);
}

QToolButton* ProblemPanel::addButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    return button;
}

/// Heights and first widths by the font, which follows the text scale.
void ProblemPanel::fitRows()
{
    const QFontMetrics metrics(textFont(measure::textSize));
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + measure::gap);
    const int character = metrics.averageCharWidth();
    m_table->setColumnWidth(ProblemModel::Kind, 18 * character);
    m_table->setColumnWidth(ProblemModel::Shard, 26 * character);
    m_table->setColumnWidth(ProblemModel::Key, 30 * character);
    m_table->setColumnWidth(ProblemModel::What, 60 * character);
    m_close->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
}

void ProblemPanel::takeUp()
{
    m_model->setProblems(m_list.problems());
    fillKinds();
    m_table->setVisible(m_model->total() > 0);
    m_empty->setVisible(m_model->total() == 0);
    updateButtons();
}

void ProblemPanel::fillKinds()
{
    const auto kind = m_model->kind();
    m_kind->clear();
    m_kind->addItem(tr("All kinds (%L1)").arg(m_model->total()));
    for (int i = 0; i < problemKinds; ++i) {
        const auto each = static_cast<ProblemKind>(i);
        if (m_model->countOf(each) == 0 && kind != each)
            continue;
        m_kind->addItem(tr("%1 (%L2)").arg(ProblemWording::kindName(each)).arg(m_model->countOf(each)), i);
        if (kind == each)
            m_kind->setCurrentIndex(m_kind->count() - 1);
    }
}

void ProblemPanel::updateButtons()
{
    const bool isFree = m_session.workspace() && !m_jobs.isRunning();
    const int selected = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_again->setText(selected == 0 ? tr("Check again") : tr("Check %n again", nullptr, selected));
    m_again->setEnabled(isFree && m_model->rowCount() > 0);
    m_all->setEnabled(isFree);
    m_save->setEnabled(m_model->rowCount() > 0);
}

ProblemRows ProblemPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return m_model->shown();
    ProblemRows problems;
    for (const QModelIndex& row : rows)
        problems.push_back(m_model->problemAt(row.row()));
    return problems;
}

void ProblemPanel::open(const QModelIndex& index)
{
    const Problem& problem = m_model->problemAt(index.row());
    switch (problem.kind) {
    case ProblemKind::ShardAway: m_find->trigger(); return;
    case ProblemKind::ShardDamaged:
    case ProblemKind::ShardRemark:
    case ProblemKind::LeftOut: Q_EMIT noted(tr("There is no figure to show of this one")); return;
    case ProblemKind::Incomplete:
    case ProblemKind::Picture: Q_EMIT figureRequested(problem.what.shard, *problem.what.what.key);
    }
}

void ProblemPanel::copy()
{
    QStringList lines;
    for (const Problem& problem : chosen()) {
        const auto& what = problem.what;
        lines += QStringList{fromUtf8(what.shard), fromUtf8(what.what.key.value_or(std::string())),
                             fromUtf8(what.what.problem)}
                     .join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    Q_EMIT noted(tr("Copied %n problem(s)", nullptr, static_cast<int>(lines.size())));
}

void ProblemPanel::checkAgain()
{
    std::vector<catalog::Problem> problems;
    for (const Problem& problem : chosen())
        problems.push_back(problem.what);
    m_jobs.checkAgain(problems);
}

void ProblemPanel::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save the list of problems"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV table (*.csv)"), tr("JSON lines (*.jsonl)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("problems.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("jsonl")) ? QStringLiteral("jsonl")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ProblemPanel::saveTo);
    dialog->open();
}

void ProblemPanel::saveTo(const QString& file)
{
    m_saving.start(
        [path = toPath(file), problems = m_model->shown()](std::stop_token) { return writeProblems(path, problems); },
        [this, file, count = m_model->rowCount()](const Result<void>& written) {
            if (written)
                Q_EMIT noted(tr("Saved %n problem(s) as %1", nullptr, count).arg(file));
            else
                Q_EMIT failed(fromUtf8(written.error().message()));
        });
}

void ProblemPanel::showMenu(const QPoint& position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ProblemKind kind = m_model->problemAt(index.row()).kind;
    if (kind == ProblemKind::Incomplete || kind == ProblemKind::Picture)
        connect(menu->addAction(tr("Show the figure")), &QAction::triggered, this, [this, index] { open(index); });
    if (kind == ProblemKind::ShardAway)
        menu->addAction(m_find);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &ProblemPanel::copy);
    if (m_again->isEnabled())
        connect(menu->addAction(tr("Check again")), &QAction::triggered, this, &ProblemPanel::checkAgain);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

bool ProblemPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isCopy = key->matches(QKeySequence::Copy);
    const bool isCheck = key->key() == Qt::Key_F5;
    const bool isClose = key->key() == Qt::Key_Escape;
    if (!isCopy && !isCheck && !isClose)
        return QWidget::eventFilter(watched, event);
    key->accept(); // here the key means this, whatever it means in the window
    if (event->type() == QEvent::KeyPress) {
        if (isCopy)
            copy();
        else if (isClose)
            Q_EMIT closeRequested();
        else if (m_again->isEnabled())
            checkAgain();
    }
    return true;
}

/// Also from the buttons and the list of kinds.
void ProblemPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void ProblemPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) && m_close)
        fitRows();
}

} // namespace biomedica::ui
