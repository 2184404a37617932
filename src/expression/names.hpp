// names: which programme a name stands for.
// Promises: a whole name before a part; a part, or the name of an economy, only where one programme alone has it.
// Leaves out: what is asked of it.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/expression/expression.hpp>

#include <string_view>
#include <vector>

namespace outlay {

/// The programmes that may be meant: none, one, or the several that make it ambiguous.
[[nodiscard]] std::vector<std::size_t> find_programmes(const engine& data, std::span<const scenario_investment> known,
                                                       std::string_view words);
/// The programme whose whole name the text has at `offset`, and its length; 0 for none.
struct name_match {
    std::size_t programme = 0;
    std::size_t length = 0;
};
[[nodiscard]] name_match match_name(std::span<const scenario_investment> known, std::string_view text, std::size_t offset);

/// "jobs", "period", "outlay" or a metric, by its key with "_", "-" or a space in it; empty if the word is none.
[[nodiscard]] std::string_view find_property(std::string_view words);
[[nodiscard]] std::vector<std::string_view> property_names();

}  // namespace outlay
