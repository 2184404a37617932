// The typed reading of an expression: what each operand was understood as, and how the operators bind.
#include <outlay/report/render_expression.hpp>

#include <outlay/report/render_rate.hpp>

#include "report/words.hpp"

namespace outlay {

namespace {

constexpr int most_digits = 6;  ///< of an amount in words; a longer one is written in full
constexpr int exact_digits = 6;

enum binding { loosest, sums, products, pers, signs, operand };

binding binding_of(operation kind) {
    switch (kind) {
        case operation::convert: return loosest;
        case operation::add:
        case operation::subtract: return sums;
        case operation::multiply:
        case operation::divide: return products;
        case operation::per: return pers;
        case operation::negate: return signs;
        default: return operand;
    }
}

std::string_view sign_of(operation kind) {
    switch (kind) {
        case operation::add: return " + ";
        case operation::subtract: return " − ";
        case operation::multiply: return " × ";
        case operation::divide: return " / ";
        default: return " ";
    }
}

class reading_writer {
public:
    reading_writer(const engine& data, const evaluated_line& what, const format_options& options)
        : data_(data), what_(what), line_(*what.read), options_(options) {}

    [[nodiscard]] std::string text() const {
        std::string out = of(line_.root, loosest, true);
        if (line_.equals) out += " = " + of(*line_.equals, loosest, true);
        if (line_.equals && !line_.asked.is_none()) out = "? " + line_.asked.text() + ": " + out;
        return out;
    }

private:
    [[nodiscard]] std::string of(std::size_t i, binding around, bool with_values) const {
        const auto& n = line_.nodes[i];
        const auto own = binding_of(n.kind);
        auto out = bare(n, own, with_values);
        return own < around ? "(" + out + ")" : out;
    }

    [[nodiscard]] std::string bare(const expression_node& n, binding own, bool with_values) const {
        const auto next = static_cast<binding>(own + 1);
        switch (n.kind) {
            case operation::figure:
            case operation::number: return amount(to_ratio(n.stated.amount), n.stated.qualifier, n.unit, n.stated.currency);
            case operation::unit: return n.unit.text();
            case operation::hole: return n.unit.is_none() ? "?" : "? " + n.unit.text();
            case operation::last: return "_";
            case operation::name: return name(n, with_values);
            case operation::negate: return "−" + of(n.a, signs, with_values);
            case operation::convert: return of(n.a, loosest, with_values) + " → " + n.unit.text();
            case operation::per:
                return of(n.a, pers, false) + " " + say(options_, "reading.per") + " " + of(n.b, signs, with_values);
            case operation::divide:
            case operation::subtract: return of(n.a, own, with_values) + std::string(sign_of(n.kind)) + of(n.b, next, with_values);
            default: return of(n.a, own, with_values) + std::string(sign_of(n.kind)) + of(n.b, own, with_values);
        }
    }

    [[nodiscard]] std::string name(const expression_node& n, bool with_values) const {
        const auto& known = what_.programmes[n.programme];
        if (n.metric == "outlay" || n.metric == "total") {
            if (!with_values) return known.name;
            if (!known.outlay) return known.name + " (" + say(options_, "reading.not-stated") + ")";
            const auto& stated = known.outlay->value;
            return known.name + " (" +
                   amount(to_ratio(stated.amount), stated.qualifier, unit_product::of(stated.currency), stated.currency) + ")";
        }
        return known.name + " " + n.metric;
    }

    /// "≤ 500 billion USD", "700–800 trillion KRW", "100,000 jobs".
    [[nodiscard]] std::string amount(const interval<ratio>& value, qualifier q, const unit_product& unit,
                                     currency_code currency) const {
        if (currency.empty() && !unit.is_none())
            return format_interval(data_, value, q, unit.text(), most_digits, options_).full;
        const auto with_unit = [&](const std::string& number) {
            return unit.is_none() ? number : number + " " + unit.text();
        };
        const auto sign = std::string(qualifier_sign(q));
        if (!value.central && !value.is_point() && value.low && value.high)
            return with_unit(format_range_in_words(data_, *value.low, *value.high, most_digits, options_));
        const auto& shown = value.central ? value.central : value.high ? value.high : value.low;
        return shown ? sign + with_unit(number(*shown)) : std::string{};
    }

    /// In words where they say it all, else every digit.
    [[nodiscard]] std::string number(const ratio& value) const {
        const auto exact = exact_decimal(value);
        const bool is_short = exact && exact->significant_digits() <= most_digits;
        const bool is_large = value >= 1000000 || value <= -1000000;
        return is_short && is_large ? format_number_in_words(data_, value, most_digits, options_)
                                    : format_exact(data_, value, exact_digits, options_);
    }

    const engine& data_;
    const evaluated_line& what_;
    const expression& line_;
    const format_options& options_;
};

}  // namespace

std::string render_reading(const engine& data, const evaluated_line& what, const format_options& options) {
    return reading_writer(data, what, options).text();
}

}  // namespace outlay
