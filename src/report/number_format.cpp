#include <outlay/report/number_format.hpp>

#include <outlay/base/message.hpp>

#include "report/locale.hpp"

#include <algorithm>

namespace outlay {

namespace {

struct digits_of {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
};

digits_of split_digits(std::string_view text) {
    digits_of parts;
    if (text.starts_with('-')) {
        parts.negative = true;
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    parts.whole = text.substr(0, point);
    if (point != std::string_view::npos) parts.fraction = text.substr(point + 1);
    return parts;
}

std::string group_thousands(std::string_view whole, std::string_view separator) {
    std::string grouped;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i != 0 && (whole.size() - i) % 3 == 0) grouped += separator;
        grouped += whole[i];
    }
    return grouped;
}

std::string with_fraction(std::string text, std::string_view fraction, std::string_view point) {
    if (!fraction.empty()) text.append(point).append(fraction);
    return text;
}

/// Digits as `decimal::text` writes them, without their sign, in the locale's grouping.
std::string grouped_text(const digits_of& digits, const locale_rows& locale, std::string_view group_key) {
    return with_fraction(group_thousands(digits.whole, locale.value(group_key)), digits.fraction,
                         locale.value("point"));
}

std::string without_leading_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? std::string{} : std::string(digits.substr(first));
}

/// 7180000000 as "71억8000만": every magnitude that has digits, the rest behind them.
std::string compound_text(const digits_of& digits, const locale_rows& locale) {
    std::string text;
    auto rest = digits.whole;
    for (const auto& [exponent, word] : locale.magnitudes()) {
        const auto below = static_cast<std::size_t>(exponent);
        if (rest.size() <= below) continue;
        const auto part = without_leading_zeros(rest.substr(0, rest.size() - below));
        if (!part.empty()) text.append(part).append(word);
        rest = rest.substr(rest.size() - below);
    }
    if (text.empty()) return grouped_text(digits, locale, "group");
    const auto units = without_leading_zeros(rest);
    if (digits.fraction.find_first_not_of('0') == std::string_view::npos) return text + units;
    return with_fraction(text + (units.empty() ? "0" : units), digits.fraction, locale.value("point"));
}

std::string full_number(const decimal& rounded, const locale_rows& locale) {
    const auto text = rounded.text();
    const auto digits = split_digits(text);
    return locale.value("compound") == "yes" ? compound_text(digits, locale) : grouped_text(digits, locale, "group");
}

/// A number in words, apart: "1.39" and "billion".
struct word_number {
    std::string number;
    std::string_view magnitude;
};

word_number in_words(const decimal& rounded, const locale_rows& locale, bool short_words = false) {
    const auto order = leading_exponent(to_ratio(rounded));
    const auto short_ones = short_words ? locale.magnitudes("short.") : std::vector<std::pair<int, std::string_view>>{};
    for (const auto& [exponent, word] : short_ones.empty() ? locale.magnitudes() : short_ones) {
        if (order < exponent) continue;
        const auto text = decimal(rounded.coefficient(), rounded.scale() + exponent).normalized().text();
        return {grouped_text(split_digits(text), locale, "words.group"), word};
    }
    const auto text = rounded.text();
    return {grouped_text(split_digits(text), locale, "group"), {}};
}

std::string joined(const word_number& words, const locale_rows& locale) {
    if (words.magnitude.empty()) return words.number;
    return fill(locale.value("words.magnitude"), {{"number", words.number}, {"magnitude", words.magnitude}});
}

decimal to_significant(const ratio& value, int digits, const format_options& options) {
    return round_significant(value, std::max(digits, 1), options.rounding).normalized();
}

std::string signed_text(const decimal& value, std::string text) { return value.sign() < 0 ? "-" + text : text; }

std::string money_in_words(const engine& data, const locale_rows& locale, currency_code currency,
                           std::string_view number) {
    const auto own = locale.value(std::string("amount.").append(currency.text()));
    if (!own.empty()) return fill(own, {{"number", number}});
    const auto* row = data.currencies().find(currency);
    if (row != nullptr && !row->symbol.empty())
        return fill(locale.value("words.symbol"),
                    {{"symbol", row->symbol}, {"number", number}, {"code", currency.text()}});
    return fill(locale.value("words.other"), {{"number", number}, {"code", currency.text()}});
}

