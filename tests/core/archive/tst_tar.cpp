#include "core/base/file.h"
// Our tar reader against libarchive, on what we write, on what libarchive writes, and on files that
// others broke on purpose.

#include "core/archive/tarreader.h"
#include "core/archive/tarwriter.h"
#include "tests/support/expect.h"
#include "tests/support/test_data.h"

#include <QTemporaryDir>
#include <archive.h>
#include <archive_entry.h>

using namespace biomedica;
using archive::EntryType;

namespace {

struct Member {
    std::string name;
    std::string data;
    bool operator==(const Member&) const = default;
};

/// Regular files as libarchive sees them; `isComplete` says whether it came to a clean end.
std::vector<Member> byLibarchive(const std::filesystem::path& path, bool& isComplete)
{
    std::vector<Member> members;
    struct archive* reader = archive_read_new();
    archive_read_support_format_tar(reader);
    archive_read_open_filename(reader, path.c_str(), 65536);
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)
            || archive_entry_sparse_count(entry) > 0)
            continue;
        Member member{archive_entry_pathname(entry),
                      std::string(static_cast<std::size_t>(archive_entry_size(entry)), '\0')};
        const auto count = archive_read_data(reader, member.data.data(), member.data.size());
        if (count != static_cast<la_ssize_t>(member.data.size()))
            break;
        members.push_back(std::move(member));
    }
    isComplete = status == ARCHIVE_EOF;
    archive_read_free(reader);
    return members;
}

/// `isComplete` is false, too, where a member is stored sparse: its bytes are not its content.
std::vector<Member> byUs(const std::filesystem::path& path, bool& isComplete)
{
    std::vector<Member> members;
    bool isSparse = false;
    auto reader = archive::TarReader::open(path);
    isComplete = false;
    if (!reader)
        return members;
    for (;;) {
        auto entry = reader->next();
        if (!entry)
            return members;
        if (!*entry) {
            isComplete = !isSparse;
            return members;
        }
        isSparse |= (*entry)->type == EntryType::SparseFile;
        if ((*entry)->type == EntryType::File)
            members.push_back(
                {(*entry)->name, reader->file().readExactly((*entry)->dataOffset, (*entry)->size).value()});
    }
}

} // namespace

class TestTar : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    void write(const std::filesystem::path& file, const std::vector<Member>& members)
    {
        EXPECT_VALUE(auto writer, archive::TarWriter::create(file));
        for (const Member& member : members)
            EXPECT_OK(writer.add(member.name, member.data));
        EXPECT_OK(writer.finish());
    }

