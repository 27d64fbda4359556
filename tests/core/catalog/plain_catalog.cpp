#include "tests/core/catalog/plain_catalog.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/schema.h"

#include <QtGlobal>

namespace biomedica::test {

using query::Field;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().message().c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

std::string joinedList(const std::vector<std::string>& values)
{
    return join(values, std::string_view(&catalog::listSeparator, 1));
}

} // namespace

PlainCatalog::PlainCatalog(const std::filesystem::path& folder, std::uint32_t firstRow, unsigned seed)
    : m_random(seed), m_nextRow(firstRow)
{
    std::filesystem::create_directories(folder);
    m_catalog = must(catalog::Catalog::open(folder / "catalog.sqlite", db::Access::Create));
}

void PlainCatalog::execute(const std::string& sql)
{
    must(m_catalog->connection().execute(sql.c_str()));
}

void PlainCatalog::run(const char* sql,
                       const std::vector<std::variant<std::nullptr_t, std::int64_t, std::string>>& values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.emplace(sql, must(m_catalog->connection().prepare(sql))).first;
    int index = 0;
    for (const auto& value : values) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            found->second.bind(index, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            found->second.bind(index, *text);
        else
            found->second.bindNull(index);
    }
    must(found->second.run());
}

std::int64_t PlainCatalog::term(const std::string& text)
{
    const auto [place, isNew] = m_terms.try_emplace(text, static_cast<std::int64_t>(m_terms.size()) + 1);
    if (isNew)
        run("INSERT INTO term VALUES (?1, ?2)", {place->second, text});
    return place->second;
}

std::string PlainCatalog::oneOf(const char* what, unsigned many)
{
    return std::string(what) + " " + std::to_string(m_random() % many);
}

