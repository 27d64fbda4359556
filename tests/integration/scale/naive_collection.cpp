#include "tests/integration/scale/naive_collection.h"

#include <algorithm>

namespace biomedica::test {

namespace {

constexpr const char* questions[] = {"panel", "subpanel", "primary", "secondary"};

bool isOfArticle(const std::string& field)
{
    static const std::set<std::string> fields = {"journal", "license", "subject", "pmcid", "mesh", "keyword", "year"};
    return fields.contains(field);
}

bool isOfLabels(const std::string& field)
{
    static const std::set<std::string> fields = {"panel",     "subpanel", "primary", "secondary",
                                                 "annotator", "source",   "status"};
    return fields.contains(field);
}

std::string withoutVersion(const std::string& license)
{
    const std::size_t blank = license.rfind(' ');
    const bool hasVersion =
        blank != std::string::npos && license.find_first_not_of("0123456789.", blank + 1) == std::string::npos;
    return hasVersion ? license.substr(0, blank) : license;
}

/// What more than half of the voters chose; nullopt where there is no such thing.
std::optional<Values> majority(const std::vector<Values>& votes, bool isList)
{
    std::map<std::string, std::size_t> count;
    std::size_t none = 0;
    for (const Values& vote : votes) {
        none += vote.empty() ? 1 : 0;
        for (const std::string& value : vote)
            ++count[value];
    }
    const auto isMost = [&](std::size_t number) { return 2 * number > votes.size(); };
    Values winners;
    for (const auto& [value, number] : count)
        if (isMost(number))
            winners.push_back(value);
    if (!winners.empty() || (isList && isMost(none)))
        return winners;
    return std::nullopt;
}

} // namespace

std::string naiveFolded(const std::string& text)
{
    std::string folded = text;
    for (const auto& [from, to] : {std::pair<std::string, std::string>("É", "é"), {"Ü", "ü"}, {"Å", "å"}})
        for (std::size_t at = folded.find(from); at != std::string::npos; at = folded.find(from, at))
            folded.replace(at, from.size(), to);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

NaiveCollection::NaiveCollection()
{
    for (const double weight : {2.0, 1.0, 1.0, 0.5, 0.7, 0.7})
        m_text.emplace_back(weight);
    m_text[0].add({});
    m_text[1].add({}); // row 0
}

std::uint32_t NaiveCollection::addArticle(NaiveArticle article)
{
    m_text[2].add(article.title);
    m_text[3].add(article.abstract);
    m_text[4].add(article.mesh);
    m_text[5].add(article.keyword);
    m_articles.push_back(std::move(article));
    return static_cast<std::uint32_t>(m_articles.size() - 1);
}

std::uint32_t NaiveCollection::addFigure(NaiveFigure figure)
{
    m_text[0].add(figure.caption);
    m_text[1].add(figure.mentions);
    m_figures.push_back(std::move(figure));
    return static_cast<std::uint32_t>(m_figures.size() - 1);
}

void NaiveCollection::removeShard(const std::string& name)
{
    for (std::uint32_t row = 1; row < m_figures.size(); ++row)
        if (m_figures[row].isShown && m_figures[row].values["shard"] == Values{name}) {
            m_figures[row].isShown = false;
            m_removed.insert(row);
        }
}

void NaiveCollection::forgetRemovedText()
{
    for (NaiveField* field : {&m_text[0], &m_text[1]})
        field->forget(m_removed);
    m_removed.clear();
}

NaiveCollection::Labels NaiveCollection::labelsOf(const NaiveFigure& figure) const
{
    Labels labels;
    std::set<std::string> annotators, sources, statuses;
    for (const auto& [annotator, votes] : figure.votes) {
        if (!votes.answers.empty()) {
            annotators.insert(annotator);
            for (const auto& [field, source] : votes.sources)
                sources.insert(source);
            labels.isLabelled = true;
        }
        if (!votes.status.empty())
            statuses.insert(votes.status);
        if (!votes.note.empty())
            labels.notes.push_back(votes.note);
        labels.isFlagged |= votes.isFlagged;
    }
    bool isAnswered = false;
    for (const std::string question : questions) {
        std::vector<Values> votes;
        for (const auto& [annotator, ofOne] : figure.votes)
            if (const auto vote = ofOne.answers.find(question); vote != ofOne.answers.end())
                votes.push_back(vote->second);
        const auto consensus = majority(votes, question == "primary" || question == "secondary");
        labels.isDisputed |= !votes.empty() && !consensus;
        const auto imported = figure.values.find(question);
        labels.values[question] = consensus                         ? *consensus
                                  : imported == figure.values.end() ? Values()
                                                                    : imported->second;
        isAnswered |= !labels.values[question].empty();
    }
    if (!labels.isLabelled && isAnswered)
        sources = {"imported"};
    labels.values["annotator"].assign(annotators.begin(), annotators.end());
    labels.values["source"].assign(sources.begin(), sources.end());
    labels.values["status"].assign(statuses.begin(), statuses.end());
    return labels;
}

NaiveCollection::Column NaiveCollection::columnOf(const std::string& field) const
{
    Column column;
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (std::uint32_t row = 0; row < m_figures.size(); ++row) {
        const auto& values = isOfLabels(field)                ? m_labels[row].values
                             : isOfArticle(field) && row != 0 ? articleOf(row).values
                                                              : m_figures[row].values;
        if (const auto found = values.find(field); found != values.end())
            for (const std::string& value : found->second) {
                const auto [place, isNew] = numbers.try_emplace(value, static_cast<std::uint32_t>(column.texts.size()));
                if (isNew)
                    column.texts.push_back(value);
                column.values.push_back(place->second);
            }
        column.begins.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
    return column;
}

void NaiveCollection::update()
{
    m_labels.assign(1, {});
    m_pictures.clear();
    m_articleOf.assign(1, 0);
    m_isShown.assign(1, false);
    for (std::uint32_t row = 1; row < m_figures.size(); ++row) {
        m_labels.push_back(labelsOf(m_figures[row]));
        m_articleOf.push_back(m_figures[row].article);
        m_isShown.push_back(m_figures[row].isShown);
        if (m_isShown[row] && !m_figures[row].picture.empty())
            ++m_pictures[m_figures[row].picture];
    }
    for (const char* field : {"journal",  "license", "subject",   "pmcid",     "mesh",   "keyword", "year",
                              "shard",    "subset",  "cluster",   "width",     "height", "key",     "panel",
                              "subpanel", "primary", "secondary", "annotator", "source", "status"})
        m_columns[field] = columnOf(field);
}

Values NaiveCollection::valuesOf(std::uint32_t row, const std::string& field) const
{
    const Column& column = m_columns.at(field);
    Values values;
    for (std::uint32_t i = column.begins[row]; i < column.begins[row + 1]; ++i)
        values.push_back(column.texts[column.values[i]]);
    return values;
}

bool NaiveCollection::is(std::uint32_t row, const std::string& trait) const
{
    const Labels& labels = m_labels[row];
    if (trait == "labelled")
        return labels.isLabelled;
    if (trait == "unlabelled")
        return !labels.isLabelled;
    if (trait == "disputed")
        return labels.isDisputed;
    if (trait == "flagged")
        return labels.isFlagged;
    const std::string& picture = m_figures[row].picture;
    return !picture.empty() && m_pictures.at(picture) > 1;
}

bool NaiveCollection::has(std::uint32_t row, const std::string& field) const
{
    const auto holdsAny = [](const Values& texts) {
        return std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
    };
    if (field == "caption")
        return holdsAny(m_figures[row].caption);
    if (field == "context")
        return holdsAny(m_figures[row].mentions);
    if (field == "title")
        return holdsAny(articleOf(row).title);
    if (field == "abstract")
        return holdsAny(articleOf(row).abstract);
    if (field == "note")
        return holdsAny(m_labels[row].notes);
    const Column& column = m_columns.at(field);
    return column.begins[row] < column.begins[row + 1];
}

/// Rows with a value that is wanted.
std::vector<bool> NaiveCollection::rowsWith(const NaiveQuery& query) const
{
    const Column& column = m_columns.at(query.field);
    const std::string wanted = naiveFolded(query.field == "license" ? withoutVersion(query.value) : query.value);
    const auto isWanted = [&](const std::string& value) {
        if (query.kind == NaiveQuery::Kind::Number) {
            const std::int64_t number = std::stoll(value);
            return (!query.low || number >= *query.low) && (!query.high || number <= *query.high);
        }
        const std::string folded = naiveFolded(value);
        return folded == wanted || (query.field == "shard" && folded.substr(folded.rfind('/') + 1) == wanted);
    };
    std::vector<bool> isTextWanted, found(m_figures.size());
    for (const std::string& text : column.texts)
        isTextWanted.push_back(
            (text.size() == wanted.size() || query.field == "shard" || query.kind == NaiveQuery::Kind::Number)
            && isWanted(text));
    for (std::uint32_t row = 1; row < m_figures.size(); ++row)
        for (std::uint32_t i = column.begins[row]; i < column.begins[row + 1]; ++i)
            if (isTextWanted[column.values[i]])
                found[row] = true;
    return found;
}

std::vector<bool> NaiveCollection::words(const NaiveQuery& query, std::vector<double>& scores, bool isScored) const
{
    std::vector<bool> found(m_figures.size());
    if (query.field == "note") {
        for (std::uint32_t row = 1; row < m_figures.size(); ++row) {
            if (m_labels[row].notes.empty())
                continue;
            NaiveField notes(1);
            notes.add(m_labels[row].notes);
            found[row] = !notes.find(query.pattern).empty();
        }
        return found;
    }
    static const std::vector<std::string> names = {"caption", "context", "title", "abstract", "mesh", "keyword"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!query.field.empty() && query.field != names[i])
            continue;
        const std::vector<double> matches = m_text[i].find(query.pattern);
        for (std::uint32_t row = 1; row < m_figures.size() && !matches.empty(); ++row) {
            const double score = matches[i < 2 ? row : m_articleOf[row]];
            if (score == 0)
                continue;
            found[row] = true;
            scores[row] += isScored ? score : 0;
        }
    }
    return found;
}

std::vector<bool> NaiveCollection::evaluate(const NaiveQuery& query, std::vector<double>& scores, bool isScored) const
{
    using Kind = NaiveQuery::Kind;
    if (query.kind == Kind::Words)
        return words(query, scores, isScored);
    std::vector<bool> found(m_figures.size(), query.kind == Kind::And);
    if (query.kind == Kind::And || query.kind == Kind::Or || query.kind == Kind::Not) {
        for (const NaiveQuery& child : query.children) {
            const std::vector<bool> ofChild = evaluate(child, scores, isScored && query.kind != Kind::Not);
            for (std::size_t row = 1; row < found.size(); ++row)
                found[row] = query.kind == Kind::And  ? found[row] && ofChild[row]
                             : query.kind == Kind::Or ? found[row] || ofChild[row]
                                                      : !ofChild[row];
        }
        return found;
    }
    if (query.kind == Kind::Value || query.kind == Kind::Number)
        return rowsWith(query);
    for (std::uint32_t row = 1; row < m_figures.size(); ++row)
        found[row] = query.kind == Kind::All
                     || (m_isShown[row] && (query.kind == Kind::Is ? is(row, query.value) : has(row, query.field)));
    return found;
}

NaiveAnswer NaiveCollection::answer(const NaiveQuery& query) const
{
    NaiveAnswer answer;
    answer.scores.resize(m_figures.size());
    answer.rows = evaluate(query, answer.scores, true);
    answer.rows[0] = false;
    for (std::uint32_t row = 1; row < m_figures.size(); ++row)
        answer.rows[row] = answer.rows[row] && m_isShown[row];
    return answer;
}

std::vector<std::pair<std::string, std::size_t>> NaiveCollection::facet(const std::string& field,
                                                                        const std::vector<bool>& rows) const
{
    const Column& column = m_columns.at(field);
    std::vector<std::size_t> counts(column.texts.size());
    for (std::uint32_t row = 1; row < rows.size(); ++row)
        for (std::uint32_t i = column.begins[row]; rows[row] && i < column.begins[row + 1]; ++i)
            ++counts[column.values[i]];
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (std::size_t value = 0; value < counts.size(); ++value)
        if (counts[value] > 0)
            sorted.emplace_back(column.texts[value], counts[value]);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return sorted;
}

std::vector<std::uint32_t> NaiveCollection::sorted(const std::vector<bool>& rows, const std::string& field,
                                                   bool isDescending) const
{
    const bool isNumber = field == "year" || field == "width" || field == "height";
    const Column& column = m_columns.at(field);
    std::map<std::pair<long, std::string>, std::uint32_t> ranks; // of numbers, or of texts
    const auto keyOf = [&](const std::string& text) {
        return std::pair(isNumber ? std::stol(text) : 0L, isNumber         ? std::string()
                                                          : field == "key" ? text
                                                                           : naiveFolded(text));
    };
    for (const std::string& text : column.texts)
        ranks[keyOf(text)] = 0;
    std::uint32_t next = 0;
    for (auto& [key, rank] : ranks)
        rank = next++;
    std::vector<std::uint32_t> rankOf;
    for (const std::string& text : column.texts)
        rankOf.push_back(ranks.at(keyOf(text)));
    std::vector<std::uint32_t> order;
    for (std::uint32_t row = 1; row < rows.size(); ++row)
        if (rows[row])
            order.push_back(row);
    const auto isMissing = [&](std::uint32_t row) { return column.begins[row] == column.begins[row + 1]; };
    const auto placeOf = [&](std::uint32_t row) { return rankOf[column.values[column.begins[row]]]; };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (isMissing(a) || isMissing(b))
            return !isMissing(a) && isMissing(b);
        return isDescending ? placeOf(b) < placeOf(a) : placeOf(a) < placeOf(b);
    });
    return order;
}

} // namespace biomedica::test
