#include <outlay/engine.hpp>

#include "engine/config_folder.hpp"
#include "language/phrase_trie.hpp"

#include <algorithm>
#include <charconv>

namespace outlay {

namespace {

/// The row of a sorted table whose key is `name`.
template <class Row, class Key, class Name>
const Row* find_row(std::span<const Row> rows, const Name& name, Key key) {
    const auto found = std::lower_bound(rows.begin(), rows.end(), name, [&](const Row& row, const Name& wanted) { return key(row) < wanted; });
    return found != rows.end() && key(*found) == name ? &*found : nullptr;
}

int to_int(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);  // config_folder has checked it
    return number;
}

}  // namespace

engine engine::embedded() {
    engine data;
    data.currencies_ = {embedded_currencies(), embedded_symbols()};
    data.rates_ = {embedded_quotes(), embedded_rate_sources()};
    data.rate_publishers_ = embedded_rate_publishers();
    data.rate_series_codes_ = embedded_rate_series_codes();
    data.languages_ = embedded_lexicons();
    data.economies_ = embedded_economies();
    data.indicators_ = {embedded_observations(), embedded_indicator_series()};
    data.indicator_codes_ = embedded_indicator_codes();
    data.settings_ = embedded_settings();
    data.formats_ = embedded_formats();
    data.calendars_ = embedded_calendars();
    data.programmes_ = embedded_programmes();
    return data;
}

result<engine> engine::with_overlay(const std::string& folder) {
    const fact_tables ours{embedded_currencies(),  embedded_symbols(), embedded_economies(), embedded_settings(),
                           embedded_formats(),     embedded_rate_sources(), embedded_quotes(), embedded_lexicons(),
                           embedded_rate_publishers(), embedded_rate_series_codes(), embedded_indicator_codes(),
                           embedded_indicator_series(), embedded_observations(), embedded_calendars(), embedded_programmes()};
    auto read = read_config_folder(folder, ours, folder_role::overlay);
    if (!read) return read.problems();
    const auto owned = std::make_shared<const config_folder>(std::move(read).value());
    engine data;
    data.currencies_ = {owned->currencies, owned->symbols};
    data.rates_ = {owned->quotes, owned->rate_sources};
    data.rate_publishers_ = owned->rate_publishers;
    data.rate_series_codes_ = owned->rate_series_codes;
    data.languages_ = owned->languages;
    data.economies_ = owned->economies;
    data.indicators_ = {owned->observations, owned->indicator_series};
    data.indicator_codes_ = owned->indicator_codes;
    data.settings_ = owned->settings;
    data.formats_ = owned->formats;
    data.calendars_ = owned->calendars;
    data.programmes_ = owned->programmes;
    data.owned_ = owned;
    return data;
}

result<engine> engine::with_rates(const rate_collection& more) const {
    auto merged = lay_over(rates_, more);
    if (!merged) return merged.problems();
    /// What the copy's spans point into: the quotes made here, and all that this engine's point into.
    struct owner {
        rate_collection rates;
        std::shared_ptr<const void> rest;
    };
    const auto owned = std::make_shared<const owner>(owner{std::move(merged).value(), owned_});
    engine data = *this;
    data.rates_ = owned->rates.view();
    data.owned_ = owned;
    return data;
}

engine engine::for_long_texts() const {
    struct owner {
        std::vector<lexicon> languages;
        lazy_phrase_trie trie;
        std::shared_ptr<const void> rest;
    };
    const auto owned = std::make_shared<owner>();
    owned->languages.assign(languages_.begin(), languages_.end());
    owned->rest = owned_;
    for (lexicon& language : owned->languages) language.use(owned->trie);
    engine data = *this;
    data.languages_ = owned->languages;
    data.owned_ = owned;
    return data;
}

const lexicon* engine::find_language(std::string_view tag) const {
    for (;;) {
        for (const auto& language : languages_)
            if (language.tag() == tag) return &language;
        for (const auto& language : languages_)
            if (language.has_tag(tag)) return &language;
        const auto hyphen = tag.rfind('-');
        if (hyphen == std::string_view::npos) return nullptr;
        tag = tag.substr(0, hyphen);
    }
}

const economy* engine::find_economy(std::string_view code) const {
    return find_row(economies_, code, [](const economy& row) { return row.code; });
}

const fiscal_calendar* engine::find_calendar(std::string_view name) const {
    return find_row(calendars_, name, [](const fiscal_calendar& row) { return row.name; });
}

const programme_text* engine::find_programme(std::string_view id) const {
    return find_row(programmes_, id, [](const programme_text& row) { return row.id; });
}

std::string_view engine::setting_value(std::string_view name) const {
    const auto* row = find_row(settings_, name, [](const setting& s) { return s.name; });
    return row != nullptr ? row->value : std::string_view{};
}

std::string_view engine::format_value(std::string_view locale, std::string_view key) const {
    const auto* row = find_row(formats_, std::pair(locale, key), [](const format_row& f) { return std::pair(f.locale, f.key); });
    return row != nullptr ? row->value : std::string_view{};
}

rate_policy engine::default_policy() const {
    rate_policy policy;
    policy.pivots = split_codes(setting_value("pivots"));
    if (const auto days = setting_value("age-limit-days"); !days.empty()) policy.age_limit_days = to_int(days);
    if (const auto limit = decimal::parse(setting_value("rate-conflict-percent"))) policy.conflict_limit = to_ratio(*limit) / 100;
    return policy;
}

}  // namespace outlay
