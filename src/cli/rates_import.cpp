// outlay rates import: files of exchange rates, into the rate store.
#include "cli/rates_commands.hpp"

#include <outlay/rates/rate_import.hpp>
#include <outlay/report/render_rate_store.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct import_request {
    std::vector<std::string> files;
    std::string source;
    std::string store;
    bool force = false;
    std::string format = std::string(as_table);
};

std::vector<rate_import_outcome> import_files(const session& s, const import_request& request, const std::string& store,
                                              std::chrono::sys_seconds now, diagnostics& problems) {
    rate_import_facts facts{s.data.currencies(), s.data.rate_publishers(), s.data.rate_series_codes(), s.data.rates(),
                            s.data.default_policy().pivots};
    if (const auto percent = decimal::parse(s.data.setting_value("rate-correction-percent")))
        facts.correction_limit = 1 + to_ratio(*percent) / 100;
    std::vector<rate_import_outcome> outcomes;
    for (const auto& file : request.files) {
        auto outcome = import_rates(store, facts, {file, request.source, request.force, now});
        append(problems, outcome.problems());
        if (!outcome) continue;  // the other files are still imported, each by itself
        append(problems, outcome->notes);
        outcomes.push_back(std::move(outcome).value());
    }
    return outcomes;
}

}  // namespace

int rates_import(const command_line& line) {
    import_request request;
    option_set options(line.command());
    options.positionals(request.files, 1);
    options.text("--source", "source", request.source);
    options.text("--rates", "file", request.store);
    options.flag("--force", request.force);
    options.choice("--format", request.format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    const auto store = store_path({request.store, {}});
    if (store.empty()) return fail({make_diagnostic("store-nowhere")});
    diagnostics problems;
    const auto outcomes = import_files(*s, request, store, line.now(), problems);
    report_problems(problems);
    if (request.format == as_json) return s->answer(render_imports_json(outcomes, store), exit_code(problems));
    std::string answer;
    for (const auto& outcome : outcomes) answer += render_import(s->data, outcome, store, s->format);
    return s->answer(answer, exit_code(problems));
}

}  // namespace outlay::cli
