// toml_node: a TOML file as a tree of our own: what stands where, as exactly as it was written.
// Promises: a number keeps its text; every value and every key knows its bytes.
// Leaves out: how TOML is parsed (toml_parse.hpp) and what the keys mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

enum class toml_kind {
    text,
    whole_number,
    real,
    boolean,
    day,
    time,
    list,
    table,
    broken,  ///< a value that is no TOML: reported already, so nothing more is said of it
};

struct toml_node {
    std::string key;  ///< empty for the root and for items of a list
    std::size_t key_begin = 0;
    std::size_t key_end = 0;
    toml_kind kind = toml_kind::table;
    std::size_t begin = 0;  ///< of the value; of the header for a table that has one
    std::size_t end = 0;
    std::string text;                 ///< what a text says; of all others the bytes as written
    bool verbatim = false;            ///< the words of a text lie in the file as they are, without escapes
    std::size_t words_begin = 0;      ///< where, if so
    std::vector<toml_node> children;  ///< in the order of the file

    [[nodiscard]] const toml_node* find(std::string_view name) const {
        for (const toml_node& child : children)
            if (child.key == name) return &child;
        return nullptr;
    }
    [[nodiscard]] bool is_leaf() const { return kind != toml_kind::list && kind != toml_kind::table; }
};

}  // namespace outlay
