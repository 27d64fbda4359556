#include "ui/models/figureresultmodel.h"

#include "ui/models/rowranges.h"
#include "ui/session/exampleedit.h"

#include <algorithm>
#include <limits>

namespace biomedica::ui {

namespace {

constexpr int captionLength = 240;             // characters: more than a tile shows at any size
constexpr std::size_t mostRefreshedAlone = 16; // tiles; of more whole pages are read again

/// What the query says of single figures.
struct Asked {
    std::vector<textsearch::Pattern> patterns; ///< to be marked
    Rows wanted, unwanted;                     ///< examples
};

Asked askedBy(workspace::Workspace& workspace, const query::Query& query)
{
    const auto rowsOf = [&](const std::vector<std::string>& names) {
        Rows rows;
        for (const std::string& name : names)
            if (const auto row = workspace.resolveKey(name))
                rows.push_back(*row);
        return rows;
    };
    const query::Examples examples = query::examplesOf(withoutPictures(query));
    return {query::patternsToMark(query), rowsOf(examples.wanted), rowsOf(examples.unwanted)};
}

FigureTile tileOf(workspace::FigureSummary summary, const Asked& asked)
{
    const auto isAmong = [row = summary.row](const Rows& rows) {
        return std::find(rows.begin(), rows.end(), row) != rows.end();
    };
    FigureTile tile;
    tile.example = isAmong(asked.wanted)     ? FigureTile::Example::Wanted
                   : isAmong(asked.unwanted) ? FigureTile::Example::Unwanted
                                             : FigureTile::Example::None;
    tile.caption = snippet(summary.caption, asked.patterns, captionLength);
    summary.caption.resize(std::min<std::size_t>(summary.caption.size(), 2 * captionLength));
    tile.summary = std::move(summary);
    return tile;
}

std::vector<FigureTile> readTiles(workspace::Workspace& workspace, const Rows& rows, const query::Query& query)
{
    const Asked asked = askedBy(workspace, query);
    std::vector<FigureTile> tiles;
    tiles.reserve(rows.size());
    if (auto summaries = workspace.summaries(rows)) {
        for (workspace::FigureSummary& summary : *summaries)
            tiles.push_back(tileOf(std::move(summary), asked));
        return tiles;
    }
    // One of them cannot be read: say so at that one.
    for (const RowId row : rows) {
        auto summary = workspace.summary(row);
        FigureTile tile;
        if (summary)
            tile = tileOf(std::move(*summary), asked);
        else
            tile.problem = fromUtf8(summary.error().message());
        tile.summary.row = row;
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

} // namespace

QString FigureTile::exampleText() const
{
    switch (example) {
    case Example::Wanted: return FigureResultModel::tr("an example of this search");
    case Example::Unwanted: return FigureResultModel::tr("a counter-example of this search");
    default: return {};
    }
}

QString FigureTile::tip() const
{
    if (!problem.isEmpty())
        return problem;
    const QString key = fromUtf8(summary.key);
    return example == Example::None ? key : QStringLiteral("%1\n%2").arg(key, exampleText());
}

FigureResultModel::FigureResultModel(QThreadPool& pool, QObject* parent)
    : QAbstractListModel(parent), m_reading(pool, this), m_refreshing(pool, this, Background::Policy::InOrder)
{
}

FigureResultModel::~FigureResultModel() = default;

void FigureResultModel::setResult(SharedWorkspace workspace, SharedResult result)
{
    beginResetModel();
    m_reading.cancel();
    m_refreshing.cancel();
    m_refreshed.clear();
    m_workspace = std::move(workspace);
    m_result = std::move(result);
    m_snapshot = m_result ? m_result->snapshot : nullptr;
    m_pages.clear();
    m_uses.clear();
    m_wantedFirst = 0;
    m_wantedLast = -1;
    endResetModel();
}

int FigureResultModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_result)
        return 0;
    constexpr std::size_t most = std::numeric_limits<int>::max();
    return static_cast<int>(std::min(m_result->size(), most));
}

QVariant FigureResultModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RowIdRole)
        return rowIdAt(index.row()).value;
    if (role == IsLabelledRole)
        return isLabelled(index.row());
    const FigureTile* tile = tileAt(index.row());
    if (!tile)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return !tile->problem.isEmpty()       ? tile->problem
               : tile->caption.text.isEmpty() ? fromUtf8(tile->summary.key)
                                              : tile->caption.text;
    case Qt::AccessibleTextRole:
        return tile->example == FigureTile::Example::None
                   ? tile->caption.text
                   : QStringLiteral("%1, %2").arg(tile->exampleText(), tile->caption.text);
    case KeyRole: return fromUtf8(tile->summary.key);
    default: return {};
    }
}

