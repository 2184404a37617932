#include "embed/messages.hpp"

#include "engine/config_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace outlay::embed {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> message_files(const std::string& config_folder) {
    std::vector<fs::path> files;
    std::error_code error;  // no folder, no messages
    for (fs::recursive_directory_iterator entry(fs::path(config_folder) / "messages", error), end;
         !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".csv") files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    return files;
}

/// The files live as long as the program: the rows point into them.
std::vector<std::unique_ptr<const config_file>>& opened() {
    static std::vector<std::unique_ptr<const config_file>> files;
    return files;
}

/// One language's ids stand once in all of its files together.
class duplicate_finder {
public:
    void add(const message_row& row, const config_file& file, const csv_cell& cell, diagnostics& problems) {
        const auto line = std::to_string(file.text.line_of(cell.begin));
        const auto here = file.text.name() + ":" + line;
        const auto [found, is_new] = first_.emplace(std::tuple(row.language, row.id), here);
        if (!is_new)
            problems.push_back(make_diagnostic("config-duplicate-row", {{"row", row.id}, {"line", found->second}},
                                               file.text.at(cell.begin, cell.end)));
    }

private:
    std::map<std::tuple<std::string_view, std::string_view>, std::string> first_;
};

}  // namespace

message_folder read_messages(const std::string& config_folder) {
    static std::vector<std::unique_ptr<const std::string>> languages;
    message_folder out;
    duplicate_finder duplicates;
    for (const auto& path : message_files(config_folder)) {
        auto file = read_config_file(path.string(), {"id", "text"}, {"note"}, {});
        const auto bad = file.problems();
        out.problems.insert(out.problems.end(), bad.begin(), bad.end());
        if (!file) continue;
        const auto& kept = *opened().emplace_back(std::make_unique<config_file>(std::move(file).value()));
        const auto& language =
            *languages.emplace_back(std::make_unique<std::string>(path.parent_path().filename().string()));
        for (std::size_t row = 0; row < kept.table.rows.size(); ++row) {
            const auto& id = kept.table.cell(row, "id");
            out.rows.push_back({language, id.text, kept.table.cell(row, "text").text});
            duplicates.add(out.rows.back(), kept, id, out.problems);
        }
    }
    std::sort(out.rows.begin(), out.rows.end(), [](const message_row& a, const message_row& b) {
        return std::tie(a.language, a.id) < std::tie(b.language, b.id);
    });
    return out;
}

}  // namespace outlay::embed
