// A catalog of random figures, and the same figures as plain values: what columns are compared with.
#pragma once

#include "core/catalog/catalog.h"
#include "core/query/fields.h"

#include <map>
#include <random>

namespace biomedica::test {

struct PlainFigure {
    std::uint64_t id = 0;
    int state = 0; ///< catalog::FigureState
    std::string key;
    std::uint32_t article = 0;
    std::uint64_t picture = 0;
    int shard = 0, width = -1, height = -1, year = -1;
    bool hasCaption = false, hasMentions = false;
    std::map<query::Field, std::vector<std::string>> values; ///< those of figures
};

struct PlainArticle {
    std::map<query::Field, std::vector<std::string>> values;
    int year = -1;
    bool hasTitle = false, hasAbstract = false;
};

class PlainCatalog {
public:
    /// Rows begin at `firstRow`.
    PlainCatalog(const std::filesystem::path& folder, std::uint32_t firstRow, unsigned seed);

    catalog::Catalog& catalog() { return *m_catalog; }
    const std::map<std::uint32_t, PlainFigure>& figures() const { return m_figures; }
    const PlainArticle& article(std::uint32_t id) const { return m_articles.at(id); }

    /// One shard of so many figures and their articles, as the indexer adds it.
    void addShard(int figures);
    void forgetShard(int shard);
    void setState(std::uint32_t row, int state);

    /// A shown figure's values of any field but the key.
    std::vector<std::string> valuesOf(const PlainFigure& figure, query::Field field) const;

private:
    std::int64_t term(const std::string& text);
    std::string oneOf(const char* what, unsigned many);
    std::vector<std::string> list(const char* what, unsigned many, unsigned most);
    void addArticle();
    void addFigure(int shard);
    void run(const char* sql, const std::vector<std::variant<std::nullptr_t, std::int64_t, std::string>>& values);
    void execute(const std::string& sql);

    std::optional<catalog::Catalog> m_catalog;
    std::mt19937 m_random;
    std::uint32_t m_nextRow, m_nextArticle = 1;
    int m_nextShard = 1;
    std::map<std::string, std::int64_t> m_terms;
    std::map<std::string, db::Statement> m_statements;
    std::map<std::uint32_t, PlainFigure> m_figures; ///< by row
    std::map<std::uint32_t, PlainArticle> m_articles;
};

} // namespace biomedica::test
