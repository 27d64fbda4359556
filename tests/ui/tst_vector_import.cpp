// Vectors that exist already, taken in by the window: what it says of good files and bad ones, and what is left of
// each.

#include "core/similarity/npy.h"
#include "core/workspace/similarity.h"
#include "tests/support/expect.h"
#include "tests/ui/vector_fixture.h"
#include "ui/shell/figurevectors.h"
#include "ui/similar/vectorimportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <cmath>
#include <set>

using namespace biomedica;
using namespace biomedica::ui;

class TestVectorImport : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::VectorFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void whatIsInTheFileIsSaidFirst();
    void ownListAndNameStay();
    void unknownKeysAreCounted();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void rowThatIsNoVectorRefusesTheFile();
    void otherNumbersThanTheModelHasAreRefused();
    void cancelledImportLeavesNothing();
    void membersOfShardsAreTakenIn();
    void vectorsAreOfferedWithoutBeingCompared();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Similarity& similarity() { return window().session().workspace()->similarity(); }
    std::string name() { return window().vectors()->compared()->name(); }

    std::unique_ptr<test::VectorFixture> m_fixture;
};

void TestVectorImport::whatIsInTheFileIsSaidFirst()
{
    VectorImportDialog* dialog = m_fixture->openImport(m_fixture->writeVectors("clip v2", 24));
    QVERIFY(dialog);
    QCOMPARE(dialog->keysField()->text(), m_fixture->path("clip v2.txt"));
    QCOMPARE(dialog->modelField()->text(), QStringLiteral("clip-v2"));
    QCOMPARE(dialog->previewLabel()->text(),
             QStringLiteral("24 vectors of 4 numbers (float32). Every key names a figure of this collection."));
    QVERIFY(similarity().modelNames().empty());
    QVERIFY(dialog->importButton()->isEnabled());
    QTest::mouseClick(dialog->importButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QCOMPARE(dialog->messageLabel()->text(),
             QStringLiteral("Took in the vectors of 24 figures, 4 numbers each, as “clip-v2”."));
    QVERIFY(!dialog->importButton()->isEnabled());
    QCOMPARE(name(), std::string("clip-v2"));
    EXPECT_VALUE(const auto near, similarity().neighboursOf(m_fixture->rowAt(5), 2, {}));
    const std::set<std::uint32_t> rows = {near[0].row.value, near[1].row.value};
    const std::set<std::uint32_t> beside = {m_fixture->rowAt(4).value, m_fixture->rowAt(6).value};
    QCOMPARE(rows, beside);
}

void TestVectorImport::ownListAndNameStay()
{
    m_fixture->writeVectors("other", 24);
    VectorImportDialog* dialog = m_fixture->openImport({});
    QVERIFY(dialog && !dialog->importButton()->isEnabled());
    QTest::keyClicks(dialog->modelField(), QStringLiteral("mine"));
    dialog->keysField()->clear();
    QTest::keyClicks(dialog->keysField(), m_fixture->path("other.txt"));
    dialog->fileField()->setText(m_fixture->writeVectors("clip", 24));
    QVERIFY(m_fixture->settle());
    QCOMPARE(dialog->modelField()->text(), QStringLiteral("mine"));
    QCOMPARE(dialog->keysField()->text(), m_fixture->path("other.txt"));
    QVERIFY(dialog->importButton()->isEnabled());
    QVERIFY(dialog->warningLabel()->isHidden());
    dialog->modelField()->setText(QStringLiteral("builtin")); // would replace what the program made
    QVERIFY(m_fixture->settle());
    QVERIFY(!dialog->warningLabel()->isHidden());
    dialog->modelField()->setText(QStringLiteral("a/b"));
    QVERIFY(m_fixture->settle());
    QVERIFY(!dialog->importButton()->isEnabled());
    QVERIFY2(dialog->messageLabel()->text().contains(QStringLiteral("no name of a model")),
             qPrintable(dialog->messageLabel()->text()));
}

void TestVectorImport::unknownKeysAreCounted()
{
    const QString npy = m_fixture->writeVectors("clip", 3);
    m_fixture->write("clip.txt", m_fixture->keys()[0] + "\nnobody\nnone\n");
    VectorImportDialog* dialog = m_fixture->openImport(npy);
    QVERIFY2(dialog->previewLabel()->text().contains(QStringLiteral("1 of the 3 keys name a figure")),
             qPrintable(dialog->previewLabel()->text()));
    QVERIFY(dialog->previewLabel()->text().endsWith(QStringLiteral("nobody, none")));
    QTest::mouseClick(dialog->importButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QCOMPARE(dialog->messageLabel()->text(),
             QStringLiteral("Took in the vectors of 1 figure, 4 numbers each, as “clip”.\n2 key(s) name no figure of "
                            "this collection and were left out: nobody, none"));
}

void TestVectorImport::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("said");
    const auto array = [](const char* type, int rows, int bytes) {
        QByteArray header = QByteArray("{'descr': '") + type + "', 'fortran_order': False, 'shape': ("
                            + QByteArray::number(rows) + ", 4), }";
        header = header.leftJustified(117, ' ') + '\n';
        return QByteArray("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header
               + QByteArray(bytes, '\1');
    };
    const QString two = QStringLiteral("a\nb\n"), said = QStringLiteral("FIRST\nb\n");
    QTest::newRow("cut off") << array("<f4", 2, 20) << said << "cut off after 1 of 2 vectors; copy or write it again";
    QTest::newRow("doubles") << array("<f8", 2, 64) << said << "float16 and float32 are read: write it with";
    QTest::newRow("pickled") << array("|O", 2, 64) << said << "Python objects, which are not read";
    QTest::newRow("no array") << QByteArray("a picture") << said << "no .npy file; numpy.save() writes such";
    QTest::newRow("no list") << array("<f4", 2, 32) << QString() << "there is no list of keys beside";
    QTest::newRow("short list") << array("<f4", 2, 32) << "FIRST\n"
                                << "has 1 key for the 2 rows";
    QTest::newRow("other keys") << array("<f4", 2, 32) << two << "none of the 2 keys";
}

void TestVectorImport::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, keys);
    QFETCH(QString, said);
    const QString npy = m_fixture->write("bad.npy", bytes.toStdString());
    keys.replace(QStringLiteral("FIRST"), QString::fromStdString(m_fixture->keys().front()));
    if (!keys.isEmpty())
        m_fixture->write("bad.txt", keys.toStdString());
    VectorImportDialog* dialog = m_fixture->openImport(npy);
    QVERIFY(dialog);
    QVERIFY(!dialog->importButton()->isEnabled());
    QVERIFY(dialog->messageLabel()->isVisible() && dialog->messageLabel()->property("isBad").toBool());
    QVERIFY2(dialog->messageLabel()->text().contains(said), qPrintable(dialog->messageLabel()->text()));
    QVERIFY(dialog->previewLabel()->text().isEmpty());
}

