// workbook: sheets of cells as an Office Open XML file (ECMA-376), the part of it that a comparison needs.
// Promises: the same cells give the same bytes; texts are escaped; formulas come with the value they have.
// Leaves out: what stands in the cells (comparison_workbook.cpp).
#pragma once

#include <outlay/number/ratio.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::xlsx {

enum class look : std::uint8_t { plain, title, heading, amount, amount_with_cents, quotient, wrapped };

struct cell {
    std::string text;             ///< shown as it is, where there is no number
    std::optional<ratio> number;  ///< the value; of a formula the one it has
    std::string formula;          ///< without its "="
    look style = look::plain;
    std::string comment;
};

/// Rows and columns count from 1.
struct sheet {
    std::string name;
    std::map<std::pair<int, int>, cell> cells;  ///< by row and column
    std::vector<int> widths;                    ///< of the columns, in characters
};

struct defined_name {
    std::string name;
    std::string refers_to;  ///< "'Comparison'!$D$5"
};

struct workbook {
    std::vector<sheet> sheets;
    std::vector<defined_name> names;

    [[nodiscard]] std::string file() const;
};

/// "D5".
[[nodiscard]] std::string cell_name(int row, int column);
/// At most 15 digits are exact in a spreadsheet: true if these are no more.
[[nodiscard]] bool is_exact_in_a_cell(const ratio& value);

}  // namespace outlay::xlsx
