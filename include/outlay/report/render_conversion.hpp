// render_conversion: one amount in another currency, with the rate that it went through.
// Promises: the value never without its rate, the rate's date, source and path; a ceiling stays a ceiling.
// Leaves out: reading and converting (figures/read.hpp, figures/normalize.hpp).
#pragma once

#include <outlay/figures/normalize.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/number_format.hpp>

#include <string>

namespace outlay {

/// An amount as it was written, read, and converted.
struct conversion {
    std::string words;
    figure from;
    normalized to;
};

/// "1,392,757,660.17 USD  ≈ $1.39 billion" and below it the amount as read, the rate, its date, path and source.
[[nodiscard]] std::string render_conversion(const engine& data, const conversion& what, const format_options& options);
/// The contract's document of a conversion.
[[nodiscard]] std::string render_conversion_json(const engine& data, const conversion& what,
                                                 const format_options& options);

/// Unit of an amount of this figure in that currency: "USD", "USD/year".
[[nodiscard]] std::string unit_in(currency_code currency, const figure& what);
/// "USD (reason); it could also be CAD, AUD, NZD or 7 others"; empty where the currency is plain.
[[nodiscard]] std::string format_candidates(const figure& what, const format_options& options, bool with_reason);
/// "low", "high", "central", "low_open", "high_open" as decimal texts, "null" where absent; dates of a date.
void write_stated_bounds(json_writer& json, const figure& what);

}  // namespace outlay
