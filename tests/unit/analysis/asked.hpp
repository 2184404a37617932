// asked: what the tests of this folder ask about.
#pragma once

#include "unit/scenario/scenario_text.hpp"

#include <outlay/analysis/question.hpp>

#include <string>

namespace outlay {

/// Two investments at a given rate, and what a test adds.
inline std::string stargate_and_centre(const std::string& more = {}, const std::string& rate = "1436",
                                       const std::string& jobs = "100,000") {
    return "to = \"USD\"\nas_of = 2025-01-22\n[[rate]]\npair = \"USD/KRW\"\nvalue = \"" + rate + R"("
[[investment]]
name = "Stargate"
outlay = "up to $500 billion"
period = "4 years"
)" + (jobs.empty() ? "" : "jobs = \"" + jobs + "\"\n") +
           "[[investment]]\nname = \"Centre\"\noutlay = \"2조원\"\n" + more;
}

inline question ask(std::string text) { return {read_text(std::move(text)).value(), {}}; }

}  // namespace outlay
