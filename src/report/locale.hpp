// locale: the rows of one locale in config/formats.csv.
// Promises: a look-up in constant data; a locale there is no row of answers with nothing.
// Leaves out: what the rows are used for (number_format.cpp).
#pragma once

#include <outlay/engine.hpp>

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

class locale_rows {
public:
    locale_rows(const engine& data, std::string_view locale);

    /// The value of a key; empty if the locale has none.
    [[nodiscard]] std::string_view value(std::string_view key) const;
    /// The value of "FAMILY.MEMBER", else of "FAMILY.other".
    [[nodiscard]] std::string_view member(std::string_view family, std::string_view member) const;
    /// Exponents and their words, the greatest first; those of a family that the locale has no rows of are none.
    [[nodiscard]] std::vector<std::pair<int, std::string_view>> magnitudes(
        std::string_view family = "magnitude.") const;

private:
    std::span<const format_row> rows_;
};

}  // namespace outlay
