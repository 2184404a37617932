// rate_failure: what the parts of the rate store and of the importers throw among themselves.
// Promises: never leaves them: the functions that others call turn it into a result.
#pragma once

#include <outlay/base/diagnostic.hpp>

namespace outlay {

struct rate_failure {
    diagnostic problem;
};

}  // namespace outlay
