// rate_value: which numbers can be an exchange rate.
#pragma once

#include <outlay/rates/rate_policy.hpp>

namespace outlay {

/// Errors: rate-not-positive, number-out-of-range (no two currencies have ever been 30 digits apart).
[[nodiscard]] std::optional<diagnostic> check_rate_value(const ratio& value, std::string_view text,
                                                         const std::optional<place>& where);

}  // namespace outlay
