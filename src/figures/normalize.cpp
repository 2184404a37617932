#include <outlay/figures/normalize.hpp>

namespace outlay {

result<normalized> normalize(const engine& data, const figure& what, currency_code to, const rate_policy& policy) {
    auto used = resolve_rate(data.rates(), data.currencies(), policy, what.currency, to);
    if (!used) return used.problems();
    auto amount = scale(to_ratio(what.amount), used->factor);
    return normalized{std::move(amount), std::move(used).value()};
}

}  // namespace outlay
