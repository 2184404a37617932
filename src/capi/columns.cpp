// Columns of the C interface: rows are given their rate's number, then the kernels of columns/ convert them.
#include "capi/asking.hpp"
#include "capi/int128.hpp"

#include <outlay/columns/convert.hpp>
#include <outlay/columns/dated_multipliers.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace {

using namespace outlay;
using outlay::capi::view;

constexpr std::size_t block_rows = 4096;  // stays in the first cache
constexpr std::size_t letters = 26;
constexpr std::uint32_t unresolved = 0xFFFFFFFF;
constexpr std::int32_t most_scale = 38;

/// The rates of one currency, by the day.
struct day_rates {
    std::uint32_t series = 0;
    std::vector<std::uint32_t> by_day;
};

struct block {
    std::array<std::uint32_t, block_rows> which;
    std::array<std::uint8_t, block_rows> flaw;
    std::array<std::int64_t, block_rows> amounts;
    std::array<std::int64_t, block_rows> values;
    std::array<row_status, block_rows> status;
};

}  // namespace

struct outlay_columns {
    outlay_columns(const outlay::engine& from, rate_policy policy, currency_code to)
        : data(from), as_of(policy.as_of), rates(data.rates(), data.currencies(), std::move(policy), to) {}

    outlay::engine data;
    std::optional<date> as_of;
    dated_multipliers rates;
    std::int32_t amount_scale = OUTLAY_MINOR_UNIT;
    std::int32_t result_scale = 0;
    column_rules rules;
    multiplier_table table;             ///< those of `rates`, for these scales
    std::vector<std::uint32_t> scaled;  ///< by the number that `rates` gives: the number in `table`, 0: not yet
    std::int32_t first_day = 0;         ///< of day_rates::by_day
    std::size_t days = 0;
    std::array<std::int32_t, letters * letters * letters>
        known{};  ///< by the letters: 0 not asked, −1 none, else place + 1
    std::vector<day_rates> currencies;
    std::map<std::uint32_t, ratio> exact;  ///< of rows that the kernels cannot convert
    block work;

    /// The place of a currency in `currencies`; nothing if there is none of that code.
    day_rates* find(const char* code) {
        std::size_t key = 0;
        for (int i = 0; i < 3; ++i) {
            const auto letter = static_cast<unsigned>(static_cast<unsigned char>(code[i])) - 'A';
            if (letter >= letters) return find_other(code);
            key = key * letters + letter;
        }
        auto& place = known[key];
        if (place == 0) place = learn(code);
        return place < 0 ? nullptr : &currencies[static_cast<std::size_t>(place) - 1];
    }

    std::uint32_t number(day_rates& of, std::int32_t day) {
        const auto offset = static_cast<std::size_t>(std::int64_t{day} - first_day);  // huge for a day before the first
        if (offset >= days) return resolve(of, day);
        auto& found = of.by_day[offset];
        if (found == unresolved) found = resolve(of, day);
        return found;
    }

    const ratio& exact_of(std::uint32_t number) {
        const auto known_ratio = exact.find(number);
        if (known_ratio != exact.end()) return known_ratio->second;
        return exact.emplace(number, table.exact(number)).first->second;
    }

private:
    /// Small letters mean the same.
    day_rates* find_other(const char* code) {
        const currency_code read(std::string_view(code, 3));
        return read.empty() ? nullptr : find(read.text().data());
    }

    std::int32_t learn(const char* code) {
        const auto series = rates.series_of(currency_code(std::string_view(code, 3)));
        if (!series) return -1;
        currencies.push_back({*series, std::vector<std::uint32_t>(days, unresolved)});
        return static_cast<std::int32_t>(currencies.size());
    }

