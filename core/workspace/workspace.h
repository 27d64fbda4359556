// A collection, opened: the one place that knows all stores. Desktop app, command line and server call
// the same functions here.
//
// Thread contract: all functions may be called from any thread at once. Reading takes one of a pool of
// database connections; labels are guarded by a lock that is held for the length of a look-up or an
// append, never while calling out.
#pragma once

#include "core/annotation/labels.h"
#include "core/annotation/rules.h"
#include "core/annotation/taxonomy.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/exporting/shard_export.h"
#include "core/exporting/verify.h"
#include "core/image/decode.h"
#include "core/image/thumbnail_cache.h"
#include "core/journal/journal.h"
#include "core/query/engine.h"
#include "core/query/parser.h"
#include "core/shards/metadata.h"
#include "core/shards/openshards.h"
#include "core/workspace/consensus_report.h"
#include "core/workspace/indexing.h"
#include "core/workspace/picture_check.h"
#include "core/workspace/relinking.h"
#include "core/workspace/saved_searches.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

namespace biomedica::workspace {

class CollectionText;
class Similarity;

struct CollectionInfo {
    catalog::Totals totals;
    std::int64_t labelled = 0;           ///< figures with at least one vote
    std::vector<std::string> annotators; ///< by name
    std::vector<std::string> models;     ///< models with vectors, by name
};

/// What a tile or a result line shows.
struct FigureSummary {
    RowId row;
    FigureId id;
    std::string key, caption, pmcid, shard, license;
    std::int32_t year = -1, width = -1, height = -1; ///< -1 = unknown
    Answers effective;                               ///< consensus, else imported
    std::array<bool, 4> isFromVotes{};               ///< by Question: the answer is a consensus, not imported
    bool isLabelled = false, isDisputed = false, isFlagged = false;
};

/// Everything that is known about a figure without opening its shard.
struct FigureDetail {
    FigureSummary summary;
    catalog::ArticleText article;
    catalog::ShardInfo shard;
    std::vector<shards::SampleMember> members;
    Answers imported;
    annotation::FigureLabels labels;
    std::array<bool, 4> isHidden{}; ///< by Question: what others and the shard say is not told (setBlindTo())
};

struct LabelRequest {
    std::string annotator;
    std::vector<RowId> rows;
    journal::Decision decision;
    journal::Source source = journal::Source::Hand;
};

struct Thumbnail {
    image::Pixels pixels;
    std::string problem; ///< why the picture cannot be decoded; then there are no pixels
};

/// What was decided, undone or redone in one go, and the rows that may look different now.
struct LabelReceipt {
    std::string decision;    ///< id, or the group's name where several were made in one go
    journal::Entry entry;    ///< of the decision; the first where there are several
    std::size_t entries = 1; ///< how many were made, undone or redone
    std::size_t figures = 0; ///< of all of them, each once
    std::vector<RowId> rows; ///< those of the figures that the collection holds
};

struct HistoryEntry {
    journal::Entry entry;
    bool isUndone = false;
};

/// What one annotator has said of figures, those with the same answers together.
struct OwnAnswers {
    Answers answers; ///< without withdrawn ones, and those that are asked for again
    std::vector<RowId> rows;
};

/// Figures whose effective labels break a rule in the same way, with the same fixes.
struct Contradiction {
    annotation::Violation violation;
    std::vector<RowId> rows; ///< rising
};

/// Which decisions are meant; what is nullopt or empty does not matter.
struct HistoryFilter {
    std::optional<std::string> annotator;
    std::optional<std::int64_t> fromMs, untilMs; ///< milliseconds since 1970 UTC, from included, until not
    std::optional<std::string> className;        ///< named by the decision, by its name then or now
    std::optional<RowId> figure;
    std::size_t limit = 0; ///< the newest; 0 = all
};

/// What undoing would do to the effective labels.
struct UndoPreview {
    std::size_t figures = 0;              ///< that the decisions name
    std::array<std::size_t, 4> changes{}; ///< by Question: figures whose answer changes
    std::vector<RowId> changed;           ///< figures with any change that the collection holds
};

/// What a change of the taxonomy touches.
struct TaxonomyImpact {
    std::size_t figures = 0;  ///< whose effective answer holds the class
    std::size_t votes = 0;    ///< for it
    std::size_t imported = 0; ///< figures whose shard carries it
    int version = 0;          ///< of the taxonomy after the change
};

/// How figures are shared out among annotators.
struct AssignmentPlan {
    std::vector<RowId> rows;
    std::vector<std::string> annotators;
    std::string name;       ///< of the round
    double share = 1;       ///< of the figures, 0 to 1, drawn by chance
    double overlap = 0;     ///< of those, 0 to 1: given to every annotator; each of the others to one
    bool isRepeat = false;  ///< see annotation::Assignment
    std::uint64_t seed = 1; ///< the same seed gives the same shares
};

/// How many figures each of the plan's annotators would get, in their order.
std::vector<std::size_t> sharesOf(const AssignmentPlan& plan);

struct VoteExchange {
    std::size_t decisions = 0;      ///< in the file: entries of all kinds but undo and redo
    std::size_t added = 0;          ///< those that were new here
    std::size_t unknownFigures = 0; ///< kept, for figures that the collection does not hold
    std::size_t disputed = 0;       ///< figures of the new decisions without a majority now
};

/// What other windows and programs have decided.
struct News {
    std::uint64_t version = 0; ///< to ask with next time
    bool isEverything = false; ///< any figure may look different: the taxonomy changed, or very much
    std::vector<RowId> rows;   ///< figures that may look different
    std::shared_ptr<const query::Snapshot> snapshot;
};

/// Whose labels an export writes.
struct LabelChoice {
    std::optional<std::string> annotator; ///< nullopt = the consensus
    /// "consensus" or "mine:NAME".
    static Result<LabelChoice> parse(std::string_view text);
    std::string text() const { return annotator ? "mine:" + *annotator : "consensus"; }
};

struct ExportRequest {
    std::filesystem::path folder;
    query::Query query;
    LabelChoice labels;
    bool isOnlyLabelled = false, isForced = false;
    bool isWithoutCopies = false; ///< of figures with the same picture only the first (DuplicateGroup::isExact)
    int figuresPerShard = 10'000;
    bool isCompressed = false; ///< shards as .tar.zst
};

class Workspace {
public:
    /// Makes a collection in a folder that does not exist or is empty.
    static Result<std::unique_ptr<Workspace>> create(const std::filesystem::path& folder);
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& folder);
    /// Opens the collection, or makes it where the folder does not exist or is empty.
    static Result<std::unique_ptr<Workspace>> openOrCreate(const std::filesystem::path& folder);

