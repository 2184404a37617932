// tables: the tables of config/ as C++ source files, one function a file.
// Promises: the rows in the order in which they are given, each an aggregate of constants.
// Leaves out: reading and checking them (engine/config_folder.hpp, messages.hpp).
#pragma once

#include "embed/cpp_table.hpp"
#include "engine/config_folder.hpp"

#include <outlay/base/message.hpp>

#include <vector>

namespace outlay::embed {

[[nodiscard]] cpp_file message_table(const std::vector<message_row>& rows);
[[nodiscard]] cpp_file currency_tables(const config_folder& facts);
[[nodiscard]] cpp_file economy_table(const config_folder& facts);
[[nodiscard]] cpp_file setting_table(const config_folder& facts);
[[nodiscard]] cpp_file calendar_table(const config_folder& facts);
[[nodiscard]] cpp_file programme_table(const config_folder& facts);
[[nodiscard]] cpp_file format_table(const config_folder& facts);
[[nodiscard]] cpp_file rate_tables(const config_folder& facts);
[[nodiscard]] cpp_file indicator_tables(const config_folder& facts);
[[nodiscard]] cpp_file language_tables(const config_folder& facts);

}  // namespace outlay::embed
