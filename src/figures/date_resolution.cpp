// The days that the parts of a date mean.
#include "date_reader.hpp"

namespace outlay::reading {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

year_month_day in_calendar(date d) { return year_month_day{d}; }

std::optional<date> valid(year_month_day ymd) {
    if (!ymd.ok()) return std::nullopt;
    return date{ymd};
}

date_span month_span(year y, month m) {
    return {date{y / m / day{1}}, date{year_month_day{y / m / std::chrono::last}}};
}

date_span cut_to(date_span span, part_of_period part, bool is_year) {
    const year_month_day first = in_calendar(span.first);
    const year_month_day last = in_calendar(span.last);
    if (part == part_of_period::end) return is_year ? month_span(last.year(), last.month()) : date_span{span.last - std::chrono::days{9}, span.last};
    if (part == part_of_period::start) return is_year ? month_span(first.year(), first.month()) : date_span{span.first, span.first + std::chrono::days{9}};
    return span;
}

/// The year that brings the month (and day) nearest to the document's date.
year nearest_year(const date_parts& parts, date document) {
    const year base = in_calendar(document).year();
    year best = base;
    auto distance = std::chrono::days::max();
    for (const int step : {-1, 0, 1}) {
        const year candidate = base + std::chrono::years{step};
        const auto there = valid(candidate / month{*parts.month} / day{parts.day.value_or(15)});
        if (!there) continue;
        const auto away = *there > document ? *there - document : document - *there;
        if (away < distance) distance = away, best = candidate;
    }
    return best;
}

std::optional<date_span> resolve_month(const date_parts& parts, year y) {
    if (!parts.day) return cut_to(month_span(y, month{*parts.month}), parts.part, false);
    const auto there = valid(y / month{*parts.month} / day{*parts.day});
    if (!there) return std::nullopt;
    return date_span{*there, *there};
}

date_span quarter_span(year y, int quarter) {
    const auto first = static_cast<unsigned>(3 * quarter - 2);
    return {month_span(y, month{first}).first, month_span(y, month{first + 2}).last};
}

/// The last such day of a month on or before the document's date.
std::optional<date_span> resolve_day(unsigned d, date document) {
    year_month_day from = in_calendar(document);
    for (int back = 0; back < 3; ++back) {
        const auto there = valid(from.year() / from.month() / day{d});
        if (there && *there <= document) return date_span{*there, *there};
        from = year_month_day{(from.year() / from.month() / day{1}) - std::chrono::months{1}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<date_span> resolve(const date_parts& parts, std::optional<date> document) {
    if (parts.event) return std::nullopt;
    if (parts.year) {
        const year y{*parts.year};
        if (parts.quarter) return quarter_span(y, *parts.quarter);
        if (parts.month) return resolve_month(parts, y);
        return cut_to({date{y / 1 / 1}, date{year{parts.last_year.value_or(*parts.year)} / 12 / 31}}, parts.part, true);
    }
    if (!document) return std::nullopt;
    const year_month_day today = in_calendar(*document);
    if (parts.days_on) {
        const date there = *document + std::chrono::days{*parts.days_on};
        return date_span{there, there};
    }
    if (parts.years_on) {
        const year y = today.year() + std::chrono::years{*parts.years_on};
        if (parts.quarter) return quarter_span(y, *parts.quarter);
        if (parts.month) return resolve_month(parts, y);
        return cut_to({date{y / 1 / 1}, date{y / 12 / 31}}, parts.part, true);
    }
    if (parts.months_on) {
        const year_month_day there = (today.year() / today.month() / day{1}) + std::chrono::months{*parts.months_on};
        return cut_to(month_span(there.year(), there.month()), parts.part, false);
    }
    if (parts.quarter) {
        date_parts middle;
        middle.month = static_cast<unsigned>(3 * *parts.quarter - 1);
        return quarter_span(nearest_year(middle, *document), *parts.quarter);
    }
    if (parts.month && (parts.previous || parts.following)) {
        const bool later_this_year = month{*parts.month} >= today.month();
        const bool earlier_this_year = month{*parts.month} <= today.month();
        const int step = parts.previous ? (later_this_year ? -1 : 0) : (earlier_this_year ? 1 : 0);
        return resolve_month(parts, today.year() + std::chrono::years{step});
    }
    if (parts.month) return resolve_month(parts, nearest_year(parts, *document));
    if (parts.day) return resolve_day(*parts.day, *document);
    return std::nullopt;
}

}  // namespace outlay::reading
