// multiplier: fractions as integers and as estimates.
#include <outlay/columns/multiplier.hpp>

#include <cmath>

namespace outlay {

namespace {

constexpr int estimate_bits = 62;  ///< of a quotient before it becomes a double: more than a double keeps

int bits_of(const integer& positive) { return static_cast<int>(boost::multiprecision::msb(positive)) + 1; }

/// The nearest double, or one beside it.
double estimate_of(const integer& numerator, const integer& denominator) {
    const int shift = estimate_bits - bits_of(numerator) + bits_of(denominator);
    const integer quotient =
        shift >= 0 ? integer((numerator << shift) / denominator) : integer(numerator / (denominator << -shift));
    return std::ldexp(static_cast<double>(static_cast<std::uint64_t>(quotient)), -shift);
}

prepared_fraction prepare(const ratio& value) {
    const integer numerator = boost::multiprecision::numerator(value);
    const integer denominator = boost::multiprecision::denominator(value);
    prepared_fraction prepared;
    prepared.estimate = estimate_of(numerator, denominator);
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (numerator > most || denominator > most) return prepared;
    prepared.numerator = static_cast<std::int64_t>(numerator);
    prepared.denominator = static_cast<std::int64_t>(denominator);
    constexpr auto limit = prepared_fraction::narrow_limit;
    if (prepared.numerator < limit && prepared.denominator < limit)
        prepared.quotient = static_cast<double>(prepared.numerator) / static_cast<double>(prepared.denominator);
    return prepared;
}

}  // namespace

multiplier::multiplier(const ratio& value) {
    if (value.sign() <= 0) return;
    exact_ = value;
    prepared_ = prepare(value);
}

multiplier multiplier::between(const ratio& factor, int from_scale, int to_scale) {
    const int shift = to_scale - from_scale;
    return multiplier(shift >= 0 ? ratio(factor * power_of_ten(shift)) : ratio(factor / power_of_ten(-shift)));
}

std::uint32_t multiplier_table::add(const multiplier& value) {
    const auto index = static_cast<std::uint32_t>(prepared_.size());
    prepared_.push_back(value.prepared());
    if (!value.prepared().fits()) unfitting_.emplace(index, value.exact());
    return index;
}

ratio multiplier_table::exact(std::uint32_t index) const {
    if (const auto found = unfitting_.find(index); found != unfitting_.end()) return found->second;
    if (index >= prepared_.size() || !prepared_[index].fits()) return 0;
    return {integer(prepared_[index].numerator), integer(prepared_[index].denominator)};
}

}  // namespace outlay
