// csv: comment lines, column names, then rows of as many cells.
#include <outlay/base/csv.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

class csv_reader {
public:
    csv_reader(const source& text, const std::vector<std::string_view>& required,
               const std::vector<std::string_view>& optional)
        : source_(text), text_(text.text()), required_(required), optional_(optional) {}

    result<csv_table> read() {
        if (const auto bad = find_invalid_utf8(text_))
            return make_diagnostic("not-utf8", {{"file", source_.name()}}, source_.at(*bad, *bad + 1));
        if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        read_header();
        skip_blank_lines();
        if (at_ >= text_.size()) return make_diagnostic("csv-no-columns", {{"file", source_.name()}}, source_.whole());
        table_.columns = read_row();
        check_columns();
        for (skip_blank_lines(); at_ < text_.size(); skip_blank_lines()) read_data_row();
        if (!problems_.empty()) return std::move(problems_);
        return std::move(table_);
    }

private:
    void report(std::string_view id, message_arguments arguments, std::size_t begin, std::size_t end) {
        problems_.push_back(make_diagnostic(id, arguments, source_.at(begin, end)));
    }

    void read_header() {
        while (at_ < text_.size() && text_[at_] == '#') {
            const auto end = std::min(text_.find('\n', at_), text_.size());
            const auto line = text_.substr(at_ + 1, end - at_ - 1);
            if (const auto colon = line.find(':'); colon != std::string_view::npos) {
                auto& value = table_.header[std::string(trim(line.substr(0, colon)))];
                if (!value.empty()) value += '\n';
                value += trim(line.substr(colon + 1));
            }
            at_ = std::min(end + 1, text_.size());
        }
    }

    void skip_blank_lines() {
        while (at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"))) ++at_;
    }

    [[nodiscard]] bool at_row_end() const {
        return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
    }

    std::vector<csv_cell> read_row() {
        std::vector<csv_cell> cells;
        while (true) {
            cells.push_back(at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain());
            if (at_row_end()) break;
            ++at_;  // the comma
        }
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        if (at_ < text_.size()) ++at_;
        return cells;
    }

    csv_cell read_plain() {
        const auto begin = at_;
        while (!at_row_end() && text_[at_] != ',') {
            if (text_[at_] == '"') report("csv-quote-stray", {}, at_, at_ + 1);
            ++at_;
        }
        return {std::string(text_.substr(begin, at_ - begin)), begin, at_};
    }

    csv_cell read_quoted() {
        const auto begin = at_++;
        std::string cell;
        while (true) {
            const auto quote = text_.find('"', at_);
            if (quote == std::string_view::npos) {
                report("csv-quote-open", {}, begin, begin + 1);
                at_ = text_.size();
                return {std::move(cell), begin, at_};
            }
            cell += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (at_ >= text_.size() || text_[at_] != '"') break;
            cell += '"';
            ++at_;
        }
        const auto end = at_;
        while (!at_row_end() && text_[at_] != ',') ++at_;
        if (at_ > end) report("csv-quote-stray", {}, end, at_);
        return {std::move(cell), begin, end};
    }

    void check_columns() {
        auto known = required_;
        known.insert(known.end(), optional_.begin(), optional_.end());
        for (auto column = table_.columns.begin(); column != table_.columns.end(); ++column) {
            const auto same_name = [&](const csv_cell& other) { return other.text == column->text; };
            if (std::find(known.begin(), known.end(), column->text) == known.end()) {
                report("csv-unknown-column", {{"column", column->text}}, column->begin, column->end);
                problems_.back().near = near_misses(column->text, known);
            } else if (std::find_if(table_.columns.begin(), column, same_name) != column) {
                report("csv-column-twice", {{"column", column->text}}, column->begin, column->end);
            }
        }
        for (const auto column : required_)
            if (!table_.has(column))
                report("csv-missing-column", {{"column", column}}, table_.columns.front().begin,
                       table_.columns.back().end);
    }

    void read_data_row() {
        const auto known_problems = problems_.size();
        auto row = read_row();
        if (row.size() != table_.columns.size() && problems_.size() == known_problems)
            report("csv-row-length",
                   {{"row", row.front().text},
                    {"found", std::to_string(row.size())},
                    {"columns", std::to_string(table_.columns.size())}},
                   row.front().begin, row.back().end);
        table_.rows.push_back(std::move(row));
    }

    const source& source_;
    std::string_view text_;
    const std::vector<std::string_view>& required_;
    const std::vector<std::string_view>& optional_;
    std::size_t at_ = 0;
    csv_table table_;
    diagnostics problems_;
};

}  // namespace

bool csv_table::has(std::string_view column) const {
    return std::any_of(columns.begin(), columns.end(), [&](const csv_cell& cell) { return cell.text == column; });
}

const csv_cell& csv_table::cell(std::size_t row, std::string_view column) const {
    static const csv_cell absent;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].text == column) return rows[row][i];
    return absent;
}

result<csv_table> read_csv(const source& text, const std::vector<std::string_view>& required,
                           const std::vector<std::string_view>& optional) {
    return csv_reader(text, required, optional).read();
}

}  // namespace outlay
