#include <outlay/scenario/programme_library.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/scenario/scenario_file.hpp>

namespace outlay {

namespace {

/// "# licence: …" among the first lines.
std::string comment_of(std::string_view text, std::string_view name) {
    const std::string begin = "# " + std::string(name) + ": ";
    while (text.starts_with('#')) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (text.starts_with(begin)) return std::string(text.substr(begin.size(), end - begin.size()));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

diagnostic unknown_programme(const engine& data, std::string_view id) {
    std::vector<std::string_view> known;
    for (const programme_text& each : data.programmes()) known.push_back(each.id);
    diagnostic problem = make_diagnostic("unknown-programme", {{"text", id}});
    problem.near = near_misses(id, known);
    return problem;
}

/// A programme stands alone: it neither includes files nor takes figures from documents.
result<source> refuse_files(const std::string& path) {
    return make_diagnostic("programme-with-files", {{"file", path}});
}

}  // namespace

result<library_programme> read_programme(const engine& data, std::string_view id) {
    const programme_text* file = data.find_programme(id);
    if (file == nullptr) return unknown_programme(data, id);
    const source text{std::string(file->file), std::string(file->text)};
    auto read = read_scenario(data, text, refuse_files);
    if (!read) return read.problems();
    if (read->investments.size() != 1 || read->investments.front().id != id)
        return make_diagnostic("programme-file-shape", {{"file", file->file}, {"id", id}}, text.whole());
    return library_programme{std::move(read->investments.front()), file->text,
                             file->file,  comment_of(file->text, "licence"),
                             comment_of(file->text, "date"), comment_of(file->text, "evidence")};
}

result<std::vector<library_programme>> read_programmes(const engine& data) {
    std::vector<library_programme> out;
    diagnostics problems;
    for (const programme_text& each : data.programmes()) {
        auto read = read_programme(data, each.id);
        if (read) out.push_back(std::move(*read));
        for (diagnostic& problem : read.problems()) problems.push_back(std::move(problem));
    }
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace outlay
