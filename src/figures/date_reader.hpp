// date_reader: dates as texts write them, whole ("23 Jan. 2025"), in part ("Jan. 21", 21일) or relative ("yesterday").
// Promises: parts as they were said; resolving needs the document's date and says nothing without it.
// Leaves out: durations and periods (read.cpp).
#pragma once

#include "lexer.hpp"

#include <outlay/base/date.hpp>

#include <optional>
#include <vector>

namespace outlay::reading {

enum class part_of_period : std::uint8_t { whole, start, end };

struct date_parts {
    std::optional<int> year;
    std::optional<int> last_year;  ///< "2026–2030": of the period that begins with `year`
    std::optional<int> quarter;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    std::optional<int> years_on;   ///< "last year": −1
    std::optional<int> months_on;
    std::optional<int> days_on;
    bool previous = false;         ///< "last December"
    bool following = false;
    bool event = false;            ///< "first day in office": a day that the text does not date
    part_of_period part = part_of_period::whole;

    [[nodiscard]] bool full() const { return year && month && day; }
};

struct date_read {
    std::size_t first = 0;
    std::size_t next = 0;
    date_parts parts;
};

/// The date that begins at item i, longest form first. A lead ("on", "in") is not part of it. `era`: years that the
/// language's own calendar is ahead (language_head::era); its years are told by their size.
[[nodiscard]] std::optional<date_read> date_at(const std::vector<item>& items, std::size_t i, int era = 0);

/// The days that the parts mean, seen from the document's date. A month and day without a year are the nearest ones;
/// a day alone is the last such day. Nothing where it cannot be said.
[[nodiscard]] std::optional<date_span> resolve(const date_parts& parts, std::optional<date> document);

}  // namespace outlay::reading
