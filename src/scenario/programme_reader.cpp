#include "scenario/programme_reader.hpp"

#include "scenario/key_lists.hpp"
#include "scenario/period_reader.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::string_view asked_mark = "?";
constexpr std::array<std::string_view, 3> payers{"public", "private", "mixed"};

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return to_lower(x) == to_lower(y); });
}

/// Codes whose code or name is meant by what is no code.
/// "UK" of United Kingdom.
std::string initials_of(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i)
        if (name[i] >= 'A' && name[i] <= 'Z' && (i == 0 || name[i - 1] == ' ')) out += name[i];
    return out;
}

/// One word of a name, or several: "Korea" of South Korea.
bool names_part_of(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at + text.size() <= name.size(); ++at) {
        const bool begins = at == 0 || name[at - 1] == ' ';
        const bool ends = at + text.size() == name.size() || name[at + text.size()] == ' ';
        if (begins && ends && equal_ignoring_case(text, name.substr(at, text.size()))) return true;
    }
    return false;
}

/// Of a country as languages name it beside a currency ("한국"): the one whose code the currency's begins with.
std::vector<std::string> economies_called(const engine& data, std::string_view text) {
    std::vector<std::string> out;
    for (const lexicon& language : data.languages()) {
        const auto match = language.longest_term(text, 0);
        if (match.found == nullptr || match.length != text.size()) continue;
        for (const term& each : language.terms_of(*match.found)) {
            const std::string code(each.value.substr(0, 2));
            if (each.kind == term_class::country && data.find_economy(code) != nullptr &&
                std::find(out.begin(), out.end(), code) == out.end())
                out.push_back(code);
        }
    }
    return out;
}

/// Those whose name has these initials, else those whose name has these words.
std::vector<std::string> economies_named(const engine& data, std::string_view text) {
    constexpr std::size_t most = 3;
    std::vector<std::string> by_initials;
    std::vector<std::string> by_words;
    for (const economy& row : data.economies()) {
        if (text.size() > 1 && equal_ignoring_case(text, initials_of(row.name))) by_initials.emplace_back(row.code);
        if (text.size() > 3 && names_part_of(text, row.name)) by_words.emplace_back(row.code);
    }
    auto out = !by_initials.empty() ? by_initials : !by_words.empty() ? by_words : economies_called(data, text);
    out.resize(std::min(out.size(), most));
    return out;
}

std::vector<std::string> near_economies(const engine& data, std::string_view text) {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (const economy& row : data.economies()) {
        if (equal_ignoring_case(text, row.alpha3) || equal_ignoring_case(text, row.name) || text == row.name_ko)
            return {std::string(row.code)};
        codes.push_back(row.code);
        names.push_back(row.name);
    }
    if (auto meant = economies_named(data, text); !meant.empty()) return meant;
    if (text.size() <= 3) return near_misses(text, codes);
    std::vector<std::string> near = near_misses(text, names);
    for (std::string& name : near)
        for (const economy& row : data.economies())
            if (row.name == name) name = row.code;
    return near;
}

bool is_asked(const toml_node& node) { return node.kind == toml_kind::text && node.text == asked_mark; }

/// What is stated is not asked for any more, and the other way round.
void set_asked(programme& out, asked_value what, bool asked) {
    std::erase(out.asked, what);
    if (asked) out.asked.push_back(what);
}

}  // namespace

scenario_investment programme_reader::read(const toml_node& table) {
    nodes_.refuse_unknown_keys(table, "investment", keys::investment);
    scenario_investment out;
    if (const toml_node* node = table.find("programme")) {
        if (auto found = find_(*node)) out = std::move(*found);
    } else {
        nodes_.require_key(table, "investment", "name");
    }
    out.where = nodes_.at(table);
    read_keys(table, out);
    return out;
}

scenario_investment programme_reader::read_changes(const toml_node& table, const scenario_investment& of) {
    nodes_.refuse_unknown_keys(table, table.key, keys::changes, table_form::inside);
    scenario_investment out = of;
    read_keys(table, out);
    out.assumed_in_case = std::exchange(out.assumed, of.assumed);
    if (!table.find("assumptions")) out.assumed_in_case = {};
    return out;
}

void programme_reader::read_keys(const toml_node& table, scenario_investment& out) {
    for (const toml_node& node : table.children) read_key(node, out);
}

void programme_reader::read_key(const toml_node& node, scenario_investment& out) {
    const auto text = [&](std::string& into) {
        if (auto found = nodes_.read_text(node)) into = std::move(*found);
    };
    const std::string& key = node.key;
    if (key == "name") text(out.name);
    if (key == "id") text(out.id);
    if (key == "economy") out.economy = read_economy(node);
    if (key == "outlay") out.outlay = figures_.read_outlay(node);
    if (key == "period") read_period(node, out);
    if (key == "jobs") read_jobs(node, out);
    if (key == "power") out.power = figures_.read_power(node);
    if (key == "accelerators") out.accelerators = figures_.read_accelerators(node);
    if (key == "stage")
        if (const auto found = nodes_.read_choice(node, stage_names(), "unknown-stage"))
            out.stage = static_cast<stage>(*found);
    if (key == "payer") out.payer = read_payer(node);
    if (key == "date") out.announced = nodes_.read_date(node);
    if (key == "vintage_of") text(out.vintage_of);
    if (key == "part_of") out.part_of = read_names(node);
    if (key == "scope") text(out.scope);
    if (key == "source") text(out.source);
    if (key == "quotation") text(out.quotation);
    if (key == "note") text(out.note);
    if (key == "assumptions") out.assumed = lay_over(out.assumed, assumptions_.read(node));
}

