// database: SQLite behind a few calls, and what its codes mean to a user.
#include "rates/store/database.hpp"

#include <outlay/base/message.hpp>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace outlay::store {

namespace {

place whole(const std::string& path) { return place{path, 0, 0, {}, 0, 1}; }

diagnostic simple(std::string_view id, const std::string& path) {
    return make_diagnostic(id, {{"file", path}}, whole(path));
}

diagnostic with_reason(std::string_view id, const std::string& path, std::string_view reason) {
    return make_diagnostic(id, {{"file", path}, {"reason", reason}}, whole(path));
}

diagnostic describe(sqlite3* db, int code, const std::string& path) {
    const int kind = code & 0xff;
    const char* said = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    const int system = db != nullptr ? sqlite3_system_errno(db) : 0;
    const std::string reason = system != 0 ? std::strerror(system) : said;
    switch (kind) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return simple("store-busy", path);
        case SQLITE_NOTADB: return simple("store-not-a-database", path);
        case SQLITE_CORRUPT: return with_reason("store-corrupt", path, said);
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH: return with_reason("store-corrupt", path, said);
        case SQLITE_FULL: return with_reason("store-full", path, reason);
        case SQLITE_READONLY: return with_reason("store-unwritable", path, said);
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN: return with_reason("store-unreadable", path, reason);
        default: return with_reason("store-failed", path, reason);
    }
}

}  // namespace

void statement::finalize::operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
void database::close::operator()(sqlite3* open) const { sqlite3_close_v2(open); }

statement::statement(database& owner, std::string_view sql) : owner_(&owner) {
    sqlite3_stmt* prepared = nullptr;
    const int code =
        sqlite3_prepare_v2(owner.open_.get(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
    if (code != SQLITE_OK) owner.fail(code);
    prepared_.reset(prepared);
}

statement& statement::bind(int parameter, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(prepared_.get(), parameter, value); code != SQLITE_OK) owner_->fail(code);
    return *this;
}

statement& statement::bind(int parameter, std::string_view value) {
    const int code = sqlite3_bind_text(prepared_.get(), parameter, value.empty() ? "" : value.data(),
                                       static_cast<int>(value.size()), SQLITE_TRANSIENT);
    if (code != SQLITE_OK) owner_->fail(code);
    return *this;
}

bool statement::step() {
    const int code = sqlite3_step(prepared_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) owner_->fail(code);
    return false;
}

void statement::run() {
    (void)step();
    reset();
}

void statement::reset() { sqlite3_reset(prepared_.get()); }

std::int64_t statement::number(int column) const { return sqlite3_column_int64(prepared_.get(), column); }

std::string_view statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(prepared_.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(prepared_.get(), column))};
}

bool statement::is_null(int column) const { return sqlite3_column_type(prepared_.get(), column) == SQLITE_NULL; }

database::database(std::string path, purpose use, std::chrono::milliseconds patience) : path_(std::move(path)) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path_, ignored))
        throw rate_failure{make_diagnostic("file-is-directory", {{"file", path_}}, whole(path_))};
    // To read it is opened for writing too where that is allowed: what a killed import left is undone by who comes next.
    const int flags = SQLITE_OPEN_READWRITE | (use == purpose::write ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_EXRESCODE;
    // A path that starts with ":" or "file:" would mean something else to SQLite.
    open(path_.starts_with('/') ? path_.c_str() : ("./" + path_).c_str(), flags);
    sqlite3_busy_timeout(open_.get(), static_cast<int>(patience.count()));
    sqlite3_db_config(open_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(open_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    execute("PRAGMA cell_size_check = ON");
}

std::unique_ptr<database> database::make_temporary() {
    std::unique_ptr<database> made(new database);
    made->path_ = message("store-temporary");
    made->open("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE);
    made->execute("PRAGMA journal_mode = OFF");
    return made;
}

void database::open(const char* name, int flags) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(name, &opened, flags, nullptr);
    open_.reset(opened);
    if (code != SQLITE_OK) fail(code);
}

void database::execute(const char* sql) {
    if (const int code = sqlite3_exec(open_.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::int64_t database::number(std::string_view sql) {
    auto query = prepare(sql);
    return query.step() ? query.number(0) : 0;
}

std::int64_t database::changes() const { return sqlite3_changes64(open_.get()); }

void database::fail(int code) { throw rate_failure{describe(open_.get(), code, path_)}; }

transaction::transaction(database& db, lock when) : db_(db) {
    db_.execute(when == lock::now ? "BEGIN IMMEDIATE" : "BEGIN");
}

transaction::~transaction() {
    if (!is_open_) return;
    try {
        db_.execute("ROLLBACK");
    } catch (const rate_failure&) {
        // SQLite has undone it already (a full disk, say), or the next who opens the file undoes it.
    }
}

void transaction::commit() {
    db_.execute("COMMIT");
    is_open_ = false;
}

}  // namespace outlay::store
