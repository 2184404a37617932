// uncertain_input: how an input is spread, as a scenario file states it: [[uncertain]].
// Promises: bounds as they were written, exact; a shape is what somebody states, never a guess of ours.
// Leaves out: drawing from it (analysis/uncertainty.hpp).
#pragma once

#include <outlay/base/source.hpp>
#include <outlay/scenario/scenario_input.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace outlay {

/// uniform: any value from low to high is as likely as any other. triangular: from low to high, most likely at the mode.
/// lognormal: 5 % lie below low and 5 % above high, and the logarithm is normal.
enum class uncertain_shape : std::uint8_t { uniform, triangular, lognormal };
[[nodiscard]] std::string_view to_text(uncertain_shape shape);
[[nodiscard]] std::span<const std::string_view> uncertain_shape_names();

struct uncertain_input {
    scenario_input input;
    uncertain_shape shape = uncertain_shape::uniform;
    input_value low;
    std::optional<input_value> mode;  ///< of a triangular one
    input_value high;
    std::string source;
    place where;
};

}  // namespace outlay
