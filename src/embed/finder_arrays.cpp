#include "embed/finder_arrays.hpp"

#include "figures/anchor_tables.hpp"
#include "figures/word_votes.hpp"
#include "language/phrase_trie.hpp"

#include <type_traits>

namespace outlay::embed {

namespace {

template <class T>
constexpr std::string_view type_name = std::is_same_v<T, std::uint64_t>   ? "std::uint64_t"
                                       : std::is_same_v<T, std::uint32_t> ? "std::uint32_t"
                                       : std::is_same_v<T, std::uint16_t> ? "std::uint16_t"
                                                                          : "std::uint8_t";

/// Many in a line.
template <class T>
std::vector<std::string> lines_of(std::span<const T> rows) {
    constexpr std::size_t in_a_line = 16;
    std::vector<std::string> lines;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        if (n % in_a_line == 0)
            lines.emplace_back();
        else
            lines.back() += ", ";
        lines.back() += std::to_string(rows[n]);
        if constexpr (sizeof(T) == sizeof(std::uint64_t)) lines.back() += 'U';
    }
    return lines;
}

/// Writes the arrays of one owner: NAME_0, NAME_1, and the list of them.
class writer {
public:
    writer(cpp_file& file, std::string name) : file_(file), name_(std::move(name)) {}

    template <class T>
    void operator()(const constant_array<T>& own) {
        const std::string array = name_ + "_" + std::to_string(list_.size());
        file_.array(type_name<T>, array, lines_of(own.rows()));
        list_.push_back(own.empty() ? "{}" : "{" + array + ", " + std::to_string(own.size()) + "}");
    }
    void finish() {
        file_.array("compiled_array", name_ + "_arrays", list_);
        file_.accessor("compiled_array", "embedded_" + name_ + "_arrays", name_ + "_arrays", false);
    }

private:
    cpp_file& file_;
    std::string name_;
    std::vector<std::string> list_;
};

template <class Owner>
void write(cpp_file& file, const std::string& name, Owner owner) {
    writer out(file, name);
    owner.each_array(out);
    out.finish();
}

}  // namespace

cpp_file finder_arrays(const config_folder& facts) {
    cpp_file file("config/languages/", {},
                  {"figures/anchor_tables.hpp", "figures/word_votes.hpp", "language/phrase_trie.hpp"});
    const word_table words = facts.language_words.view();
    write(file, "trie", phrase_trie::built(words));
    write(file, "vote", reading::word_votes::built(words));
    write(file, "anchor", reading::anchor_tables::built(facts.languages, {facts.currencies, facts.symbols}));
    return file;
}

}  // namespace outlay::embed
