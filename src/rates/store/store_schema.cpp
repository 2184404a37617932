// store_schema: version 1.
#include "rates/store/store_schema.hpp"

#include "rates/store/store_reader.hpp"

#include <array>

namespace outlay::store {

namespace {

constexpr std::int64_t application_id = 0x4f55544c;  // "OUTL", where the file's header names its application

struct table_definition {
    std::string_view name;
    const char* sql;
};

// Sorted by name. Days count from 1970-01-01, times are seconds of UTC. STRICT: a value is an integer or it is refused.
constexpr std::array<table_definition, 5> tables{{
    {"import",
     "CREATE TABLE import (number INTEGER PRIMARY KEY, file TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT "
     "NULL, "
     "format TEXT NOT NULL, named TEXT NOT NULL, time INTEGER NOT NULL, quotes INTEGER NOT NULL, added INTEGER NOT "
     "NULL, "
     "corrected INTEGER NOT NULL, digest TEXT NOT NULL) STRICT"},
    {"origin",
     "CREATE TABLE origin (import INTEGER NOT NULL REFERENCES import, source INTEGER NOT NULL REFERENCES source, "
     "PRIMARY KEY (import, source)) STRICT, WITHOUT ROWID"},
    {"quote",
     "CREATE TABLE quote (series INTEGER NOT NULL REFERENCES series, day INTEGER NOT NULL, "
     "import INTEGER NOT NULL REFERENCES import, coefficient INTEGER NOT NULL CHECK (coefficient > 0), "
     "scale INTEGER NOT NULL CHECK (scale BETWEEN -127 AND 127), PRIMARY KEY (series, day, import)) STRICT, WITHOUT "
     "ROWID"},
    {"series",
     "CREATE TABLE series (number INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, base TEXT NOT NULL, "
     "quote TEXT NOT NULL, side TEXT NOT NULL, UNIQUE (source, base, quote, side)) STRICT"},
    {"source",
     "CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, "
     "licence TEXT NOT NULL, UNIQUE (name, kind)) STRICT"},
}};

place whole(const database& db) { return place{db.path(), 0, 0, {}, 0, 1}; }

[[noreturn]] void refuse(std::string_view id, const database& db, std::int64_t version) {
    throw rate_failure{make_diagnostic(
        id, {{"file", db.path()}, {"version", std::to_string(version)}, {"newest", std::to_string(newest_version)}},
        whole(db))};
}

void check_tables(database& db) {
    auto query = db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    std::size_t found = 0;
    for (; query.step(); ++found)
        if (found == tables.size() || query.text(0) != tables[found].name || query.text(1) != tables[found].sql) break;
    if (found == tables.size()) return;
    report_corrupt(db, "store-tables");
}

}  // namespace

bool check_schema(database& db) {
    const auto id = db.number("PRAGMA application_id");
    const auto version = db.number("PRAGMA user_version");
    const bool is_empty = db.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (is_empty && id == 0 && version == 0) return false;
    if (id != application_id) refuse("store-foreign", db, version);
    if (version > newest_version) refuse("store-newer", db, version);
    check_tables(db);
    return true;
}

void create_schema(database& db) {
    for (const auto& table : tables) db.execute(table.sql);
    db.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    db.execute(("PRAGMA user_version = " + std::to_string(newest_version)).c_str());
}

}  // namespace outlay::store
