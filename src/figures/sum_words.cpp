#include "sum_words.hpp"

#include "term_classes.hpp"
#include "words.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <functional>

namespace outlay::reading {

sum_words::sum_words(const lexicon& main, const lexicon* companion) {
    add(main);
    if (companion != nullptr) add(*companion);
}

void sum_words::add(const lexicon& language) {
    for (const phrase& p : language.phrases()) {
        const auto terms = language.terms_of(p);
        const bool counts = std::any_of(terms.begin(), terms.end(), [](const term& t) {
            return (counted_beside_sums & classes_of(t.kind)) != 0;
        });
        if (!counts) continue;
        for (std::size_t at = 0; at < p.text.size();) {
            const std::size_t end = end_of_word(p.text, at);
            if (end != at) words_.insert(std::hash<std::string_view>{}(p.text.substr(at, end - at)));
            const code_point c = decode_at(p.text, end);
            if (end == at && c.value < characters_.size()) characters_.set(c.value);
            at = end != at ? end : at + c.length;
        }
    }
}

bool sum_words::has_word(std::string_view written) const {
    return words_.contains(std::hash<std::string_view>{}(folded(written)));
}

}  // namespace outlay::reading
