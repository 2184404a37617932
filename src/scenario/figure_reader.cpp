#include "scenario/figure_reader.hpp"

#include "scenario/key_lists.hpp"

#include <outlay/base/message.hpp>
#include <outlay/figures/read.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// "-5" and "−5": a sign before a number is no part of any language's figures.
bool is_negative(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin != std::string_view::npos && (text[begin] == '-' || text.substr(begin).starts_with("\xE2\x88\x92"));
}

/// The smallest of the bounds that are stated.
decimal lowest_of(const interval<decimal>& amount) {
    if (amount.low) return *amount.low;
    if (amount.central) return *amount.central;
    return amount.high ? *amount.high : decimal{};
}

std::string_view negative_id(figure_kind kind) {
    switch (kind) {
        case figure_kind::money: return "outlay-negative";
        case figure_kind::jobs: return "jobs-not-positive";
        case figure_kind::duration: return "period-not-positive";
        default: return "figure-not-positive";
    }
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits of the first number that has three of them behind one mark, "1.200": a thousand and more to half of the world.
std::string thousandths_in(std::string_view text) {
    constexpr std::size_t thousandths = 3;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const std::size_t mark = text.find_first_not_of("0123456789", at);
        if (mark == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_not_of("0123456789", mark + 1), text.size());
        if ((text[mark] == '.' || text[mark] == ',') && end - mark - 1 == thousandths)
            return std::string(text.substr(at, mark - at)).append(text.substr(mark + 1, thousandths));
        at = mark;
    }
    return {};
}

/// Digits that were read as thousandths; of what is counted in whole ones nobody writes them. Empty: none were.
std::string read_as_thousandths(const stated_figure& found) {
    const std::string digits = thousandths_in(found.text);
    if (digits.empty()) return {};
    const decimal meant(integer(digits), 3);
    const auto is_it = [&](const std::optional<decimal>& bound) { return bound && *bound == meant; };
    const auto& amount = found.value.amount;
    return is_it(amount.low) || is_it(amount.high) || is_it(amount.central) ? digits : std::string{};
}

/// The two ends of a range, or the text and nothing. A sign before a number is no sign between two.
std::pair<std::string_view, std::string_view> ends_of(std::string_view text) {
    constexpr std::string_view separators[] = {"..", "\xE2\x80\x93", "\xE2\x80\x94", "~", "\xE2\x88\xBC", "-"};
    const std::string_view whole = trimmed(text);
    for (const std::string_view each : separators) {
        const std::size_t at = whole.find(each, 1);
        if (at != std::string_view::npos) return {trimmed(whole.substr(0, at)), trimmed(whole.substr(at + each.size()))};
    }
    return {whole, {}};
}

}  // namespace

std::optional<stated_figure> figure_reader::read_outlay(const toml_node& node) {
    if (node.kind == toml_kind::real) {
        reader_.refuse_number(node, "float-refused").remedy = message("outlay-as-text");
        return std::nullopt;
    }
    if (node.kind != toml_kind::text && node.kind != toml_kind::table)
        return reader_.refuse_type(node, "outlay"), std::nullopt;
    auto found = read(node, figure_kind::money, "");
    if (!found || !require_positive(node, *found, "outlay-zero", "outlay-negative")) return std::nullopt;
    if (found->value.per == per_unit::none) return found;
    // Total = flow × period would be our assumption, not the announcement's word.
    reader_.report("outlay-per-period", {{"text", node_reader::shown(found->text)}}, found->where);
    return std::nullopt;
}

std::optional<stated_figure> figure_reader::read_duration(const toml_node& node) {
    auto found = read(node, figure_kind::duration, "year");
    if (!found || !require_positive(node, *found, "period-not-positive", "period-not-positive")) return std::nullopt;
    if (years_per(found->value.unit)) return found;
    reader_.report("period-unit-unknown", {{"text", node_reader::shown(found->text)}, {"unit", found->value.unit}},
                   found->where);
    return std::nullopt;
}

std::optional<stated_figure> figure_reader::read_jobs(const toml_node& node) {
    auto found = read(node, figure_kind::jobs, "job");
    if (!found || !require_positive(node, *found, "jobs-not-positive", "jobs-not-positive")) return std::nullopt;
    if (!require_whole(node, *found)) return std::nullopt;
    if (found->value.per == per_unit::none) return found;
    reader_.report("jobs-per-period", {{"text", node_reader::shown(found->text)}}, found->where);
    return std::nullopt;
}

