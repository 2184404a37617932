// engine: the loaded data and policies that every question is asked of.
// Promises: one immutable value, cheap to copy, safe to share among threads; the built-in one costs nothing to get.
// Leaves out: questions. It stands between the facts (money, rates, language) and what reads with them.
#pragma once

#include <outlay/economy/fiscal_calendar.hpp>
#include <outlay/economy/indicator.hpp>
#include <outlay/language/lexicon.hpp>
#include <outlay/money/currency.hpp>
#include <outlay/rates/rate_policy.hpp>
#include <outlay/rates/rate_publisher.hpp>
#include <outlay/rates/rate_table.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// A row of config/settings.csv: policies that are facts of taste, not of code ("pivots" → "USD EUR").
struct setting {
    std::string_view name;
    std::string_view value;
};
[[nodiscard]] std::span<const setting> embedded_settings();  ///< sorted by name

/// A row of config/formats.csv: how a locale writes numbers and sums. What the keys mean is report/'s.
struct format_row {
    std::string_view locale;
    std::string_view key;
    std::string_view value;
};
[[nodiscard]] std::span<const format_row> embedded_formats();  ///< sorted by locale, then key

/// A file of config/programmes/: a scenario of one investment, as it is written. scenario/programme_library.hpp reads it.
struct programme_text {
    std::string_view id;    ///< the name of the file without its ending
    std::string_view file;
    std::string_view text;
};
[[nodiscard]] std::span<const programme_text> embedded_programmes();  ///< sorted by id

class engine {
public:
    /// The data built into the program.
    [[nodiscard]] static engine embedded();
    /// The built-in data, overlaid by the files of a folder laid out like config/. A row of the same key replaces
    /// ours, a language file replaces the language. Errors: every bad file and row, in one pass.
    [[nodiscard]] static result<engine> with_overlay(const std::string& folder);

    /// The same data, prepared for long texts: words are found sooner, and some memory is kept for it.
    [[nodiscard]] engine for_long_texts() const;

    [[nodiscard]] const currency_table& currencies() const { return currencies_; }
    [[nodiscard]] const rate_table& rates() const { return rates_; }
    [[nodiscard]] std::span<const rate_publisher> rate_publishers() const { return rate_publishers_; }
    [[nodiscard]] std::span<const rate_series_code> rate_series_codes() const { return rate_series_codes_; }
    /// The same data with these quotes laid over its own (rates/rate_table.hpp). Errors: rate-sources-too-many.
    [[nodiscard]] result<engine> with_rates(const rate_collection& more) const;
    [[nodiscard]] std::span<const lexicon> languages() const { return languages_; }
    [[nodiscard]] const lexicon* find_language(std::string_view tag) const;  ///< "ko", "en-IN" falls back to "en"
    [[nodiscard]] std::span<const economy> economies() const { return economies_; }
    [[nodiscard]] const economy* find_economy(std::string_view code) const;
    [[nodiscard]] const indicator_table& indicators() const { return indicators_; }
    [[nodiscard]] std::span<const indicator_code> indicator_codes() const { return indicator_codes_; }
    [[nodiscard]] std::span<const fiscal_calendar> calendars() const { return calendars_; }
    [[nodiscard]] const fiscal_calendar* find_calendar(std::string_view name) const;
    [[nodiscard]] std::span<const programme_text> programmes() const { return programmes_; }
    [[nodiscard]] const programme_text* find_programme(std::string_view id) const;
    [[nodiscard]] std::string_view setting_value(std::string_view name) const;  ///< empty if there is none
    [[nodiscard]] std::span<const format_row> formats() const { return formats_; }
    [[nodiscard]] std::string_view format_value(std::string_view locale, std::string_view key) const;  ///< likewise

    /// The default policy: pivots and age limit of the settings, no given rates, as of the newest day.
    [[nodiscard]] rate_policy default_policy() const;

private:
    currency_table currencies_;
    rate_table rates_;
    std::span<const rate_publisher> rate_publishers_;
    std::span<const rate_series_code> rate_series_codes_;
    std::span<const lexicon> languages_;
    std::span<const economy> economies_;
    indicator_table indicators_;
    std::span<const indicator_code> indicator_codes_;
    std::span<const setting> settings_;
    std::span<const format_row> formats_;
    std::span<const fiscal_calendar> calendars_;
    std::span<const programme_text> programmes_;
    std::shared_ptr<const void> owned_;  ///< what the spans of an overlaid engine point into
};

}  // namespace outlay
