#include "capi/border.hpp"

#include <algorithm>
#include <cstring>

namespace outlay::capi {

outlay_status write(std::string_view text, outlay_string* out) noexcept {
    if (out == nullptr || (out->data == nullptr && out->capacity != 0)) return OUTLAY_BAD_CALL;
    out->needed = text.size();
    if (text.size() > out->capacity) return OUTLAY_NO_ROOM;
    if (!text.empty()) std::memcpy(out->data, text.data(), text.size());
    return OUTLAY_OK;
}

outlay_status write(const std::optional<std::string>& text, outlay_string* out) noexcept {
    if (text) return write(std::string_view(*text), out);
    if (out == nullptr) return OUTLAY_BAD_CALL;
    out->needed = 0;
    return OUTLAY_ABSENT;
}

outlay_status report(diagnostics problems, outlay_problems** out) {
    const int code = exit_code(problems);
    const auto status = code == 3   ? OUTLAY_MISSING_FACT
                        : code == 2 ? OUTLAY_BAD_INPUT
                        : code == 0 ? OUTLAY_OK
                                    : OUTLAY_DEFECT;
    if (out != nullptr && !problems.empty()) *out = new outlay_problems{std::move(problems)};
    return status;
}

bool copy_known(void* to, std::size_t to_size, const void* from, std::size_t least) {
    std::size_t size = 0;
    std::memcpy(&size, from, sizeof size);
    constexpr std::size_t no_struct_is_larger = 4096;
    if (size < least || size > no_struct_is_larger) return false;
    const auto* bytes = static_cast<const unsigned char*>(from);
    if (size > to_size && std::any_of(bytes + to_size, bytes + size, [](unsigned char b) { return b != 0; }))
        return false;
    std::memcpy(to, from, std::min(size, to_size));
    return true;
}

bool copy_out(void* to, const void* from, std::size_t from_size) {
    std::size_t size = 0;
    std::memcpy(&size, to, sizeof size);
    if (size < sizeof size || size > from_size) return false;
    std::memcpy(static_cast<char*>(to) + sizeof size, static_cast<const char*>(from) + sizeof size, size - sizeof size);
    return true;
}

}  // namespace outlay::capi
