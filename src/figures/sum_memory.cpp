#include "sum_memory.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace outlay::reading {

namespace {

std::uint64_t hash_of(std::string_view key) {
    std::uint64_t h = key.size();
    for (std::size_t at = 0; at < key.size(); at += 8) {
        std::uint64_t piece = 0;
        if (key.size() - at >= sizeof piece)
            std::memcpy(&piece, key.data() + at, sizeof piece);
        else
            std::memcpy(&piece, key.data() + at, key.size() - at);
        h = (h ^ piece) * 0x9E3779B97F4A7C15U;
        h ^= h >> 32U;
    }
    return h;
}

/// The digits that a recipe names, by their place, as numbers of the window.
bool number_digits(number_recipe& recipe, const sum_window& window) {
    for (number_step& step : recipe) {
        if (step.what != number_step::kind::digits) continue;
        step.place = window.number_at(step.place);
        if (step.place == std::string_view::npos) return false;
    }
    return true;
}

std::vector<decimal> numbers_of(const sum_window& window) {
    std::vector<decimal> all;
    for (std::size_t n = 0; n < window.values(); ++n)
        all.emplace_back(integer(window.value(n).digits), window.value(n).scale);
    return all;
}

}  // namespace

std::size_t sum_memory::place_of(std::string_view key, std::uint64_t hash) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = hash & mask;
    while (places_[at].shape != 0 && (places_[at].tag != tag_of(hash) || shapes_[places_[at].shape - 1U].key != key))
        at = (at + 1) & mask;
    return at;
}

const sum_shape* sum_memory::find(std::string_view key) const {
    const std::uint16_t found = places_[place_of(key, hash_of(key))].shape;
    return found == 0 ? nullptr : &shapes_[found - 1U];
}

const sum_shape* sum_memory::learn(const sum_window& window, quick_reader& read, quick_answer answer) {
    if (shapes_.size() == most_shapes || read.looked_far()) return nullptr;
    sum_shape made;
    made.key = window.key();
    made.answer = answer;
    if (answer == quick_answer::sum) {
        const figure& sum = read.sum();
        const std::size_t begin = window.index_of(sum.begin), end = window.index_of(sum.end),
                          past = window.index_of(read.past());
        if (std::max({begin, end, past}) > sum_window::longest_key) return nullptr;
        made.begin = static_cast<std::uint8_t>(begin);
        made.end = static_cast<std::uint8_t>(end);
        made.past = static_cast<std::uint8_t>(past);
        made.qualifier = sum.qualifier;
        made.currency = sum.currency;
        made.candidates = sum.candidates;
        made.reason = sum.reason;
        made.language = sum.language;
        made.recipe = read.recipe();
        if (!number_digits(made.recipe, window)) return nullptr;
        made.simple = linear(made.recipe, window.values());
    }
    const std::uint64_t hash = hash_of(made.key);
    const std::size_t at = place_of(made.key, hash);
    shapes_.push_back(std::move(made));
    places_[at] = {static_cast<std::uint16_t>(shapes_.size()), tag_of(hash)};
    return &shapes_.back();
}

figure figure_of(const sum_shape& shape, const sum_window& window) {
    figure made;
    made.kind = figure_kind::money;
    made.begin = window.place(shape.begin);
    made.end = window.place(shape.end);
    made.qualifier = shape.qualifier;
    made.currency = shape.currency;
    made.candidates = shape.candidates;
    made.reason = shape.reason;
    made.language = shape.language;
    made.written = value_of(shape.recipe, numbers_of(window));
    made.amount = bounds_of(made.qualifier, made.written);
    return made;
}

namespace {

/// False where the sum does not fit.
bool add(plain_amount& sum, plain_amount part) {
    constexpr std::array<std::int64_t, 19> powers = [] {
        std::array<std::int64_t, 19> made{1};
        for (std::size_t i = 1; i < made.size(); ++i) made[i] = made[i - 1] * 10;
        return made;
    }();
    if (sum.coefficient == 0) sum.exponent = part.exponent;
    plain_amount& larger = part.exponent < sum.exponent ? sum : part;
    const int lower = std::min(part.exponent, sum.exponent);
    const int step = larger.exponent - lower;
    if (step >= static_cast<int>(powers.size())) return false;
    sum.exponent = lower;
    return !__builtin_mul_overflow(larger.coefficient, powers[static_cast<std::size_t>(step)], &larger.coefficient) &&
           !__builtin_add_overflow(sum.coefficient, part.coefficient, &sum.coefficient);
}

}  // namespace

std::optional<plain_amount> amount_of(const sum_shape& shape, const sum_window& window) {
    if (!shape.simple) return std::nullopt;
    plain_amount sum = shape.simple->constant;
    for (std::size_t n = 0; n < shape.simple->exponents.size(); ++n) {
        const auto& exponent = shape.simple->exponents[n];
        const sum_window::number& own = window.value(n);
        if (exponent && !add(sum, {own.digits, *exponent - own.scale})) return std::nullopt;
    }
    return sum;
}

}  // namespace outlay::reading
