// store_schema: version 2, which says of what period a source's means are; version 1 did not.
#include "rates/store/store_schema.hpp"

#include "rates/store/store_reader.hpp"

#include <outlay/rates/rate_publisher.hpp>

#include <array>
#include <vector>

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
     "CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL, "
     "address TEXT NOT NULL, licence TEXT NOT NULL, UNIQUE (name, kind, period)) STRICT"},
}};

constexpr std::string_view first_source_table =
    "CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, "
    "licence TEXT NOT NULL, UNIQUE (name, kind)) STRICT";

/// How the table was made in some version.
std::string_view sql_of(const table_definition& table, std::int64_t version) {
    return version == 1 && table.name == "source" ? first_source_table : std::string_view(table.sql);
}

place whole(const database& db) { return place{db.path(), 0, 0, {}, 0, 1}; }

[[noreturn]] void refuse(std::string_view id, const database& db, std::int64_t version) {
    throw rate_failure{make_diagnostic(
        id, {{"file", db.path()}, {"version", std::to_string(version)}, {"newest", std::to_string(newest_version)}},
        whole(db))};
}

void check_tables(database& db, std::int64_t version) {
    auto query = db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    std::size_t found = 0;
    for (; query.step(); ++found)
        if (found == tables.size() || query.text(0) != tables[found].name || query.text(1) != sql_of(tables[found], version))
            break;
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
    check_tables(db, version);
    return true;
}

std::int64_t schema_version(database& db) { return db.number("PRAGMA user_version"); }

rate_period first_version_period(std::string_view name, rate_kind kind) {
    if (kind != rate_kind::period_mean) return rate_period::day;
    for (const auto& publisher : embedded_rate_publishers())
        if (publisher.name == name && publisher.kind == kind) return publisher.period;
    return rate_period::day;
}

void upgrade_schema(database& db) {
    if (schema_version(db) == newest_version) return;
    struct row {
        std::int64_t number;
        std::string name, kind, address, licence;
    };
    std::vector<row> rows;
    {
        auto query = db.prepare("SELECT number, name, kind, address, licence FROM source");
        while (query.step())
            rows.push_back({query.number(0), std::string(query.text(1)), std::string(query.text(2)),
                            std::string(query.text(3)), std::string(query.text(4))});
    }
    // Not by ALTER TABLE: the text of the definition is how a store is known.
    db.execute("DROP TABLE source");
    db.execute(tables.back().sql);
    auto add = db.prepare(
        "INSERT INTO source (number, name, kind, period, address, licence) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (const auto& each : rows) {
        const auto period = first_version_period(each.name, read_kind(db, each.kind));
        add.bind(1, each.number).bind(2, each.name).bind(3, each.kind).bind(4, to_text(period));
        add.bind(5, each.address).bind(6, each.licence);
        add.run();
    }
    db.execute(("PRAGMA user_version = " + std::to_string(newest_version)).c_str());
}

void create_schema(database& db) {
    for (const auto& table : tables) db.execute(table.sql);
    db.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    db.execute(("PRAGMA user_version = " + std::to_string(newest_version)).c_str());
}

}  // namespace outlay::store
