// Named searches of a collection.

#include "core/base/file.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

using namespace biomedica;
using workspace::SavedSearch;

class TestSavedSearches : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path collection() const { return m_folder.path().toStdString() + "/collection"; }

    static SavedSearch search(const char* name, const char* text) { return {name, query::parse(text).value()}; }

private slots:
    void init() { std::filesystem::remove_all(collection()); }

    void searchesAreThereAfterReopening()
    {
        SavedSearch sorted = search("newest", "cell license:\"CC BY\"");
        sorted.query.sort = query::Sort{query::Field::Year, true};
        {
            EXPECT_VALUE(const auto workspace, workspace::Workspace::create(collection()));
            EXPECT_VALUE(const auto none, workspace->savedSearches());
            QVERIFY(none.empty());
            EXPECT_OK(workspace->saveSearch(search("to do", "is:unlabelled")));
            EXPECT_OK(workspace->saveSearch(sorted));
        }
        EXPECT_VALUE(const auto workspace, workspace::Workspace::open(collection()));
        EXPECT_VALUE(const auto searches, workspace->savedSearches());
        QVERIFY((searches == std::vector<SavedSearch>{search("to do", "is:unlabelled"), sorted}));
    }

    void sameNameReplaces()
    {
        EXPECT_VALUE(const auto workspace, workspace::Workspace::create(collection()));
        EXPECT_OK(workspace->saveSearch(search("a", "one")));
        EXPECT_OK(workspace->saveSearch(search("b", "two")));
        EXPECT_VALUE(const auto searches, workspace->saveSearch(search("a", "three")));
        QVERIFY((searches == std::vector<SavedSearch>{search("a", "three"), search("b", "two")}));
        EXPECT_ERROR(workspace->saveSearch(search(" ", "x")), ErrorKind::Invalid);
    }

    void renamingAndRemoving()
    {
        EXPECT_VALUE(const auto workspace, workspace::Workspace::create(collection()));
        EXPECT_OK(workspace->saveSearch(search("a", "one")));
        EXPECT_OK(workspace->saveSearch(search("b", "two")));
        EXPECT_ERROR(workspace->renameSearch("a", "b"), ErrorKind::Invalid);
        EXPECT_ERROR(workspace->renameSearch("c", "d"), ErrorKind::NotFound);
        EXPECT_OK(workspace->renameSearch("a", "c"));
        EXPECT_VALUE(const auto left, workspace->removeSearch("b"));
        QVERIFY((left == std::vector<SavedSearch>{search("c", "one")}));
        EXPECT_ERROR(workspace->removeSearch("b"), ErrorKind::NotFound);
    }

    void brokenFileIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("something else") << QByteArray("[1]");
        QTest::newRow("a query that makes no sense")
            << QByteArray(R"({"version": 1, "searches": [{"name": "x", "query": "lisense:x"}]})");
        QTest::newRow("of a newer version") << QByteArray(R"({"version": 99, "searches": []})");
    }

    void brokenFileIsNamedAndLeftAlone()
    {
        QFETCH(QByteArray, text);
        EXPECT_VALUE(const auto workspace, workspace::Workspace::create(collection()));
        EXPECT_OK(writeFileDurably(collection() / "searches.json", text.toStdString()));
        const auto searches = workspace->savedSearches();
        QVERIFY(!searches);
        QVERIFY(searches.error().message().find("searches.json") != std::string::npos);
        QVERIFY(!workspace->saveSearch(search("a", "one")));
        EXPECT_VALUE(const std::string after, readFile(collection() / "searches.json"));
        QCOMPARE(after, text.toStdString()); // nothing of it gets lost
    }
};

QTEST_GUILESS_MAIN(TestSavedSearches)
#include "tst_saved_searches.moc"
