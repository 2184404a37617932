// scenario: announced investments to compare, the rates and the date to compare them at, and named variations.
// Promises: a value; everything in it knows where it was written; what was not stated stays absent.
// Leaves out: the file format (scenario_file.hpp) and the arithmetic (compare/).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/base/source.hpp>
#include <outlay/figures/figure.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// A figure as it was stated: what was read, the words, and their place.
struct stated_figure {
    figure value;
    std::string text;
    place where;
};

/// How far an announced sum has come (DAC terms, and what announcements add).
enum class stage { unstated, aspired, announced, committed, contracted, spent, operating, cancelled };
[[nodiscard]] std::string_view to_text(stage value);
[[nodiscard]] std::optional<stage> parse_stage(std::string_view text);
[[nodiscard]] std::span<const std::string_view> stage_names();

/// Years in one "year", "month", "day" and so on (a year of 365.25 days); nothing for a unit no period is stated in.
[[nodiscard]] std::optional<ratio> years_per(std::string_view unit);

/// An announced investment.
struct programme {
    std::string name;
    std::string economy;                  ///< ISO 3166 alpha-2, or empty
    std::optional<stated_figure> outlay;  ///< money
    std::optional<stated_figure> period;  ///< duration, in a unit that years_per() knows
    std::optional<stated_figure> jobs;    ///< jobs
    outlay::stage stage = outlay::stage::unstated;
    std::optional<date> announced;  ///< the programme's own date
    std::string source;
    std::string note;
    place where;
};

/// A named set of overrides, compared beside the file's own case.
struct scenario_case {
    std::string name;
    std::vector<given_rate> rates;
    std::optional<date> as_of;
    place where;
};

struct scenario {
    std::string title;
    currency_code to;  ///< empty: the currency of the first investment with an outlay
    std::optional<date> as_of;
    std::vector<given_rate> rates;
    std::vector<programme> investments;
    std::string baseline;              ///< a name; empty: the first investment
    std::vector<scenario_case> cases;  ///< beside the file's own, which comes first
};

}  // namespace outlay
