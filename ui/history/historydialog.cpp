#include "ui/history/historydialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/history/historyfilters.h"
#include "ui/history/historymodel.h"
#include "ui/history/undopanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace biomedica::ui {

HistoryDialog::HistoryDialog(Session& session, DecisionController& decisions, const Actions& actions,
                             std::optional<RowId> figure, bool isOnlyFigure, QWidget* parent)
    : QDialog(parent), m_session(session), m_decisions(decisions), m_model(new HistoryModel(this)),
      m_table(new QTableView), m_filters(new HistoryFilters(session.taxonomy(), figure)), m_count(makeMutedLabel({})),
      m_empty(makeMutedLabel({})), m_panel(new UndoPanel(session)), m_reading(session.pool(), this)
{
    setWindowTitle(tr("History"));
    build();
    m_filters->setOnlyFigure(isOnlyFigure);
    addActions({actions[ActionId::Undo], actions[ActionId::Redo]});
    connect(m_filters, &HistoryFilters::changed, this, &HistoryDialog::read);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryDialog::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryDialog::showChosen);
    connect(m_panel, &UndoPanel::undoRequested, this, &HistoryDialog::undo);
    connect(m_panel, &UndoPanel::redoRequested, this, &HistoryDialog::redo);
    connect(m_panel, &UndoPanel::figuresRequested, this, [this](const Rows& rows) {
        Q_EMIT figuresRequested(rows);
        accept();
    });
    connect(&decisions, &DecisionController::decided, this, &HistoryDialog::read);
    connect(&decisions, &DecisionController::newsArrived, this, &HistoryDialog::read);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    read();
    m_table->setFocus(Qt::OtherFocusReason);
}

void HistoryDialog::build()
{
    m_table->setModel(m_model);
    makeRowTable(m_table, tr("Decisions, newest first"));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::What, QHeaderView::Stretch);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(close);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::gap);
    layout->addWidget(m_filters);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_panel);
    layout->addLayout(bottom);
    fitRows();
    resizeWithinParent(this, {1040, 680});
}

/// Heights and widths by the font, which follows the text scale.
void HistoryDialog::fitRows()
{
    const QFontMetrics metrics(textFont(measure::textSize));
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + measure::gap);
    const int character = metrics.averageCharWidth();
    const std::pair<int, int> widths[] = {{HistoryModel::When, 20},    {HistoryModel::Who, 15},
                                          {HistoryModel::Figures, 12}, {HistoryModel::How, 24},
                                          {HistoryModel::Classes, 10}, {HistoryModel::State, 15}};
    for (const auto& [column, characters] : widths)
        m_table->setColumnWidth(column, characters * character);
}

void HistoryDialog::read()
{
    if (!m_session.workspace())
        return;
    m_reading.start(
        [workspace = m_session.workspace(), filter = m_filters->filter()](std::stop_token) -> Result<HistoryLines> {
            TRY(auto entries, workspace->history(filter));
            return linesFrom(std::move(entries));
        },
        [this](Result<HistoryLines> lines) { show(std::move(lines)); });
}

void HistoryDialog::show(Result<HistoryLines> lines)
{
    if (!lines) {
        m_count->setText(fromUtf8(lines.error().message()));
        return;
    }
    m_filters->setAnnotators(annotatorsOf(*lines));
    m_model->setLines(std::make_shared<const HistoryLines>(std::move(*lines)));
    const int count = m_model->rowCount();
    if (count > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0); // so that one sees at once what the buttons are about
    m_table->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_empty->setText(m_filters->isEverything() ? tr("Nothing was decided yet. Every label will be listed here.")
                                               : tr("No decision fits these filters."));
    m_count->setText(tr("%Ln decision(s)", nullptr, count));
}

void HistoryDialog::showChosen()
{
    std::vector<HistoryLine> chosen;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        chosen.push_back(m_model->lineAt(index.row()));
    m_panel->setLines(std::move(chosen));
}

void HistoryDialog::undo(const std::vector<std::string>& decisions)
{
    m_decisions.carryOut(Outcome::Kind::Undone,
                         [decisions](workspace::Workspace& workspace, const std::string& annotator) {
                             return workspace.undoAll(decisions, annotator);
                         });
}

void HistoryDialog::redo(const std::vector<std::string>& decisions)
{
    for (const std::string& decision : decisions)
        m_decisions.carryOut(Outcome::Kind::Redone, [decision](workspace::Workspace& workspace, const std::string&) {
            return workspace.redo(std::nullopt, decision);
        });
}

bool HistoryDialog::isSettled() const
{
    return !m_reading.isBusy() && m_panel->isSettled();
}

void HistoryDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

} // namespace biomedica::ui
