// scenario_reader: one file of a scenario, and through it those that it includes.
// Promises: all problems in one pass, those of a file in the order of its lines, those of included files after its own.
// Leaves out: what a table means (programme_reader.hpp, assumption_reader.hpp, rate_reader.hpp).
#pragma once

#include "scenario/programme_reader.hpp"
#include "scenario/rate_reader.hpp"

#include <outlay/scenario/scenario_file.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace outlay {

/// What the files of one scenario share.
struct scenario_reading {
    const engine& data;
    document_shelf& shelf;
    std::vector<std::string> open;  ///< the files that are being read, the outermost first
    std::set<std::string> done;     ///< those that were read: a file that two others include counts once
};

class scenario_reader {
public:
    scenario_reader(scenario_reading& all, const source& text);

    /// The file's content laid over that of the files it includes; `problems` get more.
    [[nodiscard]] scenario read(diagnostics& problems);
    /// No table or key of an investment was written at all, and nothing hides that one was meant.
    [[nodiscard]] bool is_without_investments() const { return without_investments_; }

private:
    using lines_of_names = std::map<std::string, place, std::less<>>;

    bool accept_bytes();
    void read_root(toml_node root);
    static bool rename_near_misses(toml_node& root);
    void read_includes(const toml_node& node);
    void include(const toml_node& name);
    void adopt(scenario included);
    void set_uncertain(uncertain_input told);
    void read_target(const toml_node& node);
    void read_as_of(const toml_node& node, std::optional<date>& day, bool& at_announcement);
    [[nodiscard]] std::optional<rate_convention> read_convention(const toml_node& node);
    void read_metrics(const toml_node& node);
    void read_programmes(const toml_node& node);
    void read_investments(const toml_node& list);
    void add_investment(scenario_investment made, const place& where);
    void read_baseline(const toml_node& node);
    void read_cases(const toml_node& list);
    void read_case_name(const toml_node& node, scenario_case& out);
    void read_changes(const toml_node& table, scenario_case& out);
    [[nodiscard]] std::optional<scenario_investment> find_programme(const toml_node& name);
    void refuse_known_name(const place& where, const std::string& name, lines_of_names& lines);
    [[nodiscard]] bool has_syntax_errors();

    scenario_reading& all_;
    node_reader nodes_;
    figure_reader figures_;
    rate_reader rates_;
    programme_reader programmes_;
    assumption_reader assumptions_;
    scenario out_;
    lines_of_names investment_lines_;
    lines_of_names case_lines_;
    diagnostics of_included_;
    bool without_investments_ = false;
};

}  // namespace outlay
