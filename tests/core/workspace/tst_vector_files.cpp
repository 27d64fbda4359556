// Lists of keys beside vectors, and names of models.

#include "core/workspace/vector_files.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <fstream>

using namespace biomedica;
using namespace biomedica::workspace;
namespace fs = std::filesystem;

class TestVectorFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;

    fs::path path(const char* name) const { return fs::path(m_temporary.path().toStdString()) / name; }
    fs::path write(const char* name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

private slots:
    void namesOfModelsComeFromFiles()
    {
        QCOMPARE(modelNameFor("/data/BMC-CLIP.v2.npy"), std::string("BMC-CLIP.v2"));
        QCOMPARE(modelNameFor("my vectors (1).npy"), std::string("my-vectors--1-"));
        QCOMPARE(modelNameFor("..hidden.npy"), std::string("hidden"));
        QVERIFY(isModelName(modelNameFor(std::string(300, 'x') + ".npy")));
        QVERIFY(!isModelName("") && !isModelName("a/b") && !isModelName(".a") && isModelName("a.b_c-1"));
    }

    void listLiesBesideTheVectors()
    {
        QVERIFY(!keyListBeside(path("clip.npy")));
        const fs::path table = write("clip.csv", "a\n");
        QVERIFY(keyListBeside(path("clip.npy")) == table);
        const fs::path text = write("clip.txt", "a\n");
        QVERIFY(keyListBeside(path("clip.npy")) == text);
    }

    void oneKeyALine()
    {
        EXPECT_VALUE(const auto keys, readKeyList(write("k.txt", "a\r\nb, c\r\n\n"), 2, "v.npy"));
        QVERIFY((keys == std::vector<std::string>{"a", "b, c"}));
        EXPECT_VALUE(const auto named, readKeyList(write("n.txt", "key\nb"), 2, "v.npy"));
        QVERIFY((named == std::vector<std::string>{"key", "b"}));
        EXPECT_ERROR(readKeyList(path("k.txt"), 3, "v.npy"), ErrorKind::Invalid);
        EXPECT_ERROR(readKeyList(path("none.txt"), 3, "v.npy"), ErrorKind::NotFound);
    }

    void firstColumnOfATable()
    {
        const fs::path table = write("k.csv", "\xEF\xBB\xBFKey,split\n\"a,\"\"1\",train\nb,test\n");
        EXPECT_VALUE(const auto keys, readKeyList(table, 2, "v.npy"));
        QVERIFY((keys == std::vector<std::string>{"a,\"1", "b"}));
    }
};

QTEST_GUILESS_MAIN(TestVectorFiles)
#include "tst_vector_files.moc"
