// outlay eval: expressions over amounts, quantities and programmes, of the command line or of a file, one a line.
#include "cli/calculator.hpp"
#include "cli/commands.hpp"
#include "cli/conversion_options.hpp"
#include "cli/documents.hpp"
#include "cli/target.hpp"

#include <outlay/base/message.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <unistd.h>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct eval_request {
    std::vector<std::string> words;
    std::string file;
    std::string with;
    std::string to;
    conversion_options about;
    std::string language;
    bool explain = false;
    std::string format = std::string(as_table);
};

void declare(option_set& options, eval_request& request) {
    options.positionals(request.words, 0);
    options.text("--file", "file", request.file);
    options.text("--with", "file", request.with);
    options.text("--to", "currency", request.to);
    declare(options, request.about);
    options.text("--lang", "language", request.language);
    options.flag("--explain", request.explain);
    options.choice("--format", request.format, {as_table, as_json});
}

/// Answers line by line, and what they come to.
class line_by_line {
public:
    line_by_line(session& s, calculator& with, const eval_request& request) : session_(s), with_(with), request_(request) {}

    /// False once nobody reads the answers any more.
    bool take(const std::string& name, std::string_view text, std::size_t line) {
        auto made = with_.answer(name, text, line);
        if (!made) return refuse(text, line, made.problems());
        const bool known = made->value->value.known();
        (known ? answered_ : unknown_) += 1;
        for (const auto& used : made->value->rates) report_problems(used.remarks);
        return session_.out.write(rendered(*made));
    }

    [[nodiscard]] int code() const {
        const int worst = exit_code(problems_);
        if (worst != 0 && worst != exit_code(missing_fact())) return worst;
        const bool nothing = answered_ == 0 && (worst != 0 || unknown_ != 0);
        return nothing ? exit_code(missing_fact()) : 0;
    }

private:
    static diagnostics missing_fact() {
        diagnostic problem;
        problem.cause = cause::missing_fact;
        return {problem};
    }

    bool refuse(std::string_view text, std::size_t line, diagnostics problems) {
        report_problems(problems);
        append(problems_, problems);
        return request_.format != as_json || session_.out.write(render_problem_line_json(text, line, problems));
    }

    [[nodiscard]] std::string rendered(const calculated& made) const {
        const auto line = made.view();
        if (request_.format == as_json) return render_evaluation_json(session_.data, line, session_.format, request_.explain);
        auto text = render_evaluated_line(session_.data, line, session_.format);
        if (request_.explain) text += render_evaluation_steps(session_.data, line, session_.format);
        return text;
    }

    session& session_;
    calculator& with_;
    const eval_request& request_;
    diagnostics problems_;
    std::size_t answered_ = 0;
    std::size_t unknown_ = 0;
};

/// The options as settings; problems are added.
calculator_settings settings_of(const session& s, const command_line& line, const eval_request& request,
                                diagnostics& problems) {
    calculator_settings made;
    if (!request.with.empty()) {
        const auto text = source::read(request.with);
        auto known = text ? read_scenario(s.data, *text) : result<scenario>(text.problems());
        known ? void(made.known = std::move(known).value()) : append(problems, known.problems());
    }
    made.to = read_target(s.data, line, request.to, problems);
    const auto policy = read_policy(s, line, request.about, problems);
    made.as_of = policy.as_of;
    made.convention = policy.convention;
    made.rates = read_rates(s, line, request.about.rates, policy, {}, {}, problems);
    return made;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

}  // namespace

int eval(const command_line& line) {
    eval_request request;
    option_set options("eval");
    declare(options, request);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    diagnostics problems;
    rate_shelf shelf(line, request.about.store);
    calculator with(*s, shelf);
    with.settings = settings_of(*s, line, request, problems);
    if (!problems.empty()) return fail(problems);
    with.settings.language = known_language(s->data, line, request.language);

    line_by_line lines(*s, with, request);
    if (!request.words.empty()) {
        lines.take(message("expression.source"), joined(request.words), 1);
        return s->out.finish(lines.code());
    }
    if (request.file.empty() && isatty(STDIN_FILENO) != 0)
        return fail({make_diagnostic("argument-missing", {{"command", "eval"}, {"arguments", message("cli.eval.arguments")}})});
    const auto text = read_document(request.file.empty() ? "-" : request.file);
    if (!text) return 2;
    for (std::size_t i = 1; i <= text->line_count(); ++i)
        if (!is_comment(text->line_text(i)) && !lines.take(text->name(), text->line_text(i), i)) break;
    return s->out.finish(lines.code());
}

}  // namespace outlay::cli
