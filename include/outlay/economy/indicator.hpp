// indicator: what is measured of an economy in a year, and the table of all that is known of it.
// Promises: the value as it was published; O(log n) lookup; immutable. Who published it, when and under which licence
//   stands beside each value.
// Leaves out: what a missing value means for a question (accounts.hpp, price_index.hpp, ppp.hpp).
#pragma once

#include <outlay/economy/economy.hpp>
#include <outlay/number/decimal.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

enum class indicator : std::uint8_t {
    gdp,                 ///< at current prices, in the currency of its series
    population,
    employment,
    ppp,                 ///< local currency for one international dollar
    inflation,           ///< change of consumer prices in the year, in percent
    consumer_prices,     ///< their level; any base
    deflator_inflation,  ///< the same two of the GDP deflator
    gdp_deflator,
};
[[nodiscard]] std::string_view to_text(indicator what);  ///< "gdp", "population", "consumer-prices"
[[nodiscard]] std::optional<indicator> read_indicator(std::string_view text);

/// A row of config/economy/series.csv: what a publisher calls an indicator.
struct indicator_code {
    std::string_view code;   ///< "NY.GDP.MKTP.CD"
    indicator what = indicator::gdp;
    currency_code currency;  ///< of a sum of money; else empty
    std::string_view name;   ///< "GDP (current US$)"
};

/// Where values come from: the comment lines of a file under config/economy/ and the code of its series.
struct indicator_series {
    std::string_view code;
    std::string_view name;
    currency_code currency;
    std::string_view source;
    std::string_view address;
    std::string_view licence;
    std::string_view date;  ///< vintage
    std::string_view file;
};

/// As stored: a value is coefficient × 10^−scale.
struct observation {
    indicator what = indicator::gdp;
    economy_code economy;
    std::int16_t year = 0;
    std::int64_t coefficient = 0;
    std::int8_t scale = 0;
    std::uint8_t series = 0;  ///< index into the table's series

    [[nodiscard]] decimal value() const { return {integer(coefficient), scale}; }
};

class indicator_table {
public:
    constexpr indicator_table() = default;
    /// `observations` sorted by indicator, economy and year, one each. Both spans must outlive the table.
    constexpr indicator_table(std::span<const observation> observations, std::span<const indicator_series> series)
        : observations_(observations), series_(series) {}

    [[nodiscard]] std::span<const observation> observations() const { return observations_; }
    [[nodiscard]] std::span<const indicator_series> series() const { return series_; }
    [[nodiscard]] const indicator_series& series_of(const observation& o) const { return series_[o.series]; }

    [[nodiscard]] const observation* find(indicator what, economy_code economy, int year) const;
    /// All years of one indicator and economy, in order.
    [[nodiscard]] std::span<const observation> years(indicator what, economy_code economy) const;

private:
    std::span<const observation> observations_;
    std::span<const indicator_series> series_;
};

[[nodiscard]] std::span<const indicator_code> embedded_indicator_codes();  ///< sorted by code
[[nodiscard]] std::span<const indicator_series> embedded_indicator_series();
[[nodiscard]] std::span<const observation> embedded_observations();        ///< as a table wants them

}  // namespace outlay
