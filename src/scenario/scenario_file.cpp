#include <outlay/scenario/scenario_file.hpp>

#include "scenario/node_reader.hpp"
#include "scenario/programme_reader.hpp"
#include "scenario/rate_reader.hpp"
#include "scenario/toml_repair.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace outlay {

namespace {

constexpr std::size_t largest_file = 1024 * 1024;

constexpr std::array<std::string_view, 7> keys{"title", "to", "as_of", "baseline", "rate", "investment", "case"};
constexpr std::array<std::string_view, 3> case_keys{"name", "rate", "as_of"};

class scenario_reader {
public:
    scenario_reader(const engine& data, const source& text)
        : reader_(data, text), rates_(reader_), programmes_(reader_) {}

    result<scenario> read() {
        if (!accept_bytes()) return std::move(reader_.problems());
        toml_document document = read_toml(reader_.text());
        reader_.problems() = std::move(document.problems);
        if (document.root) read_root(std::move(*document.root));
        if (reader_.problems().empty()) return std::move(out_);
        return in_order(std::move(reader_.problems()));
    }

private:
    /// False, and reported, if the bytes are no text that could be a scenario.
    bool accept_bytes() {
        const std::string_view text = reader_.text().text();
        if (text.size() > largest_file) {
            reader_.report("scenario-too-large", {}, reader_.text().whole());
        } else if (const auto bad = find_invalid_utf8(text)) {
            reader_.report("not-utf8", {{"file", reader_.text().name()}}, reader_.text().at(*bad, *bad + 1));
        }
        return reader_.problems().empty();
    }

    void read_root(toml_node root) {
        if (root.children.empty()) {
            if (reader_.problems().empty()) reader_.report("scenario-empty", {}, reader_.text().whole());
            return;
        }
        reader_.refuse_unknown_keys(root, "", keys);
        const bool renamed = rename_near_misses(root);
        if (const toml_node* node = root.find("title")) out_.title = reader_.read_text(*node).value_or("");
        if (const toml_node* node = root.find("to")) read_target(*node);
        if (const toml_node* node = root.find("as_of")) out_.as_of = reader_.read_date(*node);
        if (const toml_node* node = root.find("rate")) out_.rates = rates_.read_list(*node);
        if (const toml_node* node = root.find("investment")) read_investments(*node);
        if (const toml_node* node = root.find("baseline")) read_baseline(*node);
        if (const toml_node* node = root.find("case")) read_cases(*node);
        const bool nothing = out_.investments.empty() && !root.find("investment");
        if (nothing && !renamed && !has_syntax_errors()) reader_.report("no-investments", {}, reader_.text().whole());
    }

    /// A misspelled table is read under the name that was meant, so that the errors in it show in the same pass.
    static bool rename_near_misses(toml_node& root) {
        bool renamed = false;
        for (toml_node& child : root.children) {
            if (child.is_leaf() || std::find(keys.begin(), keys.end(), child.key) != keys.end()) continue;
            const auto near = near_misses(child.key, keys);
            if (near.empty() || root.find(near.front())) continue;
            child.key = near.front();
            renamed = true;
        }
        return renamed;
    }

    void read_target(const toml_node& node) {
        const auto text = reader_.read_text(node);
        if (!text) return;
        auto code = reader_.data().currencies().read_code(*text, reader_.at_words(node));
        if (code) {
            out_.to = *code;
        } else {
            for (diagnostic& problem : code.problems()) reader_.report(std::move(problem));
        }
    }

    void read_investments(const toml_node& list) {
        const auto tables = reader_.read_tables(list);
        std::map<std::string_view, std::size_t> lines_of_names;
        for (const toml_node* table : tables) {
            refuse_known_name(*table, lines_of_names);
            out_.investments.push_back(programmes_.read(*table));
        }
        if (tables.empty() && list.kind == toml_kind::list && list.children.empty())
            reader_.report("no-investments", {}, reader_.at_key(list));
    }

    void read_baseline(const toml_node& node) {
        const auto name = reader_.read_text(node);
        if (!name) return;
        out_.baseline = *name;
        std::vector<std::string_view> names;
        for (const programme& each : out_.investments)
            if (!each.name.empty() && std::find(names.begin(), names.end(), each.name) == names.end())
                names.push_back(each.name);
        if (names.empty() || std::find(names.begin(), names.end(), *name) != names.end()) return;
        diagnostic& problem =
            reader_.report("unknown-baseline", {{"text", node_reader::shown(*name)}}, reader_.at_words(node));
        problem.near = near_misses(*name, names);
        for (const std::string_view each : names) (problem.expected += problem.expected.empty() ? "" : ", ") += each;
    }

    void read_cases(const toml_node& list) {
        std::map<std::string_view, std::size_t> lines_of_names;
        for (const toml_node* table : reader_.read_tables(list)) {
            reader_.refuse_unknown_keys(*table, "case", case_keys);
            reader_.require_key(*table, "case", "name");
            refuse_known_name(*table, lines_of_names);
            scenario_case each;
            each.where = reader_.at(*table);
            if (const toml_node* node = table->find("name")) each.name = reader_.read_text(*node).value_or("");
            if (const toml_node* node = table->find("rate")) each.rates = rates_.read_table(*node);
            if (const toml_node* node = table->find("as_of")) each.as_of = reader_.read_date(*node);
            out_.cases.push_back(std::move(each));
        }
    }

    /// Reports a name that a table before this one has.
    void refuse_known_name(const toml_node& table, std::map<std::string_view, std::size_t>& lines) {
        const toml_node* name = table.find("name");
        if (!name || name->kind != toml_kind::text) return;
        const auto [known, is_new] = lines.emplace(name->text, reader_.at(*name).line);
        if (is_new) return;
        const std::string line = std::to_string(known->second);
        reader_.report("duplicate-name", {{"name", node_reader::shown(name->text)}, {"line", line}},
                       reader_.at_words(*name));
    }

    [[nodiscard]] bool has_syntax_errors() {
        const auto& found = reader_.problems();
        return std::any_of(found.begin(), found.end(),
                           [](const diagnostic& each) { return each.id.starts_with("toml-"); });
    }

    /// By place; what concerns the file as a whole comes last.
    static diagnostics in_order(diagnostics problems) {
        const auto key = [](const diagnostic& each) {
            const bool whole = !each.where || each.where->line == 0;
            return std::tuple(whole, whole ? 0 : each.where->line, whole ? 0 : each.where->column);
        };
        std::stable_sort(problems.begin(), problems.end(),
                         [&](const diagnostic& a, const diagnostic& b) { return key(a) < key(b); });
        return problems;
    }

    scenario out_;
    node_reader reader_;
    rate_reader rates_;
    programme_reader programmes_;
};

}  // namespace

result<scenario> read_scenario(const engine& data, const source& text) { return scenario_reader(data, text).read(); }

}  // namespace outlay
