#include "core/journal/votefile.h"

#include "core/base/base64.h"
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/journal/figure_bytes.h"
#include "core/json/value.h"

#include <algorithm>

namespace biomedica::journal {

namespace {

constexpr std::string_view formatName = "biomedica-votes";
constexpr int formatVersion = 1;
constexpr std::string_view checksumBegin = "{\"sha256\":\"";
/// Beyond what people can make; a clock near the top of its range would leave no room for later entries.
constexpr std::uint64_t greatestClock = std::uint64_t{1} << 53;

Error damaged(const std::string& what)
{
    return Error(ErrorKind::Corrupt, "not a vote file as it was exported: " + what + "; ask for a new export");
}

std::string checksumLine(std::string_view text)
{
    Sha256 hash;
    hash.add(text);
    return std::string(checksumBegin) + hash.finish() + "\"}\n";
}

json::Value toJson(const Vote& vote)
{
    return vote.isWithdrawn ? json::Value() : json::Value(vote.answer);
}

json::Value toJson(const Entry& entry)
{
    json::Value line = {{"id", entry.id},
                        {"clock", entry.clock},
                        {"origin", entry.origin},
                        {"annotator", entry.annotator},
                        {"at_ms", entry.atMs},
                        {"kind", static_cast<int>(entry.kind)},
                        {"source", static_cast<int>(entry.source)},
                        {"taxonomy", entry.taxonomyVersion}};
    for (const Question question : allQuestions)
        if (const auto& vote = entry.decision[question])
            line[std::string(nameOf(question))] = toJson(*vote);
    if (entry.decision.note)
        line["note"] = *entry.decision.note;
    if (entry.decision.status)
        line["status"] = static_cast<int>(*entry.decision.status);
    if (entry.decision.isFlagged)
        line["flag"] = *entry.decision.isFlagged;
    for (const auto& [name, text] :
         {std::pair("refers_to", &entry.refersTo), {"group", &entry.group}, {"content", &entry.content}})
        if (!text->empty())
            line[name] = *text;
    line["figures"] = toBase64(encodeFigures(entry.figures));
    return line;
}

/// Reads fields of one line; the first that is wrong is remembered.
class LineReader {
public:
    explicit LineReader(const json::Value& line) : m_line(line) {}

    bool has(const char* name) const { return m_line.contains(name); }
    const std::string& problem() const { return m_problem; }

