#include "core/catalog/article_column.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/chunks.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace biomedica::catalog {

namespace {

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

} // namespace

std::size_t ArticleColumn::articles() const
{
    return m_parts.empty() ? 0 : (m_parts.size() - 1) * articlesInChunk + m_parts.back().ends.size();
}

std::vector<std::string> ArticleColumn::textsOf(ArticleId article) const
{
    std::vector<std::string> texts;
    if (article.value >= articles())
        return texts;
    const Part& part = m_parts[article.value / articlesInChunk];
    for (const std::uint32_t code : part.codesOf(article.value % articlesInChunk))
        texts.emplace_back(part.text(code));
    return texts;
}

Bitmap ArticleColumn::articlesWhere(const std::function<bool(std::string_view)>& isWanted) const
{
    Bitmap found(articles());
    for (std::size_t index = 0; index < m_parts.size(); ++index) {
        const Part& part = m_parts[index];
        std::vector<std::uint8_t> wanted(part.textEnds.size());
        bool isAny = false;
        for (std::uint32_t code = 0; code < wanted.size(); ++code) {
            wanted[code] = isWanted(part.text(code));
            isAny |= wanted[code] != 0;
        }
        std::uint32_t begin = 0;
        for (std::size_t article = 0; isAny && article < part.ends.size(); ++article) {
            const std::uint32_t end = part.ends[article];
            std::uint8_t is = 0;
            for (; begin < end; ++begin)
                is |= wanted[part.codes[begin]];
            if (is != 0)
                found.set(index * articlesInChunk + article);
        }
    }
    return found;
}

Bitmap ArticleColumn::articlesWith(std::string_view text) const
{
    const std::string wanted = foldCase(text);
    if (!isAscii(wanted))
        return articlesWhere([&](std::string_view value) { return foldCase(value) == wanted; });
    // Among millions of texts most differ in length, and folding is slow; what is not ASCII may fold to ASCII.
    return articlesWhere([&](std::string_view value) {
        if (value.size() == wanted.size()
            && std::equal(value.begin(), value.end(), wanted.begin(), [](char a, char b) { return lowered(a) == b; }))
            return true;
        return !isAscii(value) && foldCase(value) == wanted;
    });
}

Bitmap ArticleColumn::articlesWithAny() const
{
    Bitmap found(articles());
    for (std::size_t index = 0; index < m_parts.size(); ++index)
        for (std::size_t article = 0; article < m_parts[index].ends.size(); ++article)
            if (!m_parts[index].codesOf(article).empty())
                found.set(index * articlesInChunk + article);
    return found;
}

std::vector<std::pair<std::string, std::size_t>> ArticleColumn::count(std::span<const std::uint32_t> weights) const
{
    std::unordered_map<std::string_view, std::size_t> counts;
    for (std::size_t index = 0; index < m_parts.size(); ++index) {
        const Part& part = m_parts[index];
        std::vector<std::size_t> byCode(part.textEnds.size());
        const std::size_t first = index * articlesInChunk;
        for (std::size_t article = 0; article < part.ends.size() && first + article < weights.size(); ++article)
            if (weights[first + article] != 0)
                for (const std::uint32_t code : part.codesOf(article))
                    byCode[code] += weights[first + article];
        for (std::uint32_t code = 0; code < byCode.size(); ++code)
            if (byCode[code] != 0)
                counts[part.text(code)] += byCode[code];
    }
    return {counts.begin(), counts.end()};
}

std::size_t ArticleColumn::countDifferent(std::span<const std::uint32_t> weights) const
{
    std::vector<std::uint64_t> hashes; // of millions of texts no two have the same
    for (std::size_t index = 0; index < m_parts.size(); ++index) {
        const Part& part = m_parts[index];
        std::vector<std::uint8_t> occurs(part.textEnds.size());
        const std::size_t first = index * articlesInChunk;
        for (std::size_t article = 0; article < part.ends.size() && first + article < weights.size(); ++article)
            if (weights[first + article] != 0)
                for (const std::uint32_t code : part.codesOf(article))
                    occurs[code] = 1;
        for (std::uint32_t code = 0; code < occurs.size(); ++code)
            if (occurs[code] != 0)
                hashes.push_back(hash64(part.text(code)));
    }
    std::sort(hashes.begin(), hashes.end());
    return static_cast<std::size_t>(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
}

std::vector<std::uint32_t> ArticleColumn::ranks() const
{
    struct First {
        std::string folded;
        std::size_t part;
        std::uint32_t code;
    };
    std::vector<First> firsts; // of each part its texts that stand first somewhere
    std::vector<std::vector<std::uint32_t>> rankOfCode;
    for (std::size_t index = 0; index < m_parts.size(); ++index) {
        const Part& part = m_parts[index];
        rankOfCode.emplace_back(part.textEnds.size(), UINT32_MAX);
        for (std::size_t article = 0; article < part.ends.size(); ++article)
            if (const auto codes = part.codesOf(article); !codes.empty() && rankOfCode.back()[codes.front()] != 0) {
                rankOfCode.back()[codes.front()] = 0;
                firsts.push_back({foldCase(part.text(codes.front())), index, codes.front()});
            }
    }
    std::sort(firsts.begin(), firsts.end(), [](const First& a, const First& b) { return a.folded < b.folded; });
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        rank += i > 0 && firsts[i].folded != firsts[i - 1].folded ? 1 : 0;
        rankOfCode[firsts[i].part][firsts[i].code] = rank;
    }
    std::vector<std::uint32_t> ranks(articles(), UINT32_MAX);
    for (std::size_t index = 0; index < m_parts.size(); ++index)
        for (std::size_t article = 0; article < m_parts[index].ends.size(); ++article)
            if (const auto codes = m_parts[index].codesOf(article); !codes.empty())
                ranks[index * articlesInChunk + article] = rankOfCode[index][codes.front()];
    return ranks;
}

} // namespace biomedica::catalog
