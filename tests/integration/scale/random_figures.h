// Random figures and queries over the whole query language, the same for the same seed: as the product takes them, and
// for the naive program.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/shards/metadata.h"
#include "tests/integration/scale/naive_collection.h"

#include <random>

namespace biomedica::test {

struct RandomFigure {
    std::string key;
    shards::FigureMetadata metadata;
};

class RandomFigures {
public:
    explicit RandomFigures(unsigned seed);

    /// So many figures of a shard, which the naive collection gets as well.
    std::vector<RandomFigure> shard(const std::string& name, int figures, NaiveCollection& naive);

    /// Words as often as in real text, with punctuation.
    std::string text(unsigned words);

private:
    std::size_t below(std::size_t count) { return m_random() % count; }
    std::size_t zipf(std::size_t count);
    std::string oneOf(const std::vector<std::string>& from) { return from[zipf(from.size())]; }
    Values some(const std::vector<std::string>& from, unsigned most);
    std::uint32_t beginArticle(NaiveCollection& naive);
    NaiveFigure figure(const std::string& shard, RandomFigure& figure);

    std::mt19937 m_random;
    std::vector<std::string> m_words;
    std::vector<std::string> m_journals, m_mesh, m_keywords;
    shards::ArticleMetadata m_article; ///< the one that figures are being made of
    int m_articles = 0, m_figures = 0;
};

struct RandomQuery {
    std::string text;
    NaiveQuery tree;
};

/// Queries whose words and values are drawn from the collection, so that they find something.
class RandomQueries {
public:
    RandomQueries(const NaiveCollection& collection, unsigned seed) : m_collection(collection), m_random(seed) {}

    RandomQuery next();
    /// "" = none.
    std::string sort();
    std::vector<std::string> facetFields();

private:
    std::size_t below(std::size_t count) { return m_random() % count; }
    std::uint32_t row() { return 1 + static_cast<std::uint32_t>(below(m_collection.rows() - 1)); }
    RandomQuery tree(int depth);
    RandomQuery leaf();
    RandomQuery words();
    RandomQuery value();
    RandomQuery number();
    RandomQuery presence();

    const NaiveCollection& m_collection;
    std::mt19937 m_random;
};

} // namespace biomedica::test
