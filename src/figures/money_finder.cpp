#include <outlay/figures/money_finder.hpp>

#include "anchor_finder.hpp"
#include "base/ascii.hpp"
#include "base/utf8_check.hpp"
#include "language_finder.hpp"
#include "passage_reader.hpp"
#include "quick_reader.hpp"
#include "sentence.hpp"
#include "sum_memory.hpp"
#include "sum_window.hpp"
#include "term_classes.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

namespace outlay {

namespace {

/// What one thread remembers of the texts it has read in one language.
struct language_memory {
    explicit language_memory(const reading::languages& use) : phrases(use) {}
    reading::phrase_memory phrases;
    reading::sum_memory sums;
};
struct memories {
    std::vector<std::unique_ptr<language_memory>> languages;
    std::unique_ptr<reading::word_memory> words;
};

/// A sum of a part of a text, until it is certain that no reading of its sentence replaces it.
struct found_sum {
    plain_sum plain;
    std::unique_ptr<figure> whole;  ///< in place of the plain one

    [[nodiscard]] std::size_t begin() const { return whole != nullptr ? whole->begin : plain.begin; }
};

}  // namespace

struct money_finder::parts {
    parts(const engine& given, instruction_set with)
        : data(given.for_long_texts()),
          instructions(with),
          anchors(data),
          votes(data.languages().empty() ? word_table{} : data.languages().front().words()),
          letters(data),
          languages(data.languages().size()) {}

    engine data;
    instruction_set instructions;
    reading::anchor_finder anchors;
    reading::word_votes votes;
    reading::language_letters letters;
    /// What is known of a language once it is met.
    struct known_language {
        std::once_flag once, sums_once;
        std::optional<reading::phrase_insides> insides;
        std::optional<reading::sum_words> sums;
    };
    mutable std::vector<known_language> languages;
    mutable std::mutex resting_mutex;
    mutable std::vector<memories> resting;  ///< of calls that are done

    [[nodiscard]] const reading::phrase_insides* insides_of(const lexicon* language) const {
        if (language == nullptr) return nullptr;
        known_language& own = languages[language->number()];
        std::call_once(own.once, [&] { own.insides.emplace(*language); });
        return &*own.insides;
    }
    [[nodiscard]] const reading::sum_words& sums_of(const reading::languages& use) const {
        known_language& own = languages[use.main->number()];
        std::call_once(own.sums_once, [&] { own.sums.emplace(*use.main, use.companion); });
        return *own.sums;
    }
    [[nodiscard]] memories take_memories() const {
        const std::lock_guard lock(resting_mutex);
        if (resting.empty()) return {std::vector<std::unique_ptr<language_memory>>(data.languages().size()), std::make_unique<reading::word_memory>()};
        memories taken = std::move(resting.back());
        resting.pop_back();
        return taken;
    }
    void put_back(memories done) const {
        const std::lock_guard lock(resting_mutex);
        resting.push_back(std::move(done));
    }
};

/// One reading of one text.
class money_finder::pass {
public:
    pass(const parts& with, std::string_view text, const read_options& options, bool plain)
        : with_(with),
          text_(text),
          masks_(reading::masks_of(text, with.anchors.signs(), with.instructions)),
          languages_(with.data, options.language, text, &with.votes, &with.letters),
          memories_(with.take_memories()),
          plain_(plain),
          is_utf8_(is_utf8(text)) {
        with.anchors.look_at(text, masks_, is_utf8_, with.instructions);
        if (is_utf8_) languages_.look_at({text, masks_}, *memories_.words);
    }
    ~pass() { with_.put_back(std::move(memories_)); }
    pass(const pass&) = delete;
    pass& operator=(const pass&) = delete;

    [[nodiscard]] std::vector<found_sum> run() {
        const reading::masked_text in{text_, masks_};
        reading::word_memory& words = *memories_.words;
        for (std::size_t at = with_.anchors.next(in, 0, words); at < text_.size();) {
            if (at >= part_.end || use_.main == nullptr) enter_passage(at);
            if (read_at(at) != reading::quick_answer::unsure || !with_.anchors.is_money(in, at, use_)) {
                at = with_.anchors.next(in, std::max(at + 1, done_), words);
                continue;
            }
            read_sentence(at);
            at = with_.anchors.next(in, std::max(done_, at + 1), words);
        }
        return std::move(found_);
    }

private:
    void enter_passage(std::size_t at) {
        part_ = languages_.passage_at(at);
        done_ = std::max(done_, part_.begin);
        const reading::languages found = languages_.of(part_);
        if (found.main == use_.main && use_.main != nullptr) return;
        use_ = found;
        auto& own = memories_.languages[use_.main->number()];
        if (own == nullptr) own = std::make_unique<language_memory>(use_);
        memory_ = own.get();
        sums_ = &with_.sums_of(use_);
        insides_ = {with_.insides_of(use_.main), with_.insides_of(use_.companion)};
    }

    /// False: no word of the sentence is a country.
    bool names_country(std::size_t at) {
        const std::string_view sentence = sentence_around(text_.substr(part_.begin, part_.end - part_.begin), at - part_.begin);
        for (std::size_t word = 0; word < sentence.size(); word = next_start(sentence, word)) {
            const bool may_be = insides_.main->may_be_country(sentence, word) || (insides_.companion != nullptr && insides_.companion->may_be_country(sentence, word));
            if (may_be && (memory_->phrases.match(sentence, word, false).classes & reading::classes_of(term_class::country)) != 0) return true;
        }
        return false;
    }

