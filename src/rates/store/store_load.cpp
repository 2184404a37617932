// store_load: the quotes that a question needs, each of its latest vintage.
#include "rates/store/store_reader.hpp"
#include "rates/store/store_schema.hpp"

#include <algorithm>
#include <limits>

namespace outlay {

namespace {

using store::days_of;

struct day_range {
    std::int32_t first;
    std::int32_t last;
};
constexpr std::int64_t largest_scale = std::numeric_limits<std::int8_t>::max();
constexpr day_range all_days{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};

/// In order, none touching the next, so that no quote comes twice.
std::vector<day_range> joined(std::vector<day_range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const day_range& a, const day_range& b) { return a.first < b.first; });
    std::vector<day_range> made;
    for (const auto& range : ranges) {
        if (!made.empty() && range.first <= std::int64_t{made.back().last} + 1)
            made.back().last = std::max(made.back().last, range.last);
        else
            made.push_back(range);
    }
    return made;
}

bool is_fixed(rate_kind kind) { return kind == rate_kind::peg || kind == rate_kind::irrevocable; }

class loader {
public:
    loader(store::database& db, const rate_question& question)
        : db_(db),
          question_(question),
          until_(store::last_import(db, question.vintage)),
          quotes_(db.prepare("SELECT day, coefficient, scale FROM quote WHERE series = ?1 AND day BETWEEN ?2 AND ?3 "
                             "AND import <= ?4 ORDER BY day, import")),
          before_(db.prepare(
              "SELECT day FROM quote WHERE series = ?1 AND import <= ?2 AND day < ?3 ORDER BY day DESC LIMIT 1")),
          after_(db.prepare(
              "SELECT day FROM quote WHERE series = ?1 AND import <= ?2 AND day > ?3 ORDER BY day LIMIT 1")) {}

    rate_collection load() {
        store::text_keeper texts;
        for (const auto& series : store::read_series(db_, texts, question_.preference)) {
            if (!is_wanted(series)) continue;
            const auto source = source_index(series);
            for (const auto& range : ranges_of(series)) read(series, source, range);
        }
        out_.texts = texts.share();
        sort_sources();
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_wanted(const store::series_row& series) const {
        const auto& currencies = question_.currencies;
        const auto& sides = question_.sides;
        const auto has = [&](currency_code code) {
            return currencies.empty() || std::find(currencies.begin(), currencies.end(), code) != currencies.end();
        };
        const bool has_side = std::find(sides.begin(), sides.end(), series.origin.side) != sides.end();
        return has_side && has(series.pair.base) && has(series.pair.quote);
    }

    std::uint8_t source_index(const store::series_row& series) {
        const std::pair key(series.source, series.origin.side);
        const auto found = std::find(numbers_.begin(), numbers_.end(), key);
        const auto index = static_cast<std::size_t>(found - numbers_.begin());
        if (index > std::numeric_limits<std::uint8_t>::max())
            throw rate_failure{make_diagnostic("rate-sources-too-many")};
        if (found == numbers_.end()) {
            numbers_.push_back(key);
            out_.sources.push_back(series.origin);
        }
        return static_cast<std::uint8_t>(index);
    }

    std::vector<day_range> ranges_of(const store::series_row& series) {
        if (question_.days.empty()) return {all_days};
        std::vector<day_range> ranges;
        for (const auto& span : question_.days) {
            // A peg holds from its day on.
            const auto from = is_fixed(series.origin.kind) ? all_days.first : days_of(span.first);
            ranges.push_back({from, days_of(span.last)});
        }
        auto spans = joined(std::move(ranges));
        if (!question_.with_neighbours) return spans;
        ranges = spans;
        for (const auto& span : spans) {
            add_neighbour(ranges, before_, series, span.first);
            add_neighbour(ranges, after_, series, span.last);
        }
        return joined(std::move(ranges));
    }

    void add_neighbour(std::vector<day_range>& ranges, store::statement& find, const store::series_row& series,
                       std::int32_t of) const {
        find.bind(1, series.number).bind(2, until_).bind(3, of);
        if (find.step()) {
            const auto day = static_cast<std::int32_t>(find.number(0));
            ranges.push_back({day, day});
        }
        find.reset();
    }

    void read(const store::series_row& series, std::uint8_t source, const day_range& range) {
        quotes_.bind(1, series.number).bind(2, range.first).bind(3, range.last).bind(4, until_);
        bool is_first = true;
        while (quotes_.step()) {
            const auto coefficient = quotes_.number(1);
            const auto scale = quotes_.number(2);
            if (coefficient <= 0 || scale < -largest_scale || scale > largest_scale)
                store::report_corrupt(db_, "store-value");
            const quote row{series.pair, static_cast<std::int32_t>(quotes_.number(0)), coefficient,
                            static_cast<std::int8_t>(scale), source};
            const bool is_later_vintage = !is_first && out_.quotes.back().day == row.day;
            if (is_later_vintage)
                out_.quotes.back() = row;
            else
                out_.quotes.push_back(row);
            is_first = false;
        }
        quotes_.reset();
    }

    /// Sources came in the order of the pairs that use them; a table wants one order for all pairs: that of preference.
    void sort_sources() {
        std::vector<std::size_t> order(out_.sources.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto rank = [&](std::size_t i) {
            const auto& origin = out_.sources[i];
            const auto found = std::find_if(
                question_.preference.begin(), question_.preference.end(),
                [&](const rate_publisher& row) { return row.name == origin.name && row.kind == origin.kind; });
            return std::pair(found - question_.preference.begin(), numbers_[i]);
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        std::vector<std::uint8_t> moved(order.size());
        std::vector<rate_source> sorted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            moved[order[i]] = static_cast<std::uint8_t>(i);
            sorted.push_back(out_.sources[order[i]]);
        }
        out_.sources = std::move(sorted);
        for (auto& q : out_.quotes) q.source = moved[q.source];
        std::stable_sort(out_.quotes.begin(), out_.quotes.end(), [](const quote& a, const quote& b) {
            return std::tie(a.pair, a.source, a.day) < std::tie(b.pair, b.source, b.day);
        });
    }

    store::database& db_;
    const rate_question& question_;
    std::int64_t until_;
    store::statement quotes_;
    store::statement before_;
    store::statement after_;
    std::vector<std::pair<std::int64_t, rate_side>> numbers_;  ///< of the table source, that out_.sources stand for
    rate_collection out_;
};

}  // namespace

rate_collection store::load_quotes(database& db, const rate_question& question) {
    return check_schema(db) ? loader(db, question).load() : rate_collection{};
}

result<rate_collection> rate_store::load(const rate_question& question) const {
    return store::at_one_moment(*db_, [&] { return store::load_quotes(*db_, question); });
}

}  // namespace outlay
