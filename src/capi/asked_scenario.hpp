// asked_scenario: the text of a scenario file and the options of a call, as one question.
// Promises: what comparing and simulating ask is the same.
// Leaves out: the answers.
#pragma once

#include "capi/asking.hpp"

#include <outlay/analysis/question.hpp>

namespace outlay::capi {

/// A currency by its code; empty for an empty text, or after a problem was added.
[[nodiscard]] currency_code read_target(const engine& data, outlay_text to, diagnostics& problems);

/// Nothing after problems were added.
[[nodiscard]] std::optional<question> read_question(const engine& data, const asked& how, outlay_text name,
                                                    outlay_text scenario, outlay_text to, diagnostics& problems);

}  // namespace outlay::capi
