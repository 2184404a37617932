// store_merge: the quotes of a file become part of a store.
// Promises: what the store knows already with the same value changes nothing; a value that differs becomes a vintage.
// Leaves out: the transaction, which is the caller's.
#pragma once

#include "rates/store/quote_staging.hpp"

#include <outlay/rates/rate_store.hpp>

#include <functional>

namespace outlay::store {

/// The import of a file of these bytes, named the same way, if there was one.
[[nodiscard]] std::optional<std::int64_t> find_import(database& db, std::string_view sha256, std::string_view named);

/// A value that a store knows otherwise.
struct correction {
    currency_pair pair;
    date day;
    decimal known;
    decimal value;
    std::size_t line = 0;  ///< of the file
};

/// Adds an import: `record` says of which file and when; its number and its counts are filled in. If nothing is new,
/// nothing is written, and the number is 0.
/// `corrected` is called with each value that takes the place of another one.
void merge(database& db, quote_staging& staging, std::string_view named, rate_import_record& record,
           const std::function<void(const correction&)>& corrected);

/// What a digest of an import is taken of, a line a quote. The period of a mean is no part of it.
[[nodiscard]] std::string digest_line(std::string_view source, rate_kind kind, const currency_pair& pair,
                                      rate_side side, std::int64_t day, std::int64_t coefficient, std::int64_t scale);

}  // namespace outlay::store
