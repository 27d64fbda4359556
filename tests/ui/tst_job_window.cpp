// Long work: progress, cancel, and an export through its dialog.

#include "tests/ui/window_fixture.h"
#include "ui/exporting/exportdialog.h"
#include "ui/jobs/jobwidget.h"
#include "ui/shell/banner.h"
#include "ui/shell/statusline.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace biomedica;
using namespace biomedica::ui;

class TestJobs : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(20); }
    void cleanup() { m_fixture.reset(); }
    void buttonCancelsTheJob();
    void pausedJobHoldsAndGoesOn();
    void pausedJobCanBeCancelled();
    void indexingThatWasCancelledIsOffered();
    void indexingThatWasCutOffGoesOnByItself();
    void windowAsksBeforeAJobIsLost();
    void exportThroughTheDialogIsVerified();
    void exportErrorIsShownInTheDialog();
    void exportSaysWhyItsNumberIsAnotherOne();

private:
    /// A job that counts its steps for as long as it is let.
    void startCounting(std::atomic_int& steps)
    {
        m_fixture->setDemo([&steps](const std::filesystem::path&, const Job& job) -> Result<void> {
            for (;;) {
                TRY_VOID(job.check());
                job.tell(static_cast<std::uint64_t>(++steps), 1'000'000'000, "counting");
            }
        });
        window().opener()->openDemo();
    }
    /// As many figures as the machine does not read before a key is pressed.
    void addShards()
    {
        for (int i = 1; i <= 3; ++i)
            test::writeSimpleShard(m_fixture->folder() / "shards" / ("00000" + std::to_string(i) + ".tar"), 300,
                                   1000 * i);
    }
    /// Adds them, and stops before the first is read.
    void beginAdding()
    {
        connect(&window().jobs(), &JobController::started, this, [this] { window().jobs().setPaused(true); });
        window().opener()->addShards({shardFolder()});
        QTRY_VERIFY(window().jobs().isPaused());
    }
    QString shardFolder() const { return QString::fromStdString((m_fixture->folder() / "shards").string()); }
    MainWindow& window() { return m_fixture->window(); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestJobs::buttonCancelsTheJob()
{
    m_fixture->setDemo([](const std::filesystem::path&, const Job& job) -> Result<void> {
        job.tell(10, 100, "drawing");
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait(lock, job.stop, [] { return false; });
        return job.check();
    });
    QSignalSpy cancelled(&window().jobs(), &JobController::cancelled);
    QSignalSpy progressed(&window().jobs(), &JobController::progressed);
    window().opener()->openDemo();
    JobWidget* widget = window().statusLine()->job();
    QVERIFY(window().jobs().isRunning());
    QVERIFY(widget->isVisible());
    QTRY_COMPARE(progressed.size(), 1);
    QTest::mouseClick(widget->cancelButton(), Qt::LeftButton);
    QTRY_COMPARE(cancelled.size(), 1);
    QTRY_VERIFY(!widget->isVisible());
    QVERIFY(!window().session().workspace());
}

void TestJobs::pausedJobHoldsAndGoesOn()
{
    std::atomic_int steps = 0;
    startCounting(steps);
    JobWidget* widget = window().statusLine()->job();
    QTRY_VERIFY(steps > 0);
    QVERIFY(window().actions()[ActionId::PauseJob]->isEnabled());
    QTest::mouseClick(widget->pauseButton(), Qt::LeftButton);
    QVERIFY(window().jobs().isPaused());
    QVERIFY(widget->text().startsWith(QStringLiteral("Paused")));
    // Two equal readings in a row: the step that was under way has ended.
    int held = -1;
    QTRY_VERIFY(std::exchange(held, steps.load()) == steps);
    window().actions()[ActionId::PauseJob]->trigger();
    QVERIFY(!window().jobs().isPaused());
    QTRY_VERIFY(steps > held);
    window().actions()[ActionId::CancelJob]->trigger();
    QTRY_VERIFY(!window().jobs().isRunning());
    QVERIFY(!window().actions()[ActionId::PauseJob]->isEnabled());
}

void TestJobs::pausedJobCanBeCancelled()
{
    std::atomic_int steps = 0;
    startCounting(steps);
    QTRY_VERIFY(steps > 0);
    window().jobs().setPaused(true);
    window().jobs().cancel();
    QTRY_VERIFY(!window().jobs().isRunning());
    QVERIFY(!window().jobs().isPaused());
}

void TestJobs::indexingThatWasCancelledIsOffered()
{
    QVERIFY(m_fixture->open());
    addShards();
    beginAdding();
    window().jobs().cancel();
    QTRY_VERIFY(!window().jobs().isRunning());
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QTRY_VERIFY(!window().banner()->text().isEmpty());
    QCOMPARE(window().banner()->offerButtons().size(), 1);
    QVERIFY(!window().jobs().isRunning()); // it was the person who stopped it
    QTest::mouseClick(window().banner()->offerButtons().first(), Qt::LeftButton);
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 920);
    QTRY_VERIFY(!window().jobs().isRunning());
    QVERIFY(window().session().workspace()->unreadShards().value().empty());
}

void TestJobs::indexingThatWasCutOffGoesOnByItself()
{
    QVERIFY(m_fixture->open());
    addShards();
    beginAdding();
    QVERIFY(window().close()); // without a question
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 920);
    QTRY_VERIFY(!window().jobs().isRunning());
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QVERIFY(!window().jobs().isRunning());
}

