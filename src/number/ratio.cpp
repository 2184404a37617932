// ratio: fractions and their texts.
#include <outlay/number/ratio.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// Divides `value` by `factor` as often as it goes, and says how often.
int take_factor(integer& value, unsigned factor) {
    int count = 0;
    while (value % factor == 0) {
        value /= factor;
        ++count;
    }
    return count;
}

}  // namespace

ratio to_ratio(const decimal& value) {
    if (value.scale() <= 0) return ratio(value.coefficient() * power_of_ten(-value.scale()));
    return make_ratio(value.coefficient(), power_of_ten(value.scale()));
}

ratio make_ratio(const integer& numerator, const integer& denominator) {
    // Boost refuses a negative denominator of unlimited size.
    return denominator.sign() < 0 ? ratio(integer(-numerator), integer(-denominator)) : ratio(numerator, denominator);
}

bool is_whole(const ratio& value) { return boost::multiprecision::denominator(value) == 1; }

result<ratio> parse_ratio(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto value = decimal::parse(text);
        if (!value) return value.problems();
        return to_ratio(*value);
    }
    const auto numerator = decimal::parse(text.substr(0, slash));
    const auto denominator = decimal::parse(text.substr(slash + 1));
    auto problems = numerator.problems();
    for (auto& problem : denominator.problems()) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    if (denominator->sign() == 0) return make_diagnostic("division-by-zero", {{"text", text}});
    return ratio(to_ratio(*numerator) / to_ratio(*denominator));
}

std::optional<decimal> exact_decimal(const ratio& value) {
    const integer whole = boost::multiprecision::denominator(value);
    integer rest = whole;
    const int scale = std::max(take_factor(rest, 2), take_factor(rest, 5));
    if (rest != 1) return std::nullopt;
    return decimal(boost::multiprecision::numerator(value) * power_of_ten(scale) / whole, scale);
}

std::string fraction_text(const ratio& value) {
    const integer denominator = boost::multiprecision::denominator(value);
    auto text = boost::multiprecision::numerator(value).str();
    if (denominator != 1) text += '/' + denominator.str();
    return text;
}

std::string exact_text(const ratio& value) {
    const auto ending = exact_decimal(value);
    return ending ? ending->text() : fraction_text(value);
}

}  // namespace outlay
