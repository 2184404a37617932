// programme_reader: one [[investment]] of a scenario file, or what a case changes of it.
// Promises: what is written replaces what is known, of the programme library or of the file's own case; the rest stays.
// Leaves out: names of other investments (scenario_file.cpp) and opening the library (programme_library.hpp).
#pragma once

#include "scenario/assumption_reader.hpp"

#include <outlay/scenario/scenario.hpp>

#include <functional>

namespace outlay {

class programme_reader {
public:
    /// Finds the programme of the library that a node names, or reports why there is none.
    using library = std::function<std::optional<scenario_investment>(const toml_node&)>;

    programme_reader(figure_reader& figures, library find)
        : figures_(figures), nodes_(figures.nodes()), assumptions_(figures), find_(std::move(find)) {}

    [[nodiscard]] scenario_investment read(const toml_node& table);
    /// What a case changes of an investment; the assumptions it makes are the case's.
    [[nodiscard]] scenario_investment read_changes(const toml_node& table, const scenario_investment& of);

private:
    void read_keys(const toml_node& table, scenario_investment& out);
    void read_key(const toml_node& node, scenario_investment& out);
    [[nodiscard]] std::string read_economy(const toml_node& node);
    void read_period(const toml_node& node, programme& out);
    void read_jobs(const toml_node& node, programme& out);
    [[nodiscard]] std::optional<jobs_figure> read_jobs_item(const toml_node& node);
    [[nodiscard]] payer read_payer(const toml_node& node);
    [[nodiscard]] std::vector<stated_name> read_names(const toml_node& node);

    figure_reader& figures_;
    node_reader& nodes_;
    assumption_reader assumptions_;
    library find_;
};

}  // namespace outlay
