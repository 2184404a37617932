#include "digits.hpp"

#include <outlay/base/utf8.hpp>

#include <array>
#include <optional>

namespace outlay::reading {

/// Zeros of the scripts' decimal digits (Unicode 15, general category Nd): Arabic, Persian, Devanagari and the other scripts
/// of India, Thai, Lao, Tibetan, Myanmar, Khmer, Mongolian, full width.
constexpr std::array<char32_t, 19> zeros{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
                                         0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10};

int digit_value(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
    if (c < zeros.front() || (c > 0x1819 && c < zeros.back())) return -1;  // most of the world's letters
    for (const char32_t zero : zeros)
        if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
    return -1;
}

bool is_one_of(char32_t c, std::string_view marks) {
    for (std::size_t at = 0; at < marks.size();) {
        const code_point mark = decode_at(marks, at);
        if (mark.value == c) return true;
        at += mark.length;
    }
    return false;
}

namespace {

/// A run of digits and the separator before it; the spaces that group are one separator, whichever they are.
struct digit_run {
    char32_t separator = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t count = 0;
};

constexpr int most_exponent = 18;

class digits_pass {
public:
    digits_pass(std::string_view text, std::size_t offset, const number_style& style) : text_(text), style_(style) {
        runs_[0] = run_at(offset, 0);
        size_ = 1;
        while (size_ < runs_.size() && add_run()) {}
    }

    digits_read read() {
        drop_loose_spaces();
        const std::size_t whole = whole_runs();
        if (whole == 0 || is_torn() || count() > static_cast<std::size_t>(decimal::max_digits)) return odd();
        digits_read made;
        made.end = runs_[size_ - 1].end;
        made.grouped = whole > 1;
        made.groups = whole;
        made.plain = size_ == 1;
        made.value = value(whole);
        take_exponent(made);
        return made;
    }

private:
    /// "1e9", "2.5E+9"
    void take_exponent(digits_read& made) const {
        if (made.end >= text_.size() || (text_[made.end] != 'e' && text_[made.end] != 'E')) return;
        const std::size_t sign = made.end + 1 < text_.size() && text_[made.end + 1] == '+' ? 1 : 0;
        const digit_run zeros = run_at(made.end + 1 + sign, 0);
        if (zeros.count == 0 || zeros.count > 2 || made.grouped || is_letter(decode_at(text_, zeros.end).value)) return;
        int exponent = 0;
        for (std::size_t at = zeros.begin; at < zeros.end; at += decode_at(text_, at).length)
            exponent = exponent * 10 + digit_value(decode_at(text_, at).value);
        if (exponent > most_exponent) return;
        made.value = decimal(made.value.coefficient(), made.value.scale() - exponent);
        made.end = zeros.end;
        made.plain = false;
    }

    [[nodiscard]] digit_run run_at(std::size_t at, char32_t separator) const {
        digit_run run{separator, at, at, 0};
        for (code_point c = decode_at(text_, at); c.length != 0 && digit_value(c.value) >= 0; c = decode_at(text_, run.end)) {
            run.end += c.length;
            ++run.count;
        }
        return run;
    }

    [[nodiscard]] bool groups(char32_t c) const { return is_one_of(c, style_.group); }
    [[nodiscard]] bool points(char32_t c) const { return is_one_of(c, style_.decimal); }

    /// "1'750.905": an apostrophe where millions begin, another mark where thousands do.
    [[nodiscard]] bool is_millions_mark(const code_point& mark) const {
        if (size_ != 1 || runs_[0].count > 3 || (mark.value != '\'' && mark.value != 0x2019)) return false;
        const digit_run thousands = run_at(runs_[0].end + mark.length, 0);
        if (thousands.count != 3 || thousands.end >= text_.size() || (text_[thousands.end] != '.' && text_[thousands.end] != ',')) return false;
        return run_at(thousands.end + 1, 0).count == 3;
    }

