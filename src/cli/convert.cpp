// outlay convert: one amount in another currency.
#include "cli/commands.hpp"
#include "cli/conversion_options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"

#include <outlay/base/message.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/rates/given_check.hpp>
#include <outlay/report/render_conversion.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct convert_request {
    std::vector<std::string> words;  ///< the amount, in one word or several, and the currency
    std::string to;  ///< the currency, where it is no word
    conversion_options about;
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

/// Whether a word stands between an amount and a currency: "to" of "5 dollars to won".
bool is_link(std::string_view word) {
    const auto links = message("convert.links");
    for (std::size_t begin = 0; begin < links.size();) {
        const auto end = std::min(links.find(' ', begin), links.size());
        if (word == std::string_view(links).substr(begin, end - begin)) return true;
        begin = end + 1;
    }
    return false;
}

/// Removes the currency from the words: the last of them, or what stands behind the last link of a single one, as in
/// "5 dollars to won"; and a link before it. Empty if there is none.
std::string take_target(std::vector<std::string>& words) {
    if (words.size() == 1) {
        const auto text = words.front();
        words.clear();
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find(' ', begin), text.size());
            if (end > begin) words.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        const auto link = std::find_if(words.rbegin(), words.rend(), is_link);
        if (link == words.rend() || link == words.rbegin() || std::next(link) == words.rend()) return {};
        std::string target;
        for (auto word = link.base(); word != words.end(); ++word) target += (target.empty() ? "" : " ") + *word;
        const auto amount = text.find(words.front());
        // The amount as it is written, blanks and all.
        const auto end = text.rfind(" " + *link + " ");
        words.assign(1, text.substr(amount, text.find_last_not_of(' ', end) + 1 - amount));
        return target;
    }
    auto target = words.back();
    words.pop_back();
    if (words.size() > 1 && is_link(words.back())) words.pop_back();
    return target;
}

/// "1e3" of "1e3 USD"; empty if no number has an exponent.
std::string find_exponent(const std::vector<std::string>& words) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (const auto& text : words) {
        for (std::size_t i = 1; i + 1 < text.size(); ++i) {
            if ((text[i] != 'e' && text[i] != 'E') || !is_digit(text[i - 1])) continue;
            const auto sign = text[i + 1] == '-' || text[i + 1] == '+' ? 1U : 0U;
            auto end = i + 1 + sign;
            while (end < text.size() && is_digit(text[end])) ++end;
            if (end == i + 1 + sign) continue;
            const auto before = text.find_last_not_of("0123456789.,", i - 1);
            const auto begin = before == std::string::npos ? 0 : before + 1;
            return text.substr(begin, end - begin);
        }
    }
    return {};
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
    options.positionals(request.words, 1);
    options.text("--to", "currency", request.to);
    declare(options, request.about);
    options.text("--lang", "language", request.language);
    options.choice("--format", request.format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    const auto target = request.to.empty() ? take_target(request.words) : request.to;
    if (target.empty()) return fail({make_diagnostic("argument-missing", {{"command", "convert"}, {"arguments", message("cli.convert.arguments")}})});
    if (const auto exponent = find_exponent(request.words); !exponent.empty())
        return fail({make_diagnostic("amount-exponent-read", {{"text", exponent}}, line.place_of(exponent))});
    const read_options reading{known_language(s->data, line, request.language), std::nullopt};
    auto amount = read_amount(s->data, line, std::move(request.words), reading);
    const auto to = read_target(s->data, line, target);
    diagnostics problems = amount.read.problems();
    append(problems, to.problems());
    if (!problems.empty()) return fail(problems);

    auto policy = read_policy(*s, line, request.about, problems);
    rate_shelf shelf(line, request.about.store);
    if (amount.read->currency != *to) shelf.stock(*s, policy, {amount.read->currency, *to}, problems);
    policy.given = read_rates(*s, line, request.about.rates, policy, amount.read->currency, *to, problems);
    if (!problems.empty()) return fail(problems);
    auto converted = normalize(s->data, *amount.read, *to, policy);
    if (!converted) return fail(converted.problems());
    report_problems(converted->used.remarks);
    report_problems(unused_given(policy.given, converted->used.legs));

    const conversion answer{std::move(amount.text), std::move(amount.read).value(), std::move(converted).value()};
    return s->answer(request.format == as_json ? render_conversion_json(s->data, answer, s->format)
                                               : render_conversion(s->data, answer, s->format));
}

}  // namespace outlay::cli
