// money_finder: the sums of money of long texts.
// Promises: the money figures that read_figures finds, in the same order and the same in every part; it looks only at places
//   where money can stand, which is what makes it quick. Made once and shared among threads.
// Leaves out: figures of other kinds (read.hpp).
#pragma once

#include <outlay/columns/instruction_set.hpp>
#include <outlay/figures/read.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace outlay {

/// A sum of which nothing is kept but what a line of a table says: it is coefficient × 10^exponent units of the currency.
struct plain_sum {
    std::size_t begin = 0, end = 0;
    currency_code currency;
    outlay::qualifier qualifier = outlay::qualifier::exact;
    std::int64_t coefficient = 0;
    int exponent = 0;
};

class money_finder {
public:
    explicit money_finder(const engine& data, instruction_set instructions = best_instruction_set());
    ~money_finder();
    money_finder(const money_finder&) = delete;
    money_finder& operator=(const money_finder&) = delete;

    /// The sums of a text, in order. `options.document_date` changes nothing.
    [[nodiscard]] std::vector<figure> read(std::string_view text, const read_options& options = {}) const;

    /// The same sums, in order: each either to `plain`, which is quicker, or to `other`.
    void read(std::string_view text, const read_options& options, const std::function<void(const plain_sum&)>& plain,
              const std::function<void(const figure&)>& other) const;

private:
    class pass;
    struct parts;
    std::unique_ptr<const parts> parts_;
};

}  // namespace outlay
