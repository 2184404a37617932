// rate_shelf: the rate store of a command: the one of --rates, else the user's own if there is one.
// Promises: nothing is opened before it is asked for; without a store a command costs and answers what it did.
// Leaves out: what is in it (rates/rate_store.hpp).
#pragma once

#include "cli/session.hpp"

#include <outlay/rates/rate_store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

/// --rates FILE and --vintage DATE|N.
struct store_options {
    std::string file;
    std::string vintage;
};
void declare(option_set& options, store_options& store);

/// The file of --rates, else where the user's own store lies or would lie; empty if there is no such place.
[[nodiscard]] std::string store_path(const store_options& options);

class rate_shelf {
public:
    rate_shelf(const command_line& line, store_options options) : line_(line), options_(std::move(options)) {}

    /// The store, opened; null if none was named and the user has none, or after a problem, which is added.
    [[nodiscard]] const rate_store* open(diagnostics& problems);
    [[nodiscard]] const rate_vintage& vintage() const { return vintage_; }

    /// Lays the store's quotes that a question may need over the session's data: of these currencies (none: of all) and
    /// the policy's, of the days that the policy needs as of its date and of `about` days on either side. A policy
    /// without a date gets the newest day of all rates, the store's and the built-in ones.
    void stock(session& s, rate_policy& policy, std::vector<currency_code> currencies, diagnostics& problems,
               int about = 0);
    /// The same for several dates.
    void stock(session& s, const rate_policy& policy, std::vector<currency_code> currencies,
               const std::vector<date>& dates, diagnostics& problems, int about = 0);
    /// All quotes of some currencies between two days.
    void stock_days(session& s, std::vector<currency_code> currencies, const std::vector<date_span>& days,
                    diagnostics& problems);
    /// The newest day of the store and of the built-in rates.
    [[nodiscard]] std::optional<date> newest_day(const session& s, diagnostics& problems);

private:
    const command_line& line_;
    store_options options_;
    rate_vintage vintage_;
    std::optional<rate_store> store_;
    bool is_opened_ = false;
    bool is_laid_over_ = false;
    engine built_in_;  ///< the session's data without the store's quotes
};

}  // namespace outlay::cli
