#include "core/textsearch/tokenizer.h"
#include "tests/support/expect.h"

using namespace biomedica;

class TestTokenizer : public QObject {
    Q_OBJECT

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
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