    /// What stands between two stops that spaces or wide characters follow, or more.
    static std::string_view sentence_around(std::string_view passage, std::size_t at) {
        constexpr std::string_view stops = ".!?";
        const auto ends = [&](std::size_t i) {
            return passage[i] == ' ' && i > 0 && stops.find(passage[i - 1]) != std::string_view::npos;
        };
        std::size_t begin = at, end = at;
        while (begin > 0 && !ends(begin)) --begin;
        while (end < passage.size() && !ends(end)) ++end;
        return passage.substr(begin, end - begin);
    }

    /// The next byte that a word or a character beyond ASCII begins at.
    static std::size_t next_start(std::string_view text, std::size_t at) {
        const auto is_letter = [&](std::size_t i) { return ascii::is_letter(text[i]); };
        const auto leads = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) >= 0xC0; };
        for (++at; at < text.size() && !leads(at) && !(is_letter(at) && !is_letter(at - 1)); ++at) {}
        return at;
    }

    /// As its like was read before, or anew.
    reading::quick_answer read_at(std::size_t at) {
        const std::string_view passage = text_.substr(part_.begin, part_.end - part_.begin);
        const std::size_t anchor = at - part_.begin, not_before = done_ - part_.begin;
        constexpr std::size_t reach = reading::phrase_insides::reach_of_far_words;
        if (insides_.main->has_far_words(text_.substr(std::max(part_.begin, at > reach ? at - reach : 0), std::min(reach, at - part_.begin))))
            return reading::quick_answer::unsure;
        reading::sum_window window({with_.anchors, insides_, *sums_, memory_->phrases});
        const bool has_key = window.read(passage, anchor, not_before);
        const reading::sum_shape* shape = has_key ? memory_->sums.find(window.key()) : nullptr;
        if (shape != nullptr) return take(*shape, window);
        reading::quick_reader quick(with_.data, with_.anchors, use_, insides_, memory_->phrases, passage);
        const auto answer = quick.read(anchor, not_before);
        if (has_key) shape = memory_->sums.learn(window, quick, answer);
        if (shape != nullptr) return take(*shape, window);
        if (answer == reading::quick_answer::sum && quick.is_local() && names_country(at)) return reading::quick_answer::unsure;
        if (answer == reading::quick_answer::sum) {
            done_ = part_.begin + quick.past();
            keep(std::move(quick.sum()));
        }
        return answer;
    }

    reading::quick_answer take(const reading::sum_shape& shape, const reading::sum_window& window) {
        if (shape.answer != reading::quick_answer::sum) return shape.answer;
        if (shape.is_local && names_country(part_.begin + window.place(shape.begin))) return reading::quick_answer::unsure;
        const auto amount = plain_ ? reading::amount_of(shape, window) : std::nullopt;
        done_ = part_.begin + window.place(shape.past);
        if (amount)
            found_.push_back({{part_.begin + window.place(shape.begin), part_.begin + window.place(shape.end),
                               shape.currency, shape.qualifier, amount->coefficient, amount->exponent},
                              nullptr});
        else
            keep(reading::figure_of(shape, window));
        return shape.answer;
    }

    void keep(figure&& sum) {
        sum.begin += part_.begin;
        sum.end += part_.begin;
        found_.push_back({{}, std::make_unique<figure>(std::move(sum))});
    }

    /// The plain reader's answer for all of the sentence.
    void read_sentence(std::size_t at) {
        const reading::passage sentence = reading::sentence_at(with_.anchors, text_, part_, at);
        while (!found_.empty() && found_.back().begin() >= sentence.begin) found_.pop_back();
        const std::string_view words = text_.substr(sentence.begin, sentence.end - sentence.begin);
        for (auto& f : reading::passage_reader(with_.data, use_, words, sentence.begin).run())
            if (f.mention.kind == figure_kind::money)
                found_.push_back({{}, std::make_unique<figure>(std::move(f.mention))});
        done_ = sentence.end;
    }

    const parts& with_;
    std::string_view text_;
    std::vector<reading::byte_masks> masks_;
    reading::language_finder languages_;
    memories memories_;
    bool plain_, is_utf8_;
    reading::passage part_;
    reading::languages use_;
    reading::quick_tokens::insides insides_;
    const reading::sum_words* sums_ = nullptr;
    language_memory* memory_ = nullptr;
    std::size_t done_ = 0;  ///< figures found end before it
    std::vector<found_sum> found_;
};

money_finder::money_finder(const engine& data, instruction_set instructions)
    : parts_(std::make_unique<const parts>(data, instructions)) {}
money_finder::~money_finder() = default;

std::vector<figure> money_finder::read(std::string_view text, const read_options& options) const {
    std::vector<figure> figures;
    if (parts_->data.languages().empty()) return figures;
    for (found_sum& sum : pass(*parts_, text, options, false).run()) figures.push_back(std::move(*sum.whole));
    return figures;
}

void money_finder::read(std::string_view text, const read_options& options,
                        const std::function<void(const plain_sum&)>& plain,
                        const std::function<void(const figure&)>& other) const {
    if (parts_->data.languages().empty()) return;
    for (const found_sum& sum : pass(*parts_, text, options, true).run())
        sum.whole == nullptr ? plain(sum.plain) : other(*sum.whole);
}

}  // namespace outlay
