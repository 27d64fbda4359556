// Figures by the million as the released data has them: several to an article, every field filled, captions and texts
// drawn from real word statistics (captions.h), labels by cluster. The same seed gives the same figures.
//
// Thread contract: one FigureSource belongs to one thread.
#pragma once

#include "core/demo/drawing/random.h"
#include "core/shards/metadata.h"
#include "tests/bench/captions.h"
#include "tests/bench/tiny_pictures.h"

#include <cstdint>
#include <string>
#include <vector>

namespace biomedica::bench {

inline constexpr int figuresInShard = 10'000;

/// Seven of ten shards are for any use, two for no commercial one; as their licences say.
std::string subsetOfShard(int shard);
/// "commercial/000012.tar"
std::string nameOfShard(int shard);

struct MadeFigure {
    std::string key;
    shards::FigureMetadata metadata;
    std::size_t picture = 0; ///< index among the pictures
};

class FigureSource {
public:
    /// The pictures outlive it.
    explicit FigureSource(const std::vector<TinyPicture>& pictures, std::uint64_t seed = 1);

    /// Articles do not reach from shard to shard.
    void beginShard(int shard);
    /// Stays where it is, with other contents, when the next one is made.
    const MadeFigure& next();

private:
    void beginArticle();
    void takeTerms(demo::Random& random);

    const std::vector<TinyPicture>& m_pictures;
    std::uint64_t m_seed;
    CaptionSource m_words;
    int m_shard = 0;
    std::uint64_t m_articles = 0, m_figures = 0;
    int m_left = 0, m_index = 0; ///< figures of the article to come; the last one's number in it
    MadeFigure m_figure;
};

} // namespace biomedica::bench
