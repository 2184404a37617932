// money: sums of one currency.
#include <outlay/money/money.hpp>

namespace outlay {

result<money> add(const money& a, const money& b) {
    if (a.currency == b.currency) return money{a.amount + b.amount, a.currency};
    return make_diagnostic("currency-mismatch", {{"first", a.currency.text()}, {"second", b.currency.text()}});
}

}  // namespace outlay
