// finder_arrays: what the finder of money in long texts knows of the words and currencies, as a C++ source file.
// Promises: the arrays that it would build of them when it starts, so that it starts at once.
// Leaves out: what they mean (language/phrase_trie.hpp, figures/anchor_tables.hpp, figures/word_votes.hpp).
#pragma once

#include "embed/cpp_table.hpp"
#include "engine/config_folder.hpp"

namespace outlay::embed {

[[nodiscard]] cpp_file finder_arrays(const config_folder& facts);

}  // namespace outlay::embed
