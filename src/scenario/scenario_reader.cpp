#include "scenario/scenario_reader.hpp"

#include "figures/currency_meant.hpp"
#include "scenario/investment_names.hpp"
#include "scenario/key_lists.hpp"
#include "scenario/overlap_reader.hpp"
#include "scenario/toml_repair.hpp"
#include "scenario/uncertain_reader.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/scenario/metric_names.hpp>
#include <outlay/scenario/programme_library.hpp>

#include <algorithm>
#include <tuple>

namespace outlay {

namespace {

constexpr std::size_t largest_file = 1024 * 1024;
constexpr std::size_t deepest_include = 16;
constexpr std::string_view of_announcement = "announcement";
constexpr std::string_view all_programmes = "all";

/// By place; what concerns the file as a whole comes last.
void set_in_order(diagnostics& problems) {
    const auto key = [](const diagnostic& each) {
        const bool whole = !each.where || each.where->line == 0;
        return std::tuple(whole, whole ? 0 : each.where->line, whole ? 0 : each.where->column);
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&](const diagnostic& a, const diagnostic& b) { return key(a) < key(b); });
}

std::string line_of(const place& where, std::string_view own_file) {
    const std::string line = std::to_string(where.line);
    return where.source == own_file || where.line == 0 ? line : line + " (" + where.source + ")";
}

}  // namespace

scenario_reader::scenario_reader(scenario_reading& all, const source& text)
    : all_(all),
      nodes_(all.data, text),
      figures_(nodes_, all.shelf),
      rates_(nodes_),
      programmes_(figures_, [this](const toml_node& name) { return find_programme(name); }),
      assumptions_(figures_) {}

scenario scenario_reader::read(diagnostics& problems) {
    all_.open.push_back(nodes_.text().name());
    if (accept_bytes()) {
        toml_document document = read_toml(nodes_.text());
        nodes_.problems() = std::move(document.problems);
        if (document.root) read_root(std::move(*document.root));
    }
    all_.open.pop_back();
    all_.done.insert(nodes_.text().name());
    set_in_order(nodes_.problems());
    for (diagnostics* found : {&nodes_.problems(), &of_included_})
        problems.insert(problems.end(), std::make_move_iterator(found->begin()), std::make_move_iterator(found->end()));
    return std::move(out_);
}

/// False, and reported, if the bytes are no text that could be a scenario.
bool scenario_reader::accept_bytes() {
    const std::string_view text = nodes_.text().text();
    if (text.size() > largest_file) {
        nodes_.report("scenario-too-large", {}, nodes_.text().whole());
    } else if (const auto bad = find_invalid_utf8(text)) {
        nodes_.report("not-utf8", {{"file", nodes_.text().name()}}, nodes_.text().at(*bad, *bad + 1));
    }
    return nodes_.problems().empty();
}

void scenario_reader::read_root(toml_node root) {
    if (root.children.empty()) {
        if (nodes_.problems().empty()) nodes_.report("scenario-empty", {}, nodes_.text().whole());
        return;
    }
    nodes_.refuse_unknown_keys(root, "", keys::file);
    const bool renamed = rename_near_misses(root);
    if (const toml_node* node = root.find("include")) read_includes(*node);
    if (const toml_node* node = root.find("title")) out_.title = nodes_.read_text(*node).value_or("");
    if (const toml_node* node = root.find("to")) read_target(*node);
    if (const toml_node* node = root.find("as_of")) {
        bool at_announcement = false;
        read_as_of(*node, out_.as_of, at_announcement);
    }
    if (const toml_node* node = root.find("rate_policy")) out_.convention = read_convention(*node);
    if (const toml_node* node = root.find("metrics")) read_metrics(*node);
    if (const toml_node* node = root.find("assumptions"))
        out_.assumed = lay_over(out_.assumed, assumptions_.read(*node));
    if (const toml_node* node = root.find("rate")) {
        auto own = rates_.read_list(*node);
        std::erase_if(out_.rates, [&](const given_rate& known) {
            return std::any_of(own.begin(), own.end(), [&](const given_rate& each) {
                return each.pair == known.pair || each.pair == known.pair.reversed();
            });
        });
        out_.rates.insert(out_.rates.begin(), own.begin(), own.end());
    }
    if (const toml_node* node = root.find("programmes")) read_programmes(*node);
    if (const toml_node* node = root.find("investment")) read_investments(*node);
    if (const toml_node* node = root.find("baseline")) read_baseline(*node);
    overlap_reader overlaps(nodes_, out_);
    if (const toml_node* node = root.find("overlap")) overlaps.read_list(*node);
    overlaps.join_parts();
    if (const toml_node* node = root.find("uncertain")) {
        auto own = uncertain_reader(nodes_, out_).read_list(*node);
        for (uncertain_input& each : own) set_uncertain(std::move(each));
    }
    if (const toml_node* node = root.find("case")) read_cases(*node);
    const bool nothing = out_.investments.empty() && !root.find("investment") && !root.find("programmes");
    without_investments_ = nothing && !renamed && !has_syntax_errors() && of_included_.empty();
}

