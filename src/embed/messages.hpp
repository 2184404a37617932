// messages: reads config/messages/LANGUAGE/LAYER.csv, the words that outlay itself says.
// Promises: every bad file and row in one pass; the words read so far are what errors of this program are said in.
// Leaves out: looking them up (base/message.hpp).
#pragma once

#include <outlay/base/message.hpp>
#include <outlay/base/result.hpp>

#include <string>
#include <vector>

namespace outlay::embed {

/// The rows that could be read, sorted by language and id.
/// Problems: those of read_config_file, config-duplicate-row.
struct message_folder {
    std::vector<message_row> rows;
    diagnostics problems;
};
[[nodiscard]] message_folder read_messages(const std::string& config_folder);

/// From now on what embedded_messages() of this program is.
void speak_with(std::vector<message_row> rows);

}  // namespace outlay::embed
