#include "ui/duplicates/duplicatesdialog.h"

#include "ui/common/findingspane.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/duplicates/membermodel.h"
#include "ui/duplicates/memberpainter.h"
#include "ui/session/wording.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

namespace biomedica::ui {

namespace {

constexpr int progressSteps = 1000;
constexpr int usualLikeness = 75, leastLikeness = 50, mostLikeness = 99;

} // namespace

DuplicatesDialog::DuplicatesDialog(Session& session, JobController& jobs, QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_model(new DuplicateModel(this)),
      m_members(new MemberModel(session, this)), m_near(new QCheckBox(tr("Also nearly the same, likeness from"))),
      m_likeness(new QSpinBox), m_list(new QListView), m_title(new QLabel), m_text(makeMutedLabel({})),
      m_search(new QPushButton(tr("Look for duplicates"))), m_show(new QPushButton(tr("Show in the gallery"))),
      m_select(new QPushButton(tr("Select them, to label all at once"))),
      m_pane(new FindingsPane(m_model, buildSide())), m_job(new OwnJob(jobs, this))
{
    setWindowTitle(tr("Duplicates"));
    build();
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_job->isOurs())
            m_jobs.cancel();
        else
            search();
    });
    connect(m_near, &QCheckBox::toggled, m_likeness, &QWidget::setEnabled);
    connect(m_show, &QPushButton::clicked, this, [this] { request(false); });
    connect(m_select, &QPushButton::clicked, this, [this] { request(true); });
    connect(tree()->selectionModel(), &QItemSelectionModel::currentChanged, this, &DuplicatesDialog::showGroup);
    connect(tree(), &QTreeView::activated, this, [this] { request(true); });
    connect(m_members, &MemberModel::arrived, this, &DuplicatesDialog::showMembers);
    connect(m_job, &OwnJob::progressed, this, &DuplicatesDialog::showProgress);
    connect(&jobs, &JobController::duplicatesFound, this, &DuplicatesDialog::take);
    connect(m_job, &OwnJob::failed, this, [this](const QString& problem) { message()->setText(problem); });
    connect(m_job, &OwnJob::cancelled, this, [this] { message()->setText(tr("Cancelled.")); });
    connect(&jobs, &JobController::started, this, &DuplicatesDialog::updateButtons);
    connect(m_job, &OwnJob::ended, this, &DuplicatesDialog::finish);
    connect(&session, &Session::collectionClosed, this, [this] {
        if (m_job->isOurs())
            m_jobs.cancel();
        hide();
        deleteLater();
    });
    showGroup();
    updateButtons();
    m_search->setFocus(Qt::OtherFocusReason);
}

QTreeView* DuplicatesDialog::tree() const
{
    return m_pane->tree();
}

QLabel* DuplicatesDialog::message() const
{
    return m_pane->message();
}

QString DuplicatesDialog::titleText() const
{
    return m_title->text();
}

QWidget* DuplicatesDialog::buildChoices()
{
    m_near->setChecked(true);
    m_likeness->setRange(leastLikeness, mostLikeness);
    m_likeness->setValue(usualLikeness);
    m_likeness->setSuffix(tr(" of 100", "likeness"));
    m_likeness->setAccessibleName(tr("Least likeness, of 100"));
    m_likeness->setToolTip(tr("How alike the vectors of two figures are before their pictures are compared. A lower "
                              "number finds more pictures made anew and takes longer: for each pair that is compared, "
                              "about 4 ms of one processor."));
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::gap);
    row->addWidget(m_near);
    row->addWidget(m_likeness);
    row->addStretch(1);
    row->addWidget(m_search);
    return choices;
}

