// amount_text: one pass that keeps the digits and checks the groups.
#include <outlay/columns/amount_text.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view group_marks[] = {"'", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

/// What stands between two groups; empty if nothing does.
std::string_view group_mark_of(std::string_view text, const amount_style& style) {
    const std::string_view other = style.decimal_mark == '.' ? "," : ".";
    if (text.starts_with(other)) return text.substr(0, 1);
    for (const auto mark : group_marks)
        if (text.starts_with(mark)) return mark;
    return {};
}

/// Appends the digits before the decimal mark and removes them from `text`; false if their groups are none.
bool take_whole(std::string_view& text, const amount_style& style, std::string& digits) {
    auto length = count_digits(text);
    digits.append(text.substr(0, length));
    text.remove_prefix(length);
    const auto mark = length > 0 ? group_mark_of(text, style) : std::string_view{};
    if (mark.empty()) return true;
    const auto first = length;
    // Nobody groups a number that begins with 0: 0,123 is a decimal comma.
    const bool may_be_grouped = digits[digits.size() - first] != '0';
    bool all_threes = may_be_grouped && first <= 3;
    bool all_twos = may_be_grouped && first <= 2;  // but the last
    while (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        length = count_digits(text);
        digits.append(text.substr(0, length));
        text.remove_prefix(length);
        const bool is_last = !text.starts_with(mark);
        all_threes = all_threes && length == 3;
        all_twos = all_twos && length == (is_last ? 3U : 2U);
    }
    return all_threes || all_twos;
}

/// An amount but for its exponent, which is why it is none.
bool has_exponent(std::string_view rest) {
    if (rest.empty() || (rest.front() != 'e' && rest.front() != 'E')) return false;
    rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);
    return !rest.empty() && count_digits(rest) == rest.size();
}

}  // namespace

std::string_view to_text(amount_flaw flaw) {
    switch (flaw) {
        case amount_flaw::empty: return "amount-empty";
        case amount_flaw::exponent: return "amount-exponent";
        case amount_flaw::too_long: return "amount-too-long";
        case amount_flaw::malformed: break;
    }
    return "amount-malformed";
}

std::variant<decimal, amount_flaw> read_amount(std::string_view text, const amount_style& style) {
    text = trim(text);
    if (text.empty()) return amount_flaw::empty;
    std::string digits;
    if (text.front() == '-') digits = "-";
    if (text.front() == '-' || text.front() == '+') text.remove_prefix(1);
    const auto sign = digits.size();
    if (!take_whole(text, style, digits)) return amount_flaw::malformed;
    if (!text.empty() && text.front() == style.decimal_mark) {
        const auto places = count_digits(text.substr(1));
        if (places == 0) return amount_flaw::malformed;
        digits.append(".").append(text.substr(1, places));
        text.remove_prefix(1 + places);
    }
    if (digits.size() == sign) return amount_flaw::malformed;
    if (!text.empty()) return has_exponent(text) ? amount_flaw::exponent : amount_flaw::malformed;
    auto value = decimal::parse(digits);
    if (!value) return amount_flaw::too_long;  // the digits themselves are in order
    return std::move(value).value();
}

}  // namespace outlay
