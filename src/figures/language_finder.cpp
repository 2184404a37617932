#include "language_finder.hpp"

#include "amount.hpp"
#include "base/ascii.hpp"
#include "word_places.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace outlay::reading {

namespace {

/// Bytes of a passage whose words are looked at; a sentence or two tell a language.
constexpr std::size_t looked_at = 700;
/// Points that one word of a single language is worth, and the most that earlier passages may add.
constexpr std::uint32_t word_points = 12;
constexpr std::uint32_t shared_word_points = 4;  ///< and one of many languages, for each of them
constexpr std::uint32_t letter_points = 6;
constexpr std::uint32_t ideograph_points = 36;
constexpr std::uint32_t most_from_before = 40;
constexpr std::size_t passages_before = 4;
/// A passage whose letters are those of one language alone says as much.
constexpr std::uint32_t script_points = 160;
/// Bytes of a text that may have few words but a number in one of them.
constexpr std::size_t short_text = 64;
/// A word right behind digits that the default language does not have: "30 Mrd.", "10 et 20", "300 de"; in an argument it may be a slip.
constexpr std::uint32_t after_digits_points = 12;
/// What another language must be ahead of the default one by: "2 trillion won" could be French, a slip Polish.
constexpr std::uint32_t lead_of_default = 34;
/// In an argument or an answer, which may hold a slip and little else.
constexpr std::uint32_t lead_in_short_texts = 40;
/// A magnitude that few sums have, in ten's powers: a short word for it is more often another one ("a $5 bill").
constexpr int vast_magnitude = 12;
constexpr std::size_t short_word = 4;
/// A lead at which no more words are looked at, and after how many words it is asked.
constexpr std::uint32_t clear_lead = 160;
constexpr std::size_t words_between = 3;
constexpr std::uint32_t most_of_a_word = clear_lead;  ///< points, where it was not counted

/// What a word says about its language: a word that sentences need says more than one that numbers need.
std::uint32_t weight_of(term_class kind) {
    switch (kind) {
        case term_class::function_word: return 3;
        case term_class::numeral:
        case term_class::magnitude:
        case term_class::currency:
        case term_class::minor:
        case term_class::qualifier:
        case term_class::per:
        case term_class::noun:
        case term_class::month:
        case term_class::lead:
        case term_class::stop: return 2;
        default: return 1;
    }
}

/// False for what may as well stand elsewhere in a sentence: "1 din" is a dinar rather than a Romanian preposition.
bool goes_with_numbers(term_class kind) {
    return kind != term_class::function_word && kind != term_class::stop && kind != term_class::lead;
}

/// "AU", "US", "SA": capitals that are rarely the word they spell.
bool is_abbreviation(std::string_view word) {
    return word.size() >= 2 && word.size() <= 3 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

language_finder::language_finder(const engine& data, std::string_view told, std::string_view text,
                                 const word_votes* votes, const language_letters* letters)
    : data_(data), text_(text), votes_(votes), default_lead_(lead_of_default), letters_(letters), passages_({text, {}}) {
    if (!told.empty()) told_ = data.find_language(told);
    if (told_ != nullptr) return;
    default_ = data.find_language(data.setting_value("default-language"));
    if (default_ == nullptr && !data.languages().empty()) default_ = &data.languages().front();
    if (letters_ == nullptr) letters_ = &own_letters_.emplace(data);
}

languages language_finder::with_companion(const lexicon* language) const {
    if (language == nullptr) return {};
    return {language, language->companion().empty() ? nullptr : data_.find_language(language->companion())};
}

void language_finder::count_letter(char32_t letter, scores& found) const {
    const std::uint64_t told = letters_->told_by(letter);
    if (told == 0) return;
    const auto share =
        (is_unspaced(letter) ? ideograph_points : letter_points) / static_cast<std::uint32_t>(std::popcount(told));
    for (std::uint64_t rest = told; rest != 0; rest &= rest - 1)
        found[static_cast<std::size_t>(std::countr_zero(rest))] += share;
}

/// Of a magnitude that languages differ on ("billion", but not "B") those tell that mean the smallest by it: nothing in the news is
/// counted in the larger one.
void language_finder::count_word(std::string_view word, const phrase& known, bool after_digits, word_state& state, scores& counted) const {
    const auto terms = all_words().terms.subspan(known.first, known.count);
    int smallest = 0;
    std::uint64_t tell = known.languages;
    for (const term& t : terms)
        if (t.kind == term_class::magnitude) smallest = smallest == 0 ? exponent_of(t) : std::min(smallest, exponent_of(t));
    for (const term& t : terms)
        if (t.kind == term_class::magnitude && exponent_of(t) > smallest && word.size() > short_word) tell &= ~(std::uint64_t{1} << t.language);
    if (after_digits && smallest != 0 && word.size() > short_word && (state.readers & known.languages) != 0)
        state.readers &= known.languages;
    const auto speakers = static_cast<std::uint32_t>(std::popcount(tell));
    const std::uint32_t more = after_digits && default_ != nullptr && (known.languages & default_->bit()) == 0 ? after_digits_points : 0;
    // What a word weighs in a language is what it weighs as the most telling of its meanings there.
    for (std::size_t i = 0; i < terms.size();) {
        const std::uint8_t language = terms[i].language;
        std::uint32_t weight = 0;
        bool vast = false, of_numbers = false;
        for (; i < terms.size() && terms[i].language == language; ++i) {
            if (terms[i].is(term_weak) && word.size() <= 2) continue;
            weight = std::max(weight, weight_of(terms[i].kind));
            of_numbers = of_numbers || goes_with_numbers(terms[i].kind);
            vast = vast || (terms[i].kind == term_class::magnitude && smallest >= vast_magnitude && word.size() <= short_word);
        }
        if (weight == 0 || (tell >> language & 1U) == 0) continue;
        const std::uint32_t points = shared_word_points + word_points / speakers;
        counted[language] += vast ? points : weight * points + (of_numbers ? more : 0);
    }
}

/// "siebenhundert": the languages in which the word is a number of several words.
std::uint64_t language_finder::compounds_of(std::string_view text, std::size_t at, std::size_t end) const {
    constexpr std::size_t long_word = 9;
    if (end - at < long_word) return 0;
    std::uint64_t tell = 0;
    for (const lexicon& language : data_.languages())
        if (language.head().compounds && !language.compound(text, at, end).empty()) tell |= language.bit();
    return tell;
}

/// What such a word tells in a short text. A longer one has other words that tell.
void language_finder::count_compound(std::uint64_t of, const word_state& state, scores& counted) {
    std::uint64_t tell = of & state.short_text_of;
    if (tell == 0) return;
    const std::uint32_t points = weight_of(term_class::function_word) * (shared_word_points + word_points / static_cast<std::uint32_t>(std::popcount(tell)));
    for (; tell != 0; tell &= tell - 1) counted[static_cast<std::size_t>(std::countr_zero(tell))] += points;
}

lexicon::match language_finder::any_at(std::string_view text, std::size_t at) const {
    return votes_ != nullptr ? votes_->search(text, at) : longest_of_all(all_words(), text, at);
}

lexicon::match language_finder::word_at(std::string_view text, std::size_t at, std::size_t end) const {
    const auto known = votes_ != nullptr ? votes_->find(text, at, end) : std::nullopt;
    return known ? *known : any_at(text, at);
}

/// What the word or the character at `at` tells; what tells nothing is passed over. True if it is a phrase of a language.
bool language_finder::one_word(std::string_view text, std::size_t& at, word_state& state, scores& counted) const {
    std::size_t end = at;
    while (end < text.size() && ascii::is_letter(text[end])) ++end;
    bool unspaced = false;
    if (end == at && static_cast<unsigned char>(text[at]) < 0x80) {
        state.pass(text[at]);
        ++at;
        return false;
    }
    if (end == at || (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)) {
        const code_point first = quick_code_point(text, at);
        if (!is_letter(first.value)) {
            state.in_word = false;
            at += first.length;
            return false;
        }
        unspaced = is_unspaced(first.value);
        end = past_letters(text, at, unspaced, counted);
    }
    const bool asked = unspaced || !state.in_word;
    const auto match = !asked ? lexicon::match{} : unspaced ? any_at(text, at) : word_at(text, at, end);
    state.in_word = true;
    const bool after_digits = std::exchange(state.after_digits, false);
    const std::string_view word = text.substr(at, match.length);
    const std::size_t begin = std::exchange(at, end);
    if (match.found == nullptr && asked && !unspaced && state.short_text_of != 0) count_compound(compounds_of(text, begin, end), state, counted);
    if (match.found == nullptr || is_abbreviation(word)) return false;
    count_word(word, *match.found, after_digits && default_lead_ == lead_of_default, state, counted);
    return true;
}

/// What the word at a place of the text says, if that was found out before; it ends before `end`, as nothing that
/// belongs to it follows.
known_vote* language_finder::vote_at(std::size_t at, std::size_t end, std::size_t& word_end) const {
    if (known_words_ == nullptr || text_.size() - at < word_key::longest) return nullptr;
    if (const auto lead = static_cast<unsigned char>(text_[at]); lead >= 0xE3) return lead <= 0xED ? wide_vote_at(at, end, word_end) : nullptr;
    const std::size_t past = end_of_words(masks_, at);
    const std::size_t size = past - at;
    if (past >= end || size == 0 || size > word_key::longest) return nullptr;
    const auto next = static_cast<unsigned char>(text_[past]);
    if (next >= 0x80 || ascii::is_digit(static_cast<char>(next))) return nullptr;
    word_end = past;
    known_vote* known = &known_words_->vote_place_of(word_key_at(text_, at, size));
    if (known->key != word_key_at(text_, at, size)) learn(*known, at, size, size);
    if (known->vote != known_vote::depends) return known;
    // What begins phrases of several words is not one of them where the next word begins with another letter.
    const std::size_t with_next = size + 2;
    if (with_next > word_key::longest || at + with_next >= text_.size() || next != ' ' || !ascii::is_letter(text_[past + 1])) return nullptr;
    const word_key key = word_key_at(text_, at, with_next);
    known = &known_words_->vote_place_of(key);
    if (known->key != key) learn(*known, at, size, with_next);
    return known->vote == known_vote::depends ? nullptr : known;
}

/// The same of a wide character, if that and the next two tell.
known_vote* language_finder::wide_vote_at(std::size_t at, std::size_t end, std::size_t& character_end) const {
    constexpr std::size_t wide = 3, told = 3 * wide;
    if (at + told >= end || !three_wide_at(text_, at)) return nullptr;
    character_end = at + wide;
    const word_key key = word_key_at(text_, at, told);
    known_vote& known = known_words_->vote_place_of(key);
    if (known.key != key) learn(known, at, wide, told);
    return known.vote == known_vote::depends ? nullptr : &known;
}

/// What a word says, if `told` bytes from its beginning on suffice to tell.
void language_finder::learn(known_vote& made, std::size_t at, std::size_t size, std::size_t told) const {
    made = {word_key_at(text_, at, told), known_vote::not_asked, known_vote::depends};
    const std::string_view text = text_.substr(at, told);
    if (votes_ == nullptr) return;
    // A phrase that ends with what is told may go on in the letters behind it.
    if (told == size ? !votes_->find(text, 0, size) : votes_->goes_on(text) || votes_->search(text, 0).length == told) return;
    scores counted{};
    std::size_t read = 0;
    word_state state;
    word_vote says;
    says.is_phrase = one_word(text, read, state, counted);
    if (read != size || !state.in_word) return;
    for (std::size_t n = 0; n < counted.size(); ++n) {
        says.points[n] = static_cast<std::uint16_t>(counted[n]);
        says.most = std::max(says.most, says.points[n]);
    }
    known_words_->learn(made, says);
}

void language_finder::count_words(const passage& part, evidence& found) const {
    const std::string_view text = text_.substr(part.begin, std::min(part.end - part.begin, looked_at));
    const std::size_t languages = data_.languages().size();
    word_state state;
    if (text.size() <= short_text) state.short_text_of = found.candidates;
    std::size_t counted = 0;
    std::uint32_t most = 0;  // no language has more points
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80 && !ascii::is_letter(text[at])) {
            state.pass(text[at++]);
            continue;
        }
        std::size_t end = 0;
        known_vote* const known = state.after_digits || (state.in_word && static_cast<unsigned char>(text[at]) < 0xE3) ? nullptr : vote_at(part.begin + at, part.begin + text.size(), end);
        bool is_phrase = false;
        if (known != nullptr) {
            const word_vote* const vote = &known_words_->vote_of(*known);
            const std::size_t begin = std::exchange(at, end - part.begin);
            state.in_word = true;
            is_phrase = vote->is_phrase;
            if (!is_phrase && state.short_text_of != 0) {
                if (known->compounds == known_vote::not_asked) known->compounds = compounds_of(text, begin, at);
                count_compound(known->compounds, state, found.words);
                most += most_of_a_word;
            }
            if (vote->most == 0) continue;
            for (std::size_t n = 0; n < languages; ++n) found.words[n] += std::uint32_t{vote->points[n]};
            most += vote->most;
        } else {
            is_phrase = one_word(text, at, state, found.words);
            most += most_of_a_word;
        }
        found.readers = state.readers;
        if (!is_phrase || ++counted % words_between != 0) continue;
        if (2 * most + default_lead_ >= clear_lead && is_clear(found)) break;
    }
    found.clear = is_clear(found);
}

