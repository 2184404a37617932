// store_verify: everything in a store, read once: is the file whole, is each import what it was, are there gaps and jumps.
#include "rates/store/store_merge.hpp"
#include "rates/store/store_reader.hpp"
#include "rates/store/store_schema.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/sha256.hpp>

#include <algorithm>
#include <map>

namespace outlay {

namespace {

constexpr std::size_t most_told = 20;  // of the database's own complaints

class verifier {
public:
    verifier(store::database& db, const verify_limits& limits) : db_(db), limits_(limits) {}

    store_check run() {
        check_file();
        if (!out_.problems.empty()) return std::move(out_);  // what follows would only repeat it
        read_imports();
        store::text_keeper texts;
        auto all = store::read_series(db_, texts, {});
        // In the order in which an import's digest was taken.
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        for (const auto& series : all) read_series(series);
        check_imports();
        return std::move(out_);
    }

private:
    /// What an import should hold, and what it does.
    struct import_state {
        std::string digest;
        std::int64_t expected = 0;
        std::int64_t found = 0;
        sha256 hash;
    };

    void report(std::string_view id, message_arguments arguments) {
        out_.problems.push_back(make_diagnostic(id, arguments, place{db_.path(), 0, 0, {}, 0, 1}));
    }

    void check_file() {
        auto query = db_.prepare("PRAGMA integrity_check(20)");
        for (std::size_t told = 0; told < most_told && query.step(); ++told)
            if (query.text(0) != "ok") report("store-corrupt", {{"file", db_.path()}, {"reason", query.text(0)}});
        auto keys = db_.prepare("PRAGMA foreign_key_check");
        if (keys.step()) report("store-corrupt", {{"file", db_.path()}, {"reason", message("store-series")}});
    }

    void read_imports() {
        auto query = db_.prepare("SELECT number, digest, added + corrected FROM import");
        while (query.step()) {
            auto& state = imports_[query.number(0)];
            state.digest = query.text(1);
            state.expected = query.number(2);
        }
        out_.imports = imports_.size();
    }

    struct value_of_day {
        std::int32_t day = 0;
        decimal value;
    };

    void read_series(const store::series_row& series) {
        ++out_.series;
        auto query =
            db_.prepare("SELECT day, import, coefficient, scale FROM quote WHERE series = ?1 ORDER BY day, import");
        query.bind(1, series.number);
        std::optional<value_of_day> before;
        std::optional<value_of_day> latest;
        while (query.step()) {
            ++out_.quotes;
            add_to_import(series, query);
            const value_of_day now{static_cast<std::int32_t>(query.number(0)),
                                   decimal(integer(query.number(2)), static_cast<int>(query.number(3)))};
            if (latest && latest->day != now.day) {  // the last vintage of its day counts
                compare(series, before, *latest);
                before = latest;
            }
            latest = now;
        }
        if (latest) compare(series, before, *latest);
    }

    void add_to_import(const store::series_row& series, const store::statement& row) {
        auto& state = imports_[row.number(1)];
        ++state.found;
        state.hash.add(store::digest_line(series.origin.name, series.origin.kind, series.pair, series.origin.side,
                                          row.number(0), row.number(2), row.number(3)));
    }

    void compare(const store::series_row& series, const std::optional<value_of_day>& before,
                 const value_of_day& after) {
        if (!before || series.origin.kind != rate_kind::spot) return;
        const date first{std::chrono::days{before->day}};
        const date last{std::chrono::days{after.day}};
        if (after.day - before->day > limits_.gap_days) {
            out_.gaps.push_back({series.pair, std::string(series.origin.name), first, last});
            return;  // a step over a gap is no jump
        }
        const auto limit = ratio(100 + limits_.jump_percent) / 100;
        const auto step = to_ratio(after.value) / to_ratio(before->value);
        if (step > limit || step * limit < 1)
            out_.jumps.push_back(
                {series.pair, std::string(series.origin.name), first, last, before->value, after.value});
    }

    void check_imports() {
        for (auto& [number, state] : imports_) {
            const auto digest = state.hash.finish();
            if (state.found == state.expected && digest == state.digest) continue;
            report("store-import-changed", {{"file", db_.path()}, {"import", std::to_string(number)}});
        }
    }

    store::database& db_;
    verify_limits limits_;
    std::map<std::int64_t, import_state> imports_;
    store_check out_;
};

}  // namespace

result<store_check> rate_store::verify(const verify_limits& limits) const {
    return store::at_one_moment(
        *db_, [&] { return store::check_schema(*db_) ? verifier(*db_, limits).run() : store_check{}; });
}

}  // namespace outlay
