// border: what every function of the C interface does on its way in and out.
// Promises: nothing is thrown past it; a text leaves whole or not at all, and its length always.
// Leaves out: what the functions answer.
#pragma once

#include <outlay/outlay.h>

#include <outlay/base/diagnostic.hpp>

#include <cstddef>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct outlay_problems {
    outlay::diagnostics list;
};

namespace outlay::capi {

template <class Work>
[[nodiscard]] outlay_status guarded(Work&& work) noexcept {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return OUTLAY_NO_MEMORY;
    } catch (...) {
        return OUTLAY_DEFECT;
    }
}

/// True if a text may be read: it has bytes, or none are announced.
[[nodiscard]] inline bool is_sound(outlay_text text) { return text.data != nullptr || text.size == 0; }
[[nodiscard]] inline std::string_view view(outlay_text text) {
    return text.size == 0 ? std::string_view{} : std::string_view(text.data, text.size);
}

[[nodiscard]] outlay_status write(std::string_view text, outlay_string* out) noexcept;
[[nodiscard]] inline outlay_status write(const std::string& text, outlay_string* out) noexcept {
    return write(std::string_view(text), out);
}
/// OUTLAY_ABSENT, with nothing needed, where there is no text.
[[nodiscard]] outlay_status write(const std::optional<std::string>& text, outlay_string* out) noexcept;

/// Hands the diagnostics over, if somebody wants them; the status that they mean.
[[nodiscard]] outlay_status report(diagnostics problems, outlay_problems** out);

/// Whether a struct of this size ends where a member does: one that ends within a member was never any version's.
template <class Options>
[[nodiscard]] constexpr bool ends_a_member(std::size_t size) {
    if (size >= sizeof(Options)) return true;  // a later version's
    if constexpr (std::is_same_v<Options, outlay_options> || std::is_same_v<Options, outlay_engine_options>)
        return (size - sizeof(std::size_t)) % sizeof(outlay_text) == 0;  // texts alone
    else if constexpr (std::is_same_v<Options, outlay_simulation_options>)
        return size == sizeof(std::size_t) || size == offsetof(Options, seed) || size == offsetof(Options, horizon) || size == offsetof(Options, threads);
    else if constexpr (std::is_same_v<Options, outlay_column_input>)
        return size % sizeof(void*) == 0 && size != offsetof(Options, currency) + sizeof(void*);
    else
        return size % sizeof(void*) == 0;
}
/// The members of an option struct that its caller knows, the others as if not given. False for a size that no version
/// has, or for a member of a later version that is set.
[[nodiscard]] bool copy_known(void* to, std::size_t to_size, const void* from, std::size_t least);
template <class Options>
[[nodiscard]] bool read_options_struct(const Options* given, Options& known) {
    known = {};
    if (given == nullptr) return true;
    std::size_t size = 0;
    std::memcpy(&size, given, sizeof size);
    return size >= sizeof size && ends_a_member<Options>(size) && copy_known(&known, sizeof known, given, sizeof size);
}
/// Writes the members of a result struct that its caller knows; false for a size that no version has.
[[nodiscard]] bool copy_out(void* to, const void* from, std::size_t from_size);

}  // namespace outlay::capi
