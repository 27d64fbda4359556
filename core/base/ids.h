// Identifiers that cannot be mixed up: each is its own type around an integer.
//
// Thread contract: values.
#pragma once

#include <cstdint>
#include <functional>

#include <compare> // last: moc cannot parse it without what the others define

namespace biomedica {

template <typename Tag, typename Integer>
struct Id {
    Integer value{};

    constexpr Id() = default;
    constexpr explicit Id(Integer integer) : value(integer) {}
    constexpr auto operator<=>(const Id&) const = default;
};

/// What a figure *is*, whatever shard it lies in and however often it is indexed: votes name figures
/// by this. Derived from the article, the image id and the key (core/shards/identity.h).
using FigureId = Id<struct FigureIdTag, std::uint64_t>;

/// Where a figure stands in one catalog. Never reused, meaningless in another catalog.
using RowId = Id<struct RowIdTag, std::uint32_t>;

using ShardId = Id<struct ShardIdTag, std::uint32_t>;
using ArticleId = Id<struct ArticleIdTag, std::uint32_t>;

} // namespace biomedica

template <typename Tag, typename Integer>
struct std::hash<biomedica::Id<Tag, Integer>> {
    std::size_t operator()(const biomedica::Id<Tag, Integer>& id) const noexcept
    {
        return std::hash<Integer>{}(id.value);
    }
};
