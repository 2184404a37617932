// outlay audit: the sums that documents state twice, checked against each other and the market.
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/rate_shelf.hpp"
#include "cli/session.hpp"

#include <outlay/report/render_audit.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";
constexpr int days_about = 14;  // more than the business days on either side of a market band

/// The days whose rates the documents are held against: the one given, else those that they state, else the newest.
std::vector<date> days_of(const session& s, rate_shelf& shelf, const std::vector<source>& documents, const audit_options& how,
                          diagnostics& problems) {
    if (how.rates.as_of) return {*how.rates.as_of};
    std::vector<date> days;
    for (const auto& document : documents) {
        const auto stated = find_document_date(s.data, document.text(), how.reading);
        if (stated && stated->days) days.push_back(stated->days->first);
    }
    if (const auto newest = days.empty() ? shelf.newest_day(s, problems) : std::nullopt) days.push_back(*newest);
    return days;
}

}  // namespace

int audit(const command_line& line) {
    std::vector<std::string> files;
    std::optional<date> as_of;
    std::string language;
    store_options store;
    std::string format(as_table);
    option_set options("audit");
    options.positionals(files, 0);
    options.day("--as-of", as_of);
    options.text("--lang", "language", language);
    declare(options, store);
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
    rate_shelf shelf(line, store);
    diagnostics problems;
    if (shelf.open(problems) != nullptr)
        shelf.stock(*s, how.rates, {}, days_of(*s, shelf, documents, how, problems), problems, days_about);
    if (!problems.empty()) return fail(problems);
    const auto report = outlay::audit(s->data, documents, how);
    if (code == 0 && has_objections(report)) code = 1;
    return s->answer(format == as_json ? render_audit_json(documents, report)
                                       : render_audit(s->data, documents, report, how, s->format),
                     code);
}

}  // namespace outlay::cli
