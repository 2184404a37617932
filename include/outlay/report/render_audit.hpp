// render_audit: the sums that documents state twice, what they imply, and what is wrong with them.
// Promises: exact rates beside rounded ones; full sentences that an editor can act on; the contract's JSON.
// Leaves out: finding (figures/audit.hpp).
#pragma once

#include <outlay/base/source.hpp>
#include <outlay/figures/audit.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <vector>

namespace outlay {

/// `how` are the options that the audit was made with.
[[nodiscard]] std::string render_audit(const engine& data, const std::vector<source>& documents,
                                       const audit_report& report, const audit_options& how,
                                       const format_options& options);
[[nodiscard]] std::string render_audit_json(const std::vector<source>& documents, const audit_report& report);

/// True if a finding is a warning or an error: what makes the answer of an audit "no".
[[nodiscard]] bool has_objections(const audit_report& report);

}  // namespace outlay
