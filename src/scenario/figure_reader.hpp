// figure_reader: a figure of a scenario: words, a whole number, or a place in a document.
// Promises: figures are read by figures/read.hpp, as everywhere; bounds that no investment can have are refused.
// Leaves out: what the figures are for (programme_reader.hpp).
#pragma once

#include "scenario/document_shelf.hpp"
#include "scenario/node_reader.hpp"

#include <outlay/scenario/assumptions.hpp>

namespace outlay {

class figure_reader {
public:
    figure_reader(node_reader& reader, document_shelf& shelf) : reader_(reader), shelf_(shelf) {}

    [[nodiscard]] node_reader& nodes() { return reader_; }

    [[nodiscard]] std::optional<stated_figure> read_outlay(const toml_node& node);
    /// Also of an asset's life and of a job's duration.
    [[nodiscard]] std::optional<stated_figure> read_duration(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_jobs(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_power(const toml_node& node);
    [[nodiscard]] std::optional<stated_figure> read_accelerators(const toml_node& node);

    /// "80 %", "0.8", "4/5" or a whole number; between 0 and 1. Errors: share-malformed, percentage-over-100,
    /// share-negative, float-refused, wrong-type.
    [[nodiscard]] std::optional<stated_share> read_share(const toml_node& node);
    /// One share, or a range of them: "50–80 %", "0.03-0.05".
    [[nodiscard]] std::optional<stated_share> read_shares(const toml_node& node);

private:
    /// A part of `written`, which a problem shows whole.
    [[nodiscard]] std::optional<ratio> share_of(const toml_node& node, std::string_view number,
                                                std::string_view written);
    /// The figure that words say, that a place in a document says, or the number that an integer is.
    [[nodiscard]] std::optional<stated_figure> read(const toml_node& node, figure_kind kind, std::string_view unit);
    [[nodiscard]] std::optional<stated_figure> read_words(const toml_node& node, figure_kind kind);
    [[nodiscard]] std::optional<stated_figure> read_integer(const toml_node& node, figure_kind kind,
                                                            std::string_view unit);
    [[nodiscard]] std::optional<stated_figure> read_document(const toml_node& table, figure_kind kind);
    [[nodiscard]] std::optional<std::size_t> find_words(const toml_node& table, const source& document);
    /// False, and reported, if a bound of the figure is not positive.
    bool require_positive(const toml_node& node, const stated_figure& found, std::string_view zero_id,
                          std::string_view negative_id);

    /// False, and reported, if it reads as thousandths of what is counted in whole ones.
    bool require_whole(const toml_node& node, const stated_figure& found);

    node_reader& reader_;
    document_shelf& shelf_;
};

}  // namespace outlay
