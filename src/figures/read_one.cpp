// The one figure that a whole text is: arguments, scenario values, a prompt's line.
#include <outlay/figures/read.hpp>

#include "amount.hpp"
#include "language_finder.hpp"
#include "passage_reader.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

using namespace reading;

struct span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

span trimmed(std::string_view text, span s) {
    const auto blank = [&](char32_t c) { return is_space(c) || c == '\n' || c == '\r' || c == '\t'; };
    for (code_point c = decode_at(text, s.begin); s.begin < s.end && blank(c.value); c = decode_at(text, s.begin)) s.begin += c.length;
    for (code_point c = decode_before(text, s.end); s.end > s.begin && blank(c.value); c = decode_before(text, s.end)) s.end -= c.length;
    return s;
}

/// Lower-case codes ("500 usd") are codes where a whole text is one figure; in an article they are words.
std::string with_codes_in_capitals(const engine& data, const languages& use, std::string_view text) {
    std::string changed(text);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) ++end;
        if (end - at == 3) {
            const currency_code code(text.substr(at, 3));
            const bool word = use.main->longest_match(text, at).length >= 3;
            if (data.currencies().find(code) != nullptr && !word) std::copy_n(code.text().begin(), 3, changed.begin() + static_cast<std::ptrdiff_t>(at));
        }
        at = std::max(end, at + 1);
    }
    return changed;
}

class one_reader {
public:
    one_reader(const engine& data, const source& text, span where, figure_kind kind, const read_options& options)
        : data_(data), text_(text), where_(trimmed(text.text(), where)), kind_(kind),
          use_(language_of(data, options.language, text.slice(where_.begin, where_.end))),
          words_(with_codes_in_capitals(data, use_, text.slice(where_.begin, where_.end))), reader_(data, use_, words_, where_.begin) {}

    result<figure> run() {
        if (where_.begin == where_.end) return problem("figure-empty", where_);
        std::vector<found_figure> found = reader_.run();
        std::vector<found_figure> wanted;
        std::copy_if(found.begin(), found.end(), std::back_inserter(wanted), [&](const found_figure& f) { return f.mention.kind == kind_; });
        if (wanted.empty()) {
            if (auto bare = bare_number()) return *bare;
            if (!found.empty() && covers(found.front())) {
                if (!is_number_of_persons(found.front().mention)) return mismatch(found.front());
                found.front().mention.kind = kind_;
                found.front().mention.unit = "job";
                return std::move(found.front().mention);
            }
            return not_understood();
        }
        if (wanted.size() > 1) return problem("figure-several", span_of(wanted[1].mention), {{"first", slice(span_of(wanted[0].mention))}});
        if (!covers(wanted.front())) return rest(wanted.front());
        return std::move(wanted.front().mention);
    }

private:
    [[nodiscard]] std::string_view slice(span s) const { return text_.slice(s.begin, s.end); }
    [[nodiscard]] static span span_of(const figure& f) { return {f.begin, f.end}; }
    [[nodiscard]] span span_of(const item& it) const { return {where_.begin + it.begin, where_.begin + it.end}; }
    [[nodiscard]] const std::vector<item>& items() const { return reader_.items(); }

    [[nodiscard]] bool covers(const found_figure& f) const {
        return f.mention.begin == where_.begin && f.next_item == items().size();
    }

    diagnostic problem(std::string_view id, span s, message_arguments more = {}) const {
        diagnostic made = make_diagnostic(id, more, text_.at(s.begin, s.end));
        made.expected = message(std::string("expected-") + std::string(to_text(kind_)));
        return made;
    }

    /// A number without a noun ("up to 3,000"), where the kind says what it counts: read with a noun of that kind.
    [[nodiscard]] std::optional<figure> bare_number() const {
        const term* noun = noun_of_kind();
        if (noun == nullptr) return std::nullopt;
        const std::string with_noun = words_ + " " + std::string(noun->written);
        passage_reader reader(data_, use_, with_noun, where_.begin);
        std::vector<found_figure> found = reader.run();
        if (found.size() != 1 || found.front().mention.kind != kind_ || found.front().mention.begin != where_.begin ||
            found.front().next_item != reader.items().size())
            return std::nullopt;
        figure made = std::move(found.front().mention);
        made.end = where_.end;
        return made;
    }

