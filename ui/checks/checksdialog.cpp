#include "ui/checks/checksdialog.h"

#include "core/workspace/fix_plan.h"
#include "ui/checks/checkwording.h"
#include "ui/common/findingspane.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/thumbnails/figurestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>
#include <algorithm>

namespace biomedica::ui {

namespace {

/// Figures of these contradictions, each once.
Rows rowsOf(const Contradictions& contradictions, const ContradictionPlaces& places)
{
    Rows rows;
    for (const std::size_t place : places)
        rows.insert(rows.end(), contradictions[place].rows.begin(), contradictions[place].rows.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Result<workspace::LabelReceipt> mend(workspace::Workspace& workspace, const Contradictions& contradictions,
                                     const std::vector<FixOption::Part>& parts, const std::string& annotator,
                                     const std::string& nothing)
{
    std::vector<workspace::ChosenFix> chosen;
    for (const FixOption::Part& part : parts)
        chosen.push_back(
            {&contradictions[part.contradiction], &contradictions[part.contradiction].violation.fixes[part.fix]});
    TRY(const auto taxonomy, workspace.taxonomy());
    workspace::FixPlan plan = workspace::planFixes(chosen, *taxonomy, annotator);
    if (plan.requests.empty())
        return Error(ErrorKind::Cancelled, nothing);
    return workspace.decide(std::move(plan.requests));
}

} // namespace

ChecksDialog::ChecksDialog(Session& session, DecisionController& decisions, const Actions& actions, QWidget* parent)
    : QDialog(parent), m_session(session), m_decisions(decisions), m_model(new ContradictionModel(this)),
      m_title(new QLabel), m_text(makeMutedLabel({})), m_strip(new FigureStrip(session)), m_side(new QScrollArea),
      m_fixes(new QVBoxLayout), m_show(new QPushButton(tr("Show these figures"))),
      m_pane(new FindingsPane(m_model, buildSide())), m_checking(session.pool(), this)
{
    setWindowTitle(tr("Check labels"));
    build();
    addActions({actions[ActionId::Undo], actions[ActionId::Redo]});
    connect(tree()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecksDialog::showChosen);
    connect(m_show, &QPushButton::clicked, this, [this] {
        Q_EMIT figuresRequested(rowsOf(m_model->contradictions(), m_model->placesOf(tree()->currentIndex())));
        accept();
    });
    const auto checkAgain = [this] {
        m_isWaiting = false;
        check();
    };
    connect(&decisions, &DecisionController::decided, this, checkAgain);
    connect(&decisions, &DecisionController::newsArrived, this, &ChecksDialog::check);
    const auto tell = [this](const QString& words) {
        m_isWaiting = false;
        setWorking({});
        message()->setText(words);
    };
    connect(&decisions, &DecisionController::failed, this, tell);
    connect(&decisions, &DecisionController::nothingDone, this, tell);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    check();
}

QTreeView* ChecksDialog::tree() const
{
    return m_pane->tree();
}

QLabel* ChecksDialog::message() const
{
    return m_pane->message();
}

QWidget* ChecksDialog::buildSide()
{
    setTextFont(m_title, measure::textSize, true);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_strip->setAccessibleName(tr("Some of the figures"));
    m_fixes->setContentsMargins(0, 0, 0, 0);
    m_fixes->setSpacing(measure::gap);
    m_show->setAutoDefault(false);
    auto* side = new WrappingBox;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(measure::margin, 0, 0, 0);
    layout->setSpacing(measure::margin);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_strip);
    layout->addLayout(m_fixes);
    layout->addWidget(m_show);
    layout->addStretch(1);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setWidget(side);
    m_side->viewport()->setAutoFillBackground(false);
    side->setAutoFillBackground(false);
    return m_side;
}

void ChecksDialog::build()
{
    tree()->setAccessibleName(tr("Contradictions"));
    m_pane->progress()->setRange(0, 0);
    m_pane->setWidths(430, 420);
    connect(m_pane, &FindingsPane::closeRequested, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->addWidget(m_pane);
    resizeWithinParent(this, {900, 600});
}

void ChecksDialog::setWorking(const QString& text)
{
    m_pane->progress()->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        message()->setText(text);
    for (QPushButton* button : std::as_const(m_fixButtons))
        button->setEnabled(text.isEmpty());
}

void ChecksDialog::check()
{
    if (!m_session.workspace())
        return;
    m_isChecking = true;
    setWorking(tr("Checking all labels…"));
    m_checking.start(
        [workspace = m_session.workspace()](std::stop_token stop) {
            return workspace->contradictions(Job{stop, {}});
        },
        [this](Result<Contradictions> found) { show(std::move(found)); });
}

void ChecksDialog::show(Result<Contradictions> found)
{
    m_isChecking = false;
    setWorking({});
    if (!found) {
        message()->setText(fromUtf8(found.error().message()));
        return;
    }
    const auto rule = m_rule;
    m_model->setContradictions(std::make_shared<const Contradictions>(std::move(*found)));
    for (int row = 0; row < m_model->rowCount(); ++row)
        tree()->setExpanded(m_model->index(row, 0), m_model->rowCount(m_model->index(row, 0)) > 1);
    ContradictionPlaces all(m_model->contradictions().size());
    for (std::size_t place = 0; place < all.size(); ++place)
        all[place] = place;
    const std::size_t figures = m_model->figures(all);
    message()->setText(figures == 0
                           ? tr("No label contradicts another. Looked at is what holds of a figure: the majority's "
                                "answers, else the shard's.")
                           : tr("Labels that contradict each other on %1.").arg(Wording::figures(figures)));
    m_pane->setEmptyText(tr("Nothing to mend"));
    const QModelIndex again = rule ? m_model->indexOf(*rule) : QModelIndex();
    tree()->setCurrentIndex(again.isValid() ? again : m_model->index(0, 0));
    showChosen();
}

void ChecksDialog::showChosen()
{
    qDeleteAll(m_fixButtons);
    m_fixButtons.clear();
    const ContradictionPlaces places = m_model->placesOf(tree()->currentIndex());
    m_show->setEnabled(!places.empty());
    m_show->setVisible(!places.empty());
    m_strip->setVisible(!places.empty());
    if (places.empty()) {
        m_title->clear();
        m_text->clear();
        m_strip->setRows({});
        return;
    }
    const annotation::Violation& violation = m_model->contradictions()[places.front()].violation;
    m_rule = violation.rule;
    m_title->setText(ContradictionModel::isHeading(tree()->currentIndex()) ? CheckWording::ruleTitle(violation.rule)
                                                                           : CheckWording::values(violation));
    m_strip->setRows(rowsOf(m_model->contradictions(), places));
    const std::vector<FixOption> options = fixOptions(*m_model, places, m_session.taxonomy());
    const QString text = CheckWording::ruleText(violation.rule);
    m_text->setText(options.empty() ? tr("%1 There is no likely way out: label these figures by hand.").arg(text)
                                    : tr("%1 One undo takes a change back.").arg(text));
    for (const FixOption& option : options) {
        const QString words =
            tr("%1 (%2)", "what, on how many figures").arg(option.text, Wording::figures(option.figures));
        auto* button = new QPushButton(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, option] { carryOut(option); });
        m_fixes->addWidget(button);
        m_fixButtons += button;
    }
    if (m_isWaiting || m_isChecking)
        setWorking(message()->text());
    fitSide();
}

/// As wide as its buttons, so that it scrolls in one direction only.
void ChecksDialog::fitSide()
{
    const int bar = m_side->verticalScrollBar()->sizeHint().width();
    m_side->setMinimumWidth(m_side->widget()->minimumSizeHint().width() + bar);
}

void ChecksDialog::carryOut(const FixOption& option)
{
    m_isWaiting = true;
    setWorking(tr("Writing…"));
    const std::string nothing =
        toUtf8(tr("Nothing was changed: these figures also carry a class that does not exist."));
    m_decisions.carryOut(Outcome::Kind::Decided, [contradictions = m_model->shared(), parts = option.parts, nothing](
                                                     workspace::Workspace& workspace, const std::string& annotator) {
        return mend(workspace, *contradictions, parts, annotator, nothing);
    });
}

bool ChecksDialog::isSettled() const
{
    return !m_isChecking && !m_isWaiting && m_strip->isSettled();
}

} // namespace biomedica::ui
