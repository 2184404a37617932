#include <outlay/scenario/programme.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 8> stages{"unstated",   "aspired", "announced", "committed",
                                                 "contracted", "spent",   "operating", "cancelled"};
constexpr std::array<std::string_view, 8> job_kinds{"unstated", "announced",    "direct",    "indirect",
                                                    "induced",  "construction", "permanent", "average-annual"};
constexpr std::array<std::string_view, 4> payers{"unstated", "public", "private", "mixed"};

template <class T, std::size_t Count>
std::optional<T> parse_among(const std::array<std::string_view, Count>& names, std::string_view text) {
    const auto* found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<T>(found - names.begin());
}

}  // namespace

std::string_view to_text(stage value) { return stages[static_cast<std::size_t>(value)]; }
std::optional<stage> parse_stage(std::string_view text) { return parse_among<stage>(stages, text); }
std::span<const std::string_view> stage_names() { return stages; }

std::string_view to_text(job_kind kind) { return job_kinds[static_cast<std::size_t>(kind)]; }
std::optional<job_kind> parse_job_kind(std::string_view text) { return parse_among<job_kind>(job_kinds, text); }
std::span<const std::string_view> job_kind_names() { return job_kinds; }

std::string_view to_text(payer_kind kind) { return payers[static_cast<std::size_t>(kind)]; }
std::optional<payer_kind> parse_payer_kind(std::string_view text) { return parse_among<payer_kind>(payers, text); }

std::optional<ratio> years_per(std::string_view unit) {
    // The calendar's mean year of 365.25 days, as in days of spending.
    if (unit == "year") return ratio(1);
    if (unit == "decade") return ratio(10);
    if (unit == "quarter") return ratio(1) / 4;
    if (unit == "month") return ratio(1) / 12;
    if (unit == "week") return ratio(28) / 1461;
    if (unit == "day") return ratio(4) / 1461;
    return std::nullopt;
}

ratio years_between(date first, date last) {
    const std::chrono::year_month_day from(first);
    const std::chrono::year_month_day until(last + std::chrono::days(1));
    if (from.day() != until.day()) return ratio((last - first).count() + 1) * 4 / 1461;
    const int years = static_cast<int>(until.year()) - static_cast<int>(from.year());
    const int months = static_cast<int>(static_cast<unsigned>(until.month())) -
                       static_cast<int>(static_cast<unsigned>(from.month()));
    return ratio(years * 12 + months) / 12;
}

std::optional<ratio> gigawatts_per(std::string_view unit) {
    if (unit.size() != power_unit.size() || unit.back() != power_unit.back()) return std::nullopt;
    switch (unit.front()) {
        case 'T': return ratio(1000);
        case 'G': return ratio(1);
        case 'M': return ratio(1) / 1000;
        case 'k': return ratio(1) / 1'000'000;
        default: return std::nullopt;
    }
}

}  // namespace outlay