std::string money_in_full(const locale_rows& locale, currency_code currency, std::string_view number) {
    return fill(locale.member("amount", currency.text()), {{"number", number}, {"code", currency.text()}});
}

constexpr int shown_digits = 12;    ///< of a decimal that does not end
constexpr int longest_decimal = 40;  ///< a decimal that ends later is shown as one that does not

/// The decimal of a value, if it ends soon enough to be written.
std::optional<decimal> whole_decimal(const ratio& value) {
    const auto exact = exact_decimal(value);
    if (!exact || exact->normalized().scale() > longest_decimal) return std::nullopt;
    return exact->normalized();
}

int digits_in_words(int justified, const format_options& options) {
    return options.digits > 0 ? options.digits : justified;
}

ratio magnitude_of(const ratio& value) { return value < 0 ? ratio(-value) : value; }

/// How the amounts of one unit are written: money, a count or a plain ratio.
class unit_writer {
public:
    unit_writer(const engine& data, std::string_view unit, int significant_digits, const format_options& options)
        : data_(data), options_(options), locale_(data, options.locale), digits_(digits_in_words(significant_digits, options)) {
        const auto slash = unit.find('/');
        head_ = unit.substr(0, slash);
        if (slash != std::string_view::npos) per_ = unit.substr(slash + 1);
        if (!head_.empty() && head_[0] >= 'A' && head_[0] <= 'Z') currency_ = currency_code(head_);
    }

    [[nodiscard]] bool is_ratio() const { return head_.empty(); }
    [[nodiscard]] bool shows_all() const { return options_.digits == all_digits; }

    /// The number alone, without its sign or unit.
    [[nodiscard]] std::string full_digits(const ratio& value) const {
        if (options_.digits == all_digits) return every_digit(magnitude_of(value));
        if (is_ratio()) return words_digits(value);
        return full_number(full_value(magnitude_of(value)), locale_);
    }
    [[nodiscard]] std::string words_digits(const ratio& value) const { return joined(word_form(value), locale_); }
    [[nodiscard]] word_number word_form(const ratio& value) const {
        return in_words(to_significant(magnitude_of(value), digits_, options_), locale_, options_.short_words);
    }

    /// The number with what it counts.
    [[nodiscard]] std::string full(std::string_view number) const {
        if (is_ratio()) return std::string(number);
        if (currency_.empty()) return counted(number);
        return money_in_full(locale_, currency_, number) + per_words();
    }
    [[nodiscard]] std::string words(std::string_view number) const {
        if (currency_.empty()) return full(number);
        return money_in_words(data_, locale_, currency_, number);
    }
    /// True where the words would only repeat the full form.
    [[nodiscard]] bool words_add_nothing(const ratio& value) const {
        const auto words_form = word_form(value);
        if (is_ratio() || joined(words_form, locale_) == full_digits(value)) return true;
        return words_form.magnitude.empty() &&
               to_significant(magnitude_of(value), digits_, options_) == full_value(magnitude_of(value));
    }
    /// "487–557 billion" where both bounds have one magnitude.
    [[nodiscard]] std::string words_range(const ratio& low, const ratio& high) const {
        auto a = word_form(low);
        auto b = word_form(high);
        if (a.number == b.number && a.magnitude == b.magnitude) return joined(a, locale_);
        even_out(a.number, b.number);
        const bool one = a.magnitude == b.magnitude;
        const auto digits = fill(locale_.value("words.range"), {{"low", one ? a.number : joined(a, locale_)},
                                                                {"high", one ? b.number : joined(b, locale_)}});
        return one ? joined({digits, b.magnitude}, locale_) : digits;
    }
    /// Both bounds with what they count: behind the second, or behind each where the pattern closes with a word of its own.
    [[nodiscard]] std::string full_range(const interval<ratio>& value) const {
        const auto key = value.low_open ? (value.high_open ? "range.open" : "range.low-open")
                                        : (value.high_open ? "range.high-open" : "range");
        const bool at_each = locale_.value("range.unit") == "each";
        const auto end = [&](const ratio& bound) { return at_each ? full(full_digits(bound)) : full_digits(bound); };
        const auto both = fill(locale_.value(key), {{"low", end(*value.low)}, {"high", end(*value.high)}});
        return at_each ? both : full(both);
    }

private:
    /// All digits of a decimal that ends, money with its minor unit; else the first of them.
    [[nodiscard]] std::string every_digit(const ratio& value) const {
        const auto whole = whole_decimal(value);
        if (!whole) {
            const auto begin = value < 1 ? round_significant(value, shown_digits, options_.rounding)
                                         : round(value, shown_digits, options_.rounding);
            return full_number(begin, locale_) + "\xE2\x80\xA6";
        }
        const int least = currency_.empty() ? 0 : data_.currencies().minor_units(currency_);
        return full_number(round(value, std::max(whole->scale(), least), options_.rounding), locale_);
    }
    /// As rounded for the full form: money to its minor unit; a quantity that is none to hundredths, and below one to
    /// the digits that words have.
    [[nodiscard]] decimal full_value(const ratio& value) const {
        if (!currency_.empty()) return round(value, data_.currencies().minor_units(currency_), options_.rounding);
        return value < 1 ? to_significant(value, digits_, options_) : round(value, 2, options_.rounding).normalized();
    }

