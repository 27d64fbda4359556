#include "core/base/base64.h"
#include "core/base/hash.h"
#include "core/journal/votefile.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <random>

using namespace biomedica;
using journal::Entry;

namespace {

std::vector<Entry> someEntries()
{
    std::vector<Entry> entries(3);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].id = hex64(i) + hex64(i * 17);
        entries[i].origin = std::string(32, 'a');
        entries[i].clock = 5 + i;
        entries[i].annotator = "ännä \"x\"";
        entries[i].atMs = 1'700'000'000'000;
        entries[i].figures = {FigureId(3), FigureId(std::uint64_t{1} << 63)};
    }
    entries[0].decision[Question::Primary] = journal::Vote{false, {"Maps", "Tables"}};
    entries[0].decision[Question::PanelType] = journal::Vote{true, {}};
    entries[0].decision[Question::Secondary] = journal::Vote{false, {}};
    entries[0].decision.note = "";
    entries[0].decision.status = journal::Status::Unsure;
    entries[0].decision.isFlagged = false;
    entries[1].kind = journal::EntryKind::Undo;
    entries[1].refersTo = entries[0].id;
    entries[1].figures.clear();
    entries[2].kind = journal::EntryKind::Review;
    entries[2].content = "{\"verdict\":\"accepted\"}";
    entries[2].group = std::string(32, 'b');
    return entries;
}

/// The text with its checksum made to fit again, as somebody who edits by hand and knows the format might.
std::string signedAgain(std::string text)
{
    text.resize(text.rfind("{\"sha256\""));
    Sha256 hash;
    hash.add(text);
    return text + "{\"sha256\":\"" + hash.finish() + "\"}\n";
}

} // namespace

class TestVoteFile : public QObject {
    Q_OBJECT

private slots:
    void entriesComeBackAsWritten()
    {
        EXPECT_VALUE(const auto back, journal::fromVoteText(journal::toVoteText(someEntries())));
        QVERIFY(back == someEntries());
    }

    void aFileCutOffAnywhereIsRefused()
    {
        const std::string text = journal::toVoteText(someEntries());
        for (std::size_t length = 0; length < text.size(); ++length) {
            const auto read = journal::fromVoteText(std::string_view(text).substr(0, length));
            QVERIFY2(!read, std::to_string(length).c_str());
        }
    }

    void aFileChangedAnywhereIsRefused()
    {
        const std::string text = journal::toVoteText(someEntries());
        for (std::size_t place = 0; place < text.size(); ++place) {
            std::string changed = text;
            changed[place] ^= 1;
            QVERIFY2(!journal::fromVoteText(changed), std::to_string(place).c_str());
        }
    }

    void aNewerFileSaysSo()
    {
        std::string text = journal::toVoteText(someEntries());
        text.replace(text.find("\"version\":1"), 11, "\"version\":2");
        EXPECT_ERROR(journal::fromVoteText(text), ErrorKind::Unsupported);
        EXPECT_ERROR(journal::fromVoteText(signedAgain(text)), ErrorKind::Unsupported);
    }

    void whatNoJournalHoldsIsRefusedThoughTheChecksumFits_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("kind") << "\"kind\":1"
                              << "\"kind\":77";
        QTest::newRow("clock far in the future") << "\"clock\":5"
                                                 << "\"clock\":9223372036854775807";
        QTest::newRow("clock") << "\"clock\":5"
                               << "\"clock\":\"five\"";
        QTest::newRow("answers") << "[\"Maps\",\"Tables\"]"
                                 << "[\"Maps\",3]";
        QTest::newRow("figures") << "\"figures\":\"AwAAAAAAAAAAAAAAAAAAgA==\""
                                 << "\"figures\":\"AwAAAAAA\"";
        QTest::newRow("status") << "\"status\":1"
                                << "\"status\":9";
        QTest::newRow("number of entries") << "\"entries\":3"
                                           << "\"entries\":4";
        QTest::newRow("two answers to one question") << "\"panel_type\":null"
                                                     << "\"panel_type\":[\"single\",\"multiple\"]";
    }
    void whatNoJournalHoldsIsRefusedThoughTheChecksumFits()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QString text = QString::fromStdString(journal::toVoteText(someEntries()));
        QVERIFY(text.contains(before));
        text.replace(text.indexOf(before), before.size(), after);
        EXPECT_ERROR(journal::fromVoteText(signedAgain(text.toStdString())), ErrorKind::Corrupt);
    }

    void base64IsTheStandardOne()
    {
        const std::pair<const char*, const char*> vectors[] = {
            {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}}; // RFC 4648, section 10
        for (const auto& [bytes, text] : vectors) {
            QCOMPARE(toBase64(bytes), std::string(text));
            QCOMPARE(*fromBase64(text), std::string(bytes));
        }
        for (const char* wrong : {"Zg", "Zg=", "Z===", "Zh==", "Zm9 ", "!!!!", "Zg==Zg=="})
            QVERIFY2(!fromBase64(wrong), wrong);
    }
};

QTEST_GUILESS_MAIN(TestVoteFile)
#include "tst_votefile.moc"
