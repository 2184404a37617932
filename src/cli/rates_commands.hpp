// rates_commands: the commands below `outlay rates`, one file each, and what they share.
// Promises: a command builds its own options only; it returns its exit code.
// Leaves out: `outlay rates` itself (rates.cpp).
#pragma once

#include "cli/commands.hpp"
#include "cli/rate_shelf.hpp"

#include <outlay/rates/rate_policy.hpp>
#include <outlay/report/render_rate_store.hpp>

#include <optional>
#include <vector>

namespace outlay::cli {

int rates_list(const command_line& line);
int rates_show(const command_line& line);
int rates_path(const command_line& line);
int rates_import(const command_line& line);
int rates_export(const command_line& line);
int rates_verify(const command_line& line);

inline constexpr command rates_commands[] = {{"list", rates_list},     {"show", rates_show},
                                             {"path", rates_path},     {"import", rates_import},
                                             {"export", rates_export}, {"verify", rates_verify}};

/// Days from one to another, both ends included and open where they are not given.
struct day_limits {
    std::optional<date> from;
    std::optional<date> to;
};
/// Errors: rates-days-reversed.
[[nodiscard]] diagnostics check(const day_limits& days);
[[nodiscard]] date_span span_of(const day_limits& days);

/// The rate of each day that has one of its own.
[[nodiscard]] std::vector<rate> values_of(const engine& data, const currency_pair& pair, const day_limits& days);

/// The currencies that a rate of the pair may go through, its own first.
[[nodiscard]] std::vector<currency_code> with_pivots(const session& s, const currency_pair& pair);

/// What the store holds, if there is one.
[[nodiscard]] listed_rates read_list(rate_shelf& shelf, diagnostics& problems);

/// The store that is named or the user's own; a problem if there is none.
[[nodiscard]] const rate_store* required_store(rate_shelf& shelf, const store_options& options, diagnostics& problems);

}  // namespace outlay::cli
