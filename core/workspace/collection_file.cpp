#include "core/workspace/collection_file.h"

#include "core/base/file.h"
#include "core/json/value.h"

namespace biomedica::workspace {

namespace {

constexpr const char* format = "biomedica-curator-collection";
constexpr int version = 1;

std::vector<std::filesystem::path> pathsIn(const json::Value& value, const char* name)
{
    std::vector<std::filesystem::path> paths;
    for (const json::Value& path : value.value(name, json::Value::array()))
        if (path.is_string())
            paths.emplace_back(path.get<std::string>());
    return paths;
}

json::Value toJson(const std::vector<std::filesystem::path>& paths)
{
    json::Value list = json::Value::array();
    for (const std::filesystem::path& path : paths)
        list.push_back(path.string());
    return list;
}

} // namespace

Result<CollectionFile> readCollectionFile(const std::filesystem::path& folder)
{
    const std::filesystem::path path = folder / collectionFileName;
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored))
        return Error(ErrorKind::NotFound, "the collection '" + folder.string() + "' does not exist");
    if (!std::filesystem::exists(path, ignored))
        return Error(ErrorKind::NotFound, "'" + folder.string() + "' is not a collection: it has no "
                                              + collectionFileName + "; make one with 'biomedica index'");
    TRY(const std::string text, readFile(path));
    const auto value = json::parse(text);
    if (!value)
        return value.error().withContext("'" + path.string() + "'");
    if (!value->is_object() || value->value("format", "") != format)
        return Error(ErrorKind::Corrupt, "'" + path.string() + "' does not describe a collection");
    const json::Value stated = value->value("version", json::Value());
    if (!stated.is_number_integer() || stated.get<int>() > version)
        return Error(ErrorKind::Unsupported,
                     "the collection '" + folder.string()
                         + "' was written by a newer version: update Biomedica Curator to open it");
    CollectionFile file;
    file.name = value->value("name", folder.filename().string());
    file.shards = pathsIn(*value, "shards");
    file.unread = pathsIn(*value, "unread");
    return file;
}

Result<void> writeCollectionFile(const std::filesystem::path& folder, const CollectionFile& file)
{
    json::Value value;
    value["format"] = format;
    value["version"] = version;
    value["name"] = file.name;
    value["shards"] = toJson(file.shards);
    if (!file.unread.empty())
        value["unread"] = toJson(file.unread);
    return writeFileDurably(folder / collectionFileName, json::toPrettyText(value));
}

} // namespace biomedica::workspace