    /// "1.37" and "1.4" as "1.37" and "1.40"; whole numbers stay whole.
    void even_out(std::string& a, std::string& b) const {
        const auto point = locale_.value("point");
        const auto digits_behind = [&](const std::string& text) {
            const auto at = text.find(point);
            return at == std::string::npos ? 0 : text.size() - at - point.size();
        };
        const auto of_a = digits_behind(a);
        const auto of_b = digits_behind(b);
        if (of_a == 0 || of_b == 0) return;
        a.append(of_b > of_a ? of_b - of_a : 0, '0');
        b.append(of_a > of_b ? of_a - of_b : 0, '0');
    }

    [[nodiscard]] std::string counted(std::string_view number) const {
        const auto unit = std::string(head_);
        auto pattern = number == "1" ? locale_.value("one." + unit) : std::string_view{};
        if (pattern.empty()) pattern = locale_.value("count." + unit);
        return (pattern.empty() ? std::string(number).append(" ").append(unit) : fill(pattern, {{"number", number}})) +
               per_words();
    }
    [[nodiscard]] std::string per_words() const {
        if (per_.empty()) return {};
        const auto known = locale_.value(std::string("per.").append(per_));
        return known.empty() ? std::string("/").append(per_) : std::string(known);
    }

    const engine& data_;
    const format_options& options_;
    locale_rows locale_;
    int digits_;
    std::string_view head_;
    std::string_view per_;
    currency_code currency_;
};

/// What all digits are: the fraction, where they do not end.
std::string fraction_if_endless(const ratio& value, std::string_view sign) {
    if (whole_decimal(value)) return {};
    return std::string(sign.empty() ? "= " : sign) + fraction_text(value);
}

formatted format_one(const unit_writer& unit, const ratio& value, qualifier q) {
    const auto minus = value < 0 ? "-" : "";
    const auto sign = std::string(qualifier_sign(q));
    formatted result{sign + minus + unit.full(unit.full_digits(value)), {}};
    if (unit.shows_all()) {
        result.words = fraction_if_endless(value, sign);
        return result;
    }
    if (unit.words_add_nothing(value)) return result;
    result.words = (sign.empty() ? "≈ " : sign) + minus + unit.words(unit.words_digits(value));
    return result;
}

