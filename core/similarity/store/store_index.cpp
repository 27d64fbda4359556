#include "core/similarity/store/store_index.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"

namespace biomedica::similarity {

namespace {

constexpr std::string_view firstLine = "biomedica vectors 1";

std::string toText(const StoreIndex& index)
{
    std::string text(firstLine);
    text += "\ndimensions " + std::to_string(index.model.dimensions) + "\nmodel " + index.model.name + "\nrecipe "
            + index.model.recipe + "\nversion " + std::to_string(index.version) + "\n";
    for (const std::uint64_t batch : index.batches)
        text += "batch " + std::to_string(batch) + "\n";
    return text + "sum " + hex64(hash64(text)) + "\n";
}

/// What follows "word " in a line that begins so.
std::optional<std::string_view> valueOf(std::string_view line, std::string_view word)
{
    if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ')
        return std::nullopt;
    return line.substr(word.size() + 1);
}

std::optional<std::uint64_t> numberOf(std::string_view line, std::string_view word)
{
    const auto value = valueOf(line, word);
    const auto number = value ? parseInteger(*value) : std::nullopt;
    return number && *number >= 0 ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

/// nullopt for anything that toText() does not write.
std::optional<StoreIndex> fromText(std::string_view text)
{
    const std::vector<std::string> lines = split(text, '\n');
    if (lines.size() < 7 || lines[0] != firstLine)
        return std::nullopt;
    const auto dimensions = numberOf(lines[1], "dimensions");
    const auto name = valueOf(lines[2], "model"), recipe = valueOf(lines[3], "recipe");
    const auto version = numberOf(lines[4], "version");
    if (!dimensions || *dimensions > mostDimensions || !name || !recipe || !version)
        return std::nullopt;
    StoreIndex index{{std::string(*name), std::string(*recipe), static_cast<std::uint32_t>(*dimensions)}, *version, {}};
    for (std::size_t i = 5; i + 2 < lines.size(); ++i) {
        const auto batch = numberOf(lines[i], "batch");
        if (!batch)
            return std::nullopt;
        index.batches.push_back(*batch);
    }
    return toText(index) == text ? std::optional(index) : std::nullopt;
}

} // namespace

std::filesystem::path indexPath(const std::filesystem::path& folder)
{
    return folder / "index";
}

std::filesystem::path batchPath(const std::filesystem::path& folder, std::uint64_t number)
{
    return folder / (std::to_string(number) + ".vectors");
}

Result<StoreIndex> readIndex(const std::filesystem::path& folder)
{
    auto text = readFile(indexPath(folder));
    if (!text && text.error().kind() == ErrorKind::NotFound)
        return Error(ErrorKind::NotFound, "'" + folder.string() + "' holds no vectors");
    if (!text)
        return text.error();
    auto index = fromText(*text);
    if (!index || !checkModel(index->model))
        return Error(ErrorKind::Corrupt, "'" + indexPath(folder).string()
                                             + "' is damaged; delete the folder and make or import the vectors again");
    return *index;
}

Result<void> writeIndex(const std::filesystem::path& folder, const StoreIndex& index)
{
    return writeFileDurably(indexPath(folder), toText(index));
}

} // namespace biomedica::similarity
