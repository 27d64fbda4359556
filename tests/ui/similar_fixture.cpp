#include "tests/ui/similar_fixture.h"

#include "core/workspace/similarity.h"
#include "ui/search/chipfield.h"
#include "ui/search/filterchip.h"
#include "ui/search/searchbar.h"
#include "ui/shell/topbar.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QTest>
#include <QUrl>

namespace biomedica::test {

SimilarFixture::SimilarFixture() : WindowFixture(0)
{
    std::filesystem::create_directories(folder() / "shards");
    writeDrawnShard(shard(), figures, 0, copies);
    if (!makeCollection(collection(), {shard()}))
        qFatal("cannot make the collection");
    if (!open())
        qFatal("cannot open the collection");
}

bool SimilarFixture::settle()
{
    constexpr int patienceMs = 30'000; // where the machine is busy, describing pictures takes its time
    return QTest::qWaitFor([this] { return !window().jobs().isRunning() && window().isSettled(); }, patienceMs);
}

bool SimilarFixture::makeVectors()
{
    window().actions()[ui::ActionId::MakeVectors]->trigger();
    return settle() && window().session().workspace()->similarity().missing().value_or(1) == 0;
}

bool SimilarFixture::ask(const char* text)
{
    window().queries().setQuery(query::parse(text).value());
    return settle();
}

bool SimilarFixture::bring(const QStringList& files, Way way)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString& file : files)
        urls += QUrl::fromLocalFile(file);
    data->setUrls(urls);
    switch (way) {
    case Way::Dropped: {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPoint(300, 300), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &drop);
        break;
    }
    case Way::Pasted:
        QGuiApplication::clipboard()->setMimeData(data.release());
        window().actions()[ui::ActionId::PastePicture]->trigger();
        break;
    case Way::Opened:
        window().actions()[ui::ActionId::SearchByPicture]->trigger();
        auto* dialog = window().findChild<QFileDialog*>();
        if (!dialog)
            return false;
        Q_EMIT dialog->filesSelected(files);
        delete dialog;
    }
    return settle();
}

QStringList SimilarFixture::chips()
{
    QStringList words;
    for (const ui::FilterChip* chip : window().topBar()->search()->chipField()->chips())
        words += ui::QueryWording::partText(chip->part());
    return words;
}

} // namespace biomedica::test
