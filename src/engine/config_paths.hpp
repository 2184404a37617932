// config_paths: which files of a config folder are which tables.
// Promises: a fixed order, whatever the file system's; a file that no table is read from is an error.
// Leaves out: reading them.
#pragma once

#include "engine/config_folder.hpp"

#include <string>
#include <vector>

namespace outlay {

/// Paths of the tables that there are; empty where a folder does without one.
struct config_paths {
    std::string currencies;
    std::string symbols;
    std::string economies;
    std::string settings;
    std::string formats;
    std::string rate_publishers;    ///< rates/sources.csv
    std::string rate_series_codes;  ///< rates/fred-series.csv
    std::string indicator_codes;    ///< economy/series.csv
    std::string calendars;
    std::vector<std::string> programmes;  ///< programmes/*.toml
    std::vector<std::string> rates;
    std::vector<std::string> economy;
    std::vector<std::string> languages;
    diagnostics problems;
};

[[nodiscard]] config_paths find_config_paths(const std::string& folder, folder_role role);

}  // namespace outlay
