// A window on a small collection, in a folder of its own; nothing of the person's settings is touched.
#pragma once

#include "tests/support/shard_builder.h"
#include "ui/shell/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <filesystem>
#include <memory>

namespace biomedica::test {

class WindowFixture {
public:
    /// `figures` of them; 0: no collection is made.
    explicit WindowFixture(int figures = 60);
    ~WindowFixture();

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path shard() const { return folder() / "shards" / "000000.tar"; }
    std::filesystem::path collection() const { return folder() / "collection"; }

    /// A window that is shown; the demo is drawn by `demo`.
    ui::MainWindow& window();
    void setDemo(ui::DemoWriter demo) { m_demo = std::move(demo); }
    /// The collection is open and everything is there; false after some seconds without.
    bool open();
    /// Closes the window; window() makes a new one.
    void close() { m_window.reset(); }

    QSettings& settings() { return m_settings; }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    ui::DemoWriter m_demo;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace biomedica::test