    ~Workspace();

    const std::filesystem::path& folder() const { return m_folder; }
    const std::string& name() const { return m_name; }
    /// As it is now, with the changes that people made.
    Result<std::shared_ptr<const annotation::Taxonomy>> taxonomy();

    /// Checks that the drive locks files, and once a day that the journal is sound, and copies it
    /// (core/journal/upkeep.h). Done before the first decision; programs that stay open do it at the start.
    Result<void> lookAfterJournal();

    /// From now on everything is told as this annotator may see it while they work blind; "" = all of it.
    void setBlindTo(const std::string& annotator);

    /// `filesOrFolders` may be empty: then all known shards are looked at again. A shard that cannot be
    /// read is reported and the rest is indexed.
    Result<IndexSummary> index(const std::vector<std::filesystem::path>& filesOrFolders,
                               const std::vector<std::string>& forget, const Job& job, const ProblemSink& report,
                               Merging merging = Merging::Finished);
    /// One merge of the text index, for when nobody does anything else: minutes for the largest, seconds for most.
    /// False where none is due. Stopped or killed at any moment nothing is lost; Busy where an indexing is writing just
    /// then: try again later. Searches go on meanwhile, and find the same before and after.
    Result<bool> mergeTextOnce(const Job& job);

    Result<CollectionInfo> info();
    Result<std::vector<catalog::Problem>> problems();
    /// Decodes the pictures, all or those of `rows`; what cannot be shown is among the problems from then on.
    Result<PictureReport> checkPictures(const std::optional<std::vector<RowId>>& rows, const Job& job);

    /// The figures' vectors, and what is found by them (similarity.h).
    Similarity& similarity() { return *m_similarity; }

    /// Looks again at what has problems: changed shards are read again, then the pictures of those samples decoded.
    Result<PictureReport> recheck(const std::vector<catalog::Problem>& problems, const Job& job);

