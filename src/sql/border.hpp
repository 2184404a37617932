// border: arguments and answers of SQL functions.
// Promises: nothing is thrown into SQLite; every error names the function, what is wrong and what to do.
// Leaves out: what the functions answer.
#pragma once

#include "sql/conversions.hpp"

#include <outlay/base/diagnostic.hpp>

#include <sqlite3ext.h>

#include <string_view>

namespace outlay::sql {

void fail(sqlite3_context* context, std::string_view function, const diagnostic& problem);
void answer(sqlite3_context* context, std::string_view text);

[[nodiscard]] std::string_view text_of(sqlite3_value* value);

/// Adds the functions that compute with amounts; frees `shared` when the connection is closed.
int add_functions(sqlite3* database, conversions* shared);
/// Adds outlay_read.
int add_read_table(sqlite3* database, const conversions* shared);

}  // namespace outlay::sql
