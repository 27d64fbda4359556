// Figures shared out, votes handed over as files.

#include "tests/support/expect.h"
#include "tests/ui/votes.h"
#include "tests/ui/window_fixture.h"
#include "ui/collaboration/sharedialog.h"
#include "ui/collaboration/votefiles.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/banner.h"
#include "ui/shell/expertpages.h"
#include "ui/shell/statusline.h"
#include "ui/shell/teamwork.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestTeamwork : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void sharesAreCountedWhileTheyAreTyped();
    void sharedOutFiguresAreFoundByTheirAnnotator();
    void countedSharesAreThoseThatComeOfIt();
    void mergedVotesAreSummedUpAndReviewed();
    void mergingAgainSaysThatNothingIsNew();
    void aFileThatIsNoVoteFileIsRefused();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Workspace& workspace() { return *window().session().workspace(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    ShareDialog* openShare(const QString& names)
    {
        window().actions()[ActionId::ShareOut]->trigger();
        auto* dialog = window().findChild<ShareDialog*>();
        if (dialog)
            dialog->findChildren<QLineEdit*>().first()->setText(names);
        return dialog;
    }
    static QPushButton* buttonOf(QWidget* dialog, const QString& text)
    {
        for (QPushButton* button : dialog->findChildren<QPushButton*>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    QMessageBox* box() { return window().findChild<QMessageBox*>(); }
    /// Votes of anna, made in another collection over the same shard.
    QString annasFile()
    {
        const std::filesystem::path folder = m_fixture->folder() / "elsewhere";
        auto other = test::makeCollection(folder, {m_fixture->shard()});
        test::vote(**other, "anna", RowId{3}, Question::PanelType, {"multiple"});
        test::vote(**other, "anna", RowId{5}, Question::PanelType, {"multiple"});
        const QString file = QString::fromStdString((m_fixture->folder() / "anna.votes").string());
        if (const auto written = (*other)->exportVotes(toPath(file), "anna"); !written)
            qFatal("%s", written.error().message().c_str());
        return file;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestTeamwork::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(20);
    QVERIFY(m_fixture->open());
}

void TestTeamwork::sharesAreCountedWhileTheyAreTyped()
{
    ShareDialog* dialog = openShare(QStringLiteral("anna, ben"));
    QVERIFY(dialog);
    // 20 figures, 20 % of them to both: 4 + 8 each.
    QCOMPARE(dialog->summaryText(), QStringLiteral("anna: 12 figures · ben: 12 figures"));
    dialog->findChildren<QSpinBox*>().first()->setValue(50);
    QCOMPARE(dialog->summaryText(), QStringLiteral("anna: 6 figures · ben: 6 figures"));
    dialog->findChildren<QLineEdit*>().first()->clear();
    QVERIFY(dialog->summaryText().contains(QStringLiteral("at least one")));
    QVERIFY(!buttonOf(dialog, QStringLiteral("Share out"))->isEnabled());
    dialog->reject();
}

void TestTeamwork::sharedOutFiguresAreFoundByTheirAnnotator()
{
    ShareDialog* dialog = openShare(QStringLiteral("ada, ben"));
    auto* names = dialog->findChildren<QLineEdit*>().first();
    dialog->activateWindow();
    names->setFocus();
    QTRY_VERIFY(names->hasFocus());
    QTest::keyClick(names, Qt::Key_Return);
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("ada: 12 figures")));
    QTRY_VERIFY(settle());
    window().actions()[ActionId::MyAssignments]->trigger();
    QTRY_VERIFY(settle() && window().queries().result()->size() == 12);
    // What ben has labelled is still ada's to do; what she has is done.
    const RowId first = window().queries().result()->rowAt(0), second = window().queries().result()->rowAt(1);
    test::vote(workspace(), "ben", first, Question::PanelType, {"single"});
    test::vote(workspace(), "ada", second, Question::PanelType, {"single"});
    window().queries().run();
    QTRY_VERIFY(settle() && window().queries().result()->size() == 11);
}

void TestTeamwork::countedSharesAreThoseThatComeOfIt()
{
    workspace::AssignmentPlan plan;
    for (std::uint32_t row = 1; row <= 20; ++row)
        plan.rows.push_back(RowId{row});
    plan.annotators = {"anna", "ben", "cleo"};
    plan.share = 0.85;
    plan.overlap = 0.35;
    const auto counted = workspace::sharesOf(plan);
    EXPECT_VALUE(const auto made, workspace().assign("ada", plan));
    QCOMPARE(made.size(), counted.size());
    for (std::size_t i = 0; i < counted.size(); ++i)
        QCOMPARE(made.at(plan.annotators[i]), counted[i]);
}

void TestTeamwork::mergedVotesAreSummedUpAndReviewed()
{
    test::vote(workspace(), "ben", RowId{3}, Question::PanelType, {"single"});
    window().teamwork()->voteFiles()->merge(annasFile());
    QTRY_VERIFY(box());
    QVERIFY(box()->text().contains(QLatin1Char('2')));
    QVERIFY2(box()->informativeText().contains(QStringLiteral("1 figure(s) in the collection are disputed now"))
                 || box()->informativeText().contains(QStringLiteral("1 figure in the collection is disputed now")),
             qPrintable(box()->informativeText()));
    buttonOf(box(), QStringLiteral("Review them"))->click();
    ReviewPage* review = window().workbench()->experts()->review();
    QTRY_COMPARE(review->row(), std::optional(RowId{3}));
    QVERIFY(review->isVisible());
    QTRY_VERIFY(settle() && window().queries().result()->size() == 1);
}

void TestTeamwork::mergingAgainSaysThatNothingIsNew()
{
    const QString file = annasFile();
    EXPECT_OK(workspace().mergeVotes(toPath(file)));
    window().teamwork()->voteFiles()->merge(file);
    QTRY_VERIFY(box());
    QVERIFY(box()->informativeText().contains(QStringLiteral("nothing has changed")));
    QVERIFY(!buttonOf(box(), QStringLiteral("Review them")));
}

void TestTeamwork::aFileThatIsNoVoteFileIsRefused()
{
    const QString file = QString::fromStdString((m_fixture->folder() / "other.votes").string());
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write("not votes");
    made.close();
    window().teamwork()->voteFiles()->merge(file);
    QTRY_VERIFY(window().banner()->isVisible());
    QVERIFY(!box());
    QCOMPARE(workspace().history({}).value().size(), std::size_t(0));
}

QTEST_MAIN(TestTeamwork)
#include "tst_teamwork_window.moc"
