// quote: pairs and kinds as text.
#include <outlay/rates/quote.hpp>

#include <outlay/base/utf8.hpp>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 40;

}  // namespace

std::string to_text(const currency_pair& pair) {
    return std::string(pair.base.text()).append("/").append(pair.quote.text());
}

result<currency_pair> read_pair(std::string_view text, const currency_table& currencies, std::optional<place> where) {
    const auto shown = shorten(text, shown_columns);
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size() ||
        text.find('/', slash + 1) != std::string_view::npos)
        return make_diagnostic("pair-malformed", {{"text", shown}}, std::move(where));
    const auto base = currencies.read_code(text.substr(0, slash), where);
    const auto quote = currencies.read_code(text.substr(slash + 1), where);
    auto problems = base.problems();
    for (auto& problem : quote.problems()) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    if (*base == *quote) return make_diagnostic("pair-of-itself", {{"text", shown}}, std::move(where));
    return currency_pair{*base, *quote};
}

std::string_view to_text(rate_side side) {
    switch (side) {
        case rate_side::bid: return "bid";
        case rate_side::ask: return "ask";
        case rate_side::mid: break;
    }
    return "mid";
}

std::optional<rate_side> read_rate_side(std::string_view text) {
    for (const auto side : {rate_side::mid, rate_side::bid, rate_side::ask})
        if (to_text(side) == text) return side;
    return std::nullopt;
}

std::string_view to_text(rate_period period) {
    switch (period) {
        case rate_period::month: return "month";
        case rate_period::quarter: return "quarter";
        case rate_period::year: return "year";
        case rate_period::day: break;
    }
    return "day";
}

std::optional<rate_period> read_rate_period(std::string_view text) {
    for (const auto period : {rate_period::day, rate_period::month, rate_period::quarter, rate_period::year})
        if (to_text(period) == text) return period;
    return std::nullopt;
}

std::string_view to_text(rate_kind kind) {
    switch (kind) {
        case rate_kind::spot: return "spot";
        case rate_kind::period_mean: return "mean";
        case rate_kind::peg: return "peg";
        case rate_kind::irrevocable: return "irrevocable";
        case rate_kind::given: break;
    }
    return "given";
}

}  // namespace outlay
