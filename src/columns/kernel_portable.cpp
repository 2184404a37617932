// kernel_portable: row by row, on any machine.
#include "columns/lane.hpp"

namespace outlay::kernels {

namespace {

std::size_t one(const block& rows, const prepared_fraction& by, ties mode) {
    return mode == ties::to_even ? by_one<ties::to_even>(rows, by) : by_one<ties::away_from_zero>(rows, by);
}

std::size_t rate(const block& rows, const prepared_fraction& unit, ties mode) {
    return mode == ties::to_even ? by_rate<ties::to_even>(rows, unit) : by_rate<ties::away_from_zero>(rows, unit);
}

std::size_t choice(const block& rows, const prepared_fraction* table, std::uint32_t size, ties mode) {
    return mode == ties::to_even ? by_choice<ties::to_even>(rows, table, size)
                                 : by_choice<ties::away_from_zero>(rows, table, size);
}

}  // namespace

const kernel_set portable{one, rate, choice};

}  // namespace outlay::kernels
