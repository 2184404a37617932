#include "rates/store/store_reader.hpp"

#include <outlay/base/message.hpp>

#include "rates/store/store_schema.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace outlay::store {

namespace {

/// Where a publisher stands; who is not named stands last.
std::size_t rank_of(const rate_source& origin, std::span<const rate_publisher> preference) {
    const auto found = std::find_if(preference.begin(), preference.end(), [&](const rate_publisher& row) {
        return row.name == origin.name && row.kind == origin.kind;
    });
    return static_cast<std::size_t>(found - preference.begin());
}

/// The column of the period, or nothing in a store of the first version.
std::string_view period_column(database& db) { return schema_version(db) == 1 ? "''" : "period"; }

rate_period read_period(const database& db, std::string_view text, std::string_view name, rate_kind kind) {
    if (text.empty()) return first_version_period(name, kind);
    if (const auto period = read_rate_period(text)) return *period;
    report_corrupt(db, "store-period");
}

std::map<std::int64_t, rate_source> read_sources(database& db, text_keeper& texts) {
    std::map<std::int64_t, rate_source> sources;
    auto query = db.prepare("SELECT number, name, kind, address, licence, " + std::string(period_column(db)) + " FROM source");
    while (query.step()) {
        rate_source origin;
        origin.name = texts.keep(query.text(1));
        origin.kind = read_kind(db, query.text(2));
        origin.address = texts.keep(query.text(3));
        origin.licence = texts.keep(query.text(4));
        origin.file = texts.keep(db.path());
        origin.period = read_period(db, query.text(5), origin.name, origin.kind);
        sources.emplace(query.number(0), origin);
    }
    return sources;
}

}  // namespace

void report_corrupt(const database& db, std::string_view reason) {
    throw rate_failure{make_diagnostic("store-corrupt", {{"file", db.path()}, {"reason", message(reason)}},
                                       place{db.path(), 0, 0, {}, 0, 1})};
}

rate_kind read_kind(const database& db, std::string_view text) {
    for (const auto kind : {rate_kind::spot, rate_kind::period_mean, rate_kind::peg, rate_kind::irrevocable})
        if (to_text(kind) == text) return kind;
    report_corrupt(db, "store-kind");
}

void read_origins(database& db, rate_import_record& record) {
    text_keeper texts;
    auto query = db.prepare(
        "SELECT name, kind, address, licence, " + std::string(period_column(db)) +
        " FROM origin JOIN source ON source.number = origin.source WHERE origin.import = ?1 ORDER BY origin.source");
    query.bind(1, record.number);
    while (query.step()) {
        rate_source origin;
        origin.name = texts.keep(query.text(0));
        origin.kind = read_kind(db, query.text(1));
        origin.address = texts.keep(query.text(2));
        origin.licence = texts.keep(query.text(3));
        origin.period = read_period(db, query.text(4), origin.name, origin.kind);
        record.sources.push_back(origin);
    }
    record.texts = texts.share();
}

std::int32_t days_of(date day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

std::vector<series_row> read_series(database& db, text_keeper& texts, std::span<const rate_publisher> preference) {
    const auto sources = read_sources(db, texts);
    std::vector<series_row> rows;
    auto query = db.prepare("SELECT number, source, base, quote, side FROM series");
    while (query.step()) {
        const auto source = sources.find(query.number(1));
        const auto side = read_rate_side(query.text(4));
        const currency_pair pair{currency_code(query.text(2)), currency_code(query.text(3))};
        if (source == sources.end() || !side || pair.base.empty() || pair.quote.empty())
            report_corrupt(db, "store-series");
        series_row row{query.number(0), query.number(1), pair, source->second};
        row.origin.side = *side;
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const series_row& a, const series_row& b) {
        return std::tuple(a.pair, rank_of(a.origin, preference), a.source) <
               std::tuple(b.pair, rank_of(b.origin, preference), b.source);
    });
    return rows;
}

std::int64_t last_import(database& db, const rate_vintage& vintage) {
    if (vintage.day) {
        const auto end = std::chrono::sys_seconds(*vintage.day + std::chrono::days{1}).time_since_epoch().count();
        auto query = db.prepare("SELECT coalesce(max(number), 0) FROM import WHERE time < ?1");
        query.bind(1, end);
        return query.step() ? query.number(0) : 0;
    }
    if (!vintage.import) return std::numeric_limits<std::int64_t>::max();
    const auto newest = db.number("SELECT coalesce(max(number), 0) FROM import");
    if (*vintage.import <= newest) return *vintage.import;
    throw rate_failure{make_diagnostic(
        "vintage-unknown",
        {{"vintage", std::to_string(*vintage.import)}, {"newest", std::to_string(newest)}, {"file", db.path()}},
        place{db.path(), 0, 0, {}, 0, 1})};
}

}  // namespace outlay::store
