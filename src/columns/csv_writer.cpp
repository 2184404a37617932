// csv_writer: copies rows and writes numbers behind them.
#include "columns/csv_writer.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 40;
constexpr std::size_t most_missing = 4096;  ///< words kept, of days without a rate
constexpr std::size_t number_room = 64;     ///< bytes for a number and what stands about it

bool ends_with_return(const csv_cells::cell& row) { return *row.end == '\r'; }

}  // namespace

diagnostic row_reasons::problem_of(const special_row& row, std::size_t cells, std::optional<place> where) {
    const auto text = shorten(cell_text(row.where.text()), shown_columns);
    if (row.text == "rate-missing") {
        policy.as_of = row.day;
        auto problems = resolve_rate(rates, currencies, policy, row.from, question.to).problems();
        problems.front().where = std::move(where);
        return std::move(problems.front());
    }
    if (row.text == "csv-row-length")
        return make_diagnostic(
            row.text,
            {{"row", shorten(row.where.text().substr(0, row.where.text().find(question.delimiter)), shown_columns)},
             {"found", std::to_string(cells)},
             {"columns", std::to_string(columns)}},
            std::move(where));
    if (row.text == "unknown-currency" && where)
        return currencies.read_code(cell_text(row.where.text()), where).problems().front();
    return make_diagnostic(row.text, {{"text", text}, {"code", text}}, std::move(where));
}

std::string row_reasons::words_of(const special_row& row, std::size_t cells) {
    if (row.text != "rate-missing") return problem_of(row, cells, std::nullopt).message;
    if (missing.size() >= most_missing) missing.clear();
    auto& words = missing[{row.from, row.day}];
    if (words.empty()) words = problem_of(row, cells, std::nullopt).message;
    return words;
}

csv_writer::csv_writer(row_reasons reasons, const dated_multipliers& multipliers, csv_output& out, csv_rejects& rejects)
    : reasons_(std::move(reasons)),
      multipliers_(multipliers),
      out_(out),
      rejects_(rejects),
      delimiter_(reasons_.question.delimiter),
      adds_origin_(reasons_.question.adds_rate_date || reasons_.question.adds_rate ||
                   reasons_.question.adds_rate_source),
      decoder_(decoder_for(best_instruction_set())) {}

void csv_writer::write_header(const csv_header& header) {
    const auto& question = reasons_.question;
    auto line = header.line;
    const auto add = [&](const std::string& name) { line += delimiter_ + quoted_cell(name, delimiter_); };
    add(question.added);
    if (question.adds_rate_date) add(question.added + "_rate_date");
    if (question.adds_rate) add(question.added + "_rate");
    if (question.adds_rate_source) add(question.added + "_rate_source");
    out_.put(line + header.line_end);
}

void csv_writer::write(csv_cells& cells, std::size_t first, std::span<const std::int64_t> values,
                       std::span<const std::uint32_t> which, const std::vector<special_row>& special) {
    for (const auto& row : special) {
        write_values(cells, first, row.row, values, which);
        write_special(cells, row);
        first = row.row + 1;
    }
    write_values(cells, first, cells.rows(), values, which);
}

void csv_writer::write_values(const csv_cells& cells, std::size_t first, std::size_t end,
                              std::span<const std::int64_t> values, std::span<const std::uint32_t> which) {
    const auto fit = [&](std::size_t rows) {
        const auto bytes = static_cast<std::size_t>(cells.at(first + rows - 1).end() - cells.at(first).begin());
        return bytes + rows * number_room <= csv_output::largest;
    };
    while (first < end) {
        auto rows = std::min(end - first, decoded_rows);
        while (rows > 1 && !fit(rows)) rows /= 2;
        if (fit(rows) && !adds_origin_) {
            write_plain(cells, first, rows, values.data() + first);
        } else {
            rows = 1;
            std::array<char, number_room> text;
            const auto* text_end = digits::write_amount(text.data(), values[first], multipliers_.target_scale());
            write_cell(cells, first, {text.data(), static_cast<std::size_t>(text_end - text.data())}, which[first]);
        }
        first += rows;
    }
}

void csv_writer::write_plain(const csv_cells& cells, std::size_t first, std::size_t rows, const std::int64_t* values) {
    const int scale = multipliers_.target_scale();
    const char delimiter = delimiter_;
    if (scale == 2) decoder_.write_values(values, rows, written_);
    auto* to = out_.room();
    for (std::size_t i = 0; i < rows; ++i) {
        const auto whole = cells.at(first + i).whole();
        to = csv_output::copy(to, whole.begin, static_cast<std::size_t>(whole.end - whole.begin));
        *to++ = delimiter;
        if (scale == 2 && written_.minus[i] < written_values::too_long) {
            *to = '-';
            to += written_.minus[i];
            digits::store(to, written_.whole[i]);
            to += written_.lengths[i];
            digits::store(to, written_.cents[i]);
            to += 3;
        } else {
            to = digits::write_amount(to, values[i], scale);
        }
        std::memcpy(to, whole.end, 2);  // a line feed, or a return and a line feed
        to += 1 + (*whole.end == '\r');
    }
    out_.used(to);
}

void csv_writer::write_cell(const csv_cells& cells, std::size_t row, std::string_view text, std::uint32_t which) {
    const auto whole = cells.at(row).whole();
    out_.put(whole.text());
    out_.put({&delimiter_, 1});
    out_.put(text);
    if (adds_origin_) out_.put(origin_of(which));
    out_.put(ends_with_return(whole) ? "\r\n" : "\n");
}

const std::string& csv_writer::origin_of(std::uint32_t which) {
    if (origins_.size() <= which) origins_.resize(multipliers_.table().size());
    auto& cells = origins_[which];
    if (!cells.empty()) return cells;
    const auto& origin = multipliers_.origin_of(which);
    const auto& question = reasons_.question;
    if (question.adds_rate_date) cells += delimiter_ + (origin.observed ? to_text(*origin.observed) : std::string{});
    if (question.adds_rate) cells += delimiter_ + origin.factor;
    if (question.adds_rate_source) cells += delimiter_ + quoted_cell(origin.source, delimiter_);
    return cells;
}

void csv_writer::write_special(csv_cells& cells, const special_row& row) {
    switch (row.is) {
        case special_row::kind::blank: return out_.put(cells.record(row.row));
        case special_row::kind::written: return write_cell(cells, row.row, row.text, row.which);
        case special_row::kind::refused: return reject(cells, row);
    }
}

void csv_writer::reject(csv_cells& cells, const special_row& row) {
    const auto line = cells.line(row.row);
    const auto count = cells.at(row.row).cells;
    const auto record = cells.record(row.row);
    const auto problem = [&] {
        const auto begin = static_cast<std::size_t>(row.where.begin - record.data());
        const auto end = static_cast<std::size_t>(row.where.end - record.data());
        return reasons_.problem_of(row, count, place_in_record(reasons_.question.name, line, record, begin, end));
    };
    rejects_.add(line, record, row.text, reasons_.words_of(row, count), problem);
}

}  // namespace outlay
