#include "cli/rate_shelf.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace outlay::cli {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// A currency that is fixed to another goes through that one where it has no rate of its own.
void add_anchors(const rate_table& rates, std::vector<currency_code>& currencies) {
    const auto asked = currencies;
    const auto is_asked = [&](currency_code code) { return std::find(asked.begin(), asked.end(), code) != asked.end(); };
    for (const auto& series : rates.series()) {
        const auto kind = rates.sources()[series.source].kind;
        if (kind != rate_kind::peg && kind != rate_kind::irrevocable) continue;
        if (is_asked(series.pair.base)) currencies.push_back(series.pair.quote);
        if (is_asked(series.pair.quote)) currencies.push_back(series.pair.base);
    }
}

}  // namespace

void declare(option_set& options, store_options& store) {
    options.text("--rates", "file", store.file);
    options.text("--vintage", "vintage", store.vintage);
}

std::string store_path(const store_options& options) {
    return options.file.empty() ? default_rate_store(environment("XDG_DATA_HOME"), environment("HOME")) : options.file;
}

const rate_store* rate_shelf::open(diagnostics& problems) {
    if (is_opened_) return store_ ? &*store_ : nullptr;
    is_opened_ = true;
    if (!options_.vintage.empty()) {
        const auto vintage = read_vintage(options_.vintage, line_.place_of(options_.vintage));
        vintage ? void(vintage_ = *vintage) : append(problems, vintage.problems());
        if (!vintage) return nullptr;
    }
    const auto path = store_path(options_);
    std::error_code failure;
    const bool is_named = !options_.file.empty() || !options_.vintage.empty();
    if (!is_named && (path.empty() || !std::filesystem::exists(path, failure))) return nullptr;
    auto opened = rate_store::open(path);
    if (!opened) {
        append(problems, opened.problems());
        return nullptr;
    }
    store_ = std::move(opened).value();
    return &*store_;
}

std::optional<date> rate_shelf::newest_day(const session& s, diagnostics& problems) {
    auto newest = (is_laid_over_ ? built_in_ : s.data).rates().newest_day();
    const auto* store = open(problems);
    if (store == nullptr) return newest;
    const auto day = store->newest_day(vintage_);
    append(problems, day.problems());
    if (day && *day) newest = std::max(newest.value_or(**day), **day);
    return newest;
}

void rate_shelf::stock(session& s, rate_policy& policy, std::vector<currency_code> currencies, diagnostics& problems,
                       int about) {
    if (open(problems) == nullptr) return;
    if (!policy.as_of) policy.as_of = newest_day(s, problems);
    if (policy.as_of) stock(s, policy, std::move(currencies), {*policy.as_of}, problems, about);
}

void rate_shelf::stock(session& s, const rate_policy& policy, std::vector<currency_code> currencies,
                       const std::vector<date>& dates, diagnostics& problems, int about) {
    std::vector<date_span> spans;
    const std::chrono::days margin{about};
    for (const auto day : dates) {
        const auto needed = days_needed(policy, day);
        spans.push_back({std::min(needed.first, day - margin), std::max(needed.last, day + margin)});
    }
    if (!currencies.empty()) {
        currencies.insert(currencies.end(), policy.pivots.begin(), policy.pivots.end());
        for (const auto& given : policy.given) currencies.insert(currencies.end(), {given.pair.base, given.pair.quote});
        add_anchors(s.data.rates(), currencies);
    }
    stock_days(s, std::move(currencies), spans, problems);
}

void rate_shelf::stock_days(session& s, std::vector<currency_code> currencies, const std::vector<date_span>& days,
                            diagnostics& problems) {
    const auto* store = open(problems);
    if (store == nullptr) return;
    if (!is_laid_over_) built_in_ = s.data;
    rate_question question;
    question.currencies = std::move(currencies);
    question.days = days;
    question.with_neighbours = true;  // where there is no rate, the nearest is named
    question.sides = {rate_side::mid, rate_side::bid, rate_side::ask};  // where one is missing, the others are named
    question.vintage = vintage_;
    question.preference = s.data.rate_publishers();
    auto loaded = store->load(question);
    if (!loaded) return append(problems, loaded.problems());
    auto data = built_in_.with_rates(*loaded);
    if (!data) return append(problems, data.problems());
    s.data = std::move(data).value();
    is_laid_over_ = true;
}

}  // namespace outlay::cli
