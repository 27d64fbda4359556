// NumPy's files: what numpy.save() writes is read, what we write is what it writes, and everything else is refused by
// name.

#include "core/similarity/npy.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>

using namespace biomedica;
using namespace biomedica::similarity;

namespace {

/// A file as numpy.save() writes it, of the version, with the text filled up as it does.
std::string npy(std::string text, const std::string& data, int version = 1)
{
    const std::size_t before = version == 1 ? 10 : 12;
    text.append(63 - (before + text.size()) % 64, ' ');
    text += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += {static_cast<char>(version), '\0'};
    for (std::size_t i = 0; i < before - 8; ++i)
        bytes += static_cast<char>(text.size() >> 8 * i & 0xff);
    return bytes + text + data;
}

std::string dictionary(const std::string& descr, const std::string& shape, const std::string& order = "False")
{
    return "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

std::string bytesOf(const std::vector<float>& numbers)
{
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(float)};
}

std::vector<float> readAll(const NpyReader& reader)
{
    std::vector<float> numbers(reader.header().rows * reader.header().dimensions);
    const auto rows = reader.read(0, numbers);
    return rows && *rows == reader.header().rows ? numbers : std::vector<float>();
}

} // namespace

class TestNpy : public QObject {
    Q_OBJECT

private slots:
    void filesOfNumpyAreRead_data();
    void filesOfNumpyAreRead();
    void whatIsWrittenIsWhatNumpyWrites();
    void rowsGoThereAndBack_data();
    void rowsGoThereAndBack();
    void rowsAreReadInPieces();
    void missingRowsAreNamedAtTheEnd();
    void otherFilesAreRefusedByName_data();
    void otherFilesAreRefusedByName();
    void everyCutIsRefused();
    void noDamagedHeaderReadsOutOfBounds();
};

void TestNpy::filesOfNumpyAreRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("rows");
    const auto add = [](const char* name, const std::string& file, int rows) {
        QTest::newRow(name) << QByteArray(file.data(), static_cast<qsizetype>(file.size())) << rows;
    };
    const std::string floats = bytesOf({1, -2, 0.5f, 0.25f}), halves = {"\x00\x3c\x00\xc0\x00\x38\x00\x34", 8};
    add("float32", npy(dictionary("<f4", "(2, 2)"), floats), 2);
    add("float16", npy(dictionary("<f2", "(2, 2)"), halves), 2);
    add("one vector", npy(dictionary("<f4", "(4,)"), floats), 1);
    add("version 2", npy(dictionary("<f4", "(2, 2)"), floats, 2), 2);
    add("version 3", npy(dictionary("<f2", "(1, 4)"), halves, 3), 1);
    add("other order and spaces", npy("{ \"shape\":(2,2),'fortran_order':False, 'descr':'<f4'}", floats), 2);
}

void TestNpy::filesOfNumpyAreRead()
{
    QFETCH(QByteArray, file);
    QFETCH(int, rows);
    EXPECT_VALUE(const NpyReader reader, NpyReader::ofBytes({file.data(), static_cast<std::size_t>(file.size())}));
    QCOMPARE(reader.header().rows, static_cast<std::uint64_t>(rows));
    QCOMPARE(readAll(reader), (std::vector<float>{1, -2, 0.5f, 0.25f}));
}

void TestNpy::whatIsWrittenIsWhatNumpyWrites()
{
    // numpy.save() of zeros((3, 512), "<f2"), version 1.24.
    const std::string expected = std::string("\x93NUMPY\x01\x00\x76\x00", 10)
                                 + "{'descr': '<f2', 'fortran_order': False, 'shape': (3, 512), }"
                                 + std::string(56, ' ') + "\n";
    QCOMPARE(npyHeader(NpyType::Float16, 3, 512), expected);
    QCOMPARE(npyHeader(NpyType::Float32, 24'000'000, 512).size() % 64, std::size_t{0});
}

void TestNpy::rowsGoThereAndBack_data()
{
    QTest::addColumn<bool>("isHalf");
    QTest::newRow("float16") << true;
    QTest::newRow("float32") << false;
}