    [[nodiscard]] const term* noun_of_kind() const {
        for (const lexicon* language : {use_.main, use_.companion})
            for (const phrase& p : language != nullptr ? language->phrases() : std::span<const phrase>{})
                for (const term& t : language->terms_of(p))
                    if (t.kind == term_class::noun && t.is(term_after) && t.value.substr(0, t.value.find(':')) == to_text(kind_) && is_default_unit(t))
                        return &t;
        return nullptr;
    }
    /// A duration without a unit is in years.
    [[nodiscard]] bool is_default_unit(const term& noun) const {
        return kind_ != figure_kind::duration || noun.value.ends_with(":" + std::string(to_text(per_unit::year)));
    }

    /// "1,000 people" where jobs are wanted.
    [[nodiscard]] bool is_number_of_persons(const figure& f) const {
        return kind_ == figure_kind::jobs && f.kind == figure_kind::count && f.unit == "person";
    }

    diagnostic mismatch(const found_figure& found) const {
        return problem("kind-mismatch", span_of(found.mention), {{"found", to_text(found.mention.kind)}, {"wanted", to_text(kind_)}});
    }

    /// A figure was found, and something that it does not account for.
    diagnostic rest(const found_figure& found) const {
        const bool before = found.mention.begin > where_.begin;
        const span left = before ? trimmed(text_.text(), {where_.begin, found.mention.begin})
                                 : span_of(items()[std::min(found.next_item, items().size() - 1)]);
        diagnostic made = problem("figure-rest", left, {{"rest", slice(left)}, {"figure", slice(span_of(found.mention))}});
        made.near = near_words(slice(left));
        return made;
    }

    diagnostic not_understood() const {
        const amount_reader amounts(data_, items(), words_, *use_.main);
        for (std::size_t i = 0; i < items().size(); ++i) {
            const auto amount = amounts.amount_at(i);
            if (!amount) continue;
            const span number{where_.begin + items()[amount->first].begin, where_.begin + items()[amount->next - 1].end};
            if (amount->next < items().size()) {
                const span next = span_of(items()[amount->next]);
                diagnostic made = problem("unit-not-understood", next, {{"word", slice(next)}, {"number", slice(number)}});
                made.near = near_words(slice(next));
                if (!made.near.empty() || kind_ != figure_kind::money) return made;
            }
            return kind_ == figure_kind::money ? problem("currency-missing", number, {{"number", slice(number)}})
                                               : problem("figure-not-understood", where_, {{"text", slice(where_)}});
        }
        return problem("figure-not-understood", where_, {{"text", slice(where_)}});
    }

    /// Words that could stand there: magnitudes, currencies, nouns and qualifiers of the language, and codes.
    [[nodiscard]] std::vector<std::string> near_words(std::string_view word) const {
        std::vector<std::string_view> known;
        for (const lexicon* language : {use_.main, use_.companion}) {
            if (language == nullptr) continue;
            if (language->longest_match(word, 0).length == word.size()) return {};  // spelled right, only out of place
            for (const phrase& p : language->phrases())
                for (const term& t : language->terms_of(p))
                    if (t.kind == term_class::magnitude || t.kind == term_class::currency || t.kind == term_class::qualifier ||
                        t.kind == term_class::noun || t.kind == term_class::multiplier) {
                        known.push_back(p.text);
                        break;
                    }
        }
        const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals)
            for (const currency& c : data_.currencies().rows()) known.push_back(c.code.text());
        return near_misses(word, known);
    }

    const engine& data_;
    const source& text_;
    span where_;
    figure_kind kind_;
    languages use_;
    std::string words_;
    passage_reader reader_;
};

}  // namespace

result<figure> read_one(const engine& data, const source& text, std::size_t begin, std::size_t end, figure_kind kind,
                        const read_options& options) {
    return one_reader(data, text, {begin, end}, kind, options).run();
}

result<figure> read_one(const engine& data, std::string_view text, figure_kind kind, const read_options& options) {
    const source whole(message("source-argument"), std::string(text));
    return read_one(data, whole, 0, whole.text().size(), kind, options);
}

}  // namespace outlay
