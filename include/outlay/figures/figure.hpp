// figure: a mention of a number in a text: its bytes, its kind, its reading and what the words say about it.
// Promises: keeps the span; bounds follow the qualifier; ambiguity stays as candidates with a reason.
// Leaves out: conversion, and what figures have to do with each other (equivalence.hpp).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/base/source.hpp>
#include <outlay/money/currency.hpp>
#include <outlay/number/decimal.hpp>
#include <outlay/number/interval.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

// g++ 12 takes a scoped enumerator for something that could shadow a type of that name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class figure_kind : std::uint8_t { money, jobs, duration, date, power, accelerators, count };
#pragma GCC diagnostic pop
[[nodiscard]] std::string_view to_text(figure_kind kind);
[[nodiscard]] std::optional<figure_kind> parse_figure_kind(std::string_view text);

/// What the words say about a number. Bounds by qualifier:
///   exact, about        low = high = central = x
///   at_most, below      low absent, high x (below: open), central absent
///   at_least, above     low x (above: open), high absent, central absent
///   nearly              low absent, high x open, central x
///   just_over           low x open, high absent, central x
///   band, range         both bounds (a band's high is open), central absent
///   several             2 to 9 of the unit, central absent
enum class qualifier : std::uint8_t {
    exact, about, at_most, at_least, below, above, nearly, just_over, band, range, several,
};
[[nodiscard]] std::string_view to_text(qualifier q);
[[nodiscard]] std::optional<qualifier> parse_qualifier(std::string_view text);

/// The bounds of a stated value x under a qualifier that needs one value (not range).
[[nodiscard]] interval<decimal> bounds_of(qualifier q, const decimal& x);

/// "a year", "per gigawatt": what one unit of an amount that is a flow is spread over, or counted by.
enum class per_unit : std::uint8_t { none, year, quarter, month, week, day, hour, job, gigawatt, megawatt, accelerator };
[[nodiscard]] std::string_view to_text(per_unit per);  ///< "" for none
[[nodiscard]] std::optional<per_unit> parse_per_unit(std::string_view text);

struct figure {
    std::size_t begin = 0;  ///< bytes, half-open, with the qualifier
    std::size_t end = 0;
    figure_kind kind = figure_kind::money;
    outlay::qualifier qualifier = outlay::qualifier::exact;
    interval<decimal> amount;                ///< in units of `currency` or `unit`; nothing for a date
    decimal written;                         ///< the value as written, precision kept (a range: its high)
    currency_code currency;                  ///< the policy's choice; empty unless money
    std::vector<currency_code> candidates;   ///< what else it could be, the choice first; empty if it is plain
    std::string reason;                      ///< why this candidate
    std::string unit;                        ///< "job", "year", "GW", or the counted noun
    per_unit per = per_unit::none;
    std::size_t per_begin = 0;               ///< the words that say `per`; nothing where it is none
    std::size_t per_end = 0;
    std::optional<date_span> days;           ///< of a date; nothing where the document does not say enough
    std::string_view language;               ///< tag of the language whose words were read
};

}  // namespace outlay
