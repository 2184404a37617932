// outlay_read(text): the figures of a text as a table.
#include "sql/border.hpp"

#include <outlay/base/source.hpp>
#include <outlay/figures/read.hpp>

#include <array>
#include <exception>

SQLITE_EXTENSION_INIT3

namespace outlay::sql {

namespace {

constexpr const char* declaration =
    "CREATE TABLE x(first_byte INTEGER, last_byte INTEGER, line INTEGER, words TEXT, kind TEXT, currency TEXT,"
    " low TEXT, high TEXT, central TEXT, qualifier TEXT, language TEXT, document HIDDEN)";

// In the order of the declaration.
enum column {
    first_byte,
    last_byte,
    line,
    words,
    kind,
    currency,
    low,
    high,
    central,
    qualifier_column,
    language,
    document
};

struct read_table : sqlite3_vtab {
    const engine* data = nullptr;
};

struct cursor : sqlite3_vtab_cursor {
    source text{{}, {}};
    std::vector<figure> figures;
    std::size_t at = 0;
};

cursor& of(sqlite3_vtab_cursor* given) { return *static_cast<cursor*>(given); }

int connect(sqlite3* database, void* shared, int, const char* const*, sqlite3_vtab** made, char**) {
    const int done = sqlite3_declare_vtab(database, declaration);
    if (done != SQLITE_OK) return done;
    auto* table = new (std::nothrow) read_table{};
    if (table == nullptr) return SQLITE_NOMEM;
    table->data = &static_cast<const conversions*>(shared)->data();
    *made = table;
    return sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
}

int disconnect(sqlite3_vtab* table) {
    delete static_cast<read_table*>(table);
    return SQLITE_OK;
}

/// Only a query that says which text can be answered.
int best_index(sqlite3_vtab*, sqlite3_index_info* index) {
    for (int i = 0; i < index->nConstraint; ++i) {
        const auto& given = index->aConstraint[i];
        if (given.iColumn != document || given.op != SQLITE_INDEX_CONSTRAINT_EQ || !given.usable) continue;
        index->aConstraintUsage[i].argvIndex = 1;
        index->aConstraintUsage[i].omit = 1;
        index->estimatedCost = 100;
        return SQLITE_OK;
    }
    return SQLITE_CONSTRAINT;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** made) {
    try {
        *made = new cursor;
        return SQLITE_OK;
    } catch (...) {
        return SQLITE_NOMEM;
    }
}

int close(sqlite3_vtab_cursor* given) {
    delete static_cast<cursor*>(given);
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* given, int, const char*, int count, sqlite3_value** values) {
    try {
        auto& c = of(given);
        c.text = source({}, std::string(count > 0 ? text_of(values[0]) : std::string_view{}));
        c.figures = read_figures(*static_cast<read_table*>(c.pVtab)->data, c.text.text());
        c.at = 0;
        return SQLITE_OK;
    } catch (const std::exception&) {
        return SQLITE_NOMEM;
    }
}

int next(sqlite3_vtab_cursor* given) {
    ++of(given).at;
    return SQLITE_OK;
}

int is_past_end(sqlite3_vtab_cursor* given) { return of(given).at >= of(given).figures.size() ? 1 : 0; }

void answer_bound(sqlite3_context* context, const std::optional<decimal>& value) {
    if (value) answer(context, value->normalized().text());
}

void answer_column(sqlite3_context* context, const cursor& c, int which) {
    const auto& f = c.figures[c.at];
    switch (which) {
        case first_byte: return sqlite3_result_int64(context, static_cast<sqlite3_int64>(f.begin));
        case last_byte: return sqlite3_result_int64(context, static_cast<sqlite3_int64>(f.end));
        case line: return sqlite3_result_int64(context, static_cast<sqlite3_int64>(c.text.line_of(f.begin)));
        case words: return answer(context, c.text.slice(f.begin, f.end));
        case kind: return answer(context, to_text(f.kind));
        case currency: return f.currency.empty() ? void() : answer(context, f.currency.text());
        case low: return answer_bound(context, f.amount.low);
        case high: return answer_bound(context, f.amount.high);
        case central: return answer_bound(context, f.amount.central);
        case qualifier_column: return answer(context, to_text(f.qualifier));
        case language: return answer(context, f.language);
        case document: return answer(context, c.text.text());
        default: return;
    }
}

int column_of(sqlite3_vtab_cursor* given, sqlite3_context* context, int which) {
    try {
        answer_column(context, of(given), which);
        return SQLITE_OK;
    } catch (...) {
        return SQLITE_NOMEM;
    }
}

int row_number(sqlite3_vtab_cursor* given, sqlite3_int64* number) {
    *number = static_cast<sqlite3_int64>(of(given).at);
    return SQLITE_OK;
}

sqlite3_module made_module() {
    sqlite3_module m{};
    m.xConnect = connect;  // no xCreate: the table is there without being created
    m.xBestIndex = best_index;
    m.xDisconnect = disconnect;
    m.xOpen = open;
    m.xClose = close;
    m.xFilter = filter;
    m.xNext = next;
    m.xEof = is_past_end;
    m.xColumn = column_of;
    m.xRowid = row_number;
    return m;
}

}  // namespace

int add_read_table(sqlite3* database, const conversions* shared) {
    static const sqlite3_module module = made_module();
    return sqlite3_create_module(database, "outlay_read", &module, const_cast<conversions*>(shared));
}

}  // namespace outlay::sql
