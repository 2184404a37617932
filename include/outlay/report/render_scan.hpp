// render_scan: the figures of documents as a table, as JSON Lines and as tab-separated lines.
// Promises: each figure with its place, words, bounds, currency and qualifier; the machine-readable forms are the contract's.
// Leaves out: reading (figures/read.hpp), and which figures are wanted.
#pragma once

#include <outlay/base/source.hpp>
#include <outlay/figures/links.hpp>
#include <outlay/figures/money_finder.hpp>
#include <outlay/figures/normalize.hpp>
#include <outlay/report/number_format.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

struct scanned_figure {
    figure mention;
    std::optional<normalized> converted;
    std::vector<std::string> missing = {};  ///< why it is not converted, where that was asked for: "rate-missing"
    std::vector<linked_figure> linked = {};   ///< what belongs to a sum, where other figures than sums were read
};

struct scanned_document {
    const source* text = nullptr;
    std::vector<scanned_figure> figures;
};

/// All documents, with the rates used and how ambiguous currencies were read below them.
[[nodiscard]] std::string render_scan(const engine& data, const std::vector<scanned_document>& documents,
                                      const format_options& options);
/// One line of JSON Lines.
void append_scan_json(std::string& out, const source& document, const scanned_figure& found);
/// document, begin, end, kind, currency, low, high, qualifier.
void append_scan_tsv(std::string& out, const source& document, const figure& mention);
void append_scan_tsv(std::string& out, const source& document, const plain_sum& sum);

}  // namespace outlay
