// A window on twelve figures of two articles, for tests that look at one figure or some: a base of the test.
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/annotate/labelbar.h"
#include "ui/detail/comparepage.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/shell/figurepages.h"

namespace biomedica::test {

class FigureWindow {
protected:
    /// With the focus in the gallery; false after some seconds without. The articles have seven and five figures,
    /// taken in turn.
    bool openWindow();
    void closeWindow() { m_fixture.reset(); }

    ui::MainWindow& window() { return m_fixture->window(); }
    ui::Workbench* bench() { return window().workbench(); }
    ui::FigureSelection* selection() { return bench()->selection(); }
    ui::FigurePanel* panel() { return bench()->figurePanel(); }
    ui::Centre* centre() { return bench()->centre(); }
    ui::FigureViewer* viewer() { return bench()->pages()->viewer(); }
    ui::ComparePage* compare() { return bench()->pages()->compare(); }
    ui::LabelBar* bar() { return bench()->labelBar(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void run(ui::ActionId id) { window().actions()[id]->trigger(); }
    bool settle();
    std::vector<workspace::HistoryEntry> history() { return window().session().workspace()->history({}).value(); }
    QString note();
    RowId rowAt(int position) { return bench()->figures()->rowIdAt(position); }

    std::unique_ptr<WindowFixture> m_fixture;
};

} // namespace biomedica::test
