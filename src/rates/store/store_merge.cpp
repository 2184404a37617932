#include "rates/store/store_merge.hpp"

#include <outlay/base/sha256.hpp>

#include <algorithm>
#include <optional>

namespace outlay::store {

namespace {

/// 1497.20 and 1497.2 are one value, written twice.
bool is_equal(std::int64_t a, std::int64_t a_scale, std::int64_t b, std::int64_t b_scale) {
    const auto strip = [](std::int64_t& coefficient, std::int64_t& scale) {
        while (coefficient % 10 == 0 && coefficient != 0) {
            coefficient /= 10;
            --scale;
        }
    };
    strip(a, a_scale);
    strip(b, b_scale);
    return a == b && a_scale == b_scale;
}

class merger {
public:
    merger(database& db, quote_staging& staging, rate_import_record& record,
           const std::function<void(const correction&)>& corrected)
        : db_(db),
          staging_(staging),
          record_(record),
          corrected_(corrected),
          known_(db.prepare(
              "SELECT coefficient, scale FROM quote WHERE series = ?1 AND day = ?2 ORDER BY import DESC LIMIT 1")),
          insert_(
              db.prepare("INSERT INTO quote (series, day, import, coefficient, scale) VALUES (?1, ?2, ?3, ?4, ?5)")) {}

    /// The digest of what was added.
    std::string run() {
        sources_.resize(staging_.sources().size());
        std::vector<target> targets;
        for (std::size_t i = 0; i < staging_.series().size(); ++i)
            if (staging_.series()[i].count > 0) targets.push_back(series_row(i));
        // In the order of the store's own numbers: that is how a digest can be taken again.
        std::sort(targets.begin(), targets.end(), [](const target& a, const target& b) { return a.number < b.number; });
        for (const auto& each : targets) merge_series(each);
        return digest_.finish();
    }

    [[nodiscard]] const std::vector<std::optional<std::int64_t>>& sources() const { return sources_; }

private:
    /// A row of the table series, and the series of the file that goes there.
    struct target {
        std::int64_t number = 0;
        std::size_t index = 0;
        bool is_new = false;
    };

    void merge_series(const target& to) {
        const auto& series = staging_.series()[to.index];
        const auto& source = staging_.sources()[series.source];
        insert_.bind(1, to.number).bind(3, record_.number);
        staging_.for_each(to.index, [&](const staged_quote& quote) {
            switch (to.is_new ? news::added : compare(to.number, series.pair, quote)) {
                case news::none: return;
                case news::added: ++record_.added; break;
                case news::corrected: ++record_.corrected; break;
            }
            insert_.bind(2, quote.day).bind(4, quote.coefficient).bind(5, quote.scale);
            insert_.run();
            digest_.add(digest_line(source.name, source.kind, series.pair, series.side, quote.day, quote.coefficient,
                                    quote.scale));
        });
    }

    enum class news { none, added, corrected };

    news compare(std::int64_t series, const currency_pair& pair, const staged_quote& quote) {
        known_.bind(1, series).bind(2, quote.day);
        const bool is_known = known_.step();
        const bool is_same = is_known && is_equal(known_.number(0), known_.number(1), quote.coefficient, quote.scale);
        if (is_known && !is_same)
            corrected_({pair, date{std::chrono::days{quote.day}},
                        decimal(integer(known_.number(0)), static_cast<int>(known_.number(1))),
                        decimal(integer(quote.coefficient), quote.scale), quote.line});
        known_.reset();
        return is_same ? news::none : is_known ? news::corrected : news::added;
    }

    target series_row(std::size_t index) {
        const auto& series = staging_.series()[index];
        const auto source = source_row(series.source);
        auto find =
            db_.prepare("SELECT number FROM series WHERE source = ?1 AND base = ?2 AND quote = ?3 AND side = ?4");
        find.bind(1, source)
            .bind(2, series.pair.base.text())
            .bind(3, series.pair.quote.text())
            .bind(4, to_text(series.side));
        if (find.step()) return {find.number(0), index, false};
        auto add =
            db_.prepare("INSERT INTO series (source, base, quote, side) VALUES (?1, ?2, ?3, ?4) RETURNING number");
        add.bind(1, source)
            .bind(2, series.pair.base.text())
            .bind(3, series.pair.quote.text())
            .bind(4, to_text(series.side));
        return {added_number(add), index, true};
    }

