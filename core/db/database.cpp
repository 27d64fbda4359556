#include "core/db/database.h"

#include <sqlite3.h>

namespace biomedica::db {

namespace {

// Another process may hold the write lock for as long as it writes one shard.
constexpr int busyTimeoutMs = 20'000;

Error problemOf(sqlite3* handle, int code, const std::filesystem::path& path)
{
    const std::string name = "'" + path.string() + "'";
    switch (code & 0xff) {
    case SQLITE_FULL: return Error(ErrorKind::Io, name + ": the disk is full; free some space and try again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error(ErrorKind::Busy, name + " is in use by another program; try again when it has finished");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return Error(ErrorKind::Corrupt, name + " is damaged: " + sqlite3_errstr(code));
    case SQLITE_READONLY:
    case SQLITE_PERM: return Error(ErrorKind::Io, name + " cannot be written: permission denied");
    case SQLITE_CANTOPEN:
        return Error(ErrorKind::Io, name + " cannot be opened: it is missing or permission is denied");
    case SQLITE_IOERR: return Error(ErrorKind::Io, name + ": the disk reports an error: " + sqlite3_errstr(code));
    default: return Error(ErrorKind::Io, name + ": " + (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    }
}

std::filesystem::path pathOf(sqlite3* handle)
{
    const char* name = sqlite3_db_filename(handle, "main");
    return name ? name : "";
}

Error problemOf(sqlite3_stmt* statement)
{
    sqlite3* handle = sqlite3_db_handle(statement);
    return problemOf(handle, sqlite3_extended_errcode(handle), pathOf(handle));
}

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

// Binding fails only for an index that the SQL does not have: our own mistake.

Statement& Statement::bind(int index, std::int64_t number)
{
    [[maybe_unused]] const int status = sqlite3_bind_int64(m_statement.get(), index, number);
    assert(status == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    // An empty view may carry a null pointer, which sqlite3 would take for NULL.
    [[maybe_unused]] const int status = sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "",
                                                            text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    assert(status == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, const std::optional<std::string>& text)
{
    return text ? bind(index, std::string_view(*text)) : bindNull(index);
}

Statement& Statement::bindBlob(int index, std::string_view bytes)
{
    [[maybe_unused]] const int status =
        sqlite3_bind_blob64(m_statement.get(), index, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT);
    assert(status == SQLITE_OK);
    return *this;
}

Statement& Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: {
        Error problem = problemOf(m_statement.get());
        reset();
        return problem;
    }
    }
}

Result<void> Statement::run()
{
    for (;;) {
        TRY(const bool hasRow, step());
        if (!hasRow)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    return std::string(view(column));
}

std::string_view Statement::view(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Connection::Closer::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Connection> Connection::open(const std::filesystem::path& path, Access access, Durability durability,
                                    const char* vfs)
{
    int flags = SQLITE_OPEN_NOMUTEX;
    switch (access) {
    case Access::ReadOnly: flags |= SQLITE_OPEN_READONLY; break;
    case Access::ReadWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Access::Create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
    }
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &handle, flags, vfs);
    Connection connection(handle, path);
    if (status != SQLITE_OK)
        return problemOf(handle, status, path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    TRY_VOID(connection.execute("PRAGMA foreign_keys = ON"));
    if (access != Access::ReadOnly) {
        TRY_VOID(connection.execute("PRAGMA journal_mode = WAL"));
        TRY_VOID(connection.execute(durability == Durability::Full ? "PRAGMA synchronous = FULL"
                                                                   : "PRAGMA synchronous = NORMAL"));
    }
    return connection;
}

Result<void> Connection::execute(const char* sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return problemOf(m_handle.get(), sqlite3_extended_errcode(m_handle.get()), m_path);
    return {};
}

Result<Statement> Connection::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return problemOf(m_handle.get(), sqlite3_extended_errcode(m_handle.get()), m_path);
    return Statement(statement);
}

Result<std::int64_t> Connection::integer(const char* sql)
{
    TRY(Statement statement, prepare(sql));
    TRY(const bool hasRow, statement.step());
    return hasRow ? statement.integer(0) : 0;
}

Result<void> Connection::define(const char* name, std::uint64_t (*function)(std::string_view))
{
    const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
        auto* const ours = reinterpret_cast<std::uint64_t (*)(std::string_view)>(sqlite3_user_data(context));
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        sqlite3_result_int64(context, static_cast<std::int64_t>(ours(std::string_view(text ? text : "", size))));
    };
    const int status = sqlite3_create_function_v2(m_handle.get(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                                  reinterpret_cast<void*>(function), call, nullptr, nullptr, nullptr);
    return status == SQLITE_OK ? Result<void>() : problemOf(m_handle.get(), status, m_path);
}

std::int64_t Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

int Connection::changes() const
{
    return sqlite3_changes(m_handle.get());
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    TRY_VOID(connection.execute("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (m_connection)
        (void)m_connection->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    TRY_VOID(m_connection->execute("COMMIT"));
    m_connection = nullptr;
    return {};
}

Result<void> migrate(Connection& connection, std::span<const char* const> migrations, std::string_view what)
{
    TRY(std::int64_t version, connection.integer("PRAGMA user_version"));
    const auto newest = static_cast<std::int64_t>(migrations.size());
    if (version > newest)
        return Error(ErrorKind::Unsupported, "the " + std::string(what) + " '" + connection.path().string()
                                                 + "' was written by a newer version (format " + std::to_string(version)
                                                 + ", this version knows " + std::to_string(newest)
                                                 + "): update Biomedica Curator to open it");
    while (version < newest) {
        TRY(Transaction transaction, Transaction::begin(connection));
        // Another process may have come first while this one waited for the lock.
        TRY(version, connection.integer("PRAGMA user_version"));
        if (version >= newest)
            break;
        TRY_VOID(connection.execute(migrations[static_cast<std::size_t>(version)]));
        ++version;
        TRY_VOID(connection.execute(("PRAGMA user_version = " + std::to_string(version)).c_str()));
        TRY_VOID(transaction.commit());
    }
    return {};
}

} // namespace biomedica::db
