#include "cli/session.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/rates/given_check.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>

namespace outlay::cli {

namespace {

constexpr std::string_view half_up = "half-up";
constexpr std::string_view half_even = "half-even";
constexpr int most_digits = 30;
constexpr std::string_view width_option = "--width";
constexpr int widest_page = 1000;

result<engine> load(const std::string& config) {
    if (!config.empty()) return engine::with_overlay(config);
    const char* folder = std::getenv("OUTLAY_CONFIG");
    if (folder != nullptr && *folder != '\0') return engine::with_overlay(folder);
    return engine::embedded();
}

bool asks_for_help(const command_line& line) {
    return std::ranges::any_of(line.arguments(), [](const std::string& a) { return a == "--help" || a == "-h"; });
}

/// "all", or how many significant digits.
int read_digits(const command_line& line, const std::string& text, diagnostics& problems) {
    if (text.empty()) return justified_digits_only;
    if (text == "all") return all_digits;
    int digits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), digits);
    if (error == std::errc{} && end == text.data() + text.size() && digits > 0 && digits <= most_digits) return digits;
    problems.push_back(make_diagnostic("digits-malformed", {{"text", text}, {"most", std::to_string(most_digits)}},
                                       line.place_of(text)));
    return justified_digits_only;
}

/// What --width asks for, before the options are read: problems with them and the help are folded, too. 0: nothing.
std::size_t page_of(const command_line& line) {
    const auto& words = line.arguments();
    const auto option = std::ranges::find(words, width_option);
    if (option == words.end() || option + 1 == words.end()) return 0;
    const auto& text = *(option + 1);
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    const bool is_one = error == std::errc{} && end == text.data() + text.size() && columns >= least_width && columns <= widest_page;
    return is_one ? columns : 0;
}

}  // namespace

void append(diagnostics& all, diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

diagnostic warning(std::string_view id, std::optional<place> where) {
    auto problem = make_diagnostic(id, {}, std::move(where));
    problem.level = severity::warning;
    return problem;
}

int fail(const diagnostics& problems) {
    report_problems(problems);
    return exit_code(problems);
}

std::optional<session> start(option_set& options, const command_line& line, int& code) {
    common_options common;
    bool help = false;
    if (const auto asked = page_of(line); asked != 0) set_page(asked);
    const auto page = page_columns() == 0 ? text_width : page_columns();
    options.choice("--locale", common.locale, format_locales(engine::embedded()));
    options.choice("--rounding", common.rounding, {half_up, half_even});
    options.text("--digits", "digits", common.digits);
    options.count(std::string(width_option), "number", common.width, widest_page);
    options.text("--config", "folder", common.config);
    options.flag("--help", help);
    if (asks_for_help(line)) {
        output out;
        out.write(options.help(page));
        code = out.finish(0);
        return std::nullopt;
    }
    auto problems = options.parse(line);
    const auto digits = read_digits(line, common.digits, problems);
    if (!problems.empty()) {
        code = fail(problems);
        return std::nullopt;
    }
    auto data = load(common.config);
    if (!data) {
        code = fail(data.problems());
        return std::nullopt;
    }
    session s{std::move(data).value(), {}, {}};
    if (!common.locale.empty()) s.format.locale = common.locale;
    s.format.digits = digits;
    s.format.columns = page;
    if (common.width != 0) s.format.columns = std::max<std::size_t>(static_cast<std::size_t>(common.width), least_width);
    if (common.rounding == half_even) s.format.rounding = rounding_mode::half_even;
    return s;
}

namespace {

/// A pair stated twice, in either direction, leaves open which rate is meant.
bool contradicts(const given_rate& one, const given_rate& other) {
    return one.pair == other.pair || one.pair == other.pair.reversed();
}

}  // namespace

std::vector<given_rate> read_rates(const session& s, const command_line& line, const std::vector<std::string>& texts,
                                   const rate_policy& policy, currency_code from, currency_code to,
                                   diagnostics& problems) {
    std::vector<given_rate> rates;
    for (const auto& text : texts) {
        const bool is_bare = text.find('=') == std::string::npos && !from.empty() && !to.empty() && from != to;
        auto read =
            is_bare ? read_bare_rate(text, s.data.rates(), s.data.currencies(), policy, from, to, line.place_of(text))
                    : read_given_rate(text, s.data.currencies(), line.place_of(text));
        if (!read) {
            append(problems, read.problems());
            continue;
        }
        if (std::any_of(rates.begin(), rates.end(), [&](const given_rate& other) { return contradicts(*read, other); }))
            problems.push_back(make_diagnostic("rate-option-twice", {{"pair", to_text(read->pair)}}, line.place_of(text)));
        const auto about = policy.as_of ? policy.as_of : s.data.rates().newest_day();
        if (about) report_problems(check_given(*read, s.data.rates(), policy.pivots, *about, line.place_of(text)));
        rates.push_back(std::move(read).value());
    }
    return rates;
}

rate_policy policy_as_of(const engine& data, const std::optional<date>& as_of) {
    auto policy = data.default_policy();
    if (as_of) {
        policy.as_of = as_of;
        policy.origin = as_of_origin::stated_by_user;
    }
    return policy;
}

std::string known_language(const engine& data, const command_line& line, const std::string& tag) {
    if (tag.empty() || data.find_language(tag) != nullptr) return tag;
    std::vector<std::string_view> tags;
    for (const auto& language : data.languages()) tags.push_back(language.tag());
    auto warning = make_diagnostic("language-unknown", {{"language", tag}}, line.place_of(tag));
    warning.level = severity::warning;
    warning.near = near_misses(tag, tags);
    report_problems({warning});
    return {};
}

}  // namespace outlay::cli
