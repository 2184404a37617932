#include "engine/config_folder.hpp"

#include "engine/config_paths.hpp"
#include "engine/fact_rows.hpp"

#include <outlay/economy/indicator_file.hpp>

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <tuple>

namespace outlay {

namespace {

/// The rows of both, sorted by key; where both have a key, the row of `own`.
template <class Row, class Key>
std::vector<Row> lay_over(std::span<const Row> known, std::vector<Row> own, Key key) {
    own.insert(own.end(), known.begin(), known.end());
    std::stable_sort(own.begin(), own.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
    own.erase(std::unique(own.begin(), own.end(), [&](const Row& a, const Row& b) { return key(a) == key(b); }), own.end());
    return own;
}

std::string file_name(std::string_view path) { return std::filesystem::path(path).filename().string(); }

class folder_reader {
public:
    folder_reader(const fact_tables& known, config_paths paths)
        : known_(known), paths_(std::move(paths)), problems_(std::move(paths_.problems)) {}

    result<config_folder> read() {
        read_currency_tables();
        read_named_tables();
        read_rates();
        read_rate_names();
        read_indicators();
        read_languages();
        read_programmes();
        if (!problems_.empty()) return std::move(problems_);
        return std::move(out_);
    }

private:
    void report(diagnostics problems) {
        problems_.insert(problems_.end(), std::make_move_iterator(problems.begin()), std::make_move_iterator(problems.end()));
    }

    template <class T>
    T take(result<T> read) {
        report(read.problems());
        return read ? std::move(read).value() : T{};
    }

    [[nodiscard]] currency_table currencies() const { return {out_.currencies, out_.symbols}; }

    const config_file* open(const std::string& path, const std::vector<std::string_view>& required,
                            const std::vector<std::string_view>& optional, const std::vector<std::string_view>& key) {
        if (path.empty()) return nullptr;
        auto file = read_config_file(path, required, optional, key);
        report(file.problems());
        if (!file) return nullptr;
        return out_.files.emplace_back(std::make_unique<config_file>(std::move(file).value())).get();
    }

    void check_codes(std::string_view codes, const place& where) {
        while (!codes.empty()) {
            const auto end = std::min(codes.find(' '), codes.size());
            if (end != 0) report(currencies().read_code(codes.substr(0, end), where).problems());
            codes.remove_prefix(std::min(end + 1, codes.size()));
        }
    }

    /// The language layer knows no list of currencies: the codes that words stand for are held against ours here.
    void check_lexicon(const source& text) {
        const auto table = read_csv(text, {"class", "words", "value", "when"});
        if (!table) return;  // read_lexicon has said why
        for (std::size_t row = 0; row < table->rows.size(); ++row) {
            const auto& kind = table->cell(row, "class").text;
            const auto& value = table->cell(row, "value");
            if (kind == to_text(term_class::currency) || kind == to_text(term_class::country))
                check_codes(value.text, text.at(value.begin, value.end));
            if (kind == to_text(term_class::minor))
                check_codes(std::string_view(value.text).substr(std::min(value.text.find(' '), value.text.size())), text.at(value.begin, value.end));
        }
    }

    void read_currency_tables() {
        std::vector<currency> rows;
        if (const auto* list = open(paths_.currencies, {"code", "numeric", "minor_units", "name"},
                                    {"symbol", "quote_rank", "valid_from", "valid_to", "successor"}, {"code"}))
            rows = take(outlay::read_currencies(list->text, list->table));
        out_.currencies = lay_over(known_.currencies, std::move(rows), [](const currency& row) { return row.code; });

        std::vector<currency_symbol> symbols;
        const auto* file = open(paths_.symbols, {"symbol", "candidates"}, {"language", "reason"}, {"symbol", "language"});
        if (file != nullptr) {
            symbols = take(outlay::read_symbols(file->text, file->table));
            for (std::size_t row = 0; row < file->table.rows.size(); ++row) {
                const auto& cell = file->table.cell(row, "candidates");
                check_codes(cell.text, file->text.at(cell.begin, cell.end));
            }
        }
        out_.symbols = lay_over(known_.symbols, std::move(symbols),
                                [](const currency_symbol& row) { return std::tuple(row.symbol, row.language); });
    }

    void read_named_tables() {
        std::vector<economy> economies;
        if (const auto* file = open(paths_.economies, {"code", "alpha3", "name", "currency"}, {"name_ko"}, {"code"}))
            economies = take(read_economies(file->text, file->table, currencies()));
        out_.economies = lay_over(known_.economies, std::move(economies), [](const economy& row) { return row.code; });

        std::vector<fiscal_calendar> calendars;
        if (const auto* file = open(paths_.calendars, {"name", "begins", "named_by", "title"}, {"source"}, {"name"}))
            calendars = take(read_calendars(file->text, file->table));
        out_.calendars =
            lay_over(known_.calendars, std::move(calendars), [](const fiscal_calendar& row) { return row.name; });

        std::vector<setting> settings;
        if (const auto* file = open(paths_.settings, {"name", "value"}, {"note"}, {"name"}))
            settings = take(read_settings(file->text, file->table, currencies(), known_.settings));
        out_.settings = lay_over(known_.settings, std::move(settings), [](const setting& row) { return row.name; });

        std::vector<format_row> formats;
        if (const auto* file = open(paths_.formats, {"locale", "key", "value"}, {"note"}, {"locale", "key"}))
            formats = read_formats(file->table);
        out_.formats = lay_over(known_.formats, std::move(formats),
                                [](const format_row& row) { return std::tuple(row.locale, row.key); });
    }

    /// The index of a source. Of one file name and one source name there is one, so that a day's quotes, ours and the
    /// folder's, stay of one source and make crosses; its description is the first that was read.
    std::uint8_t source_index(const rate_source& origin) {
        constexpr std::size_t limit = std::numeric_limits<std::uint8_t>::max();
        for (std::size_t i = 0; i < out_.rate_sources.size(); ++i) {
            const auto& known = out_.rate_sources[i];
            if (known.name == origin.name && known.period == origin.period && file_name(known.file) == file_name(origin.file))
                return static_cast<std::uint8_t>(i);
        }
        if (out_.rate_sources.size() > limit) {
            report({make_diagnostic("config-too-many-sources", {{"limit", std::to_string(limit + 1)}},
                                    place{std::string(origin.file), 0, 0, {}, 0, 1})});
            return 0;
        }
        out_.rate_sources.push_back(origin);
        return static_cast<std::uint8_t>(out_.rate_sources.size() - 1);
    }

    std::vector<quote> adopt(std::span<const rate_source> sources, std::vector<quote> quotes) {
        std::vector<std::uint8_t> moved;
        for (const auto& origin : sources) moved.push_back(source_index(origin));
        for (auto& row : quotes) row.source = moved[row.source];
        return quotes;
    }

    void read_rate_names() {
        std::vector<rate_publisher> publishers;
        if (const auto* file = open(paths_.rate_publishers, {"id", "layout", "kind", "period", "name"},
                                    {"base", "areas", "address", "licence"}, {"id"}))
            publishers = take(read_rate_publishers(file->text, file->table, currencies()));
        // The order of the file is one of preference, so rows are not sorted: a folder's stand before ours.
        out_.rate_publishers = std::move(publishers);
        for (const auto& row : known_.rate_publishers)
            if (find_publisher(out_.rate_publishers, row.id) == nullptr) out_.rate_publishers.push_back(row);

        std::vector<rate_series_code> codes;
        if (const auto* file = open(paths_.rate_series_codes, {"series", "base", "quote", "source", "period"}, {}, {"series"}))
            codes = take(read_rate_series_codes(file->text, file->table, currencies(), out_.rate_publishers));
        out_.rate_series_codes =
            lay_over(known_.rate_series_codes, std::move(codes), [](const rate_series_code& row) { return row.code; });
    }

    void read_rates() {
        std::vector<quote> own;
        for (const auto& path : paths_.rates) {
            const auto* file = open(path, {"base", "quote", "value"}, {"date", "period", "until", "source", "note"}, {});
            if (file == nullptr) continue;
            auto read = take(read_rate_file(file->text, file->table, currencies()));
            const auto rows = adopt(read.sources, std::move(read.quotes));
            own.insert(own.end(), rows.begin(), rows.end());
        }
        // Ours come after the folder's: of two sources of one day, the folder's answers.
        const auto known = adopt(known_.rate_sources, {known_.quotes.begin(), known_.quotes.end()});
        out_.quotes = lay_over<quote>(known, std::move(own),
                                      [](const quote& row) { return std::tuple(row.pair, row.source, row.day); });
    }

    /// Our own layout, or one of the World Bank's.
    const config_file* open_indicators(const std::string& path) {
        auto text = source::read(path);
        report(text.problems());
        if (!text) return nullptr;
        auto table = is_world_bank_csv(*text) ? read_world_bank_csv(*text, out_.economies)
                                              : read_csv(*text, {"economy", "year", "value"}, {"series", "note"});
        report(table.problems());
        if (!table) return nullptr;
        auto file = std::make_unique<config_file>(config_file{std::move(text).value(), std::move(table).value()});
        return out_.files.emplace_back(std::move(file)).get();
    }

    /// Index of a series in the result, which holds first the folder's, then ours.
    std::size_t add_series(const outlay::indicator_series& origin) {
        constexpr std::size_t limit = std::numeric_limits<std::uint8_t>::max();
        if (out_.indicator_series.size() > limit) {
            report({make_diagnostic("config-too-many-series", {{"limit", std::to_string(limit + 1)}},
                                    place{std::string(origin.file), 0, 0, {}, 0, 1})});
            return 0;
        }
        out_.indicator_series.push_back(origin);
        return out_.indicator_series.size() - 1;
    }

    std::vector<observation> adopt(std::span<const outlay::indicator_series> series, std::vector<observation> rows) {
        std::vector<std::uint8_t> moved;
        for (const auto& origin : series) moved.push_back(static_cast<std::uint8_t>(add_series(origin)));
        for (auto& row : rows) row.series = moved[row.series];
        return rows;
    }

    void read_indicators() {
        std::vector<indicator_code> codes;
        if (const auto* file = open(paths_.indicator_codes, {"series", "indicator", "currency", "name"}, {}, {"series"}))
            codes = take(read_indicator_codes(file->text, file->table, currencies()));
        out_.indicator_codes = lay_over(known_.indicator_codes, std::move(codes), [](const indicator_code& row) { return row.code; });
        std::vector<observation> own;
        for (const auto& path : paths_.economy) {
            const auto* file = open_indicators(path);
            if (file == nullptr) continue;
            auto read = take(read_indicator_file(file->text, file->table, out_.economies, out_.indicator_codes));
            const auto rows = adopt(read.series, std::move(read.observations));
            own.insert(own.end(), rows.begin(), rows.end());
        }
        const auto known = adopt(known_.indicator_series, {known_.observations.begin(), known_.observations.end()});
        out_.observations = lay_over<observation>(known, std::move(own), [](const observation& row) {
            return std::tuple(row.what, row.economy, row.year);
        });
    }

    void read_languages() {
        std::vector<lexicon> own;
        for (const auto& path : paths_.languages) {
            const auto text = source::read(path);
            report(text.problems());
            if (!text) continue;
            auto read = read_lexicon(*text);
            report(read.problems());
            if (!read) continue;
            out_.language_files.push_back(std::make_unique<lexicon_file>(std::move(read).value()));
            const auto& file = *out_.language_files.back();
            if (file.tag + ".csv" != file_name(path))
                report({make_diagnostic("config-language-name", {{"tag", file.tag}, {"file", file_name(path)}}, text->whole())});
            check_lexicon(*text);
            own.push_back(file.view());
        }
        if (own.empty()) {  // ours are in one table already
            out_.languages.assign(known_.languages.begin(), known_.languages.end());
            return;
        }
        const auto all = lay_over(known_.languages, std::move(own), [](const lexicon& row) { return row.tag(); });
        auto merged = merge_words(all);
        report(merged.problems());
        if (!merged) return;
        out_.language_words = std::move(merged).value();
        for (const auto& language : all)
            out_.languages.emplace_back(language.head(), out_.language_words.view(), static_cast<std::uint8_t>(out_.languages.size()));
    }

    /// Of one id there is one: a folder's replaces ours. What is in it is read where it is used.
    void read_programmes() {
        std::vector<programme_text> own;
        for (const auto& path : paths_.programmes) {
            auto text = source::read(path);
            report(text.problems());
            if (!text) continue;
            std::string id = std::filesystem::path(path).stem().string();
            if (const auto bad = find_invalid_utf8(text->text()))
                report({make_diagnostic("not-utf8", {{"file", path}}, text->at(*bad, *bad + 1))});
            const auto& file = *out_.programme_files.emplace_back(
                std::make_unique<programme_file>(programme_file{std::move(text).value(), std::move(id)}));
            own.push_back({file.id, file.text.name(), file.text.text()});
        }
        out_.programmes = lay_over(known_.programmes, std::move(own), [](const programme_text& row) { return row.id; });
    }

    const fact_tables& known_;
    config_paths paths_;
    diagnostics problems_;
    config_folder out_;
};

}  // namespace

result<config_folder> read_config_folder(const std::string& folder, const fact_tables& known, folder_role role) {
    return folder_reader(known, find_config_paths(folder, role)).read();
}

}  // namespace outlay