void TestVectorImport::rowThatIsNoVectorRefusesTheFile()
{
    for (const float bad : {NAN, 0.f}) {
        std::string bytes = similarity::npyHeader(similarity::NpyType::Float32, 2, 2);
        const float rows[] = {1, 0, bad, bad};
        bytes.append(reinterpret_cast<const char*>(rows), sizeof rows);
        m_fixture->write("bad.txt", m_fixture->keys()[0] + "\n" + m_fixture->keys()[1] + "\n");
        const QString said = m_fixture->import(m_fixture->write("bad.npy", bytes));
        QVERIFY2(said.contains(QStringLiteral("row 2 (key '") + QString::fromStdString(m_fixture->keys()[1])),
                 qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("nothing was taken in: mend that row")), qPrintable(said));
        QVERIFY(similarity().modelNames().empty());
    }
}

void TestVectorImport::otherNumbersThanTheModelHasAreRefused()
{
    QVERIFY(m_fixture->import(m_fixture->writeVectors("clip", 24)).startsWith(QStringLiteral("Took in")));
    VectorImportDialog* dialog = m_fixture->openImport(m_fixture->writeVectors("clip", 24, 6));
    QVERIFY(!dialog->importButton()->isEnabled());
    QVERIFY2(
        dialog->messageLabel()->text().contains(QStringLiteral("have 4 numbers here, these 6: take them in under")),
        qPrintable(dialog->messageLabel()->text()));
    dialog->modelField()->setText(QStringLiteral("clip6"));
    QVERIFY(m_fixture->settle());
    QVERIFY(dialog->importButton()->isEnabled());
    QVERIFY(!dialog->messageLabel()->isVisible());
}

