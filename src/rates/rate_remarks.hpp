// rate_remarks: what one should know of a rate that was found: that it is old, that another source says otherwise.
// Promises: each remark has an id; none of them changes the rate. Leaves out: rates that are missing (missing_rate.hpp).
#pragma once

#include "rates/rate_search.hpp"

namespace outlay {

/// rate-stale (note), rate-conflict (warning), rate-mean-crossed (note), rate-mean-partial (warning).
[[nodiscard]] diagnostics remarks_on(const rate& found, const rate_table& table, const rate_policy& policy);

/// True if the fixings of a mean begin and end no further than so many days from its period's ends.
[[nodiscard]] bool covers(const rate_leg& mean, const date_span& period, int days);

}  // namespace outlay
