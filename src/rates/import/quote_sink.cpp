#include "rates/import/quote_sink.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include "rates/rate_value.hpp"

#include <algorithm>

namespace outlay::importing {

namespace {

constexpr std::size_t shown_columns = 40;
constexpr int most_places = std::numeric_limits<std::int8_t>::max();
constexpr std::size_t fast_digits = 18;  // that always fit into 64 bits
constexpr int slack_days = 1;            // it is tomorrow already in the far east
constexpr int year_days = 366;
constexpr int first_year = 1900;  // the currencies that have a code are younger than that, or as good as

/// Digits with at most one point; nothing for all else, which decimal::parse then judges.
std::optional<value_digits> read_plain(std::string_view text) {
    value_digits value;
    bool has_point = false;
    std::size_t digits = 0;
    for (const char c : text) {
        if (c == '.' && !has_point && digits > 0) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > fast_digits) return std::nullopt;
        value.coefficient = value.coefficient * 10 + (c - '0');
        if (has_point) ++value.scale;
    }
    const bool is_whole = digits > 0 && !text.ends_with('.');
    return is_whole && value.coefficient > 0 ? std::optional(value) : std::nullopt;
}

std::string shown(std::string_view text) { return shorten(text, shown_columns); }

}  // namespace

void quote_sink::report(diagnostic problem) {
    if (problems_.size() == most_problems) {
        auto more = make_diagnostic("import-more-problems", {{"count", std::to_string(most_problems)}});
        more.level = severity::note;
        problems_.push_back(std::move(more));
        throw too_many_problems{};
    }
    problems_.push_back(std::move(problem));
}

void quote_sink::report(std::string_view id, message_arguments arguments, const text_span& where) {
    report(make_diagnostic(id, arguments, place_of(where)));
}

void quote_sink::warn(std::string_view id, message_arguments arguments, const std::optional<place>& where) {
    auto note = make_diagnostic(id, arguments, where);
    note.level = severity::warning;
    notes_.push_back(std::move(note));
}

diagnostics quote_sink::notes() const {
    auto all = notes_;
    for (const auto& [id, count] : left_out_) {
        auto note = make_diagnostic(id, {{"count", std::to_string(count)}, {"file", request_.file}},
                                    place{request_.file, 0, 0, {}, 0, 1});
        note.level = severity::warning;
        all.push_back(std::move(note));
    }
    return all;
}

std::optional<currency_code> quote_sink::code(std::string_view text, const text_span& where) {
    const currency_code known(text);
    if (!known.empty() && facts_.currencies.find(known) != nullptr) return known;
    const auto read = facts_.currencies.read_code(text, place_of(where));
    for (auto& problem : read.problems()) report(std::move(problem));
    return std::nullopt;
}

std::optional<date> quote_sink::day(std::string_view text, const text_span& where) {
    const auto found = parse_date(text);
    if (!found) report("date-malformed", {{"text", shown(text)}}, where);
    if (!found || *found >= make_date(first_year, 1, 1)) return found;
    report("rate-too-early", {{"date", to_text(*found)}, {"year", std::to_string(first_year)}}, where);
    return std::nullopt;
}

std::optional<value_digits> quote_sink::value(std::string_view text, const text_span& where) {
    if (auto plain = read_plain(text)) return plain;
    const auto read = decimal::parse(text);
    for (auto problem : read.problems()) {
        problem.where = place_of(where);
        report(std::move(problem));
    }
    if (!read) return std::nullopt;
    if (auto problem = check_rate_value(to_ratio(*read), text, place_of(where))) {
        report(std::move(*problem));
        return std::nullopt;
    }
    if (read->coefficient() <= std::numeric_limits<std::int64_t>::max() && read->scale() <= most_places &&
        read->scale() >= -most_places)
        return value_digits{static_cast<std::int64_t>(read->coefficient()), static_cast<std::int8_t>(read->scale())};
    report("number-out-of-range", {{"text", shown(text)}}, where);
    return std::nullopt;
}

std::optional<std::size_t> quote_sink::series(const store::staged_source& source, const currency_pair& pair,
                                              rate_side side, const text_span& where) {
    const auto number = staging_.source_number(source);
    const auto found = number ? staging_.series_number(*number, pair, side) : std::nullopt;
    if (!found) {
        report("import-too-many-series", {}, where);
        throw too_many_problems{};
    }
    return found;
}

void quote_sink::take(std::size_t series, date day, const value_digits& value, const text_span& where) {
    const auto today = std::chrono::floor<std::chrono::days>(request_.now);
    // A mean stands under the last day of its period, a fixed rate under the day from which it will hold.
    const bool is_spot = staging_.sources()[staging_.series()[series].source].kind == rate_kind::spot;
    if (day > today + std::chrono::days{is_spot ? slack_days : year_days}) {
        if (!future_days_.insert(day).second) return;  // a line of a whole day says it once
        return report("rate-from-future", {{"date", to_text(day)}, {"today", to_text(today)}}, where);
    }
    const auto days = static_cast<std::int32_t>(day.time_since_epoch().count());
    const auto earlier = staging_.add({series, days, value.coefficient, value.scale, where.line});
    if (!earlier) return;
    const decimal known(integer(earlier->coefficient), earlier->scale);
    const decimal again(integer(value.coefficient), value.scale);
    if (known == again) return leave_out("rate-repeated");
    report("rate-duplicate",
           {{"pair", to_text(staging_.series()[series].pair)},
            {"date", to_text(day)},
            {"line", std::to_string(earlier->line)}},
           where);
}

const rate_publisher* publisher_of(quote_sink& sink, std::string_view layout, rate_period period,
                                   const text_span& where) {
    const auto& rows = sink.facts().publishers;
    const auto& named = sink.request().source;
    if (!named.empty()) {
        const auto* given = find_publisher(rows, named);
        if (given == nullptr) {
            std::vector<std::string_view> ids;
            for (const auto& row : rows) ids.push_back(row.id);
            auto problem =
                make_diagnostic("import-source-unknown", {{"source", named}, {"layout", layout}}, place_of(where));
            problem.near = near_misses(named, ids);
            sink.report(std::move(problem));
            return nullptr;
        }
        if (given->layout != layout) {
            sink.report("import-source-other", {{"source", named}, {"layout", layout}}, where);
            return nullptr;
        }
    }
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const rate_publisher& row) {
        return row.layout == layout && row.period == period;
    });
    if (found != rows.end()) return &*found;
    sink.report("import-source-unknown", {{"source", layout}, {"layout", layout}}, where);
    return nullptr;
}

store::staged_source source_of(const rate_publisher& publisher) {
    return {std::string(publisher.name), std::string(publisher.address), std::string(publisher.licence),
            publisher.kind, publisher.period};
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace outlay::importing
