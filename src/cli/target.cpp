#include "cli/target.hpp"

#include "cli/session.hpp"
#include "figures/currency_meant.hpp"

#include <algorithm>

namespace outlay::cli {

namespace {

/// A word for what is counted, in any language that is known: jobs, MW, GPUs.
bool is_counted_noun(const engine& data, std::string_view word) {
    return std::ranges::any_of(data.languages(), [&](const lexicon& language) {
        const auto match = language.longest_term(word, 0);
        if (match.found == nullptr || match.length != word.size()) return false;
        return std::ranges::any_of(language.terms_of(*match.found), [](const term& t) {
            return t.kind == term_class::noun || t.kind == term_class::counter;
        });
    });
}

/// Codes have three letters; a slip may add one.
bool looks_like_a_code(std::string_view word) {
    constexpr std::size_t shortest_slip = 3;
    constexpr std::size_t longest_slip = 4;
    return word.size() >= shortest_slip && word.size() <= longest_slip &&
           std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

}  // namespace

result<currency_code> read_target(const engine& data, const command_line& line, const std::string& named) {
    const auto where = line.place_of(named);
    auto read = read_currency(data, named, where);
    if (read || (looks_like_a_code(named) && !is_counted_noun(data, named))) return read;
    if (!currencies_meant(data, named).empty()) return read;
    return make_diagnostic("unit-mismatch", {{"unit", named}}, where);
}

currency_code read_target(const engine& data, const command_line& line, const std::string& named, diagnostics& problems) {
    if (named.empty()) return {};
    const auto read = read_target(data, line, named);
    append(problems, read.problems());
    return read ? *read : currency_code{};
}

}  // namespace outlay::cli
