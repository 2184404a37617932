// script_runs: the parts of a paragraph that are written in another script than the rest, and so in another language.
// Promises: the parts cover the paragraph in order; names, units and codes in Latin letters part no other script; the
//   digits and signs of a foreign number lie with its words.
// Leaves out: two languages of one script; a paragraph longer than 8 KB is one part.
#pragma once

#include "byte_masks.hpp"
#include "passage.hpp"

#include <string_view>
#include <vector>

namespace outlay::reading {

/// The parts of a paragraph; the last one may be empty.
[[nodiscard]] std::vector<passage> script_runs_of(std::string_view text, const passage& paragraph);
/// The same, sooner, for a text that is UTF-8.
[[nodiscard]] std::vector<passage> script_runs_of(const masked_text& in, const passage& paragraph);

}  // namespace outlay::reading
