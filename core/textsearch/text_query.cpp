#include "core/textsearch/text_query.h"

#include "core/textsearch/ranking.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace {

Result<void> addTo(Bitmap& documents, const FieldMatches& matches, const Job& job)
{
    for (const WordList& word : matches.lists) {
        TRY_VOID(job.check());
        if (!word.list.addTo(documents.words()))
            return word.segment->damaged();
    }
    for (const PhraseMatches& phrase : matches.phrases)
        for (const PhraseMatch& match : phrase.matches)
            if (match.document < documents.size())
                documents.set(match.document);
    return {};
}

/// Whether there is anything in a match that tells better from worse (bm25.h).
bool isTelling(const Pattern& pattern)
{
    constexpr std::ptrdiff_t shortestTelling = 3; // letters
    const std::string& word = pattern.words.front();
    return !pattern.isPrefix || pattern.words.size() > 1
           || std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; }) >= shortestTelling;
}

/// Blocks are copied by 64 documents, so there may be some behind the end.
void cutOff(Bitmap& documents)
{
    if (const std::size_t behind = documents.size() % 64; behind > 0)
        documents.words().back() &= (std::uint64_t{1} << behind) - 1;
}

void addFiguresOf(const Bitmap& articles, const ArticleFigures& figures, Bitmap& rows)
{
    // An article's figures are scattered; where many match it is cheaper to ask each row that is not in yet.
    if (articles.count() * 16 < figures.rows()) {
        articles.forEach([&](std::uint32_t article) {
            for (const std::uint32_t row : figures.figuresOf(article))
                rows.set(row);
        });
        return;
    }
    const auto words = rows.words();
    for (std::size_t word = 0; word < words.size(); ++word) {
        const std::size_t begin = word * 64;
        const std::size_t count = std::min<std::size_t>(64, rows.size() - begin);
        const std::uint64_t all = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
        for (std::uint64_t rest = all & ~words[word]; rest != 0; rest &= rest - 1) {
            const int bit = std::countr_zero(rest);
            const std::uint32_t article =
                figures.articleOf(static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(bit));
            words[word] |= std::uint64_t{articles.test(article)} << bit;
        }
    }
}

} // namespace

struct TextQuery::Scored {
    ScoredLists figures, articles;
};

TextQuery::TextQuery(std::shared_ptr<const SegmentSet> segments, std::shared_ptr<const ArticleFigures> articles)
    : m_set(std::move(segments)), m_articlesOfFigures(std::move(articles)),
      m_scored(new Scored{ScoredLists(static_cast<std::uint32_t>(m_articlesOfFigures->rows())),
                          ScoredLists(m_set->last(Space::Articles) + 1)})
{
}

TextQuery::TextQuery(TextQuery&&) noexcept = default;
TextQuery& TextQuery::operator=(TextQuery&&) noexcept = default;
TextQuery::~TextQuery() = default;

bool TextQuery::isScored() const
{
    return !m_scored->figures.isEmpty() || !m_scored->articles.isEmpty();
}

/// An answer over a file that was cut short meanwhile is none.
template <typename T>
Result<T> TextQuery::checked(Result<T> outcome) const
{
    if (const auto whole = m_set->check(); outcome && !whole)
        outcome = whole.error();
    if (!outcome && outcome.error().kind() == ErrorKind::Corrupt)
        m_set->setAsideDamaged();
    return outcome;
}

Result<Bitmap> TextQuery::find(const Pattern& pattern, TextFields fields, bool isScored, const Job& job)
{
    return checked(findUnchecked(pattern, fields, isScored && isTelling(pattern), job));
}

Result<Bitmap> TextQuery::findUnchecked(const Pattern& pattern, TextFields fields, bool isScored, const Job& job)
{
    TRY(const std::vector<FieldMatches> found, findPattern(*m_set, pattern, fields, job));
    Bitmap rows(m_articlesOfFigures->rows());
    std::optional<Bitmap> articles;
    for (const FieldMatches& matches : found) {
        const bool isFigure = matches.space == Space::Figures;
        if (!isFigure && !articles)
            articles = Bitmap(m_scored->articles.documents());
        TRY_VOID(addTo(isFigure ? rows : *articles, matches, job));
        if (isScored)
            TRY_VOID((isFigure ? m_scored->figures : m_scored->articles).add(*m_set, matches, job));
    }
    cutOff(rows);
    if (articles) {
        cutOff(*articles);
        TRY_VOID(job.check());
        addFiguresOf(*articles, *m_articlesOfFigures, rows);
    }
    return rows;
}

Result<std::vector<RankedFigure>> TextQuery::best(const Bitmap& members, std::size_t count, const Job& job,
                                                  const RankingLimits& limits)
{
    Ranking ranking(*m_articlesOfFigures, m_scored->figures, members, count, limits);
    auto ranked = ranking.takeArticles(m_scored->articles, job);
    if (ranked)
        ranked = ranking.run(job);
    return checked(ranked ? Result<std::vector<RankedFigure>>(ranking.best()) : ranked.error());
}

} // namespace biomedica::textsearch
