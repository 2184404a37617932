#include <outlay/figures/money_finder.hpp>

#include "anchor_finder.hpp"
#include "language_finder.hpp"
#include "passage_reader.hpp"
#include "quick_reader.hpp"
#include "sentence.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

namespace outlay {

struct money_finder::parts {
    parts(const engine& given, instruction_set with)
        : data(given.for_long_texts()),
          instructions(with),
          anchors(data),
          votes(data.languages().empty() ? word_table{} : data.languages().front().words()),
          insides(data.languages().size()) {}

    engine data;
    instruction_set instructions;
    reading::anchor_finder anchors;
    reading::word_votes votes;
    struct known_insides {
        std::once_flag once;
        std::optional<reading::phrase_insides> insides;
    };
    mutable std::vector<known_insides> insides;

    /// What one thread remembers of the texts it has read: a phrase_memory a language.
    using memories = std::vector<std::unique_ptr<reading::phrase_memory>>;
    mutable std::mutex resting_mutex;
    mutable std::vector<memories> resting;  ///< of calls that are done

    [[nodiscard]] memories take_memories() const {
        const std::lock_guard lock(resting_mutex);
        if (resting.empty()) return memories(data.languages().size());
        memories taken = std::move(resting.back());
        resting.pop_back();
        return taken;
    }
    void put_back(memories done) const {
        const std::lock_guard lock(resting_mutex);
        resting.push_back(std::move(done));
    }
    [[nodiscard]] static reading::phrase_memory& memory_of(const reading::languages& use, memories& all) {
        auto& own = all[use.main->number()];
        if (own == nullptr) own = std::make_unique<reading::phrase_memory>(use);
        return *own;
    }

    [[nodiscard]] const reading::phrase_insides* insides_of(const lexicon* language) const {
        if (language == nullptr) return nullptr;
        known_insides& own = insides[language->number()];
        std::call_once(own.once, [&] { own.insides.emplace(*language); });
        return &*own.insides;
    }
};

money_finder::money_finder(const engine& data, instruction_set instructions)
    : parts_(std::make_unique<const parts>(data, instructions)) {}
money_finder::~money_finder() = default;

std::vector<figure> money_finder::read(std::string_view text, const read_options& options) const {
    std::vector<figure> found;
    if (parts_->data.languages().empty()) return found;
    const auto masks = reading::masks_of(text, parts_->anchors.signs(), parts_->instructions);
    const reading::masked_text in{text, masks};
    reading::language_finder languages(parts_->data, options.language, text, &parts_->votes);
    auto memories = parts_->take_memories();
    reading::passage part;
    reading::languages use;
    std::size_t done = 0;  // figures found end before it
    for (std::size_t at = parts_->anchors.next(in, 0); at < text.size();) {
        if (at >= part.end || use.main == nullptr) {
            part = reading::passage_at(text, at);
            use = languages.of(part);
            done = std::max(done, part.begin);
        }
        reading::quick_reader quick(parts_->data, parts_->anchors, use,
                                    {parts_->insides_of(use.main), parts_->insides_of(use.companion)},
                                    parts::memory_of(use, memories), text.substr(part.begin, part.end - part.begin));
        const auto answer = quick.read(at - part.begin, done - part.begin);
        if (answer == reading::quick_answer::sum) {
            quick.sum().begin += part.begin;
            quick.sum().end += part.begin;
            found.push_back(std::move(quick.sum()));
            done = part.begin + quick.past();
        }
        if (answer != reading::quick_answer::unsure || !parts_->anchors.is_money(in, at, use)) {
            at = parts_->anchors.next(in, std::max(at + 1, done));
            continue;
        }
        const reading::passage sentence = reading::sentence_at(parts_->anchors, text, part, at);
        const std::string_view words = text.substr(sentence.begin, sentence.end - sentence.begin);
        while (!found.empty() && found.back().begin >= sentence.begin) found.pop_back();
        for (auto& f : reading::passage_reader(parts_->data, use, words, sentence.begin).run())
            if (f.mention.kind == figure_kind::money) found.push_back(std::move(f.mention));
        done = sentence.end;
        at = parts_->anchors.next(in, std::max(sentence.end, at + 1));
    }
    parts_->put_back(std::move(memories));
    return found;
}

}  // namespace outlay
