#include "ui/statistics/statisticspage.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/statistics/agreementexport.h"
#include "ui/statistics/agreementtables.h"
#include "ui/statistics/questioncharts.h"
#include "ui/statistics/tableview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int highestMap = 480; // before the text scale; more is scrolled

} // namespace

StatisticsPage::StatisticsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_question(new QComboBox), m_pair(new QComboBox),
      m_cancel(new QPushButton(tr("Cancel"))), m_export(new QPushButton(tr("Save tables and pictures…"))),
      m_message(makeMutedLabel({})), m_cell(new QLabel), m_leftOut(makeMutedLabel({})),
      m_overall(new TableView(tr("Agreement on each question"))), m_classes(new TableView(tr("Agreement by class"))),
      m_pairs(new TableView(tr("Two by two"))), m_drift(new TableView(tr("Day by day"))),
      m_repeats(new TableView(tr("Asked again"))), m_classChart(new BarChart(tr("Agreement by class"))),
      m_repeatChart(new BarChart(tr("Asked again"))), m_driftChart(new LineChart(tr("Day by day"))),
      m_confusion(new HeatMap(tr("Who says what where"))), m_reporting(session.pool(), this),
      m_writing(session.pool(), this, Background::Policy::InOrder)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::gap);
    layout->setSpacing(measure::gap);
    layout->addWidget(makeHead());
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(4 * measure::margin);
    auto* pages = new QWidget;
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_message);
    m_pages->addWidget(makeBody());
    layout->addWidget(pages, 1);
    setFocusProxy(m_question);
    connect(m_question, &QComboBox::currentIndexChanged, this, &StatisticsPage::showQuestion);
    connect(m_pair, &QComboBox::currentIndexChanged, this, &StatisticsPage::showPair);
    connect(m_confusion, &HeatMap::currentChanged, this,
            [this] { m_cell->setText(m_confusion->cellText(m_confusion->current())); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        end();
        showMessage(tr("Cancelled."));
        Q_EMIT settled();
    });
    connect(m_export, &QPushButton::clicked, this, &StatisticsPage::chooseFolder);
    connect(&session, &Session::collectionClosed, this, [this] {
        end();
        m_report.reset();
    });
    showMessage({});
}

QWidget* StatisticsPage::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::margin);
    auto* title = new QLabel(tr("Agreement"));
    setTextFont(title, measure::textSize, true);
    m_question->setAccessibleName(tr("Question"));
    m_question->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Question question : allQuestions)
        m_question->addItem(Wording::questionName(question));
    for (QPushButton* button : {m_cancel, m_export})
        button->setAutoDefault(false);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(m_question),
                            static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_cancel)})
        layout->addWidget(widget);
    layout->addStretch(1);
    return head;
}

QWidget* StatisticsPage::addSection(QVBoxLayout* layout, const QString& title, TableView* table, QWidget* picture)
{
    auto* section = new QWidget;
    auto* inside = new QVBoxLayout(section);
    inside->setContentsMargins(0, measure::gap, 0, 0);
    inside->setSpacing(measure::gap);
    inside->addWidget(makeHeading(title));
    inside->addWidget(table);
    if (picture)
        inside->addWidget(picture);
    layout->addWidget(section);
    return section;
}

QWidget* StatisticsPage::makeConfusion()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::gap);
    m_pair->setAccessibleName(tr("Which two annotators"));
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(m_pair, 0, Qt::AlignLeft);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the map in it has it
    m_scroll->setWidget(m_confusion);
    layout->addWidget(m_scroll);
    m_cell->setWordWrap(true);
    layout->addWidget(m_cell);
    layout->addWidget(m_leftOut);
    return box;
}

QWidget* StatisticsPage::makeBody()
{
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, measure::gap, 0);
    layout->setSpacing(measure::gap);
    addSection(layout, tr("All questions"), m_overall, nullptr);
    m_sections = {addSection(layout, tr("By class"), m_classes, m_classChart),
                  addSection(layout, tr("Two by two"), m_pairs, makeConfusion()),
                  addSection(layout, tr("Day by day"), m_drift, m_driftChart),
                  addSection(layout, tr("Asked again"), m_repeats, m_repeatChart)};
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Agreement"));
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void StatisticsPage::begin()
{
    if (!m_session.workspace())
        return;
    if (!m_report)
        showMessage(tr("Counting votes and drawing samples for the intervals…"));
    m_reporting.start(
        [workspace = m_session.workspace()](std::stop_token stop) {
            workspace::ConsensusRequest request;
            request.bootstrap.resamples = resamples;
            return workspace->consensusReport(request, Job{std::move(stop), {}});
        },
        [this](Result<workspace::ConsensusReport> report) { take(std::move(report)); });
    updateButtons();
}

void StatisticsPage::end()
{
    m_reporting.cancel();
    updateButtons();
}

void StatisticsPage::take(Result<workspace::ConsensusReport> report)
{
    if (report)
        m_report = std::make_shared<const workspace::ConsensusReport>(std::move(*report));
    else
        Q_EMIT failed(fromUtf8(report.error().message()));
    showReport();
    updateButtons();
    Q_EMIT settled();
}

