// programme_reader: one [[investment]] of a scenario file.
// Promises: figures are read by figures/read.hpp, as everywhere; bounds that no investment can have are refused.
// Leaves out: names of other investments (scenario_file.cpp).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/scenario/scenario.hpp>

namespace outlay {

class programme_reader {
public:
    explicit programme_reader(node_reader& reader) : reader_(reader) {}

    [[nodiscard]] scenario_investment read(const toml_node& table);

private:
    [[nodiscard]] std::string read_economy(const toml_node& node);
    [[nodiscard]] stage read_stage(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_outlay(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_period(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_jobs(const toml_node& node);

    /// The figure a text says, or the number an integer is.
    [[nodiscard]] std::optional<stated_figure> read_number(const toml_node& node, figure_kind kind,
                                                           std::string_view unit);
    [[nodiscard]] std::optional<stated_figure> read_words(const toml_node& node, figure_kind kind);
    /// False, and reported, if a bound of the figure is not positive.
    bool require_positive(const toml_node& node, const stated_figure& found, std::string_view zero_id,
                          std::string_view negative_id);

    node_reader& reader_;
};

}  // namespace outlay
