#include "core/journal/journal.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/journal/figure_bytes.h"
#include "core/json/value.h"

#include <algorithm>
#include <cstring>

namespace biomedica::journal {

namespace {

// Forward only: a later version appends a step, and never edits one.
constexpr std::array migrations = {R"sql(
    CREATE TABLE journal (origin TEXT NOT NULL);
    CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        clock INTEGER NOT NULL,
        origin TEXT NOT NULL,
        annotator TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        source INTEGER NOT NULL,
        taxonomy INTEGER NOT NULL,
        refers_to TEXT,
        -- a JSON list of classes; 'null' = the vote is taken back; NULL = not part of the decision
        panel_type TEXT, panel_subtype TEXT, primary_label TEXT, secondary_label TEXT,
        note TEXT, status INTEGER, flag INTEGER,
        figures BLOB NOT NULL -- in rising order, figure_bytes.h
    );
    CREATE INDEX entry_by_clock ON entry (clock);
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
        BEGIN SELECT raise(ABORT, 'journal entries are never changed'); END;
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
        BEGIN SELECT raise(ABORT, 'journal entries are never deleted'); END;
)sql",
                                   R"sql(
    ALTER TABLE entry ADD COLUMN group_id TEXT; -- NULL = alone
    ALTER TABLE entry ADD COLUMN content TEXT;  -- JSON; of taxonomy changes, assignments and reviews
)sql",
                                   R"sql(
    ALTER TABLE entry ADD COLUMN figures_form INTEGER NOT NULL DEFAULT 0; -- FiguresForm
)sql"};

enum class FiguresForm { Plain = 0, Gaps = 1 };

constexpr const char* insertEntry =
    "INSERT INTO entry (id, clock, origin, annotator, at_ms, kind, source, taxonomy, refers_to, panel_type, "
    "panel_subtype, primary_label, secondary_label, note, status, flag, figures, group_id, content, figures_form) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

/// The columns in the order of entryFrom().
std::string selectEntries(const char* which)
{
    return std::string("SELECT id, clock, origin, annotator, at_ms, kind, source, taxonomy, refers_to, panel_type, "
                       "panel_subtype, primary_label, secondary_label, note, status, flag, figures, sequence, "
                       "group_id, content, figures_form FROM entry ")
           + which;
}

std::optional<std::string> encodeVote(const std::optional<Vote>& vote)
{
    if (!vote)
        return std::nullopt;
    return vote->isWithdrawn ? "null" : json::toLine(json::Value(vote->answer));
}

Result<Vote> decodeVote(std::string_view text)
{
    TRY(const json::Value value, json::parse(text));
    Vote vote;
    vote.isWithdrawn = value.is_null();
    for (const json::Value& element : value)
        if (element.is_string())
            vote.answer.push_back(element.get<std::string>());
    return vote;
}

Result<std::vector<FigureId>> figuresFrom(std::string_view bytes, FiguresForm form)
{
    if (form == FiguresForm::Plain)
        return decodeFigures(bytes);
    if (auto figures = decodeGaps(bytes))
        return std::move(*figures);
    return Error(ErrorKind::Corrupt, "its list of figures is damaged");
}

/// The shorter form.
void bindFigures(db::Statement& statement, const std::vector<FigureId>& figures)
{
    const std::string gaps = encodeGaps(figures);
    if (gaps.size() < figures.size() * sizeof(FigureId::value))
        statement.bindBlob(17, gaps).bind(20, static_cast<int>(FiguresForm::Gaps));
    else
        statement.bindBlob(17, encodeFigures(figures)).bind(20, static_cast<int>(FiguresForm::Plain));
}

Result<Entry> entryFrom(const db::Statement& row)
{
    Entry entry;
    entry.id = row.text(0);
    entry.clock = row.bits(1);
    entry.origin = row.text(2);
    entry.annotator = row.text(3);
    entry.atMs = row.integer(4);
    entry.kind = static_cast<EntryKind>(row.integer(5));
    entry.source = static_cast<Source>(row.integer(6));
    entry.taxonomyVersion = static_cast<int>(row.integer(7));
    entry.refersTo = row.text(8);
    for (const Question question : allQuestions) {
        const int column = 9 + static_cast<int>(question);
        if (row.isNull(column))
            continue;
        TRY(entry.decision[question], decodeVote(row.view(column)));
    }
    if (!row.isNull(13))
        entry.decision.note = row.text(13);
    if (!row.isNull(14))
        entry.decision.status = static_cast<Status>(row.integer(14));
    if (!row.isNull(15))
        entry.decision.isFlagged = row.integer(15) != 0;
    TRY(entry.figures, figuresFrom(row.blob(16), static_cast<FiguresForm>(row.integer(20))));
    entry.sequence = row.integer(17);
    entry.group = row.text(18);
    entry.content = row.text(19);
    return entry;
}

void bindEntry(db::Statement& statement, const Entry& entry)
{
    statement.bind(1, entry.id).bind(2, entry.clock).bind(3, entry.origin).bind(4, entry.annotator);
    statement.bind(5, entry.atMs).bind(6, static_cast<int>(entry.kind)).bind(7, static_cast<int>(entry.source));
    statement.bind(8, entry.taxonomyVersion);
    const auto given = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    statement.bind(9, given(entry.refersTo));
    for (const Question question : allQuestions)
        statement.bind(10 + static_cast<int>(question), encodeVote(entry.decision[question]));
    statement.bind(14, entry.decision.note);
    if (entry.decision.status)
        statement.bind(15, static_cast<int>(*entry.decision.status));
    if (entry.decision.isFlagged)
        statement.bind(16, *entry.decision.isFlagged ? 1 : 0);
    bindFigures(statement, entry.figures);
    statement.bind(18, given(entry.group)).bind(19, given(entry.content));
}

