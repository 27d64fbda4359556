// How well a document matches: BM25, summed over the words and the fields they stand in.
//
//   score(figure) = Σ over the query's words, phrases and prefixes outside of NOT, over the fields they may stand in
//                   (the figure's own and its article's), over the forms t that occur there:
//                   weight(field) · weight(form) · idf · f·(k1 + 1) / (f + k1·(1 − b + b·length / average length))
//   idf           = ln(1 + (N − n + 0.5) / (n + 0.5))
//
// f: how often t stands in the field; N: documents with words in the field; n: those with t, and where a word has
// several forms or a prefix several words, those with the most frequent of them, so that a rare form does not count
// for more than the word that was asked for. k1 = 1.2, b = 0.75 (Robertson and Zaragoza, "The Probabilistic Relevance
// Framework", 2009). Forms other than the one that was typed weigh a half. Caption 2, context 1, title 1, abstract
// 0.5, MeSH 0.7, keywords 0.7: a word in the caption is about the figure, one in the abstract often in passing.
//
// A word's beginning of one or two letters finds and counts nothing: it stands for thousands of words that have
// nothing to do with each other, so that what follows is no better a match than what comes first. Figures that nothing
// else tells apart stand in the order of the catalog. Lucene gives all prefixes one score for the same reason.
//
// Scores are added as whole numbers of 2^-17. Sums are then the same in whatever order and from whatever segments
// they are added, so ties are true ties and results repeat exactly. Each part is monotone in f and length as it is
// computed, so that the impacts of a block (postings.h) bound it without a margin.
//
// Removed documents count in N, n and the average until their segment is merged.
//
// Thread contract: values and pure functions.
#pragma once

#include <cmath>
#include <cstdint>

namespace biomedica::textsearch {

/// In units of 2^-17.
using Score = std::uint32_t;
inline constexpr float scoreUnit = 1.f / (1 << 17);

struct FieldStatistics {
    std::uint64_t documents = 0, words = 0;
};

inline double inverseFrequency(std::uint64_t documents, std::uint64_t with)
{
    const double rest = documents > with ? static_cast<double>(documents - with) : 0.0;
    return std::log1p((rest + 0.5) / (static_cast<double>(with) + 0.5));
}

/// What a word's frequency and the length of the field are worth, for one word in one field.
class Bm25 {
public:
    Bm25() = default;
    Bm25(double weight, double idf, const FieldStatistics& field)
    {
        constexpr double k1 = 1.2, b = 0.75;
        m_most = static_cast<float>(weight * idf * (k1 + 1) / scoreUnit);
        m_base = static_cast<float>(k1 * (1 - b));
        m_perWord =
            field.words == 0
                ? 0.f
                : static_cast<float>(k1 * b * static_cast<double>(field.documents) / static_cast<double>(field.words));
    }

    /// f ≥ 1. Divisions rather than f/(f + …), for each step of this is monotone in f as floats round.
    Score of(std::uint32_t frequency, std::uint16_t length) const
    {
        const float norm = m_base + m_perWord * static_cast<float>(length);
        const float share = 1.f + norm / static_cast<float>(static_cast<std::int32_t>(frequency));
        return static_cast<Score>(static_cast<std::int32_t>(m_most / share + 0.5f));
    }

    /// More than it is ever worth.
    Score most() const { return static_cast<Score>(static_cast<std::int32_t>(m_most + 1.f)); }

private:
    float m_most = 0, m_base = 0, m_perWord = 0;
};

} // namespace biomedica::textsearch