void TestVectorImport::cancelledImportLeavesNothing()
{
    VectorImportDialog* dialog = m_fixture->openImport(m_fixture->writeVectors("clip", 20'000)); // takes a while
    JobController& jobs = window().jobs();
    connect(&jobs, &JobController::started, this, [&jobs] { jobs.setPaused(true); });
    QTest::mouseClick(dialog->importButton(), Qt::LeftButton);
    QVERIFY(jobs.isPaused());
    QVERIFY(!dialog->importButton()->isEnabled());
    dialog->reject();
    QVERIFY(m_fixture->settle());
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->messageLabel()->text(), QStringLiteral("Cancelled. Nothing was taken in."));
    QVERIFY(similarity().modelNames().empty());
    QVERIFY(dialog->importButton()->isEnabled()); // it can be tried again
}

void TestVectorImport::membersOfShardsAreTakenIn()
{
    std::string vector = similarity::npyHeader(similarity::NpyType::Float32, 1, 2);
    const float numbers[] = {3, 4};
    vector.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
    test::ShardBuilder shard;
    for (const char* article : {"PMC1", "PMC2"}) {
        const std::string key = test::keyOf(article, 0, "fig1");
        shard.member(key + ".jpg", "no picture").member(key + ".json", test::metadata(article, "fig1").dump());
        shard.member(key + ".emb", article == std::string("PMC1") ? vector : "no vector");
    }
    shard.write(m_fixture->folder() / "shards" / "000001.tar");
    EXPECT_OK(window().session().workspace()->index({m_fixture->folder() / "shards" / "000001.tar"}, {}, {},
                                                    [](const catalog::Problem&) {}));
    VectorImportDialog* dialog = m_fixture->openImport({});
    dialog->sourceBox()->setCurrentIndex(1);
    dialog->memberField()->setText(QStringLiteral(".emb"));
    dialog->modelField()->setText(QStringLiteral("inside"));
    QVERIFY(m_fixture->settle());
    QVERIFY2(dialog->previewLabel()->text().startsWith(
                 QStringLiteral("Of 26 figures looked at here and there, 1 have a vector in a member .emb: 2 numbers")),
             qPrintable(dialog->previewLabel()->text()));
    QVERIFY(dialog->previewLabel()->text().contains(QStringLiteral("no .npy file")));
    QTest::mouseClick(dialog->importButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    const QString said = dialog->messageLabel()->text();
    QVERIFY2(said.startsWith(QStringLiteral("Took in the vectors of 1 figure, 2 numbers each, as “inside”.")),
             qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("1 member(s) could not be taken in; the first, of ")), qPrintable(said));
}

void TestVectorImport::vectorsAreOfferedWithoutBeingCompared()
{
    QVERIFY(m_fixture->makeVectors());
    VectorImportDialog* dialog = m_fixture->openImport(m_fixture->writeVectors("clip", 24));
    dialog->compareBox()->setChecked(false);
    QTest::mouseClick(dialog->importButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QCOMPARE(name(), std::string("builtin"));
    QVERIFY((window().vectors()->compared()->names() == std::vector<std::string>{"builtin", "clip"}));
}

QTEST_MAIN(TestVectorImport)
#include "tst_vector_import.moc"