const FigureTile* FigureResultModel::tileAt(int row) const
{
    const auto found = m_pages.find(row / pageSize);
    if (found == m_pages.end())
        return nullptr;
    const auto inPage = static_cast<std::size_t>(row % pageSize);
    return inPage < found->second.tiles.size() ? &found->second.tiles[inPage] : nullptr;
}

std::optional<int> FigureResultModel::positionOf(RowId id) const
{
    const auto position = m_result ? m_result->figures.positionOf(id) : std::nullopt;
    return position && static_cast<int>(*position) < rowCount() ? std::optional(static_cast<int>(*position))
                                                                : std::nullopt;
}

std::optional<int> FigureResultModel::firstPositionOf(const Rows& figures) const
{
    if (!m_result)
        return std::nullopt;
    Bitmap wanted(m_result->figures.members().size());
    for (const RowId figure : figures)
        if (m_result->figures.contains(figure))
            wanted.set(figure.value);
    const RowRanges places = RowRanges::placesOf(wanted, m_result->figures);
    return places.isEmpty() ? std::nullopt : std::optional(places.ranges().front().begin);
}

void FigureResultModel::want(int first, int last)
{
    m_wantedFirst = std::max(first, 0);
    m_wantedLast = std::min(last, rowCount() - 1);
    for (int page = m_wantedFirst / pageSize; page * pageSize <= m_wantedLast; ++page)
        if (Page* known = pageAt(page))
            m_uses.splice(m_uses.begin(), m_uses, known->use);
    if (!m_reading.isBusy())
        readNext();
}

FigureResultModel::Page* FigureResultModel::pageAt(int page)
{
    const auto found = m_pages.find(page);
    return found == m_pages.end() ? nullptr : &found->second;
}

std::optional<int> FigureResultModel::nextPageToRead()
{
    if (m_wantedLast < m_wantedFirst)
        return std::nullopt;
    for (int page = m_wantedFirst / pageSize; page <= m_wantedLast / pageSize; ++page) {
        const Page* known = pageAt(page);
        if (!known || known->isStale)
            return page;
    }
    return std::nullopt;
}

void FigureResultModel::readNext()
{
    const auto page = nextPageToRead();
    if (!page || !m_workspace)
        return;
    const int first = *page * pageSize;
    const int end = std::min(first + pageSize, rowCount());
    Rows rows = m_result->figures.rows(static_cast<std::size_t>(first), static_cast<std::size_t>(end));
    m_reading.start([workspace = m_workspace, rows = std::move(rows),
                     result = m_result](std::stop_token) { return readTiles(*workspace, rows, result->query); },
                    [this, page = *page, decisions = m_decisions](std::vector<FigureTile> tiles) {
                        store(page, decisions, std::move(tiles));
                        readNext();
                    });
}

void FigureResultModel::store(int page, std::uint64_t decisionsAtStart, std::vector<FigureTile> tiles)
{
    if (Page* known = pageAt(page)) {
        known->tiles = std::move(tiles);
        known->readFrom = decisionsAtStart;
        // A decision that came while this was read may be missing in it.
        known->isStale = known->changedAt > decisionsAtStart;
    } else {
        m_uses.push_front(page);
        m_pages[page] =
            Page{std::move(tiles), decisionsAtStart, m_decisions, decisionsAtStart != m_decisions, m_uses.begin()};
        while (m_pages.size() > maximumPages) {
            m_pages.erase(m_uses.back());
            m_uses.pop_back();
        }
    }
    const int first = page * pageSize;
    Q_EMIT dataChanged(index(first), index(std::min(first + pageSize, rowCount()) - 1));
}

