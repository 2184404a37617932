// money_finder: the sums of money of long texts.
// Promises: the money figures that read_figures finds, in the same order and the same in every part; it looks only at places
//   where money can stand, which is what makes it quick. Made once and shared among threads.
// Leaves out: figures of other kinds (read.hpp).
#pragma once

#include <outlay/columns/instruction_set.hpp>
#include <outlay/figures/read.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace outlay {

class money_finder {
public:
    explicit money_finder(const engine& data, instruction_set instructions = best_instruction_set());
    ~money_finder();
    money_finder(const money_finder&) = delete;
    money_finder& operator=(const money_finder&) = delete;

    /// The sums of a text, in order. `options.document_date` changes nothing.
    [[nodiscard]] std::vector<figure> read(std::string_view text, const read_options& options = {}) const;

private:
    struct parts;
    std::unique_ptr<const parts> parts_;
};

}  // namespace outlay
