// outlay convert: one amount in another currency.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/rate_options.hpp"
#include "cli/rate_shelf.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_conversion.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct convert_request {
    std::vector<std::string> words;  ///< the amount, in one word or several, and the currency
    std::vector<std::string> rates;
    std::optional<date> as_of;
    rate_options asking;
    store_options store;
    std::string language;
    std::string format = std::string(as_table);
};

/// The amount as one text, and what reads it: in its place on the command line where its words stand together.
struct written_amount {
    std::string text;
    result<figure> read;
};

written_amount read_amount(const engine& data, const command_line& line, std::vector<std::string> words,
                           const read_options& reading) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    const auto where = line.find_run(words);
    if (where && line.text().slice(where->begin, where->end) == text)
        return {text, read_one(data, line.text(), where->begin, where->end, figure_kind::money, reading)};
    return {text, read_one(data, text, figure_kind::money, reading)};
}

/// "--csv FILE" or "--csv=FILE": a column of a table, not one amount.
bool is_of_a_table(const command_line& line) {
    return std::ranges::any_of(line.arguments(), [](const std::string& a) { return a == "--csv" || a.starts_with("--csv="); });
}

}  // namespace

int convert(const command_line& line) {
    if (is_of_a_table(line)) return convert_csv(line);
    convert_request request;
    option_set options("convert");
    options.positionals(request.words, 2);
    options.texts("--rate", "rate", request.rates);
    options.day("--as-of", request.as_of);
    declare(options, request.asking);
    declare(options, request.store);
    options.text("--lang", "language", request.language);
    options.choice("--format", request.format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    const auto target = request.words.back();
    request.words.pop_back();
    const read_options reading{known_language(s->data, line, request.language), std::nullopt};
    auto amount = read_amount(s->data, line, std::move(request.words), reading);
    const auto to = read_target(s->data, line, target);
    diagnostics problems = amount.read.problems();
    append(problems, to.problems());
    if (!problems.empty()) return fail(problems);

    auto policy = policy_as_of(s->data, request.as_of);
    policy.convention = read_convention(line, request.asking, problems);
    rate_shelf shelf(line, request.store);
    if (amount.read->currency != *to) shelf.stock(*s, policy, {amount.read->currency, *to}, problems);
    policy.given = read_rates(*s, line, request.rates, policy, amount.read->currency, *to, problems);
    if (!problems.empty()) return fail(problems);
    auto converted = normalize(s->data, *amount.read, *to, policy);
    if (!converted) return fail(converted.problems());
    report_problems(converted->used.remarks);

    const conversion answer{std::move(amount.text), std::move(amount.read).value(), std::move(converted).value()};
    return s->answer(request.format == as_json ? render_conversion_json(s->data, answer, s->format)
                                               : render_conversion(s->data, answer, s->format));
}

}  // namespace outlay::cli
