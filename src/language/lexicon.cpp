#include <outlay/language/lexicon.hpp>

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The next byte of the text as phrases are written (ASCII lower case, one space for any run of spaces).
struct folded_byte {
    char value = 0;
    std::size_t length = 0;  ///< bytes of the text it stands for; 0 at the end
};

folded_byte next_folded(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    std::size_t end = offset;
    // A line end inside a passage is a space too: texts are wrapped.
    for (code_point c = decode_at(text, end); c.length != 0 && (is_space(c.value) || c.value == '\n' || c.value == '\r');
         c = decode_at(text, end))
        end += c.length;
    if (end != offset) return {' ', end - offset};
    return {fold(text[offset]), 1};
}

/// In a spaced language a phrase that ends in a letter must end its word. Scripts without spaces end a Latin word.
bool ends_word(std::string_view text, std::size_t offset) {
    const code_point last = decode_before(text, offset);
    if (!is_letter(last.value)) return true;
    const code_point next = decode_at(text, offset);
    if (next.length == 0) return true;
    if (next.value < 0x80) return !is_letter(next.value) && !(next.value >= '0' && next.value <= '9');
    return !is_letter(next.value) || is_unspaced(next.value);
}

bool only_stops(std::span<const term> terms) {
    return std::all_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::stop; });
}

}  // namespace

bool is_unspaced(char32_t c) {
    return is_hangul(c) || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0x0E00 && c <= 0x0E7F);
}

lexicon::match lexicon::search(std::string_view text, std::size_t offset, bool pass_over_stops) const {
    match best;
    std::size_t low = 0;
    std::size_t high = phrases_.size();
    std::size_t at = offset;
    for (std::size_t depth = 0; low < high; ++depth) {
        const folded_byte next = next_folded(text, at);
        if (next.length == 0) break;
        const auto byte = static_cast<unsigned char>(next.value);
        const auto begin = phrases_.begin() + static_cast<std::ptrdiff_t>(low);
        const auto end = phrases_.begin() + static_cast<std::ptrdiff_t>(high);
        const auto first = std::partition_point(begin, end, [&](const phrase& p) {
            return p.text.size() <= depth || static_cast<unsigned char>(p.text[depth]) < byte;
        });
        const auto last = std::partition_point(first, end, [&](const phrase& p) {
            return static_cast<unsigned char>(p.text[depth]) == byte;
        });
        low = static_cast<std::size_t>(first - phrases_.begin());
        high = static_cast<std::size_t>(last - phrases_.begin());
        at += next.length;
        if (low == high || phrases_[low].text.size() != depth + 1) continue;
        if (spaced_ && !ends_word(text, at)) continue;
        if (pass_over_stops && only_stops(terms_of(phrases_[low]))) continue;
        best = {&phrases_[low], at - offset};
    }
    return best;
}

lexicon::match lexicon::longest_match(std::string_view text, std::size_t offset) const { return search(text, offset, false); }

lexicon::match lexicon::longest_term(std::string_view text, std::size_t offset) const { return search(text, offset, true); }

}  // namespace outlay
