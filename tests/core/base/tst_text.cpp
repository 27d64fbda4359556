#include "core/base/text.h"

#include <QTest>

using namespace biomedica;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void badBytesBecomeReplacementCharacters()
    {
        QCOMPARE(toValidUtf8("a\xff"
                             "b\xe2\x82"),
                 std::string("a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD\xEF\xBF\xBD"));
        QCOMPARE(toValidUtf8("Zürich"), std::string("Zürich"));
        QVERIFY(!isValidUtf8("\xed\xa0\x80")); // a surrogate
        QVERIFY(!isValidUtf8("\xc0\xaf"));     // overlong
    }

    void foldingIgnoresCaseInAnyAlphabet()
    {
        QCOMPARE(foldCase("CC BY"), foldCase("cc by"));
        QCOMPARE(foldCase("ÉTUDE ΣΑΣ"), foldCase("étude σας"));
        QVERIFY(foldCase("resume") != foldCase("résumé"));
    }

    void numbersAreWholeOrNothing()
    {
        QCOMPARE(parseInteger("-12"), std::optional<std::int64_t>(-12));
        QCOMPARE(parseInteger("+7"), std::optional<std::int64_t>(7));
        for (const char* text : {"", "-", "1x", " 1", "1.0", "99999999999999999999"})
            QVERIFY2(!parseInteger(text), text);
    }

    void countsAndSizesReadWell()
    {
        QCOMPARE(withThousands(0), std::string("0"));
        QCOMPARE(withThousands(24076288), std::string("24,076,288"));
        QCOMPARE(humanBytes(1536), std::string("1.5 KB"));
        QCOMPARE(counted(1, "figure"), std::string("1 figure"));
        QCOMPARE(counted(0, "figure"), std::string("0 figures"));
        QCOMPARE(counted(1200, "figure"), std::string("1,200 figures"));
        QCOMPARE(counted(1, "figure is", "figures are"), std::string("1 figure is"));
        QCOMPARE(counted(2, "figure is", "figures are"), std::string("2 figures are"));
    }

    void argumentsAreQuotedWhereAShellWouldCutOrReadThem()
    {
        QCOMPARE(quotedForShell("commercial/000000.tar:Größe-1"), std::string("commercial/000000.tar:Größe-1"));
        QCOMPARE(quotedForShell("two words"), std::string("\"two words\""));
        QCOMPARE(quotedForShell(""), std::string("\"\""));
        QCOMPARE(quotedForShell("a\"$b`\\"), std::string("\"a\\\"\\$b\\`\\\\\""));
    }

    void nearMissesAreSuggestedAndFarOnesNot()
    {
        const std::vector<std::string> names = {"license", "journal", "year"};
        QCOMPARE(closestMatch("lisense", names), std::optional<std::string>("license"));
        QCOMPARE(closestMatch("zzzzzz", names), std::optional<std::string>());
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
