#include "rates/store/quote_staging.hpp"

#include <algorithm>

namespace outlay::store {

quote_staging::quote_staging() : db_(database::make_temporary()) {
    db_->execute(
        "CREATE TABLE incoming (series INTEGER NOT NULL, day INTEGER NOT NULL, coefficient INTEGER NOT NULL, "
        "scale INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (series, day)) WITHOUT ROWID");
    db_->execute("BEGIN");  // never committed: the database goes with the file's reading
    insert_ = std::make_unique<statement>(db_->prepare(
        "INSERT OR IGNORE INTO incoming (series, day, coefficient, scale, line) VALUES (?1, ?2, ?3, ?4, ?5)"));
}

std::optional<std::size_t> quote_staging::source_number(const staged_source& source) {
    const auto found = std::find_if(sources_.begin(), sources_.end(), [&](const staged_source& known) {
        return known.name == source.name && known.kind == source.kind && known.period == source.period;
    });
    const auto number = static_cast<std::size_t>(found - sources_.begin());
    if (number == most_sources) return std::nullopt;
    if (found == sources_.end()) sources_.push_back(source);
    return number;
}

std::optional<std::size_t> quote_staging::series_number(std::size_t source, const currency_pair& pair, rate_side side) {
    const auto [found, is_new] = series_numbers_.emplace(std::tuple(source, pair, side), series_.size());
    if (!is_new) return found->second;
    if (series_.size() == most_series) {
        series_numbers_.erase(found);
        return std::nullopt;
    }
    series_.push_back({source, pair, side});
    return found->second;
}

std::optional<staged_quote> quote_staging::add(const staged_quote& quote) {
    insert_->bind(1, static_cast<std::int64_t>(quote.series)).bind(2, quote.day).bind(3, quote.coefficient);
    insert_->bind(4, quote.scale).bind(5, static_cast<std::int64_t>(quote.line));
    insert_->run();
    if (db_->changes() == 0) {
        auto query = db_->prepare("SELECT day, coefficient, scale, line FROM incoming WHERE series = ?1 AND day = ?2");
        query.bind(1, static_cast<std::int64_t>(quote.series)).bind(2, quote.day);
        if (query.step()) return read(query, quote.series);
    }
    auto& series = series_[quote.series];
    ++series.count;
    series.first = std::min(series.first, quote.day);
    series.last = std::max(series.last, quote.day);
    return std::nullopt;
}

std::uint64_t quote_staging::count() const {
    std::uint64_t total = 0;
    for (const auto& each : series_) total += each.count;
    return total;
}

std::vector<staged_quote> quote_staging::samples(std::size_t series, std::size_t most) {
    std::vector<staged_quote> found;
    const auto& known = series_[series];
    const auto days = std::int64_t{known.last} - known.first;
    auto query = db_->prepare(
        "SELECT day, coefficient, scale, line FROM incoming WHERE series = ?1 AND day >= ?2 ORDER BY day LIMIT 1");
    for (std::size_t i = 0; i < most && known.count > 0; ++i) {
        const auto from =
            known.first + (most == 1 ? 0 : days * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(most - 1));
        query.bind(1, static_cast<std::int64_t>(series)).bind(2, from);
        if (query.step() && (found.empty() || found.back().day != query.number(0)))
            found.push_back(read(query, series));
        query.reset();
    }
    return found;
}

std::optional<std::pair<staged_quote, staged_quote>> quote_staging::first_above(std::size_t series,
                                                                                std::size_t other) {
    auto query = db_->prepare("SELECT day, coefficient, scale, line FROM incoming WHERE series = ?1 AND day = ?2");
    std::optional<std::pair<staged_quote, staged_quote>> found;
    for_each(series, [&](const staged_quote& one) {
        if (found) return;
        query.bind(1, static_cast<std::int64_t>(other)).bind(2, one.day);
        if (query.step()) {
            const auto beside = read(query, other);
            if (decimal(integer(one.coefficient), one.scale) > decimal(integer(beside.coefficient), beside.scale))
                found.emplace(one, beside);
        }
        query.reset();
    });
    return found;
}

staged_quote quote_staging::read(const statement& row, std::size_t series) {
    return {series, static_cast<std::int32_t>(row.number(0)), row.number(1), static_cast<std::int8_t>(row.number(2)),
            static_cast<std::size_t>(row.number(3))};
}

}  // namespace outlay::store
