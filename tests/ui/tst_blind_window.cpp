// Working blind: no trace of what others or the shard say anywhere in the window until one's own answer is in.

#include "tests/ui/votes.h"
#include "tests/ui/window_fixture.h"
#include "ui/detail/allfields.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/labeltable.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/statusline.h"
#include "ui/shell/teamwork.h"

#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestBlind : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void nothingOfOthersIsSeenBeforeOnesOwnAnswer();
    void ownAnswerOpensItsQuestionOnly();
    void acceptingSaysThatItIsHidden();
    void switchingOffAsksFirst();
    void blindnessBelongsToTheAnnotatorAndTheCollection();
    void aCollectionOpensBlind();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Workspace& workspace() { return *window().session().workspace(); }
    FigurePanel* panel() { return window().workbench()->figurePanel(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    void workBlind()
    {
        window().actions()[ActionId::WorkBlind]->trigger();
        QTRY_VERIFY(window().teamwork()->blindSign()->isVisible());
        QTRY_VERIFY(settle());
    }
    const FigureTile* tile(int row) { return window().workbench()->figures()->tileAt(row); }
    /// All words that the window shows or says, of all widgets and all models.
    QString everything();
    QString facetTexts();

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestBlind::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(12);
    QVERIFY(m_fixture->open());
    // The shard says single, single panel, Plots and Charts, bar plot.
    test::vote(workspace(), "benedict", RowId{1}, Question::Secondary, {"line plot"}, "a hint for you");
    test::vote(workspace(), "cleopatra", RowId{1}, Question::PanelType, {"multiple"});
    window().session().noteContentChange();
    panel()->fields()->fold()->setChecked(true);
    window().workbench()->gallery()->setFocus();
    QTRY_VERIFY(window().workbench()->gallery()->hasFocus());
    QVERIFY(settle());
}

/// All that the filters count, whether it is unfolded or not.
QString TestBlind::facetTexts()
{
    using query::Field;
    QStringList texts;
    const auto facets = workspace().facets(
        {}, {Field::Annotator, Field::Source, Field::PanelType, Field::Primary, Field::Secondary}, true, {});
    for (const query::Facet& facet : facets.value())
        for (const auto& count : facet.values)
            texts += QString::fromStdString(count.value);
    return texts.join(QLatin1Char('\n'));
}

QString TestBlind::everything()
{
    QStringList texts;
    for (const QWidget* widget : window().findChildren<QWidget*>()) {
        // The label bar offers every class there is, whatever anybody says.
        if (window().workbench()->labelBar()->isAncestorOf(widget))
            continue;
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts += button->text();
        if (const auto* text = qobject_cast<const QTextEdit*>(widget))
            texts += text->toPlainText();
        if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
            texts += text->toPlainText();
    }
    const FigureResultModel* figures = window().workbench()->figures();
    for (int row = 0; row < figures->rowCount(); ++row) {
        texts += figures->index(row).data(Qt::AccessibleTextRole).toString();
        if (const FigureTile* shown = figures->tileAt(row))
            for (const Question question : allQuestions)
                if (const auto& answer = shown->summary.effective[question])
                    for (const std::string& value : *answer)
                        texts += QStringLiteral("tile says ") + QString::fromStdString(value);
    }
    return texts.join(QLatin1Char('\n'));
}

void TestBlind::nothingOfOthersIsSeenBeforeOnesOwnAnswer()
{
    QTRY_VERIFY(everything().contains(QStringLiteral("benedict"))); // the test can see it
    QTRY_VERIFY(everything().contains(QStringLiteral("bar plot")));
    QTRY_VERIFY(panel()->fields()->shortText().contains(QStringLiteral("Plots and Charts")));
    QTRY_VERIFY(facetTexts().contains(QStringLiteral("cleopatra")));
    workBlind();
    for (const char* trace : {"benedict", "cleopatra", "line plot", "bar plot", "Plots and Charts", "a hint for you",
                              "tile says", "single panel", "disputed: "}) {
        const QString text = QString::fromLatin1(trace);
        QTRY_VERIFY2(!everything().contains(text), trace);
    }
    QVERIFY(panel()->fields()->shortText().contains(QStringLiteral("hidden until you have answered")));
    QCOMPARE(facetTexts(), QString());
    QVERIFY(!tile(0)->summary.isLabelled);
    QCOMPARE(workspace().count(query::parse("secondary:\"bar plot\"").value(), {}).value(), std::size_t(0));
    QCOMPARE(workspace().count(query::parse("is:labelled").value(), {}).value(), std::size_t(0));
    QCOMPARE(workspace().count(query::parse("note:hint").value(), {}).value(), std::size_t(0));
}

void TestBlind::ownAnswerOpensItsQuestionOnly()
{
    workBlind();
    window().workbench()->selection()->setCursor(0);
    QTRY_VERIFY(window().workbench()->figure()->detail());
    window().workbench()->labelBar()->setQuestion(Question::PanelType);
    QTest::keyClick(window().workbench()->gallery(), Qt::Key_1);
    QTRY_VERIFY(tile(0) && tile(0)->summary.isLabelled);
    QTRY_VERIFY(settle());
    QTRY_VERIFY(everything().contains(QStringLiteral("cleopatra"))); // whose answer this question has, too
    QVERIFY(!everything().contains(QStringLiteral("line plot")));
    QVERIFY(!everything().contains(QStringLiteral("bar plot")));
    QTRY_VERIFY(panel()->fields()->shortText().contains(QStringLiteral("image_panel_type")));
}

void TestBlind::acceptingSaysThatItIsHidden()
{
    workBlind();
    QTest::keyClick(window().workbench()->gallery(), Qt::Key_A);
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("hidden until you have answered")));
    QVERIFY(!tile(0)->summary.isLabelled);
}

