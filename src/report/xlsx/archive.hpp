// archive: named files in one ZIP file, in memory.
// Promises: the same files give the same bytes: they carry the first day that the format knows, not today.
// Leaves out: files of 4 GiB and more, encryption, reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace outlay::xlsx {

class archive {
public:
    void add(std::string_view name, std::string_view content);
    /// The whole file; nothing may be added behind it.
    [[nodiscard]] std::string finish() &&;

private:
    std::string bytes_;
    std::string directory_;
    std::uint16_t files_ = 0;
};

}  // namespace outlay::xlsx
