// assumption_reader: a table of assumptions, of the file, of an investment or of a case.
// Promises: what is not written is not assumed.
// Leaves out: what comes before what (scenario/assumptions.hpp).
#pragma once

#include "scenario/figure_reader.hpp"

namespace outlay {

class assumption_reader {
public:
    explicit assumption_reader(figure_reader& figures) : figures_(figures), nodes_(figures.nodes()) {}

    /// Errors: phasing-unknown, weights-not-one, prices-unknown, price-measure-unknown, year-unknown, unknown-job-kind,
    /// timing-unknown, period-from-unknown, those of figure_reader and of node_reader.
    [[nodiscard]] assumptions read(const toml_node& table);

private:
    [[nodiscard]] std::optional<phasing> read_phasing(const toml_node& node);
    void read_discount(const toml_node& node, assumptions& out);
    void read_prices(const toml_node& node, assumptions& out);
    [[nodiscard]] std::optional<int> read_year(const toml_node& node);
    [[nodiscard]] std::optional<account_year> read_account_year(const toml_node& node);

    figure_reader& figures_;
    node_reader& nodes_;
};

}  // namespace outlay