void StatisticsPage::showReport()
{
    const bool hasVotes = m_report
                          && std::any_of(m_report->questions.begin(), m_report->questions.end(),
                                         [](const workspace::QuestionReport& one) { return one.figures > 0; });
    if (!hasVotes) {
        showMessage(tr("Nobody has voted yet. Agreement is counted where two or more people have labelled the same "
                       "figures: share figures out with an overlap, or merge votes, in the menu under Experts."));
        return;
    }
    const bool isAnythingCompared =
        std::any_of(m_report->questions.begin(), m_report->questions.end(),
                    [](const workspace::QuestionReport& one) { return !one.pairs.empty() || !one.repeats.empty(); });
    if (!isAnythingCompared) {
        showMessage(tr("Only one person has voted so far. Agreement is counted where two or more people have labelled "
                       "the same figures: share figures out with an overlap, or merge votes, in the menu under "
                       "Experts."));
        return;
    }
    m_pages->setCurrentIndex(1);
    m_overall->setTable(AgreementTables(AgreementTables::For::Reading).overall(*m_report));
    if (!shownQuestion() || shownQuestion()->figures == 0)
        for (const workspace::QuestionReport& one : m_report->questions)
            if (one.figures > 0) {
                m_question->setCurrentIndex(static_cast<int>(one.question));
                break;
            }
    showQuestion();
}

const workspace::QuestionReport* StatisticsPage::shownQuestion() const
{
    if (!m_report)
        return nullptr;
    for (const workspace::QuestionReport& one : m_report->questions)
        if (static_cast<int>(one.question) == m_question->currentIndex())
            return &one;
    return nullptr;
}

void StatisticsPage::setQuestion(Question question)
{
    m_question->setCurrentIndex(static_cast<int>(question));
}

void StatisticsPage::showQuestion()
{
    const workspace::QuestionReport* report = shownQuestion();
    if (!report)
        return;
    const AgreementTables tables(AgreementTables::For::Reading);
    m_classes->setTable(tables.byClass(*report));
    QuestionCharts::showClasses(*m_classChart, *report);
    m_pairs->setTable(tables.pairs(*report));
    m_drift->setTable(tables.drift(*report));
    QuestionCharts::showDrift(*m_driftChart, *report);
    m_repeats->setTable(tables.repeats(*report));
    QuestionCharts::showRepeats(*m_repeatChart, *report);
    {
        const QSignalBlocker blocked(m_pair);
        m_pair->clear();
        for (const workspace::AnnotatorPair& pair : report->pairs)
            m_pair->addItem(
                tr("%1 and %2", "two annotators")
                    .arg(fromUtf8(report->annotators[pair.first]), fromUtf8(report->annotators[pair.second])));
    }
    showPair();
    const bool areShown[] = {!report->byClass.empty(), !report->pairs.empty(), !report->drift.empty(),
                             !report->repeats.empty()};
    for (int i = 0; i < m_sections.size(); ++i)
        m_sections[i]->setVisible(areShown[i]);
}

void StatisticsPage::showPair()
{
    const workspace::QuestionReport* report = shownQuestion();
    const int place = m_pair->currentIndex();
    if (!report || place < 0 || static_cast<std::size_t>(place) >= report->pairs.size())
        return;
    const int leftOut =
        QuestionCharts::showConfusion(*m_confusion, *report, report->pairs[static_cast<std::size_t>(place)]);
    m_scroll->setFixedHeight(std::min(scaled(highestMap), m_confusion->sizeHint().height())
                             + m_scroll->horizontalScrollBar()->sizeHint().height());
    m_cell->setText(m_confusion->cellText(m_confusion->current()));
    m_leftOut->setVisible(leftOut > 0);
    m_leftOut->setText(tr("%Ln rarer answer(s) are not in the picture; the saved table has them.", nullptr, leftOut));
}

void StatisticsPage::showMessage(const QString& text)
{
    m_message->setText(text);
    m_pages->setCurrentIndex(0);
}

QString StatisticsPage::emptyText() const
{
    return m_pages->currentIndex() == 0 ? m_message->text() : QString();
}

void StatisticsPage::updateButtons()
{
    m_cancel->setVisible(m_reporting.isBusy());
    m_export->setEnabled(m_report && !m_reporting.isBusy());
}

void StatisticsPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for tables and pictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &StatisticsPage::exportTo);
    dialog->open();
}

void StatisticsPage::exportTo(const QString& folder)
{
    const workspace::QuestionReport* report = shownQuestion();
    if (!report)
        return;
    QList<NamedFile> files = csvFilesOf(*m_report);
    const std::pair<const Chart*, const char*> charts[] = {
        {m_classChart, "classes"}, {m_confusion, "confusion"}, {m_driftChart, "drift"}, {m_repeatChart, "repeats"}};
    for (const auto& [chart, what] : charts)
        if (!chart->isEmpty())
            files += pictureFilesOf(*chart, std::string(nameOf(report->question)) + "-" + what);
    m_writing.start([path = toPath(folder), files](std::stop_token) { return writeFiles(path, files); },
                    [this, folder, count = static_cast<int>(files.size())](const Result<void>& written) {
                        if (written)
                            Q_EMIT noted(tr("Saved %Ln file(s) in %1", nullptr, count).arg(folder));
                        else
                            Q_EMIT failed(fromUtf8(written.error().message()));
                        Q_EMIT settled();
                    });
}

} // namespace biomedica::ui
