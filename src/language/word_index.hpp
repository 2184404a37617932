// word_index: finds phrases in a word table by their first two bytes, and each phrase's next shorter one.
// Promises: what a lookup needs (lexicon.hpp); phrases must be sorted by text, without doubles.
// Leaves out: lookups.
#pragma once

#include <outlay/language/lexicon.hpp>

namespace outlay {

void index_phrases(lexicon_storage& words);

}  // namespace outlay
