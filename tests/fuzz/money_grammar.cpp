// Lines for the fuzz target of sums: numbers, magnitudes, currencies and what stands around them, in the words of the
// language files; and the forms in which documents hold them (UTF-16, pages, broken bytes, long repetitions).
#include "grammar.hpp"

#include <outlay/base/csv.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

namespace outlay::fuzz {

namespace {

const char* const signs[] = {"$", "US$", "€", "£", "¥", "₩", "R$", "Rs ", "₹", "kr ", "Fr. ", "USD ", "EUR", "KRW ", "元", "円", "원", "MUSD ", "zł", "₽"};
const char* const between_words[] = {" ", " ", " ", "", "", "\u00A0", "\u202F", "-", "\n", "\t", "\u3000", "\u200F", "\u00AD"};
const char* const brackets[][2] = {{" (", ")"}, {"（", "）"}, {", or ", ""}, {" = ", ""}, {"; ", ""}, {" – ", ""}};
const char* const marks[] = {".", ",", " ", "'", "’", "\u00A0", "\u202F", "٫", "٬", "·"};
const char* const zeros[] = {"0", "０", "٠", "०", "๐", "۰"};
const char* const tags[] = {"<b>", "</b>", "<br>", "</td><td>", "<p>", "<sup>9</sup>", "<!-- ", "-->", "<script>", "</script>", "&nbsp;", "&#36;",
                            "&amp;", "&euro;", "&#x20AC", "<div style=\"display:none\">", "<template>", "<", ">", "]]>", "<![CDATA["};

/// The words of one language, by their class.
using word_lists = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> alternatives(const std::string& cell) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find('|', begin), cell.size());
        if (end > begin) words.push_back(cell.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

word_lists words_of(const std::filesystem::path& file) {
    word_lists lists;
    const auto text = source::read(file.string());
    if (!text) return lists;
    const auto table = read_csv(*text, {"class", "words", "value", "when"});
    if (!table) return lists;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        auto words = alternatives(table->cell(row, "words").text);
        auto& list = lists[table->cell(row, "class").text];
        list.insert(list.end(), words.begin(), words.end());
    }
    return lists;
}

class money_grammar final : public grammar {
public:
    explicit money_grammar(const std::string& folder) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            if (auto lists = words_of(file); !lists.empty()) languages_.push_back(std::move(lists));
        if (!languages_.empty()) return;
        std::fprintf(stderr, "no language files in '%s'\n", folder.c_str());
        std::exit(2);
    }

    std::string line(dice& random) override {
        const auto& language = random.one_of(languages_);
        std::string made;
        for (auto sums = 1 + random.below(3); sums > 0; --sums) {
            for (auto n = random.below(4); n > 0; --n) made += word(random, language) + " ";
            const auto& around = random.one_of(brackets);
            made += sum(random, language);
            if (random.one_in(3)) made += around[0] + sum(random, random.one_in(2) ? language : random.one_of(languages_)) + around[1];
            made += random.one_of(between_words);
        }
        return made;
    }

    std::string piece(dice& random) override {
        switch (random.below(6)) {
            case 0: return random.one_of(signs);
            case 1: return random.one_of(between_words);
            case 2: return number(random);
            case 3: return random.one_of(marks);
            case 4: return random.one_in(4) ? random.one_of(tags) : std::string(1, static_cast<char>(random.below(256)));
            default: return word(random, random.one_of(languages_));
        }
    }

    std::string wrapped(dice& random, std::string line, const std::string& other) override {
        switch (random.below(8)) {
            case 0: return in_utf16(random, line);
            case 1: return in_page(random, line, other);
            case 2: return repeated(random, line);
            case 3: return line + "\n\n" + other;
            case 4: return sum(random, random.one_of(languages_)) + random.one_of(between_words) + line;
            default: return line + random.one_of(between_words) + other;
        }
    }

private:
    static std::string word_of_class(dice& random, const word_lists& language, const char* name) {
        const auto list = language.find(name);
        return list == language.end() || list->second.empty() ? std::string() : random.one_of(list->second);
    }

