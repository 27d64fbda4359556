// The k best of many, in an order that does not depend on which came first.
//
// Thread contract: values.
#pragma once

#include "core/base/ids.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace biomedica::similarity {

struct Neighbour {
    std::uint32_t position = 0; ///< in the VectorSet that was searched
    FigureId id;
    float cosine = 0;
    bool operator==(const Neighbour&) const = default;
};

/// The more similar one first, ties by id.
inline bool isBetter(const Neighbour& a, const Neighbour& b)
{
    return a.cosine != b.cosine ? a.cosine > b.cosine : a.id < b.id;
}

class BestNeighbours {
public:
    /// At least one.
    explicit BestNeighbours(std::size_t most) : m_most(most) {}

    /// What a cosine has to reach to come in.
    float floor() const { return m_heap.size() < m_most ? none : m_heap.front().cosine; }

    void add(const Neighbour& neighbour)
    {
        if (m_heap.size() < m_most) {
            m_heap.push_back(neighbour);
            std::push_heap(m_heap.begin(), m_heap.end(), isBetter);
        } else if (isBetter(neighbour, m_heap.front())) {
            std::pop_heap(m_heap.begin(), m_heap.end(), isBetter);
            m_heap.back() = neighbour;
            std::push_heap(m_heap.begin(), m_heap.end(), isBetter);
        }
    }
    void add(const BestNeighbours& others)
    {
        for (const Neighbour& neighbour : others.m_heap)
            add(neighbour);
    }
    /// In no order.
    const std::vector<Neighbour>& all() const { return m_heap; }
    /// The best first.
    std::vector<Neighbour> sorted() const
    {
        std::vector<Neighbour> best = m_heap;
        std::sort(best.begin(), best.end(), isBetter);
        return best;
    }

private:
    static constexpr float none = -std::numeric_limits<float>::infinity();

    std::size_t m_most;
    std::vector<Neighbour> m_heap; ///< the worst in front
};

} // namespace biomedica::similarity