/// Rows of this model whose tiles are known.
std::vector<int> FigureResultModel::knownRowsOf(Rows figures) const
{
    std::sort(figures.begin(), figures.end());
    std::vector<int> rows;
    for (const auto& [number, page] : m_pages)
        for (std::size_t i = 0; i < page.tiles.size(); ++i)
            if (std::binary_search(figures.begin(), figures.end(), page.tiles[i].summary.row))
                rows.push_back(number * pageSize + static_cast<int>(i));
    return rows;
}

void FigureResultModel::takeUp(std::shared_ptr<const query::Snapshot> snapshot)
{
    ++m_decisions;
    if (snapshot)
        m_snapshot = std::move(snapshot);
}

void FigureResultModel::markStale(Page& page)
{
    page.isStale = true;
    page.changedAt = m_decisions;
}

void FigureResultModel::noteDecision(const Rows& changed, std::shared_ptr<const query::Snapshot> snapshot)
{
    if (!m_result)
        return;
    takeUp(std::move(snapshot));
    const std::vector<int> rows = knownRowsOf(changed);
    if (rows.size() <= mostRefreshedAlone) {
        refresh(rows);
        return;
    }
    for (const int row : rows)
        markStale(m_pages.at(row / pageSize));
    if (!m_reading.isBusy())
        readNext();
}

/// Reads single tiles again, so that a label costs one tile's reading and painting.
void FigureResultModel::refresh(const std::vector<int>& rows)
{
    if (rows.empty())
        return;
    Rows figures;
    for (const int row : rows) {
        figures.push_back(rowIdAt(row));
        m_pages.at(row / pageSize).changedAt = m_decisions; // a page that is being read now comes without the decision
        m_refreshed[row] = m_decisions;
    }
    m_refreshing.start([workspace = m_workspace, figures = std::move(figures),
                        result = m_result](std::stop_token) { return readTiles(*workspace, figures, result->query); },
                       [this, rows, decisions = m_decisions](std::vector<FigureTile> tiles) {
                           replace(rows, decisions, std::move(tiles));
                       });
}

void FigureResultModel::replace(const std::vector<int>& rows, std::uint64_t decisionsAtStart,
                                std::vector<FigureTile> tiles)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto refreshed = m_refreshed.find(rows[i]);
        if (refreshed == m_refreshed.end() || refreshed->second != decisionsAtStart)
            continue; // decided once more: read for that on its own
        m_refreshed.erase(refreshed);
        Page* page = pageAt(rows[i] / pageSize);
        if (!page || page->readFrom >= decisionsAtStart)
            continue; // forgotten, or read again as a whole
        page->tiles[static_cast<std::size_t>(rows[i] % pageSize)] = std::move(tiles[i]);
        Q_EMIT dataChanged(index(rows[i]), index(rows[i]));
    }
}

void FigureResultModel::noteAllChanged(std::shared_ptr<const query::Snapshot> snapshot)
{
    if (!m_result)
        return;
    takeUp(std::move(snapshot));
    for (auto& [number, page] : m_pages)
        markStale(page);
    if (!m_reading.isBusy())
        readNext();
}

bool FigureResultModel::isLabelled(int row) const
{
    return m_snapshot && m_snapshot->labelled.test(rowIdAt(row).value);
}

std::optional<int> FigureResultModel::nextUnlabelled(int from, int direction) const
{
    if (!m_result || !m_snapshot)
        return std::nullopt;
    const query::FigureSet& figures = m_result->figures;
    const auto found = direction > 0
                           ? figures.firstOutside(m_snapshot->labelled, static_cast<std::size_t>(from + 1))
                           : figures.lastOutside(m_snapshot->labelled, static_cast<std::size_t>(std::max(from, 0)));
    return found && static_cast<int>(*found) < rowCount() ? std::optional(static_cast<int>(*found)) : std::nullopt;
}

} // namespace biomedica::ui
