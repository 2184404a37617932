// question: a comparison as something to ask again with other values, and the numbers that answer it.
// Promises: asks compare/ itself, so that what is varied is what is compared.
// Leaves out: which values are tried (sweep.hpp, sensitivity.hpp, uncertainty.hpp).
#pragma once

#include <outlay/compare/comparison.hpp>
#include <outlay/scenario/scenario.hpp>
#include <outlay/scenario/scenario_input.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// What a comparison is made of, and what an input is changed in.
struct question {
    scenario what;  ///< the file's own case alone is asked
    compare_options how;
};

/// The inputs that a case was computed with: rates first, then what each investment states.
[[nodiscard]] std::vector<scenario_input> inputs_of(const scenario& what, const compared_case& c);
/// The rate as a case used it.
[[nodiscard]] const rate* rate_for(const compared_case& c, const currency_pair& pair);

/// Changes an input; a rate comes before all others.
void set_input(question& asked, const scenario_input& input, const input_value& value);

/// A number that a comparison gives: a metric of an investment, or the baseline's over it.
struct output_key {
    std::string investment;
    std::string metric;
    bool is_ratio = false;
    bool operator==(const output_key&) const = default;
};
/// All of a case, ratios last.
[[nodiscard]] std::vector<output_key> outputs_of(const compared_case& c);
/// Null where the case does not have it.
[[nodiscard]] const metric* find_output(const compared_case& c, const output_key& key);
/// The file's own case, without the steps behind its numbers. Errors: rate-missing where nothing could be converted.
[[nodiscard]] result<compared_case> answer(const engine& data, const question& asked);

}  // namespace outlay
