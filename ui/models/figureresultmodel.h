// A result set as an item model: one row a figure, in the result's order.
//
// data() and tileAt() are look-ups without I/O. What a view shows it asks for with want(); pages of
// tiles are then read in the background and kept in a bounded cache, the least recently wanted going
// first. Of a result with more rows than an int can count, the first 2^31 - 1 are shown.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/markedtext.h"
#include "ui/session/querycontroller.h"

#include <QAbstractListModel>
#include <list>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace biomedica::ui {

/// What a tile shows of a figure.
struct FigureTile {
    workspace::FigureSummary summary;
    MarkedText caption; ///< its beginning, one paragraph
    QString problem;    ///< why nothing is known about the figure; "" in the normal case
    enum class Example { None, Wanted, Unwanted };
    Example example = Example::None; ///< of what the search looks for, or of what it does not

    /// What is said of it under the mouse: its key, or the problem; and that it is an example.
    QString tip() const;
    /// That it is an example, in words; "" where it is none.
    QString exampleText() const;
};

class FigureResultModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole + 1, RowIdRole, IsLabelledRole };

    explicit FigureResultModel(QThreadPool& pool, QObject* parent = nullptr);
    ~FigureResultModel() override;

    /// Both nullptr: no figures.
    void setResult(SharedWorkspace workspace, SharedResult result);
    const SharedResult& result() const { return m_result; }
    const SharedWorkspace& workspace() const { return m_workspace; }
    /// The labels as they are now; nullptr without a result.
    const std::shared_ptr<const query::Snapshot>& snapshot() const { return m_snapshot; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// nullptr while it is not read yet.
    const FigureTile* tileAt(int row) const;
    RowId rowIdAt(int row) const { return m_result->rowAt(static_cast<std::size_t>(row)); }
    /// Where the figure stands in the result.
    std::optional<int> positionOf(RowId id) const;
    /// That of the first one of these in the result.
    std::optional<int> firstPositionOf(const Rows& figures) const;

    /// Reads these rows, the first ones first, and forgets what was wanted before.
    void want(int first, int last);
    bool isReading() const { return m_reading.isBusy() || m_refreshing.isBusy(); }

    /// The labels of these figures are others now; `snapshot` holds all labels as they are.
    void noteDecision(const Rows& changed, std::shared_ptr<const query::Snapshot> snapshot);

    /// The labels of any figure may be others now.
    void noteAllChanged(std::shared_ptr<const query::Snapshot> snapshot);

    /// The next row in a direction (+1, -1) without a vote of anybody.
    std::optional<int> nextUnlabelled(int from, int direction) const;
    bool isLabelled(int row) const;

private:
    static constexpr int pageSize = 64;
    static constexpr std::size_t maximumPages = 256; ///< 16,384 tiles of about 1 KB

    struct Page {
        std::vector<FigureTile> tiles;
        std::uint64_t readFrom = 0;  ///< m_decisions when its reading began
        std::uint64_t changedAt = 0; ///< m_decisions when one of its figures was last decided
        bool isStale = false;        ///< shown until the fresh one arrives
        std::list<int>::iterator use;
    };

    Page* pageAt(int page);
    std::optional<int> nextPageToRead();
    void readNext();
    std::vector<int> knownRowsOf(Rows figures) const;
    void takeUp(std::shared_ptr<const query::Snapshot> snapshot);
    void markStale(Page& page);
    void refresh(const std::vector<int>& rows);
    void replace(const std::vector<int>& rows, std::uint64_t decisionsAtStart, std::vector<FigureTile> tiles);
    void store(int page, std::uint64_t decisionsAtStart, std::vector<FigureTile> tiles);

    SharedWorkspace m_workspace;
    SharedResult m_result;
    std::shared_ptr<const query::Snapshot> m_snapshot;
    std::unordered_map<int, Page> m_pages;
    std::list<int> m_uses; ///< page numbers, the most recently wanted first
    int m_wantedFirst = 0, m_wantedLast = -1;
    std::uint64_t m_decisions = 0;
    std::unordered_map<int, std::uint64_t> m_refreshed; ///< row → the decision that its tile is being read for
    Background m_reading;                               ///< of pages that are wanted
    Background m_refreshing;                            ///< of single tiles that show something else now
};

} // namespace biomedica::ui
