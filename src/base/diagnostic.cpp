// diagnostic: the catalogue's words for an id, and what a list of problems means for a program.
#include <outlay/base/diagnostic.hpp>

#include <outlay/base/message.hpp>

#include <algorithm>

namespace outlay {

namespace {

std::string optional_message(std::string_view id, std::string_view suffix, message_arguments arguments) {
    const auto pattern = message_pattern(std::string(id).append(suffix));
    return pattern.empty() ? std::string{} : fill(pattern, arguments);
}

bool has_error_of(const diagnostics& problems, cause reason) {
    return std::any_of(problems.begin(), problems.end(), [&](const diagnostic& problem) {
        return problem.level == severity::error && problem.cause == reason;
    });
}

}  // namespace

diagnostic make_diagnostic(std::string_view id, message_arguments arguments, std::optional<place> where) {
    diagnostic problem;
    problem.id = id;
    problem.message = message(id, arguments);
    problem.where = std::move(where);
    problem.expected = optional_message(id, ".expected", arguments);
    problem.remedy = optional_message(id, ".remedy", arguments);
    return problem;
}

bool has_errors(const diagnostics& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const diagnostic& problem) { return problem.level == severity::error; });
}

int exit_code(const diagnostics& problems) {
    if (has_error_of(problems, cause::defect)) return 70;
    if (has_error_of(problems, cause::input)) return 2;
    if (has_error_of(problems, cause::missing_fact)) return 3;
    return 0;
}

}  // namespace outlay
