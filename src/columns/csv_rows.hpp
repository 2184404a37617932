// csv_rows: what the cells of rows say: columns of amounts and of multipliers, and the rows that those cannot hold.
// Promises: the common row (digits, a code, a day) costs a few instructions; every other one takes the long way to the
//   same answer, or to a reason.
#pragma once

#include <outlay/columns/csv_conversion.hpp>
#include <outlay/columns/dated_multipliers.hpp>

#include "columns/csv_cells.hpp"
#include "columns/decode.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace outlay {

/// A row that is not in the columns.
struct special_row {
    enum class kind {
        blank,
        written,  ///< converted already, into `text`
        refused,  ///< for the reason with the id `text`
    };
    std::size_t row = 0;
    kind is = kind::refused;
    csv_cells::cell where{};  ///< of a refused row
    std::string text{};
    std::uint32_t which = multiplier_table::none;
    currency_code from{};  ///< of a row without a rate
    outlay::date day{};
};

class csv_rows {
public:
    /// The short way reads amounts of two decimals: the multipliers are to be for columns of at least so many.
    static constexpr int least_scale = 2;

    csv_rows(const csv_question& question, const csv_header& header, dated_multipliers& multipliers);

    /// Reads the rows from `first` on.
    void read(const csv_cells& cells, std::size_t first);
    /// Takes a row out of the columns whose result they cannot hold.
    void read_exactly(const csv_cells& cells, std::size_t row);

    /// By row; of a special row they say nothing.
    [[nodiscard]] std::span<const std::int64_t> amounts() const { return amounts_; }
    [[nodiscard]] std::span<const std::uint32_t> which() const { return which_; }
    /// By row, once all are known.
    [[nodiscard]] const std::vector<special_row>& special();

private:
    static constexpr std::uint32_t no_series = 0xFFFFFFFF;

    /// Some rows of a run, the first of which is row `first`: into the columns, or marked as not plain.
    void read_plain(const csv_cells::run& rows, std::size_t first);
    void take_amounts(const csv_cells::run& rows);
    void take_days(const csv_cells::run& rows);
    void take_series(const csv_cells::run& rows);
    [[nodiscard, gnu::always_inline]] inline bool choose(std::size_t row, std::size_t i);
    void read_slowly(const csv_cells::row& cells, std::size_t row, bool fits);
    void put(std::size_t row, const decimal& amount, std::uint32_t series, std::uint32_t which, bool fits);
    void refuse(std::size_t row, std::string_view id, const csv_cells::cell& where) {
        special_.push_back({row, special_row::kind::refused, where, std::string(id)});
    }
    [[nodiscard]] std::optional<std::uint32_t> series_of(const csv_cells::row& cells, std::size_t row);
    [[nodiscard]] std::optional<outlay::date> day_of(const csv_cells::row& cells, std::size_t row);

    const csv_question& question_;
    const csv_header& header_;
    dated_multipliers& multipliers_;
    std::optional<std::uint32_t> only_series_;
    std::uint64_t only_day_ = plain_days::no_day;
    const decoder& decoder_;
    written_amounts written_amounts_;
    plain_amounts plain_amounts_;
    written_days written_days_;
    plain_days plain_days_;
    decoded_column<std::uint32_t> series_{};     ///< no_series where the code is not known yet, or is none
    std::vector<std::uint16_t> series_by_code_;  ///< by five bits a letter: one more than the number; 0: not known yet
    std::vector<std::int64_t> amounts_;
    std::vector<std::uint32_t> which_;
    std::vector<special_row> special_;
};

}  // namespace outlay
