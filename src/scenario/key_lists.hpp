// key_lists: the keys of each table of a scenario file.
// Promises: one list a table; a reader accepts these and no others.
// Leaves out: what the keys mean (the readers).
#pragma once

#include <array>
#include <string_view>

namespace outlay::keys {

using name = std::string_view;

inline constexpr std::array<name, 14> file{"title",   "to",         "as_of",       "baseline", "metrics",
                                           "rate_policy", "include", "programmes", "assumptions", "rate",
                                           "investment", "overlap", "uncertain", "case"};
inline constexpr std::array<name, 6> uncertain{"input", "shape", "low", "mode", "high", "source"};
inline constexpr std::array<name, 3> rate{"pair", "value", "source"};
inline constexpr std::array<name, 19> investment{
    "name", "programme", "id",    "economy", "outlay",     "period",  "jobs",  "power",  "accelerators", "stage",
    "payer", "date",     "vintage_of", "part_of", "scope", "source", "quotation", "note", "assumptions"};
/// What a case may change of an investment: all but which one it is.
inline constexpr std::array<name, 16> changes{
    "economy", "outlay", "period", "jobs", "power", "accelerators", "stage", "payer", "date", "part_of", "scope",
    "source", "quotation", "note", "vintage_of", "assumptions"};
inline constexpr std::array<name, 8> jobs{"count",  "kind",     "duration", "scope",
                                          "source", "document", "find",     "occurrence"};
inline constexpr std::array<name, 5> period{"start", "end", "last", "calendar", "words"};
inline constexpr std::array<name, 2> payer{"public", "private"};
inline constexpr std::array<name, 3> document{"document", "find", "occurrence"};
inline constexpr std::array<name, 13> assumptions{
    "phasing", "realisation", "rounding", "discount", "job_duration", "asset_life", "prices", "jobs_kind", "period_from",
    "population_year", "employment_year", "gdp_year", "ppp_year"};
inline constexpr std::array<name, 2> discount{"rate", "timing"};
inline constexpr std::array<name, 2> prices{"base_year", "measure"};
inline constexpr std::array<name, 3> overlap{"investments", "whole", "note"};
inline constexpr std::array<name, 6> variation{"name", "rate", "as_of", "rate_policy", "assumptions", "investment"};

}  // namespace outlay::keys
