#include "core/textsearch/text_index.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>

using namespace biomedica;
using textsearch::Pattern;
using textsearch::TextField;

class TestTextSearch : public QObject {
    Q_OBJECT

    static QList<int> figures(textsearch::TextIndex& index, const Pattern& pattern,
                              unsigned fields = textsearch::allTextFields)
    {
        QList<int> rows;
        const auto matches = index.match(pattern, fields, false).value();
        for (const auto& hit : matches.figures)
            rows << static_cast<int>(hit.id.value);
        return rows;
    }

private slots:
    void wordsAreFoldedRunsOfLettersAndDigits()
    {
        QCOMPARE(textsearch::foldedWords("X-ray of Zürich's β-CATENIN, CD4+ (p<0.05)"),
                 std::string("x ray of zurich s β catenin cd4 p 0 05"));
        QCOMPARE(textsearch::foldedWords(" … \xff "), std::string());
    }

    void matchesAreMarkedWhereTheyStand()
    {
        const std::string text = "Cell lines: western-blot of CELLS";
        const auto spans =
            textsearch::findMatches(text, {{{"cell"}, false, false}, {{"western", "blot"}, false, false}});
        QCOMPARE(spans.size(), 3u); // the plural, too
        QCOMPARE(text.substr(spans[0].begin, spans[0].end - spans[0].begin), std::string("Cell"));
        QCOMPARE(text.substr(spans[1].begin, spans[1].end - spans[1].begin), std::string("western-blot"));
        QCOMPARE(textsearch::findMatches(text, {{{"cell"}, true, false}}).size(), 2u);
        QCOMPARE(textsearch::findMatches(text, {{{"cell"}, false, true}}).size(), 1u);
    }

    void wordsPhrasesPrefixesAndFieldsMatch()
    {
        QTemporaryDir folder;
        EXPECT_VALUE(auto connection, db::Connection::open(folder.filePath("t").toStdString(), db::Access::Create));
        EXPECT_VALUE(auto index, textsearch::TextIndex::open(connection));
        EXPECT_OK(index.addFigure(RowId(1), "Western blot of HeLa cells", {"shown in Figure 1"}));
        EXPECT_OK(index.addFigure(RowId(2), "A blot from the western coast", {}));
        EXPECT_OK(index.addFigure(RowId(3), "Cellular map", {"a western blot, again"}));
        EXPECT_OK(index.addArticle(ArticleId(9), "Blots and cells", "an abstract"));
        QCOMPARE(figures(index, {{"western"}, false}), QList<int>({1, 2, 3}));
        QCOMPARE(figures(index, {{"western", "blot"}, false}), QList<int>({1, 3}));
        QCOMPARE(figures(index, {{"cell"}, true}), QList<int>({1, 3}));
        QCOMPARE(figures(index, {{"cell"}, false}), QList<int>());
        QCOMPARE(figures(index, {{"western"}, false}, unsigned(TextField::Caption)), QList<int>({1, 2}));
        QCOMPARE(figures(index, {{"western"}, false}, unsigned(TextField::Title)), QList<int>());
        EXPECT_VALUE(const auto matches, index.match({{"cells"}, false}, textsearch::allTextFields, true));
        QCOMPARE(matches.articles.size(), 1u);
        QVERIFY(matches.figures[0].score > 0);
    }
};

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
