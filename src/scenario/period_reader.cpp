#include "scenario/period_reader.hpp"

#include "scenario/key_lists.hpp"
#include "scenario/spelled_span.hpp"

#include <outlay/base/suggestion.hpp>

#include <array>
#include <charconv>

namespace outlay {

namespace {

constexpr std::string_view fiscal_prefix = "FY";
constexpr int first_year = 1900;
constexpr int last_year = 2200;

std::optional<int> read_year(std::string_view text) {
    int year = 0;
    if (text.size() != 4) return std::nullopt;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (year < first_year || year > last_year) return std::nullopt;
    return year;
}

date_span year_span(int year) { return {make_date(year, 1, 1), make_date(year, 12, 31)}; }

/// "2025-07": the days of a month.
std::optional<date_span> read_month(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    const auto first = parse_date(std::string(text).append("-01"));
    if (!first) return std::nullopt;
    const std::chrono::year_month_day day(*first);
    return date_span{*first, std::chrono::sys_days(day.year() / day.month() / std::chrono::last)};
}

/// One end of a period: its days, and whether it is a whole year, of which it may be unclear that it counts.
struct period_point {
    date_span days;
    bool is_year = false;
};

/// From the ends that are known: whole years, whole months or days.
stated_figure length_of(const period_span& span, const stated_figure& words) {
    stated_figure out = words;
    ratio length = years_between(*span.first, *span.last);
    out.value.kind = figure_kind::duration;
    out.value.unit = "year";
    if (!is_whole(length)) {
        length *= 12;
        out.value.unit = "month";
    }
    if (!is_whole(length)) {
        length = (*span.last - *span.first).count() + 1;
        out.value.unit = "day";
    }
    const decimal value = *exact_decimal(length);
    out.value.amount = interval<decimal>::point(value);
    out.value.written = value;
    return out;
}

bool names_a_year(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

/// Of two ends that a text names; without a length where the second comes first.
read_period between(node_reader& reader, const toml_node& node, const date_span& first, const date_span& last,
                    bool last_is_year) {
    read_period out;
    out.words.text = node.text;
    out.words.where = reader.at_words(node);
    out.span.first = first.first;
    out.span.last = last.last;
    out.span.last_year_assumed = last_is_year;
    if (first.first <= last.last) {
        out.length = length_of(out.span, out.words);
        return out;
    }
    reader.report("period-ends-first", {{"start", to_text(*out.span.first)}, {"end", to_text(*out.span.last)}},
                  out.words.where);
    return out;
}

class table_reader {
public:
    table_reader(node_reader& reader, const toml_node& table) : reader_(reader), table_(table) {}

    std::optional<read_period> read() {
        reader_.refuse_unknown_keys(table_, table_.key, keys::period, table_form::inside);
        if (const toml_node* node = table_.find("calendar")) read_calendar(*node);
        const auto start = read_point("start");
        const auto end = read_point("end");
        const auto last = read_last();
        read_words();
        if (!table_.find("start") && !table_.find("end"))
            reader_.report("period-without-ends", {}, reader_.at(table_));
        if (failed_ || (!start && !end)) return std::nullopt;
        if (start) out_.span.first = start->days.first;
        if (end) {
            const bool counts = last.value_or(true);
            out_.span.last = counts ? end->days.last : end->days.first - std::chrono::days(1);
            out_.span.last_year_assumed = !last && end->is_year && start.has_value();
        }
        if (!in_order()) return std::nullopt;
        if (start && end) out_.length = length_of(out_.span, out_.words);
        return std::move(out_);
    }

private:
    void read_calendar(const toml_node& node) {
        const auto name = reader_.read_text(node);
        failed_ = !name;
        if (!name) return;
        calendar_ = reader_.data().find_calendar(*name);
        out_.span.calendar = *name;
        if (calendar_ != nullptr) return;
        failed_ = true;
        std::vector<std::string_view> known;
        for (const fiscal_calendar& each : reader_.data().calendars()) known.push_back(each.name);
        diagnostic& problem =
            reader_.report("calendar-unknown", {{"text", node_reader::shown(*name)}}, reader_.at_words(node));
        problem.near = near_misses(*name, known);
        for (const std::string_view each : known) (problem.expected += problem.expected.empty() ? "" : ", ") += each;
    }

    std::optional<period_point> read_point(std::string_view key) {
        const toml_node* node = table_.find(key);
        if (node == nullptr) return std::nullopt;
        auto point = read_point(*node);
        if (!point) failed_ = true;
        return point;
    }

    std::optional<period_point> read_point(const toml_node& node) {
        if (node.kind == toml_kind::day) {
            if (const auto day = reader_.read_date(node)) return period_point{{*day, *day}, false};
            return std::nullopt;
        }
        const auto text = reader_.read_exact(node);
        if (!text) return std::nullopt;
        std::string_view words = *text;
        const bool is_fiscal = words.starts_with(fiscal_prefix);
        if (is_fiscal) words.remove_prefix(fiscal_prefix.size());
        while (words.starts_with(' ')) words.remove_prefix(1);
        if (const auto year = read_year(words)) {
            if (!is_fiscal) return period_point{year_span(*year), true};
            if (calendar_ != nullptr) return period_point{fiscal_year(*calendar_, *year), true};
            if (!table_.find("calendar"))
                reader_.report("calendar-missing", {{"text", *text}}, reader_.at_words(node));
            return std::nullopt;
        }
        if (!is_fiscal) {
            if (const auto month = read_month(words)) return period_point{*month, false};
            if (const auto day = parse_date(words)) return period_point{{*day, *day}, false};
        }
        reader_.report("period-point-malformed", {{"text", node_reader::shown(*text)}}, reader_.at_words(node));
        return std::nullopt;
    }

    /// Whether the year or day named last counts; nothing where the file does not say.
    std::optional<bool> read_last() {
        constexpr std::array<std::string_view, 2> choices{"included", "excluded"};
        const toml_node* node = table_.find("last");
        if (node == nullptr) return std::nullopt;
        const auto found = reader_.read_choice(*node, choices, "period-last-unknown");
        if (!found) failed_ = true;
        return found ? std::optional(*found == 0) : std::nullopt;
    }

    void read_words() {
        out_.words.where = reader_.at(table_);
        out_.words.text = std::string(reader_.text().slice(table_.begin, table_.end));
        const toml_node* node = table_.find("words");
        const auto words = node ? reader_.read_text(*node) : std::nullopt;
        if (!words) return;
        out_.words.text = *words;
        out_.words.where = reader_.at_words(*node);
    }

    bool in_order() {
        const auto& span = out_.span;
        if (!span.first || !span.last || *span.first <= *span.last) return true;
        reader_.report("period-ends-first", {{"start", to_text(*span.first)}, {"end", to_text(*span.last)}},
                       reader_.at(*table_.find("end")));
        return false;
    }

    node_reader& reader_;
    const toml_node& table_;
    const fiscal_calendar* calendar_ = nullptr;
    bool failed_ = false;
    read_period out_;
};

}  // namespace

std::optional<read_period> read_year_range(node_reader& reader, const toml_node& node) {
    if (node.kind != toml_kind::text) return std::nullopt;
    const std::string_view text = node.text;
    for (const std::string_view dash : {"-", "\xE2\x80\x93", "~", "\xE2\x88\xBC"}) {
        const std::size_t at = text.find(dash);
        if (at == std::string_view::npos) continue;
        const auto first = read_year(text.substr(0, at));
        const auto last = read_year(text.substr(at + dash.size()));
        if (!first || !last) continue;
        return between(reader, node, year_span(*first), year_span(*last), true);
    }
    return std::nullopt;
}

std::optional<read_period> read_period_words(node_reader& reader, const toml_node& node) {
    if (node.kind != toml_kind::text || !names_a_year(node.text)) return std::nullopt;
    if (const auto span = read_spelled_span(reader.data(), node.text))
        return between(reader, node, span->first, span->last, span->last_is_year);
    if (!is_one_end(reader.data(), node.text)) return std::nullopt;
    reader.report("period-of-one-end", {{"text", node_reader::shown(node.text)}}, reader.at_words(node));
    return read_period{};
}

std::optional<read_period> read_period_table(node_reader& reader, const toml_node& table) {
    return table_reader(reader, table).read();
}

}  // namespace outlay
