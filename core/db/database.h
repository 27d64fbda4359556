// A small safe layer over sqlite3: open, prepare, bind, step, transaction, migrate.
//
// Thread contract: a Connection and its Statements belong to one thread at a time. Several
// connections to one file may be used from several threads and processes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace biomedica::db {

enum class Access { ReadOnly, ReadWrite, Create };

/// When a commit returns: Full = on the disk (for what people made); Normal = in order, so that a
/// power cut may lose the last commits but never the file (for what can be rebuilt).
enum class Durability { Normal, Full };

class Statement {
public:
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    /// Parameters are numbered from 1, as in SQL.
    Statement& bind(int index, std::int64_t number);
    Statement& bind(int index, int number) { return bind(index, std::int64_t{number}); }
    Statement& bind(int index, std::uint32_t number) { return bind(index, std::int64_t{number}); }
    /// Stored as the signed number with the same bits.
    Statement& bind(int index, std::uint64_t number) { return bind(index, static_cast<std::int64_t>(number)); }
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, const std::optional<std::string>& text);
    Statement& bindBlob(int index, std::string_view bytes);
    Statement& bindNull(int index);

    /// True while there is a row.
    Result<bool> step();
    /// Runs to the end and makes the statement ready for the next use.
    Result<void> run();
    /// Ready for new values.
    void reset();

    /// Columns are numbered from 0, as in sqlite3.
    std::int64_t integer(int column) const;
    std::uint64_t bits(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const;
    /// Valid until the next step() or reset().
    std::string_view view(int column) const;
    std::string_view blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Connection;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

class Connection {
public:
    /// `vfs` names an SQLite file layer; tests use one that loses unsynced writes.
    static Result<Connection> open(const std::filesystem::path& path, Access access,
                                   Durability durability = Durability::Normal, const char* vfs = nullptr);

    Connection(Connection&&) noexcept = default;
    Connection& operator=(Connection&&) noexcept = default;

    const std::filesystem::path& path() const { return m_path; }

    Result<void> execute(const char* sql);
    Result<Statement> prepare(const char* sql);
    /// The first column of the first row; 0 where there is none.
    Result<std::int64_t> integer(const char* sql);

    /// A function of one text for SQL. Its result is bound as the signed number with the same bits.
    Result<void> define(const char* name, std::uint64_t (*function)(std::string_view text));

    std::int64_t lastRowId() const;
    /// Rows changed by the last statement.
    int changes() const;

    /// Changes whenever another connection has committed to the file.
    Result<std::int64_t> dataVersion() { return integer("PRAGMA data_version"); }

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    Connection(sqlite3* handle, std::filesystem::path path) : m_handle(handle), m_path(std::move(path)) {}

    std::unique_ptr<sqlite3, Closer> m_handle;
    std::filesystem::path m_path;
};

/// Rolls back unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// Brings the file from PRAGMA user_version to migrations.size(), one transaction each. Step i turns
/// version i into i + 1. Unsupported where the file is newer than this program knows.
Result<void> migrate(Connection& connection, std::span<const char* const> migrations, std::string_view what);

} // namespace biomedica::db