void TestBlind::switchingOffAsksFirst()
{
    workBlind();
    window().actions()[ActionId::WorkBlind]->trigger();
    QTRY_VERIFY(window().findChild<QMessageBox*>());
    auto* box = window().findChild<QMessageBox*>();
    QVERIFY(window().session().isBlind());
    QVERIFY(window().actions()[ActionId::WorkBlind]->isChecked());
    box->reject();
    QTRY_VERIFY(!window().findChild<QMessageBox*>());
    QVERIFY(window().session().isBlind());
    window().actions()[ActionId::WorkBlind]->trigger();
    QTRY_VERIFY(window().findChild<QMessageBox*>());
    for (QAbstractButton* button : window().findChild<QMessageBox*>()->buttons())
        if (button->text() == QStringLiteral("Show them"))
            button->click();
    QTRY_VERIFY(!window().teamwork()->blindSign()->isVisible());
    QVERIFY(!window().actions()[ActionId::WorkBlind]->isChecked());
    QTRY_VERIFY(everything().contains(QStringLiteral("benedict")));
}

void TestBlind::blindnessBelongsToTheAnnotatorAndTheCollection()
{
    workBlind();
    window().session().setAnnotator(QStringLiteral("benedict"));
    QTRY_VERIFY(!window().teamwork()->blindSign()->isVisible());
    QTRY_VERIFY(everything().contains(QStringLiteral("cleopatra")));
    window().session().setAnnotator(QStringLiteral("ada"));
    QTRY_VERIFY(window().teamwork()->blindSign()->isVisible());
    QTRY_VERIFY(!everything().contains(QStringLiteral("cleopatra")));
}

void TestBlind::aCollectionOpensBlind()
{
    workBlind();
    m_fixture->close();
    bool wasSeen = false;
    // From the first moment on.
    connect(&window().queries(), &QueryController::resultChanged, this, [&] {
        const auto result = window().queries().result();
        wasSeen = wasSeen || (result && result->snapshot->labelled.count() > 0);
    });
    QVERIFY(m_fixture->open());
    QVERIFY(window().session().isBlind());
    QVERIFY(window().teamwork()->blindSign()->isVisible());
    QVERIFY(!wasSeen);
    QVERIFY(!everything().contains(QStringLiteral("cleopatra")));
}

QTEST_MAIN(TestBlind)
#include "tst_blind_window.moc"