formatted format_two(const unit_writer& unit, const interval<ratio>& value) {
    if (unit.shows_all()) {
        const auto ends = whole_decimal(*value.low) && whole_decimal(*value.high);
        return {unit.full_range(value),
                ends ? std::string{} : "= " + fraction_text(*value.low) + " \xE2\x80\x93 " + fraction_text(*value.high)};
    }
    const auto words = "≈ " + unit.words(unit.words_range(*value.low, *value.high));
    const bool plain = unit.is_ratio() || (unit.words_add_nothing(*value.low) && unit.words_add_nothing(*value.high));
    return {unit.full_range(value), plain ? std::string{} : words};
}

}  // namespace

std::string format_grouped(const engine& data, const ratio& value, int digits, const format_options& options) {
    const auto rounded = round(value, digits, options.rounding);
    const auto text = rounded.text();
    return signed_text(rounded, grouped_text(split_digits(text), locale_rows(data, options.locale), "group"));
}

std::string format_exact(const engine& data, const ratio& value, int max_digits, const format_options& options) {
    if (const auto exact = exact_decimal(value)) {
        const int digits = std::max(exact->normalized().scale(), 0);
        if (digits <= max_digits) return format_grouped(data, value, digits, options);
    }
    return format_grouped(data, value, max_digits, options) + "…";
}

std::string format_money(const engine& data, const ratio& amount, currency_code currency,
                         const format_options& options) {
    const locale_rows locale(data, options.locale);
    const auto rounded = round(amount, data.currencies().minor_units(currency), options.rounding);
    return signed_text(rounded, money_in_full(locale, currency, full_number(rounded, locale)));
}

std::string format_in_words(const engine& data, const ratio& amount, currency_code currency, int significant_digits,
                            const format_options& options) {
    const locale_rows locale(data, options.locale);
    const auto rounded = to_significant(amount, digits_in_words(significant_digits, options), options);
    return signed_text(rounded, money_in_words(data, locale, currency,
                                               joined(in_words(rounded, locale, options.short_words), locale)));
}

std::string format_number_in_words(const engine& data, const ratio& amount, int significant_digits,
                                   const format_options& options) {
    const locale_rows locale(data, options.locale);
    const auto rounded = to_significant(amount, significant_digits, options);
    return signed_text(rounded, joined(in_words(rounded, locale), locale));
}

std::string format_range_in_words(const engine& data, const ratio& low, const ratio& high, int significant_digits,
                                  const format_options& options) {
    return unit_writer(data, {}, significant_digits, options).words_range(low, high);
}

std::string format_percent(const engine& data, const ratio& quotient_less_one, int digits,
                           const format_options& options) {
    const auto percent = ratio(quotient_less_one * 100);
    return (percent > 0 ? "+" : "") + format_grouped(data, percent, digits, options) + " %";
}

std::string_view qualifier_sign(qualifier q) {
    switch (q) {
        case qualifier::about: return "≈ ";
        case qualifier::at_most: return "≤ ";
        case qualifier::at_least: return "≥ ";
        case qualifier::below: return "< ";
        case qualifier::above: return "> ";
        case qualifier::nearly: return "≲ ";
        case qualifier::just_over: return "≳ ";
        case qualifier::exact:
        case qualifier::band:
        case qualifier::range:
        case qualifier::several: break;
    }
    return "";
}

formatted format_interval(const engine& data, const interval<ratio>& value, qualifier q, std::string_view unit,
                          int significant_digits, const format_options& options) {
    const unit_writer writer(data, unit, significant_digits, options);
    if (value.central) return format_one(writer, *value.central, q);
    if (value.is_point()) return format_one(writer, *value.low, q);
    if (value.low && value.high) return format_two(writer, value);
    if (value.high) return format_one(writer, *value.high, value.high_open ? qualifier::below : qualifier::at_most);
    if (value.low) return format_one(writer, *value.low, value.low_open ? qualifier::above : qualifier::at_least);
    return {};
}

formatted format_metric_forms(const engine& data, const metric& value, const format_options& options) {
    if (!value.known()) return {};
    return format_interval(data, value.value, value.qualifier, value.unit, value.significant_digits, options);
}

std::string format_metric(const engine& data, const metric& value, const format_options& options) {
    return format_metric_forms(data, value, options).both();
}

}  // namespace outlay
