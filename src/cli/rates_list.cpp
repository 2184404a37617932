// outlay rates list: the series that are known, and the files they were imported from.
#include "cli/rates_commands.hpp"

namespace outlay::cli {

int rates_list(const command_line& line) {
    constexpr std::string_view as_table = "table";
    constexpr std::string_view as_json = "json";
    std::string format(as_table);
    store_options store;
    option_set options(line.command());
    declare(options, store);
    options.choice("--format", format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    diagnostics problems;
    rate_shelf shelf(line, store);
    const auto list = read_list(shelf, problems);
    if (!problems.empty()) return fail(problems);
    return s->answer(format == as_json ? render_rate_list_json(s->data, list)
                                       : render_rate_list(s->data, list, s->format));
}

}  // namespace outlay::cli
