#include "core/shards/shard.h"

#include "core/archive/tarreader.h"
#include "core/base/text.h"
#include "core/image/decode.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace biomedica::shards {

namespace fs = std::filesystem;

namespace {

enum class KeyReading { FirstDot, LastDot };

constexpr std::size_t usualMembers = 3; ///< picture, description, caption

struct NamePieces {
    std::string_view key;
    std::string_view extension;
};

std::string_view withoutLeadingDot(std::string_view name)
{
    while (name.starts_with("./"))
        name.remove_prefix(2);
    return name;
}

NamePieces splitName(std::string_view name, KeyReading reading)
{
    const std::size_t slash = name.rfind('/');
    const std::size_t base = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t dot = reading == KeyReading::FirstDot ? name.find('.', base) : name.rfind('.');
    if (dot == std::string_view::npos || dot < base)
        return {name, {}};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

/// ".DS_Store", "._figure.jpg": litter of file systems, not members of a sample.
bool isHidden(std::string_view name)
{
    const std::size_t slash = name.rfind('/');
    return name.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with('.');
}

// WebDataset cuts a member's name at the first dot of its base name, but BIOMEDICA's image ids contain
// dots. The last dot is right where most stems then hold a picture together with its description.
KeyReading decideReading(const std::vector<archive::TarEntry>& entries)
{
    struct Stem {
        bool hasImage = false;
        bool hasDescription = false;
    };
    std::unordered_map<std::string_view, Stem> stems;
    stems.reserve(entries.size() / usualMembers);
    for (const archive::TarEntry& entry : entries) {
        const NamePieces pieces = splitName(withoutLeadingDot(entry.name), KeyReading::LastDot);
        const std::string extension = foldCase(pieces.extension);
        Stem& stem = stems[pieces.key];
        if (extension == "json" || extension == "txt" || extension == "cls")
            stem.hasDescription = true;
        else if (!stem.hasImage)
            stem.hasImage = image::isImageExtension(extension);
    }
    const auto whole = std::count_if(stems.begin(), stems.end(), [](const auto& stem) {
        return stem.second.hasImage && stem.second.hasDescription;
    });
    return static_cast<std::size_t>(whole) * 2 > stems.size() ? KeyReading::LastDot : KeyReading::FirstDot;
}

class Grouping {
public:
    explicit Grouping(ShardScan& scan) : m_scan(scan) {}

    void add(const archive::TarEntry& entry, KeyReading reading)
    {
        const NamePieces pieces = splitName(withoutLeadingDot(entry.name), reading);
        if (entry.type != archive::EntryType::File) {
            report(toValidUtf8(pieces.key),
                   "the member '" + toValidUtf8(entry.name)
                       + (entry.type == archive::EntryType::SparseFile ? "' is stored sparse" : "' is a link")
                       + ", which is not read");
            return;
        }
        put(sampleOf(pieces.key),
            SampleMember{toValidUtf8(pieces.extension), entry.headerOffset, entry.dataOffset, entry.size});
    }

private:
    Sample& sampleOf(std::string_view name)
    {
        std::vector<Sample>& samples = m_scan.samples;
        if (!samples.empty() && samples.back().key == name) // the members of a sample mostly follow each other
            return samples.back();
        const auto [place, isNew] = m_indexOfKey.try_emplace(toValidUtf8(name), samples.size());
        if (isNew) {
            samples.push_back(Sample{place->first, {}});
            samples.back().members.reserve(usualMembers);
        }
        return samples[place->second];
    }

    void put(Sample& sample, SampleMember member)
    {
        const auto same = std::find_if(sample.members.begin(), sample.members.end(),
                                       [&](const SampleMember& other) { return other.extension == member.extension; });
        if (same == sample.members.end()) {
            sample.members.push_back(std::move(member));
            return;
        }
        report(sample.key, "the member ." + member.extension + " stands twice; the last one counts");
        *same = std::move(member);
    }

    void report(const std::string& key, std::string text) { m_scan.problems.push_back({key, std::move(text), false}); }

    ShardScan& m_scan;
    std::unordered_map<std::string, std::size_t> m_indexOfKey;
};

bool mayBeMember(const archive::TarEntry& entry)
{
    using archive::EntryType;
    const bool isKindOfFile = entry.type == EntryType::File || entry.type == EntryType::SparseFile
                              || entry.type == EntryType::HardLink || entry.type == EntryType::SymbolicLink;
    return isKindOfFile && !entry.name.empty() && !entry.name.ends_with('/') && !isHidden(entry.name);
}

/// What comes after the last member.
Result<void> finish(const ShardFile& shard, const Job& job, ShardScan& scan)
{
    const auto finished = shard.finish(job);
    if (!finished && finished.error().kind() != ErrorKind::Corrupt)
        return finished;
    if (!finished)
        scan.problems.push_back({std::nullopt, finished.error().message() + "; what stands before it is used", false});
    for (std::string& remark : shard.remarks())
        scan.problems.push_back({std::nullopt, std::move(remark), false});
    return {};
}

} // namespace

Result<ShardScan> scanShard(const fs::path& path, const Job& job)
{
    TRY(const ShardPointer shard, OpenShards().open(path));
    return scanShard(shard, job);
}

Result<ShardScan> scanShard(const ShardPointer& shard, const Job& job)
{
    TRY(archive::TarReader reader, archive::TarReader::open(shard, job));
    ShardScan scan;
    std::vector<archive::TarEntry> entries;
    for (;;) {
        if (entries.size() % 256 == 0)
            TRY_VOID(job.check());
        auto entry = reader.next();
        if (!entry) {
            if (entry.error().kind() != ErrorKind::Corrupt)
                return entry.error();
            scan.problems.push_back({std::nullopt, entry.error().message() + "; what stands before it is used", true});
            break;
        }
        if (!*entry) {
            TRY_VOID(finish(*shard, job, scan));
            break;
        }
        if (mayBeMember(**entry))
            entries.push_back(std::move(**entry));
    }
    const KeyReading reading = decideReading(entries);
    Grouping grouping(scan);
    for (const archive::TarEntry& entry : entries)
        grouping.add(entry, reading);
    return scan;
}

bool hasShardName(const fs::path& path)
{
    const std::string name = foldCase(path.filename().string());
    constexpr std::array endings = {".tar", ".tar.gz", ".tgz", ".tar.zst"};
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

Result<std::vector<fs::path>> findShards(const fs::path& fileOrFolder)
{
    std::error_code problem;
    const fs::path whole = fs::absolute(fileOrFolder, problem).lexically_normal();
    const fs::file_status status = fs::status(whole, problem);
    if (!fs::exists(status))
        return Error(ErrorKind::NotFound, "'" + fileOrFolder.string() + "' does not exist");
    if (!fs::is_directory(status))
        return std::vector{whole};
    std::vector<fs::path> found;
    fs::recursive_directory_iterator entries(whole, problem);
    if (problem)
        return Error(ErrorKind::Io, "cannot read the folder '" + whole.string() + "': " + problem.message());
    for (; entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
        if (problem)
            return Error(ErrorKind::Io, "cannot read below '" + whole.string() + "': " + problem.message());
        std::error_code unreadable;
        if (hasShardName(entries->path()) && !entries->is_directory(unreadable))
            found.push_back(entries->path());
    }
    if (found.empty())
        return Error(ErrorKind::NotFound, "there is no shard (*.tar, *.tar.gz, *.tgz, *.tar.zst) in the folder '"
                                              + fileOrFolder.string() + "'");
    std::sort(found.begin(), found.end());
    return found;
}

Result<std::string> readMember(const ShardFile& shard, const SampleMember& member, std::uint64_t limit, const Job& job)
{
    std::string bytes;
    TRY_VOID(readMemberInto(bytes, shard, member, limit, job));
    return bytes;
}

Result<void> readMemberInto(std::string& bytes, const ShardFile& shard, const SampleMember& member, std::uint64_t limit,
                            const Job& job)
{
    if (member.size > limit)
        return Error(ErrorKind::Unsupported, "the member ." + member.extension + " has " + humanBytes(member.size)
                                                 + ", the limit is " + humanBytes(limit));
    bytes.reserve(member.size + roomBehindText);
    bytes.resize(member.size);
    TRY(const std::size_t count, shard.readAt(member.dataOffset, bytes, job));
    if (count != member.size)
        return Error(ErrorKind::Corrupt, "'" + shard.path().string() + "' ends in the middle of a record");
    return {};
}

} // namespace biomedica::shards
