#include "engine/config_folder.hpp"

#include "engine/config_paths.hpp"
#include "engine/fact_rows.hpp"

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
        read_languages();
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
            if (known.name == origin.name && file_name(known.file) == file_name(origin.file)) return static_cast<std::uint8_t>(i);
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

    void read_rates() {
        std::vector<quote> own;
        for (const auto& path : paths_.rates) {
            const auto* file = open(path, {"base", "quote", "value"}, {"date", "period", "source", "note"}, {});
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
        out_.languages = lay_over(known_.languages, std::move(own), [](const lexicon& row) { return row.tag(); });
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