/// A misspelled table is read under the name that was meant, so that the errors in it show in the same pass.
bool scenario_reader::rename_near_misses(toml_node& root) {
    bool renamed = false;
    for (toml_node& child : root.children) {
        if (child.is_leaf() || std::find(keys::file.begin(), keys::file.end(), child.key) != keys::file.end()) continue;
        const auto near = near_misses(child.key, keys::file);
        if (near.empty() || root.find(near.front())) continue;
        child.key = near.front();
        renamed = true;
    }
    return renamed;
}

void scenario_reader::read_includes(const toml_node& node) {
    for (const toml_node* item : node_reader::items_of(node)) include(*item);
}

void scenario_reader::include(const toml_node& name) {
    const auto written = nodes_.read_text(name);
    if (!written) return;
    const place where = nodes_.at_words(name);
    const std::string path = path_from(nodes_.text().name(), *written);
    if (std::find(all_.open.begin(), all_.open.end(), path) != all_.open.end()) {
        std::string chain;
        for (const std::string& file : all_.open) chain += file + " \xE2\x86\x92 ";
        nodes_.report("include-cycle", {{"file", node_reader::shown(*written)}, {"chain", chain + path}}, where);
        return;
    }
    if (all_.open.size() >= deepest_include) {
        nodes_.report("include-too-deep", {{"file", node_reader::shown(*written)}}, where);
        return;
    }
    if (all_.done.contains(path)) return;
    diagnostics problems;
    const source* text = all_.shelf.find(path, problems);
    if (text == nullptr) return nodes_.report_at(std::move(problems), where);
    adopt(scenario_reader(all_, *text).read(of_included_));
}

/// In place of what an included file says of the same input.
void scenario_reader::set_uncertain(uncertain_input told) {
    std::erase_if(out_.uncertain, [&](const uncertain_input& known) { return known.input == told.input; });
    out_.uncertain.push_back(std::move(told));
}

void scenario_reader::adopt(scenario included) {
    if (out_.to.empty()) out_.to = included.to;
    if (!out_.as_of) out_.as_of = included.as_of;
    if (out_.baseline.empty()) out_.baseline = included.baseline;
    if (!out_.convention) out_.convention = included.convention;
    if (out_.metrics.empty()) out_.metrics = included.metrics;
    out_.assumed = lay_over(out_.assumed, included.assumed);
    for (given_rate& each : included.rates) out_.rates.push_back(std::move(each));
    for (scenario_investment& each : included.investments) {
        const place where = each.where;
        add_investment(std::move(each), where);
    }
    for (overlap& each : included.overlaps) out_.overlaps.push_back(std::move(each));
    for (uncertain_input& each : included.uncertain)
        if (auto input = read_input(all_.data, out_, each.input.name)) {
            each.input = std::move(*input);  // the same investment in its new place
            set_uncertain(std::move(each));
        }
    for (scenario_case& each : included.cases) {
        refuse_known_name(each.where, each.name, case_lines_);
        out_.cases.push_back(std::move(each));
    }
}

void scenario_reader::read_target(const toml_node& node) {
    const auto text = nodes_.read_text(node);
    if (!text) return;
    auto code = read_currency(nodes_.data(), *text, nodes_.at_words(node));
    if (code) {
        out_.to = *code;
    } else {
        for (diagnostic& problem : code.problems()) nodes_.report(std::move(problem));
    }
}

void scenario_reader::read_as_of(const toml_node& node, std::optional<date>& day, bool& at_announcement) {
    at_announcement = node.kind == toml_kind::text && node.text == of_announcement;
    day = at_announcement ? std::nullopt : nodes_.read_date(node);
}

std::optional<rate_convention> scenario_reader::read_convention(const toml_node& node) {
    const auto text = nodes_.read_text(node);
    if (!text) return std::nullopt;
    auto found = read_rate_timing(*text, nodes_.at_words(node));
    if (found) return *found;
    for (diagnostic& problem : found.problems()) nodes_.report(std::move(problem));
    return std::nullopt;
}

void scenario_reader::read_metrics(const toml_node& node) {
    out_.metrics.clear();
    for (const toml_node* item : node_reader::items_of(node))
        if (const auto found = nodes_.read_choice(*item, metric_names(), "unknown-metric"))
            out_.metrics.emplace_back(metric_names()[*found]);
}

