#include "core/workspace/saved_searches.h"

#include "core/base/file.h"
#include "core/json/value.h"
#include "core/query/parser.h"

namespace biomedica::workspace {

namespace {

constexpr const char* fileName = "searches.json";
constexpr int version = 1;

Result<SavedSearch> searchFrom(const json::Value& value)
{
    if (!value.is_object() || !value.contains("name") || !value["name"].is_string())
        return Error(ErrorKind::Corrupt, "a search has no name");
    SavedSearch search;
    search.name = value["name"].get<std::string>();
    const json::Value text = value.value("query", json::Value(""));
    if (!text.is_string())
        return Error(ErrorKind::Corrupt, "the query of '" + search.name + "' is no text");
    TRY(search.query, query::parse(text.get<std::string>()));
    if (const json::Value sort = value.value("sort", json::Value()); sort.is_string()) {
        TRY(search.query.sort, query::parseSort(sort.get<std::string>()));
    }
    return search;
}

json::Value valueOf(const SavedSearch& search)
{
    json::Value value;
    value["name"] = search.name;
    value["query"] = query::toText(search.query);
    if (search.query.sort)
        value["sort"] =
            (search.query.sort->isDescending ? "-" : "") + std::string(query::infoOf(search.query.sort->field).name);
    return value;
}

} // namespace

Result<std::vector<SavedSearch>> readSavedSearches(const std::filesystem::path& collection)
{
    const std::filesystem::path path = collection / fileName;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::vector<SavedSearch>{};
    TRY(const std::string text, readFile(path));
    const std::string place = "'" + path.string() + "'";
    const auto file = json::parse(text);
    if (!file)
        return file.error().withContext(place);
    const json::Value stated = file->is_object() ? file->value("version", json::Value()) : json::Value();
    if (!stated.is_number_integer())
        return Error(ErrorKind::Corrupt, place + " does not hold saved searches: move it away to save new ones");
    if (stated.get<int>() > version)
        return Error(ErrorKind::Unsupported,
                     place + " was written by a newer version: update Biomedica Curator to use its searches");
    std::vector<SavedSearch> searches;
    for (const json::Value& value : file->value("searches", json::Value::array())) {
        auto search = searchFrom(value);
        if (!search)
            return search.error().withContext(place);
        searches.push_back(std::move(*search));
    }
    return searches;
}

Result<void> writeSavedSearches(const std::filesystem::path& collection, const std::vector<SavedSearch>& searches)
{
    json::Value file;
    file["version"] = version;
    file["searches"] = json::Value::array();
    for (const SavedSearch& search : searches)
        file["searches"].push_back(valueOf(search));
    return writeFileDurably(collection / fileName, json::toPrettyText(file));
}

} // namespace biomedica::workspace
