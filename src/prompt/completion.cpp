#include "prompt/completion.hpp"

#include "prompt/words.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/compare/comparison.hpp>
#include <outlay/report/number_format.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace outlay::prompt {

namespace {

constexpr std::array<std::string_view, 5> settings{"to", "as-of", "rate", "locale", "lang"};
constexpr std::array<std::string_view, 4> joints{"in", "to", "->", "into"};
constexpr std::array<std::string_view, 8> keywords{"per", "in", "to", "at", "as", "of", "on", "into"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view word, std::string_view prefix) {
    return word.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), word.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

class finder {
public:
    finder(const vocabulary& known, std::string_view line, std::size_t cursor)
        : known_(known), line_(line.substr(0, cursor)), words_(split_words(line_)) {
        const bool starts_word = line_.empty() || line_.back() == ' ' || words_.empty();
        if (starts_word) words_.push_back({{}, line_.size(), line_.size()});
        out_.begin = words_.back().begin;
        prefix_ = line_.substr(out_.begin);
    }

    completions run() {
        const auto& command = words_.front().text;
        if (words_.size() == 1) return first_word();
        if (prefix_.starts_with("--")) return options_of(command);
        if (takes_files(command)) return files(), std::move(out_);
        if (command == "set") return setting();
        if (command == "help") return add_all("topic", known_.topics), std::move(out_);
        if (command == "rates") return currencies(), std::move(out_);
        if (std::ranges::find(known_.commands, command) != known_.commands.end() && command != "eval" && command != "convert")
            return std::move(out_);
        operands();
        return std::move(out_);
    }

private:
    [[nodiscard]] static bool takes_files(std::string_view command) {
        constexpr std::array<std::string_view, 6> all{"scan", "audit", "load", "save", "compare", "check"};
        return std::ranges::find(all, command) != all.end();
    }

    void add(std::string_view kind, std::string_view word, std::string_view written = {}) {
        if (!begins_with(word, prefix_)) return;
        const auto& text = written.empty() ? word : written;
        for (const auto& c : out_.words)
            if (c.text == text) return;
        out_.words.push_back({std::string(text), message(std::string("prompt.kind.").append(kind), {}, known_.locale)});
    }
    template <class Words>
    void add_all(std::string_view kind, const Words& words) {
        for (const auto& word : words) add(kind, word);
    }

    completions first_word() {
        if (!prefix_.empty() || line_.empty()) add_all("command", known_.commands);
        if (!prefix_.empty()) operands();
        return std::move(out_);
    }

    completions options_of(const std::string& command) {
        if (known_.options) add_all("option", known_.options(command));
        return std::move(out_);
    }

    completions setting() {
        if (words_.size() == 2) add_all("setting", settings);
        const auto& key = words_[1].text;
        if (words_.size() == 3 && key == "to") currencies();
        if (words_.size() == 3 && key == "locale") add_all("language", format_locales(*known_.data));
        if (words_.size() == 3 && key == "lang")
            for (const auto& language : known_.data->languages()) add("language", language.tag());
        return std::move(out_);
    }

    /// In quotes where a name has spaces; those of a folder are left open.
    void files() {
        const bool is_quoted = prefix_.starts_with('"') || prefix_.starts_with('\'');
        for (const auto& path : matching_files(prefix_.substr(is_quoted ? 1 : 0))) {
            const bool needs_quotes = is_quoted || path.find(' ') != std::string::npos;
            const auto text = needs_quotes ? '"' + path + (path.ends_with('/') ? "" : "\"") : path;
            out_.words.push_back({text, message("prompt.kind.file", {}, known_.locale)});
        }
    }

    void currencies() {
        for (const auto& row : known_.data->currencies().rows())
            if (row.valid_to.empty()) add("currency", row.code.text());
    }

    /// After "in": what the expression before it can be given in.
    void conforming() {
        const auto before = words_.size() < 2 ? std::string_view{} : std::string_view(words_[words_.size() - 2].text);
        const bool asks = std::ranges::find(joints, before) != joints.end() && words_.size() > 2;
        if (!asks || !known_.conforming) return;
        add_all("conforming", known_.conforming(line_.substr(0, words_[words_.size() - 2].begin)));
    }

    /// The last word of an expression, which an operator may have begun.
    void operands() {
        conforming();
        if (!out_.words.empty() && prefix_.find('/') != std::string_view::npos) return;
        const auto cut = line_.find_last_of(" /*+(=?");
        if (cut != std::string_view::npos && cut + 1 > out_.begin) {
            out_.begin = cut + 1;
            prefix_ = line_.substr(out_.begin);
        }
        if (!out_.words.empty() && prefix_.empty()) return;
        for (const auto& p : known_.programmes) {
            add("programme", p.name);
            for (const auto& word : split_words(p.name))
                if (word.text.size() > 3) add("programme", word.text);
        }
        if (prefix_.empty()) return;
        if (prefix_.size() > 1 || prefix_[0] < 'a') currencies();
        add_all("programme", known_.shipped);
        add_all("keyword", keywords);
        add_all("property", std::array<std::string_view, 2>{"jobs", "period"});
        add_all("property", metric_names());
        units();
    }

    /// Of the language that the prefix is written in.
    void units() {
        const bool is_ascii = std::ranges::all_of(prefix_, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        for (const auto& language : known_.data->languages()) {
            if (is_ascii != (language.tag() == "en")) continue;
            for (const auto& p : language.phrases())
                for (const auto& t : language.terms_of(p)) {
                    if (p.text.find(' ') != std::string_view::npos) continue;
                    if (t.kind == term_class::noun) add("unit", p.text);
                    if (t.kind == term_class::currency) add("currency", p.text);
                    if (t.kind == term_class::magnitude && p.text.size() > 3) add("magnitude", p.text);
                }
        }
    }

    const vocabulary& known_;
    std::string_view line_;
    std::vector<typed_word> words_;
    std::string_view prefix_;
    completions out_;
};

}  // namespace

std::vector<std::string> matching_files(std::string_view prefix) {
    const auto slash = prefix.rfind('/');
    const std::string folder(slash == std::string_view::npos ? std::string_view{} : prefix.substr(0, slash + 1));
    const auto start = slash == std::string_view::npos ? prefix : prefix.substr(slash + 1);
    std::vector<std::string> found;
    std::error_code problem;
    const std::filesystem::directory_iterator entries(folder.empty() ? "." : folder, problem);
    if (problem) return found;
    for (const auto& entry : entries) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(start) || (start.empty() && name.starts_with('.'))) continue;
        found.push_back(folder + name + (entry.is_directory(problem) ? "/" : ""));
    }
    std::ranges::sort(found);
    return found;
}

completions complete(const vocabulary& known, std::string_view line, std::size_t cursor) {
    return finder(known, line, std::min(cursor, line.size())).run();
}

}  // namespace outlay::prompt
