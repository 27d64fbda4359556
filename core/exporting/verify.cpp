#include "core/exporting/verify.h"

#include "core/base/answers.h"
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/exporting/export_figure.h"
#include "core/exporting/shard_export.h"
#include "core/json/object_text.h"
#include "core/json/value.h"
#include "core/shards/shard.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

namespace biomedica::exporting {

namespace fs = std::filesystem;

namespace {

Result<std::string> checksumOf(const fs::path& path, const Job& job)
{
    TRY(const File file, File::openForReading(path));
    TRY(const FileStamp stamp, file.stamp());
    Sha256 checksum;
    std::string buffer(1 << 20, '\0');
    for (std::uint64_t offset = 0; offset < stamp.size;) {
        TRY_VOID(job.check());
        TRY(const std::size_t count, file.readAt(offset, buffer));
        if (count == 0)
            break;
        checksum.add(std::string_view(buffer).substr(0, count));
        offset += count;
    }
    return checksum.finish();
}

/// A shard opened for looking up samples by key.
struct OpenShard {
    shards::ShardPointer file;
    shards::ShardScan scan;
    std::unordered_map<std::string_view, const shards::Sample*> byKey;

    static Result<std::unique_ptr<OpenShard>> open(const fs::path& path, const Job& job)
    {
        TRY(shards::ShardPointer file, shards::OpenShards().open(path));
        TRY(shards::ShardScan scan, shards::scanShard(file, job));
        auto shard = std::make_unique<OpenShard>(OpenShard{std::move(file), std::move(scan), {}});
        for (const shards::Sample& sample : shard->scan.samples)
            shard->byKey[sample.key] = &sample;
        return shard;
    }

    Result<std::string> read(const shards::SampleMember& member) const
    {
        return file->readExactly(member.dataOffset, member.size);
    }
};

bool isLabelField(std::string_view name)
{
    return name == provenanceField || std::any_of(allQuestions.begin(), allQuestions.end(), [name](Question question) {
               return metadataFieldOf(question) == name;
           });
}

/// The source's text with the export's label fields put in: it must equal the export's text.
Result<std::string> relabelled(std::string_view source, std::string_view exported)
{
    TRY(const std::vector<json::Member> members, json::topLevelMembers(exported));
    std::vector<json::FieldEdit> edits;
    for (const json::Member& member : members)
        if (isLabelField(member.name))
            edits.push_back(
                {member.name, std::string(exported.substr(member.valueBegin, member.valueEnd - member.valueBegin))});
    return json::withFields(source, edits);
}

const shards::SampleMember* memberLike(const shards::Sample& sample, const std::string& extension)
{
    const auto found = std::find_if(sample.members.begin(), sample.members.end(),
                                    [&](const shards::SampleMember& member) { return member.extension == extension; });
    return found == sample.members.end() ? nullptr : &*found;
}

class Verifier {
public:
    Verifier(const fs::path& folder, const json::Value& manifest, const Job& job)
        : m_folder(folder), m_manifest(manifest), m_job(job)
    {
    }

    Result<VerifyReport> run()
    {
        std::set<std::string> known;
        const json::Value& shards = m_manifest["shards"];
        for (std::size_t i = 0; i < shards.size(); ++i) {
            m_file = shards[i].at("file").get<std::string>();
            known.insert(m_file);
            TRY_VOID(checkShard(shards[i]));
            m_job.tell(i + 1, shards.size(), m_file);
        }
        checkForStrangers(known);
        return std::move(m_report);
    }

private:
    void report(std::string key, std::string problem)
    {
        m_report.problems.push_back({m_file, std::move(key), std::move(problem)});
    }

    void checkForStrangers(const std::set<std::string>& known)
    {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(m_folder, ignored)) {
            m_file = entry.path().filename().string();
            if (m_file != manifestName && !known.contains(m_file))
                report("", "the manifest does not know this file");
        }
    }

    Result<void> checkShard(const json::Value& stated)
    {
        const fs::path path = m_folder / m_file;
        const auto stamp = stampOf(path);
        if (!stamp) {
            report("", "the file is missing");
            return {};
        }
        auto checksum = checksumOf(path, m_job);
        if (!checksum)
            return checksum.error();
        if (stamp->size != stated.at("bytes").get<std::uint64_t>()
            || *checksum != stated.at("sha256").get<std::string>())
            report("", "its bytes differ from the manifest's checksum");
        auto shard = OpenShard::open(path, m_job);
        if (!shard) {
            if (shard.error().kind() == ErrorKind::Cancelled)
                return shard.error();
            report("", shard.error().message());
            return {};
        }
        if ((*shard)->scan.samples.size() != stated.at("figures").get<std::uint64_t>())
            report("", "it holds " + counted((*shard)->scan.samples.size(), "sample") + ", the manifest says "
                           + std::to_string(stated.at("figures").get<std::uint64_t>()));
        return checkAgainstSources(**shard, stated.at("sources"));
    }

