// store_schema: the tables of a rate store, their version, and whose file it is.
// Promises: only a file that is empty or holds exactly these tables is accepted.
// Leaves out: what is in the tables.
#pragma once

#include "rates/store/database.hpp"

namespace outlay::store {

/// Counts up with each change of the tables; a store of a later version is refused.
inline constexpr std::int64_t newest_version = 1;

/// False for a file without anything in it yet. Throws store-foreign, store-newer, store-corrupt.
[[nodiscard]] bool check_schema(database& db);

/// Within a transaction.
void create_schema(database& db);

}  // namespace outlay::store
