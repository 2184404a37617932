#include "compare/account_inputs.hpp"

#include <outlay/economy/price_index.hpp>

namespace outlay {

namespace {

int year_of(date day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

class account_reader {
public:
    account_reader(const engine& data, const resolved_investment& what)
        : data_(data), what_(what), economy_(economy_code(what.stated.economy)) {}

    [[nodiscard]] metric read(indicator what, const std::optional<account_year>& wanted, std::string_view unit) const {
        const std::string name(to_text(what));
        if (economy_.empty()) return missing_input(name, "economy-not-stated", unit);
        const auto year = pick_year(what, wanted);
        if (!year) return missing_input(name, std::string(no_year_reason(what, wanted)), unit);
        const auto found = find_account(data_.indicators(), what, economy_, *year);
        if (!found || found->value.sign() <= 0) return missing_input(name, std::string(missing_reason(what)), unit);
        metric out = known_input(name, to_ratio(found->value), std::string(unit), std::to_string(*year),
                                 std::string(found->series.source));
        out.currency = found->series.currency;
        if (!out.currency.empty()) out.unit = out.currency.text();
        if (wanted && wanted->year == 0) out.notes.emplace_back("account-of-latest-year");
        return out;
    }

    /// P(base) / P(year of the announcement), in the economy whose currency the outlay is in.
    [[nodiscard]] metric price_factor() const {
        constexpr std::string_view name = "prices";
        const auto& assumed = what_.assumed;
        if (!assumed.base_year || !assumed.price_measure_used) return missing_input(name, "base-year-not-stated", "");
        if (!what_.stated.announced) return missing_input(name, "date-not-stated", "");
        if (!is_local_currency()) return missing_input(name, "currency-not-local", "");
        const int year = year_of(*what_.stated.announced);
        const auto change = price_change(data_.indicators(), *assumed.price_measure_used, economy_, year,
                                         *assumed.base_year);
        if (!change) return missing_input(name, "price-index-missing", "");
        const std::string years = std::to_string(year) + " \xE2\x86\x92 " + std::to_string(*assumed.base_year);
        metric out = known_input(name, *change, "", years, {});
        out.notes.emplace_back("prices-real");
        return out;
    }

    [[nodiscard]] metric parity() const {
        if (!economy_.empty() && what_.stated.outlay && !is_local_currency())
            return missing_input("ppp", "currency-not-local", "");
        metric out = read(indicator::ppp, what_.assumed.ppp_year, "");
        if (out.known()) out.notes.emplace_back("prices-ppp");
        return out;
    }

private:
    [[nodiscard]] bool is_local_currency() const {
        const economy* found = data_.find_economy(what_.stated.economy);
        return found != nullptr && what_.stated.outlay && what_.stated.outlay->value.currency == found->currency;
    }

    [[nodiscard]] std::optional<int> pick_year(indicator what, const std::optional<account_year>& wanted) const {
        if (wanted && wanted->year != 0) return wanted->year;
        if (wanted) {
            const auto years = data_.indicators().years(what, economy_);
            return years.empty() ? std::nullopt : std::optional<int>(years.back().year);
        }
        return what_.stated.announced ? std::optional(year_of(*what_.stated.announced)) : std::nullopt;
    }

    [[nodiscard]] static std::string_view no_year_reason(indicator what, const std::optional<account_year>& wanted) {
        return wanted ? missing_reason(what) : "date-not-stated";
    }

    const engine& data_;
    const resolved_investment& what_;
    economy_code economy_;
};

}  // namespace

void fill_account_inputs(const engine& data, resolved_investment& out) {
    const account_reader accounts(data, out);
    programme_inputs& in = out.inputs;
    in.population = accounts.read(indicator::population, out.assumed.population_year, "person");
    in.employment = accounts.read(indicator::employment, out.assumed.employment_year, "worker");
    in.gdp = accounts.read(indicator::gdp, out.assumed.gdp_year, "");
    in.parity = accounts.parity();
    in.price_factor = accounts.price_factor();
}

}  // namespace outlay
