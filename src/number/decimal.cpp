// decimal: our own reader of digits, and arithmetic on aligned coefficients.
#include <outlay/number/decimal.hpp>

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 40;  ///< of a text that is no number

constexpr std::array<std::uint64_t, 20> small_powers = [] {
    std::array<std::uint64_t, 20> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();
constexpr std::size_t chunk = small_powers.size() - 1;  ///< digits that always fit into 64 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

/// True if the sign was a minus.
bool take_sign(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.remove_prefix(1);
    return minus;
}

/// Appends decimal digits to a number. The digits are read here, since Boost takes a leading zero for octal.
void append_digits(integer& value, std::string_view digits) {
    while (!digits.empty()) {
        const auto part = digits.substr(0, chunk);
        std::uint64_t number = 0;
        for (const char c : part) number = number * 10 + static_cast<std::uint64_t>(c - '0');
        value *= small_powers[part.size()];
        value += number;
        digits.remove_prefix(part.size());
    }
}

/// The parts of a written number; nothing if it is malformed.
struct written_number {
    bool minus = false;
    std::string_view whole;
    std::string_view fraction;
    bool exponent_minus = false;
    std::string_view exponent;
};

std::optional<written_number> split(std::string_view text) {
    written_number parts;
    parts.minus = take_sign(text);
    parts.whole = take_digits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.fraction = take_digits(text);
        if (parts.fraction.empty()) return std::nullopt;
    }
    if (parts.whole.empty() && parts.fraction.empty()) return std::nullopt;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        parts.exponent_minus = take_sign(text);
        parts.exponent = take_digits(text);
        if (parts.exponent.empty()) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    return parts;
}

/// The exponent, or max_exponent + 1 for any larger one.
int read_exponent(const written_number& parts) {
    int exponent = 0;
    for (const char c : parts.exponent) exponent = std::min(exponent * 10 + (c - '0'), decimal::max_exponent + 1);
    return parts.exponent_minus ? -exponent : exponent;
}

integer aligned(const decimal& value, int scale) {
    return scale == value.scale() ? value.coefficient() : value.coefficient() * power_of_ten(scale - value.scale());
}

}  // namespace

integer power_of_ten(int exponent) {
    const auto power = static_cast<std::size_t>(exponent);
    if (power < small_powers.size()) return integer(small_powers[power]);
    return boost::multiprecision::pow(integer(10), static_cast<unsigned>(exponent));
}

result<decimal> decimal::parse(std::string_view text) {
    const auto refuse = [&](std::string_view id) {
        return make_diagnostic(id, {{"text", shorten(text, shown_columns)}});
    };
    const auto parts = split(text);
    if (!parts) return refuse("number-malformed");
    const auto digits = parts->whole.size() + parts->fraction.size();
    const int exponent = read_exponent(*parts);
    if (digits > static_cast<std::size_t>(max_digits)) return refuse("number-out-of-range");
    const int scale = static_cast<int>(parts->fraction.size()) - exponent;
    if (std::abs(exponent) > max_exponent || std::abs(scale) > max_exponent) return refuse("number-out-of-range");
    integer coefficient = 0;
    append_digits(coefficient, parts->whole);
    append_digits(coefficient, parts->fraction);
    if (parts->minus) coefficient = -coefficient;
    return decimal(std::move(coefficient), scale);
}

decimal decimal::normalized() const {
    if (coefficient_.is_zero()) return {};
    integer coefficient = coefficient_;
    int scale = scale_;
    integer quotient;
    integer remainder;
    while (true) {
        boost::multiprecision::divide_qr(coefficient, integer(10), quotient, remainder);
        if (!remainder.is_zero()) return {std::move(coefficient), scale};
        coefficient.swap(quotient);
        --scale;
    }
}

int decimal::significant_digits() const {
    const auto digits = normalized().coefficient_.str();
    return static_cast<int>(digits.size()) - (digits.front() == '-' ? 1 : 0);
}

void decimal::append_to(std::string& out) const {
    // Most amounts fit; a number of many is written thousands of times.
    constexpr std::uint64_t limit = 1'000'000'000'000'000'000U;
    if (scale_ < 0 || scale_ > 18 || coefficient_.sign() < 0 || coefficient_ >= limit) {
        out += text();
        return;
    }
    char digits[40];
    char* const end = digits + sizeof digits;
    char* at = end;
    auto rest = static_cast<std::uint64_t>(coefficient_);
    for (int place = 0; rest != 0 || place <= scale_; ++place) {
        if (place == scale_ && scale_ > 0) *--at = '.';
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    out.append(at, end);
}

std::string decimal::text() const {
    auto digits = coefficient_.str();
    const bool minus = digits.front() == '-';
    if (minus) digits.erase(0, 1);
    if (scale_ < 0 && digits != "0") digits.append(static_cast<std::size_t>(-scale_), '0');
    if (scale_ > 0) {
        const auto places = static_cast<std::size_t>(scale_);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return minus ? '-' + digits : digits;
}

decimal operator+(const decimal& a, const decimal& b) {
    const int scale = std::max(a.scale_, b.scale_);
    return {aligned(a, scale) + aligned(b, scale), scale};
}

decimal operator-(const decimal& a, const decimal& b) { return a + -b; }

decimal operator*(const decimal& a, const decimal& b) { return {a.coefficient_ * b.coefficient_, a.scale_ + b.scale_}; }

std::strong_ordering operator<=>(const decimal& a, const decimal& b) {
    if (a.sign() != b.sign()) return a.sign() <=> b.sign();
    const int scale = std::max(a.scale_, b.scale_);
    return aligned(a, scale).compare(aligned(b, scale)) <=> 0;
}

}  // namespace outlay
