// conversions: amounts of SQL rows at the rates of their days; each rate is resolved once.
// Promises: exact until the result is rounded, half to even as in columns; REAL never comes here.
// Leaves out: SQLite (functions.cpp).
#pragma once

#include <outlay/columns/multiplier.hpp>
#include <outlay/engine.hpp>
#include <outlay/number/decimal.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace outlay::sql {

/// A rate that was asked for, or why there is none.
struct known_rate {
    ratio factor;
    int target_scale = 0;
    std::map<int, multiplier> by_scale;  ///< of amounts of so many decimals
    std::optional<diagnostic> problem;
};

class conversions {
public:
    /// The rate of a currency, another and a day ("2025-01-22", what stands behind is left aside; nothing: the newest).
    known_rate& rate(std::string_view from, std::string_view to, std::optional<std::string_view> day);

    [[nodiscard]] const engine& data() const { return data_; }

private:
    known_rate resolve(std::string_view from, std::string_view to, std::optional<std::string_view> day) const;

    engine data_ = engine::embedded();
    std::unordered_map<std::string, known_rate> known_;
    std::string key_;  ///< of the last question
    known_rate* last_ = nullptr;
};

/// An amount times a rate, as the text of a decimal of the minor unit.
[[nodiscard]] std::string converted(const decimal& amount, known_rate& by);
[[nodiscard]] std::string converted(std::int64_t amount, int scale, known_rate& by);

/// "1234.56" as an integer and a scale, where it fits and is digits, a sign and a point; else nothing.
struct small_amount {
    std::int64_t coefficient = 0;
    int scale = 0;
};
[[nodiscard]] std::optional<small_amount> read_small(std::string_view text);

/// A sum of amounts in many currencies and of many days: kept as integers until it is asked for.
class exact_sum {
public:
    void add(const decimal& amount, const known_rate& by);
    void add(small_amount amount, const known_rate& by);
    /// An amount that was added before.
    void take_back(const decimal& amount, const known_rate& by);
    [[nodiscard]] bool empty() const { return rows_ == 0; }
    [[nodiscard]] std::string text() const;  ///< rounded once, half to even

private:
    std::map<std::pair<const known_rate*, int>, integer> parts_;  ///< by rate and scale
    std::size_t rows_ = 0;
    int target_scale_ = 0;
};

}  // namespace outlay::sql
