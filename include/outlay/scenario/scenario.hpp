// scenario: announced investments to compare, what is assumed of them, the rates and the date, and named variations.
// Promises: a value; everything in it knows where it was written; what was not stated stays absent.
// Leaves out: the file format (scenario_file.hpp) and the arithmetic (compare/).
#pragma once

#include <outlay/rates/rate_policy.hpp>
#include <outlay/scenario/assumptions.hpp>
#include <outlay/scenario/programme.hpp>
#include <outlay/scenario/uncertain_input.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// An investment of a scenario: the facts, and what is assumed of it alone.
struct scenario_investment : programme {
    assumptions assumed;          ///< comes before the scenario's
    assumptions assumed_in_case;  ///< of an override: comes before the case's
};

/// Investments whose money is counted in more than one of them.
struct overlap {
    std::vector<std::string> members;  ///< names, at least two
    std::string whole;                 ///< the member that holds the others; empty: none does
    std::string note;
    place where;
};

/// A named set of overrides, compared beside the file's own case.
struct scenario_case {
    std::string name;
    std::vector<given_rate> rates;
    std::optional<date> as_of;
    place where;
    bool at_announcement = false;  ///< as of each investment's own date, whatever the file says
    std::optional<rate_convention> convention;
    assumptions assumed;                           ///< comes before those of the file and of its investments
    std::vector<scenario_investment> investments;  ///< whole, in place of those of the same name
};

struct scenario {
    std::string title;
    currency_code to;  ///< empty: the currency of the first investment with an outlay
    std::optional<date> as_of;  ///< nothing: each investment's own date, else the newest of the rates
    std::vector<given_rate> rates;
    std::vector<scenario_investment> investments;
    std::string baseline;              ///< a name; empty: the first investment
    std::vector<scenario_case> cases;  ///< beside the file's own, which comes first
    std::optional<rate_convention> convention;
    assumptions assumed;
    std::vector<overlap> overlaps;
    std::vector<uncertain_input> uncertain;  ///< what is told of how inputs are spread
    std::vector<std::string> metrics;  ///< that the file asks for; empty: the usual ones
};

}  // namespace outlay
