#include "tests/ui/figure_window.h"

#include "ui/gallery/galleryview.h"
#include "ui/shell/statusline.h"

#include <QTest>

namespace biomedica::test {

bool FigureWindow::openWindow()
{
    m_fixture = std::make_unique<WindowFixture>(0);
    std::filesystem::create_directories(m_fixture->folder() / "shards");
    ShardBuilder shard;
    for (int i = 0; i < 12; ++i) {
        const std::string article = i % 2 == 0 || i == 11 ? "PMC1" : "PMC2";
        const std::string image = "image" + std::to_string(i);
        json::Value about = metadata(article, image);
        about["article_text"] = "text of " + image + std::string(2000, '.');
        if (article == "PMC2")
            about["image_panel_type"] = nullptr;
        shard.figure(keyOf(article, i, image), i, about, "caption " + std::to_string(i));
    }
    shard.write(m_fixture->shard());
    if (!makeCollection(m_fixture->collection(), {m_fixture->shard()}) || !m_fixture->open())
        return false;
    bench()->gallery()->setFocus();
    return QTest::qWaitFor([this] { return bench()->gallery()->hasFocus(); });
}

void FigureWindow::key(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
}

bool FigureWindow::settle()
{
    return QTest::qWaitFor([this] { return window().isSettled(); });
}

QString FigureWindow::note()
{
    return window().statusLine()->noteText();
}

} // namespace biomedica::test
