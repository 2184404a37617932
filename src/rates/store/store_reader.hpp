// store_reader: what the functions that read a rate store share: vintages, sources, series.
// Promises: throws rate_failure. Leaves out: writing.
#pragma once

#include "rates/store/database.hpp"

#include <outlay/rates/rate_store.hpp>

#include <deque>

namespace outlay::store {

/// Keeps the texts that views point into.
class text_keeper {
public:
    [[nodiscard]] std::string_view keep(std::string_view text) { return texts_->emplace_back(text); }
    [[nodiscard]] std::shared_ptr<const void> share() const { return texts_; }

private:
    std::shared_ptr<std::deque<std::string>> texts_ = std::make_shared<std::deque<std::string>>();
};

/// A row of the table series, with its source.
struct series_row {
    std::int64_t number = 0;
    std::int64_t source = 0;
    currency_pair pair;
    rate_source origin;
};

/// Every series, sorted by pair, then source by preference.
[[nodiscard]] std::vector<series_row> read_series(database& db, text_keeper& texts,
                                                  std::span<const rate_publisher> preference);

/// The number of the last import that a vintage knows. Throws vintage-unknown.
[[nodiscard]] std::int64_t last_import(database& db, const rate_vintage& vintage);

/// rate_store::load within a transaction that is open. Throws as it reports.
[[nodiscard]] rate_collection load_quotes(database& db, const rate_question& question);

/// Fills in whose rates came with an import.
void read_origins(database& db, rate_import_record& record);

/// Throws store-corrupt, with the words of `reason`.
[[noreturn]] void report_corrupt(const database& db, std::string_view reason);

[[nodiscard]] rate_kind read_kind(const database& db, std::string_view text);

[[nodiscard]] std::int32_t days_of(date day);

/// Makes a result of what a function gives or throws.
template <class Function>
auto guarded(Function function) -> result<decltype(function())> {
    try {
        return function();
    } catch (rate_failure& failure) {
        return std::move(failure.problem);
    }
}

/// What a function gives or throws, as a result; the database is that of one moment while it runs.
template <class Function>
auto at_one_moment(database& db, Function function) -> result<decltype(function())> {
    return guarded([&] {
        const transaction moment(db, transaction::lock::later);
        return function();
    });
}

}  // namespace outlay::store
