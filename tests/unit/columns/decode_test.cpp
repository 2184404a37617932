#include "columns/decode.hpp"

#include "unit/columns/column_cases.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;

namespace {

constexpr std::size_t pad = digits::padding;

std::string padded(const std::string& text) { return std::string(pad, '7') + text + std::string(pad, '7'); }

std::string any_amount(column_cases::number_source& numbers) {
    constexpr std::string_view bytes = "01234567890123456789.-,+ e/:\xC3";
    std::string text = numbers.below(4) == 0 ? "-" : "";
    const bool is_digits = numbers.below(4) != 0;
    for (auto left = numbers.below(11); left > 0; --left) text += bytes[numbers.below(is_digits ? 20 : bytes.size())];
    if (numbers.below(2) == 0 && text.size() >= 2) text.insert(text.size() - 2, ".");
    return text;
}

std::string any_day(column_cases::number_source& numbers) {
    const auto two = [&](std::uint64_t limit) {
        const auto number = numbers.below(limit);
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    auto text = two(100) + two(100) + "-" + two(20) + "-" + two(50);
    if (numbers.below(3) == 0) text[numbers.below(10)] = "x-/:0 "[numbers.below(6)];
    return text;
}

}  // namespace

TEST_CASE("amounts are read side by side as one by one", "[columns]") {
    column_cases::number_source numbers(8);
    std::size_t plain = 0;
    for (std::size_t turn = 0; turn < 2000 / column_cases::many; ++turn) {
        const char mark = turn % 4 == 0 ? ',' : '.';
        const auto rows = 1 + numbers.below(decoded_rows);
        written_amounts written;
        std::vector<digits::amount> wanted;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < rows; ++i) {
            texts.push_back(any_amount(numbers));
            const auto around = padded(texts.back());
            const char* begin = around.data() + pad;
            const char* end = begin + texts.back().size();
            written.last[i] = digits::load(end - 8);
            written.ninth[i] = static_cast<unsigned char>(end[-9]);
            written.size[i] = texts.back().size();
            written.minus[i] = *begin == '-';
            wanted.push_back(digits::read_short(begin, end, mark));
            plain += wanted.back().ok;
        }
        for (const auto instructions : supported_instruction_sets()) {
            plain_amounts read;
            decoder_for(instructions).read_amounts(written, rows, mark, read);
            for (std::size_t i = 0; i < rows; ++i) {
                INFO(to_text(instructions) << " '" << texts[i] << "'");
                REQUIRE((read.scales[i] != plain_amounts::not_plain) == wanted[i].ok);
                if (!wanted[i].ok) continue;
                REQUIRE(read.scales[i] == wanted[i].scale);
                REQUIRE(read.coefficients[i] == wanted[i].coefficient);
            }
        }
    }
    CHECK(plain > 40'000 / column_cases::many);
}

TEST_CASE("days are read side by side as one by one", "[columns]") {
    column_cases::number_source numbers(9);
    std::size_t plain = 0;
    for (std::size_t turn = 0; turn < 1000 / column_cases::many; ++turn) {
        const auto rows = 1 + numbers.below(decoded_rows);
        written_days written;
        std::vector<digits::day> wanted;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto around = padded(any_day(numbers));
            written.front[i] = digits::load(around.data() + pad);
            written.back[i] = digits::load(around.data() + pad + 2);
            wanted.push_back(digits::read_day(around.data() + pad));
            plain += wanted.back().ok;
        }
        for (const auto instructions : supported_instruction_sets()) {
            plain_days read;
            decoder_for(instructions).read_days(written, rows, read);
            for (std::size_t i = 0; i < rows; ++i)
                REQUIRE(read.keys[i] ==
                        (wanted[i].ok ? std::uint64_t{wanted[i].year} << 9 | wanted[i].slot : plain_days::no_day));
        }
    }
    CHECK(plain > 20'000 / column_cases::many);
}

TEST_CASE("values are written side by side as one by one", "[columns]") {
    column_cases::number_source numbers(10);
    for (std::size_t turn = 0; turn < 2000 / column_cases::many; ++turn) {
        const auto rows = 1 + numbers.below(decoded_rows);
        decoded_column<std::int64_t> values{};
        for (std::size_t i = 0; i < rows; ++i)
            values[i] = numbers.with_sign(numbers.with_digits(turn % 2 == 0 ? 10 : 18));
        values[0] = turn % 3 == 0 ? 0 : turn % 3 == 1 ? 9'999'999'999 : std::numeric_limits<std::int64_t>::min();
        for (const auto instructions : supported_instruction_sets()) {
            written_values written;
            decoder_for(instructions).write_values(values.data(), rows, written);
            for (std::size_t i = 0; i < rows; ++i) {
                const bool is_long = values[i] > 9'999'999'999 || values[i] < -9'999'999'999;
                REQUIRE((written.minus[i] >= written_values::too_long) == is_long);
                if (is_long) continue;
                std::array<char, 32> text{};
                auto* to = text.data();
                if (written.minus[i] != 0) *to++ = '-';
                digits::store(to, written.whole[i]);
                to += written.lengths[i];
                digits::store(to, written.cents[i]);
                REQUIRE(std::string(text.data(), to + 3) == decimal(integer(values[i]), 2).text());
            }
        }
    }
}
