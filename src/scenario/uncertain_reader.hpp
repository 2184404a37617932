// uncertain_reader: the [[uncertain]] tables of a scenario file.
// Promises: every bound is read in the unit of its input; bounds are in order and above zero; an input is spread once.
// Leaves out: what follows from it (analysis/).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/scenario/scenario.hpp>

#include <vector>

namespace outlay {

class uncertain_reader {
public:
    uncertain_reader(node_reader& reader, const scenario& what) : reader_(reader), what_(what) {}

    /// input, shape, low, mode, high, source. Errors: unknown-shape, uncertain-order, uncertain-mode, uncertain-twice and
    /// those of read_input and read_input_value.
    [[nodiscard]] std::vector<uncertain_input> read_list(const toml_node& list);

private:
    [[nodiscard]] std::optional<uncertain_input> read_item(const toml_node& item);
    [[nodiscard]] std::optional<uncertain_shape> read_shape(const toml_node& item);
    [[nodiscard]] std::optional<input_value> read_bound(const toml_node& item, std::string_view key,
                                                        const scenario_input& input);
    [[nodiscard]] bool are_in_order(const toml_node& item, const uncertain_input& read);

    node_reader& reader_;
    const scenario& what_;
};

}  // namespace outlay
