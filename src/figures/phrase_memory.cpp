#include "phrase_memory.hpp"

#include "base/ascii.hpp"
#include "language/phrase_trie.hpp"
#include "words.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <cstring>
#include <string>

namespace outlay::reading {

namespace {

bool is_letter_before(std::string_view text, std::size_t end) {
    return ascii::is_letter(text[end - 1]) || (static_cast<unsigned char>(text[end - 1]) >= 0x80 && is_letter(decode_before(text, end).value));
}

/// A comma, a stop, a bracket or the like, three bytes wide.
bool is_wide_sign(std::string_view text, std::size_t at) {
    if (at + 3 > text.size()) return false;
    const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
    if (byte(0) == 0xE3 && byte(1) == 0x80) return byte(2) >= 0x81 && byte(2) <= 0x91 && byte(2) != 0x84 && byte(2) != 0x85 && byte(2) != 0x86 && byte(2) != 0x87;
    return byte(0) == 0xEF && byte(1) == 0xBC && ((byte(2) >= 0x81 && byte(2) <= 0x8F) || (byte(2) >= 0x9A && byte(2) <= 0x9F));
}

/// A wide letter that such a sign follows.
bool is_wide_before_sign(std::string_view text, std::size_t at) { return at + 6 <= text.size() && is_wide_letter(text, at) && is_wide_sign(text, at + 3); }

}  // namespace

phrase_memory::phrase_memory(const languages& use) : use_(use) {
    for (const lexicon* language : {use.main, use.companion}) {
        if (language == nullptr) continue;
        bool first = true;
        for (const char c : language->head().endings) {
            if (first && static_cast<unsigned char>(c) < joins_ending_.size()) joins_ending_.set(static_cast<unsigned char>(c));
            first = c == ' ';
        }
    }
}

/// What a word may end at without that it matters which sign it is.
bool phrase_memory::ends_plainly(std::string_view text, std::size_t at) const {
    if (at >= text.size()) return true;
    const auto c = static_cast<unsigned char>(text[at]);
    return c < 0x80 && !ascii::is_letter(c) && !ascii::is_digit(c) && !joins_ending_.test(c);
}

known_phrase phrase_memory::match(std::string_view text, std::size_t at, bool right_after_number) {
    std::size_t end = at;
    for (int units = 0; units < most_units; ++units) {
        end = end_of_unit(text, end);
        if (end == none) break;
        const key wanted = key_of(text, at, end, right_after_number);
        if (wanted.size == 0) break;
        const entry& known = recall(wanted, text, at, end);
        if (known.decides) return answer_of(known);
    }
    return look_up(text, at, right_after_number);
}

/// Where a word, a wide character or a sign that begins at `at` ends; none where what follows could change it.
std::size_t phrase_memory::end_of_unit(std::string_view text, std::size_t at) const {
    if (at >= text.size()) return none;
    if (unfolded_wide(text, at) != 0 || is_wide_sign(text, at) || is_wide_before_sign(text, at)) return at + 3;
    const std::size_t end = end_of_word(text, at);
    if (end != at) return ends_plainly(text, end) || unfolded_wide(text, end) != 0 ? end : none;
    return static_cast<unsigned char>(text[at]) < 0x80 ? at + 1 : none;
}

phrase_memory::key phrase_memory::key_of(std::string_view text, std::size_t at, std::size_t end,
                                         bool right_after_number) const {
    key made;
    if (end > text.size() || end - at > sizeof made.bytes) return made;
    if (text.size() - at >= sizeof made.bytes) {
        std::memcpy(made.bytes.data(), text.data() + at, sizeof made.bytes);
        const std::size_t size = end - at;
        for (std::size_t i = 0; i < made.bytes.size(); ++i) {
            const std::size_t own = size > 8 * i ? size - 8 * i : 0;
            if (own < 8) made.bytes[i] &= (std::uint64_t{1} << (8 * own)) - 1;
        }
    } else {
        std::memcpy(made.bytes.data(), text.data() + at, end - at);
    }
    made.size = static_cast<std::uint8_t>(end - at);
    made.after_number = right_after_number;
    return made;
}

const phrase_memory::entry& phrase_memory::recall(const key& wanted, std::string_view text, std::size_t at,
                                                  std::size_t end) {
    const std::uint64_t hash = hash_of(wanted.bytes, wanted.after_number);
    if (const entry* known = entries_.find(hash, wanted); known != nullptr) return *known;
    const known_phrase answer = look_up(text, at, wanted.after_number);
    entry& own = entries_.renewed(hash);
    own = {};
    own.bytes = wanted.bytes;
    own.size = wanted.size;
    own.after_number = wanted.after_number;
    constexpr std::size_t longest = UINT16_MAX;
    own.decides = answer.length <= longest && decides(text, at, end) && !(wanted.after_number && is_look_alike(text, at));
    if (answer.found == nullptr) return own;
    own.found = static_cast<std::uint16_t>(answer.found - use_.main->phrases().data() + 1);
    own.length = static_cast<std::uint16_t>(answer.length);
    own.classes = answer.classes;
    own.in_main = answer.language == use_.main;
    return own;
}

known_phrase phrase_memory::answer_of(const entry& known) const {
    if (known.found == 0) return {};
    const lexicon* const language = known.in_main ? use_.main : use_.companion;
    return {&language->phrases()[known.found - 1U], language, known.length, known.classes};
}

known_phrase phrase_memory::look_up(std::string_view text, std::size_t at, bool right_after_number) const {
    const phrase_match best = match_phrase(use_, text, at, right_after_number);
    known_phrase made{best.found, best.language, best.length, 0};
    if (best.found == nullptr) return made;
    const std::string_view written = text.substr(at, best.length);
    for (const term& one : best.language->terms_of(*best.found))
        if (letters_fit(one, written)) made.classes |= std::uint64_t{1} << static_cast<unsigned>(one.kind);
    return made;
}

/// After a number of a text without spaces: what follows may tell whether it is one (match_phrase).
bool phrase_memory::is_look_alike(std::string_view text, std::size_t at) const {
    return !use_.main->words_are_spaced() &&
           use_.main->longest_match(text, at).length != use_.main->longest_term(text, at).length;
}

/// True if no phrase begins with the bytes and goes on after them; after a letter, with a sign.
bool phrase_memory::decides(std::string_view text, std::size_t at, std::size_t end) const {
    const auto phrases = use_.main->phrases();
    const std::uint64_t own = use_.main->bit() | (use_.companion != nullptr ? use_.companion->bit() : 0);
    const auto none_from = [&](const std::string& begin, char below) {
        auto p = std::lower_bound(phrases.begin(), phrases.end(), begin,
                                  [](const phrase& one, const std::string& wanted) { return one.text < wanted; });
        for (; p != phrases.end() && p->text.starts_with(begin); ++p) {
            if (p->text.size() == begin.size()) continue;
            if (static_cast<unsigned char>(p->text[begin.size()]) >= static_cast<unsigned char>(below)) break;
            if ((p->languages & own) != 0) return false;
        }
        return true;
    };
    const std::string letters = folded(text.substr(at, end - at));
    constexpr char beyond_all = '\xFF';
    if (!is_letter_before(text, end) || is_unspaced(decode_before(text, end).value)) return none_from(letters, beyond_all);
    if (!none_from(letters, 'a')) return false;
    for (const char sign : {'{', '|', '}', '~'})
        if (!none_from(letters + sign, beyond_all)) return false;
    return true;
}

}  // namespace outlay::reading