QWidget* DuplicatesDialog::buildSide()
{
    setTextFont(m_title, measure::textSize, true);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_list->setModel(m_members);
    m_list->setItemDelegate(new MemberPainter(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Figures of the group"));
    auto* side = new WrappingBox;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(measure::margin, 0, 0, 0);
    layout->setSpacing(measure::margin);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    for (QPushButton* button : {m_show, m_select}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    return side;
}

void DuplicatesDialog::build()
{
    m_pane->tree()->setAccessibleName(tr("Groups of duplicates"));
    m_pane->progress()->setRange(0, progressSteps);
    m_pane->setWidths(420, 440);
    m_pane->setEmptyText(tr("Finds figures that stand here more than once, whatever article they come from."));
    connect(m_pane, &FindingsPane::closeRequested, this, &DuplicatesDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addWidget(buildChoices());
    layout->addWidget(m_pane, 1);
    resizeWithinParent(this, {940, 640});
}

void DuplicatesDialog::search()
{
    m_job->begin();
    m_pane->progress()->setValue(0);
    message()->setText(tr("Comparing all figures…"));
    m_jobs.findDuplicates(m_near->isChecked() ? std::optional(m_likeness->value() / 100.0) : std::nullopt);
    updateButtons();
}

void DuplicatesDialog::showProgress(const JobProgress& progress)
{
    if (progress.total > 0)
        m_pane->progress()->setValue(static_cast<int>(progress.done * progressSteps / progress.total));
}

QString DuplicatesDialog::foundText(const DuplicateFindings& findings)
{
    QStringList lines;
    if (!findings.groups.empty())
        lines +=
            tr("Those that stand in several articles come first. An export can leave out copies of the same picture.");
    const auto isNear = [](const auto& group) { return !group.isExact; };
    if (std::any_of(findings.groups.begin(), findings.groups.end(), isNear))
        lines +=
            tr("What is nearly the same may differ in a small place, a number or a side group: look before you act.");
    if (findings.withoutVectors > 0)
        lines +=
            tr("%1 without a vector were not compared by their likeness: make vectors in the menu “Similarity”, or "
               "import those of the model that is compared by, and look again.")
                .arg(Wording::figures(findings.withoutVectors));
    if (findings.unread > 0)
        lines +=
            tr("%1 were not compared because their pictures cannot be read.").arg(Wording::figures(findings.unread));
    return lines.join(QLatin1Char('\n'));
}

void DuplicatesDialog::showAgain(const DuplicateFindings& findings)
{
    m_near->setChecked(findings.nearLikeness.has_value());
    if (findings.nearLikeness)
        m_likeness->setValue(qRound(*findings.nearLikeness * 100));
    take(findings);
}

void DuplicatesDialog::take(const DuplicateFindings& findings)
{
    m_model->setFindings(findings);
    for (int tier = 0; tier < m_model->rowCount(); ++tier)
        tree()->setFirstColumnSpanned(tier, {}, true);
    tree()->expandAll();
    m_pane->setEmptyText(tr("No figure stands here twice."));
    message()->setText(foundText(findings));
    tree()->setCurrentIndex(m_model->firstGroup());
    showGroup();
    m_search->setAutoDefault(false); // Enter is the tree's from now on
    m_search->setDefault(false);
}

void DuplicatesDialog::showGroup()
{
    const QModelIndex index = tree()->currentIndex();
    const workspace::DuplicateGroup* group = m_model->groupOf(index);
    m_text->clear();
    for (QWidget* part :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_show), static_cast<QWidget*>(m_select)})
        part->setVisible(group != nullptr);
    m_members->setRows(group ? group->rows : Rows(), MemberPainter::pictureBox() * devicePixelRatioF());
    if (!group) {
        m_title->setText(tr("Choose a group to see its figures."));
        return;
    }
    m_title->setText(placesText(group->rows.size(), m_model->articlesOf(index)));
}

QString DuplicatesDialog::placesText(std::size_t figures, const GroupArticles& articles)
{
    const QString all = Wording::figures(figures);
    if (articles.known == 0)
        return tr("%1 of unknown articles").arg(all);
    const QString known = tr("%Ln article(s)", nullptr, static_cast<int>(articles.known));
    if (articles.without == 0)
        return tr("%1 in %2").arg(all, known);
    return tr("%1: %2 in %3, the rest of unknown articles", "figures, how many of them, articles")
        .arg(all, withThousands(figures - articles.without), known);
}

/// Both licences are what somebody needs to know who uses one of the figures.
void DuplicatesDialog::showMembers()
{
    const workspace::DuplicateGroup* group = m_model->groupOf(tree()->currentIndex());
    if (!group)
        return;
    QString text = tr("Licences: %1").arg(m_members->licences().join(tr(", ", "between licences")));
    if (group->rows.size() > MemberModel::most)
        text = tr("%1. Shown are the first %2 figures.").arg(text).arg(MemberModel::most);
    m_text->setText(text);
}

void DuplicatesDialog::request(bool areSelected)
{
    if (const workspace::DuplicateGroup* group = m_model->groupOf(tree()->currentIndex())) {
        Q_EMIT figuresRequested(group->rows, areSelected);
        QDialog::accept();
    }
}

void DuplicatesDialog::updateButtons()
{
    m_pane->progress()->setVisible(m_job->isOurs());
    m_search->setText(m_job->isOurs() ? tr("Stop looking") : tr("Look for duplicates"));
    m_search->setEnabled(m_job->isOurs() || !m_jobs.isRunning());
    m_search->setToolTip(m_search->isEnabled() ? QString()
                                               : tr("Another job is running; this can begin when it is done"));
}

void DuplicatesDialog::reject()
{
    if (m_job->isOurs())
        hide();
    else
        QDialog::reject();
}

void DuplicatesDialog::closeEvent(QCloseEvent* event)
{
    if (m_job->isOurs()) {
        hide();
        event->ignore();
    } else {
        QDialog::closeEvent(event);
    }
}

void DuplicatesDialog::finish()
{
    updateButtons();
    if (isHidden())
        deleteLater();
}

bool DuplicatesDialog::isLooking() const
{
    return m_job->isOurs();
}

bool DuplicatesDialog::isSettled() const
{
    return !isLooking() && !m_members->isBusy();
}

} // namespace biomedica::ui
