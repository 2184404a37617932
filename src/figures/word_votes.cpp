#include "word_votes.hpp"

#include "base/ascii.hpp"
#include "language/folded_char.hpp"

#include <outlay/base/utf8.hpp>

#include <array>
#include <cstring>

namespace outlay::reading {

namespace {

constexpr std::size_t longest_word = 40;

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t h = word.size();
    for (std::size_t at = 0; at < word.size(); at += 8) {
        std::uint64_t piece = 0;
        std::memcpy(&piece, word.data() + at, std::min<std::size_t>(8, word.size() - at));
        h = (h ^ piece) * 0x9E3779B97F4A7C15U;
        h ^= h >> 29U;
    }
    return h;
}

std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48U); }

/// The letters that a phrase begins with.
std::string_view first_word(std::string_view phrase) {
    std::size_t end = 0;
    while (end < phrase.size() && ascii::is_letter(phrase[end])) ++end;
    if (end < phrase.size() && static_cast<unsigned char>(phrase[end]) < 0x80) return phrase.substr(0, end);
    for (code_point c = decode_at(phrase, end); c.length != 0 && is_letter(c.value) && !is_unspaced(c.value);
         c = decode_at(phrase, end))
        end += c.length;
    return phrase.substr(0, end);
}

/// How many slots are needed: words that stand apart in the table count again.
std::size_t count_words(const word_table& words) {
    std::size_t count = 0;
    std::string_view last;
    for (const phrase& p : words.phrases) {
        const std::string_view word = first_word(p.text);
        if (word != last) ++count;
        last = word;
    }
    return count;
}

}  // namespace

word_votes::word_votes(const word_table& words, constant_array<std::uint64_t> slots, phrase_trie trie)
    : words_(words), slots_(std::move(slots)), trie_(std::move(trie)) {}

word_votes::word_votes(const word_table& words) : words_(words), trie_(words) {
    compiled_arrays compiled(embedded_vote_arrays());
    if (embedded_vote_arrays().empty() || !are_embedded(words))
        slots_ = std::move(built(words).slots_);
    else
        slots_ = constant_array<std::uint64_t>(compiled);
}

word_votes word_votes::built(const word_table& words) {
    const std::size_t count = count_words(words);
    word_votes made(words, constant_array<std::uint64_t>(count + count / 2 + 1), {});
    for (std::size_t n = 0; n < words.phrases.size(); ++n) {
        const std::string_view text = words.phrases[n].text;
        const std::string_view word = first_word(text);
        if (word.empty() || word.size() > longest_word) continue;
        const std::size_t place = made.place_of(word);
        slot own = made.slot_at(place);
        const auto number = static_cast<std::uint16_t>(n + 1);
        if (own.named == 0) own = {number, 0, tag_of(hash_of(word)), static_cast<std::uint8_t>(word.size()), 0};
        if (word.size() == text.size())
            own.found = number;
        else
            own.goes_on = 1;
        made.slots_.at(place) = std::bit_cast<std::uint64_t>(own);
    }
    return made;
}

lexicon::match word_votes::search(std::string_view text, std::size_t at) const {
    if (!trie_.holds()) return longest_of_all(words_, text, at);
    const auto found = trie_.find(text, at);
    for (std::size_t n = found.size; n > 0; --n)
        if (ends_word(text, found.all[n - 1].end))
            return {&words_.phrases[found.all[n - 1].phrase], found.all[n - 1].end - at};
    return {};
}

/// Its slot, or the free one where it would be.
std::size_t word_votes::place_of(std::string_view word) const {
    const std::uint64_t hash = hash_of(word);
    std::size_t at = (hash & 0xFFFFFFFFU) * slots_.size() >> 32U;
    for (slot own = slot_at(at); own.named != 0 && (own.tag != tag_of(hash) || word_of(own) != word); own = slot_at(at))
        at = at + 1 == slots_.size() ? 0 : at + 1;
    return at;
}

std::optional<lexicon::match> word_votes::find(std::string_view text, std::size_t at, std::size_t end) const {
    const code_point next = decode_at(text, end);
    if (is_ignorable(next.value)) return std::nullopt;
    std::array<char, longest_word + 4> word;
    std::size_t size = 0;
    // ASCII letters are folded as they are copied; the last one a mark could follow.
    std::size_t from = at;
    for (; from < end && size <= longest_word && ascii::is_letter(text[from]) &&
           (from + 1 == end ? next.value < 0x80 : ascii::is_letter(text[from + 1]));
         ++from)
        word[size++] = static_cast<char>(text[from] | 0x20);
    while (from < end && size <= longest_word) {
        const folded_char c = next_folded(text, from);
        for (std::size_t i = 0; i < c.size; ++i) word[size++] = static_cast<char>(c.bytes[i]);
        from = c.end;
    }
    if (size > longest_word) return std::nullopt;
    const slot own = slot_at(place_of({word.data(), size}));
    if (own.named == 0) return lexicon::match{};
    if (own.goes_on != 0) return std::nullopt;
    const bool in_a_word = next.value >= '0' && next.value <= '9';
    return in_a_word || own.found == 0 ? lexicon::match{} : lexicon::match{&words_.phrases[own.found - 1U], end - at};
}

}  // namespace outlay::reading
