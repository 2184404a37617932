#include "sum_memory.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

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

template <class Narrow, class Wide>
bool fits(Wide value) {
    return value >= std::numeric_limits<Narrow>::min() && value <= std::numeric_limits<Narrow>::max();
}

/// The recipe as a sum too, if it is one and its numbers are small.
void keep_linear(kept_recipe& made, const number_recipe& recipe) {
    const auto sum = linear(recipe, made.exponents.size());
    if (!sum || !fits<std::int16_t>(sum->constant.exponent)) return;
    for (std::size_t n = 0; n < sum->exponents.size(); ++n) {
        const int exponent = sum->exponents[n].value_or(kept_recipe::no_exponent);
        if (!fits<std::int8_t>(exponent) || (sum->exponents[n] && exponent == kept_recipe::no_exponent)) return;
        made.exponents[n] = static_cast<std::int8_t>(exponent);
    }
    made.constant = sum->constant.coefficient;
    made.constant_exponent = static_cast<std::int16_t>(sum->constant.exponent);
    made.simple = true;
}

std::string_view key_of(const sum_shape& shape) { return {shape.key, shape.key_size}; }

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
    while (places_[at].shape != 0 && (places_[at].tag != tag_of(hash) || key_of(shapes_[places_[at].shape - 1U]) != key))
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
    made.answer = answer;
    if (answer == quick_answer::sum && !keep_sum(made, window, read)) return nullptr;
    const std::string_view key = window.key();
    made.key = keys_.keep(key);
    made.key_size = static_cast<std::uint8_t>(key.size());
    shapes_.push_back(made);
    if (shapes_.size() > places_.size() / 4 * 3) {
        places_.assign(2 * places_.size(), {});
        for (std::size_t n = 0; n < shapes_.size(); ++n) note(key_of(shapes_[n]), n);
    } else {
        note(key, shapes_.size() - 1);
    }
    return &shapes_.back();
}

void sum_memory::note(std::string_view key, std::size_t shape) {
    const std::uint64_t hash = hash_of(key);
    places_[place_of(key, hash)] = {static_cast<std::uint16_t>(shape + 1), tag_of(hash)};
}

bool sum_memory::keep_sum(sum_shape& made, const sum_window& window, quick_reader& read) {
    const figure& sum = read.sum();
    const std::size_t begin = window.index_of(sum.begin), end = window.index_of(sum.end), past = window.index_of(read.past());
    if (std::max({begin, end, past}) > sum_window::longest_key) return false;
    made.begin = static_cast<std::uint8_t>(begin);
    made.end = static_cast<std::uint8_t>(end);
    made.past = static_cast<std::uint8_t>(past);
    made.qualifier = sum.qualifier;
    made.currency = sum.currency;
    made.is_local = read.is_local();
    made.recipe = kept(read.recipe(), window);
    if (made.recipe == nullptr) return false;
    made.meaning = kept({sum.candidates, sum.reason, sum.language});
    return true;
}

/// The digits that it names by their places become numbers of the window.
const kept_recipe* sum_memory::kept(const number_recipe& recipe, const sum_window& window) {
    number_recipe numbered = recipe;
    std::vector<kept_step> steps;
    for (number_step& step : numbered) {
        if (!fits<std::int16_t>(step.exponent)) return nullptr;
        kept_step own{nullptr, static_cast<std::int16_t>(step.exponent), 0, step.what};
        if (step.what == number_step::kind::constant) own.constant = kept(step.value);
        if (step.what == number_step::kind::digits) {
            step.place = window.number_at(step.place);
            if (step.place == std::string_view::npos) return nullptr;
            own.number = static_cast<std::uint8_t>(step.place);
        }
        steps.push_back(own);
    }
    const auto [at, is_new] = recipes_.try_emplace(std::move(steps));
    if (is_new) {
        at->second.steps = &at->first;
        keep_linear(at->second, numbered);
    }
    return &at->second;
}

const decimal* sum_memory::kept(const decimal& constant) {
    const auto found = std::find_if(constants_.begin(), constants_.end(), [&](const decimal& one) {
        return one.scale() == constant.scale() && one.coefficient() == constant.coefficient();
    });
    return found != constants_.end() ? &*found : &constants_.emplace_back(constant);
}

const kept_meaning* sum_memory::kept(kept_meaning&& meaning) {
    const auto found = std::find(meanings_.begin(), meanings_.end(), meaning);
    return found != meanings_.end() ? &*found : &meanings_.emplace_back(std::move(meaning));
}

namespace {

number_recipe recipe_of(const sum_shape& shape) {
    number_recipe made;
    for (const kept_step& step : *shape.recipe->steps)
        made.push_back({step.what, step.number, step.exponent, step.constant != nullptr ? *step.constant : decimal()});
    return made;
}

}  // namespace

figure figure_of(const sum_shape& shape, const sum_window& window) {
    figure made;
    made.kind = figure_kind::money;
    made.begin = window.place(shape.begin);
    made.end = window.place(shape.end);
    made.qualifier = shape.qualifier;
    made.currency = shape.currency;
    made.candidates = shape.meaning->candidates;
    made.reason = shape.meaning->reason;
    made.language = shape.meaning->language;
    made.written = value_of(recipe_of(shape), numbers_of(window));
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
    const kept_recipe& recipe = *shape.recipe;
    if (!recipe.simple) return std::nullopt;
    plain_amount sum{recipe.constant, recipe.constant_exponent};
    for (std::size_t n = 0; n < recipe.exponents.size(); ++n) {
        const int exponent = recipe.exponents[n];
        if (exponent == kept_recipe::no_exponent) continue;
        const sum_window::number& own = window.value(n);
        if (!add(sum, {own.digits, exponent - own.scale})) return std::nullopt;
    }
    return sum;
}

}  // namespace outlay::reading
