// programme: an announced investment as its source words it: outlay, period, jobs, payer, power, and where each was read.
// Promises: a value; every figure knows its words and their place; what was not stated stays absent.
// Leaves out: what is assumed about it (assumptions.hpp) and the arithmetic (compare/).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/base/source.hpp>
#include <outlay/figures/figure.hpp>
#include <outlay/number/ratio.hpp>

#include <cstdint>
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

/// A name of something else, and where it was written.
struct stated_name {
    std::string name;
    place where;
};

/// How far an announced sum has come (DAC terms, and what announcements add).
enum class stage { unstated, aspired, announced, committed, contracted, spent, operating, cancelled };
[[nodiscard]] std::string_view to_text(stage value);
[[nodiscard]] std::optional<stage> parse_stage(std::string_view text);
[[nodiscard]] std::span<const std::string_view> stage_names();

/// Years in one "year", "month", "day" and so on (a year of 365.25 days); nothing for a unit no period is stated in.
[[nodiscard]] std::optional<ratio> years_per(std::string_view unit);
/// The gigawatt, letter by letter: as a word it is the code of a country.
inline constexpr char power_unit_letters[] = {'G', 'W'};
inline constexpr std::string_view power_unit{power_unit_letters, sizeof power_unit_letters};
/// Gigawatts in one "GW", "MW", "kW" and so on; nothing for a unit that is none of power.
[[nodiscard]] std::optional<ratio> gigawatts_per(std::string_view unit);

/// What is counted as a job. `announced`: the announcement says no more than "jobs". `average_annual`: full-time
/// equivalents of an average year of the programme, so that times the period they are job-years.
enum class job_kind : std::uint8_t {
    unstated, announced, direct, indirect, induced, construction, permanent, average_annual,
};
/// "unstated", …, "average-annual"
[[nodiscard]] std::string_view to_text(job_kind kind);
[[nodiscard]] std::optional<job_kind> parse_job_kind(std::string_view text);
[[nodiscard]] std::span<const std::string_view> job_kind_names();

/// One number of jobs that a source states; an announcement may state several, of several kinds.
struct jobs_figure {
    stated_figure count;
    job_kind kind = job_kind::unstated;
    std::optional<stated_figure> duration;  ///< how long each lasts, where that is stated
    std::string scope;                      ///< the part of the programme they belong to, in words: "5.5 of 7 GW"
    std::string source;                     ///< where it is not the programme's
};

/// Whose money it is.
enum class payer_kind : std::uint8_t { unstated, public_money, private_money, mixed };
[[nodiscard]] std::string_view to_text(payer_kind kind);  ///< "unstated", "public", "private", "mixed"
[[nodiscard]] std::optional<payer_kind> parse_payer_kind(std::string_view text);

struct payer {
    payer_kind kind = payer_kind::unstated;
    std::optional<ratio> public_share;  ///< of a mixed one, where the shares are stated; the rest is private
};

/// A period stated by its ends; one of them may be missing ("by 2029").
struct period_span {
    std::optional<date> first;
    std::optional<date> last;         ///< the last day that counts
    bool last_year_assumed = false;   ///< that the last year named counts is our reading, not the source's word
    std::string calendar;             ///< of fiscal years; empty: calendar years
};
/// From the first day to the last, both counted: whole months where both stand at the ends of months, else days of a
/// year of 365.25.
[[nodiscard]] ratio years_between(date first, date last);

/// What a value is asked for: "?" in place of what is not stated. Solved for what makes the programme equal the baseline.
enum class asked_value : std::uint8_t { jobs, period };

/// An announced investment.
struct programme {
    std::string name;
    std::string id;                       ///< of the programme library; empty: of none
    std::string economy;                  ///< ISO 3166 alpha-2, or empty
    std::optional<stated_figure> outlay;  ///< money
    std::optional<stated_figure> period;  ///< duration, in a unit that years_per() knows; of `span` its length in years
    std::optional<period_span> span;      ///< where the period is stated by its ends
    std::optional<stated_figure> period_words;  ///< the words of `span`
    std::vector<jobs_figure> jobs;        ///< the first is divided by, unless a kind is asked for
    std::optional<stated_figure> power;
    std::optional<stated_figure> accelerators;
    outlay::stage stage = outlay::stage::unstated;
    outlay::payer payer;
    std::optional<date> announced;  ///< the programme's own date
    std::string vintage_of;         ///< a name that all vintages of one programme share; empty: the only one
    std::vector<stated_name> part_of;  ///< programmes that hold this one's money too, by name or id
    std::string scope;              ///< what the outlay covers, where that is not the whole, in words
    std::string source;
    std::string quotation;
    std::string note;
    std::vector<asked_value> asked;
    place where;
};

}  // namespace outlay
