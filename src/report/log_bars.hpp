// log_bars: bars on one logarithmic scale: the smallest has one block, the largest all of them.
// Promises: the same bytes everywhere; what is unknown or not above zero has no bar. Only the length is approximate.
// Leaves out: where a bar stands.
#pragma once

#include <outlay/compare/metric.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace outlay {

class log_bars {
public:
    void add(const metric& value);
    [[nodiscard]] bool empty() const { return !least_; }
    /// At most `room` columns; empty for what has none.
    [[nodiscard]] std::string bar(const metric& value, std::size_t room) const;

private:
    std::optional<double> least_;
    std::optional<double> most_;
};

}  // namespace outlay
