// The rows of a round with the best estimates, up to a number: what is scored exactly.
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
};

class Candidates {
public:
    explicit Candidates(std::size_t most) : m_most(most) { m_rows.reserve(2 * most); }

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
    /// No more rows come: from now on the best one is taken.
    void finish()
    {
        dropWorst();
        std::make_heap(m_rows.begin(), m_rows.end(), isWorse);
    }
    bool isEmpty() const { return m_rows.empty(); }
    const Candidate& best() const { return m_rows.front(); }
    Candidate takeBest()
    {
        std::pop_heap(m_rows.begin(), m_rows.end(), isWorse);
        const Candidate row = m_rows.back();
        m_rows.pop_back();
        return row;
    }

private:
    static bool isWorse(const Candidate& a, const Candidate& b)
    {
        return a.estimate != b.estimate ? a.estimate < b.estimate : a.position > b.position;
    }
    void dropWorst()
    {
        if (m_rows.size() <= m_most)
            return;
        const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(m_most);
        std::nth_element(m_rows.begin(), end - 1, m_rows.end(),
                         [](const Candidate& a, const Candidate& b) { return isWorse(b, a); });
        m_rows.erase(end, m_rows.end());
        m_floor = std::max(m_floor, m_rows.back().estimate);
    }

    std::size_t m_most;
    float m_floor = -std::numeric_limits<float>::infinity();
    std::vector<Candidate> m_rows;
};

} // namespace biomedica::similarity
