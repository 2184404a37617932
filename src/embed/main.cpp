// outlay_embed CONFIG OUT: checks the tables of the folder CONFIG and writes them as C++ source files into OUT.
// All errors in one pass, each with its file, line and column; exit code 1 then, and no file is written.
#include "embed/finder_arrays.hpp"
#include "embed/messages.hpp"
#include "embed/tables.hpp"

#include <array>
#include <cstdio>
#include <filesystem>

namespace outlay::embed {

namespace {

void show(const diagnostics& problems) {
    for (const auto& problem : problems) std::fputs(render(problem).c_str(), stderr);
}

bool write_all(const std::vector<message_row>& messages, const config_folder& facts, const std::string& folder) {
    const std::array<std::pair<std::string_view, cpp_file>, 11> files{{
        {"messages", message_table(messages)},
        {"currencies", currency_tables(facts)},
        {"economies", economy_table(facts)},
        {"settings", setting_table(facts)},
        {"formats", format_table(facts)},
        {"calendars", calendar_table(facts)},
        {"programmes", programme_table(facts)},
        {"rates", rate_tables(facts)},
        {"indicators", indicator_tables(facts)},
        {"languages", language_tables(facts)},
        {"finder", finder_arrays(facts)},
    }};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const auto& [name, file] : files) {
        const auto path = folder + "/" + std::string(name) + ".cpp";
        if (file.write(path)) continue;
        std::perror(path.c_str());
        return false;
    }
    return true;
}

int run(const std::string& config, const std::string& out) {
    const auto messages = read_messages(config);
    speak_with(messages.rows);
    const auto facts = read_config_folder(config, {}, folder_role::whole);
    show(messages.problems);
    show(facts.problems());
    if (!messages.problems.empty() || !facts) return 1;
    return write_all(messages.rows, *facts, out) ? 0 : 1;
}

}  // namespace

}  // namespace outlay::embed

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: outlay_embed CONFIG OUT\n", stderr);
        return 2;
    }
    return outlay::embed::run(arguments[1], arguments[2]);
}
