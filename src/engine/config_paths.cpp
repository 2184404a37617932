#include "engine/config_paths.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace outlay {

namespace fs = std::filesystem;

namespace {

struct named_table {
    std::string_view file;
    std::string config_paths::*path;
};

const std::array<named_table, 9> named_tables{{
    {"currencies.csv", &config_paths::currencies},
    {"symbols.csv", &config_paths::symbols},
    {"economies.csv", &config_paths::economies},
    {"settings.csv", &config_paths::settings},
    {"formats.csv", &config_paths::formats},
    {"rates/sources.csv", &config_paths::rate_publishers},
    {"rates/fred-series.csv", &config_paths::rate_series_codes},
    {"calendars.csv", &config_paths::calendars},
    {"economy/series.csv", &config_paths::indicator_codes},
}};

std::vector<std::string_view> known_names() {
    std::vector<std::string_view> names{"rates", "economy", "languages", "programmes"};
    for (const auto& table : named_tables) names.push_back(table.file);
    return names;
}

bool is_hidden(const fs::path& path) {
    return std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part.string().starts_with('.'); });
}

diagnostic unknown_file(const fs::path& path, const fs::path& relative) {
    auto problem = make_diagnostic("config-unknown-file", {{"file", relative.string()}}, place{path.string(), 0, 0, {}, 0, 1});
    const auto names = known_names();
    problem.near = near_misses(relative.begin()->string(), names);
    return problem;
}

void classify(config_paths& found, const fs::path& path, const fs::path& relative, folder_role role) {
    const auto top = relative.begin()->string();
    const auto depth = std::distance(relative.begin(), relative.end());
    const bool is_table = relative.extension() == ".csv";
    if (is_hidden(relative) || top == "examples" || top == "refresh") return;  // no tables of facts
    for (const auto& table : named_tables) {
        if (relative.generic_string() == table.file) {
            found.*table.path = path.string();
            return;
        }
    }
    if (top == "rates" && depth == 2 && is_table) return found.rates.push_back(path.string());
    if (top == "economy" && depth == 2 && is_table) return found.economy.push_back(path.string());
    if (top == "languages" && depth == 2 && is_table) return found.languages.push_back(path.string());
    if (top == "programmes" && depth == 2 && relative.extension() == ".toml")
        return found.programmes.push_back(path.string());
    if (top == "messages" && depth == 3 && is_table) {
        if (role == folder_role::whole) return;
        found.problems.push_back(make_diagnostic("config-messages-fixed", {{"file", relative.string()}},
                                                 place{path.string(), 0, 0, {}, 0, 1}));
        return;
    }
    found.problems.push_back(unknown_file(path, relative));
}

/// Links to folders are followed, as far down as tables lie: one that leads back up cannot go round for ever.
std::vector<fs::path> files_below(const fs::path& folder, std::error_code& error) {
    constexpr int deepest = 3;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(folder, fs::directory_options::follow_directory_symlink, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (!entry->is_directory(ignored)) files.push_back(entry->path());
        else if (entry.depth() >= deepest) entry.disable_recursion_pending();
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

config_paths find_config_paths(const std::string& folder, folder_role role) {
    config_paths found;
    const place where{folder, 0, 0, {}, 0, 1};
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (!fs::exists(status)) {
        found.problems.push_back(make_diagnostic("config-folder-missing", {{"folder", folder}}, where));
        return found;
    }
    if (!fs::is_directory(status)) {
        found.problems.push_back(make_diagnostic("config-not-a-folder", {{"folder", folder}}, where));
        return found;
    }
    for (const auto& path : files_below(folder, error)) classify(found, path, path.lexically_relative(folder), role);
    if (error)
        found.problems.push_back(make_diagnostic("config-folder-unreadable", {{"folder", folder}, {"why", error.message()}}, where));
    return found;
}

}  // namespace outlay
