// csv_rows: the short way and the long way through a row.
#include "columns/csv_rows.hpp"

#include <algorithm>
#include <variant>

namespace outlay {

namespace {

constexpr std::array<std::int64_t, 19> powers = [] {
    std::array<std::int64_t, 19> list{1};
    for (std::size_t i = 1; i < list.size(); ++i) list[i] = list[i - 1] * 10;
    return list;
}();

constexpr std::size_t code_slots = std::size_t{1} << 15;

/// Four bytes are read.
std::uint32_t letters_of(const char* code) { return digits::load_half(code) & 0xFFFFFFU; }

std::size_t slot_of(std::uint32_t letters) {
    return (letters & 31) << 10 | (letters >> 8 & 31) << 5 | (letters >> 16 & 31);
}

/// The bytes lie where the letters do; a slot that is in use makes sure of the rest.
bool may_be_letters(std::uint32_t letters) { return (letters & 0xC0C0C0U) == 0x404040U; }

std::string meant(const csv_cells::cell& written) {
    auto text = cell_text(written.text());
    constexpr const char* blanks = " \t";
    text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
    text.erase(text.find_last_not_of(blanks) + 1);
    return text;
}

/// Two digits up to a limit, taken from the front.
bool take_two(std::string_view& text, int limit) {
    if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return false;
    const int number = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    return number <= limit;
}

/// ":30" and the like, if it is there; false if it is there and wrong.
bool take_part(std::string_view& text, int limit) {
    if (!text.starts_with(':')) return true;
    text.remove_prefix(1);
    return take_two(text, limit);
}

/// "T10:30:00.5Z", " 10:30", "T10:30+09:00": the day before it is meant as it is written.
bool is_time(std::string_view text) {
    if (text.empty() || (text.front() != 'T' && text.front() != ' ')) return false;
    text.remove_prefix(1);
    constexpr int last_hour = 24;
    constexpr int last_minute = 59;
    constexpr int leap_second = 60;
    if (!take_two(text, last_hour) || !take_part(text, last_minute) || !take_part(text, leap_second)) return false;
    if (text.starts_with('.') || text.starts_with(',')) {
        const auto digits = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (digits == 1) return false;
        text.remove_prefix(digits);
    }
    if (text == "Z") return true;
    if (!text.starts_with('+') && !text.starts_with('-')) return text.empty();
    text.remove_prefix(1);
    if (!take_two(text, last_hour)) return false;
    return text.starts_with(':') ? take_part(text, last_minute) && text.empty()
                                 : text.empty() || (take_two(text, last_minute) && text.empty());
}

}  // namespace

csv_rows::csv_rows(const csv_question& question, const csv_header& header, dated_multipliers& multipliers)
    : question_(question),
      header_(header),
      multipliers_(multipliers),
      decoder_(decoder_for(best_instruction_set())),
      series_by_code_(code_slots) {
    if (!header.currency) only_series_ = multipliers.series_of(question.from);
    if (!header.date) {
        const auto day = digits::read_day(to_text(question.day).c_str());
        only_day_ = std::uint64_t{day.year} << 9 | day.slot;
    }
}

void csv_rows::read(const csv_cells& cells, std::size_t first) {
    special_.clear();
    amounts_.resize(cells.rows());
    which_.resize(cells.rows());
    std::fill_n(which_.begin(), first, multiplier_table::none);
    for (auto row = first; row < cells.rows();) {
        auto rows = cells.run_from(row, header_.columns);
        if (rows.rows == 0) {  // a row of another number of cells
            read_slowly(cells.at(row), row, true);
            ++row;
            continue;
        }
        rows.rows = std::min(rows.rows, decoded_rows);
        read_plain(rows, row);
        row += rows.rows;
    }
}

void csv_rows::read_exactly(const csv_cells& cells, std::size_t row) { read_slowly(cells.at(row), row, false); }

const std::vector<special_row>& csv_rows::special() {
    const auto by_row = [](const special_row& a, const special_row& b) { return a.row < b.row; };
    if (!std::is_sorted(special_.begin(), special_.end(), by_row)) std::sort(special_.begin(), special_.end(), by_row);
    return special_;
}

void csv_rows::take_amounts(const csv_cells::run& rows) {
    auto cells = rows.column(header_.amount);
    auto& written = written_amounts_;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto amount = cells.next();
        written.last[i] = digits::load(amount.end - 8);
        written.ninth[i] = static_cast<unsigned char>(amount.end[-9]);
        written.size[i] = static_cast<std::uint64_t>(amount.end - amount.begin);
        written.minus[i] = *amount.begin == '-';
    }
    decoder_.read_amounts(written, rows.rows, question_.style.decimal_mark, plain_amounts_);
}

void csv_rows::take_days(const csv_cells::run& rows) {
    if (!header_.date) {
        plain_days_.keys.fill(only_day_);
        return;
    }
    auto cells = rows.column(*header_.date);
    auto& written = written_days_;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto day = cells.next();
        written.front[i] = day.end - day.begin == 10 ? digits::load(day.begin) : 0;
        written.back[i] = digits::load(day.begin + 2);
    }
    decoder_.read_days(written, rows.rows, plain_days_);
}

