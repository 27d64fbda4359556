// Finds shards that were moved: what is missing, a folder to look below, what was found there and what not, and one
// button that links them again. Until that button nothing is changed.
//
// Thread contract: GUI thread; searching and linking happen in the background.
#pragma once

#include "ui/session/jobcontroller.h"
#include "ui/session/shardwatch.h"

#include <QDialog>
#include <stop_token>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace biomedica::ui {

class FindShardsDialog : public QDialog {
    Q_OBJECT
public:
    FindShardsDialog(Session& session, JobController& jobs, const ShardWatch& watch, QWidget* parent = nullptr);
    ~FindShardsDialog() override;

    void lookBelow(const QString& folder);

    QTreeWidget* list() const { return m_list; }
    QLabel* message() const { return m_message; }
    QPushButton* linkButton() const { return m_link; }
    QCheckBox* changedBox() const { return m_changed; }
    bool isBusy() const { return m_searching.isBusy() || m_linking.isBusy(); }

Q_SIGNALS:
    void noted(const QString& message);

private:
    void build();
    void listMissing();
    void chooseFolder();
    void showSearch(const Result<workspace::MovedSearch>& search);
    void updateLink();
    void link();
    std::vector<workspace::MovedShard> chosen() const;
    QTreeWidgetItem* addLine(const QString& state, const catalog::ShardInfo& shard, const QString& where);
    void say(const QString& message, bool isBad = false);

    Session& m_session;
    JobController& m_jobs;
    const ShardWatch& m_watch;
    QTreeWidget* m_list;
    QLabel* m_message;
    QCheckBox* m_changed;
    QPushButton *m_choose = nullptr, *m_link = nullptr;
    std::vector<workspace::MovedShard> m_found;
    Background m_searching, m_linking;
};

} // namespace biomedica::ui
