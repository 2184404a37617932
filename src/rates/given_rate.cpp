// given_rate: rates as users and files write them.
#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/number/rounding.hpp>

#include "rates/rate_value.hpp"

#include <algorithm>
#include <cstdlib>

namespace outlay {

namespace {

constexpr int largest_exponent = 30;
constexpr std::size_t shown_columns = 40;

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

given_rate make_given(const currency_pair& pair, const ratio& value, std::string_view written) {
    return {pair, value, std::string(written), message("given-rate-source")};
}

bool is_within_factor_of_two(const ratio& value, const ratio& known) {
    return value <= known * 2 && known <= value * 2;
}

/// A bare number may be meant either way round; `known` is the rate from → to.
std::optional<currency_pair> find_direction(const ratio& value, const rate& known) {
    const currency_pair pair{known.from, known.to};
    const bool forward = is_within_factor_of_two(value, known.factor);
    const bool backward = is_within_factor_of_two(value, ratio(1) / known.factor);
    if (forward == backward) return std::nullopt;
    return forward ? pair : pair.reversed();
}

}  // namespace

std::optional<diagnostic> check_rate_value(const ratio& value, std::string_view text,
                                           const std::optional<place>& where) {
    const auto shown = shorten(text, shown_columns);
    if (value.sign() <= 0) return make_diagnostic("rate-not-positive", {{"text", shown}}, where);
    if (std::abs(leading_exponent(value)) > largest_exponent)
        return make_diagnostic("number-out-of-range", {{"text", shown}}, where);
    return std::nullopt;
}

result<ratio> read_rate_value(std::string_view text, std::optional<place> where) {
    auto value = parse_ratio(trim(text));
    if (!value) {
        auto problems = value.problems();
        for (auto& problem : problems) problem.where = where;
        return problems;
    }
    if (auto problem = check_rate_value(*value, text, where)) return std::move(*problem);
    return value;
}

result<given_rate> read_given_rate(std::string_view text, const currency_table& currencies,
                                   std::optional<place> where) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos)
        return make_diagnostic("rate-malformed", {{"text", shorten(text, shown_columns)}}, std::move(where));
    const auto written = trim(text.substr(equals + 1));
    const auto pair = read_pair(trim(text.substr(0, equals)), currencies, where);
    const auto value = read_rate_value(written, where);
    auto problems = pair.problems();
    for (auto& problem : value.problems()) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    return make_given(*pair, *value, written);
}

result<given_rate> read_bare_rate(std::string_view text, const rate_table& table, const currency_table& currencies,
                                  const rate_policy& policy, currency_code from, currency_code to,
                                  std::optional<place> where) {
    if (text.find('=') != std::string_view::npos) return read_given_rate(text, currencies, std::move(where));
    const auto value = read_rate_value(text, where);
    if (!value) return value.problems();
    const currency_pair asked{from, to};
    auto plain = policy;
    plain.convention = {};  // the direction does not depend on which day's rate is meant
    const auto known = resolve_rate(table, currencies, plain, from, to);
    if (known && known->path != rate_path::identity)
        if (const auto pair = find_direction(*value, *known)) return make_given(*pair, *value, trim(text));
    const auto written = shorten(trim(text), shown_columns);
    return make_diagnostic("rate-direction-unclear",
                           {{"text", written}, {"pair", to_text(asked)}, {"reversed", to_text(asked.reversed())}},
                           std::move(where));
}

}  // namespace outlay