std::optional<stated_figure> figure_reader::read_power(const toml_node& node) {
    if (node.kind != toml_kind::text && node.kind != toml_kind::table)
        return reader_.refuse_type(node, "power"), std::nullopt;
    auto found = read(node, figure_kind::power, power_unit);
    if (!found || !require_positive(node, *found, "figure-not-positive", "figure-not-positive")) return std::nullopt;
    if (gigawatts_per(found->value.unit)) return found;
    reader_.report("power-unit-unknown", {{"text", node_reader::shown(found->text)}, {"unit", found->value.unit}},
                   found->where);
    return std::nullopt;
}

std::optional<stated_figure> figure_reader::read_accelerators(const toml_node& node) {
    auto found = read(node, figure_kind::accelerators, "accelerator");
    if (!found || !require_positive(node, *found, "figure-not-positive", "figure-not-positive")) return std::nullopt;
    if (!require_whole(node, *found)) return std::nullopt;
    return found;
}

std::optional<stated_share> figure_reader::read_share(const toml_node& node) {
    const auto written = reader_.read_exact(node);
    if (!written) return std::nullopt;
    const auto share = share_of(node, trimmed(*written), *written);
    return share ? std::optional(stated_share{*share, *written, reader_.at_words(node)}) : std::nullopt;
}

std::optional<stated_share> figure_reader::read_shares(const toml_node& node) {
    const auto written = reader_.read_exact(node);
    if (!written) return std::nullopt;
    const auto [low_text, high_text] = ends_of(*written);
    if (high_text.empty()) return read_share(node);
    // The sign of percent behind the second is that of both.
    const bool is_percent = high_text.ends_with('%') && !low_text.ends_with('%');
    const auto low = share_of(node, is_percent ? std::string(low_text) + "%" : std::string(low_text), *written);
    const auto high = low ? share_of(node, high_text, *written) : std::nullopt;
    if (!low || !high) return std::nullopt;
    stated_share out{*low, *written, reader_.at_words(node), *high};
    if (*low < *high) return out;
    reader_.report("shares-not-in-order", {{"text", node_reader::shown(*written)}}, out.where);
    return std::nullopt;
}

std::optional<ratio> figure_reader::share_of(const toml_node& node, std::string_view number, std::string_view written) {
    const auto report = [&](std::string_view id) {
        reader_.report(id, {{"text", node_reader::shown(written)}}, reader_.at_words(node));
        return std::nullopt;
    };
    const bool is_percent = number.ends_with('%');
    if (is_percent) number = trimmed(number.substr(0, number.size() - 1));
    const auto value = parse_ratio(number);
    if (!value) return report("share-malformed");
    const ratio share = is_percent ? ratio(*value / 100) : *value;
    if (share < 0) return report("share-negative");
    if (share > 1) return report("percentage-over-100");
    return share;
}

std::optional<stated_figure> figure_reader::read(const toml_node& node, figure_kind kind, std::string_view unit) {
    if (node.kind == toml_kind::table && node.find(keys::document.front())) return read_document(node, kind);
    if (node.kind == toml_kind::text) return read_words(node, kind);
    return read_integer(node, kind, unit);
}

std::optional<stated_figure> figure_reader::read_integer(const toml_node& node, figure_kind kind,
                                                         std::string_view unit) {
    const auto text = reader_.read_exact(node);
    if (!text) return std::nullopt;
    const auto value = decimal::parse(*text);
    if (!value) return reader_.report_at(value.problems(), reader_.at(node)), std::nullopt;
    stated_figure out;
    out.value.begin = node.begin;
    out.value.end = node.end;
    out.value.kind = kind;
    out.value.amount = interval<decimal>::point(*value);
    out.value.written = *value;
    out.value.unit = unit;
    out.text = node.text;
    out.where = reader_.at(node);
    return out;
}

std::optional<stated_figure> figure_reader::read_words(const toml_node& node, figure_kind kind) {
    const auto text = reader_.read_text(node);
    if (!text) return std::nullopt;
    const place where = reader_.at_words(node);
    if (is_negative(*text))
        return reader_.report(negative_id(kind), {{"text", node_reader::shown(*text)}}, where), std::nullopt;
    // Where the words lie in the file as they are, the reader points into the file itself.
    auto found = node.verbatim
                     ? read_one(reader_.data(), reader_.text(), node.words_begin, node.words_begin + text->size(), kind)
                     : read_one(reader_.data(), *text, kind);
    if (found) return stated_figure{std::move(*found), *text, where};
    if (!node.verbatim) return reader_.report_at(found.problems(), where), std::nullopt;
    for (diagnostic& problem : found.problems()) reader_.report(std::move(problem));
    return std::nullopt;
}

