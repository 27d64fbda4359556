// Gets figures into the window: collections are opened, shards are indexed into a collection of their
// own in the user's data folder or into the open one, demo figures are drawn the first time.
//
// Thread contract: GUI thread; everything slow happens in the background.
#pragma once

#include "ui/session/jobcontroller.h"

#include <QObject>
#include <QStringList>
#include <deque>
#include <functional>

class QWidget;

namespace biomedica::ui {

/// Draws the demo's shards into a folder; the room that can do so is known to the program's main().
using DemoWriter = std::function<Result<void>(const std::filesystem::path& folder, const Job& job)>;

class Opener : public QObject {
    Q_OBJECT
public:
    /// `dataFolder`: where collections are made. Dialogs belong to `window`.
    Opener(Session& session, JobController& jobs, std::filesystem::path dataFolder, DemoWriter demo, QWidget* window);

    /// One collection's folder, or shards and folders of shards; of several in a row the last.
    void openPaths(const QStringList& paths);
    void openDemo();
    /// Of several in a row each, one after the other.
    void addShards(const QStringList& paths);

    void chooseShards();
    void chooseFolder();
    void chooseCollection();
    void chooseShardsToAdd();

    /// Something is on its way into the window.
    bool isBusy() const
    {
        return m_looking.isBusy() || m_lookingToAdd.isBusy() || m_session.isOpening() || m_jobs.isRunning()
               || !m_toIndex.empty() || !m_toAdd.empty();
    }

Q_SIGNALS:
    void failed(const QString& message);

private:
    /// Paths of one opening, looked at.
    struct Found {
        QString problem; ///< why they cannot be opened; "" where they can
        std::vector<std::filesystem::path> paths;
        std::filesystem::path collection;
        bool isCollection = false; ///< of its own, rather than shards
    };
    static QString waitText();
    static Found lookAt(std::vector<std::filesystem::path> paths, const std::filesystem::path& dataFolder);
    /// Looks at the paths and hands over what they are, or says why they cannot be opened.
    void look(const QStringList& paths, Background& line, std::function<void(const Found&)> take);
    void openFound(const Found& found);
    /// The next of those that wait, where nothing else is on its way into the collection.
    void addNext();
    void openShards(const std::vector<std::filesystem::path>& shards, const std::filesystem::path& collection);
    void choose(const QString& title, bool isFolder, std::function<void(const QStringList&)> take);

    Session& m_session;
    JobController& m_jobs;
    std::filesystem::path m_dataFolder;
    DemoWriter m_demo;
    QWidget* m_window;
    std::vector<std::filesystem::path> m_toIndex; ///< once the collection is open
    struct Addition {
        std::vector<std::filesystem::path> shards;
        SharedWorkspace into;
    };
    std::deque<Addition> m_toAdd; ///< looked at, and waiting for the job of those before
    Background m_looking, m_lookingToAdd;
};

} // namespace biomedica::ui