    /// Takes one more separator with digits behind it. A space separates only groups of three.
    bool add_run() {
        code_point mark = decode_at(text_, runs_[size_ - 1].end);
        if (mark.length == 0) return false;
        if (mark.value == '\r' && decode_at(text_, runs_[size_ - 1].end + 1).value == '\n') mark = {U'\n', 2, true};
        const bool spaced = is_space(mark.value) || mark.value == '\n';  // a line of a wrapped text ends between two groups
        const bool no_break = mark.value == 0x00A0 || mark.value == 0x202F || mark.value == 0x2009;
        if (spaced ? !(no_break || groups(' ')) : is_millions_mark(mark) ? false : !(mark.value == '.' || mark.value == ',' || groups(mark.value) || points(mark.value))) return false;
        if (is_millions_mark(mark)) mark.value = static_cast<unsigned char>(text_[run_at(runs_[size_ - 1].end + mark.length, 0).end]);
        const digit_run next = run_at(runs_[size_ - 1].end + mark.length, spaced ? U' ' : mark.value);
        if (next.count == 0 || (spaced && (next.count != 3 || runs_[0].count > 3))) return false;
        runs_[size_++] = next;
        return true;
    }

    /// "1.500,00 200": after a point a space groups nothing.
    void drop_loose_spaces() {
        for (std::size_t i = 1; i < size_; ++i)
            if (runs_[i].separator == ' ' && (runs_[i - 1].separator != ' ' && i > 1)) size_ = i;
    }

    /// How many runs are the whole part: all, or all but the last, which are decimals. 0: no number.
    [[nodiscard]] std::size_t whole_runs() {
        if (size_ == 1) return 1;
        const digit_run& last = runs_[size_ - 1];
        if (size_ == 2) return whole_of_two(last);
        const bool same = last.separator == runs_[1].separator;
        if (grouped(size_)) return size_;
        return !same && grouped(size_ - 1) ? size_ - 1 : 0;
    }

    [[nodiscard]] std::size_t whole_of_two(const digit_run& last) {
        if (last.separator == ' ') return 2;
        const bool three = last.count == 3 && runs_[0].count <= 3 && !(runs_[0].count == 1 && digit_value(decode_at(text_, runs_[0].begin).value) == 0);
        if (points(last.separator)) return three && only_zeros(last) ? 2 : 1;  // "20,000 руб": nobody states a price to a thousandth
        if (three) return 2;
        if (groups(last.separator) && runs_[0].count > 3 && last.count == 3) size_ = 1;  // "in 2024,150 people"
        return 1;
    }

    /// "000": a group whose number begins in the line before.
    [[nodiscard]] bool is_torn() const { return runs_[0].count == 3 && only_zeros(runs_[0]); }

    [[nodiscard]] bool only_zeros(const digit_run& run) const {
        for (std::size_t at = run.begin; at < run.end; at += decode_at(text_, at).length)
            if (digit_value(decode_at(text_, at).value) != 0) return false;
        return true;
    }

    /// The first `count` runs are one to three digits and groups of three (in India of two, and three at the end).
    [[nodiscard]] bool grouped(std::size_t count) const {
        if (count < 2 || runs_[0].count > 3) return false;
        for (std::size_t i = 1; i < count; ++i) {
            const bool indian = style_.indian_groups && i + 1 < count && runs_[i].count == 2;
            if (runs_[i].separator != runs_[1].separator || (runs_[i].count != 3 && !indian)) return false;
        }
        return true;
    }

    [[nodiscard]] std::size_t count() const {
        std::size_t digits = 0;
        for (std::size_t i = 0; i < size_; ++i) digits += runs_[i].count;
        return digits;
    }

    [[nodiscard]] digits_read odd() const {
        digits_read made;
        made.is_number = false;
        made.end = runs_[size_ - 1].end;
        return made;
    }

    [[nodiscard]] decimal value(std::size_t whole) const {
        std::string digits;
        int scale = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t at = runs_[i].begin; at < runs_[i].end; at += decode_at(text_, at).length)
                digits += static_cast<char>('0' + digit_value(decode_at(text_, at).value));
            if (i >= whole) scale += static_cast<int>(runs_[i].count);
        }
        if (digits.size() <= 18) {
            std::int64_t small = 0;
            for (const char d : digits) small = small * 10 + (d - '0');
            return {integer(small), scale};
        }
        return {decimal::parse(digits)->coefficient(), scale};
    }

    std::string_view text_;
    const number_style& style_;
    std::array<digit_run, 16> runs_{};
    std::size_t size_ = 0;
};

}  // namespace

digits_read read_digits(std::string_view text, std::size_t offset, const number_style& style) {
    return digits_pass(text, offset, style).read();
}

}  // namespace outlay::reading
