// database: an SQLite file, and statements on it.
// Promises: what fails is thrown as a rate_failure. sqlite3.h is included by database.cpp alone.
// Leaves out: what the tables mean (store_schema.hpp).
#pragma once

#include "rates/rate_failure.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace outlay::store {

class database;

class statement {
public:
    /// Parameters and columns are counted as SQLite counts them: from 1, and from 0.
    statement& bind(int parameter, std::int64_t value);
    statement& bind(int parameter, std::string_view value);
    /// True while there is a row.
    [[nodiscard]] bool step();
    /// For a statement without rows: done, and ready to be run again.
    void run();
    void reset();

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  ///< valid until the next step
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class database;
    statement(database& owner, std::string_view sql);
    struct finalize {
        void operator()(sqlite3_stmt* prepared) const;
    };
    database* owner_;
    std::unique_ptr<sqlite3_stmt, finalize> prepared_;
};

class database {
public:
    enum class purpose { read, write };

    /// Opens a file that is there, or makes one that is not if it is to be written. `patience`: how long to wait for
    /// another process that is writing.
    database(std::string path, purpose use, std::chrono::milliseconds patience);
    /// A database of its own, in memory while it is small, else in a temporary file that nobody else sees.
    [[nodiscard]] static std::unique_ptr<database> make_temporary();

    [[nodiscard]] statement prepare(std::string_view sql) { return {*this, sql}; }
    void execute(const char* sql);
    /// The one value that a query gives.
    [[nodiscard]] std::int64_t number(std::string_view sql);
    [[nodiscard]] std::int64_t changes() const;  ///< rows that the last statement changed
    [[nodiscard]] const std::string& path() const { return path_; }

    /// The diagnostic for what SQLite has just said.
    [[noreturn]] void fail(int code);

private:
    friend class statement;
    database() = default;
    void open(const char* name, int flags);
    struct close {
        void operator()(sqlite3* open) const;
    };
    std::string path_;
    std::unique_ptr<sqlite3, close> open_;
};

/// A transaction that is undone unless it is committed.
class transaction {
public:
    enum class lock { later, now };  ///< now: nobody else writes from here on
    transaction(database& db, lock when);
    ~transaction();
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;
    void commit();

private:
    database& db_;
    bool is_open_ = true;
};

}  // namespace outlay::store
