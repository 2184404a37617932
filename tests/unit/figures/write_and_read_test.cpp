#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/figures/read.hpp>

#include <random>

using namespace outlay;

namespace {

const engine& data() {
    static const engine loaded = engine::embedded();
    return loaded;
}

/// A word of the class that can stand after digits in running text.
struct usable_word {
    std::string written;
    std::string value;
};

std::vector<usable_word> words_of(const lexicon& language, term_class kind) {
    std::vector<usable_word> found;
    for (const phrase& p : language.phrases()) {
        const auto terms = language.terms_of(p);
        if (terms.size() != 1 || terms.front().kind != kind) continue;
        const term& t = terms.front();
        if (t.is(term_attached) || t.is(term_case) || t.is(term_weak) || t.is(term_before) || p.text.size() < 4) continue;
        if (!is_letter(decode_at(p.text, 0).value)) continue;  // a symbol in a word
        found.push_back({std::string(t.written), std::string(t.value)});
    }
    return found;
}

/// The digits as the language writes them: groups of three, two decimals.
std::string in_style(std::int64_t hundredths, const number_style& style) {
    std::string whole = std::to_string(hundredths / 100);
    for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, style.group.substr(0, 1));
    const std::string cents = std::to_string(100 + hundredths % 100).substr(1);
    return whole + std::string(style.decimal.substr(0, 1)) + cents;
}

}  // namespace

TEST_CASE("a sum written in any language's digits, magnitude and currency is read back", "[figures][property]") {
    std::mt19937_64 random(20260115);
    for (const lexicon& language : data().languages()) {
        const auto magnitudes = words_of(language, term_class::magnitude);
        const auto currencies = words_of(language, term_class::currency);
        const char first = language.numbers().group.empty() ? ',' : language.numbers().group[0];
        if (magnitudes.empty() || currencies.empty() || static_cast<unsigned char>(first) >= 0x80) continue;
        for (int round = 0; round < 200; ++round) {
            const auto pick = [&](const std::vector<usable_word>& from) { return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random)]; };
            const usable_word magnitude = pick(magnitudes);
            const usable_word currency = pick(currencies);
            const std::int64_t hundredths = std::uniform_int_distribution<std::int64_t>(1, 99999999)(random);
            const std::string space = language.words_are_spaced() ? " " : "";
            const std::string text = in_style(hundredths, language.numbers()) + space + magnitude.written + space + currency.written;
            const auto read = read_one(data(), text, figure_kind::money, {std::string(language.tag()), std::nullopt});
            INFO(language.tag() << ": " << text);
            CHECK(read.ok());
            if (!read.ok()) continue;
            CHECK(read->written == decimal(integer(hundredths), 2 - std::stoi(magnitude.value)));
            CHECK(read->currency == split_codes(currency.value).front());
        }
    }
}