std::vector<std::string> PlainCatalog::list(const char* what, unsigned many, unsigned most)
{
    std::vector<std::string> values;
    for (unsigned i = static_cast<unsigned>(m_random()) % (most + 1); i > 0; --i)
        if (std::string value = oneOf(what, many); std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    return values;
}

void PlainCatalog::addArticle()
{
    const std::uint32_t id = m_nextArticle++;
    PlainArticle& article = m_articles[id];
    if (m_random() % 10)
        article.values[Field::Pmcid] = {"PMC" + std::to_string(100'000 + m_random() % 50'000)};
    article.values[Field::Mesh] = list("Étude", 500, 6);
    article.values[Field::Keyword] = list("keyword", 20'000, 4);
    article.values[Field::Subject] = list("Subject", 8, 1);
    if (m_random() % 8)
        article.values[Field::Journal] = {oneOf("Journal", 700)};
    if (m_random() % 8)
        article.values[Field::License] = {oneOf("CC", 5)};
    article.year = m_random() % 20 ? 1990 + static_cast<int>(m_random() % 35) : -1;
    article.hasTitle = m_random() % 4;
    article.hasAbstract = m_random() % 2;
    const auto termOf = [&](Field field) -> std::variant<std::nullptr_t, std::int64_t, std::string> {
        if (article.values[field].empty())
            return nullptr;
        return term(article.values[field].front());
    };
    const auto journal = termOf(Field::Journal), license = termOf(Field::License);
    using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;
    run("INSERT INTO article VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {std::int64_t{id}, article.values[Field::Pmcid].empty() ? std::string() : article.values[Field::Pmcid].front(),
         article.year < 0 ? Value(nullptr) : Value(std::int64_t{article.year}), journal, license,
         joinedList(article.values[Field::Mesh]), joinedList(article.values[Field::Keyword]),
         joinedList(article.values[Field::Subject])});
    run("INSERT INTO article_text VALUES (?1, ?2, '', '', '', ?3)",
        {std::int64_t{id}, std::string(article.hasTitle ? "title" : ""),
         std::string(article.hasAbstract ? "abstract" : "")});
}

void PlainCatalog::addFigure(int shard)
{
    const std::uint32_t row = m_nextRow++;
    PlainFigure& figure = m_figures[row];
    figure.id = std::uint64_t{m_random()} << 32 | m_random();
    figure.state = 0;
    if (m_random() % 50 == 0) { // a copy that is hidden behind another one
        auto other = m_figures.begin();
        if (other->first != row) {
            figure.id = other->second.id;
            figure.state = 1;
        }
    }
    figure.article = m_random() % 20 ? 1 + static_cast<std::uint32_t>(m_random() % (m_nextArticle - 1)) : 0;
    figure.picture = m_random() % 5 ? 1 + m_random() % 100'000'000 : 0;
    figure.shard = shard;
    if (m_random() % 10) {
        figure.width = 100 + static_cast<int>(m_random() % 3000);
        figure.height = 100 + static_cast<int>(m_random() % 400);
    }
    figure.hasCaption = m_random() % 3;
    figure.hasMentions = m_random() % 2;
    figure.values[Field::Shard] = {"set/" + std::to_string(shard) + ".tar"};
    figure.values[Field::Subset] = {"set"};
    figure.values[Field::Cluster] = {std::to_string(m_random() % 2000)};
    if (m_random() % 4)
        figure.values[Field::PanelType] = {oneOf("panel", 3)};
    figure.values[Field::Primary] = list("Class", 20, 3);
    figure.values[Field::Secondary] = list("Finer class", 90, 2);
    const auto termOf = [&](Field field) -> std::variant<std::nullptr_t, std::int64_t, std::string> {
        if (figure.values[field].empty())
            return nullptr;
        return term(joinedList(figure.values[field]));
    };
    const auto cluster = termOf(Field::Cluster), panel = termOf(Field::PanelType),
               subpanel = termOf(Field::PanelSubtype), primary = termOf(Field::Primary),
               secondary = termOf(Field::Secondary);
    using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;
    run("INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11, ?12, ?13, ?14, ?15)",
        {std::int64_t{row}, static_cast<std::int64_t>(figure.id), std::int64_t{shard},
         figure.article ? Value(std::int64_t{figure.article}) : Value(nullptr), std::int64_t{figure.state},
         std::int64_t{figure.width}, std::int64_t{figure.height}, std::int64_t{figure.hasCaption},
         std::int64_t{figure.hasMentions},
         figure.picture ? Value(static_cast<std::int64_t>(figure.picture)) : Value(nullptr), cluster, panel, subpanel,
         primary, secondary});
    figure.key = "batch_" + std::to_string(m_random() % 3) + "-" + std::to_string(m_random() % 60'000);
    run("INSERT INTO figure_text VALUES (?1, ?2, '', '')", {std::int64_t{row}, figure.key});
    figure.year = figure.article ? m_articles.at(figure.article).year : -1;
}

void PlainCatalog::addShard(int figures)
{
    const int shard = m_nextShard++;
    execute("BEGIN");
    run("INSERT INTO shard VALUES (?1, ?2, ?3, 'set', 0, 0)",
        {std::int64_t{shard}, "/set/" + std::to_string(shard) + ".tar", "set/" + std::to_string(shard) + ".tar"});
    for (int article = 0; article < figures / 4 + 1; ++article)
        addArticle();
    for (int figure = 0; figure < figures; ++figure)
        addFigure(shard);
    execute("UPDATE generation SET number = number + 1; COMMIT");
}

void PlainCatalog::forgetShard(int shard)
{
    const std::string number = std::to_string(shard);
    execute("BEGIN; DELETE FROM figure_text WHERE row IN (SELECT row FROM figure WHERE shard = " + number
            + "); DELETE FROM figure WHERE shard = " + number + "; DELETE FROM shard WHERE id = " + number
            + "; UPDATE generation SET number = number + 1; COMMIT");
    std::erase_if(m_figures, [shard](const auto& figure) { return figure.second.shard == shard; });
}

void PlainCatalog::setState(std::uint32_t row, int state)
{
    execute("BEGIN; UPDATE figure SET state = " + std::to_string(state) + " WHERE row = " + std::to_string(row)
            + "; UPDATE generation SET number = number + 1; COMMIT");
    m_figures.at(row).state = state;
}

std::vector<std::string> PlainCatalog::valuesOf(const PlainFigure& figure, Field field) const
{
    if (const auto found = figure.values.find(field); found != figure.values.end())
        return found->second;
    if (field == Field::Year)
        return figure.year < 0 ? std::vector<std::string>() : std::vector{std::to_string(figure.year)};
    if (field == Field::Width)
        return figure.width < 0 ? std::vector<std::string>() : std::vector{std::to_string(figure.width)};
    if (figure.article == 0)
        return {};
    const PlainArticle& ofFigure = m_articles.at(figure.article);
    const auto found = ofFigure.values.find(field);
    return found == ofFigure.values.end() ? std::vector<std::string>() : found->second;
}

} // namespace biomedica::test
