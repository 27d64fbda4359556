// Looking for duplicates: Similarity::duplicates().

#include "core/similarity/near_pairs.h"
#include "core/workspace/near_copies.h"
#include "core/workspace/similarity.h"
#include "core/workspace/vector_rows.h"
#include "core/workspace/workspace.h"

#include <algorithm>
#include <numeric>

namespace biomedica::workspace {

namespace {

/// Proposed for each figure, to be compared by its pixels: beyond them hardly a picture is found that was made anew.
constexpr std::size_t mostProposed = 8;

/// Least cosine of a group's figures, all of which have vectors, to its first.
float leastLikenessOf(const std::vector<RowId>& rows, const VectorRows& vectors)
{
    std::vector<float> first(vectors.set().model().dimensions), other(first.size());
    vectors.set().copyRow(vectors.positionOf(rows.front()).value(), first);
    float least = 1;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        vectors.set().copyRow(vectors.positionOf(*row).value(), other);
        least = std::min(least, std::inner_product(first.begin(), first.end(), other.begin(), 0.0F));
    }
    return least;
}

Result<std::vector<ProposedPair>> proposedAmong(const Bitmap& among, const VectorRows& vectors, float leastLikeness,
                                                const Job& job)
{
    const Bitmap positions = vectors.positionsOf(among);
    TRY(const auto near, similarity::findNearPairs(vectors.search(), leastLikeness, mostProposed, &positions, job));
    TRY_VOID(vectors.check());
    std::vector<ProposedPair> proposed;
    proposed.reserve(near.size());
    for (const similarity::NearPair& pair : near)
        proposed.push_back({vectors.rowAt(pair.first), vectors.rowAt(pair.second)});
    return proposed;
}

} // namespace

Result<Duplicates> Similarity::duplicates(std::optional<double> leastLikeness, const Job& job,
                                          const ProblemSink& report)
{
    if (leastLikeness && (*leastLikeness <= 0 || *leastLikeness > 1))
        return Error(ErrorKind::Invalid, "how alike near duplicates are is a number above 0 and up to 1");
    TRY(const auto now, m_workspace.snapshot());
    TRY(const std::vector<std::vector<RowId>> copies, m_workspace.copies(now->columns->shown, job));
    Duplicates found;
    Bitmap different = now->columns->shown; // the first of each exact group stands for all of it
    for (const std::vector<RowId>& rows : copies) {
        found.groups.push_back({true, rows, 1});
        for (auto copy = rows.begin() + 1; copy != rows.end(); ++copy)
            different.clear(copy->value);
    }
    if (leastLikeness)
        TRY_VOID(addNearGroups(found, different, static_cast<float>(*leastLikeness), job, report));
    return found;
}

Result<void> Similarity::addNearGroups(Duplicates& found, const Bitmap& among, float leastLikeness, const Job& job,
                                       const ProblemSink& report)
{
    TRY(const auto vectors, current());
    TRY(auto proposed, proposedAmong(among, *vectors, leastLikeness, job));
    const PictureSource pictures = [this](RowId row) { return m_workspace.imageBytes(row); };
    TRY(NearCopies copies, confirmedCopies(std::move(proposed), pictures, job));
    for (std::vector<RowId>& rows : copies.groups) {
        const float likeness = leastLikenessOf(rows, *vectors);
        found.groups.push_back({false, std::move(rows), likeness});
    }
    TRY_VOID(vectors->check());
    found.unread = copies.unread.size();
    return reportUnread(copies.unread, report);
}

Result<void> Similarity::reportUnread(const std::vector<UnreadPicture>& unread, const ProblemSink& report)
{
    for (const UnreadPicture& picture : unread) {
        TRY(const FigureSummary figure, m_workspace.summary(picture.row));
        report({figure.shard, {figure.key, "not compared: " + picture.error.message(), false}});
    }
    return {};
}

} // namespace biomedica::workspace
