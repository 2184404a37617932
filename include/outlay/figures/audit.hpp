// audit: checks the sums stated twice of one document, or of its language versions, against each other and the market.
// Promises: every finding has an id, the figures' bytes, exact rates and intervals; what cannot be checked is said.
// Leaves out: who is right. It says which rate the market supports and what the other sum should have been.
#pragma once

#include <outlay/figures/equivalence.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

struct audit_options {
    read_options reading;
    rate_policy rates;            ///< as_of: nothing takes the document's own date
    int business_days = 5;        ///< the market band is that of ± so many business days
    ratio widening = ratio(1) / 200;   ///< and this much wider on both sides (official fixings differ by 0.5 %)
    ratio error_gap = ratio(1) / 20;   ///< a gap beyond this is an error, else a warning
    ratio slip_tolerance = ratio(3) / 100;
};

/// A figure of one of the documents.
struct audited_figure {
    std::size_t document = 0;
    figure mention;
};

struct finding {
    std::string id;  ///< implied-rate-off-market, implied-rates-disagree, magnitude-slip-suspected,
                     ///< inverted-pair-suspected, wrong-currency-suspected, rate-missing
    severity level = severity::warning;
    std::vector<audited_figure> figures;     ///< the sums, two for each implied rate
    currency_pair pair;
    std::vector<interval<ratio>> implied;    ///< central is the exact rate; bounds from rounding
    std::vector<interval<ratio>> widened;    ///< the same with both sums rounded
    std::vector<compared_end> ends;          ///< of each implied rate: which ends of two ranges imply it
    std::optional<market_band> market;
    std::optional<ratio> gap;                ///< implied / nearest market rate − 1, or first / second − 1
    std::optional<std::size_t> suspect;      ///< index into `figures`: the sum that the market does not support
    std::optional<interval<ratio>> should_be;///< what the suspect should have been, in its own currency, market low to high
    std::optional<int> power_of_ten;         ///< of a magnitude slip
    std::optional<currency_code> other_currency;  ///< of a wrong currency
};

struct audit_report {
    std::vector<std::vector<figure>> figures;           ///< of each document
    std::vector<std::vector<equivalence>> equivalences; ///< of each document
    std::optional<date> as_of;
    as_of_origin origin = as_of_origin::newest_of_rates;
    std::vector<finding> findings;
};

[[nodiscard]] audit_report audit(const engine& data, const std::vector<source>& documents, const audit_options& options);

}  // namespace outlay
