// sha256: blocks of 64 bytes, as FIPS 180-4 section 6.2 lays them out.
#include <outlay/base/sha256.hpp>

#include <algorithm>
#include <bit>

namespace outlay {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t length_size = 8;

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using words = std::array<std::uint32_t, 64>;

std::uint32_t big_endian(const unsigned char* bytes) {
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
           bytes[3];
}

words schedule(const unsigned char* block) {
    words w;
    for (std::size_t t = 0; t < 16; ++t) w[t] = big_endian(block + 4 * t);
    for (std::size_t t = 16; t < w.size(); ++t) {
        const auto a = w[t - 15];
        const auto b = w[t - 2];
        const auto sigma0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
        const auto sigma1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
        w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
    }
    return w;
}

}  // namespace

void sha256::add_block(const unsigned char* block) {
    const auto w = schedule(block);
    auto [a, b, c, d, e, f, g, h] = state_;
    for (std::size_t t = 0; t < w.size(); ++t) {
        const auto choice = (e & f) ^ (~e & g);
        const auto majority = (a & b) ^ (a & c) ^ (b & c);
        const auto first =
            h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + choice + round_constants[t] + w[t];
        const auto second = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + majority;
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<std::uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < mixed.size(); ++i) state_[i] += mixed[i];
}

void sha256::add(std::string_view bytes) {
    length_ += bytes.size();
    while (!bytes.empty()) {
        if (rest_size_ == 0 && bytes.size() >= block_size) {
            add_block(reinterpret_cast<const unsigned char*>(bytes.data()));
            bytes.remove_prefix(block_size);
            continue;
        }
        const auto taken = std::min(block_size - rest_size_, bytes.size());
        std::copy_n(bytes.begin(), taken, rest_.begin() + static_cast<std::ptrdiff_t>(rest_size_));
        rest_size_ += taken;
        bytes.remove_prefix(taken);
        if (rest_size_ < block_size) return;
        add_block(rest_.data());
        rest_size_ = 0;
    }
}

std::string sha256::finish() {
    const auto bits = length_ * 8;
    std::string padding(1, '\x80');
    const auto used = (rest_size_ + 1 + length_size) % block_size;
    padding.append(used == 0 ? 0 : block_size - used, '\0');
    for (int shift = 56; shift >= 0; shift -= 8)
        padding += static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU);
    add(padding);

    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto word : state_)
        for (int shift = 28; shift >= 0; shift -= 4) text += digits[(word >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
}

}  // namespace outlay