void csv_rows::take_series(const csv_cells::run& rows) {
    if (!header_.currency) {
        series_.fill(only_series_.value_or(no_series));
        return;
    }
    auto cells = rows.column(*header_.currency);
    const auto* known = series_by_code_.data();
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto code = cells.next();
        const auto letters = letters_of(code.begin);
        const bool is_plain = (code.end - code.begin == 3) & may_be_letters(letters);
        series_[i] = is_plain ? known[slot_of(letters)] - 1U : no_series;
    }
}

/// Row i of those that were taken, into the columns; false if they cannot hold it.
inline bool csv_rows::choose(std::size_t row, std::size_t i) {
    const auto series = series_[i];
    const auto key = plain_days_.keys[i];
    const auto scale = plain_amounts_.scales[i];
    if ((series == no_series) | (key == plain_days::no_day) | (scale == plain_amounts::not_plain)) return false;
    const auto which = multipliers_.find(series, static_cast<std::uint32_t>(key >> 9), key & 511);
    which_[row] = which;
    if ((which == multiplier_table::none) | (which == dated_multipliers::no_day)) return false;
    const auto unit = powers[static_cast<std::size_t>(multipliers_.scale_of(series) - scale)];
    return !__builtin_mul_overflow(plain_amounts_.coefficients[i], unit, &amounts_[row]);
}

void csv_rows::read_plain(const csv_cells::run& rows, std::size_t first) {
    take_amounts(rows);
    take_days(rows);
    take_series(rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        if (choose(first + i, i)) continue;
        const auto cells = rows.at(i);
        const auto written = cells.at(header_.amount);
        const auto amount = digits::read_long(written.begin, written.end, question_.style.decimal_mark);
        plain_amounts_.coefficients[i] = amount.coefficient;
        plain_amounts_.scales[i] = amount.ok ? amount.scale : plain_amounts::not_plain;
        if (!choose(first + i, i)) read_slowly(cells, first + i, true);
    }
}

void csv_rows::read_slowly(const csv_cells::row& cells, std::size_t row, bool fits) {
    amounts_[row] = 0;
    which_[row] = multiplier_table::none;
    if (cells.begin() == cells.end()) {
        special_.push_back({row, special_row::kind::blank, cells.whole(), {}});
        return;
    }
    if (cells.cells != header_.columns) return refuse(row, "csv-row-length", cells.whole());
    const auto where = cells.at(header_.amount);
    const auto amount = read_amount(meant(where), question_.style);
    if (const auto* flaw = std::get_if<amount_flaw>(&amount)) return refuse(row, to_text(*flaw), where);
    const auto series = series_of(cells, row);
    if (!series) return;
    const auto day = day_of(cells, row);
    if (!day) return;
    const auto which = multipliers_.find(*series, *day);
    if (which != multiplier_table::none) return put(row, std::get<decimal>(amount), *series, which, fits);
    refuse(row, "rate-missing", header_.currency ? cells.at(*header_.currency) : where);
    special_.back().from = multipliers_.currency_of(*series);
    special_.back().day = *day;
}

void csv_rows::put(std::size_t row, const decimal& amount, std::uint32_t series, std::uint32_t which, bool fits) {
    const int scale = multipliers_.scale_of(series);
    const auto exact = ratio(to_ratio(amount) * power_of_ten(scale));
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (fits && boost::multiprecision::denominator(exact) == 1 && exact <= most && exact >= -most) {
        amounts_[row] = static_cast<std::int64_t>(boost::multiprecision::numerator(exact));
        which_[row] = which;
        return;
    }
    const auto value = round(ratio(exact * multipliers_.table().exact(which)), 0, question_.rounding);
    const decimal converted(value.coefficient(), multipliers_.target_scale());
    special_.push_back({row, special_row::kind::written, {}, converted.text(), which});
}

std::optional<std::uint32_t> csv_rows::series_of(const csv_cells::row& cells, std::size_t row) {
    if (!header_.currency) return only_series_;
    const auto where = cells.at(*header_.currency);
    const currency_code code(meant(where));
    const auto series = code.empty() ? std::nullopt : multipliers_.series_of(code);
    if (!series) {
        refuse(row, "unknown-currency", where);
        return std::nullopt;
    }
    std::array<char, 4> letters{};
    std::copy_n(code.text().data(), 3, letters.data());
    series_by_code_[slot_of(letters_of(letters.data()))] = static_cast<std::uint16_t>(*series + 1);
    return series;
}

std::optional<outlay::date> csv_rows::day_of(const csv_cells::row& cells, std::size_t row) {
    if (!header_.date) return question_.day;
    const auto where = cells.at(*header_.date);
    const auto text = meant(where);
    const auto day = parse_date(std::string_view(text).substr(0, 10));
    if (day && (text.size() == 10 || is_time(std::string_view(text).substr(10)))) return day;
    refuse(row, "date-malformed", where);
    return std::nullopt;
}

}  // namespace outlay
