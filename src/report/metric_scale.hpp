// metric_scale: digits after the point that a metric is rounded to in machine-readable output.
// Promises: the minor unit of its currency; two digits where it is no money.
// Leaves out: readable output (number_format.cpp).
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/engine.hpp>

namespace outlay {

[[nodiscard]] inline int scale_of(const engine& data, const metric& value) {
    return value.currency.empty() ? 2 : data.currencies().minor_units(value.currency);
}

}  // namespace outlay
