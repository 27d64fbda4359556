// Searching with figures: more like this, and less.

#include "tests/ui/window_fixture.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/chipfield.h"
#include "ui/search/filterchip.h"
#include "ui/search/searchbar.h"
#include "ui/session/exampleedit.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"

#include <QLabel>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestSimilar : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void figureAtTheCursorTakesThePlaceOfExamples();
    void examplesAreAddedAndRefused();
    void selectionGivesSeveralExamples();
    void tooManyExamplesAreRefusedInWords();
    void chipsTakeExamplesOut();
    void backGivesTheSearchBefore();
    void searchWithoutAnswerShowsNoOtherResult();
    void searchWithoutAnswerIsKeptWithTheCollection();
    void whileVectorsAreMadeItIsSaid();

private:
    MainWindow& window() { return m_fixture->window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    FigureSelection* selection() { return window().workbench()->selection(); }
    std::string queryText() { return query::toText(window().queries().query()); }
    std::string keyAt(int position)
    {
        const RowId row = window().workbench()->figures()->rowIdAt(position);
        return window().session().workspace()->summary(row).value().key;
    }
    void ask(const char* text)
    {
        window().queries().setQuery(query::parse(text).value());
        QTRY_VERIFY(window().isSettled());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(gallery(), key, modifiers);
        QTRY_VERIFY(window().isSettled());
    }
    /// The gallery as it was before the search, with this figure at the cursor.
    void putCursor(int position)
    {
        selection()->setCursor(position);
        QTRY_VERIFY(window().isSettled());
    }
    static std::string text(const std::vector<std::string>& wanted, const std::vector<std::string>& unwanted = {},
                            const char* rest = "")
    {
        query::Query query = query::parse(rest).value();
        query = withExamples(query, wanted, ExampleGesture::Add);
        return query::toText(withExamples(query, unwanted, ExampleGesture::Exclude));
    }
    QString note() { return window().statusLine()->noteText(); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestSimilar::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(30);
    QVERIFY(m_fixture->open());
    window().actions()[ActionId::MakeVectors]->trigger();
    QTRY_VERIFY(!window().jobs().isRunning() && window().isSettled());
    gallery()->setFocus();
    QTRY_VERIFY(gallery()->hasFocus());
}

void TestSimilar::figureAtTheCursorTakesThePlaceOfExamples()
{
    ask("cells");
    putCursor(3);
    const std::string third = keyAt(3), seventh = keyAt(7), eighth = keyAt(8);
    press(Qt::Key_M);
    QCOMPARE(queryText(), text({third}, {}, "cells"));
    window().queries().goBack();
    QTRY_VERIFY(window().isSettled());
    ask(text({seventh}, {eighth}, "cells").c_str());
    putCursor(5);
    const std::string fifth = keyAt(5);
    press(Qt::Key_M);
    QCOMPARE(queryText(), text({fifth}, {}, "cells"));
}

void TestSimilar::examplesAreAddedAndRefused()
{
    const std::string first = keyAt(0);
    putCursor(0);
    press(Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(queryText(), text({first}));
    putCursor(1);
    const std::string atCursor = window().session().workspace()->summary(*selection()->cursorFigure()).value().key;
    press(Qt::Key_M, Qt::AltModifier);
    QCOMPARE(queryText(), text({first}, {atCursor}));
}

void TestSimilar::selectionGivesSeveralExamples()
{
    const std::vector<std::string> keys = {keyAt(2), keyAt(4)};
    selection()->toggle(2);
    selection()->toggle(4);
    press(Qt::Key_M);
    QCOMPARE(queryText(), text(keys));
    QVERIFY(selection()->isEmpty()); // the next label is not for the examples
}

void TestSimilar::tooManyExamplesAreRefusedInWords()
{
    selection()->selectAll();
    press(Qt::Key_M);
    QCOMPARE(queryText(), std::string());
    QVERIFY2(note().contains(QStringLiteral("16 examples at most, and 30 figures are selected")), qPrintable(note()));
    QVERIFY(!selection()->isEmpty());
}

void TestSimilar::chipsTakeExamplesOut()
{
    ask("cells");
    const std::string key = keyAt(0);
    putCursor(0);
    press(Qt::Key_M);
    const ChipField* field = window().topBar()->search()->chipField();
    QCOMPARE(field->chips().size(), 1);
    QCOMPARE(QueryWording::partText(field->chips().first()->part()),
             QStringLiteral("like %1").arg(QString::fromStdString(key)));
    QTest::keyClick(field->chips().first(), Qt::Key_Delete);
    QTRY_COMPARE(queryText(), std::string("cells"));
}

void TestSimilar::backGivesTheSearchBefore()
{
    putCursor(0);
    press(Qt::Key_M);
    window().actions()[ActionId::Back]->trigger();
    QTRY_VERIFY(window().isSettled());
    QCOMPARE(queryText(), std::string());
    window().actions()[ActionId::Forward]->trigger();
    QTRY_VERIFY(window().isSettled());
    QVERIFY(!query::examplesOf(window().queries().query()).isEmpty());
}

/// Else it would look as if it had found the figures of the search before.
void TestSimilar::searchWithoutAnswerShowsNoOtherResult()
{
    putCursor(4);
    const auto before = selection()->cursorFigure();
    ask("like:nobody");
    QVERIFY(window().queries().hasFailed());
    QCOMPARE(window().workbench()->figures()->rowCount(), 0);
    window().actions()[ActionId::Back]->trigger();
    QTRY_COMPARE(window().workbench()->figures()->rowCount(), 30);
    QTRY_COMPARE(selection()->cursorFigure(), before);
    QVERIFY(!window().queries().hasFailed());
}

void TestSimilar::searchWithoutAnswerIsKeptWithTheCollection()
{
    ask("like:nobody");
    QVERIFY(window().close());
    m_fixture->close();
    window().opener()->openPaths({QString::fromStdString(m_fixture->collection().string())});
    QTRY_COMPARE(queryText(), std::string("like:nobody"));
}

void TestSimilar::whileVectorsAreMadeItIsSaid()
{
    m_fixture = std::make_unique<test::WindowFixture>(30); // none are made yet
    QVERIFY(m_fixture->open());
    ask(text({keyAt(0)}).c_str());
    QVERIFY(window().queries().hasFailed());
    QStringList titles;
    connect(gallery(), &FigureView::emptyTextChanged, this, [&titles](const QString& title) { titles += title; });
    window().actions()[ActionId::MakeVectors]->trigger();
    QTRY_VERIFY(!window().jobs().isRunning() && window().isSettled());
    QVERIFY(titles.contains(QStringLiteral("The vectors are being made")));
    QCOMPARE(titles.last(), QString());
    QTRY_COMPARE(window().workbench()->figures()->rowCount(), 30);
}

QTEST_MAIN(TestSimilar)
#include "tst_similar_window.moc"
