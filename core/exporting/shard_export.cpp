#include "core/exporting/shard_export.h"

#include "core/archive/tarreader.h"
#include "core/archive/tarwriter.h"
#include "core/json/value.h"
#include "core/shards/shard.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <unordered_set>

namespace biomedica::exporting {

namespace fs = std::filesystem;

namespace {

std::string utcNow()
{
    const auto now = std::chrono::system_clock::now();
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

Result<void> checkTarget(const fs::path& folder, bool isForced)
{
    std::error_code ignored;
    if (!fs::exists(folder, ignored))
        return {};
    if (!fs::is_directory(folder, ignored))
        return Error(ErrorKind::Io, "'" + folder.string() + "' is a file: name a new folder for the export");
    if (fs::is_empty(folder, ignored))
        return {};
    if (!fs::exists(folder / manifestName, ignored))
        return Error(ErrorKind::Io, "the folder '" + folder.string()
                                        + "' is not empty and holds no earlier export: name a new folder");
    if (!isForced)
        return Error(ErrorKind::Io,
                     "the folder '" + folder.string() + "' holds an earlier export: use --force to replace it");
    return {};
}

/// Removes the folder unless it was renamed to where it belongs.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> create(const fs::path& target)
    {
        fs::path path = target;
        path += ".part";
        std::error_code ignored;
        fs::remove_all(path, ignored); // left by an export that was killed
        TRY_VOID(makeFolders(path));
        return TemporaryFolder(path);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }

    const fs::path& path() const { return m_path; }

    Result<void> moveTo(const fs::path& target)
    {
        TRY_VOID(syncFolder(m_path));
        fs::path old = target;
        old += ".old";
        std::error_code problem;
        fs::remove_all(old, problem);
        if (fs::exists(target, problem))
            TRY_VOID(renameDurably(target, old));
        TRY_VOID(renameDurably(m_path, target));
        m_path.clear();
        fs::remove_all(old, problem);
        return {};
    }

private:
    explicit TemporaryFolder(fs::path path) : m_path(std::move(path)) {}
    fs::path m_path;
};

/// Where a sample's names have more dots than the one between key and extension. A shard's names are
/// read by the last dot where most of its samples are whole then, else by the first: samples that need
/// the first dot keep to themselves.
enum class Dots { None, InKey, InExtension };

Dots dotsOf(const shards::Sample& sample)
{
    if (sample.key.find('.', sample.key.rfind('/') + 1) != std::string::npos)
        return Dots::InKey;
    const bool isCompound =
        std::any_of(sample.members.begin(), sample.members.end(),
                    [](const shards::SampleMember& member) { return member.extension.find('.') != std::string::npos; });
    return isCompound ? Dots::InExtension : Dots::None;
}

bool mayMeet(Dots one, Dots other)
{
    return (one == Dots::InExtension) == (other == Dots::InExtension);
}

class Exporter {
public:
    Exporter(const fs::path& folder, const ExportRecipe& recipe, shards::OpenShards& open, const Job& job)
        : m_folder(folder), m_recipe(recipe), m_open(open), m_job(job)
    {
    }

    Result<void> add(const ExportFigure& figure)
    {
        TRY_VOID(openSource(figure.shard));
        const bool isFull = m_keys.size() >= static_cast<std::size_t>(m_recipe.figuresPerShard);
        const Dots dots = dotsOf(figure.sample);
        if (m_writer && (isFull || m_keys.contains(figure.sample.key) || !mayMeet(m_dots, dots)))
            TRY_VOID(finishShard());
        m_dots = dots;
        if (!m_writer)
            TRY_VOID(beginShard());
        TRY_VOID(writeSample(figure));
        m_keys.insert(figure.sample.key);
        noteSource(figure);
        ++m_summary.figures;
        return {};
    }

    Result<ExportSummary> finish()
    {
        if (m_writer)
            TRY_VOID(finishShard());
        TRY_VOID(writeFileDurably(m_folder / manifestName, json::toPrettyText(manifest())));
        return m_summary;
    }

private:
    Result<void> openSource(const fs::path& path)
    {
        if (m_source && m_source->file().path() == path)
            return {};
        TRY(shards::ShardPointer shard, m_open.open(path));
        TRY(archive::TarReader source, archive::TarReader::open(std::move(shard), m_job));
        m_source.emplace(std::move(source));
        return {};
    }

    std::string shardFile() const
    {
        char name[32];
        std::snprintf(name, sizeof name, "%06u.tar%s", static_cast<unsigned>(m_summary.shards),
                      m_recipe.isCompressed ? ".zst" : "");
        return name;
    }

    Result<void> beginShard()
    {
        TRY(archive::TarWriter writer, archive::TarWriter::create(m_folder / shardFile(), m_recipe.isCompressed));
        m_writer.emplace(std::move(writer));
        return {};
    }

    Result<void> finishShard()
    {
        TRY_VOID(m_writer->finish());
        json::Value shard;
        shard["file"] = shardFile();
        shard["figures"] = m_keys.size();
        shard["bytes"] = m_writer->bytes();
        shard["sha256"] = m_writer->checksum();
        shard["sources"] = std::move(m_runs);
        m_shards.push_back(std::move(shard));
        m_summary.bytes += m_writer->bytes();
        ++m_summary.shards;
        m_runs = json::Value::array();
        m_keys.clear();
        m_writer.reset();
        return {};
    }

