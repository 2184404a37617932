// sha256: the SHA-256 digest of bytes (FIPS 180-4): which file it was that something was read from.
// Promises: takes the bytes in any pieces; the same bytes give the same digest.
// Leaves out: other digests, keys, secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace outlay {

class sha256 {
public:
    void add(std::string_view bytes);
    /// 64 hexadecimal digits in lower case, of all that was added. Nothing may be added after it.
    [[nodiscard]] std::string finish();

private:
    void add_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> rest_{};
    std::size_t rest_size_ = 0;
    std::uint64_t length_ = 0;
};

}  // namespace outlay
