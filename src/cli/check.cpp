// outlay check: the problems of scenario files, all of them in one pass.
#include "cli/commands.hpp"
#include "cli/session.hpp"

#include <outlay/report/render_check.hpp>
#include <outlay/scenario/scenario_file.hpp>

namespace outlay::cli {

int check(const command_line& line) {
    std::vector<std::string> files;
    option_set options("check");
    options.positionals(files, 1);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    std::string answer;
    diagnostics problems;
    for (const auto& file : files) {
        const auto text = source::read(file);
        const auto what = text ? read_scenario(s->data, *text) : result<scenario>(text.problems());
        if (what)
            answer += render_check(file, *what, s->format);
        else
            append(problems, what.problems());
    }
    report_problems(problems);
    return s->answer(answer, exit_code(problems));
}

}  // namespace outlay::cli
