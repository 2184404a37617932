// cpp_table: writes a C++ source file that holds tables as constants.
// Promises: constexpr arrays, so that nothing is constructed when a program starts; an unchanged file is not touched.
// Leaves out: which tables there are (tables.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outlay::embed {

/// A string literal: "…" with quotes, backslashes and control characters escaped.
[[nodiscard]] std::string literal(std::string_view text);

class cpp_file {
public:
    /// Public headers are named below include/outlay/, others below src/.
    cpp_file(std::string_view made_from, const std::vector<std::string_view>& headers,
             const std::vector<std::string_view>& own_headers = {});

    /// `constexpr TYPE NAME[] = { ROWS };`, each row an initializer; nothing where there are no rows.
    void array(std::string_view type, std::string_view name, const std::vector<std::string>& rows);
    /// `std::span<const TYPE> FUNCTION() { return NAME; }`, in namespace outlay, empty where there are no rows.
    void accessor(std::string_view type, std::string_view function, std::string_view name, bool is_empty);

    /// False if it cannot be written.
    [[nodiscard]] bool write(const std::string& path) const;

private:
    std::string arrays_;
    std::string accessors_;
    std::string head_;
};

}  // namespace outlay::embed