/// Of the library: all, or those that are named.
void scenario_reader::read_programmes(const toml_node& node) {
    if (node.kind == toml_kind::text && node.text == all_programmes) {
        auto found = outlay::read_programmes(nodes_.data());
        if (!found) return nodes_.report_at(found.problems(), nodes_.at_words(node));
        for (library_programme& each : *found) add_investment(std::move(each.stated), nodes_.at_words(node));
        return;
    }
    for (const toml_node* item : node_reader::items_of(node))
        if (auto found = find_programme(*item)) add_investment(std::move(*found), nodes_.at_words(*item));
}

void scenario_reader::read_investments(const toml_node& list) {
    const auto tables = nodes_.read_tables(list);
    for (const toml_node* table : tables) {
        const toml_node* name = table->find("name");
        scenario_investment made = programmes_.read(*table);
        if (const toml_node* shown = name ? name : table->find("programme"))
            add_investment(std::move(made), nodes_.at_words(*shown));
        else
            out_.investments.push_back(std::move(made));
    }
    if (tables.empty() && list.kind == toml_kind::list && list.children.empty())
        nodes_.report("no-investments", {}, nodes_.at_key(list));
}

void scenario_reader::add_investment(scenario_investment made, const place& where) {
    if (!made.name.empty()) refuse_known_name(where, made.name, investment_lines_);
    out_.investments.push_back(std::move(made));
}

void scenario_reader::read_baseline(const toml_node& node) {
    const auto name = nodes_.read_text(node);
    if (!name) return;
    out_.baseline = *name;
    if (!investment_names(out_).empty()) refuse_unknown_name(nodes_, out_, node, *name, "unknown-baseline");
}

void scenario_reader::read_cases(const toml_node& list) {
    for (const toml_node* table : nodes_.read_tables(list)) {
        nodes_.refuse_unknown_keys(*table, "case", keys::variation);
        nodes_.require_key(*table, "case", "name");
        scenario_case each;
        each.where = nodes_.at(*table);
        if (const toml_node* node = table->find("name")) read_case_name(*node, each);
        if (const toml_node* node = table->find("rate")) each.rates = rates_.read_table(*node);
        if (const toml_node* node = table->find("as_of")) read_as_of(*node, each.as_of, each.at_announcement);
        if (const toml_node* node = table->find("rate_policy")) each.convention = read_convention(*node);
        if (const toml_node* node = table->find("assumptions")) each.assumed = assumptions_.read(*node);
        if (const toml_node* node = table->find("investment")) read_changes(*node, each);
        out_.cases.push_back(std::move(each));
    }
}

void scenario_reader::read_case_name(const toml_node& node, scenario_case& out) {
    const auto name = nodes_.read_text(node);
    if (!name) return;
    out.name = *name;
    refuse_known_name(nodes_.at_words(node), *name, case_lines_);
    constexpr std::string_view own_case = "report.compare.own-case";
    bool is_base = *name == message_pattern(own_case);
    for (const lexicon& language : nodes_.data().languages())
        is_base = is_base || *name == message_pattern(own_case, language.tag());
    if (is_base) nodes_.report("case-named-like-base", {{"name", node_reader::shown(*name)}}, nodes_.at_words(node));
}

/// investment = { "Name" = { jobs = "…" } }
void scenario_reader::read_changes(const toml_node& table, scenario_case& out) {
    if (table.kind != toml_kind::table) return nodes_.refuse_type(table, "changes");
    for (const toml_node& node : table.children) {
        const scenario_investment* base = find_investment(out_, node.key);
        if (base == nullptr) {
            diagnostic& problem = nodes_.report("unknown-investment", {{"text", node_reader::shown(node.key)}},
                                                nodes_.at_key(node));
            suggest_investments(problem, out_, node.key);
        }
        if (node.kind != toml_kind::table) {
            nodes_.refuse_type(node, "changes-of-one");
            continue;
        }
        scenario_investment changed = programmes_.read_changes(node, base ? *base : scenario_investment{});
        if (base != nullptr) out.investments.push_back(std::move(changed));
    }
}

std::optional<scenario_investment> scenario_reader::find_programme(const toml_node& name) {
    const auto id = nodes_.read_text(name);
    if (!id) return std::nullopt;
    auto found = read_programme(nodes_.data(), *id);
    if (found) return std::move(found->stated);
    nodes_.report_at(found.problems(), nodes_.at_words(name));
    return std::nullopt;
}

/// Reports a name that a table before this one has.
void scenario_reader::refuse_known_name(const place& where, const std::string& name, lines_of_names& lines) {
    if (name.empty()) return;
    const auto [known, is_new] = lines.emplace(name, where);
    if (is_new) return;
    nodes_.report("duplicate-name",
                  {{"name", node_reader::shown(name)}, {"line", line_of(known->second, nodes_.text().name())}}, where);
}

bool scenario_reader::has_syntax_errors() {
    const auto& found = nodes_.problems();
    return std::any_of(found.begin(), found.end(),
                       [](const diagnostic& each) { return each.id.starts_with("toml-"); });
}

}  // namespace outlay
