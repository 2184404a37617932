#include "report/comparison_words.hpp"

#include <outlay/report/render_rate.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// Notes that the qualifier of a metric shows.
constexpr std::string_view shown_by_sign[] = {"approximate", "ceiling-only", "floor-only", "band", "range", "several"};

constexpr std::string_view approximate_note = "approximate";

constexpr int short_rate_digits = 6;

/// Between two bounds, or below a ceiling, no sign says that an input was approximate.
bool sign_tells(const metric& value, std::string_view id, std::string_view text) {
    if (std::ranges::find(shown_by_sign, id) == std::end(shown_by_sign)) return false;
    if (id != approximate_note || text.starts_with(qualifier_sign(qualifier::about))) return true;
    return value.qualifier == qualifier::about || value.qualifier == qualifier::nearly ||
           value.qualifier == qualifier::just_over;
}

}  // namespace

std::string footnotes::marks(const metric& value, std::string_view text) {
    std::vector<std::ptrdiff_t> numbers;
    const bool missing = !value.known();
    for (const auto& id : missing ? value.missing : value.notes) {
        if (!missing && sign_tells(value, id, text)) continue;
        const auto wanted = std::pair(id, missing);
        if (std::ranges::find(ids_, wanted) == ids_.end()) ids_.push_back(wanted);
        numbers.push_back(std::ranges::find(ids_, wanted) - ids_.begin() + 1);
    }
    std::ranges::sort(numbers);
    std::string marks;
    for (const auto number : numbers) marks += "(" + std::to_string(number) + ")";
    return marks;
}

std::vector<std::pair<std::string, std::string>> footnotes::list() const {
    std::vector<std::pair<std::string, std::string>> lines;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        const auto& [id, missing] = ids_[i];
        const auto* pattern = missing ? "footnote.missing" : "footnote.note";
        lines.emplace_back("(" + std::to_string(i + 1) + ")",
                           say(*options_, pattern, {{"text", say_reason(*options_, id)}, {"id", id}}));
    }
    return lines;
}

std::string metric_label(std::string_view name, const format_options& options) {
    const auto id = std::string("report.metric.").append(name);
    return message_pattern(id, options.locale).empty() ? std::string(name) : message(id, {}, options.locale);
}

std::string case_label(const comparison& what, std::size_t index, const format_options& options) {
    const auto& name = what.cases[index].name;
    return name.empty() ? say(options, "compare.own-case") : name;
}

const compared_investment* find_investment(const compared_case& c, std::string_view name) {
    const auto found = std::ranges::find(c.investments, name, &compared_investment::name);
    return found == c.investments.end() ? nullptr : &*found;
}

std::vector<const rate*> rates_of(const compared_case& c) {
    std::vector<const rate*> rates;
    for (const auto& investment : c.investments) {
        if (!investment.used_rate || investment.used_rate->path == rate_path::identity) continue;
        const auto& used = *investment.used_rate;
        if (std::ranges::none_of(rates, [&](const rate* r) {
                return r->from == used.from && r->to == used.to && r->value == used.value && r->observed == used.observed;
            }))
            rates.push_back(&used);
    }
    return rates;
}

std::string ratio_rates(const engine& data, const compared_case& c, const compared_ratio& ratio_row,
                        const format_options& options) {
    std::string text;
    for (const auto& name : {c.baseline, ratio_row.name}) {
        const auto* investment = find_investment(c, name);
        if (investment == nullptr || !investment->used_rate || investment->used_rate->path == rate_path::identity)
            continue;
        const auto& used = *investment->used_rate;
        const auto words =
            to_text(used.pair) + " " + format_number_in_words(data, used.value, short_rate_digits, options);
        if (text.find(words) == std::string::npos) text += (text.empty() ? "" : ", ") + words;
    }
    return text.empty() ? text : say(options, "compare.at-rate", {{"rates", text}});
}

const metric* find_metric(const std::vector<named_metric>& metrics, std::string_view name) {
    const auto found = std::ranges::find(metrics, name, &named_metric::name);
    return found == metrics.end() ? nullptr : &found->value;
}

const metric* original_of(const compared_investment& investment, std::string_view name, currency_code to) {
    if (investment.original_currency.empty() || investment.original_currency == to) return nullptr;
    const auto* original = find_metric(investment.original_metrics, name);
    return original != nullptr && original->known() && !original->currency.empty() ? original : nullptr;
}

std::string currency_and_date(const compared_case& c, const format_options& options) {
    if (!c.as_of) return say(options, "compare.currency", {{"currency", c.to.text()}});
    return say(options, "compare.currency-and-date",
               {{"currency", c.to.text()}, {"as_of", format_as_of(*c.as_of, c.origin, options)}});
}

bool share_date(const comparison& what) {
    return std::ranges::all_of(what.cases, [&](const compared_case& c) {
        const auto& first = what.cases.front();
        return c.as_of == first.as_of && c.origin == first.origin && c.to == first.to;
    });
}

std::vector<break_even_answer> break_even_answers(const compared_case& c, const break_even_row& row,
                                                  const format_options& options) {
    const auto equal = say(options, "break-even.title", {{"baseline", c.baseline}, {"name", row.name}});
    const auto days = say(options, "break-even.days-title", {{"baseline", c.baseline}, {"name", row.name}});
    const auto* baseline = find_investment(c, c.baseline);
    const auto compares = [&](std::string_view name) {
        return baseline != nullptr && find_metric(baseline->metrics, name) != nullptr;
    };
    std::vector<break_even_answer> answers;
    if (compares("per_job")) answers.push_back({equal, say(options, "break-even.jobs"), &row.jobs});
    if (compares("per_year")) answers.push_back({equal, say(options, "break-even.period"), &row.period});
    if (compares("total") && row.pair)
        answers.push_back({equal, say(options, "break-even.rate", {{"pair", to_text(*row.pair)}}), &row.rate});
    if (compares("per_year")) answers.push_back({days, say(options, "break-even.days"), &row.days});
    if (compares("total")) {
        const auto& smaller = row.whole == row.name ? c.baseline : row.name;
        answers.push_back({say(options, "break-even.part-title", {{"whole", row.whole}, {"name", smaller}}),
                           say(options, "break-even.part"), &row.part});
    }
    return answers;
}

std::vector<solved_answer> solved_answers(const compared_case& c, std::string_view investment,
                                          const format_options& options) {
    std::vector<solved_answer> answers;
    for (const auto& each : c.solved)
        if (each.name == investment)
            answers.push_back({say(options, each.what == asked_value::jobs ? "solved.jobs" : "solved.period"),
                               each.what, &each.value});
    return answers;
}

std::string rank_text(const compared_rank& rank) {
    if (rank.stated == 0) return {};
    const auto stated = std::to_string(rank.stated);
    if (rank.best == rank.worst && rank.best == rank.stated) return stated;
    return stated + " (" + std::to_string(rank.best) + "\xE2\x80\x93" + std::to_string(rank.worst) + ")";
}

}  // namespace outlay