    static std::string word(dice& random, const word_lists& language) {
        auto list = language.begin();
        std::advance(list, static_cast<std::ptrdiff_t>(random.below(language.size())));
        return list->second.empty() ? std::string() : random.one_of(list->second);
    }

    /// Digits of one script, perhaps with marks among them.
    static std::string number(dice& random) {
        const std::string zero = random.one_in(4) ? random.one_of(zeros) : "0";
        const std::string mark = random.one_of(marks);
        std::string made;
        const std::size_t digits = 1 + random.below(random.one_in(20) ? 60 : 8);
        for (std::size_t i = 0; i < digits; ++i) {
            if (i > 0 && (random.one_in(2) ? (digits - i) % 3 == 0 : random.one_in(6))) made += random.one_in(5) ? random.one_of(marks) : mark;
            made += zero.substr(0, zero.size() - 1) + static_cast<char>(zero.back() + static_cast<char>(random.below(10)));
        }
        return made;
    }

    static std::string quantity(dice& random, const word_lists& language) {
        std::string made;
        for (auto parts = 1 + random.below(3); parts > 0; --parts) {
            if (random.one_in(3))
                for (auto n = 1 + random.below(3); n > 0; --n) made += word_of_class(random, language, "numeral") + random.one_of(between_words);
            else
                made += number(random) + random.one_of(between_words);
            if (!random.one_in(3)) made += word_of_class(random, language, "magnitude") + random.one_of(between_words);
            if (!random.one_in(4)) break;
        }
        return made;
    }

    static std::string sum(dice& random, const word_lists& language) {
        std::string made;
        if (random.one_in(3)) made += word_of_class(random, language, "qualifier") + random.one_of(between_words);
        const bool before = random.one_in(2);
        if (before) made += random.one_of(signs);
        made += quantity(random, language);
        if (random.one_in(4)) made += word_of_class(random, language, "range") + (random.one_in(2) ? " " : "") + quantity(random, language);
        if (!before) made += word_of_class(random, language, random.one_in(6) ? "minor" : "currency");
        if (random.one_in(4)) made += random.one_of(between_words) + word_of_class(random, language, random.one_in(2) ? "per" : "qualifier");
        return made;
    }

    static std::string in_utf16(dice& random, const std::string& line) {
        const bool little = random.one_in(2);
        std::string made = little ? "\xFF\xFE" : "\xFE\xFF";
        const auto put = [&](char32_t unit) {
            const char bytes[] = {static_cast<char>(unit >> 8U), static_cast<char>(unit & 0xFFU)};
            made += bytes[little ? 1 : 0];
            made += bytes[little ? 0 : 1];
        };
        for (std::size_t at = 0; at < line.size();) {
            const code_point c = decode_at(line, at);
            at += c.length;
            if (c.value >= 0x10000) put(0xD800 + ((c.value - 0x10000) >> 10U)), put(0xDC00 + ((c.value - 0x10000) & 0x3FFU));
            else put(random.one_in(200) ? static_cast<char32_t>(0xD800 + random.below(0x800)) : c.value);
        }
        if (random.one_in(8)) made += "x";
        return made;
    }

    static std::string in_page(dice& random, const std::string& line, const std::string& other) {
        std::string made = random.one_in(2) ? "<!doctype html><p>" : "<html><table><tr><td>";
        for (const std::string& text : {line, other}) {
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = at + 1 + random.below(20);
                made += text.substr(at, end - at);
                made += random.one_of(tags);
                at = end;
            }
        }
        return made;
    }

    /// What takes a time that grows with the square of its length shows it here.
    static std::string repeated(dice& random, const std::string& line) {
        const std::size_t at = random.below(line.size() + 1);
        const std::string part = line.substr(at, 1 + random.below(24));
        std::string made = line.substr(0, at);
        for (auto times = 2 + random.below(random.one_in(8) ? 400 : 20); times > 0; --times) made += part;
        return made + line.substr(at);
    }

    std::vector<word_lists> languages_;
};

}  // namespace

std::unique_ptr<grammar> make_grammar(const std::string& words) { return std::make_unique<money_grammar>(words); }

}  // namespace outlay::fuzz