    std::uint32_t resolve(const day_rates& of, std::int32_t day) {
        constexpr std::int32_t furthest = 4'000'000;  // days, beyond the years that a calendar of the machine has
        const auto which = rates.find(of.series, date{std::chrono::days{std::clamp(day, -furthest, furthest)}});
        if (which == multiplier_table::none || which == dated_multipliers::no_day) return multiplier_table::none;
        if (which >= scaled.size()) scaled.resize(which + 1);
        if (scaled[which] == 0) {
            const auto own = rates.scale_of(of.series);
            const auto from = amount_scale == OUTLAY_MINOR_UNIT ? own : amount_scale;
            const auto shift = (own - from) + (result_scale - rates.target_scale());
            scaled[which] = table.add(multiplier::between(rates.table().exact(which), 0, shift));
        }
        return scaled[which];
    }
};

namespace {

/// Numbers the rates of a block of rows; a row without one is flagged with its status.
void number_rows(outlay_columns& c, const outlay_column_input& in, std::size_t first, std::size_t rows,
                 std::int32_t day) {
    day_rates* all = in.currencies == nullptr ? c.find(in.currency.data) : nullptr;
    for (std::size_t i = 0; i < rows; ++i) {
        auto* of = in.currencies == nullptr ? all : c.find(in.currencies + 3 * (first + i));
        const auto own = in.days == nullptr ? day : in.days[first + i];
        c.work.flaw[i] = of == nullptr ? OUTLAY_ROW_UNKNOWN_CURRENCY : own == OUTLAY_NO_DAY ? OUTLAY_ROW_NO_DAY : 0;
        c.work.which[i] = c.work.flaw[i] != 0 ? multiplier_table::none : c.number(*of, own);
    }
}

bool fits_narrow(const outlay_int128& value) {
    return value.high == (static_cast<std::int64_t>(value.low) < 0 ? -1 : 0);
}

/// By fractions: what 64 bits do not hold, on either side.
void settle_wide(outlay_columns& c, const outlay_int128& amount, std::size_t i, outlay_int128& value) {
    const ratio exact = capi::to_integer(amount) * c.exact_of(c.work.which[i]);
    const auto fits = capi::to_int128(round(exact, 0, c.rules.rounding).coefficient());
    if (fits) value = *fits;
    c.work.status[i] = fits ? row_status::converted : row_status::out_of_range;
}

outlay_int128 widened(std::int64_t value) { return {static_cast<std::uint64_t>(value), value < 0 ? -1 : 0}; }

void convert_block(outlay_columns& c, const outlay_column_input& in, const outlay_column_output& out, std::size_t first,
                   std::size_t rows) {
    auto& w = c.work;
    const bool narrow_in = in.amounts != nullptr;
    const bool narrow_out = out.values != nullptr;
    if (!narrow_in)
        for (std::size_t i = 0; i < rows; ++i)
            w.amounts[i] =
                fits_narrow(in.wide_amounts[first + i]) ? static_cast<std::int64_t>(in.wide_amounts[first + i].low) : 0;
    const std::span<const std::int64_t> amounts(narrow_in ? in.amounts + first : w.amounts.data(), rows);
    // The wide amounts are needed until the rows are settled, also where the result lies over them.
    std::span<std::int64_t> values(narrow_out && narrow_in ? out.values + first : w.values.data(), rows);
    if (narrow_in && !narrow_out) std::copy(amounts.begin(), amounts.end(), w.amounts.begin());
    convert(amounts, {w.which.data(), rows}, c.table, c.rules, {values, {w.status.data(), rows}});
    if (narrow_in && narrow_out) return;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto amount = narrow_in ? widened(w.amounts[i]) : in.wide_amounts[first + i];
        outlay_int128 value = widened(values[i]);
        if (w.which[i] != multiplier_table::none && (!fits_narrow(amount) || w.status[i] == row_status::out_of_range)) {
            value = {};
            settle_wide(c, amount, i, value);
        }
        if (!narrow_out) {
            out.wide_values[first + i] = value;
            continue;
        }
        if (!fits_narrow(value)) w.status[i] = row_status::out_of_range;
        out.values[first + i] = fits_narrow(value) ? static_cast<std::int64_t>(value.low) : 0;
    }
}

