// The rows with the best estimates, up to a number: what is scored exactly.
//
// Thread contract: belongs to one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace biomedica::similarity {

struct Candidate {
    float estimate = 0;
    std::uint32_t position = 0;
    std::uint32_t list = 0; ///< place in the order of the search
    bool isScored = false;
};

class Candidates {
public:
    explicit Candidates(std::size_t most, float floor = -std::numeric_limits<float>::infinity())
        : m_most(most), m_floor(floor)
    {
        m_rows.reserve(2 * most);
    }

    /// What an estimate has to reach; below it rows were dropped that would have been kept with more room.
    float floor() const { return m_floor; }

    void add(const Candidate& row)
    {
        if (row.estimate < m_floor)
            return;
        m_rows.push_back(row);
        if (m_rows.size() == 2 * m_most)
            dropWorst();
    }
    void add(const Candidates& others)
    {
        m_floor = std::max(m_floor, others.m_floor);
        for (const Candidate& row : others.m_rows)
            add(row);
    }
    /// The best first, at most so many as there is room for.
    std::vector<Candidate>& sorted()
    {
        dropWorst();
        std::sort(m_rows.begin(), m_rows.end(), isBetter);
        return m_rows;
    }

private:
    static bool isBetter(const Candidate& a, const Candidate& b)
    {
        return a.estimate != b.estimate ? a.estimate > b.estimate : a.position < b.position;
    }
    void dropWorst()
    {
        if (m_rows.size() <= m_most)
            return;
        const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(m_most);
        std::nth_element(m_rows.begin(), end - 1, m_rows.end(), isBetter);
        m_rows.erase(end, m_rows.end());
        m_floor = std::max(m_floor, m_rows.back().estimate);
    }

    std::size_t m_most;
    float m_floor;
    std::vector<Candidate> m_rows;
};

} // namespace biomedica::similarity