    /// Shards that an indexing run was asked for and, cut off, did not come to.
    Result<std::vector<std::filesystem::path>> unreadShards();
    /// Shards of the collection that are not where they were.
    Result<std::vector<catalog::ShardInfo>> missingShards();
    Result<MovedSearch> findMovedShards(const std::filesystem::path& folder, const Job& job);
    /// Links shards where they lie now; labels and rows stay. Those that are not the same have to be indexed after.
    Result<void> relink(const std::vector<MovedShard>& moved);

    /// The catalog and labels as they are now; cached until one of them changes.
    Result<std::shared_ptr<const query::Snapshot>> snapshot();

    /// Brings into memory what the first search for words needs, so that it does not wait for it: 24 MB and a quarter
    /// of a second for six million articles.
    Result<void> prepareSearch();

    Result<std::shared_ptr<const query::ResultSet>> search(const query::Query& query, const Job& job);
    Result<std::size_t> count(const query::Query& query, const Job& job);

    /// Counts per value. `isOwnFilterIgnored`: each field is counted as if the query asked nothing of
    /// that field, so that a panel can offer more values of it.
    Result<std::vector<query::Facet>> facets(const query::Query& query, const std::vector<query::Field>& fields,
                                             bool isOwnFilterIgnored, const Job& job);

    /// The searches that people have named. Each change reads the file, changes it and gives back what it now holds.
    Result<std::vector<SavedSearch>> savedSearches();
    /// At the end, or in place of the one of that name. Invalid without a name.
    Result<std::vector<SavedSearch>> saveSearch(const SavedSearch& search);
    /// Invalid where another one has the name; NotFound where there is none to rename.
    Result<std::vector<SavedSearch>> renameSearch(const std::string& name, const std::string& newName);
    Result<std::vector<SavedSearch>> removeSearch(const std::string& name);

    Result<FigureSummary> summary(RowId row);
    Result<std::vector<FigureSummary>> summaries(std::span<const RowId> rows);
    Result<FigureDetail> detail(RowId row);
    /// All figures of this one's article, itself included, by their number in the article.
    Result<std::vector<RowId>> figuresOfArticle(RowId row);
    /// The row that a KEY or SHARD:KEY names; NotFound, listing the choices, where several do.
    Result<RowId> resolveKey(std::string_view key);

    /// The picture's bytes as stored. Says so where the shard is gone or has changed since.
    Result<std::string> imageBytes(RowId row);
    /// Another member of the figure's sample; none where it has no such member. Errors as imageBytes().
    Result<std::optional<std::string>> memberBytes(RowId row, std::string_view extension);
    /// The groups of at least two figures of `among` with the very same picture (copies.h).
    Result<std::vector<std::vector<RowId>>> copies(const Bitmap& among, const Job& job);
    /// As image::thumbnail(), an error where the shard is gone or has changed since. What is much smaller than its
    /// picture is kept in derived/thumbnails.
    Result<Thumbnail> thumbnail(RowId row, image::Size box, const image::DecodeLimits& limits = {});
    /// What is kept of thumbnails on disk.
    image::ThumbnailCache& thumbnailCache() { return m_thumbnails; }
    /// The metadata's text as stored; "" where the sample has none.
    Result<std::string> metadataText(RowId row);
    /// What the shard says, parsed: mentions and the fields that the catalog does not keep.
    Result<shards::FigureMetadata> metadata(RowId row);

    /// Checks the classes against the taxonomy, then writes one entry: on disk when this returns.
    Result<LabelReceipt> decide(LabelRequest request);
    /// Several decisions that are made, and undone, in one go.
    Result<LabelReceipt> decide(std::vector<LabelRequest> requests);
    /// `decision`: the id of an entry or the name of a group; nullopt = the last one made here. NotFound, saying so,
    /// where there is nothing to undo.
    Result<LabelReceipt> undo(const std::optional<std::string>& annotator, const std::optional<std::string>& decision);
    Result<LabelReceipt> redo(const std::optional<std::string>& annotator, const std::optional<std::string>& decision);
    /// The rows by what the annotator has answered of them, in no particular order of the groups.
    Result<std::vector<OwnAnswers>> ownAnswers(const std::string& annotator, const std::vector<RowId>& rows,
                                               const Job& job);
    /// Over the figures that the collection holds; votes about others are left out, and what is hidden (setBlindTo()).
    Result<ConsensusReport> consensusReport(const ConsensusRequest& request, const Job& job);
    /// Undoes decisions however old, in one go; those that are undone already stay so.
    Result<LabelReceipt> undoAll(const std::vector<std::string>& decisions, const std::string& annotator);
    /// What undoing these, by id, would change.
    Result<UndoPreview> previewUndo(const std::vector<std::string>& decisions);
    /// Newest first; of what others have said nothing while somebody works blind (setBlindTo()).
    Result<std::vector<HistoryEntry>> history(const HistoryFilter& filter);