Result<std::string> originOf(db::Connection& connection)
{
    TRY(db::Statement select, connection.prepare("SELECT origin FROM journal"));
    TRY(const bool hasRow, select.step());
    return hasRow ? select.text(0) : std::string();
}

Result<std::string> ensureOrigin(db::Connection& connection)
{
    TRY(std::string known, originOf(connection));
    if (!known.empty())
        return known;
    TRY(db::Transaction transaction, db::Transaction::begin(connection));
    TRY(known, originOf(connection));
    if (known.empty()) {
        TRY(db::Statement insert, connection.prepare("INSERT INTO journal (origin) VALUES (?1)"));
        insert.bind(1, known = randomId());
        TRY_VOID(insert.run());
    }
    TRY_VOID(transaction.commit());
    return known;
}

} // namespace

Result<Journal> Journal::open(const std::filesystem::path& path, db::Access access, const char* vfs)
{
    TRY(db::Connection connection, db::Connection::open(path, access, db::Durability::Full, vfs));
    TRY_VOID(db::migrate(connection, migrations, "journal"));
    TRY(std::string origin, access == db::Access::ReadOnly ? originOf(connection) : ensureOrigin(connection));
    return Journal(std::move(connection), std::move(origin));
}

Result<Entry> Journal::append(Entry entry)
{
    std::vector<Entry> one;
    one.push_back(std::move(entry));
    TRY(one, append(std::move(one)));
    return std::move(one.front());
}

Result<std::vector<Entry>> Journal::append(std::vector<Entry> entries)
{
    const std::string group = entries.size() > 1 ? randomId() : std::string();
    TRY(db::Transaction transaction, db::Transaction::begin(m_connection));
    TRY(const std::int64_t clock, m_connection.integer("SELECT coalesce(max(clock), 0) FROM entry"));
    auto now = static_cast<std::uint64_t>(clock);
    for (Entry& entry : entries) {
        std::sort(entry.figures.begin(), entry.figures.end());
        entry.figures.erase(std::unique(entry.figures.begin(), entry.figures.end()), entry.figures.end());
        entry.id = randomId();
        entry.origin = m_origin;
        entry.group = group;
        entry.clock = ++now;
        TRY_VOID(insert(entry));
        entry.sequence = m_connection.lastRowId();
    }
    TRY_VOID(transaction.commit());
    return entries;
}

Result<void> Journal::insert(const Entry& entry)
{
    TRY(db::Statement insert, m_connection.prepare(insertEntry));
    bindEntry(insert, entry);
    return insert.run();
}

Result<std::size_t> Journal::merge(const std::vector<Entry>& entries)
{
    TRY(db::Transaction transaction, db::Transaction::begin(m_connection));
    std::size_t added = 0;
    TRY(db::Statement find, m_connection.prepare(selectEntries("WHERE id = ?1").c_str()));
    for (const Entry& entry : entries) {
        find.bind(1, entry.id);
        TRY(const bool isKnown, find.step());
        if (isKnown) {
            TRY(Entry known, entryFrom(find));
            known.sequence = entry.sequence;
            if (known != entry)
                return Error(ErrorKind::Corrupt, "the entry " + entry.id + " by '" + entry.annotator
                                                     + "' differs from the one that is here already");
        } else {
            TRY_VOID(insert(entry));
            ++added;
        }
        find.reset();
    }
    TRY_VOID(transaction.commit());
    return added;
}

Result<void> Journal::readAfter(std::int64_t sequence, const std::function<void(Entry)>& visit)
{
    TRY(db::Statement select, m_connection.prepare(selectEntries("WHERE sequence > ?1 ORDER BY sequence").c_str()));
    select.bind(1, sequence);
    for (;;) {
        TRY(const bool hasRow, select.step());
        if (!hasRow)
            return {};
        auto entry = entryFrom(select);
        if (!entry)
            return entry.error().withContext("the journal '" + m_connection.path().string()
                                             + "' holds a damaged entry");
        visit(std::move(*entry));
    }
}

Result<std::int64_t> Journal::lastSequence()
{
    return m_connection.integer("SELECT coalesce(max(sequence), 0) FROM entry");
}

Result<void> Journal::check()
{
    TRY(db::Statement check, m_connection.prepare("PRAGMA quick_check(1)"));
    TRY(const bool hasRow, check.step());
    if (hasRow && check.view(0) != "ok")
        return Error(ErrorKind::Corrupt, "'" + m_connection.path().string() + "' is damaged: " + check.text(0));
    return {};
}

Result<void> Journal::copyTo(const std::filesystem::path& copy)
{
    std::filesystem::path part = copy;
    part += ".part";
    std::error_code ignored;
    std::filesystem::remove(part, ignored); // of a run that was cut off
    TRY(db::Statement into, m_connection.prepare("VACUUM INTO ?1"));
    into.bind(1, part.string());
    TRY_VOID(into.run());
    return renameDurably(part, copy);
}

} // namespace biomedica::journal
