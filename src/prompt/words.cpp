#include "prompt/words.hpp"

namespace outlay::prompt {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

}  // namespace

std::vector<typed_word> split_words(std::string_view line) {
    std::vector<typed_word> words;
    std::size_t at = 0;
    while (at < line.size()) {
        if (is_blank(line[at])) {
            ++at;
            continue;
        }
        typed_word word;
        word.begin = at;
        char quote = 0;
        for (; at < line.size() && (quote != 0 || !is_blank(line[at])); ++at) {
            const char c = line[at];
            if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
            else if (c == quote)
                quote = 0;
            else
                word.text += c;
        }
        word.end = at;
        words.push_back(std::move(word));
    }
    return words;
}

std::string_view rest_from(std::string_view line, const std::vector<typed_word>& words, std::size_t index) {
    if (index >= words.size()) return {};
    return line.substr(words[index].begin, words.back().end - words[index].begin);
}

}  // namespace outlay::prompt
