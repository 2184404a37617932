// layout: the forms that an answer is written in.
// Promises: one name each, the same in every command.
// Leaves out: what is in them.
#pragma once

#include <cstdint>

namespace outlay {

enum class report_layout : std::uint8_t { table, json, csv, markdown };

}  // namespace outlay
