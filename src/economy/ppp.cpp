#include <outlay/economy/ppp.hpp>

namespace outlay {

result<ppp_factor> find_ppp_factor(const indicator_table& table, const economy& of, int year) {
    auto found = find_account(table, indicator::ppp, economy_code(of.code), year);
    if (!found) return found.problems();
    if (found->value.sign() > 0) return ppp_factor{found->economy, of.currency, year, found->value, found->series};
    return find_account({}, indicator::ppp, economy_code(of.code), year).problems();  // a factor that says nothing
}

result<international_dollars> at_purchasing_power(const money& sum, const ppp_factor& factor) {
    if (sum.currency == factor.currency) return international_dollars{sum.amount / to_ratio(factor.value), factor.year};
    return make_diagnostic("currency-mismatch", {{"first", sum.currency.text()}, {"second", factor.currency.text()}});
}

}  // namespace outlay
