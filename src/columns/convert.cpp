// convert: runs a kernel over a block that stays in the cache, then settles the rows that it left.
#include <outlay/columns/convert.hpp>

#include "columns/kernels.hpp"
#include "columns/settle.hpp"

#include <algorithm>
#include <stdexcept>

namespace outlay {

namespace {

constexpr std::size_t block_rows = 4096;

const kernels::kernel_set& kernels_of(const column_rules& rules) {
#if defined(__x86_64__)
    const auto wanted = rules.instructions.value_or(best_instruction_set());
    if (!is_supported(wanted)) return kernels::portable;
    if (wanted == instruction_set::avx512) return kernels::avx512;
    if (wanted == instruction_set::avx2) return kernels::avx2;
#endif
    return kernels::portable;
}

/// How the kernels break ties; nothing if they do not round that way at all.
std::optional<kernels::ties> ties_of(rounding_mode rounding) {
    if (rounding == rounding_mode::half_even) return kernels::ties::to_even;
    if (rounding == rounding_mode::half_up) return kernels::ties::away_from_zero;
    return std::nullopt;
}

void require_length(std::size_t rows, std::size_t length) {
    if (rows != length) throw std::invalid_argument("outlay::convert: columns of different lengths");
}

std::size_t leave_all(const kernels::block& rows) {
    std::fill_n(rows.status, rows.rows, kernels::unsettled);
    return rows.rows;
}

/// The value of a row, and what became of it; true if it has one.
bool put(const kernels::block& rows, std::size_t i, bool has_rate, std::optional<std::int64_t> value) {
    const auto status = value ? row_status::converted : has_rate ? row_status::out_of_range : row_status::no_rate;
    rows.values[i] = value.value_or(0);
    rows.status[i] = static_cast<std::uint8_t>(status);
    return value.has_value();
}

/// `run` is the kernel over a block, `settle_row` settles one of its rows and tells if it has a value.
template <class Run, class SettleRow>
std::size_t by_blocks(kernels::block all, Run run, SettleRow settle_row) {
    std::size_t failed = 0;
    while (all.rows > 0) {
        auto rows = all;
        rows.rows = std::min(all.rows, block_rows);
        auto left = run(rows);
        for (std::size_t i = 0; left > 0; ++i) {
            if (rows.status[i] != kernels::unsettled) continue;
            --left;
            if (!settle_row(rows, i)) ++failed;
        }
        all = all.from(rows.rows);
    }
    return failed;
}

kernels::block block_of(std::span<const std::int64_t> amounts, converted_column out) {
    require_length(amounts.size(), out.values.size());
    require_length(amounts.size(), out.status.size());
    return {amounts.data(), nullptr, nullptr, out.values.data(), reinterpret_cast<std::uint8_t*>(out.status.data()),
            amounts.size()};
}

}  // namespace

std::size_t convert(std::span<const std::int64_t> amounts, const multiplier& by, const column_rules& rules,
                    converted_column out) {
    const auto& kernel = kernels_of(rules);
    const auto ties = ties_of(rules.rounding);
    const auto run = [&](const kernels::block& rows) {
        return ties && by.prepared().is_narrow() ? kernel.by_one(rows, by.prepared(), *ties) : leave_all(rows);
    };
    const auto settle_row = [&](const kernels::block& rows, std::size_t i) {
        if (by.empty()) return put(rows, i, false, std::nullopt);
        return put(rows, i, true, settle(rows.amounts[i], by.prepared(), rules.rounding, [&] { return by.exact(); }));
    };
    return by_blocks(block_of(amounts, out), run, settle_row);
}

std::size_t convert(std::span<const std::int64_t> amounts, std::span<const std::int64_t> rates, const multiplier& unit,
                    const column_rules& rules, converted_column out) {
    require_length(amounts.size(), rates.size());
    auto all = block_of(amounts, out);
    all.rates = rates.data();
    const auto& kernel = kernels_of(rules);
    const auto ties = ties_of(rules.rounding);
    const bool suits = unit.prepared().is_narrow() && unit.prepared().numerator == 1;
    const auto run = [&](const kernels::block& rows) {
        return ties && suits ? kernel.by_rate(rows, unit.prepared(), *ties) : leave_all(rows);
    };
    const auto settle_row = [&](const kernels::block& rows, std::size_t i) {
        const auto rate = rows.rates[i];
        if (unit.empty() || rate <= 0) return put(rows, i, false, std::nullopt);
        if (unit.prepared().fits() && unit.prepared().numerator == 1)
            return put(rows, i, true, settle(rows.amounts[i], rate, unit.prepared().denominator, rules.rounding));
        const multiplier by(unit.exact() * integer(rate));
        return put(rows, i, true, settle(rows.amounts[i], by.prepared(), rules.rounding, [&] { return by.exact(); }));
    };
    return by_blocks(all, run, settle_row);
}

std::size_t convert(std::span<const std::int64_t> amounts, std::span<const std::uint32_t> which,
                    const multiplier_table& by, const column_rules& rules, converted_column out) {
    require_length(amounts.size(), which.size());
    auto all = block_of(amounts, out);
    all.which = which.data();
    const auto& kernel = kernels_of(rules);
    const auto ties = ties_of(rules.rounding);
    const auto table = by.prepared();
    const auto run = [&](const kernels::block& rows) {
        if (!ties) return leave_all(rows);
        return kernel.by_choice(rows, table.data(), static_cast<std::uint32_t>(table.size()), *ties);
    };
    const auto settle_row = [&](const kernels::block& rows, std::size_t i) {
        const auto index = rows.which[i];
        if (index >= table.size() || index == multiplier_table::none) return put(rows, i, false, std::nullopt);
        return put(rows, i, true,
                   settle(rows.amounts[i], table[index], rules.rounding, [&] { return by.exact(index); }));
    };
    return by_blocks(all, run, settle_row);
}

}  // namespace outlay
