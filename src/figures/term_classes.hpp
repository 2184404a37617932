// term_classes: sets of classes of terms, a bit each, as quick_token::classes has them.
// Promises: constants alone.
// Leaves out: what the classes mean (language/lexicon.hpp).
#pragma once

#include <outlay/language/lexicon.hpp>

#include <cstdint>

namespace outlay::reading {

using term_classes = std::uint64_t;

template <class... Kinds>
constexpr term_classes classes_of(Kinds... kinds) {
    return (... | (term_classes{1} << static_cast<unsigned>(kinds)));
}

constexpr term_classes number_words = classes_of(term_class::numeral, term_class::magnitude, term_class::multiplier,
                                                 term_class::several, term_class::several_unit, term_class::point);
/// What may begin an amount or a date, or goes together with one in ways that only the whole grammar knows.
constexpr term_classes intricate =
    classes_of(term_class::numeral, term_class::several, term_class::several_unit, term_class::month,
               term_class::date_word, term_class::negative, term_class::country, term_class::minor);
constexpr term_classes begins_amount =
    number_words | classes_of(term_class::currency, term_class::minor, term_class::country, term_class::negative,
                              term_class::article);
/// All that the quick reader tells apart; other words are as good as unknown ones to it.
constexpr term_classes counted_beside_sums =
    number_words | intricate | begins_amount |
    classes_of(term_class::qualifier, term_class::range, term_class::per, term_class::filler, term_class::joiner,
               term_class::linker);

}  // namespace outlay::reading
