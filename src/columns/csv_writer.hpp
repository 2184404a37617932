// csv_writer: rows as they were, each with its new cells before its line end; refused rows with their reason.
#pragma once

#include <outlay/columns/convert.hpp>

#include "columns/csv_output.hpp"
#include "columns/csv_rejects.hpp"
#include "columns/csv_rows.hpp"

#include <map>

namespace outlay {

/// What a refused row is diagnosed with.
struct row_reasons {
    const csv_question& question;
    const rate_table& rates;
    const currency_table& currencies;
    rate_policy policy;
    std::size_t columns;
    std::map<std::pair<currency_code, outlay::date>, std::string> missing;  ///< words that took a search

    [[nodiscard]] diagnostic problem_of(const special_row& row, std::size_t cells, std::optional<place> where);
    [[nodiscard]] std::string words_of(const special_row& row, std::size_t cells);
};

class csv_writer {
public:
    csv_writer(row_reasons reasons, const dated_multipliers& multipliers, csv_output& out, csv_rejects& rejects);

    void write_header(const csv_header& header);
    /// The rows from `first` on; those that are not special have these values.
    void write(csv_cells& cells, std::size_t first, std::span<const std::int64_t> values,
               std::span<const std::uint32_t> which, const std::vector<special_row>& special);

private:
    /// Some rows; they are decoded at once.
    void write_plain(const csv_cells& cells, std::size_t first, std::size_t rows, const std::int64_t* values);
    void write_values(const csv_cells& cells, std::size_t first, std::size_t end, std::span<const std::int64_t> values,
                      std::span<const std::uint32_t> which);
    void write_cell(const csv_cells& cells, std::size_t row, std::string_view text, std::uint32_t which);
    void write_special(csv_cells& cells, const special_row& row);
    void reject(csv_cells& cells, const special_row& row);
    const std::string& origin_of(std::uint32_t which);

    row_reasons reasons_;
    const dated_multipliers& multipliers_;
    csv_output& out_;
    csv_rejects& rejects_;
    char delimiter_;
    bool adds_origin_;
    const decoder& decoder_;
    written_values written_;
    std::vector<std::string> origins_;  ///< by multiplier: the cells after the amount, each with a delimiter before it
};

}  // namespace outlay
