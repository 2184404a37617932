// scenario_text: scenarios for tests, and what reading them reports.
#pragma once

#include <outlay/base/utf8.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace outlay {

inline const engine& built_in() {
    static const engine data = engine::embedded();
    return data;
}

inline result<scenario> read_text(std::string text) {
    return read_scenario(built_in(), source("test.toml", std::move(text)));
}

inline diagnostics problems_of(std::string text) { return read_text(std::move(text)).problems(); }

/// "3:9 float-refused", a line each, in the order of the report.
inline std::string summary(const diagnostics& problems) {
    std::string out;
    for (const diagnostic& each : problems) {
        const place where = each.where.value_or(place{});
        if (where.line > 0) out += std::to_string(where.line) + ":" + std::to_string(where.column) + " ";
        out += each.id + "\n";
    }
    return out;
}

inline const diagnostic* find_problem(const diagnostics& problems, std::string_view id) {
    const auto found =
        std::find_if(problems.begin(), problems.end(), [&](const diagnostic& each) { return each.id == id; });
    return found == problems.end() ? nullptr : &*found;
}

/// The words that the caret underlines.
inline std::string underlined(const place& where) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < where.excerpt.size();) {
        const code_point next = decode_at(where.excerpt, i);
        if (column >= where.caret && column < where.caret + where.caret_width)
            out += where.excerpt.substr(i, next.length);
        column += display_width(next.value);
        i += next.length;
    }
    return out;
}

}  // namespace outlay
