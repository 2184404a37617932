#include "figures/currency_meant.hpp"

#include <outlay/language/fold.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr int most = 3;

/// Codes by how many languages mean them first.
class code_votes {
public:
    void add(std::string_view candidates) {
        int votes = most;
        for (const currency_code code : split_codes(candidates)) {
            if (votes == 0) return;
            const auto known = std::ranges::find(codes_, code, &std::pair<currency_code, int>::first);
            known == codes_.end() ? void(codes_.emplace_back(code, votes)) : void(known->second += votes);
            --votes;
        }
    }
    std::vector<std::string> take() {
        std::ranges::stable_sort(codes_, std::greater{}, &std::pair<currency_code, int>::second);
        std::vector<std::string> out;
        for (const auto& [code, votes] : codes_)
            if (out.size() < most) out.emplace_back(code.text());
        return out;
    }

private:
    std::vector<std::pair<currency_code, int>> codes_;
};

/// What the word means in a language, where it is a currency there.
std::string_view meaning_in(const lexicon& language, std::string_view word) {
    const auto match = language.longest_term(word, 0);
    if (match.found == nullptr || match.length != word.size()) return {};
    for (const term& each : language.terms_of(*match.found))
        if (each.kind == term_class::currency) return each.value;
    return {};
}

}  // namespace

std::vector<std::string> currencies_meant(const engine& data, std::string_view word) {
    code_votes out;
    if (const auto* symbol = data.currencies().find_symbol(word, {})) out.add(symbol->candidates);
    const std::string name = folded(word);
    for (const currency& row : data.currencies().rows())
        if (row.valid_to.empty() && folded(row.name) == name) out.add(row.code.text());
    for (const lexicon& language : data.languages()) out.add(meaning_in(language, word));
    return out.take();
}

result<currency_code> read_currency(const engine& data, std::string_view written, std::optional<place> where) {
    auto read = data.currencies().read_code(written, std::move(where));
    if (read) return read;
    diagnostics problems = read.problems();
    if (auto meant = currencies_meant(data, written); !meant.empty()) problems.front().near = std::move(meant);
    return problems;
}

}  // namespace outlay
