// Figures as files.

#include "core/shards/sample.h"
#include "tests/ui/window_fixture.h"
#include "ui/views/figuredrag.h"

#include <QFile>
#include <QMimeData>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestFigureDrag : public QObject {
    Q_OBJECT
private slots:
    void filesHoldTheStoredBytes();
    void severalFiguresAreSeveralFiles();
    void missingShardIsTold();

private:
    static SharedWorkspace open(const test::WindowFixture& fixture)
    {
        return std::move(workspace::Workspace::open(fixture.collection())).value();
    }
};

void TestFigureDrag::filesHoldTheStoredBytes()
{
    const test::WindowFixture fixture(3);
    const SharedWorkspace workspace = open(fixture);
    const QTemporaryDir folder;
    const FigureDrag::Load load = FigureDrag::read(*workspace, {RowId(1)}, folder.path());
    QCOMPARE(load.problem, QString());
    QCOMPARE(load.files.size(), 1);
    QVERIFY(load.files.first().endsWith(QStringLiteral(".jpg")));
    QFile file(load.files.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), workspace->imageBytes(RowId(1)).value());
    QVERIFY(!load.picture.isNull());
    const std::unique_ptr<QMimeData> data(FigureDrag::mimeDataOf(load));
    QVERIFY(data->hasUrls() && data->hasImage());
}

void TestFigureDrag::severalFiguresAreSeveralFiles()
{
    const test::WindowFixture fixture(3);
    const QTemporaryDir folder;
    const FigureDrag::Load load = FigureDrag::read(*open(fixture), {RowId(1), RowId(2), RowId(3)}, folder.path());
    QCOMPARE(QSet<QString>(load.files.begin(), load.files.end()).size(), 3);
    QVERIFY(load.picture.isNull());
}

void TestFigureDrag::missingShardIsTold()
{
    const test::WindowFixture fixture(3);
    const SharedWorkspace workspace = open(fixture);
    std::filesystem::remove(fixture.shard());
    const QTemporaryDir folder;
    const FigureDrag::Load load = FigureDrag::read(*workspace, {RowId(1)}, folder.path());
    QVERIFY(load.files.isEmpty());
    QVERIFY(load.problem.contains(QStringLiteral("000000.tar")));
}

QTEST_MAIN(TestFigureDrag)
#include "tst_figure_drag.moc"
