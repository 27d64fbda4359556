// A collection as plain vectors: what the product's answers are compared with. Queries are trees of its own, answered
// row by row from the words of design and documentation, not by core/query.
//
// Thread contract: belongs to one thread.
#pragma once

#include "tests/integration/scale/naive_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace biomedica::test {

using Values = std::vector<std::string>;

struct NaiveArticle {
    Values title, abstract, mesh, keyword; ///< one text or none in the first two
    std::map<std::string, Values> values;  ///< journal, license, subject, pmcid, mesh, keyword, year
};

struct NaiveVotes {                             ///< of one annotator
    std::map<std::string, Values> answers;      ///< by field: panel, subpanel, primary, secondary
    std::map<std::string, std::string> sources; ///< of the answers, by field
    std::string note, status;
    bool isFlagged = false;
};

struct NaiveFigure {
    std::uint32_t article = 0; ///< index
    Values caption, mentions;  ///< one text or none; paragraphs
    std::string picture;
    std::map<std::string, Values> values; ///< key, shard, subset, cluster, width, height; the imported answers by field
    bool isShown = true;
    std::map<std::string, NaiveVotes> votes; ///< by annotator
};

struct NaiveQuery {
    enum class Kind { All, And, Or, Not, Words, Value, Number, Is, Has };
    Kind kind = Kind::All;
    std::vector<NaiveQuery> children;
    std::string field; ///< "" = any text
    NaivePattern pattern;
    std::string value; ///< of Value and Is
    std::optional<std::int64_t> low, high;
};

struct NaiveAnswer {
    std::vector<bool> rows; ///< row 0 is none
    std::vector<double> scores;
};

class NaiveCollection {
public:
    NaiveCollection();

    std::uint32_t addArticle(NaiveArticle article);
    /// Its row: 1, 2, …
    std::uint32_t addFigure(NaiveFigure figure);
    void removeShard(const std::string& name);
    /// Removed figures no longer count in the statistics of the text.
    void forgetRemovedText();
    /// After figures or votes have changed.
    void update();

    std::uint32_t rows() const { return static_cast<std::uint32_t>(m_figures.size()); }
    NaiveFigure& figure(std::uint32_t row) { return m_figures[row]; }
    const NaiveArticle& articleOf(std::uint32_t row) const { return m_articles[m_figures[row].article]; }
    std::uint32_t articleIndexOf(std::uint32_t row) const { return m_figures[row].article; }
    const NaiveField& captions() const { return m_text[0]; }
    const NaiveField& titles() const { return m_text[2]; }

    NaiveAnswer answer(const NaiveQuery& query) const;
    /// By count, then by value.
    std::vector<std::pair<std::string, std::size_t>> facet(const std::string& field,
                                                           const std::vector<bool>& rows) const;
    /// The rows by a field, those without a value last.
    std::vector<std::uint32_t> sorted(const std::vector<bool>& rows, const std::string& field, bool isDescending) const;
    /// A figure's values of a field as the product tells them; numbers as text.
    Values valuesOf(std::uint32_t row, const std::string& field) const;

private:
    struct Labels {
        std::map<std::string, Values> values; ///< effective answers, annotator, source, status
        bool isLabelled = false, isDisputed = false, isFlagged = false;
        Values notes;
    };

    struct Column { ///< a field of all rows
        std::vector<std::string> texts;
        std::vector<std::uint32_t> begins{0}, values; ///< by row, row after row: indexes of texts
    };

    Column columnOf(const std::string& field) const;
    Labels labelsOf(const NaiveFigure& figure) const;
    std::vector<bool> evaluate(const NaiveQuery& query, std::vector<double>& scores, bool isScored) const;
    std::vector<bool> words(const NaiveQuery& query, std::vector<double>& scores, bool isScored) const;
    std::vector<bool> rowsWith(const NaiveQuery& query) const;
    bool is(std::uint32_t row, const std::string& trait) const;
    bool has(std::uint32_t row, const std::string& field) const;

    std::vector<NaiveArticle> m_articles;
    std::vector<NaiveFigure> m_figures{1}; ///< by row
    std::vector<Labels> m_labels{1};
    std::map<std::string, std::size_t> m_pictures; ///< how many shown figures have it
    std::vector<std::uint32_t> m_articleOf;        ///< by row, close together
    std::vector<bool> m_isShown;
    std::map<std::string, Column> m_columns; ///< by field
    std::vector<NaiveField> m_text;          ///< caption, context; title, abstract, mesh, keyword
    std::set<std::uint32_t> m_removed;       ///< whose text is still counted
};

/// In lower case, the accented letters of the tests too.
std::string naiveFolded(const std::string& text);

} // namespace biomedica::test