void TestNpy::rowsGoThereAndBack()
{
    QFETCH(bool, isHalf);
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("vectors.npy").toStdString();
    std::vector<float> numbers;
    for (int i = 0; i < 21; ++i)
        numbers.push_back(static_cast<float>(i - 10) / 8);
    EXPECT_VALUE(NpyWriter writer, NpyWriter::create(path, isHalf ? NpyType::Float16 : NpyType::Float32, 7, 3));
    EXPECT_OK(writer.append(std::span(numbers).first(3)));
    EXPECT_OK(writer.append(std::span(numbers).subspan(3)));
    EXPECT_OK(writer.finish());
    EXPECT_VALUE(const NpyReader reader, NpyReader::open(path));
    QCOMPARE(reader.header().type, isHalf ? NpyType::Float16 : NpyType::Float32);
    QCOMPARE(readAll(reader), numbers);
}

void TestNpy::rowsAreReadInPieces()
{
    const std::string file = npy(dictionary("<f4", "(5, 2)"), bytesOf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    EXPECT_VALUE(const NpyReader reader, NpyReader::ofBytes(file));
    std::vector<float> piece(4);
    EXPECT_VALUE(const std::size_t rows, reader.read(2, piece));
    QCOMPARE(rows, std::size_t{2});
    QCOMPARE(piece, (std::vector<float>{4, 5, 6, 7}));
    QCOMPARE(*reader.read(4, piece), std::size_t{1});
    QCOMPARE(piece[0], 8.0f);
    QCOMPARE(*reader.read(5, piece), std::size_t{0});
}

void TestNpy::missingRowsAreNamedAtTheEnd()
{
    const QTemporaryDir folder;
    EXPECT_VALUE(NpyWriter writer,
                 NpyWriter::create(folder.filePath("vectors.npy").toStdString(), NpyType::Float32, 2, 2));
    EXPECT_OK(writer.append(std::vector<float>{1, 2}));
    EXPECT_ERROR(writer.finish(), ErrorKind::Invalid);
}

void TestNpy::otherFilesAreRefusedByName_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    const auto add = [](const char* name, const std::string& file, ErrorKind kind, const char* word) {
        QTest::newRow(name) << QByteArray(file.data(), static_cast<qsizetype>(file.size())) << static_cast<int>(kind)
                            << word;
    };
    const auto unsupported = ErrorKind::Unsupported, corrupt = ErrorKind::Corrupt, invalid = ErrorKind::Invalid;
    const std::string data(64, '\1');
    add("empty", "", corrupt, "cut off");
    add("text", "id,vector\n1,0.5\n", corrupt, "no .npy file");
    add("pickled", npy(dictionary("|O", "(2, 2)"), "\x80\x04\x95 anything"), unsupported, "objects");
    add("big-endian", npy(dictionary(">f4", "(4, 4)"), data), unsupported, "big-endian");
    add("float64", npy(dictionary("<f8", "(2, 4)"), data), unsupported, "64 bits");
    add("integers", npy(dictionary("<i4", "(4, 4)"), data), unsupported, "whole numbers");
    add("bytes", npy(dictionary("|u1", "(4, 16)"), data), unsupported, "whole numbers");
    add("complex", npy(dictionary("<c8", "(2, 4)"), data), unsupported, "<c8");
    add("text type", npy(dictionary("<U4", "(2, 2)"), data), unsupported, "<U4");
    add("type for a terminal", npy(dictionary("\x1b[2J", "(2, 2)"), data), unsupported, "'?[2J'");
    add("no type", npy(dictionary("", "(2, 2)"), data), unsupported, "type");
    add("records", npy("{'descr': [('id', '<i8'), ('v', '<f4', (4,))], 'fortran_order': False, 'shape': (2,), }", data),
        unsupported, "records");
    add("Fortran order", npy(dictionary("<f4", "(4, 4)", "True"), data), unsupported, "column by column");
    add("three dimensions", npy(dictionary("<f4", "(2, 2, 4)"), data), unsupported, "2 × 2 × 4");
    std::string ones = "(1";
    for (int i = 1; i < 5000; ++i)
        ones += ", 1";
    add("5000 dimensions", npy(dictionary("<f4", ones + ")"), data.substr(0, 4)), unsupported, "1 × 1 × …;");
    add("a number", npy(dictionary("<f4", "()"), data.substr(0, 4)), unsupported, "a single number");
    add("no rows", npy(dictionary("<f4", "(0, 4)"), ""), invalid, "no vectors");
    add("no dimensions", npy(dictionary("<f4", "(4, 0)"), ""), invalid, "no vectors");
    add("no dimension at all", npy(dictionary("<f4", "(0,)"), ""), invalid, "no vectors");
    add("cut off", npy(dictionary("<f4", "(5, 4)"), data), corrupt, "after 4 of 5");
    add("too long", npy(dictionary("<f4", "(3, 4)"), data), corrupt, "longer");
    add("size overflows", npy(dictionary("<f4", "(4611686018427387905, 4)"), data), corrupt, "larger than any");
    add("both overflow", npy(dictionary("<f4", "(4294967296, 4294967296)"), data), corrupt, "4294967296 × 4294967296");
    add("number overflows", npy(dictionary("<f4", "(18446744073709551617, 4)"), data), corrupt,
        "18446744073709551615 × 4");
    add("number and none", npy(dictionary("<f4", "(18446744073709551617, 0)"), data), corrupt, "larger than any");
    add("negative", npy(dictionary("<f4", "(-4, 4)"), data), corrupt, "header");
    add("no shape", npy("{'descr': '<f4', 'fortran_order': False, }", data), corrupt, "header");
    add("twice", npy("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (4, 4)}", data), corrupt,
        "header");
    add("unknown entry", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 4), 'x': 1}", data), corrupt,
        "header");
    add("code", npy("{'descr': '<f4', 'fortran_order': f(), 'shape': (4, 4)}", data), corrupt, "header");
    add("what follows", npy(dictionary("<f4", "(4, 4)") + " + 1", data), corrupt, "header");
    add("open text", npy("{'descr': '<f4", data), corrupt, "header");
    add("version 9", npy(dictionary("<f4", "(4, 4)"), data, 9), unsupported, "version 9");
    std::string long2 = npy(dictionary("<f4", "(4, 4)"), data, 2);
    long2.replace(8, 4, "\xff\xff\xff\x7f");
    add("endless header", long2, unsupported, "2147483647");
}

