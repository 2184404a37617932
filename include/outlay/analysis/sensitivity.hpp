// sensitivity: how far each input alone moves a result, from its low to its high value, all others kept (a tornado).
// Promises: exact; the low and the high of an input are those of its [[uncertain]] table, else its stated bounds where it has
//   both, else a stated share on either side; says which.
// Leaves out: several inputs at once (sweep.hpp) and how likely they are (uncertainty.hpp).
#pragma once

#include <outlay/analysis/question.hpp>

#include <vector>

namespace outlay {

/// Where the low and the high of an input come from.
enum class swing_origin { stated_bounds, uncertain, share };

struct input_swing {
    scenario_input input;
    swing_origin origin = swing_origin::share;
    ratio low;  ///< of the input
    ratio high;
    std::string unit;  ///< of both: a currency, "job", "year"; empty for a rate
    metric at_low;     ///< the result
    metric at_high;
};

/// One result, and the inputs that move it, the widest swing first.
struct sensitivity {
    output_key key;
    metric base;
    std::vector<input_swing> swings;
};

/// Of every result that is known. `share` is taken off and added where no bounds are stated: 1/10 for ten percent.
/// Errors: those of compare().
[[nodiscard]] result<std::vector<sensitivity>> find_sensitivity(const engine& data, const question& asked,
                                                                const ratio& share);

/// "10%", "0.1" or "1/10". Errors: swing-malformed, also for one that is not above 0 and below 1.
[[nodiscard]] result<ratio> read_swing_share(std::string_view text, std::optional<place> where = std::nullopt);

}  // namespace outlay
