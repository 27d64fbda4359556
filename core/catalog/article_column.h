// A list field of articles: accession, MeSH, keywords, subjects. For each article its values in order.
//
// Article fields stand once an article, 262,144 articles a file, with the file's own texts: measured on 6 million
// articles MeSH and keywords would take four times as much once a figure, and one dictionary for all files would have
// to be in memory to add to it. So texts are compared as they stand in the files: a filter takes 60 ms among 6 million
// articles.
//
// Thread contract: immutable once built; shared between threads.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/ids.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace biomedica::catalog {

class ArticleColumn {
public:
    struct Part { ///< articlesInChunk articles
        std::span<const std::uint32_t> ends, codes, textEnds;
        std::string_view texts;
        std::shared_ptr<const void> keeper;

        std::span<const std::uint32_t> codesOf(std::size_t article) const
        {
            const std::uint32_t begin = article == 0 ? 0 : ends[article - 1];
            return begin <= ends[article] ? codes.subspan(begin, ends[article] - begin)
                                          : std::span<const std::uint32_t>(); // of a file that was cut short: zeros
        }
        std::string_view text(std::uint32_t code) const
        {
            const std::uint32_t begin = code == 0 ? 0 : textEnds[code - 1];
            return begin <= textEnds[code] ? texts.substr(begin, textEnds[code] - begin) : std::string_view();
        }
    };

    ArticleColumn() = default;
    explicit ArticleColumn(std::vector<Part> parts) : m_parts(std::move(parts)) {}

    /// Ids of articles are below it.
    std::size_t articles() const;
    std::vector<std::string> textsOf(ArticleId article) const;
    /// Articles with a value that equals `text` ignoring case; by id.
    Bitmap articlesWith(std::string_view text) const;
    Bitmap articlesWithAny() const;
    /// How often each value occurs, where an article counts so often.
    std::vector<std::pair<std::string, std::size_t>> count(std::span<const std::uint32_t> weights) const;
    /// How many values occur at all, where an article counts so often.
    std::size_t countDifferent(std::span<const std::uint32_t> weights) const;
    /// By article the place of its first value among all first values in the order of their texts; UINT32_MAX where it
    /// has none.
    std::vector<std::uint32_t> ranks() const;

private:
    Bitmap articlesWhere(const std::function<bool(std::string_view)>& isWanted) const;

    std::vector<Part> m_parts;
};

} // namespace biomedica::catalog
