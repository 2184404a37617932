// scenario_draft: the scenario of a session as the text of a scenario file: what was loaded, settled and added.
// Promises: what a loaded file says is kept word for word; what is saved is what `outlay compare` reads.
// Leaves out: reading it (scenario/scenario_file.hpp).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/expression/expression.hpp>
#include <outlay/money/currency.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::prompt {

/// A key of an investment and the words of its value.
using stated_key = std::pair<std::string, std::string>;

struct scenario_draft {
    std::string loaded;                           ///< text of a file; empty: none
    std::vector<std::vector<stated_key>> added;   ///< investments, in order
    currency_code to;
    std::optional<date> as_of;
    std::vector<given_rate> rates;
    std::vector<std::string> notes;               ///< lines to keep as comments

    [[nodiscard]] bool has_investments() const { return !loaded.empty() || !added.empty(); }
    [[nodiscard]] std::string text() const;
};

/// "[[investment]]" and its keys, a line each.
[[nodiscard]] std::string investment_text(const std::vector<stated_key>& keys);
/// A TOML string.
[[nodiscard]] std::string toml_text(std::string_view text);

/// "$500 billion / 100,000 jobs / 4 years" as an investment of that outlay, those jobs and that period, named by its words;
/// nothing for any other expression.
[[nodiscard]] std::optional<std::vector<stated_key>> as_investment(const expression& line);

}  // namespace outlay::prompt