std::size_t convert_rows(outlay_columns& c, const outlay_column_input& in, const outlay_column_output& out,
                         std::int32_t day) {
    std::size_t without = 0;
    for (std::size_t first = 0; first < in.rows; first += block_rows) {
        const auto rows = std::min(block_rows, in.rows - first);
        number_rows(c, in, first, rows, day);
        convert_block(c, in, out, first, rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto status = c.work.flaw[i] != 0 ? c.work.flaw[i] : static_cast<std::uint8_t>(c.work.status[i]);
            out.status[first + i] = status;
            without += status != OUTLAY_ROW_CONVERTED ? 1 : 0;
        }
    }
    return without;
}

bool is_scale(std::int32_t scale) {
    return scale == OUTLAY_MINOR_UNIT || (scale >= -most_scale && scale <= most_scale);
}

}  // namespace

extern "C" {

outlay_status outlay_columns_open(const outlay_engine* engine, outlay_text to, std::int32_t amount_scale,
                                  std::int32_t result_scale, const outlay_options* options, outlay_columns** out,
                                  outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(to) || !is_scale(amount_scale) || !is_scale(result_scale))
        return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& how, const auto& given, diagnostics& told) {
            const auto target = capi::read_currency(data, to, "to");
            if (!target) return told = target.problems(), OUTLAY_OK;
            auto made = std::make_unique<outlay_columns>(data, how.rates, *target);
            made->amount_scale = amount_scale;
            made->result_scale = result_scale == OUTLAY_MINOR_UNIT ? made->rates.target_scale() : result_scale;
            made->rules.rounding = given.rounding.size == 0 ? rounding_mode::half_even : how.format.rounding;
            const auto known = made->data.rates().series();
            if (!known.empty()) {
                constexpr auto margin = std::chrono::days{366};
                const auto first = std::ranges::min(known, {}, &rate_series::first).first - margin;
                const auto last = std::ranges::max(known, {}, &rate_series::last).last + margin;
                made->first_day = static_cast<std::int32_t>(first.time_since_epoch().count());
                made->days = static_cast<std::size_t>((last - first).count());
            }
            *out = made.release();
            return OUTLAY_OK;
        });
}

outlay_status outlay_columns_convert(outlay_columns* columns, const outlay_column_input* in,
                                     const outlay_column_output* out, size_t* without_result) {
    return capi::guarded([&] {
        outlay_column_input from;
        outlay_column_output into;
        if (columns == nullptr || in == nullptr || out == nullptr) return OUTLAY_BAD_CALL;
        if (!capi::read_options_struct(in, from) || !capi::read_options_struct(out, into)) return OUTLAY_BAD_CALL;
        if (from.rows == 0) return without_result != nullptr ? void(*without_result = 0) : void(), OUTLAY_OK;
        if ((from.amounts == nullptr) == (from.wide_amounts == nullptr)) return OUTLAY_BAD_CALL;
        if ((into.values == nullptr) == (into.wide_values == nullptr) || into.status == nullptr) return OUTLAY_BAD_CALL;
        if (from.currencies == nullptr && (from.currency.data == nullptr || from.currency.size != 3))
            return OUTLAY_BAD_CALL;
        const auto day = columns->as_of ? columns->as_of : columns->data.rates().newest_day();
        const auto number = day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : OUTLAY_NO_DAY;
        const auto without = convert_rows(*columns, from, into, number);
        if (without_result != nullptr) *without_result = without;
        return OUTLAY_OK;
    });
}

outlay_status outlay_columns_warnings(const outlay_columns* columns, outlay_problems** problems) {
    if (columns == nullptr || problems == nullptr) return OUTLAY_BAD_CALL;
    *problems = nullptr;
    return capi::guarded([&] {
        diagnostics found;
        for (const auto& warning : columns->rates.warnings()) found.push_back(warning.first);
        return capi::report(std::move(found), problems);
    });
}

std::int32_t outlay_columns_result_scale(const outlay_columns* columns) {
    return columns == nullptr ? 0 : columns->result_scale;
}

void outlay_columns_free(outlay_columns* columns) { delete columns; }

}  // extern "C"