    /// Runs of [index of the source, figures], in the order of the shard: `verify` finds its way back.
    void noteSource(const ExportFigure& figure)
    {
        const auto [place, isNew] = m_sourceIndex.try_emplace(figure.shard, m_sources.size());
        if (isNew)
            m_sources.push_back({{"path", figure.shard.string()}, {"bytes", m_source->file().stamp().size}});
        if (!m_runs.empty() && m_runs.back()[0] == place->second)
            m_runs.back()[1] = m_runs.back()[1].get<std::uint64_t>() + 1;
        else
            m_runs.push_back({place->second, 1});
        ++m_licenses[figure.license.empty() ? "not stated" : figure.license];
    }

    Result<std::string> headerOf(const shards::SampleMember& member) const
    {
        return m_source->file().readExactly(member.headerOffset, member.dataOffset - member.headerOffset, m_job);
    }

    Result<void> copyMember(const shards::SampleMember& member)
    {
        TRY(const std::string header, headerOf(member));
        TRY(const std::string data, m_source->file().readExactly(member.dataOffset, member.size, m_job));
        return m_writer->addRaw(header, data);
    }

    Result<void> writeLabelled(const ExportFigure& figure, const shards::SampleMember& member)
    {
        TRY(const std::string original, m_source->file().readExactly(member.dataOffset, member.size, m_job));
        TRY(std::string header, headerOf(member));
        auto edited = labelledMetadata(original, figure, m_recipe.labels);
        if (!edited) {
            m_summary.problems.push_back({figure.shardName, figure.sample.key,
                                          "copied without its labels: its metadata is " + edited.error().message()});
            return m_writer->addRaw(header, original);
        }
        ++m_summary.labelled;
        if (auto resized = archive::resizedHeader(header, edited->size()))
            return m_writer->addRaw(*resized, *edited);
        TRY(const archive::TarEntry entry, m_source->entryAt(member.headerOffset));
        return m_writer->add(entry.name, *edited);
    }

    /// A sample without metadata gets some, under the name that its picture has.
    Result<void> addMetadata(const ExportFigure& figure)
    {
        const shards::SampleMember& picture = *figure.sample.image();
        TRY(const archive::TarEntry entry, m_source->entryAt(picture.headerOffset));
        const std::string name = entry.name.substr(0, entry.name.size() - picture.extension.size()) + "json";
        TRY(const std::string text, labelledMetadata("{}", figure, m_recipe.labels));
        ++m_summary.labelled;
        return m_writer->add(name, text);
    }

    Result<void> writeSample(const ExportFigure& figure)
    {
        const shards::SampleMember* metadata = figure.sample.metadata();
        const bool isLabelled = !figure.labels.isEmpty();
        TRY_VOID(m_writer->beginSample());
        for (const shards::SampleMember& member : figure.sample.members) {
            const bool isEdited = isLabelled && &member == metadata;
            TRY_VOID(isEdited ? writeLabelled(figure, member) : copyMember(member));
        }
        if (isLabelled && !metadata)
            return addMetadata(figure);
        return {};
    }

    json::Value manifest() const
    {
        json::Value manifest;
        manifest["format"] = manifestFormat;
        manifest["version"] = manifestVersion;
        manifest["program"] = "Biomedica Curator " BIOMEDICA_VERSION;
        manifest["created"] = utcNow();
        manifest["recipe"] = {{"collection", m_recipe.collection},
                              {"query", m_recipe.query},
                              {"labels", m_recipe.labels},
                              {"only_labelled", m_recipe.isOnlyLabelled},
                              {"without_copies", m_recipe.isWithoutCopies},
                              {"figures_per_shard", m_recipe.figuresPerShard},
                              {"zstd", m_recipe.isCompressed}};
        manifest["figures"] = m_summary.figures;
        manifest["labelled"] = m_summary.labelled;
        manifest["licenses"] = json::Value::object();
        for (const auto& [license, figures] : m_licenses)
            manifest["licenses"][license] = figures;
        manifest["sources"] = m_sources;
        manifest["shards"] = m_shards;
        return manifest;
    }

    const fs::path& m_folder;
    const ExportRecipe& m_recipe;
    shards::OpenShards& m_open;
    const Job& m_job;
    ExportSummary m_summary;
    std::optional<archive::TarReader> m_source;
    std::optional<archive::TarWriter> m_writer;
    std::unordered_set<std::string> m_keys; ///< of the shard being written
    Dots m_dots = Dots::None;               ///< of the shard being written
    json::Value m_runs = json::Value::array();
    json::Value m_shards = json::Value::array();
    json::Value m_sources = json::Value::array();
    std::map<fs::path, std::size_t> m_sourceIndex;
    std::map<std::string, std::uint64_t> m_licenses;
};

} // namespace

Result<ExportSummary> exportShards(const fs::path& folder, const ExportRecipe& recipe, std::size_t figures,
                                   const FigureSource& figureAt, shards::OpenShards& open, bool isForced,
                                   const Job& job)
{
    const auto begin = std::chrono::steady_clock::now();
    std::error_code problem;
    const fs::path target = fs::absolute(folder, problem).lexically_normal();
    const fs::path plain = target.has_filename() ? target : target.parent_path();
    TRY_VOID(checkTarget(plain, isForced));
    TRY(TemporaryFolder temporary, TemporaryFolder::create(plain));
    Exporter exporter(temporary.path(), recipe, open, job);
    for (std::size_t i = 0; i < figures; ++i) {
        TRY_VOID(job.check());
        TRY(const ExportFigure figure, figureAt(i));
        TRY_VOID(exporter.add(figure));
        job.tell(i + 1, figures, figure.shardName);
    }
    TRY(ExportSummary summary, exporter.finish());
    TRY_VOID(job.check());
    TRY_VOID(temporary.moveTo(plain));
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return summary;
}

} // namespace biomedica::exporting
