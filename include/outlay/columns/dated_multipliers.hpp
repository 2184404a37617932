// dated_multipliers: the rate of every currency and day as a multiplier, found without a search.
// Promises: the rate that resolve_rate() gives as of that day, age limit and all; each currency and day is resolved
//   once, when it is first asked for; days far from every known rate share their answer, so that memory is bounded by
//   the rates there are and not by the days that are asked for.
// Leaves out: why there is no rate (resolve_rate() says it).
#pragma once

#include <outlay/columns/multiplier.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// Where a multiplier comes from.
struct multiplier_origin {
    std::optional<date> observed;  ///< nothing for a given rate or a peg
    std::string factor;            ///< exact: a decimal or a fraction
    std::string source;
};

/// A warning or a note that came with rates (two sources that disagree, say): the first of its kind, and how many there were.
struct rate_warning {
    diagnostic first;
    std::size_t count = 0;
};

class dated_multipliers {
public:
    /// Of a day that no calendar has.
    static constexpr std::uint32_t no_day = 0xFFFFFFFE;

    /// Both tables must outlive it; the as-of date of the policy is not used. A column of amounts of some currency
    /// counts 10^−scale_of(currency): its minor unit, but at least `least_scale` decimals.
    dated_multipliers(const rate_table& rates, const currency_table& currencies, rate_policy policy, currency_code to,
                      int least_scale = 0);

    /// The number of a currency for find(); nothing if the table does not have it.
    [[nodiscard]] std::optional<std::uint32_t> series_of(currency_code from);
    [[nodiscard]] currency_code currency_of(std::uint32_t series) const { return series_[series].from; }
    [[nodiscard]] int scale_of(std::uint32_t series) const { return series_[series].scale; }
    [[nodiscard]] int target_scale() const { return target_scale_; }

    /// An index into table(), multiplier_table::none where there is no rate, or no_day. A slot is month × 32 + day.
    [[nodiscard]] std::uint32_t find(std::uint32_t series, std::uint32_t year, std::uint32_t slot) {
        const auto page = year - first_year_;
        if (page >= years_ || slot >= slots) return find_outside(series, year, slot);
        const auto* known = pages_[series * years_ + page];
        const auto index = known != nullptr ? (*known)[slot] : unresolved;
        return index != unresolved ? index : resolve(series, page, slot);
    }
    [[nodiscard]] std::uint32_t find(std::uint32_t series, date day);

    [[nodiscard]] const multiplier_table& table() const { return table_; }

    /// Of the rates that were resolved, one a kind.
    [[nodiscard]] const std::vector<rate_warning>& warnings() const { return warnings_; }
    /// The given rates that none of them is made of.
    [[nodiscard]] std::vector<given_rate> unused() const;

    /// From now on origin_of() knows what was resolved.
    void keep_origins() { keeps_origins_ = true; }
    [[nodiscard]] const multiplier_origin& origin_of(std::uint32_t index) const { return origins_[index]; }

private:
    static constexpr std::uint32_t unresolved = 0xFFFFFFFF;
    static constexpr std::uint32_t slots = 13 * 32;
    using year_page = std::array<std::uint32_t, slots>;
    struct dated_series {
        currency_code from;
        int scale = 0;
        std::uint32_t before = unresolved;  ///< of all days before the first page
        std::uint32_t after = unresolved;
    };

    std::uint32_t find_outside(std::uint32_t series, std::uint32_t year, std::uint32_t slot);
    std::uint32_t resolve(std::uint32_t series, std::uint32_t page, std::uint32_t slot);
    struct resolved {
        std::uint32_t which;
        date_span days;  ///< that it holds for
    };
    resolved resolve_day(const dated_series& of, date day);
    void keep_warnings(const diagnostics& remarks);
    void mark_given(const std::vector<rate_leg>& legs);

    const rate_table& rates_;
    const currency_table& currencies_;
    rate_policy policy_;
    currency_code to_;
    int target_scale_;
    int least_scale_;
    std::uint32_t first_year_ = 0;
    std::uint32_t years_ = 0;
    std::vector<dated_series> series_;
    std::vector<year_page*> pages_;  ///< by series and year; null while nothing of the year was asked for
    std::vector<std::unique_ptr<year_page>> owned_pages_;
    multiplier_table table_;
    std::vector<rate_warning> warnings_;
    std::vector<bool> is_given_used_;  ///< by given rate of the policy
    bool keeps_origins_ = false;
    std::vector<multiplier_origin> origins_{1};
};

}  // namespace outlay