void TestNpy::otherFilesAreRefusedByName()
{
    QFETCH(QByteArray, file);
    QFETCH(int, kind);
    QFETCH(QString, word);
    const auto reader = NpyReader::ofBytes({file.data(), static_cast<std::size_t>(file.size())});
    EXPECT_ERROR(reader, kind);
    const auto message = QString::fromStdString(reader.error().message());
    QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(message.size() < 200, qPrintable(message));

    const QTemporaryDir folder;
    const std::string path = folder.filePath("hostile.npy").toStdString();
    EXPECT_OK(writeFileDurably(path, {file.data(), static_cast<std::size_t>(file.size())}));
    const auto fromDisk = NpyReader::open(path);
    EXPECT_ERROR(fromDisk, kind);
    QVERIFY(fromDisk.error().message().find("hostile.npy") != std::string::npos);
}

void TestNpy::everyCutIsRefused()
{
    const std::string file = npy(dictionary("<f2", "(3, 5)"), std::string(30, '\1'));
    EXPECT_OK(NpyReader::ofBytes(file));
    for (std::size_t size = 0; size < file.size(); ++size)
        EXPECT_ERROR(NpyReader::ofBytes(std::string_view(file).substr(0, size)), ErrorKind::Corrupt);
}

void TestNpy::noDamagedHeaderReadsOutOfBounds()
{
    const std::string file = npy(dictionary("<f4", "(4, 4)"), std::string(64, '\1'));
    std::vector<float> numbers(16);
    int refused = 0;
    for (std::size_t at = 0; at < file.size() - 64; ++at)
        for (int value = 0; value < 256; value += 3) {
            std::string damaged = file;
            damaged[at] = static_cast<char>(value);
            const auto reader = NpyReader::ofBytes(damaged);
            refused += !reader;
            if (reader)
                QVERIFY(reader->read(0, numbers).has_value());
        }
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(TestNpy)
#include "tst_npy.moc"
