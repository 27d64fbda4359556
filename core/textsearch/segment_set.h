// The segments that are searched together, and the statistics over all of them.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/textsearch/bm25.h"
#include "core/textsearch/merging.h"
#include "core/textsearch/segment.h"
#include "core/textsearch/text_field.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace biomedica::textsearch {

/// Whether the space's field number `field` is among `fields`.
constexpr bool isAsked(Space space, unsigned field, TextFields fields)
{
    return (fields >> (space == Space::Figures ? field : fieldsOf(Space::Figures) + field) & 1) != 0;
}

class SegmentSet {
public:
    /// Corrupt where two of one space overlap.
    static Result<std::shared_ptr<const SegmentSet>> of(std::vector<SegmentPointer> segments);

    /// In the order of their documents.
    std::span<const SegmentPointer> segments(Space space) const { return m_segments[static_cast<std::size_t>(space)]; }
    const FieldStatistics& statistics(Space space, unsigned field) const
    {
        return m_statistics[static_cast<std::size_t>(space)][field];
    }
    /// Corrupt where the file of one was cut short since it was opened.
    Result<void> check() const;
    void setAsideDamaged() const;
    /// The largest document; 0 where there is none.
    std::uint32_t last(Space space) const { return segments(space).empty() ? 0 : segments(space).back()->last(); }

private:
    SegmentSet() = default;

    std::array<std::vector<SegmentPointer>, spaceCount> m_segments;
    std::array<std::array<FieldStatistics, fieldsInSpace>, spaceCount> m_statistics{};
};

} // namespace biomedica::textsearch
