// outlay compare: the investments of a scenario side by side.
#include "cli/commands.hpp"
#include "cli/compare_analysis.hpp"
#include "cli/conversion_options.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"
#include "cli/terminal_columns.hpp"

#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_league.hpp>
#include <outlay/report/render_workbook.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <unistd.h>

#include <map>
#include <set>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";
constexpr std::string_view as_csv = "csv";
constexpr std::string_view as_markdown = "markdown";
constexpr std::string_view as_workbook = "xlsx";

struct compare_request {
    std::vector<std::string> files;
    std::string to;
    conversion_options about;
    std::vector<std::string> metrics;
    std::optional<std::string> explain;
    std::string format = std::string(as_table);
    bool chart = false;
    std::optional<std::string> league;  ///< by which metric; empty: the first
    analysis_request analysis;
};

report_layout layout_of(const compare_request& request) {
    if (request.format == as_json) return report_layout::json;
    if (request.format == as_csv) return report_layout::csv;
    return request.format == as_markdown ? report_layout::markdown : report_layout::table;
}

std::vector<std::string_view> known_metrics() {
    const auto names = metric_names();
    return {names.begin(), names.end()};
}

void declare(option_set& options, compare_request& request) {
    options.positionals(request.files, 1, 1);
    options.text("--to", "currency", request.to);
    declare(options, request.about);
    options.list("--metric", "metrics", request.metrics, known_metrics());
    options.flag_or_choice("--explain", "metric", request.explain, known_metrics());
    options.flag_or_choice("--league", "metric", request.league, known_metrics());
    options.flag("--chart", request.chart);
    declare(options, request.analysis);
    options.choice("--format", request.format, {as_table, as_json, as_csv, as_markdown, as_workbook});
}

/// The one currency of a scenario beside the target: what a bare rate can be about.
currency_code other_currency(const scenario& what, currency_code to) {
    std::set<currency_code> found;
    for (const auto& investment : what.investments)
        if (investment.outlay && investment.outlay->value.currency != to)
            found.insert(investment.outlay->value.currency);
    return found.size() == 1 ? *found.begin() : currency_code{};
}

currency_code target_of(const scenario& what, currency_code asked) {
    if (!asked.empty()) return asked;
    if (!what.to.empty()) return what.to;
    for (const auto& investment : what.investments)
        if (investment.outlay) return investment.outlay->value.currency;
    return {};
}

/// The days that the cases are asked of.
std::vector<date> days_of(const session& s, rate_shelf& shelf, const scenario& what, const rate_policy& policy,
                          const std::optional<date>& asked, diagnostics& problems) {
    std::vector<date> days;
    if (const auto first = policy.as_of ? policy.as_of : shelf.newest_day(s, problems)) days.push_back(*first);
    for (const auto& each : what.cases)
        if (!asked && each.as_of) days.push_back(*each.as_of);
    for (const auto& each : what.investments)
        if (!asked && each.announced) days.push_back(*each.announced);
    return days;
}

/// Base years of real prices, which are converted at the means of those years.
std::set<int> base_years(const scenario& what) {
    std::set<int> out;
    const auto add = [&](const assumptions& assumed) {
        if (assumed.base_year) out.insert(*assumed.base_year);
    };
    add(what.assumed);
    for (const auto& each : what.investments) add(each.assumed);
    for (const auto& each : what.cases) {
        add(each.assumed);
        for (const auto& changed : each.investments) {
            add(changed.assumed);
            add(changed.assumed_in_case);
        }
    }
    return out;
}

/// The days of the store that may be needed: of the file's way to choose rates and of each case's.
std::vector<date_span> spans_of(const scenario& what, const rate_policy& policy, bool is_asked,
                                const std::vector<date>& days, int history) {
    std::vector<rate_convention> ways{policy.convention};
    for (const auto& each : what.cases)
        if (!is_asked && each.convention) ways.push_back(*each.convention);
    std::vector<date_span> spans;
    const std::chrono::days margin{history};
    const auto add = [&](const rate_convention& way, date day) {
        rate_policy asked = policy;
        asked.convention = way;
        const auto needed = days_needed(asked, day);
        spans.push_back({std::min(needed.first, day - margin), std::max(needed.last, day + margin)});
    };
    for (const auto& way : ways)
        for (const auto day : days) add(way, day);
    rate_convention mean = policy.convention;
    mean.timing = rate_timing::year_mean;
    for (const int year : base_years(what)) add(mean, make_date(year, 12, 31));
    return spans;
}

