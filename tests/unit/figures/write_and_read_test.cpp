#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/figures/read.hpp>

#include <algorithm>
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

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<usable_word> words_of(const lexicon& language, term_class kind) {
    std::vector<usable_word> found;
    for (const phrase& p : language.phrases()) {
        const auto terms = language.terms_of(p);
        if (terms.size() != 1 || terms.front().kind != kind) continue;
        const term& t = terms.front();
        if (t.is(term_attached) || t.is(term_case) || t.is(term_weak) || t.is(term_before) || (p.text.size() < 4 && is_ascii(p.text))) continue;
        if (!is_letter(decode_at(p.text, 0).value)) continue;  // a symbol in a word
        found.push_back({std::string(t.written), std::string(t.value)});
    }
    return found;
}

/// The digits as the language writes them: groups of three (in India of two before the last), two decimals if asked for.
std::string in_style(std::int64_t hundredths, const number_style& style, bool decimals) {
    std::string whole = std::to_string(hundredths / 100);
    const std::string_view group = style.group.substr(0, decode_at(style.group, 0).length);
    std::size_t step = 3;
    for (std::size_t at = whole.size(); at > step; step = style.indian_groups ? 2 : 3) {
        at -= step;
        whole.insert(at, group);
    }
    if (!decimals) return whole;
    const std::string cents = std::to_string(100 + hundredths % 100).substr(1);
    return whole + std::string(style.decimal.substr(0, decode_at(style.decimal, 0).length)) + cents;
}

constexpr int rounds = 300;

template <class T>
const T& one_of(const std::vector<T>& from, std::mt19937_64& random) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random)];
}

void check_read(const lexicon& language, const std::string& text, const decimal& value, const std::string& currencies) {
    const auto read = read_one(data(), text, figure_kind::money, {std::string(language.tag()), std::nullopt});
    INFO(language.tag() << ": " << text);
    CHECK(read.ok());
    if (!read.ok()) return;
    CHECK(read->written == value);
    const auto candidates = split_codes(currencies);
    // A regional form ("fr-CA") has a currency of its own, and signs come before its companion's words.
    if (language.scripts() == "none") CHECK(std::find(candidates.begin(), candidates.end(), read->currency) != candidates.end());
    else CHECK(read->currency == candidates.front());
}

/// The language's own words, and where it is a regional form that has only a few, those of its companion.
std::vector<usable_word> words_with_companion(const lexicon& language, term_class kind) {
    auto own = words_of(language, kind);
    if (!own.empty() || language.scripts() != "none") return own;
    const lexicon* other = data().find_language(language.companion());
    return other == nullptr ? own : words_of(*other, kind);
}

std::string between_words(const lexicon& language) {
    const lexicon* other = language.companion().empty() ? nullptr : data().find_language(language.companion());
    return language.words_are_spaced() || (language.scripts() == "none" && other != nullptr && other->words_are_spaced()) ? " " : "";
}

}  // namespace

TEST_CASE("a sum written in any language's digits, magnitude and currency is read back", "[figures][property]") {
    std::mt19937_64 random(20260115);
    std::vector<std::string> passed_over;
    for (const lexicon& language : data().languages()) {
        const auto magnitudes = words_with_companion(language, term_class::magnitude);
        const auto currencies = words_with_companion(language, term_class::currency);
        if (magnitudes.empty() || currencies.empty()) passed_over.emplace_back(language.tag());
        for (int round = 0; round < rounds && !magnitudes.empty() && !currencies.empty(); ++round) {
            const usable_word& magnitude = one_of(magnitudes, random);
            const usable_word& currency = one_of(currencies, random);
            const std::int64_t hundredths = std::uniform_int_distribution<std::int64_t>(1, 99999999)(random);
            const std::string space = between_words(language);
            check_read(language, in_style(hundredths, language.numbers(), true) + space + magnitude.written + space + currency.written,
                       decimal(integer(hundredths), 2 - std::stoi(magnitude.value)), currency.value);
        }
    }
    CHECK(passed_over.empty());
}

TEST_CASE("a sum in full, before a currency or after its code, is read back in any language", "[figures][property]") {
    std::mt19937_64 random(20260116);
    for (const lexicon& language : data().languages()) {
        const auto currencies = words_with_companion(language, term_class::currency);
        REQUIRE_FALSE(currencies.empty());
        for (int round = 0; round < rounds; ++round) {
            const usable_word& currency = one_of(currencies, random);
            const std::int64_t hundredths = std::uniform_int_distribution<std::int64_t>(100'000, 99'999'999'999)(random);
            const bool decimals = round % 2 == 0;
            const decimal value = decimals ? decimal(integer(hundredths), 2) : decimal(integer(hundredths / 100), 0);
            const std::string number = in_style(hundredths, language.numbers(), decimals);
            check_read(language, number + between_words(language) + currency.written, value, currency.value);
            check_read(language, std::string(split_codes(currency.value).front().text()) + " " + number, value, currency.value);
        }
    }
}
