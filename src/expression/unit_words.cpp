// The unit that a word names, in any language that is known.
#include <outlay/expression/expression.hpp>

#include <outlay/base/utf8.hpp>

namespace outlay {

namespace {

std::optional<unit_product> unit_of_term(const term& t) {
    if (t.kind == term_class::currency) {
        const auto codes = split_codes(t.value);
        if (!codes.empty()) return unit_product::of(codes.front());
    }
    if (t.kind == term_class::noun) {
        const auto colon = t.value.find(':');
        if (colon != std::string_view::npos)
            return unit_product::of(t.value.substr(colon + 1));
    }
    if (t.kind == term_class::per) return unit_product::of(t.value);
    return std::nullopt;
}

std::optional<unit_product> find_word(const engine& data, std::string_view word) {
    if (word.size() == 3)
        if (const auto* row = data.currencies().find(currency_code(word))) return unit_product::of(row->code);
    for (const auto& language : data.languages()) {
        const auto match = language.longest_term(word, 0);
        if (match.found == nullptr || match.length != word.size()) continue;
        for (const auto& t : language.terms_of(*match.found))
            if (auto unit = unit_of_term(t)) return unit;
    }
    if (const auto* symbol = data.currencies().find_symbol(word, {})) {
        const auto codes = split_codes(symbol->candidates);
        if (!codes.empty()) return unit_product::of(codes.front());
    }
    return std::nullopt;
}

}  // namespace

std::optional<unit_product> find_unit(const engine& data, std::string_view words) {
    if (words.empty()) return std::nullopt;
    if (auto unit = find_word(data, words)) return unit;
    const auto hyphen = words.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
    const auto first = find_word(data, words.substr(0, hyphen));
    const auto second = find_unit(data, words.substr(hyphen + 1));
    if (!first || !second) return std::nullopt;
    for (const auto& part : first->parts())
        if (second->find(part.dimension) != nullptr) return std::nullopt;  // a year times a month is nobody's unit
    return *first * *second;
}

}  // namespace outlay
