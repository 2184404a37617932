// rate_options: the options that say at which of the known rates to convert: --rate-policy, --side, --spread.
// Promises: the same names and the same errors in every command that converts.
// Leaves out: rates that are stated (session.hpp) and finding one (rates/rate_policy.hpp).
#pragma once

#include "cli/command_line.hpp"
#include "cli/option_set.hpp"

#include <outlay/rates/rate_policy.hpp>

#include <string>

namespace outlay::cli {

struct rate_options {
    std::string policy;
    std::string side;
    std::string spread;
};

void declare(option_set& options, rate_options& target);
[[nodiscard]] inline bool is_given(const rate_options& options) {
    return !options.policy.empty() || !options.spread.empty() || !options.side.empty();
}

/// Problems are added: rate-policy-unknown, spread-malformed, spread-without-side.
[[nodiscard]] rate_convention read_convention(const command_line& line, const rate_options& given,
                                              diagnostics& problems);

}  // namespace outlay::cli