    std::string text(const char* name)
    {
        const auto found = m_line.find(name);
        if (found == m_line.end())
            return {};
        return found->is_string() ? found->get<std::string>() : wrong(name, std::string());
    }
    std::int64_t number(const char* name, std::int64_t least, std::int64_t greatest)
    {
        const auto found = m_line.find(name);
        const bool isNumber = found != m_line.end() && found->is_number_integer();
        if (!isNumber || found->get<std::int64_t>() < least || found->get<std::int64_t>() > greatest)
            return wrong(name, least);
        return found->get<std::int64_t>();
    }
    Vote vote(Question question)
    {
        const std::string name(nameOf(question));
        const json::Value& value = m_line[name];
        Vote vote;
        vote.isWithdrawn = value.is_null();
        const bool isList = value.is_array() && std::all_of(value.begin(), value.end(), [](const json::Value& element) {
                                return element.is_string();
                            });
        if (vote.isWithdrawn || !isList)
            return vote.isWithdrawn ? vote : wrong(name.c_str(), vote);
        vote.answer = value.get<Answer>();
        if (!isListQuestion(question) && vote.answer.size() != 1)
            return wrong(name.c_str(), vote);
        return vote;
    }
    std::vector<FigureId> figures()
    {
        const auto bytes = fromBase64(text("figures"));
        if (!bytes || bytes->size() % 8 != 0)
            return wrong("figures", std::vector<FigureId>());
        std::vector<FigureId> figures = decodeFigures(*bytes);
        const bool isRising =
            std::adjacent_find(figures.begin(), figures.end(), std::greater_equal<>()) == figures.end();
        return isRising ? figures : wrong("figures", figures);
    }
    template <typename Value>
    Value wrong(const char* name, Value value)
    {
        if (m_problem.empty())
            m_problem = std::string("'") + name + "' is not what it should be";
        return value;
    }

private:
    const json::Value& m_line;
    std::string m_problem;
};

bool isId(const std::string& text)
{
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<Entry> entryFrom(const json::Value& line)
{
    if (!line.is_object())
        return damaged("a line is not an object");
    LineReader reader(line);
    Entry entry;
    entry.id = reader.text("id");
    entry.clock = static_cast<std::uint64_t>(reader.number("clock", 1, std::int64_t{greatestClock}));
    entry.origin = reader.text("origin");
    entry.annotator = reader.text("annotator");
    entry.atMs = reader.number("at_ms", std::numeric_limits<std::int64_t>::min(), std::int64_t{greatestClock});
    entry.kind = static_cast<EntryKind>(reader.number("kind", 0, static_cast<int>(EntryKind::Review)));
    entry.source = static_cast<Source>(reader.number("source", 0, static_cast<int>(Source::Rule)));
    entry.taxonomyVersion = static_cast<int>(reader.number("taxonomy", 0, 1'000'000));
    for (const Question question : allQuestions)
        if (reader.has(std::string(nameOf(question)).c_str()))
            entry.decision[question] = reader.vote(question);
    if (reader.has("note"))
        entry.decision.note = reader.text("note");
    if (reader.has("status"))
        entry.decision.status = static_cast<Status>(reader.number("status", 0, static_cast<int>(Status::Skipped)));
    if (reader.has("flag"))
        entry.decision.isFlagged = line["flag"].is_boolean() ? line["flag"].get<bool>() : reader.wrong("flag", false);
    entry.refersTo = reader.text("refers_to");
    entry.group = reader.text("group");
    entry.content = reader.text("content");
    entry.figures = reader.figures();
    if (!isId(entry.id))
        reader.wrong("id", 0);
    if (!isId(entry.origin))
        reader.wrong("origin", 0);
    if (entry.annotator.empty())
        reader.wrong("annotator", 0);
    if (isToggle(entry.kind) != isId(entry.refersTo))
        reader.wrong("refers_to", 0);
    if (!reader.problem().empty())
        return damaged("in the entry '" + entry.id + "', " + reader.problem());
    return entry;
}

/// How many entries the first line promises.
Result<std::size_t> promisedEntries(std::string_view firstLine)
{
    const auto header = json::parse(firstLine);
    if (!header || !header->is_object() || header->value("format", "") != formatName || !header->contains("version")
        || !(*header)["version"].is_number_integer())
        return Error(ErrorKind::Corrupt, "not a vote file: it does not begin as 'biomedica votes export' begins it");
    if (const auto version = (*header)["version"].get<std::int64_t>(); version > formatVersion)
        return Error(ErrorKind::Unsupported, "the vote file was written by a newer version (format "
                                                 + std::to_string(version) + ", this version knows "
                                                 + std::to_string(formatVersion)
                                                 + "): update Biomedica Curator to merge it");
    if (!header->contains("entries") || !(*header)["entries"].is_number_unsigned())
        return damaged("its first line does not say how many entries follow");
    return (*header)["entries"].get<std::size_t>();
}

/// The text without its last line, which has to be the checksum of the rest.
Result<std::string_view> withoutChecksum(std::string_view text)
{
    const std::size_t end = text.rfind(checksumBegin);
    if (end == std::string_view::npos || !text.ends_with("\"}\n"))
        return damaged("it is cut off before its last line");
    if (checksumLine(text.substr(0, end)) != text.substr(end))
        return damaged("it was changed or damaged after it was written");
    return text.substr(0, end);
}

} // namespace

std::string toVoteText(const std::vector<Entry>& entries)
{
    const json::Value header = {{"format", formatName}, {"version", formatVersion}, {"entries", entries.size()}};
    std::string text = json::toLine(header) + "\n";
    for (const Entry& entry : entries)
        text += json::toLine(toJson(entry)) + "\n";
    return text + checksumLine(text);
}

Result<std::vector<Entry>> fromVoteText(std::string_view text)
{
    // A newer version is told first: its last line may look otherwise.
    TRY(const std::size_t promised, promisedEntries(text.substr(0, text.find('\n'))));
    TRY(std::string_view lines, withoutChecksum(text));
    std::vector<Entry> entries;
    lines.remove_prefix(std::min(lines.size(), lines.find('\n') + 1));
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        TRY(const json::Value value, json::parse(line));
        TRY(Entry entry, entryFrom(value));
        entries.push_back(std::move(entry));
    }
    if (entries.size() != promised)
        return damaged("it holds another number of entries than its first line says");
    return entries;
}

Result<void> writeVoteFile(const std::filesystem::path& path, const std::vector<Entry>& entries)
{
    return writeFileDurably(path, toVoteText(entries));
}

Result<std::vector<Entry>> readVoteFile(const std::filesystem::path& path)
{
    TRY(const std::string text, readFile(path));
    auto entries = fromVoteText(text);
    if (!entries)
        return entries.error().withContext("'" + path.string() + "'");
    return entries;
}

} // namespace biomedica::journal