void TestJobs::windowAsksBeforeAJobIsLost()
{
    std::atomic_int steps = 0;
    startCounting(steps);
    QTRY_VERIFY(steps > 0);
    QVERIFY(!window().close());
    auto* box = window().findChild<QMessageBox*>();
    QVERIFY(box);
    box->reject();
    QVERIFY(window().isVisible());
    QVERIFY(window().jobs().isRunning());
    QTRY_VERIFY(!window().findChild<QMessageBox*>());
    QVERIFY(!window().close());
    for (QAbstractButton* button : window().findChild<QMessageBox*>()->buttons())
        if (button->text() == QStringLiteral("Stop and close"))
            button->click();
    QVERIFY(!window().isVisible());
    QTRY_VERIFY(!window().jobs().isRunning());
}

void TestJobs::exportThroughTheDialogIsVerified()
{
    QVERIFY(m_fixture->open());
    journal::Decision decision;
    decision[Question::Primary] = journal::Vote{false, {"Microscopy"}};
    QVERIFY(window()
                .session()
                .workspace()
                ->decide({"ada", {window().workbench()->figures()->rowIdAt(2)}, decision})
                .has_value());

    (window().actions())[ActionId::Export]->trigger();
    QTRY_VERIFY(window().findChild<ExportDialog*>());
    auto* dialog = window().findChild<ExportDialog*>();
    QTRY_COMPARE(dialog->figureCount(), qint64(20));
    QVERIFY(!dialog->exportButton()->isEnabled()); // no folder yet
    dialog->onlyLabelledBox()->setChecked(true);
    QTRY_COMPARE(dialog->figureCount(), qint64(1));
    dialog->onlyLabelledBox()->setChecked(false);
    QTRY_COMPARE(dialog->figureCount(), qint64(20));
    const std::filesystem::path out = m_fixture->folder() / "out";
    dialog->folderField()->setText(QString::fromStdString(out.string()));
    QSignalSpy exported(&window().jobs(), &JobController::exported);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(dialog->messageLabel()->text().contains(QStringLiteral("Exported 20 figures, 1 of them labelled")));

    const auto report = exporting::verifyExport(out, Job{});
    QVERIFY(report.has_value());
    QCOMPARE(report->checked, std::uint64_t(20));
    QVERIFY(report->problems.empty());
    dialog->reject();
    QTRY_VERIFY(!window().findChild<ExportDialog*>());
}

void TestJobs::exportSaysWhyItsNumberIsAnotherOne()
{
    QVERIFY(m_fixture->open());
    window().queries().setQuery(query::parse("is:unlabelled").value());
    QTRY_VERIFY(window().isSettled());
    QSignalSpy decided(&window().decisions(), &DecisionController::decided);
    const RowId figure = window().workbench()->figures()->rowIdAt(0);
    window().decisions().answer({{figure}, figure, false}, Question::PanelType, "single");
    QTRY_COMPARE(decided.size(), 1);
    (window().actions())[ActionId::Export]->trigger();
    auto* dialog = window().findChild<ExportDialog*>();
    QTRY_COMPARE(dialog->summaryText(), QStringLiteral("19 figures; 20 were found before labels changed"));
    dialog->onlyLabelledBox()->setChecked(true);
    QTRY_VERIFY(dialog->summaryText().startsWith(QStringLiteral("Nothing to export: none of these 19")));
}

void TestJobs::exportErrorIsShownInTheDialog()
{
    QVERIFY(m_fixture->open());
    (window().actions())[ActionId::Export]->trigger();
    auto* dialog = window().findChild<ExportDialog*>();
    QTRY_COMPARE(dialog->figureCount(), qint64(20));
    dialog->folderField()->setText(QString::fromStdString((m_fixture->folder() / "shards").string()));
    QSignalSpy failed(&window().jobs(), &JobController::failed);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(dialog->messageLabel()->isVisible());
    QVERIFY(dialog->messageLabel()->property("isBad").toBool());
    QCOMPARE(dialog->messageLabel()->text(), failed[0][0].toString());
    QTRY_VERIFY(dialog->exportButton()->isEnabled());
}

QTEST_MAIN(TestJobs)
#include "tst_job_window.moc"
