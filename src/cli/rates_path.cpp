// outlay rates path: how a rate is found: by which rule, through which legs, and where each of them came from.
#include "cli/rate_options.hpp"
#include "cli/rates_commands.hpp"
#include "figures/currency_meant.hpp"

#include <outlay/rates/given_check.hpp>
#include <outlay/report/render_rate_store.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

/// "USD KRW", or "USD/KRW".
result<currency_pair> read_words(const session& s, const command_line& line, const std::vector<std::string>& words) {
    if (words.size() == 1) return read_pair(words.front(), s.data.currencies(), line.place_of(words.front()));
    const auto from = read_currency(s.data, words[0], line.place_of(words[0]));
    const auto to = read_currency(s.data, words[1], line.place_of(words[1]));
    auto problems = from.problems();
    append(problems, to.problems());
    if (!problems.empty()) return problems;
    return currency_pair{*from, *to};
}

/// The imports that a leg's quotes came with: of a mean of crosses those of each pair.
std::vector<rate_import_record> origins_of(const rate_leg& leg, const rate_store& store, const rate_vintage& vintage,
                                           diagnostics& problems) {
    std::vector<rate_import_record> origins;
    const auto days = leg.days ? *leg.days : date_span{*leg.observed, *leg.observed};
    const auto pairs = leg.crossed.empty() ? std::vector<currency_pair>{leg.pair} : leg.crossed;
    for (const auto& pair : pairs) {
        auto known = store.imports_of(pair, leg.source, days, vintage);
        append(problems, known.problems());
        if (!known) continue;
        for (auto& record : *known)
            if (std::ranges::find(origins, record.number, &rate_import_record::number) == origins.end())
                origins.push_back(std::move(record));
    }
    return origins;
}

std::vector<std::vector<rate_import_record>> origins_of(const rate& found, rate_shelf& shelf, diagnostics& problems) {
    std::vector<std::vector<rate_import_record>> origins;
    const auto* store = shelf.open(problems);
    for (const auto& leg : found.legs) {
        auto& of_leg = origins.emplace_back();
        if (store == nullptr || leg.kind == rate_kind::given || (!leg.observed && !leg.days)) continue;
        of_leg = origins_of(leg, *store, shelf.vintage(), problems);
    }
    return origins;
}

}  // namespace

int rates_path(const command_line& line) {
    std::vector<std::string> words;
    std::vector<std::string> rates;
    std::optional<date> as_of;
    rate_options asking;
    store_options store;
    std::string format(as_table);
    option_set options(line.command());
    options.positionals(words, 1, 2);
    options.day("--as-of", as_of);
    options.texts("--rate", "rate", rates);
    declare(options, asking);
    declare(options, store);
    options.choice("--format", format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    const auto pair = read_words(*s, line, words);
    auto problems = pair.problems();
    auto policy = policy_as_of(s->data, as_of);
    policy.convention = read_convention(line, asking, problems);
    if (!problems.empty()) return fail(problems);
    rate_shelf shelf(line, store);
    shelf.stock(*s, policy, {pair->base, pair->quote}, problems);
    policy.given = read_rates(*s, line, rates, policy, pair->base, pair->quote, problems);
    if (!problems.empty()) return fail(problems);
    auto found = resolve_rate(s->data.rates(), s->data.currencies(), policy, pair->base, pair->quote);
    if (!found) return fail(found.problems());
    report_problems(found->remarks);
    report_problems(unused_given(policy.given, found->legs));
    auto origins = origins_of(*found, shelf, problems);
    if (!problems.empty()) return fail(problems);
    const traced_rate traced{std::move(found).value(), std::move(origins)};
    return s->answer(format == as_json ? render_rate_path_json(traced) : render_rate_path(s->data, traced, s->format));
}

}  // namespace outlay::cli
