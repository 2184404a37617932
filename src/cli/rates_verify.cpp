// outlay rates verify: is the rate store whole, is every import what it was, are there gaps and jumps.
#include "cli/rates_commands.hpp"

#include <outlay/report/render_rate_store.hpp>

namespace outlay::cli {

int rates_verify(const command_line& line) {
    constexpr std::string_view as_table = "table";
    constexpr std::string_view as_json = "json";
    constexpr int most_days = 100000;
    constexpr int most_percent = 100000;
    verify_limits limits;
    std::string format(as_table);
    store_options store;
    option_set options(line.command());
    options.text("--rates", "file", store.file);
    options.count("--gap-days", "number", limits.gap_days, most_days);
    options.count("--jump-percent", "number", limits.jump_percent, most_percent);
    options.choice("--format", format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    diagnostics problems;
    rate_shelf shelf(line, store);
    const auto* opened = required_store(shelf, store, problems);
    if (opened == nullptr) return fail(problems);
    const auto check = opened->verify(limits);
    if (!check) return fail(check.problems());
    report_problems(check->problems);
    return s->answer(format == as_json ? render_store_check_json(*check, opened->path())
                                       : render_store_check(s->data, *check, opened->path(), s->format),
                     check->problems.empty() ? 0 : 1);
}

}  // namespace outlay::cli
