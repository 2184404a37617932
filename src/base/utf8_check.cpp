// utf8_check: the algorithm of J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021):
// three tables, by the halves of a byte and of the one before it, each name the errors that they allow; what all three
// name is one.
#include "utf8_check.hpp"

#include <outlay/base/utf8.hpp>

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define OUTLAY_AVX2 __attribute__((target("avx2")))
#endif

namespace outlay {

namespace utf8_check {

bool portable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const code_point c = decode_at(text, at);
        if (!c.valid) return false;
        at += c.length;
    }
    return true;
}

#if defined(__x86_64__)

namespace {

enum error : std::uint8_t {
    too_short = 1,        // a lead, then none of its continuations
    too_long = 2,         // ASCII, then a continuation
    overlong_3 = 4,       // E0 80..9F
    too_large = 8,        // F4 90.., F5..
    surrogate = 16,       // ED A0..
    overlong_2 = 32,      // C0, C1
    too_large_1000 = 64,  // F5.. 80..8F
    overlong_4 = 64,      // F0 80..8F
    two_continuations = 128,
};
constexpr std::uint8_t any_first = too_short | too_long | two_continuations;
constexpr std::uint8_t beyond = any_first | too_large | too_large_1000;
constexpr std::uint8_t continued = too_long | overlong_2 | two_continuations;

using table = std::array<std::uint8_t, 16>;
constexpr table by_high_half_before{
    too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long,
    two_continuations, two_continuations, two_continuations, two_continuations,
    too_short | overlong_2, too_short, too_short | overlong_3 | surrogate,
    too_short | too_large | too_large_1000 | overlong_4};
constexpr table by_low_half_before{
    any_first | overlong_3 | overlong_2 | overlong_4, any_first | overlong_2, any_first, any_first,
    any_first | too_large, beyond, beyond, beyond, beyond, beyond, beyond, beyond, beyond,
    beyond | surrogate, beyond, beyond};
constexpr table by_high_half{
    too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
    continued | overlong_3 | too_large_1000 | overlong_4, continued | overlong_3 | too_large,
    continued | surrogate | too_large, continued | surrogate | too_large,
    too_short, too_short, too_short, too_short};

OUTLAY_AVX2 inline __m256i load(const table& t) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(t.data())));
}

OUTLAY_AVX2 inline __m256i high_half(__m256i bytes) {
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

/// The bytes that stand `count` before those of the block.
template <int count>
OUTLAY_AVX2 inline __m256i before(__m256i block, __m256i last) {
    return _mm256_alignr_epi8(block, _mm256_permute2x128_si256(last, block, 0x21), 16 - count);
}

OUTLAY_AVX2 inline __m256i errors_of(__m256i block, __m256i last) {
    const __m256i one = before<1>(block, last);
    const __m256i named = _mm256_and_si256(
        _mm256_and_si256(_mm256_shuffle_epi8(load(by_high_half_before), high_half(one)),
                         _mm256_shuffle_epi8(load(by_low_half_before), _mm256_and_si256(one, _mm256_set1_epi8(0x0F)))),
        _mm256_shuffle_epi8(load(by_high_half), high_half(block)));
    // Two bytes behind a lead of three, or three behind one of four, two continuations in a row are right.
    const __m256i third = _mm256_subs_epu8(before<2>(block, last), _mm256_set1_epi8(0xE0 - 0x80));
    const __m256i fourth = _mm256_subs_epu8(before<3>(block, last), _mm256_set1_epi8(static_cast<char>(0xF0 - 0x80)));
    const __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(static_cast<char>(0x80)));
    return _mm256_xor_si256(wanted, named);
}

}  // namespace

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

OUTLAY_AVX2 bool avx2(std::string_view text) {
    constexpr std::size_t width = 32;
    __m256i last = _mm256_setzero_si256(), errors = last;
    std::size_t at = 0;
    for (; at + width <= text.size(); at += width) {
        const __m256i block = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
        errors = _mm256_or_si256(errors, errors_of(block, last));
        last = block;
    }
    // At least one zero behind the text, so that a character that is cut off is told.
    std::array<char, width> rest{};
    if (at < text.size()) std::memcpy(rest.data(), text.data() + at, text.size() - at);
    errors = _mm256_or_si256(errors, errors_of(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(rest.data())), last));
    return _mm256_testz_si256(errors, errors) != 0;
}

#else

bool has_avx2() { return false; }
bool avx2(std::string_view text) { return portable(text); }

#endif

}  // namespace utf8_check

bool is_utf8(std::string_view text) {
    return utf8_check::has_avx2() ? utf8_check::avx2(text) : utf8_check::portable(text);
}

}  // namespace outlay
