#include "core/textsearch/article_figures.h"

#include <algorithm>

namespace biomedica::textsearch {

ArticleFigures::ArticleFigures(std::span<const ArticleId> articleOfRow) : m_articleOfRow(articleOfRow)
{
    std::uint32_t last = 0;
    for (const ArticleId article : articleOfRow)
        last = std::max(last, article.value);
    m_begins.resize(std::size_t{last} + 2);
    for (const ArticleId article : articleOfRow)
        if (article.value != 0)
            ++m_begins[article.value + 1];
    for (std::size_t i = 1; i < m_begins.size(); ++i)
        m_begins[i] += m_begins[i - 1];
    m_figures.resize(m_begins.back());
    std::vector<std::uint32_t> next = m_begins;
    for (std::uint32_t row = 0; row < articleOfRow.size(); ++row)
        if (const std::uint32_t article = articleOfRow[row].value; article != 0)
            m_figures[next[article]++] = row;
}

} // namespace biomedica::textsearch
