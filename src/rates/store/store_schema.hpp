// store_schema: the tables of a rate store, their version, and whose file it is.
// Promises: only a file that is empty or holds exactly these tables is accepted.
// Leaves out: what is in the tables.
#pragma once

#include "rates/store/database.hpp"

#include <outlay/rates/quote.hpp>

namespace outlay::store {

/// Counts up with each change of the tables; a store of a later version is refused, one of an earlier version is read as
/// it is, and brought up to this one by the next import.
inline constexpr std::int64_t newest_version = 2;

/// False for a file without anything in it yet. Throws store-foreign, store-newer, store-corrupt.
[[nodiscard]] bool check_schema(database& db);

/// Within a transaction.
void create_schema(database& db);
void upgrade_schema(database& db);

[[nodiscard]] std::int64_t schema_version(database& db);

/// Version 1 did not keep the period of a mean: it is that of the publisher of this name. Of anybody else's it is not
/// known, and such means answer for no period until they are imported again.
[[nodiscard]] rate_period first_version_period(std::string_view name, rate_kind kind);

}  // namespace outlay::store
