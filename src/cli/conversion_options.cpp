#include "cli/conversion_options.hpp"

namespace outlay::cli {

void declare(option_set& options, conversion_options& target) {
    options.texts("--rate", "rate", target.rates);
    options.day("--as-of", target.as_of);
    declare(options, target.asking);
    declare(options, target.store);
}

rate_policy read_policy(const session& s, const command_line& line, const conversion_options& given,
                        diagnostics& problems) {
    auto policy = policy_as_of(s.data, given.as_of);
    policy.convention = read_convention(line, given.asking, problems);
    return policy;
}

}  // namespace outlay::cli