    /// The terms are those of the newest import that states them.
    std::int64_t source_row(std::size_t index) {
        if (sources_[index]) return *sources_[index];
        const auto& source = staging_.sources()[index];
        auto add = db_.prepare(
            "INSERT INTO source (name, kind, period, address, licence) VALUES (?1, ?2, ?5, ?3, ?4) "
            "ON CONFLICT (name, kind, period) DO UPDATE SET address = iif(excluded.address = '', address, excluded.address), "
            "licence = iif(excluded.licence = '', licence, excluded.licence) RETURNING number");
        add.bind(1, source.name).bind(2, to_text(source.kind)).bind(3, source.address).bind(4, source.licence);
        add.bind(5, to_text(source.period));
        sources_[index] = added_number(add);
        return *sources_[index];
    }

    static std::int64_t added_number(statement& add) {
        const auto number = add.step() ? add.number(0) : 0;
        (void)add.step();  // a row that is returned is written for good only when the statement has ended
        return number;
    }

    database& db_;
    quote_staging& staging_;
    rate_import_record& record_;
    const std::function<void(const correction&)>& corrected_;
    statement known_;
    statement insert_;
    std::vector<std::optional<std::int64_t>> sources_;
    sha256 digest_;
};

void add_import(database& db, const rate_import_record& record, std::string_view named, std::string_view digest) {
    auto add = db.prepare(
        "INSERT INTO import (number, file, bytes, sha256, format, named, time, quotes, added, corrected, digest) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    add.bind(1, record.number).bind(2, record.file).bind(3, static_cast<std::int64_t>(record.bytes));
    add.bind(4, record.sha256).bind(5, record.format).bind(6, named).bind(7, record.time.time_since_epoch().count());
    add.bind(8, static_cast<std::int64_t>(record.quotes)).bind(9, static_cast<std::int64_t>(record.added));
    add.bind(10, static_cast<std::int64_t>(record.corrected)).bind(11, digest);
    add.run();
}

}  // namespace

std::optional<std::int64_t> find_import(database& db, std::string_view sha256, std::string_view named) {
    auto query = db.prepare("SELECT number FROM import WHERE sha256 = ?1 AND named = ?2 ORDER BY number DESC LIMIT 1");
    query.bind(1, sha256).bind(2, named);
    return query.step() ? std::optional(query.number(0)) : std::nullopt;
}

void merge(database& db, quote_staging& staging, std::string_view named, rate_import_record& record,
           const std::function<void(const correction&)>& corrected) {
    record.number = db.number("SELECT coalesce(max(number), 0) + 1 FROM import");
    record.quotes = staging.count();
    record.added = 0;
    record.corrected = 0;
    merger work(db, staging, record, corrected);
    const auto digest = work.run();
    if (record.added + record.corrected == 0) {
        record.number = 0;
        return;
    }
    add_import(db, record, named, digest);
    auto add_origin = db.prepare("INSERT INTO origin (import, source) VALUES (?1, ?2)");
    for (const auto& source : work.sources()) {
        if (!source) continue;
        add_origin.bind(1, record.number).bind(2, *source);
        add_origin.run();
    }
}

std::string digest_line(std::string_view source, rate_kind kind, const currency_pair& pair, rate_side side,
                        std::int64_t day, std::int64_t coefficient, std::int64_t scale) {
    std::string line(source);
    for (const auto part : {to_text(kind), pair.base.text(), pair.quote.text(), to_text(side)})
        line.append("\t").append(part);
    for (const auto number : {day, coefficient, scale}) line.append("\t").append(std::to_string(number));
    return line.append("\n");
}

}  // namespace outlay::store
