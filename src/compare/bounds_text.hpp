// bounds_text: an exact interval in the signs of mathematics, for traces: "≤ 5000000 USD/job", "[7, 8) …".
// Promises: exact as far as a reader can follow it; no words of a language.
// Leaves out: rounding and grouping (report/).
#pragma once

#include <outlay/compare/metric.hpp>

#include <string>
#include <string_view>

namespace outlay {

/// Exact, as a decimal that ends or a fraction; of a fraction too long to be read its first digits and "…". The number
/// itself stays what it is.
[[nodiscard]] std::string legible_text(const ratio& value);
[[nodiscard]] std::string bounds_text(const interval<ratio>& value, qualifier q);
/// Why something is unknown, in the words of the catalogue.
[[nodiscard]] std::string reason_words(const std::string& id);
/// With its unit; why it is unknown, where it is.
[[nodiscard]] std::string metric_text(const metric& value);

}  // namespace outlay
