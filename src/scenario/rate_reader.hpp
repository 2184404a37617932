// rate_reader: the rates that a scenario file gives, for all of it and for a case.
// Promises: a pair is given once, in one direction, at a positive value that a market could have.
// Leaves out: which of them a question uses (rates/rate_policy.hpp).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/rates/rate_policy.hpp>

#include <vector>

namespace outlay {

class rate_reader {
public:
    explicit rate_reader(node_reader& reader) : reader_(reader) {}

    /// [[rate]] pair, value, source.
    [[nodiscard]] std::vector<given_rate> read_list(const toml_node& list);
    /// rate = { "USD/KRW" = "1436" } of a case; may override the file's pairs, in the same direction.
    [[nodiscard]] std::vector<given_rate> read_table(const toml_node& table);

private:
    struct placed_pair {
        currency_pair pair;
        std::size_t line;
    };

    [[nodiscard]] std::optional<given_rate> read_item(const toml_node& item);
    [[nodiscard]] std::optional<currency_pair> read_currency_pair(std::string_view text, const place& where);
    [[nodiscard]] std::optional<ratio> read_value(const toml_node& node, std::string_view written);
    /// False, and reported, if the pair or its inverse is among `seen`; else it is added.
    bool add_pair(const currency_pair& pair, const place& where, std::vector<placed_pair>& seen);
    bool refuse_inverse(const currency_pair& pair, const place& where, const std::vector<placed_pair>& seen);
    [[nodiscard]] std::string place_name(const toml_node& node) const;

    node_reader& reader_;
    std::vector<placed_pair> pairs_of_file_;
};

}  // namespace outlay
