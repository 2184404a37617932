// config_folder: the tables of a folder laid out like config/, laid over tables that are known already.
// Promises: a row of the same key replaces the known one, a language replaces the language; every bad file and row is
//   reported in one pass; the rows stay valid as long as the value lives.
// Leaves out: messages (only the program that embeds config/ reads them) and what the settings mean to an engine.
#pragma once

#include <outlay/engine.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace outlay {

/// A table of config/ as it was read; the rows made of it point into it.
struct config_file {
    source text;
    csv_table table;
};

/// A programme as it was read: a text that is looked into when it is asked for.
struct programme_file {
    source text;
    std::string id;
};

/// Tables by reference: what is built in, or nothing.
struct fact_tables {
    std::span<const currency> currencies;
    std::span<const currency_symbol> symbols;
    std::span<const economy> economies;
    std::span<const setting> settings;
    std::span<const format_row> formats;
    std::span<const rate_source> rate_sources;
    std::span<const quote> quotes;
    std::span<const lexicon> languages;
    std::span<const rate_publisher> rate_publishers;
    std::span<const rate_series_code> rate_series_codes;
    std::span<const indicator_code> indicator_codes;
    std::span<const outlay::indicator_series> indicator_series;
    std::span<const observation> observations;
    std::span<const fiscal_calendar> calendars;
    std::span<const programme_text> programmes;
};

/// Tables by value, each sorted as an engine wants it, and the texts that they point into.
struct config_folder {
    std::vector<std::unique_ptr<const config_file>> files;
    std::vector<std::unique_ptr<const lexicon_file>> language_files;
    std::vector<std::unique_ptr<const programme_file>> programme_files;
    std::vector<currency> currencies;
    std::vector<currency_symbol> symbols;
    std::vector<economy> economies;
    std::vector<setting> settings;
    std::vector<format_row> formats;
    std::vector<rate_source> rate_sources;
    std::vector<quote> quotes;
    lexicon_storage language_words;  ///< of all languages; their views point into it
    std::vector<lexicon> languages;
    std::vector<rate_publisher> rate_publishers;
    std::vector<rate_series_code> rate_series_codes;
    std::vector<indicator_code> indicator_codes;
    std::vector<outlay::indicator_series> indicator_series;
    std::vector<observation> observations;
    std::vector<fiscal_calendar> calendars;
    std::vector<programme_text> programmes;
};

/// What may lie in the folder beside the tables read here.
enum class folder_role {
    overlay,  ///< a user's: messages are refused, since they are built in
    whole,    ///< our own config/, messages and all
};

/// Errors: config-folder-missing, config-not-a-folder, config-unknown-file, config-messages-fixed,
/// config-duplicate-row, config-unknown-setting, config-bad-setting, config-language-name, config-too-many-sources,
/// and those of the readers of each table.
[[nodiscard]] result<config_folder> read_config_folder(const std::string& folder, const fact_tables& known,
                                                       folder_role role);

/// Reads one table. Rows whose cells in the `key` columns are the same are refused.
[[nodiscard]] result<config_file> read_config_file(const std::string& path, const std::vector<std::string_view>& required,
                                                   const std::vector<std::string_view>& optional,
                                                   const std::vector<std::string_view>& key);

}  // namespace outlay
