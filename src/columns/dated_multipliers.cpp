// dated_multipliers: pages of a year, filled as they are asked for.
#include <outlay/columns/dated_multipliers.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr int days_of_a_year = 366;

std::uint32_t year_of(date day) {
    return static_cast<std::uint32_t>(static_cast<int>(std::chrono::year_month_day{day}.year()));
}

std::uint32_t slot_of(date day) {
    const std::chrono::year_month_day parts{day};
    return static_cast<unsigned>(parts.month()) * 32 + static_cast<unsigned>(parts.day());
}

std::chrono::year_month_day day_of(std::uint32_t year, std::uint32_t slot) {
    return std::chrono::year{static_cast<int>(year)} / std::chrono::month{slot >> 5} / std::chrono::day{slot & 31};
}

}  // namespace

dated_multipliers::dated_multipliers(const rate_table& rates, const currency_table& currencies, rate_policy policy,
                                     currency_code to, int least_scale)
    : rates_(rates),
      currencies_(currencies),
      policy_(std::move(policy)),
      to_(to),
      target_scale_(currencies.minor_units(to)),
      least_scale_(least_scale) {
    policy_.origin = as_of_origin::stated_by_user;
    is_given_used_.resize(policy_.given.size());
    const auto known = rates.series();
    if (known.empty()) return;
    const auto first =
        std::min_element(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto last =
        std::max_element(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.last < b.last; });
    first_year_ = year_of(first->first);
    const int limit = policy_.convention.limit_days.value_or(policy_.age_limit_days);
    years_ = year_of(last->last) - first_year_ + 2 + static_cast<std::uint32_t>(limit / days_of_a_year);
}

std::optional<std::uint32_t> dated_multipliers::series_of(currency_code from) {
    const auto known =
        std::find_if(series_.begin(), series_.end(), [&](const dated_series& s) { return s.from == from; });
    if (known == series_.end()) {
        if (currencies_.find(from) == nullptr) return std::nullopt;
        dated_series added;
        added.from = from;
        added.scale = std::max(currencies_.minor_units(from), least_scale_);
        series_.push_back(added);
        pages_.resize(series_.size() * years_);
        return static_cast<std::uint32_t>(series_.size() - 1);
    }
    return static_cast<std::uint32_t>(known - series_.begin());
}

std::uint32_t dated_multipliers::find(std::uint32_t series, date day) {
    return find(series, year_of(day), slot_of(day));
}

std::uint32_t dated_multipliers::find_outside(std::uint32_t index, std::uint32_t year, std::uint32_t slot) {
    const auto asked = day_of(year, slot);
    if (!asked.ok()) return no_day;
    auto& of = series_[index];
    auto& known = asked.year() < std::chrono::year{static_cast<int>(first_year_)} ? of.before : of.after;
    if (known == unresolved) known = resolve_day(of, date{asked}).which;
    return known;
}

std::uint32_t dated_multipliers::resolve(std::uint32_t index, std::uint32_t page, std::uint32_t slot) {
    auto& known = pages_[std::size_t{index} * years_ + page];
    if (known == nullptr) {
        known = owned_pages_.emplace_back(std::make_unique<year_page>()).get();
        known->fill(unresolved);
    }
    const auto asked = day_of(first_year_ + page, slot);
    if (!asked.ok()) return (*known)[slot] = no_day;
    const auto found = resolve_day(series_[index], date{asked});
    // A mean, or the last rate of a year, is the same on all days of its period, which lies within the year.
    for (auto day = found.days.first; day <= found.days.last; day += std::chrono::days{1})
        (*known)[slot_of(day)] = found.which;
    return found.which;
}

void dated_multipliers::keep_warnings(const diagnostics& remarks) {
    for (const auto& remark : remarks) {
        const auto known = std::find_if(warnings_.begin(), warnings_.end(),
                                        [&](const rate_warning& w) { return w.first.id == remark.id; });
        if (known == warnings_.end())
            warnings_.push_back({remark, 1});
        else
            ++known->count;
    }
}

void dated_multipliers::mark_given(const std::vector<rate_leg>& legs) {
    for (std::size_t i = 0; i < policy_.given.size(); ++i)
        for (const auto& leg : legs)
            if (leg.kind == rate_kind::given && leg.pair == policy_.given[i].pair) is_given_used_[i] = true;
}

std::vector<given_rate> dated_multipliers::unused() const {
    std::vector<given_rate> rates;
    for (std::size_t i = 0; i < policy_.given.size(); ++i)
        if (!is_given_used_[i]) rates.push_back(policy_.given[i]);
    return rates;
}

dated_multipliers::resolved dated_multipliers::resolve_day(const dated_series& of, date day) {
    policy_.as_of = day;
    const auto found = resolve_rate(rates_, currencies_, policy_, of.from, to_);
    if (!found) return {multiplier_table::none, {day, day}};
    keep_warnings(found->remarks);
    mark_given(found->legs);
    if (keeps_origins_) origins_.push_back({found->observed, exact_text(found->factor), found->source});
    const auto which = table_.add(multiplier::between(found->factor, of.scale, target_scale_));
    return {which, found->period.value_or(date_span{day, day})};
}

}  // namespace outlay