/// Where a word ends, or one character of a script without spaces; what its letters tell is counted.
std::size_t language_finder::past_letters(std::string_view text, std::size_t at, bool unspaced, scores& counted) const {
    std::size_t end = at;
    for (code_point c = quick_code_point(text, at);
         is_letter(c.value) && is_unspaced(c.value) == unspaced && !(unspaced && end != at); c = decode_at(text, end)) {
        if (c.value >= 0x80) count_letter(fold(c.value), counted);
        end += c.length;
    }
    return end;
}

bool language_finder::is_clear(evidence& found) const {
    std::uint32_t best = 0, second = 0;
    std::size_t which = 0;
    for (std::uint64_t rest = found.readable(); rest != 0; rest &= rest - 1) {
        const auto n = static_cast<std::size_t>(std::countr_zero(rest));
        const std::uint32_t score = 2 * found.words[n] + (&data_.languages()[n] == default_ ? default_lead_ : 0U);
        if (score > best) {
            second = std::exchange(best, score);
            which = n;
        } else {
            second = std::max(second, score);
        }
    }
    found.best = &data_.languages()[which];
    return best >= second + clear_lead;
}

const language_finder::evidence& language_finder::evidence_of(const passage& part) {
    for (const evidence& known : known_)
        if (known.candidates != 0 && known.begin == part.begin) return known;
    evidence& made = known_[next_known_++ % known_.size()];
    made = {part.begin, letters_->of_scripts(known_words_ != nullptr ? masks_ : masked_text{text_, {}}, part), {}, ~std::uint64_t{0}, false, nullptr};
    if (std::has_single_bit(made.candidates)) {
        made.words[static_cast<std::size_t>(std::countr_zero(made.candidates))] = script_points;
        made.clear = true;
        made.best = &data_.languages()[static_cast<std::size_t>(std::countr_zero(made.candidates))];
    } else {
        count_words(part, made);
    }
    return made;
}

