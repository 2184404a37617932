// programme_library: the programmes that are shipped, and those of a user's folder, as investments of a scenario.
// Promises: each is read when it is asked for, by the reader of scenario files, from config/programmes/ID.toml.
// Leaves out: where the files come from (engine.hpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/scenario/scenario.hpp>

#include <string_view>
#include <vector>

namespace outlay {

/// A programme and the comment lines of its file.
struct library_programme {
    scenario_investment stated;
    std::string_view text;     ///< the whole file
    std::string_view file;
    std::string licence;
    std::string date;          ///< when it was last looked at
    std::string evidence;      ///< how well it is known
};

/// Errors: unknown-programme, those of read_scenario in its file, programme-file-shape (not exactly one investment, or
/// another id than the name of the file).
[[nodiscard]] result<library_programme> read_programme(const engine& data, std::string_view id);

/// All of them, sorted by id. Errors: of all files, in one pass.
[[nodiscard]] result<std::vector<library_programme>> read_programmes(const engine& data);

}  // namespace outlay
