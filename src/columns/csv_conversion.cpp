// csv_conversion: the table read, converted and written, a stretch of records at a time.
#include <outlay/columns/csv_conversion.hpp>

#include <outlay/columns/convert.hpp>

#include "columns/csv_writer.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view id_of(csv_input::flaw flaw) {
    switch (flaw) {
        case csv_input::flaw::quote_stray: return "csv-quote-stray";
        case csv_input::flaw::quote_open: return "csv-quote-open";
        case csv_input::flaw::too_long: break;
    }
    return "csv-row-too-long";
}

class csv_job {
public:
    csv_job(const csv_question& question, const rate_table& rates, const currency_table& currencies,
            const rate_policy& policy, const csv_channels& channels)
        : question_(question),
          reasons_{question_, rates, currencies, policy, 0, {}},
          channels_(channels),
          input_(channels.read, question.delimiter),
          out_(channels.write),
          rejects_(question_, channels),
          multipliers_(rates, currencies, policy, question.to, csv_rows::least_scale) {
        if (question_.added.empty()) question_.added = question.amount + "_" + std::string(question.to.text());
        if (question.adds_rate_date || question.adds_rate || question.adds_rate_source) multipliers_.keep_origins();
    }

    result<csv_outcome> run() {
        if (input_.skip(byte_order_mark)) out_.put(byte_order_mark);
        const auto first = input_.next();
        if (first == csv_input::event::failed) return failed();
        if (first == csv_input::event::end) return header_problem("csv-no-columns");
        if (first == csv_input::event::bad_record) {
            const bool has_returns = input_.what() == csv_input::flaw::too_long && input_.text().find('\r') != std::string_view::npos;
            return header_problem(has_returns ? "csv-line-ends" : id_of(input_.what()));
        }
        auto header = read_header(question_, input_.text(), input_.found());
        if (!header) return header.problems();
        input_.set_form(header->columns, header->line_end);
        rejects_.set_header(header->line + header->line_end);
        reasons_.columns = header->columns;
        return convert_rows(*header);
    }

private:
    [[nodiscard]] csv_outcome failed() const {
        csv_outcome outcome;
        outcome.read_failed = true;
        return outcome;
    }

    [[nodiscard]] diagnostic header_problem(std::string_view id) const {
        return make_diagnostic(id, {{"file", question_.name}}, place{question_.name, 0, 0, {}, 0, 1});
    }

    csv_outcome convert_rows(const csv_header& header) {
        csv_rows rows(question_, header, multipliers_);
        csv_writer writer(reasons_, multipliers_, out_, rejects_);
        writer.write_header(header);
        csv_outcome outcome;
        bool is_first = true;
        bool is_whole = true;  // the last bad record was
        for (auto event = csv_input::event::records; event != csv_input::event::end; event = input_.next()) {
            if (event == csv_input::event::failed) return failed();
            if (!out_.ok()) break;
            if (event == csv_input::event::records) {
                outcome.rows += convert_records(rows, writer, is_first ? 1 : 0);
            } else {
                if (is_whole) ++outcome.rows;
                reject_record(is_whole);
                is_whole = input_.ends_record();
            }
            is_first = false;
            if (channels_.progress) channels_.progress(input_.bytes_read());
        }
        if (!is_whole) rejects_.continue_record(header.line_end);
        const bool kept = rejects_.finish(outcome);
        outcome.warnings = multipliers_.warnings();
        outcome.unused = multipliers_.unused();
        outcome.write_failed = !out_.flush() || !kept;
        return outcome;
    }

    /// Returns how many rows there were.
    std::size_t convert_records(csv_rows& rows, csv_writer& writer, std::size_t first) {
        csv_cells cells(input_);
        rows.read(cells, first);
        values_.resize(cells.rows() + decoded_rows);  // some are read past the end, as decode.hpp says
        status_.resize(cells.rows());
        const auto values = std::span(values_).first(cells.rows());
        column_rules rules;
        rules.rounding = question_.rounding;
        const auto failed = convert(rows.amounts(), rows.which(), multipliers_.table(), rules, {values, status_});
        if (failed > first + rows.special().size()) {  // beside those that are not in the columns
            for (auto row = first; row < cells.rows(); ++row)
                if (status_[row] == row_status::out_of_range) rows.read_exactly(cells, row);
        }
        const auto& special = rows.special();
        writer.write(cells, first, values, rows.which(), special);
        const auto blank = std::count_if(special.begin(), special.end(),
                                         [](const special_row& row) { return row.is == special_row::kind::blank; });
        return cells.rows() - first - static_cast<std::size_t>(blank);
    }

    /// A record that is wrong, or more of one.
    void reject_record(bool begins) {
        const auto text = input_.text();
        if (!begins) return rejects_.continue_record(text);
        const auto id = id_of(input_.what());
        const auto words = make_diagnostic(id, {{"file", question_.name}}).message;
        const auto line = input_.line();
        rejects_.add(line, text, id, words, [&] {
            auto problem = make_diagnostic(id, {{"file", question_.name}});
            problem.where = place_in_record(question_.name, line, text, 0, text.size());
            return problem;
        });
    }

    csv_question question_;
    row_reasons reasons_;
    const csv_channels& channels_;
    csv_input input_;
    csv_output out_;
    csv_rejects rejects_;
    dated_multipliers multipliers_;
    std::vector<std::int64_t> values_;
    std::vector<row_status> status_;
};

}  // namespace

result<csv_outcome> convert_csv(const csv_question& question, const rate_table& rates, const currency_table& currencies,
                                const rate_policy& policy, const csv_channels& channels) {
    return csv_job(question, rates, currencies, policy, channels).run();
}

}  // namespace outlay
