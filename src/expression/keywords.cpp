#include "expression/keywords.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::pair<std::string_view, keyword> ids[] = {{"expression.word.per", keyword::per},
                                                        {"expression.word.into", keyword::into},
                                                        {"expression.word.at", keyword::at},
                                                        {"expression.word.as-of", keyword::as_of}};

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_word_part(const code_point& c) {
    return c.length != 0 && (is_letter(c.value) || (c.value >= '0' && c.value <= '9') || c.value == '_');
}

}  // namespace

bool equal_folded(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return folded(x) == folded(y); });
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && equal_folded(text.substr(0, prefix.size()), prefix);
}

bool is_word_end(std::string_view text, std::size_t offset) { return !is_word_part(decode_at(text, offset)); }

bool is_word_start(std::string_view text, std::size_t offset) {
    return offset == 0 || !is_word_part(decode_before(text, offset));
}

keyword_list::keyword_list(const engine& data) {
    for (const auto& [id, word] : ids) {
        const auto add = [&, word = word](std::string_view patterns) {
            for (std::size_t begin = 0; begin < patterns.size();) {
                const auto end = std::min(patterns.find('|', begin), patterns.size());
                const auto text = patterns.substr(begin, end - begin);
                begin = end + 1;
                if (!text.empty() && std::ranges::find(entries_, text, &entry::text) == entries_.end())
                    entries_.push_back({text, word});
            }
        };
        add(message_pattern(id));
        for (const auto& language : data.languages()) add(message_pattern(id, language.tag()));
    }
}

keyword_list::match keyword_list::at(std::string_view text, std::size_t offset) const {
    match best;
    for (const auto& e : entries_) {
        if (e.text.size() <= best.length || !starts_with_folded(text.substr(offset), e.text)) continue;
        const bool is_word = is_letter(decode_at(e.text, 0).value);  // not "->" or "@"
        if (!is_word || (is_word_start(text, offset) && is_word_end(text, offset + e.text.size())))
            best = {e.word, e.text.size()};
    }
    return best;
}

std::vector<std::string_view> keyword_list::words() const {
    std::vector<std::string_view> all;
    for (const auto& e : entries_) all.push_back(e.text);
    return all;
}

}  // namespace outlay
