// outlay audit: the sums that documents state twice, checked against each other and the market.
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/session.hpp"

#include <outlay/report/render_audit.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

}  // namespace

int audit(const command_line& line) {
    std::vector<std::string> files;
    std::optional<date> as_of;
    std::string language;
    std::string format(as_table);
    option_set options("audit");
    options.positionals(files, 0);
    options.day("--as-of", as_of);
    options.text("--lang", "language", language);
    options.choice("--format", format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    files = files_or_input(files);
    if (files.empty()) return fail({make_diagnostic("no-document", {{"command", line.command()}})});
    std::vector<source> documents;
    for (const auto& file : files) {
        if (auto document = read_document(file))
            documents.push_back(std::move(*document));
        else
            code = 2;
    }
    if (documents.empty()) return code;

    audit_options how;
    how.reading.language = known_language(s->data, line, language);
    how.rates = policy_as_of(s->data, as_of);
    const auto report = outlay::audit(s->data, documents, how);
    if (code == 0 && has_objections(report)) code = 1;
    return s->answer(format == as_json ? render_audit_json(documents, report)
                                       : render_audit(s->data, documents, report, how, s->format), code);
}

}  // namespace outlay::cli
