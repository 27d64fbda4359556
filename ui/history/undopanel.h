// What undoing the chosen decisions would change: in numbers, by question and with a few figures; and the buttons
// that do it.
//
// Thread contract: GUI thread; the preview is worked out in the background.
#pragma once

#include "ui/history/historylines.h"
#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace biomedica::ui {

class FigureStrip;

class UndoPanel : public QWidget {
    Q_OBJECT
public:
    explicit UndoPanel(Session& session, QWidget* parent = nullptr);

    /// Also to be called when what was decided since may have changed the preview.
    void setLines(std::vector<HistoryLine> lines);
    bool isSettled() const;

    QLabel* text() const { return m_text; }
    QPushButton* undoButton() const { return m_undo; }
    QPushButton* redoButton() const { return m_redo; }
    QPushButton* showButton() const { return m_show; }

Q_SIGNALS:
    void undoRequested(const std::vector<std::string>& decisions);
    void redoRequested(const std::vector<std::string>& decisions);
    void figuresRequested(const biomedica::ui::Rows& rows);

private:
    struct Preview {
        workspace::UndoPreview effect;
        Rows rows; ///< of the decisions' figures
    };
    static Result<Preview> previewOf(workspace::Workspace& workspace, const std::vector<std::string>& standing,
                                     const std::vector<FigureId>& figures);

    std::vector<std::string> idsOf(bool isUndone) const;
    void start();
    void show(const Result<Preview>& preview);
    QString effectText(const workspace::UndoPreview& effect) const;

    Session& m_session;
    std::vector<HistoryLine> m_lines;
    Rows m_rows;
    QLabel *m_text, *m_later;
    FigureStrip* m_strip;
    QPushButton *m_undo, *m_redo, *m_show;
    Background m_working;
};

} // namespace biomedica::ui