std::optional<std::size_t> figure_reader::find_words(const toml_node& table, const source& document) {
    const toml_node* node = table.find("find");
    const auto words = node ? reader_.read_text(*node) : std::nullopt;
    if (!words) return std::nullopt;
    std::size_t wanted = 0;  // none is named: there must be one
    if (const toml_node* which = table.find("occurrence")) {
        const auto digits = reader_.read_integer(*which);
        if (!digits) return std::nullopt;
        const auto number = decimal::parse(*digits);
        if (!number || number->sign() <= 0 || digits->size() > 6)
            return reader_.refuse_type(*which, "occurrence"), std::nullopt;
        wanted = static_cast<std::size_t>(std::stoul(*digits));
    }
    std::vector<std::size_t> found;
    for (std::size_t at = document.text().find(*words); at != std::string_view::npos;
         at = document.text().find(*words, at + words->size()))
        found.push_back(at);
    const std::string count = std::to_string(found.size());
    const std::string shown = node_reader::shown(*words);
    if (found.empty() || wanted > found.size()) {
        reader_.report("document-words-missing",
                       {{"text", shown}, {"file", document.name()}, {"count", count}}, reader_.at_words(*node));
        return std::nullopt;
    }
    if (wanted == 0 && found.size() > 1) {
        reader_.report("document-words-several",
                       {{"text", shown}, {"file", document.name()}, {"count", count}}, reader_.at_words(*node));
        return std::nullopt;
    }
    return found[wanted == 0 ? 0 : wanted - 1];
}

std::optional<stated_figure> figure_reader::read_document(const toml_node& table, figure_kind kind) {
    // Jobs that a document states may have a kind beside their place.
    const std::span<const std::string_view> known =
        kind == figure_kind::jobs ? std::span<const std::string_view>(keys::jobs) : keys::document;
    reader_.refuse_unknown_keys(table, table.key, known, table_form::inside);
    reader_.require_key(table, table.key, "find", table_form::inside);
    const toml_node& file = *table.find(keys::document.front());
    const auto name = reader_.read_text(file);
    if (!name) return std::nullopt;
    diagnostics problems;
    const source* document = shelf_.find(path_from(reader_.text().name(), *name), problems);
    if (document == nullptr) return reader_.report_at(std::move(problems), reader_.at_words(file)), std::nullopt;
    const auto begin = find_words(table, *document);
    if (!begin) return std::nullopt;
    const std::size_t end = *begin + table.find("find")->text.size();
    std::vector<const figure*> inside;
    for (const figure& each : shelf_.figures_of(*document))
        if (each.kind == kind && each.begin < end && each.end > *begin) inside.push_back(&each);
    const place where = reader_.at_words(*table.find("find"));
    if (inside.size() == 1) {
        const figure& found = *inside.front();
        return stated_figure{found, std::string(document->slice(found.begin, found.end)),
                             document->at(found.begin, found.end)};
    }
    reader_.report(inside.empty() ? "document-no-figure" : "document-several-figures",
                   {{"text", node_reader::shown(table.find("find")->text)},
                    {"file", document->name()},
                    {"kind", to_text(kind)}},
                   where);
    return std::nullopt;
}

bool figure_reader::require_positive(const toml_node& node, const stated_figure& found, std::string_view zero_id,
                                     std::string_view not_positive_id) {
    const int sign = lowest_of(found.value.amount).sign();
    if (sign > 0) return true;
    reader_.report(sign == 0 ? zero_id : not_positive_id, {{"text", node_reader::shown(found.text)}},
                   reader_.at_words(node));
    return false;
}

bool figure_reader::require_whole(const toml_node& node, const stated_figure& found) {
    const std::string digits = read_as_thousandths(found);
    if (digits.empty()) return true;
    reader_.report("thousands-ambiguous",
                   {{"text", node_reader::shown(found.text)},
                    {"value", decimal(integer(digits), 3).normalized().text()},
                    {"other", digits}},
                   reader_.at_words(node));
    return false;
}

}  // namespace outlay
