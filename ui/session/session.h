// The open collection, the person who works on it, and the threads that work in the background.
//
// Thread contract: GUI thread. The Workspace it shares may be used from any thread; work in the
// background holds its own reference, so that closing a collection never pulls it away.
#pragma once

#include "core/workspace/workspace.h"
#include "ui/common/background.h"
#include "ui/session/cachelimits.h"

#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <filesystem>
#include <memory>

namespace biomedica::ui {

using SharedWorkspace = std::shared_ptr<workspace::Workspace>;
using Rows = std::vector<RowId>;

QString toQString(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QSettings& settings, QObject* parent = nullptr);
    ~Session() override;

    /// nullptr while no collection is open.
    const SharedWorkspace& workspace() const { return m_workspace; }
    /// The open collection's classes; the same object always, so that views may keep a reference.
    const annotation::Taxonomy& taxonomy() const { return m_taxonomy; }
    void setTaxonomy(const std::shared_ptr<const annotation::Taxonomy>& taxonomy);
    QThreadPool& pool() { return m_pool; }
    /// For what reads pictures and texts out of shards: a drive that hangs holds these threads and no others.
    QThreadPool& shardPool() { return m_shardPool; }
    QSettings& settings() { return m_settings; }

    enum class Mode { Existing, OrCreate };
    /// In the background; ends in collectionOpened() or openFailed().
    void open(const std::filesystem::path& folder, Mode mode = Mode::Existing);
    void close();
    bool isOpening() const { return m_opening.isBusy(); }

    /// The name on decisions; the system's user name until it is set.
    QString annotator() const;
    void setAnnotator(const QString& name);
    /// Whether this annotator works blind in the open collection (Workspace::setBlindTo()).
    bool isBlind() const;
    /// In the background; ends in contentChanged() and blindChanged().
    void setBlind(bool isBlind);
    /// The person has said what name goes on decisions.
    bool isAnnotatorChosen() const;

    CacheLimits cacheLimits() const { return CacheLimits::read(m_settings); }
    /// For this collection at once, in the background, and for all that are opened.
    void setCacheLimits(const CacheLimits& limits);

    /// Folders of collections, the latest first, whether they are still there or not.
    QStringList recentCollections() const;
    void forgetCollection(const QString& folder);

    /// Settings that belong to one collection; survive until it is forgotten.
    QVariant collectionValue(const QString& folder, const QString& name) const;
    void setCollectionValue(const QString& folder, const QString& name, const QVariant& value);

    /// Whose vectors are compared in the open collection (workspace::Similarity::setModel()) at its next opening.
    void rememberComparedModel(const std::string& model);

    /// To be called when the catalog has changed: after indexing.
    void noteContentChange() { Q_EMIT contentChanged(); }

Q_SIGNALS:
    /// The open collection is about to make place for another one, or for none.
    void aboutToClose();
    void collectionOpened();
    void collectionClosed();
    void openFailed(const QString& message);
    void contentChanged();
    void blindChanged();
    void taxonomyChanged();
    void annotatorChanged();
    void cacheLimitsChanged();
    void recentChanged();

private:
    bool isBlindIn(const QString& folder) const;
    void applyBlind();
    void remember(const QString& folder);
    void setRecent(const QStringList& folders);

    QSettings& m_settings;
    QThreadPool m_shardPool;
    QThreadPool m_pool; ///< declared before what uses it: destroyed, and waited for, last
    SharedWorkspace m_workspace;
    std::shared_ptr<const annotation::Taxonomy> m_sharedTaxonomy; ///< of which m_taxonomy is the copy
    annotation::Taxonomy m_taxonomy = annotation::Taxonomy::builtIn();
    Background m_opening, m_blinding, m_limiting, m_preparing;
};

} // namespace biomedica::ui
