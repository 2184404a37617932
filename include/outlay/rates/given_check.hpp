// given_check: rates that a user states, held against what is known about their day: are they meant the other way round?
// Promises: exact; warns and never changes a rate, since a given rate is the user's word; silent where nothing is known.
// Leaves out: reading such rates (rates/rate_policy.hpp).
#pragma once

#include <outlay/rates/rate_policy.hpp>

#include <span>

namespace outlay {

/// A warning where one over the rate lies within a factor of two of what is known within a year of the day, and the rate
/// itself does not: inverted-pair-suspected; where neither does: given-rate-far.
[[nodiscard]] diagnostics check_given(const given_rate& given, const rate_table& known,
                                      std::span<const currency_code> pivots, date about,
                                      std::optional<place> where = std::nullopt);

/// Notes of the given rates that no leg is made of: given-rate-unused.
[[nodiscard]] diagnostics unused_given(std::span<const given_rate> given, std::span<const rate_leg> legs);

}  // namespace outlay