    Result<void> checkAgainstSources(const OpenShard& shard, const json::Value& runs)
    {
        std::size_t next = 0;
        for (const json::Value& run : runs) {
            const auto index = run.at(0).get<std::size_t>();
            const auto count = run.at(1).get<std::size_t>();
            TRY_VOID(openSource(index));
            for (std::size_t i = 0; i < count && next < shard.scan.samples.size(); ++i, ++next) {
                TRY_VOID(m_job.check());
                ++m_report.checked;
                if (m_source)
                    TRY_VOID(compare(shard, shard.scan.samples[next]));
            }
        }
        return {};
    }

    Result<void> openSource(std::size_t index)
    {
        const std::string path = m_manifest["sources"].at(index).at("path").get<std::string>();
        if (m_sourcePath == path)
            return {};
        m_sourcePath = path;
        m_source.reset();
        auto source = OpenShard::open(path, m_job);
        if (source) {
            m_source = std::move(*source);
            return {};
        }
        if (source.error().kind() == ErrorKind::Cancelled)
            return source.error();
        report("", "cannot be compared with its source: " + source.error().message());
        return {};
    }

    Result<void> compare(const OpenShard& shard, const shards::Sample& sample)
    {
        const auto found = m_source->byKey.find(sample.key);
        if (found == m_source->byKey.end()) {
            report(sample.key, "its source '" + m_sourcePath + "' has no such sample");
            return {};
        }
        const shards::Sample& original = *found->second;
        for (const shards::SampleMember& member : original.members)
            if (!memberLike(sample, member.extension))
                report(sample.key, "the member ." + member.extension + " is missing");
        for (const shards::SampleMember& member : sample.members)
            TRY_VOID(compareMember(shard, sample, member, memberLike(original, member.extension)));
        return {};
    }

    Result<void> compareMember(const OpenShard& shard, const shards::Sample& sample, const shards::SampleMember& member,
                               const shards::SampleMember* original)
    {
        auto bytes = shard.read(member);
        auto expected = original ? m_source->read(*original) : Result<std::string>(std::string("{}"));
        if (!bytes || !expected) {
            report(sample.key, (bytes ? expected : bytes).error().message());
            return {};
        }
        const bool isMetadata = &member == sample.metadata();
        if (!original && !isMetadata) {
            report(sample.key, "the member ." + member.extension + " is not in its source");
            return {};
        }
        if (*bytes == *expected)
            return {};
        if (isMetadata)
            expected = relabelled(*expected, *bytes);
        if (!isMetadata || !expected || *bytes != *expected)
            report(sample.key, "the member ." + member.extension + " differs from its source '" + m_sourcePath + "'"
                                   + (isMetadata ? " in more than its labels" : ""));
        return {};
    }

    const fs::path& m_folder;
    const json::Value& m_manifest;
    const Job& m_job;
    VerifyReport m_report;
    std::string m_file;
    std::string m_sourcePath;
    std::unique_ptr<OpenShard> m_source;
};

Result<json::Value> readManifest(const fs::path& folder)
{
    const fs::path path = folder / manifestName;
    TRY(const std::string text, readFile(path));
    auto manifest = json::parse(text);
    if (!manifest)
        return manifest.error().withContext("'" + path.string() + "'");
    if (!manifest->is_object() || manifest->value("format", "") != manifestFormat || !manifest->contains("shards")
        || !manifest->contains("sources"))
        return Error(ErrorKind::Corrupt, "'" + path.string() + "' is not the manifest of an export");
    if (manifest->value("version", 0) > manifestVersion)
        return Error(ErrorKind::Unsupported,
                     "'" + path.string() + "' was written by a newer version of Biomedica Curator");
    return manifest;
}

} // namespace

bool isExport(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / manifestName, ignored);
}

Result<VerifyReport> verifyExport(const fs::path& folder, const Job& job)
{
    TRY(const json::Value manifest, readManifest(folder));
    try {
        return Verifier(folder, manifest, job).run();
    } catch (const json::Value::exception& problem) {
        return Error(ErrorKind::Corrupt,
                     "the manifest '" + (folder / manifestName).string() + "' is damaged: " + problem.what());
    }
}

} // namespace biomedica::exporting
