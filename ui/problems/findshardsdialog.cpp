#include "ui/problems/findshardsdialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

enum Column { State, Shard, Where };

} // namespace

FindShardsDialog::FindShardsDialog(Session& session, JobController& jobs, const ShardWatch& watch, QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_watch(watch), m_list(new QTreeWidget), m_message(new QLabel),
      m_changed(new QCheckBox), m_searching(session.shardPool(), this), m_linking(session.pool(), this)
{
    build();
    listMissing();
    connect(m_choose, &QPushButton::clicked, this, &FindShardsDialog::chooseFolder);
    connect(m_link, &QPushButton::clicked, this, &FindShardsDialog::link);
    connect(m_changed, &QCheckBox::toggled, this, &FindShardsDialog::updateLink);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
}

FindShardsDialog::~FindShardsDialog()
{
    m_searching.cancel();
}

void FindShardsDialog::build()
{
    setWindowTitle(tr("Find moved shards"));
    auto* intro = new QLabel(tr("Choose the folder that the shards were moved to. Files of the same name and size are "
                                "looked for in it and below, and some figures of each are compared. Labels stay; "
                                "nothing is indexed again that has not changed."));
    intro->setWordWrap(true);
    m_list->setHeaderLabels({tr("State"), tr("Shard"), tr("Where")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setUniformRowHeights(true);
    m_list->setStyleSheet(QStringLiteral("QTreeView::item { border: none; padding: %1px %2px; }")
                              .arg(measure::grid / 2)
                              .arg(measure::gap));
    m_list->setAccessibleName(tr("Shards that are not there"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(true);
    m_message->setWordWrap(true);
    m_changed->hide();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_choose = buttons->addButton(tr("Choose a folder…"), QDialogButtonBox::ActionRole);
    m_link = buttons->addButton(tr("Link"), QDialogButtonBox::AcceptRole);
    m_link->setEnabled(false);
    m_choose->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * measure::gap, 2 * measure::gap, 2 * measure::gap, 2 * measure::gap);
    layout->setSpacing(measure::margin);
    layout->addWidget(intro);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_changed);
    layout->addWidget(buttons);
    const QFontMetrics metrics(textFont(measure::textSize));
    resize(95 * metrics.averageCharWidth() + 4 * measure::gap, 24 * metrics.height());
    m_list->setColumnWidth(State, 22 * metrics.averageCharWidth());
    m_list->setColumnWidth(Shard, 26 * metrics.averageCharWidth());
}

void FindShardsDialog::say(const QString& message, bool isBad)
{
    m_message->setText(message);
    m_message->setProperty("isBad", isBad);
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
    m_message->setVisible(!message.isEmpty());
}

QTreeWidgetItem* FindShardsDialog::addLine(const QString& state, const catalog::ShardInfo& shard, const QString& where)
{
    auto* item = new QTreeWidgetItem(m_list, {state, fromUtf8(shard.name), where});
    item->setToolTip(Shard, toQString(shard.path));
    item->setToolTip(Where, where);
    return item;
}

void FindShardsDialog::listMissing()
{
    m_list->clear();
    for (const catalog::ShardInfo& shard : m_watch.missing())
        addLine(tr("not there"), shard, toQString(shard.path));
    const int count = static_cast<int>(m_watch.missing().size());
    say(count == 0 ? tr("All shards are where they were.")
                   : tr("%n shard(s) are not where they were.", nullptr, count));
    m_choose->setEnabled(count > 0);
}

void FindShardsDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder to look for shards in"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &FindShardsDialog::lookBelow);
    dialog->open();
}

void FindShardsDialog::lookBelow(const QString& folder)
{
    if (!m_session.workspace())
        return;
    m_found.clear();
    m_choose->setEnabled(false);
    updateLink();
    say(tr("Looking below %1…").arg(folder));
    m_searching.start(
        [workspace = m_session.workspace(), path = toPath(folder)](std::stop_token stop) {
            return workspace->findMovedShards(path, Job{stop, {}});
        },
        [this](const Result<workspace::MovedSearch>& search) { showSearch(search); });
}

void FindShardsDialog::showSearch(const Result<workspace::MovedSearch>& search)
{
    m_choose->setEnabled(true);
    if (!search) {
        say(fromUtf8(search.error().message()), true);
        return;
    }
    m_found = search->found;
    m_list->clear();
    int changed = 0;
    for (const workspace::MovedShard& moved : m_found) {
        changed += moved.isSame ? 0 : 1;
        addLine(!moved.isSame         ? tr("found, has changed")
                : moved.hasSameTime() ? tr("found")
                                      : tr("found, copied later"),
                moved.shard, toQString(moved.path));
    }
    for (const catalog::ShardInfo& shard : search->lost)
        addLine(tr("not found"), shard, toQString(shard.path));
    const int same = static_cast<int>(m_found.size()) - changed;
    const int lost = static_cast<int>(search->lost.size());
    QStringList sentences{tr("Found %n shard(s) with the same figures.", nullptr, same)};
    if (changed > 0)
        sentences += tr("%n shard(s) of the same name hold something else.", nullptr, changed);
    if (lost > 0)
        sentences += tr("%n shard(s) are not below this folder; try another one after linking.", nullptr, lost);
    say(sentences.join(QLatin1Char(' ')));
    m_changed->setText(tr("Take what has changed, too, and index it again"));
    m_changed->setVisible(changed > 0);
    m_changed->setChecked(same == 0 && changed > 0);
    updateLink();
}

std::vector<workspace::MovedShard> FindShardsDialog::chosen() const
{
    std::vector<workspace::MovedShard> shards;
    std::copy_if(m_found.begin(), m_found.end(), std::back_inserter(shards),
                 [this](const workspace::MovedShard& moved) { return moved.isSame || m_changed->isChecked(); });
    return shards;
}

void FindShardsDialog::updateLink()
{
    const int count = static_cast<int>(chosen().size());
    m_link->setText(count == 0 ? tr("Link") : tr("Link %n shard(s)", nullptr, count));
    m_link->setEnabled(count > 0 && !m_searching.isBusy() && !m_linking.isBusy());
    m_link->setDefault(m_link->isEnabled());
}

void FindShardsDialog::link()
{
    const std::vector<workspace::MovedShard> shards = chosen();
    m_linking.start([workspace = m_session.workspace(), shards](std::stop_token) { return workspace->relink(shards); },
                    [this, shards](const Result<void>& linked) {
                        if (!linked) {
                            say(fromUtf8(linked.error().message()), true);
                            updateLink();
                            return;
                        }
                        m_session.noteContentChange();
                        Q_EMIT noted(tr("Linked %n shard(s)", nullptr, static_cast<int>(shards.size())));
                        std::vector<std::filesystem::path> changed;
                        for (const workspace::MovedShard& moved : shards)
                            if (!moved.isSame)
                                changed.push_back(moved.path);
                        if (!changed.empty())
                            m_jobs.index(changed);
                        accept();
                    });
    updateLink();
}

} // namespace biomedica::ui
