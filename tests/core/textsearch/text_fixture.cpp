#include "tests/core/textsearch/text_fixture.h"

#include "core/base/text.h"

#include <cmath>

namespace biomedica::test {

using textsearch::Space;

namespace {

const char* const stems[] = {"cell",   "tissue", "biopsy", "blot",     "müller",
                             "branch", "mouse",  "virus",  "analysis", "ct"};
const char* const plurals[] = {"cells",    "tissues", "biopsies", "blots",    "Müller",
                               "branches", "mice",    "viruses",  "analyses", "cts"};

std::filesystem::path written(textsearch::SegmentBuilder& builder, const std::filesystem::path& path)
{
    const auto size = builder.write(path);
    if (!size)
        qFatal("%s", size.error().message().c_str());
    return path;
}

textsearch::SegmentPointer opened(const std::filesystem::path& path)
{
    auto segment = textsearch::Segment::open(path);
    if (!segment)
        qFatal("%s", segment.error().message().c_str());
    return *segment;
}

} // namespace

std::string RandomTexts::word()
{
    const double uniform = (m_random() + 1.0) / 4294967297.0;
    const int rank = static_cast<int>(std::pow(400.0, uniform)) - 1;
    if (rank < 40)
        return m_random() % 3 ? stems[rank % 10] : plurals[rank % 10];
    return "w" + std::to_string(rank);
}

std::string RandomTexts::text(unsigned words)
{
    std::string text;
    for (unsigned i = 0; i < words; ++i)
        text += word() + (m_random() % 8 ? " " : "-");
    return text;
}

textsearch::Pattern RandomTexts::pattern()
{
    textsearch::Pattern pattern;
    const unsigned kind = m_random() % 8;
    for (unsigned i = 0; i < (kind < 3 ? 2 + m_random() % 2 : 1); ++i)
        for (textsearch::Token& token : textsearch::tokenize(word()))
            pattern.words.push_back(token.word);
    pattern.isExact = kind == 3;
    if (kind == 2 || kind == 4) {
        std::string& last = pattern.words.back();
        last.resize(1 + m_random() % last.size());
        if (!isValidUtf8(last))
            last = "m";
        pattern.isPrefix = true;
    }
    return pattern;
}

textsearch::TextFields RandomTexts::fields()
{
    return m_random() % 2 ? textsearch::allTextFields : 1u << m_random() % 6;
}

void TextFixture::grow(std::uint32_t figures)
{
    std::mt19937& random = texts.random();
    textsearch::SegmentBuilder builders[] = {textsearch::SegmentBuilder(Space::Figures),
                                             textsearch::SegmentBuilder(Space::Articles)};
    const auto add = [](textsearch::SegmentBuilder& builder, std::uint32_t document, const DocumentTexts& all) {
        builder.beginDocument(document);
        for (unsigned field = 0; field < all.size(); ++field)
            for (const std::string& text : all[field])
                builder.add(field, text);
    };
    for (std::uint32_t i = 0; i < figures; ++i) {
        m_lastRow += random() % 50 ? 1 : 7; // rows of figures that another transaction never finished
        std::uint32_t article = m_lastArticle == 0 ? 0 : random() % (m_lastArticle + 1);
        if (random() % 3 == 0) {
            article = ++m_lastArticle;
            const DocumentTexts all = {
                {{texts.text(6)}, {texts.text(random() % 40)}, {texts.text(1), texts.text(2)}, {}}};
            add(builders[1], article, all);
            reference.addArticle(article, all);
        }
        DocumentTexts all;
        if (random() % 20)
            all[0] = {texts.text(1 + random() % 20)};
        for (unsigned mention = random() % 3; mention > 0; --mention)
            all[1].push_back(texts.text(8));
        add(builders[0], m_lastRow, all);
        reference.addFigure(m_lastRow, article, all);
        m_articleOfRow.resize(m_lastRow + 1);
        m_articleOfRow[m_lastRow] = ArticleId(article);
    }
    for (std::size_t space = 0; space < 2; ++space)
        if (!builders[space].isEmpty())
            m_segments[space].push_back(opened(written(builders[space], nextPath())));
    std::vector<textsearch::SegmentPointer> all = m_segments[1];
    all.insert(all.end(), m_segments[0].begin(), m_segments[0].end());
    m_set = textsearch::SegmentSet::of(all).value();
    m_articleFigures = std::make_shared<textsearch::ArticleFigures>(m_articleOfRow);
}

std::string TextFixture::mergeAll()
{
    const Bitmap kept = shown();
    std::vector<textsearch::SegmentPointer> all;
    for (std::size_t space = 0; space < 2; ++space) {
        const auto path = nextPath();
        const auto merged = textsearch::mergeSegments(m_segments[space], space == 0 ? &kept : nullptr, path, {});
        if (!merged)
            return merged.error().message();
        m_segments[space] = {opened(path)};
        all.push_back(m_segments[space][0]);
    }
    for (const std::uint32_t row : m_removed)
        reference.removeFigure(row);
    m_set = textsearch::SegmentSet::of(all).value();
    return {};
}

void TextFixture::removeSome()
{
    for (std::uint32_t row = 1; row <= m_lastRow; ++row)
        if (texts.random()() % 3 == 0)
            m_removed.insert(row);
}

Bitmap TextFixture::shown() const
{
    Bitmap rows(m_lastRow + 1);
    for (const auto& [row, article] : reference.articles())
        if (!m_removed.contains(row))
            rows.set(row);
    return rows;
}

textsearch::TextQuery TextFixture::query() const
{
    return textsearch::TextQuery(m_set, m_articleFigures);
}

} // namespace biomedica::test
