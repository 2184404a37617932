#include "scenario/programme_reader.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/figures/read.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 9> keys{"name",  "economy", "outlay", "period", "jobs",
                                               "stage", "date",    "source", "note"};

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return to_lower(x) == to_lower(y); });
}

/// "-5" and "−5": a sign before a number is no part of any language's figures.
bool is_negative(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin != std::string_view::npos && (text[begin] == '-' || text.substr(begin).starts_with("\xE2\x88\x92"));
}

/// Codes whose code or name is meant by what is no code.
std::vector<std::string> near_economies(const engine& data, std::string_view text) {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (const economy& row : data.economies()) {
        if (equal_ignoring_case(text, row.alpha3) || equal_ignoring_case(text, row.name) || text == row.name_ko)
            return {std::string(row.code)};
        codes.push_back(row.code);
        names.push_back(row.name);
    }
    if (text.size() <= 3) return near_misses(text, codes);
    std::vector<std::string> near = near_misses(text, names);
    for (std::string& name : near)
        for (const economy& row : data.economies())
            if (row.name == name) name = row.code;
    return near;
}

/// The smallest of the bounds that are stated.
decimal lowest_of(const interval<decimal>& amount) {
    if (amount.low) return *amount.low;
    if (amount.central) return *amount.central;
    return amount.high ? *amount.high : decimal{};
}

}  // namespace

scenario_investment programme_reader::read(const toml_node& table) {
    reader_.refuse_unknown_keys(table, "investment", keys);
    reader_.require_key(table, "investment", "name");
    scenario_investment out;
    out.where = reader_.at(table);
    for (const toml_node& node : table.children) {
        if (node.key == "name") out.name = reader_.read_text(node).value_or("");
        if (node.key == "economy") out.economy = read_economy(node);
        if (node.key == "outlay") out.outlay = read_outlay(node);
        if (node.key == "period") out.period = read_period(node);
        if (node.key == "jobs")
            if (auto found = read_jobs(node)) out.jobs.push_back({std::move(*found), job_kind::unstated, {}, {}, {}});
        if (node.key == "stage") out.stage = read_stage(node);
        if (node.key == "date") out.announced = reader_.read_date(node);
        if (node.key == "source") out.source = reader_.read_text(node).value_or("");
        if (node.key == "note") out.note = reader_.read_text(node).value_or("");
    }
    return out;
}

std::string programme_reader::read_economy(const toml_node& node) {
    const auto text = reader_.read_text(node);
    if (!text) return {};
    std::string code = *text;
    std::transform(code.begin(), code.end(), code.begin(), to_upper);
    if (reader_.data().find_economy(code)) return code;
    reader_.report("unknown-economy", {{"text", node_reader::shown(*text)}}, reader_.at_words(node)).near =
        near_economies(reader_.data(), *text);
    return {};
}

stage programme_reader::read_stage(const toml_node& node) {
    const auto text = reader_.read_text(node);
    if (!text) return stage::unstated;
    if (const auto found = parse_stage(*text)) return *found;
    const auto known = stage_names();
    diagnostic& problem =
        reader_.report("unknown-stage", {{"text", node_reader::shown(*text)}}, reader_.at_words(node));
    problem.near = near_misses(*text, known);
    for (const std::string_view name : known) (problem.expected += problem.expected.empty() ? "" : ", ") += name;
    return stage::unstated;
}

std::optional<stated_figure> programme_reader::read_outlay(const toml_node& node) {
    if (node.kind == toml_kind::real) {
        reader_.refuse_number(node, "float-refused").remedy = message("outlay-as-text");
        return std::nullopt;
    }
    if (node.kind != toml_kind::text) return reader_.refuse_type(node, "outlay"), std::nullopt;
    auto found = read_words(node, figure_kind::money);
    if (!found || !require_positive(node, *found, "outlay-zero", "outlay-negative")) return std::nullopt;
    if (found->value.per == per_unit::none) return found;
    // Total = flow × period would be our assumption, not the announcement's word.
    reader_.report("outlay-per-period", {{"text", node_reader::shown(found->text)}}, found->where);
    return std::nullopt;
}

std::optional<stated_figure> programme_reader::read_period(const toml_node& node) {
    auto found = read_number(node, figure_kind::duration, "year");
    if (!found || !require_positive(node, *found, "period-not-positive", "period-not-positive")) return std::nullopt;
    if (years_per(found->value.unit)) return found;
    reader_.report("period-unit-unknown", {{"text", node_reader::shown(found->text)}, {"unit", found->value.unit}},
                   found->where);
    return std::nullopt;
}

std::optional<stated_figure> programme_reader::read_jobs(const toml_node& node) {
    auto found = read_number(node, figure_kind::jobs, "job");
    if (!found || !require_positive(node, *found, "jobs-not-positive", "jobs-not-positive")) return std::nullopt;
    if (found->value.per == per_unit::none) return found;
    reader_.report("jobs-per-period", {{"text", node_reader::shown(found->text)}}, found->where);
    return std::nullopt;
}

std::optional<stated_figure> programme_reader::read_number(const toml_node& node, figure_kind kind,
                                                           std::string_view unit) {
    const auto text = reader_.read_exact(node);
    if (!text) return std::nullopt;
    if (node.kind == toml_kind::text) return read_words(node, kind);
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

std::optional<stated_figure> programme_reader::read_words(const toml_node& node, figure_kind kind) {
    const auto text = reader_.read_text(node);
    if (!text) return std::nullopt;
    const place where = reader_.at_words(node);
    if (is_negative(*text)) {
        const std::string_view id = kind == figure_kind::money  ? "outlay-negative"
                                    : kind == figure_kind::jobs ? "jobs-not-positive"
                                                                : "period-not-positive";
        return reader_.report(id, {{"text", node_reader::shown(*text)}}, where), std::nullopt;
    }
    // Where the words lie in the file as they are, the reader points into the file itself.
    auto found = node.verbatim
                     ? read_one(reader_.data(), reader_.text(), node.words_begin, node.words_begin + text->size(), kind)
                     : read_one(reader_.data(), *text, kind);
    if (found) return stated_figure{std::move(*found), *text, where};
    if (!node.verbatim) return reader_.report_at(found.problems(), where), std::nullopt;
    for (diagnostic& problem : found.problems()) reader_.report(std::move(problem));
    return std::nullopt;
}

bool programme_reader::require_positive(const toml_node& node, const stated_figure& found, std::string_view zero_id,
                                        std::string_view negative_id) {
    const int sign = lowest_of(found.value.amount).sign();
    if (sign > 0) return true;
    reader_.report(sign == 0 ? zero_id : negative_id, {{"text", node_reader::shown(found.text)}},
                   reader_.at_words(node));
    return false;
}

}  // namespace outlay
