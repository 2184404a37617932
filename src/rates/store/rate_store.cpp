// rate_store: opening a store, and what is asked of it.
#include <outlay/rates/rate_store.hpp>

#include <outlay/base/utf8.hpp>

#include "rates/store/store_reader.hpp"
#include "rates/store/store_schema.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace outlay {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using store::days_of;
using store::guarded;

// A commit takes well under a second; a whole import holds the file for as long as its merge, a few seconds at most.
constexpr auto reader_patience = 10s;
constexpr auto importer_patience = 60s;
constexpr std::size_t shown_columns = 40;

place whole(const std::string& path) { return place{path, 0, 0, {}, 0, 1}; }

void make_folders(const std::string& path) {
    const auto folder = fs::path(path).parent_path();
    std::error_code failure;
    if (folder.empty() || fs::is_directory(folder, failure)) return;
    fs::create_directories(folder, failure);
    if (!failure) return;
    throw rate_failure{
        make_diagnostic("store-unwritable", {{"file", path}, {"reason", failure.message()}}, whole(path))};
}

rate_import_record read_record(const store::statement& row) {
    rate_import_record record;
    record.number = row.number(0);
    record.file = row.text(1);
    record.bytes = static_cast<std::uint64_t>(row.number(2));
    record.sha256 = row.text(3);
    record.format = row.text(4);
    record.time = std::chrono::sys_seconds(std::chrono::seconds(row.number(5)));
    record.quotes = static_cast<std::uint64_t>(row.number(6));
    record.added = static_cast<std::uint64_t>(row.number(7));
    record.corrected = static_cast<std::uint64_t>(row.number(8));
    return record;
}

}  // namespace

result<rate_vintage> read_vintage(std::string_view text, std::optional<place> where) {
    rate_vintage vintage;
    vintage.day = parse_date(text);
    if (vintage.day) return vintage;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1)
        return make_diagnostic("vintage-malformed", {{"text", shorten(text, shown_columns)}}, std::move(where));
    vintage.import = number;
    return vintage;
}

rate_store::rate_store(std::unique_ptr<store::database> db) : db_(std::move(db)) {}
rate_store::rate_store(rate_store&&) noexcept = default;
rate_store& rate_store::operator=(rate_store&&) noexcept = default;
rate_store::~rate_store() = default;

const std::string& rate_store::path() const { return db_->path(); }

result<rate_store> rate_store::open(const std::string& path, purpose use) {
    return guarded([&] {
        const bool imports = use == purpose::import;
        std::error_code failure;
        if (imports)
            make_folders(path);
        else if (!fs::exists(path, failure) && (!failure || failure == std::errc::not_a_directory))
            throw rate_failure{make_diagnostic("store-missing", {{"file", path}}, whole(path))};
        auto db = std::make_unique<store::database>(
            path, imports ? store::database::purpose::write : store::database::purpose::read,
            imports ? std::chrono::milliseconds(importer_patience) : std::chrono::milliseconds(reader_patience));
        {
            // Of one moment: another process may be making the store's tables.
            const store::transaction moment(*db, store::transaction::lock::later);
            (void)store::check_schema(*db);
        }
        return rate_store(std::move(db));
    });
}

result<std::optional<date>> rate_store::newest_day(const rate_vintage& vintage) const {
    return store::at_one_moment(*db_, [&] {
        std::optional<date> newest;
        if (!store::check_schema(*db_)) return newest;
        const auto until = store::last_import(*db_, vintage);
        store::text_keeper texts;
        auto query = db_->prepare("SELECT day FROM quote WHERE series = ?1 AND import <= ?2 ORDER BY day DESC LIMIT 1");
        for (const auto& series : store::read_series(*db_, texts, {})) {
            if (series.origin.kind != rate_kind::spot || series.origin.side != rate_side::mid) continue;
            query.bind(1, series.number).bind(2, until);
            if (query.step()) {
                const date day{std::chrono::days{query.number(0)}};
                newest = std::max(newest.value_or(day), day);
            }
            query.reset();
        }
        return newest;
    });
}

result<std::vector<stored_series>> rate_store::series(const rate_vintage& vintage) const {
    return store::at_one_moment(*db_, [&] {
        std::vector<stored_series> found;
        if (!store::check_schema(*db_)) return found;
        const auto until = store::last_import(*db_, vintage);
        store::text_keeper texts;
        auto query = db_->prepare(
            "SELECT count(DISTINCT day), min(day), max(day) FROM quote WHERE series = ?1 AND import <= ?2");
        for (const auto& row : store::read_series(*db_, texts, {})) {
            query.bind(1, row.number).bind(2, until);
            if (query.step() && query.number(0) > 0)
                found.push_back({row.pair, row.origin, date{std::chrono::days{query.number(1)}},
                                 date{std::chrono::days{query.number(2)}}, static_cast<std::uint64_t>(query.number(0)),
                                 texts.share()});
            query.reset();
        }
        return found;
    });
}

result<std::vector<rate_import_record>> rate_store::imports() const {
    return store::at_one_moment(*db_, [&] {
        std::vector<rate_import_record> records;
        if (!store::check_schema(*db_)) return records;
        auto query = db_->prepare(
            "SELECT number, file, bytes, sha256, format, time, quotes, added, corrected FROM import ORDER BY number");
        while (query.step()) records.push_back(read_record(query));
        for (auto& record : records) store::read_origins(*db_, record);
        return records;
    });
}

result<std::vector<rate_import_record>> rate_store::imports_of(const currency_pair& pair,
                                                               std::string_view source_name, const date_span& days,
                                                               const rate_vintage& vintage) const {
    return store::at_one_moment(*db_, [&] {
        std::vector<rate_import_record> records;
        if (!store::check_schema(*db_)) return records;
        // Of each day and series the last vintage counts.
        auto query = db_->prepare(
            "SELECT number, file, bytes, sha256, format, time, quotes, added, corrected FROM import WHERE number IN "
            "(SELECT max(quote.import) FROM source JOIN series ON series.source = source.number "
            "JOIN quote ON quote.series = series.number WHERE source.name = ?1 AND series.base = ?2 "
            "AND series.quote = ?3 AND quote.day BETWEEN ?4 AND ?5 AND quote.import <= ?6 "
            "GROUP BY quote.series, quote.day) ORDER BY number");
        query.bind(1, source_name).bind(2, pair.base.text()).bind(3, pair.quote.text());
        query.bind(4, days_of(days.first)).bind(5, days_of(days.last)).bind(6, store::last_import(*db_, vintage));
        while (query.step()) records.push_back(read_record(query));
        for (auto& record : records) store::read_origins(*db_, record);
        return records;
    });
}

std::string default_rate_store(std::string_view data_home, std::string_view home) {
    // A relative $XDG_DATA_HOME counts as none, as its specification says.
    if (data_home.starts_with('/')) return (fs::path(data_home) / "outlay/rates.sqlite").string();
    if (home.starts_with('/')) return (fs::path(home) / ".local/share/outlay/rates.sqlite").string();
    return {};
}

}  // namespace outlay
