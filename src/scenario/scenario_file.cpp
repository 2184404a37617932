#include <outlay/scenario/scenario_file.hpp>

#include "scenario/scenario_reader.hpp"

namespace outlay {

result<scenario> read_scenario(const engine& data, const source& text) {
    return read_scenario(data, text, [](const std::string& path) { return source::read(path); });
}

result<scenario> read_scenario(const engine& data, const source& text, const open_file& open) {
    document_shelf shelf(data, open);
    scenario_reading all{data, shelf, {}, {}};
    diagnostics problems;
    scenario_reader reader(all, text);
    scenario found = reader.read(problems);
    if (reader.is_without_investments()) problems.push_back(make_diagnostic("no-investments", {}, text.whole()));
    if (problems.empty()) return found;
    return problems;
}

}  // namespace outlay
