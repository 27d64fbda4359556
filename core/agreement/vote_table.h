// Who voted what about which item: what all measures of agreement start from.
//
// An answer is one value, a label: its number in a list that the caller keeps. That of a list question is
// its whole set of classes.
//
// Thread contract: a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace biomedica::agreement {

using Label = std::int32_t;
inline constexpr Label noVote = -1;

class VoteTable {
public:
    VoteTable() = default;
    VoteTable(std::size_t items, std::size_t annotators)
        : m_items(items), m_annotators(annotators), m_cells(items * annotators, noVote)
    {
    }

    std::size_t items() const { return m_items; }
    std::size_t annotators() const { return m_annotators; }

    Label at(std::size_t item, std::size_t annotator) const { return m_cells[item * m_annotators + annotator]; }
    /// A label is 0 or more, or noVote.
    void set(std::size_t item, std::size_t annotator, Label label) { m_cells[item * m_annotators + annotator] = label; }

    /// One cell an annotator.
    std::span<const Label> votesOn(std::size_t item) const
    {
        return std::span(m_cells).subspan(item * m_annotators, m_annotators);
    }

private:
    std::size_t m_items = 0, m_annotators = 0;
    std::vector<Label> m_cells; ///< items × annotators, row-major
};

} // namespace biomedica::agreement
