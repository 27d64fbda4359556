#include "core/workspace/vector_files.h"

#include "core/base/file.h"
#include "core/base/text.h"

#include <algorithm>

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestName = 100;
constexpr std::string_view lettersOfNames = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The first field of a line, without the quotes around it.
std::string firstField(std::string_view line)
{
    if (!line.starts_with('"'))
        return std::string(trimmed(line.substr(0, line.find(','))));
    std::string field;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '"' && (i + 1 == line.size() || line[i + 1] != '"'))
            break;
        i += line[i] == '"' ? 1 : 0; // two stand for one
        field += line[i];
    }
    return field;
}

bool isHeading(const std::string& line)
{
    const std::string folded = foldCase(line);
    return folded == "key" || folded == "keys";
}

} // namespace

bool isModelName(const std::string& name)
{
    return !name.empty() && name.size() <= longestName && name.front() != '.'
           && name.find_first_not_of(lettersOfNames) == std::string::npos;
}

std::string modelNameFor(const fs::path& npy)
{
    std::string name = npy.stem().string();
    for (char& letter : name)
        if (lettersOfNames.find(letter) == std::string_view::npos)
            letter = '-';
    name.erase(0, name.find_first_not_of('.'));
    name.resize(std::min(name.size(), longestName));
    return name;
}

std::optional<fs::path> keyListBeside(const fs::path& npy)
{
    for (const char* extension : {".txt", ".csv"}) {
        const fs::path list = fs::path(npy).replace_extension(extension);
        std::error_code ignored;
        if (fs::is_regular_file(list, ignored))
            return list;
    }
    return std::nullopt;
}

Result<std::vector<std::string>> readKeyList(const fs::path& path, std::size_t rows, const fs::path& npy)
{
    if (path.empty())
        return Error(ErrorKind::NotFound, "there is no list of keys beside '" + npy.string()
                                              + "': choose one, with a key a line in the order of the rows");
    TRY(const std::string text, readFile(path));
    const bool isTable = foldCase(path.extension().string()) == ".csv";
    std::vector<std::string> keys;
    std::string_view rest(text);
    rest.remove_prefix(rest.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    while (!rest.empty()) { // not split first: of 24 million lines that would take as much memory as the keys
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        keys.push_back(isTable ? firstField(line) : std::string(line));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    while (!keys.empty() && keys.back().empty())
        keys.pop_back();
    if (keys.size() == rows + 1 && isHeading(keys.front()))
        keys.erase(keys.begin());
    if (keys.size() == rows)
        return keys;
    return Error(ErrorKind::Invalid, "'" + path.string() + "' has " + counted(keys.size(), "key") + " for the "
                                         + counted(rows, "row") + " of '" + npy.string()
                                         + "': each row needs one, in the same order");
}

} // namespace biomedica::workspace