std::string rendered(const session& s, const compare_request& request, const comparison& what, const source& file) {
    std::map<std::string, std::optional<source>> opened;
    const source_finder sources = [&](const std::string& name) -> const source* {
        if (name == file.name()) return &file;
        auto& slot = opened[name];
        if (!slot)
            if (auto text = source::read(name)) slot = std::move(text).value();
        return slot ? &*slot : nullptr;
    };
    if (request.format == as_json)
        return render_comparison_json(s.data, what, s.format, request.explain.has_value(), sources);
    if (request.league)
        return render_league(s.data, what, {*request.league, request.chart, terminal_columns()}, layout_of(request), s.format);
    if (request.format == as_csv) return render_comparison_csv(s.data, what, s.format);
    if (request.format == as_markdown) return render_comparison_markdown(s.data, what, s.format);
    if (request.explain) return render_explanation(s.data, what, *request.explain, s.format, sources);
    return render_comparison(s.data, what, s.format, {request.chart, terminal_columns()});
}

}  // namespace

int compare(const command_line& line) {
    compare_request request;
    option_set options("compare");
    declare(options, request);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;
    if (request.format == as_workbook && isatty(STDOUT_FILENO) != 0)
        return fail({make_diagnostic("workbook-to-terminal", {}, line.place_of(request.format))});
    if (request.explain && (request.format == as_csv || request.format == as_markdown || request.format == as_workbook))
        return fail({make_diagnostic("explain-without-room", {{"format", request.format}})});

    if (request.format == as_workbook && request.analysis.is_asked())
        return fail({make_diagnostic("workbook-without-analyses", {}, line.place_of(request.format))});
    if (request.league && (request.analysis.is_asked() || request.explain || request.format == as_workbook))
        return fail({make_diagnostic("league-alone", {}, line.place_of("--league"))});
    if (const auto clashes = check(line, request.analysis); !clashes.empty()) return fail(clashes);

    const auto text = source::read(request.files.front());
    if (!text) return fail(text.problems());
    const auto what = read_scenario(s->data, *text);
    diagnostics problems = what.problems();
    compare_options how;
    how.to = read_target(s->data, line, request.to, problems);
    if (!problems.empty()) return fail(problems);

    how.as_of = request.about.as_of;
    how.metrics = request.league ? league_metrics(*what, request.metrics, *request.league) : request.metrics;
    const auto to = target_of(*what, how.to);
    auto policy = policy_as_of(s->data, request.about.as_of ? request.about.as_of : what->as_of);
    policy.convention = read_convention(line, request.about.asking, problems);
    if (is_given(request.about.asking)) {
        how.convention = policy.convention;
    } else if (what->convention) {
        policy.convention = *what->convention;
    }
    rate_shelf shelf(line, request.about.store);
    if (shelf.open(problems) != nullptr) {
        auto days = days_of(*s, shelf, *what, policy, request.about.as_of, problems);
        if (request.analysis.against_day) days.push_back(*request.analysis.against_day);
        shelf.stock_days(*s, {}, spans_of(*what, policy, how.convention.has_value(), days, request.analysis.history_days()),
                         problems);
    }
    how.rates = read_rates(*s, line, request.about.rates, policy, other_currency(*what, to), to, problems);
    if (!problems.empty()) return fail(problems);
    if (request.analysis.is_asked())
        return analyse(*s, line, request.analysis, {*what, how}, request.files.front(), layout_of(request));
    const auto compared = outlay::compare(s->data, *what, how);
    if (!compared) return fail(compared.problems());
    for (const auto& c : compared->cases) report_problems(c.problems);
    if (request.format == as_workbook)
        return s->answer(render_comparison_workbook(s->data, *compared, resolve_cases(s->data, *what, how), s->format));
    return s->answer(rendered(*s, request, *compared, *text));
}

}  // namespace outlay::cli
