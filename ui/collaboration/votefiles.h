// Votes out into a file and in from one, with a summary of what came of it.
//
// Thread contract: GUI thread; files are read and written in the background.
#pragma once

#include "ui/session/session.h"

#include <QObject>

class QMessageBox;

namespace biomedica::ui {

class VoteFiles : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    VoteFiles(Session& session, QWidget* window);

    /// Asks whose votes and for the file.
    void chooseExport();
    void chooseMerge();
    void exportTo(const QString& file, const std::optional<std::string>& annotator);
    void merge(const QString& file);
    bool isBusy() const { return m_line.isBusy(); }

Q_SIGNALS:
    /// Votes came in.
    void merged();
    /// The person wants to see the figures in dispute.
    void reviewRequested();
    void noted(const QString& message);
    void failed(const QString& message);

private:
    struct Merged {
        workspace::VoteExchange exchange;
        std::size_t disputed = 0; ///< in the whole collection
    };
    void showMerged(const Merged& merged);

    Session& m_session;
    QWidget* m_window;
    Background m_line;
};

} // namespace biomedica::ui
