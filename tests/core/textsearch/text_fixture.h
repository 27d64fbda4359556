// Random figures and articles, in the index and in the reference.
#pragma once

#include "core/textsearch/merging.h"
#include "core/textsearch/segment_builder.h"
#include "core/textsearch/text_query.h"
#include "tests/support/text_reference.h"

#include <QTemporaryDir>
#include <memory>
#include <random>

namespace biomedica::test {

class RandomTexts {
public:
    explicit RandomTexts(unsigned seed) : m_random(seed) {}

    std::mt19937& random() { return m_random; }
    /// A word as often as in real text: few stand nearly everywhere, many hardly anywhere.
    std::string word();
    std::string text(unsigned words);
    /// A pattern whose words do occur, mostly.
    textsearch::Pattern pattern();
    textsearch::TextFields fields();

private:
    std::mt19937 m_random;
};

/// A text index of a few segments that grows.
class TextFixture {
public:
    TextFixture(const QTemporaryDir& folder, unsigned seed) : m_folder(folder.path().toStdString()), texts(seed) {}

    /// One segment of each space more.
    void grow(std::uint32_t figures);
    /// All segments become one, without the figures that were removed. Empty = well.
    std::string mergeAll();
    void removeSome();

    textsearch::TextQuery query() const;
    Bitmap shown() const;
    std::uint32_t rows() const { return m_lastRow + 1; }

private:
    std::filesystem::path nextPath() { return m_folder / (std::to_string(m_files++) + ".text"); }

    std::filesystem::path m_folder;
    std::uint32_t m_lastRow = 0, m_lastArticle = 0;
    int m_files = 0;
    std::array<std::vector<textsearch::SegmentPointer>, textsearch::spaceCount> m_segments;
    std::shared_ptr<const textsearch::SegmentSet> m_set;
    std::vector<ArticleId> m_articleOfRow{ArticleId()};
    std::shared_ptr<const textsearch::ArticleFigures> m_articleFigures;
    std::set<std::uint32_t> m_removed;

public:
    RandomTexts texts;
    TextReference reference;
};

} // namespace biomedica::test
