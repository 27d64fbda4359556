#include "core/workspace/collection_file.h"

#include "core/base/file.h"
#include "core/json/value.h"

namespace biomedica::workspace {

namespace {

constexpr const char* format = "biomedica-curator-collection";
constexpr int version = 1;

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
    for (const json::Value& shard : value->value("shards", json::Value::array()))
        if (shard.is_string())
            file.shards.emplace_back(shard.get<std::string>());
    return file;
}

Result<void> writeCollectionFile(const std::filesystem::path& folder, const CollectionFile& file)
{
    json::Value value;
    value["format"] = format;
    value["version"] = version;
    value["name"] = file.name;
    value["shards"] = json::Value::array();
    for (const std::filesystem::path& shard : file.shards)
        value["shards"].push_back(shard.string());
    return writeFileDurably(folder / collectionFileName, json::toPrettyText(value));
}

} // namespace biomedica::workspace