private slots:
    void libarchiveReadsWhatWeWrite()
    {
        const std::vector<Member> members = {{"a.jpg", "x"},
                                             {std::string(100, 'n'), std::string(511, 'd')},
                                             {std::string(101, 'm') + ".json", std::string(512, 'd')},
                                             {"folder/" + std::string(240, 'k') + ".txt", ""},
                                             {"ünï.jpg", std::string(513, 'd')}};
        write(path("ours.tar"), members);
        bool isComplete = false;
        QVERIFY(byLibarchive(path("ours.tar"), isComplete) == members);
        QVERIFY(isComplete);
        QVERIFY(byUs(path("ours.tar"), isComplete) == members);
        QVERIFY(isComplete);
        QCOMPARE(std::filesystem::file_size(path("ours.tar")) % 10240, 0u);
    }

    void weReadEveryFormThatLibarchiveWrites_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("ustar") << ARCHIVE_FORMAT_TAR_USTAR;
        QTest::newRow("pax") << ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE;
        QTest::newRow("gnu") << ARCHIVE_FORMAT_TAR_GNUTAR;
    }
    void weReadEveryFormThatLibarchiveWrites()
    {
        QFETCH(int, format);
        struct archive* writer = archive_write_new();
        archive_write_set_format(writer, format);
        archive_write_open_filename(writer, path("theirs.tar").c_str());
        const std::vector<Member> members = {{"folder/short.jpg", "abc"},
                                             {std::string(90, 'd') + "/" + std::string(90, 'n') + ".txt", "long"}};
        for (const Member& member : members) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname(entry, member.name.c_str());
            archive_entry_set_size(entry, static_cast<la_int64_t>(member.data.size()));
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_mtime(entry, 1234567890, 123456789); // makes pax records
            archive_write_header(writer, entry);
            archive_write_data(writer, member.data.data(), member.data.size());
            archive_entry_free(entry);
        }
        archive_write_free(writer);
        bool isComplete = false;
        QVERIFY(byUs(path("theirs.tar"), isComplete) == members);
        QVERIFY(isComplete);
    }

    void resizedHeaderKeepsEveryOtherByte()
    {
        const std::string header = archive::newHeader(std::string(120, 'n') + ".json", 10);
        EXPECT_VALUE(const std::string resized, archive::resizedHeader(header, 99999));
        QCOMPARE(resized.size(), header.size());
        int differing = 0;
        for (std::size_t i = 0; i < header.size(); ++i)
            differing += header[i] != resized[i] ? 1 : 0;
        QVERIFY(differing > 0 && differing <= 12 + 8); // size and checksum
    }

    void truncatedFileGivesWhatStandsBefore()
    {
        write(path("t.tar"), {{"a.txt", "first"}, {"b.txt", std::string(2000, 'b')}});
        std::filesystem::resize_file(path("t.tar"), 512 * 2 + 512 + 700);
        bool isComplete = true;
        const std::vector<Member> members = byUs(path("t.tar"), isComplete);
        QVERIFY(!isComplete);
        QVERIFY((members == std::vector<Member>{{"a.txt", "first"}}));
    }

    void otherFilesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << int(ErrorKind::Corrupt) << "empty";
        QTest::newRow("text") << QByteArray("hello") << int(ErrorKind::Corrupt) << "not a tar";
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) << int(ErrorKind::Corrupt) << "damaged";
        QTest::newRow("zstd") << QByteArray("\x28\xb5\x2f\xfd", 4) << int(ErrorKind::Corrupt) << "damaged";
        QTest::newRow("bzip2") << QByteArray("BZh91AY", 7) << int(ErrorKind::Unsupported) << "bzip2";
        QTest::newRow("noise") << QByteArray(4096, 'z') << int(ErrorKind::Corrupt) << "not a tar";
    }
    void otherFilesAreRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QFETCH(QString, word);
        EXPECT_OK(writeFileDurably(path("other"), bytes.toStdString()));
        const auto reader = archive::TarReader::open(path("other"));
        QVERIFY(!reader);
        QCOMPARE(static_cast<int>(reader.error().kind()), kind);
        QVERIFY(QString::fromStdString(reader.error().message()).contains(word));
    }

    // Whatever libarchive reads to a clean end we read alike; where it gives up we give nothing that it
    // does not have.
    void hostileTarsAreReadAsLibarchiveReadsThem()
    {
        SKIP_WITHOUT_DATA();
        int compared = 0;
        for (const char* folder : {"hostile/tar_libarchive", "hostile/tar_ratarmount", "hostile/tar_tar-stream"}) {
            for (const auto& file : test::filesBelow(test::dataFolder() / folder)) {
                bool theirsIsComplete = false;
                bool oursIsComplete = false;
                const std::vector<Member> theirs = byLibarchive(file, theirsIsComplete);
                const std::vector<Member> ours = byUs(file, oursIsComplete);
                if (theirsIsComplete && oursIsComplete) {
                    ++compared;
                    QVERIFY2(ours.size() == theirs.size(), (file.string() + ": " + std::to_string(ours.size())
                                                            + " against " + std::to_string(theirs.size()))
                                                               .c_str());
                    for (std::size_t i = 0; i < ours.size(); ++i)
                        QVERIFY2(ours[i].data == theirs[i].data, (file.string() + ": " + ours[i].name).c_str());
                } else if (theirsIsComplete && archive::TarReader::open(file)) {
                    qInfo("only libarchive reads to the end: %s (%zu members)", file.filename().c_str(), theirs.size());
                }
            }
        }
        QVERIFY2(compared > 60, qPrintable(QString::number(compared)));
    }
};

QTEST_GUILESS_MAIN(TestTar)
#include "tst_tar.moc"
