#include "tests/ui/window_fixture.h"

#include <QTest>

namespace biomedica::test {

WindowFixture::WindowFixture(int figures)
    : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
{
    m_settings.setValue(QStringLiteral("annotator"), QStringLiteral("ada"));
    if (figures == 0)
        return;
    std::filesystem::create_directories(folder() / "shards");
    writeSimpleShard(shard(), figures);
    if (!makeCollection(collection(), {shard()}))
        qFatal("cannot make the collection");
}

WindowFixture::~WindowFixture() = default;

ui::MainWindow& WindowFixture::window()
{
    if (!m_window) {
        m_window = std::make_unique<ui::MainWindow>(m_settings, folder() / "data", m_demo, ui::Scheme::Dark);
        m_window->resize(1300, 800);
        m_window->show();
    }
    return *m_window;
}

bool WindowFixture::open()
{
    window().opener()->openPaths({QString::fromStdString(collection().string())});
    return QTest::qWaitFor(
        [this] { return window().session().workspace() && window().queries().result() && window().isSettled(); });
}

} // namespace biomedica::test
