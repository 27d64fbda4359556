#include "core/similarity/store/vector_set.h"

#include "core/base/read_ahead.h"

#include <algorithm>
#include <cassert>

namespace biomedica::similarity {

namespace {

/// Copies bits to where `first` is, which nobody has set yet.
void placeBits(const Bitmap& bits, std::size_t first, Bitmap& into)
{
    const std::size_t shift = first % 64;
    auto words = into.words().subspan(first / 64);
    for (std::size_t i = 0; i < bits.words().size(); ++i) {
        words[i] |= bits.words()[i] << shift;
        if (shift != 0 && i + 1 < words.size())
            words[i + 1] |= bits.words()[i] >> (64 - shift);
    }
}

} // namespace

void appendBatch(std::vector<VectorPart>& parts, std::shared_ptr<const VectorBatch> batch)
{
    for (VectorPart& part : parts) {
        const std::vector<std::uint32_t> rows = part.batch->findAll(batch->erased());
        if (rows.empty())
            continue;
        auto live = std::make_shared<Bitmap>(part.live ? *part.live : Bitmap::ofAll(part.batch->size()));
        for (const std::uint32_t row : rows)
            live->clear(row);
        part.live = std::move(live);
    }
    parts.push_back({std::move(batch), nullptr, 0});
}

VectorSet::VectorSet(ModelInfo model, std::vector<VectorPart> parts, std::uint64_t version)
    : m_model(std::move(model)), m_version(version), m_parts(std::move(parts))
{
    std::size_t size = 0;
    for (VectorPart& part : m_parts) {
        part.first = size;
        size += part.batch->size();
    }
    m_live = Bitmap(size);
    for (const VectorPart& part : m_parts)
        placeBits(part.live ? *part.live : Bitmap::ofAll(part.batch->size()), part.first, m_live);
    m_count = m_live.count();
}

const VectorPart& VectorSet::partOf(std::size_t position) const
{
    assert(position < size());
    return *std::prev(std::upper_bound(m_parts.begin(), m_parts.end(), position,
                                       [](std::size_t wanted, const VectorPart& part) { return wanted < part.first; }));
}

FigureId VectorSet::idAt(std::size_t position) const
{
    const VectorPart& part = partOf(position);
    return part.batch->ids()[position - part.first];
}

std::optional<std::uint32_t> VectorSet::positionOf(FigureId id) const
{
    for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part)
        if (const auto row = part->batch->find(id); row && m_live.test(part->first + *row))
            return static_cast<std::uint32_t>(part->first + *row);
    return std::nullopt;
}

std::span<const Half> VectorSet::row(std::size_t position) const
{
    const VectorPart& part = partOf(position);
    return part.batch->row(position - part.first);
}

void VectorSet::askForRows(std::size_t first, std::size_t count) const
{
    askFor({reinterpret_cast<const char*>(row(first).data()), count * m_model.dimensions * sizeof(Half)});
}

void VectorSet::copyRow(std::size_t position, std::span<float> numbers) const
{
    kernels().toFloats(row(position).data(), numbers.data(), numbers.size());
}

Result<void> VectorSet::check() const
{
    for (const VectorPart& part : m_parts)
        TRY_VOID(part.batch->check());
    return {};
}

} // namespace biomedica::similarity
