// read: finds the figures of a text, in the language of each passage.
// Promises: spans within the text, in order, not overlapping; the same bytes give the same figures; never throws on
//   any bytes. One way to write money: articles, scenario files, arguments and the prompt all come through here.
// Leaves out: what the figures mean together (equivalence.hpp, audit.hpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/figures/figure.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

struct read_options {
    std::string language;              ///< a tag; empty: found per passage
    std::optional<date> document_date; ///< what relative dates count from; nothing: the text's dateline
};

/// All figures of all kinds, in order.
[[nodiscard]] std::vector<figure> read_figures(const engine& data, std::string_view text, const read_options& options = {});

/// The date a document states as its own: its first full date (day, month and year) that stands almost alone in its
/// line or opens it, as a dateline does; else the first one that the loaded rates know a day near of.
[[nodiscard]] std::optional<figure> find_document_date(const engine& data, std::string_view text,
                                                       const read_options& options = {});

/// The one figure that a whole text is ("up to $500 billion", "4 years", "100,000"), as arguments and scenario
/// values are read. `kind` is what is wanted; a bare number is taken for jobs, duration (years) or count.
/// Errors: figure-not-understood (with the near miss of a misspelled word), figure-ambiguous-rest (something stands
/// before or after it), currency-missing, kind-mismatch, figure-several.
[[nodiscard]] result<figure> read_one(const engine& data, const source& text, std::size_t begin, std::size_t end,
                                      figure_kind kind, const read_options& options = {});
[[nodiscard]] result<figure> read_one(const engine& data, std::string_view text, figure_kind kind,
                                      const read_options& options = {});

}  // namespace outlay
