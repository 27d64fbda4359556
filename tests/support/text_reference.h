// Full-text search as slow and plain as it can be: what core/textsearch must agree with.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/textsearch/segment_set.h"
#include "core/textsearch/tokenizer.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace biomedica::test {

/// By field of a space: its texts.
using DocumentTexts = std::array<std::vector<std::string>, textsearch::fieldsInSpace>;

class TextReference {
public:
    void addFigure(std::uint32_t row, std::uint32_t article, const DocumentTexts& texts);
    void addArticle(std::uint32_t article, const DocumentTexts& texts);
    void removeFigure(std::uint32_t row) { m_documents[0].erase(row); }

    const std::map<std::uint32_t, std::uint32_t>& articles() const { return m_articles; }

    /// Each row in which the pattern stands, with its score (bm25.h).
    std::map<std::uint32_t, double> find(const textsearch::Pattern& pattern, textsearch::TextFields fields) const;

private:
    struct Document {
        std::array<std::vector<std::string>, textsearch::fieldsInSpace> words; ///< "" between two texts
    };
    using Documents = std::map<std::uint32_t, Document>;

    std::map<std::uint32_t, double> findIn(textsearch::Space space, unsigned field,
                                           const textsearch::Pattern& pattern) const;

    std::array<Documents, textsearch::spaceCount> m_documents;
    std::map<std::uint32_t, std::uint32_t> m_articles; ///< by row
};

} // namespace biomedica::test
