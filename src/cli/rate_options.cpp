#include "cli/rate_options.hpp"

#include "cli/session.hpp"

namespace outlay::cli {

void declare(option_set& options, rate_options& target) {
    options.text("--rate-policy", "policy", target.policy);
    options.choice("--side", target.side, {to_text(rate_side::mid), to_text(rate_side::bid), to_text(rate_side::ask)});
    options.text("--spread", "percent", target.spread);
}

rate_convention read_convention(const command_line& line, const rate_options& given, diagnostics& problems) {
    rate_convention how;
    if (!given.policy.empty()) {
        const auto timing = read_rate_timing(given.policy, line.place_of(given.policy));
        timing ? void(how = *timing) : append(problems, timing.problems());
    }
    how.side = read_rate_side(given.side).value_or(rate_side::mid);
    if (given.spread.empty()) return how;
    auto spread = read_spread(given.spread, line.place_of(given.spread));
    spread ? void(how.spread = std::move(*spread)) : append(problems, spread.problems());
    if (how.side == rate_side::mid)
        problems.push_back(make_diagnostic("spread-without-side", {}, line.place_of(given.spread)));
    return how;
}

}  // namespace outlay::cli