std::string programme_reader::read_economy(const toml_node& node) {
    const auto text = nodes_.read_text(node);
    if (!text) return {};
    std::string code = *text;
    std::transform(code.begin(), code.end(), code.begin(), to_upper);
    if (nodes_.data().find_economy(code)) return code;
    nodes_.report("unknown-economy", {{"text", node_reader::shown(*text)}}, nodes_.at_words(node)).near =
        near_economies(nodes_.data(), *text);
    return {};
}

void programme_reader::read_period(const toml_node& node, programme& out) {
    out.period.reset();
    out.span.reset();
    out.period_words.reset();
    set_asked(out, asked_value::period, is_asked(node));
    if (is_asked(node)) return;
    std::optional<outlay::read_period> ends = read_year_range(nodes_, node);
    const bool is_table = node.kind == toml_kind::table && !node.find(keys::document.front());
    if (!ends) ends = is_table ? read_period_table(nodes_, node) : read_period_words(nodes_, node);
    if (ends) {
        if (ends->span.first || ends->span.last) out.span = std::move(ends->span);
        out.period_words = std::move(ends->words);
        out.period = std::move(ends->length);
    } else if (!is_table) {
        out.period = figures_.read_duration(node);
    }
}

void programme_reader::read_jobs(const toml_node& node, programme& out) {
    out.jobs.clear();
    set_asked(out, asked_value::jobs, is_asked(node));
    if (is_asked(node)) return;
    for (const toml_node* item : node_reader::items_of(node))
        if (auto found = read_jobs_item(*item)) out.jobs.push_back(std::move(*found));
}

std::optional<jobs_figure> programme_reader::read_jobs_item(const toml_node& node) {
    const auto bare = [&](const toml_node& of) -> std::optional<jobs_figure> {
        auto count = figures_.read_jobs(of);
        if (!count) return std::nullopt;
        return jobs_figure{std::move(*count), job_kind::unstated, {}, {}, {}};
    };
    if (node.kind != toml_kind::table) return bare(node);
    const toml_node* count = node.find("count");
    if (count == nullptr && node.find("document") == nullptr) {
        nodes_.refuse_unknown_keys(node, "jobs", keys::jobs, table_form::inside);
        nodes_.require_key(node, "jobs", "count", table_form::inside);
        return std::nullopt;
    }
    std::optional<jobs_figure> out;
    if (count != nullptr) {
        nodes_.refuse_unknown_keys(node, "jobs", keys::jobs, table_form::inside);
        out = bare(*count);
    } else {
        out = bare(node);
    }
    if (!out) out = jobs_figure{};  // so that errors in its other keys show in the same pass
    const bool is_known = !out->count.text.empty();
    if (const toml_node* kind = node.find("kind"))
        if (const auto found = nodes_.read_choice(*kind, job_kind_names(), "unknown-job-kind"))
            out->kind = static_cast<job_kind>(*found);
    if (const toml_node* duration = node.find("duration")) out->duration = figures_.read_duration(*duration);
    if (const toml_node* scope = node.find("scope")) out->scope = nodes_.read_text(*scope).value_or("");
    if (const toml_node* source = node.find("source")) out->source = nodes_.read_text(*source).value_or("");
    return is_known ? out : std::nullopt;
}

payer programme_reader::read_payer(const toml_node& node) {
    payer out;
    if (node.kind != toml_kind::table) {
        if (const auto found = nodes_.read_choice(node, payers, "unknown-payer"))
            out.kind = *parse_payer_kind(payers[*found]);
        return out;
    }
    nodes_.refuse_unknown_keys(node, node.key, keys::payer, table_form::inside);
    out.kind = payer_kind::mixed;
    std::optional<stated_share> from_public;
    std::optional<stated_share> from_private;
    if (const toml_node* share = node.find("public")) from_public = figures_.read_share(*share);
    if (const toml_node* share = node.find("private")) from_private = figures_.read_share(*share);
    if (from_public && from_private && from_public->value + from_private->value != 1)
        nodes_.report("shares-not-one", {{"sum", exact_text(from_public->value + from_private->value)}},
                      nodes_.at(node));
    if (from_public) {
        out.public_share = from_public->value;
    } else if (from_private) {
        out.public_share = 1 - from_private->value;
    }
    return out;
}

std::vector<stated_name> programme_reader::read_names(const toml_node& node) {
    std::vector<stated_name> names;
    for (const toml_node* item : node_reader::items_of(node))
        if (auto name = nodes_.read_text(*item)) names.push_back({std::move(*name), nodes_.at_words(*item)});
    return names;
}

}  // namespace outlay
