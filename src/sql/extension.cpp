// The SQLite extension: `SELECT load_extension('outlay_sqlite')`, or `.load outlay_sqlite`.
#include "sql/border.hpp"

#include <memory>

SQLITE_EXTENSION_INIT1

extern "C" __attribute__((visibility("default"))) int sqlite3_outlaysqlite_init(sqlite3* database, char** /*problem*/,
                                                                                const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api);
    try {
        auto shared = std::make_unique<outlay::sql::conversions>();
        const auto* read_with = shared.get();
        const int done = outlay::sql::add_functions(database, shared.release());
        return done == SQLITE_OK ? outlay::sql::add_read_table(database, read_with) : done;
    } catch (...) {
        return SQLITE_NOMEM;
    }
}
