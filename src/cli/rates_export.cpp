// outlay rates export: the quotes of the rate store as a plain file, which an import reads again.
#include "cli/rates_commands.hpp"

#include <outlay/report/render_rate_store.hpp>

#include <algorithm>
#include <set>

namespace outlay::cli {

namespace {

struct export_request {
    std::vector<std::string> words;
    day_limits days;
    store_options store;
};

/// The pairs asked for, or all that the store has.
std::set<currency_pair> pairs_of(const rate_store& store, const rate_vintage& vintage,
                                 const std::set<currency_pair>& asked, diagnostics& problems) {
    if (!asked.empty()) return asked;
    const auto series = store.series(vintage);
    append(problems, series.problems());
    std::set<currency_pair> pairs;
    if (series)
        for (const auto& each : *series) pairs.insert(each.pair);
    return pairs;
}

/// One pair at a time, so that the largest of them is all that has to fit into memory.
bool write_pair(session& s, const rate_store& store, const rate_vintage& vintage, const currency_pair& pair,
                const day_limits& days, diagnostics& problems) {
    rate_question question;
    question.currencies = {pair.base, pair.quote};
    question.days = {span_of(days)};
    question.sides = {rate_side::mid, rate_side::bid, rate_side::ask};
    question.vintage = vintage;
    const auto loaded = store.load(question);
    append(problems, loaded.problems());
    if (!loaded) return false;
    std::string text;
    append_rate_export(text, *loaded, pair);
    return s.out.write(text);
}

}  // namespace

int rates_export(const command_line& line) {
    export_request request;
    option_set options(line.command());
    options.positionals(request.words, 0);
    options.day("--from", request.days.from);
    options.day("--to", request.days.to);
    declare(options, request.store);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    auto problems = check(request.days);
    std::set<currency_pair> asked;
    for (const auto& word : request.words) {
        const auto pair = read_pair(word, s->data.currencies(), line.place_of(word));
        pair ? void(asked.insert(*pair)) : append(problems, pair.problems());
    }
    rate_shelf shelf(line, request.store);
    const auto* store = problems.empty() ? required_store(shelf, request.store, problems) : nullptr;
    if (!problems.empty()) return fail(problems);

    const auto pairs = pairs_of(*store, shelf.vintage(), asked, problems);
    s->out.write(rate_export_header());
    for (const auto& pair : pairs)
        if (!write_pair(*s, *store, shelf.vintage(), pair, request.days, problems)) break;
    report_problems(problems);
    return s->out.finish(exit_code(problems));
}

}  // namespace outlay::cli
