// outlay convert --csv: a column of a table in another currency.
#include "cli/commands.hpp"
#include "cli/convert_csv_files.hpp"
#include "cli/convert_csv_progress.hpp"
#include "cli/rate_options.hpp"
#include "cli/rate_shelf.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"
#include "figures/currency_meant.hpp"

#include <outlay/base/message.hpp>
#include <outlay/columns/csv_conversion.hpp>
#include <outlay/rates/given_check.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace outlay::cli {

namespace {

struct delimiter_name {
    std::string_view name;
    char delimiter;
};
constexpr std::array delimiters{delimiter_name{"comma", ','}, delimiter_name{"semicolon", ';'},
                                delimiter_name{"tab", '\t'}};

constexpr int most_names = 1000;  ///< that are tried for a file that was not named

constexpr std::string_view rate_date = "rate-date";
constexpr std::string_view rate_factor = "rate";
constexpr std::string_view rate_source_name = "rate-source";

struct table_request {
    std::string table;
    std::string amount;
    std::string currency;
    std::string from;
    std::string date_column;
    std::optional<date> as_of;
    std::string to;
    std::string output = std::string(standard_stream);
    std::string rejects;
    std::string column;
    std::vector<std::string> also;
    std::vector<std::string> rates;
    rate_options asking;
    store_options store;
    std::string delimiter = std::string(delimiters.front().name);
    bool decimal_comma = false;
};

void declare(option_set& options, table_request& request) {
    options.text("--csv", "file", request.table);
    options.text("--amount", "column", request.amount);
    options.text("--currency", "column", request.currency);
    options.text("--from", "currency", request.from);
    options.text("--date", "column", request.date_column);
    options.day("--as-of", request.as_of);
    options.text("--to", "currency", request.to);
    options.text("--output", "file", request.output);
    options.text("--rejects", "file", request.rejects);
    options.text("--column", "column", request.column);
    options.list("--also", "column", request.also, {rate_date, rate_factor, rate_source_name});
    options.texts("--rate", "rate", request.rates);
    declare(options, request.asking);
    declare(options, request.store);
    options.choice("--delimiter", request.delimiter, {delimiters[0].name, delimiters[1].name, delimiters[2].name});
    options.flag("--decimal-comma", request.decimal_comma);
}

bool states(const command_line& line, std::string_view option) {
    return std::ranges::any_of(line.arguments(), [&](const std::string& argument) {
        return argument == option || argument.starts_with(std::string(option) + "=");
    });
}

/// Exactly one of two options, or the first alone.
void require_one(const std::string& first, bool has_first, const std::string& second, bool has_second,
                 diagnostics& problems) {
    if (has_first && has_second)
        problems.push_back(make_diagnostic("options-exclusive", {{"first", first}, {"second", second}}));
    if (!has_first && !has_second)
        problems.push_back(make_diagnostic("option-missing-of-two", {{"first", first}, {"second", second}}));
}

void require(const std::string& name, const std::string& value, diagnostics& problems) {
    if (value.empty()) problems.push_back(make_diagnostic("option-missing", {{"option", name}}));
}

diagnostics check(const table_request& request) {
    diagnostics problems;
    require("--csv", request.table, problems);
    require("--amount", request.amount, problems);
    require("--to", request.to, problems);
    require_one("--currency", !request.currency.empty(), "--from", !request.from.empty(), problems);
    require_one("--date", !request.date_column.empty(), "--as-of", request.as_of.has_value(), problems);
    if (request.rejects.empty() && request.output == standard_stream && request.table == standard_stream)
        problems.push_back(make_diagnostic("csv-rejects-needed"));
    return problems;
}

/// Beside the table that is written, or that is read: "table.csv" has "table.rejects.csv", or a free name like it, since
/// nobody named it and what is there may be wanted.
std::string rejects_path(const table_request& request) {
    if (!request.rejects.empty()) return request.rejects;
    const std::filesystem::path beside = request.output == standard_stream ? request.table : request.output;
    auto path = beside;
    std::error_code none;
    for (int number = 1; number < most_names; ++number) {
        const auto mark = ".rejects" + (number == 1 ? std::string{} : "-" + std::to_string(number));
        path.replace_filename(beside.stem().string() + mark + beside.extension().string());
        if (!std::filesystem::exists(path, none)) break;
    }
    return path.string();
}

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code none;
    return a != standard_stream && b != standard_stream && (a == b || std::filesystem::equivalent(a, b, none));
}

csv_question question_of(const session& s, const command_line& line, const table_request& request,
                         diagnostics& problems) {
    csv_question question;
    question.name = request.table == standard_stream ? message("standard-input") : request.table;
    question.amount = request.amount;
    question.currency = request.currency;
    question.date = request.date_column;
    if (request.as_of) question.day = *request.as_of;
    if (!request.from.empty()) {
        const auto from = read_currency(s.data, request.from, line.place_of(request.from));
        from ? void(question.from = *from) : append(problems, from.problems());
    }
    question.to = read_target(s.data, line, request.to, problems);
    question.rounding = states(line, "--rounding") ? s.format.rounding : rounding_mode::half_even;
    question.delimiter = std::ranges::find(delimiters, request.delimiter, &delimiter_name::name)->delimiter;
    if (request.decimal_comma) question.style.decimal_mark = ',';
    question.added = request.column;
    const auto adds = [&](std::string_view name) {
        return std::ranges::find(request.also, name) != request.also.end();
    };
    question.adds_rate_date = adds(rate_date);
    question.adds_rate = adds(rate_factor);
    question.adds_rate_source = adds(rate_source_name);
    return question;
}