/// What the passages before one say, the nearest most.
language_finder::scores language_finder::from_before(std::size_t begin) {
    scores sum{};
    for (std::size_t back = 0; back < passages_before && begin != 0; ++back) {
        const passage before = passages_.at(begin - 1);
        const evidence& said = evidence_of(before);
        for (std::size_t n = 0; n < sum.size(); ++n) sum[n] += said.words[n] >> back;
        begin = before.begin;
    }
    return sum;
}

languages language_finder::of(const passage& part) {
    if (told_ != nullptr || data_.languages().size() <= 1) return with_companion(told_ != nullptr ? told_ : default_);
    const evidence& told = evidence_of(part);
    if (told.clear) return with_companion(told.best);
    const evidence own = told;  // the next ones may take its place
    const scores before = from_before(part.begin);
    const lexicon* best = nullptr;
    std::uint32_t best_score = 0;
    for (std::uint64_t rest = own.readable(); rest != 0; rest &= rest - 1) {
        const auto n = static_cast<std::size_t>(std::countr_zero(rest));
        const lexicon& language = data_.languages()[n];
        const std::uint32_t score =
            2 * own.words[n] + std::min(before[n], most_from_before) + (&language == default_ ? default_lead_ : 0U);
        if (best != nullptr && score <= best_score) continue;
        best = &language;
        best_score = score;
    }
    return with_companion(best);
}

languages language_of(const engine& data, std::string_view told, std::string_view text) {
    language_finder finder(data, told, text);
    finder.prefer_default(lead_in_short_texts);
    return finder.of({0, text.size()});
}

}  // namespace outlay::reading
