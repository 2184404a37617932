// scenario_input: what may be varied in a scenario: a rate, a fact of an investment, an assumption.
// Promises: named as one would write it ("USD/KRW", "Stargate.jobs", "discount_rate"), with near misses; what was not
//   stated may be varied too, so that an unknown becomes a question of "what if".
// Leaves out: which values are tried (analysis/).
#pragma once

#include <outlay/base/result.hpp>
#include <outlay/figures/figure.hpp>
#include <outlay/rates/quote.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace outlay {

class engine;
struct scenario;

enum class input_kind : std::uint8_t {
    rate, outlay, period, jobs, power, accelerators, realisation, discount_rate,
};
[[nodiscard]] std::string_view to_text(input_kind kind);  ///< "rate", "outlay", …, "discount_rate"
[[nodiscard]] std::span<const input_kind> input_fields();  ///< of an investment: all but the rate
[[nodiscard]] bool is_share(input_kind kind);              ///< realisation, discount_rate

struct scenario_input {
    input_kind kind = input_kind::rate;
    std::optional<std::size_t> investment;  ///< index; nothing: a rate, or an assumption of the whole scenario
    currency_pair pair;                     ///< of a rate
    std::string name;                       ///< "USD/KRW", "Stargate.jobs", "realisation"
    bool operator==(const scenario_input&) const = default;
};

/// "USD/KRW", "NAME.jobs" and so on, "realisation", "discount_rate". Errors: unknown-input and those of read_pair.
[[nodiscard]] result<scenario_input> read_input(const engine& data, const scenario& what, std::string_view text,
                                                std::optional<place> where = std::nullopt);

/// A value of an input: an amount in the currency or unit of its form.
struct input_value {
    ratio amount;
    figure form;  ///< currency, unit, qualifier; its bounds are not looked at. Of a rate or a share nothing
    [[nodiscard]] std::string unit() const;  ///< "USD", "job", "year"; "%" of a share, whose amount is 1/5 for 20 %; "" of a rate
    bool is_part = false;                    ///< of a share
    bool operator==(const input_value& other) const { return amount == other.amount; }
};
/// "1436", "50,000", "$100 billion", "4 years", "20%". A bare number is in the currency or the unit that is stated already.
/// Errors: those of read_rate_value and read_one; input-not-positive, input-not-one-value.
[[nodiscard]] result<input_value> read_input_value(const engine& data, const scenario& what, const scenario_input& input,
                                                   std::string_view text, std::optional<place> where = std::nullopt);

/// What is stated of an input: its bounds, and the form they are in; nothing for a rate and for what is not stated.
struct stated_input_value {
    interval<ratio> bounds;
    input_value form;  ///< its amount is representative(bounds), where there is one
};
[[nodiscard]] std::optional<stated_input_value> stated_value(const scenario& what, const scenario_input& input);

/// Its words as they were written; nothing where it is not stated.
[[nodiscard]] std::optional<std::string> stated_words(const scenario& what, const scenario_input& input);
/// What another scenario states of an input, words and all; nothing where that states nothing. Not of a rate.
void copy_input(scenario& what, const scenario_input& input, const scenario& other, const scenario_input& there);

/// Puts a value in its place; a stated qualifier stays what it was ("up to") if it goes with one value, else the value is
/// exact. Not of a rate: where given rates stand is the asker's.
void set_input_value(scenario& what, const scenario_input& input, const input_value& value);

/// The number that stands for bounds: the point, the central value, or the one bound there is; nothing for a range
/// between two.
[[nodiscard]] std::optional<ratio> representative(const interval<ratio>& value);

}  // namespace outlay
