// by_layout: a report in the layout that is asked for.
// Promises: nothing of its own; a report that lacks one of the four does not compile.
// Leaves out: what they look like.
#pragma once

#include <outlay/report/layout.hpp>

#include <string>

namespace outlay {

template <class Report>
[[nodiscard]] std::string by_layout(const Report& report, report_layout layout) {
    switch (layout) {
        case report_layout::json: return report.json();
        case report_layout::csv: return report.csv();
        case report_layout::markdown: return report.markdown();
        case report_layout::table: break;
    }
    return report.text();
}

}  // namespace outlay
