#include "core/textsearch/segment_set.h"

#include <algorithm>

namespace biomedica::textsearch {

Result<std::shared_ptr<const SegmentSet>> SegmentSet::of(std::vector<SegmentPointer> segments)
{
    std::shared_ptr<SegmentSet> set(new SegmentSet);
    std::sort(segments.begin(), segments.end(),
              [](const SegmentPointer& a, const SegmentPointer& b) { return a->first() < b->first(); });
    for (SegmentPointer& segment : segments) {
        const auto space = static_cast<std::size_t>(segment->space());
        auto& all = set->m_segments[space];
        if (!all.empty() && all.back()->last() >= segment->first())
            return Error(ErrorKind::Corrupt, "the text index '" + segment->path().string()
                                                 + "' holds figures that another part of the index holds as well");
        for (unsigned field = 0; field < fieldsOf(segment->space()); ++field) {
            set->m_statistics[space][field].documents += segment->totals(field).documents;
            set->m_statistics[space][field].words += segment->totals(field).words;
        }
        all.push_back(std::move(segment));
    }
    return std::shared_ptr<const SegmentSet>(std::move(set));
}

Result<void> SegmentSet::check() const
{
    for (const auto& ofSpace : m_segments)
        for (const SegmentPointer& segment : ofSpace)
            TRY_VOID(segment->check());
    return {};
}

void SegmentSet::setAsideDamaged() const
{
    for (const auto& ofSpace : m_segments)
        for (const SegmentPointer& segment : ofSpace)
            segment->setAsideIfDamaged();
}

} // namespace biomedica::textsearch