/// The rows that were not converted: a file that is there only if there are any, or if it was asked for.
class rejects_file {
public:
    /// Opened before anything is converted, so that what cannot be kept is known in time. Errors: output-unwritable.
    explicit rejects_file(const table_request& request) : path_(rejects_path(request)), is_wanted_(!request.rejects.empty()) {
        auto opened = output_file::open(path_);
        opened ? void(file_.emplace(std::move(opened).value())) : append(problems_, opened.problems());
        for (auto& problem : problems_) problem.remedy = message("csv-rejects-needed.remedy");
    }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const diagnostics& problems() const { return problems_; }
    [[nodiscard]] bool write(std::string_view text) {
        is_wanted_ = true;
        return file_->write(text);
    }
    [[nodiscard]] diagnostics finish() {
        if (is_wanted_)
            if (auto problem = file_->finish()) problems_.push_back(std::move(*problem));
        return std::move(problems_);
    }

private:
    std::string path_;
    bool is_wanted_;
    std::optional<output_file> file_;
    diagnostics problems_;
};

std::string reasons_text(const csv_outcome& outcome) {
    std::string text;
    for (const auto& [id, count] : outcome.reasons) {
        if (!text.empty()) text += ", ";
        text += message("csv-reason-count", {{"reason", id}, {"count", std::to_string(count)}});
    }
    return text;
}

void report_rejects(const csv_question& question, const csv_outcome& outcome, const std::string& path) {
    report_problems(outcome.first);
    report_problems({make_diagnostic("csv-rows-rejected",
                                     {{"count", std::to_string(outcome.rejected)},
                                      {"rows", std::to_string(outcome.rows)},
                                      {"reasons", reasons_text(outcome)},
                                      {"file", path}},
                                     place{question.name, 0, 0, {}, 0, 1})});
}

void report_warnings(const csv_outcome& outcome) {
    for (const auto& [first, count] : outcome.warnings) {
        diagnostics problems{first};
        if (count > 1) {
            problems.push_back(
                make_diagnostic("csv-more-warnings", {{"id", first.id}, {"count", std::to_string(count - 1)}}));
            problems.back().level = first.level;
        }
        report_problems(problems);
    }
}

int run(const session& s, const csv_question& question, const rate_policy& policy, const table_request& request) {
    auto in = input_file::open(request.table);
    if (!in) return fail(in.problems());
    auto out = output_file::open(request.output);
    if (!out) return fail(out.problems());
    out->expect(in->size() + in->size() / 4);
    rejects_file rejects(request);
    if (!rejects.problems().empty()) return fail(rejects.problems());
    for (const auto& other : {request.table, request.output})
        if (is_same_file(rejects.path(), other)) return fail({make_diagnostic("csv-same-file", {{"file", other}})});
    progress shown(question.name, in->size());
    const csv_channels channels{[&](char* buffer, std::size_t size) { return in->read(buffer, size); },
                                [&](std::string_view text) { return out->write(text); },
                                [&](std::string_view text) { return rejects.write(text); },
                                [&](std::size_t bytes) { shown.at(bytes); }};
    const auto outcome = convert_csv(question, s.data.rates(), s.data.currencies(), policy, channels);
    shown.clear();
    if (!outcome) return fail(outcome.problems());
    if (outcome->read_failed) return fail({in->failure()});
    auto problems = rejects.finish();
    if (out->is_closed()) return 0;
    if (problems.empty())
        if (auto problem = out->finish()) problems.push_back(std::move(*problem));
    report_warnings(*outcome);
    if (outcome->rows > outcome->rejected) report_problems(unused_given(outcome->unused, {}));
    if (!problems.empty()) return fail(problems);
    if (outcome->rejected > 0) report_rejects(question, *outcome, rejects.path());
    return outcome->rejected > 0 ? 1 : 0;
}

}  // namespace

int convert_csv(const command_line& line) {
    table_request request;
    option_set options("convert --csv");
    declare(options, request);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;
    auto problems = check(request);
    if (!problems.empty()) return fail(problems);
    const auto question = question_of(*s, line, request, problems);
    auto policy = policy_as_of(s->data, request.as_of);
    policy.convention = read_convention(line, request.asking, problems);
    if (!problems.empty()) return fail(problems);
    rate_shelf shelf(line, request.store);
    shelf.stock_days(*s, {}, {}, problems);
    policy.given = read_rates(*s, line, request.rates, policy, question.from, question.to, problems);
    if (!problems.empty()) return fail(problems);
    return run(*s, question, policy, request);
}

}  // namespace outlay::cli
