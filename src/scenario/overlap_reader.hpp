// overlap_reader: [[overlap]] of a scenario: which of its investments count the same money.
// Promises: a name that no investment has is an error with its near misses; a programme that is a stated part of another one
//   overlaps with it, whether or not the file says so.
// Leaves out: what an overlap means for sums (compare/).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/scenario/scenario.hpp>

namespace outlay {

class overlap_reader {
public:
    /// Adds to the overlaps of the scenario, whose investments are known by now.
    overlap_reader(node_reader& nodes, scenario& out) : nodes_(nodes), out_(out) {}

    void read_list(const toml_node& list);
    /// An overlap for each programme that says whose part it is, where that one is here too.
    void join_parts();

private:
    node_reader& nodes_;
    scenario& out_;
};

}  // namespace outlay
