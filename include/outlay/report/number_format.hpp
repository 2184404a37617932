// number_format: numbers as people read them: grouped digits, and words to the digits the inputs justify.
// Promises: rounds once, in the mode named; the words of a language are data (config/formats.csv).
// Leaves out: tables and files.
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/engine.hpp>
#include <outlay/number/rounding.hpp>
#include <outlay/report/table.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// The locales there are formats for: "en", "ko".
[[nodiscard]] std::vector<std::string_view> format_locales(const engine& data);

/// Digits of an amount in words: those that its inputs justify (2 or 3), or all there are: the exact decimal in full
/// where it ends, else twelve digits of it and the fraction.
inline constexpr int justified_digits_only = 0;
inline constexpr int all_digits = -1;

struct format_options {
    std::string locale = "en";
    rounding_mode rounding = rounding_mode::half_up;
    int digits = justified_digits_only;  ///< or so many significant ones, or all_digits
    bool short_words = false;            ///< "$1.39 bn" where the locale has it
    std::size_t columns = text_width;  ///< that readable output fits into
};

/// "1,392,757,660.17": `digits` after the point, grouped by the locale.
[[nodiscard]] std::string format_grouped(const engine& data, const ratio& value, int digits,
                                         const format_options& options);
/// The value with every digit where its decimal ends within `max_digits`, else rounded to them and closed by "…".
[[nodiscard]] std::string format_exact(const engine& data, const ratio& value, int max_digits,
                                       const format_options& options);
/// "1,392,757,660.17 USD"; Korean: whole amounts in units, "71억8000만원".
[[nodiscard]] std::string format_money(const engine& data, const ratio& amount, currency_code currency,
                                       const format_options& options);
/// "$1.39 billion", "13.9억 달러": to `significant_digits`, trailing zeros dropped.
[[nodiscard]] std::string format_in_words(const engine& data, const ratio& amount, currency_code currency,
                                          int significant_digits, const format_options& options);
/// The bare number in words: "100 thousand" is not news style, so below a million it is grouped digits.
[[nodiscard]] std::string format_number_in_words(const engine& data, const ratio& amount, int significant_digits,
                                                 const format_options& options);
/// "700–800 trillion": two bounds in words, the magnitude once where it is one.
[[nodiscard]] std::string format_range_in_words(const engine& data, const ratio& low, const ratio& high,
                                                int significant_digits, const format_options& options);
/// A quotient − 1 in percent, signed: "+12.7 %".
[[nodiscard]] std::string format_percent(const engine& data, const ratio& quotient_less_one, int digits,
                                         const format_options& options);

/// A bound's sign for a qualifier: "≤ ", "≥ ", "< ", "> ", "≈ ", for nearly "≲ " and for just_over "≳ ", or "".
[[nodiscard]] std::string_view qualifier_sign(qualifier q);

/// An amount or a metric in the two forms that stand side by side.
struct formatted {
    std::string full;   ///< "≤ 5,000,000.00 USD/job"
    std::string words;  ///< "≤ $5 million"; empty where it would say nothing more
    [[nodiscard]] std::string both() const { return words.empty() ? full : full + "  " + words; }
};
/// Bounds of an amount of money in `unit` ("USD", "USD/job"), of a count ("job", "year", "day") or of a ratio ("").
[[nodiscard]] formatted format_interval(const engine& data, const interval<ratio>& value, qualifier q,
                                        std::string_view unit, int significant_digits, const format_options& options);
/// The same of a metric; empty where it is unknown.
[[nodiscard]] formatted format_metric_forms(const engine& data, const metric& value, const format_options& options);
/// A metric as people read it: "≤ 5,000,000.00 USD/job  ≤ $5 million", "1,392,757,660.17 USD  ≈ $1.39 billion".
/// An unknown metric is empty: what stands in its place is its reader's.
[[nodiscard]] std::string format_metric(const engine& data, const metric& value, const format_options& options);

}  // namespace outlay
