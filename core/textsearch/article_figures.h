// Which figures an article has, and which article a figure: how matches in titles and abstracts reach the figures,
// that stand in whatever shards their clusters put them in.
//
// 4 bytes a figure and 4 an article; built in some 10 ns a figure.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace biomedica::textsearch {

class ArticleFigures {
public:
    ArticleFigures() = default;
    /// By row, 0 = none; the span stays valid as long as this object.
    explicit ArticleFigures(std::span<const ArticleId> articleOfRow);

    std::size_t rows() const { return m_articleOfRow.size(); }
    std::uint32_t articleOf(std::uint32_t row) const { return m_articleOfRow[row].value; }
    std::span<const ArticleId> articles() const { return m_articleOfRow; }
    /// Rows, rising.
    std::span<const std::uint32_t> figuresOf(std::uint32_t article) const
    {
        if (article + 1 >= m_begins.size())
            return {};
        return std::span(m_figures).subspan(m_begins[article], m_begins[article + 1] - m_begins[article]);
    }

private:
    std::span<const ArticleId> m_articleOfRow;
    std::vector<std::uint32_t> m_begins; ///< by article, and one more
    std::vector<std::uint32_t> m_figures;
};

} // namespace biomedica::textsearch