    Result<TaxonomyImpact> previewTaxonomyEdit(const annotation::TaxonomyEdit& edit);
    /// Invalid, with nothing written, where the change makes no sense.
    Result<LabelReceipt> editTaxonomy(const std::string& annotator, const annotation::TaxonomyEdit& edit);

    /// A reviewer's word on figures as a whole. An adjudication is a decide() with Source::Adjudicated.
    Result<LabelReceipt> review(const std::string& reviewer, const std::vector<RowId>& rows,
                                const annotation::Review& review);
    /// How many figures each annotator gets.
    Result<std::map<std::string, std::size_t>> assign(const std::string& by, const AssignmentPlan& plan);

    /// Writes decisions, all or those of one annotator, with the changes of the taxonomy that they build on.
    Result<VoteExchange> exportVotes(const std::filesystem::path& file, const std::optional<std::string>& annotator);
    /// All or nothing. Merging twice changes nothing, and the order of files does not matter.
    Result<VoteExchange> mergeVotes(const std::filesystem::path& file);

    /// What was decided since that version of the labels, by whomever.
    Result<News> newsSince(std::uint64_t version);

    /// What in the effective labels contradicts the rules between questions: rule by rule, most figures first. A
    /// withdrawal is among the fixes only where it would help: an imported answer cannot be withdrawn.
    Result<std::vector<Contradiction>> contradictions(const Job& job);

    Result<exporting::ExportSummary> exportTo(const ExportRequest& request, const Job& job);
    /// Compares every figure in the catalog with its shard.
    Result<exporting::VerifyReport> verify(const Job& job);

private:
    struct Reader;
    class Lease;

    Workspace(std::filesystem::path folder, std::string name, journal::Journal journal);

    std::filesystem::path catalogPath() const;
    Result<Lease> reader();
    query::Engine engine(Lease& lease, std::shared_ptr<const query::Snapshot> now);
    Result<void> takeNewEntries();
    /// `change` is a function on the list that may refuse.
    template <typename Change>
    Result<std::vector<SavedSearch>> changeSearches(Change change);
    Result<journal::Entry> entryFrom(LabelRequest request, const query::Snapshot& now);
    Result<LabelReceipt> append(std::vector<journal::Entry> entries);
    Result<LabelReceipt> toggle(journal::EntryKind kind, const std::optional<std::string>& annotator,
                                const std::optional<std::string>& decision);
    Result<std::vector<FigureId>> figuresOf(const std::vector<RowId>& rows, const query::Snapshot& now) const;
    Result<FigureSummary> summaryFrom(Lease& reader, const query::Snapshot& snapshot, RowId row);
    Result<std::vector<RowId>> rowsForExport(const ExportRequest& request, const Job& job);
    exporting::ExportFigure exportFigure(const catalog::FigureText& text, const catalog::ShardInfo& shard, RowId row,
                                         const query::Snapshot& snapshot, const LabelChoice& choice);

    std::filesystem::path m_folder;
    std::string m_name;
    shards::OpenShards m_shards;
    image::ThumbnailCache m_thumbnails;

    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Reader>> m_idleReaders;
    std::unique_ptr<CollectionText> m_text;
    std::unique_ptr<Similarity> m_similarity;

    std::mutex m_searchesMutex;

    std::mutex m_journalMutex; ///< taken before m_labelsMutex
    journal::Journal m_journal;
    std::int64_t m_takenSequence = 0;

    std::shared_mutex m_labelsMutex;
    annotation::Labels m_labels;

    std::mutex m_snapshotMutex; ///< taken before m_labelsMutex
    std::shared_ptr<const query::Snapshot> m_snapshot;
    std::string m_blindTo;

    std::mutex m_upkeepMutex; ///< taken before m_journalMutex
    bool m_isLookedAfter = false;
};

} // namespace biomedica::workspace
