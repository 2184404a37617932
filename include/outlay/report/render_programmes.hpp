// render_programmes: the programme library as a list, and one programme in full.
// Promises: figures in the words of their sources; what is not stated is empty.
// Leaves out: finding and reading programmes (scenario/programme_library.hpp).
#pragma once

#include <outlay/report/number_format.hpp>
#include <outlay/scenario/programme_library.hpp>

#include <string>
#include <vector>

namespace outlay {

/// A line a programme, at most 80 columns where the figures allow it.
[[nodiscard]] std::string render_programme_list(const std::vector<library_programme>& all,
                                                const format_options& options);
[[nodiscard]] std::string render_programme_list_csv(const std::vector<library_programme>& all);
[[nodiscard]] std::string render_programme_list_json(const std::vector<library_programme>& all);

/// Everything that is known of one, and how to put it into a scenario.
[[nodiscard]] std::string render_programme(const library_programme& what, const format_options& options);

}  // namespace outlay
