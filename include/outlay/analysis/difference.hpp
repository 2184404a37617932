// difference: what changed between two comparisons of the same investments, and which input did it.
// Promises: exact; each input that differs is put alone into the first comparison, so that its own part is seen; if all of
//   them together do not explain a change, that is said.
// Leaves out: investments that only one of the two has; they are named.
#pragma once

#include <outlay/analysis/question.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// An input that differs.
struct changed_input {
    scenario_input input;                  ///< of the first question
    std::optional<ratio> before_rate;      ///< of a rate
    std::optional<ratio> after_rate;
    std::string before;                    ///< the words, else the digits; empty where it was not stated
    std::string after;
};

/// What one input alone makes of a result.
struct change_part {
    std::size_t input = 0;  ///< index
    metric alone;
};

struct changed_output {
    output_key key;
    metric before;
    metric after;
    std::vector<change_part> parts;  ///< of the inputs that move it
    bool is_explained = true;        ///< all inputs together come to `after`
};

struct scenario_difference {
    std::string baseline;
    std::vector<changed_input> inputs;
    std::vector<changed_output> outputs;   ///< those that changed
    std::vector<std::string> only_before;  ///< names
    std::vector<std::string> only_after;
};

/// Errors: those of compare(), of either.
[[nodiscard]] result<scenario_difference> find_difference(const engine& data, const question& before,
                                                          const question& after);

}  // namespace outlay
