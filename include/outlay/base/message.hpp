// message: the catalogue of words that outlay itself says, by id and language.
// Promises: looks up constant data; an id without words in a language falls back to English, then to the id itself.
// Leaves out: the words of documents (language/lexicon.hpp).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <outlay/base/diagnostic.hpp>

namespace outlay {

/// A row of config/messages/LANGUAGE.csv.
struct message_row {
    std::string_view language;
    std::string_view id;
    std::string_view text;
};

/// The words of `id`, with their placeholders still in them; empty if no language has it.
[[nodiscard]] std::string_view message_pattern(std::string_view id, std::string_view language = "en");

/// The words of `id`, each "{name}" replaced by the argument of that name.
[[nodiscard]] std::string message(std::string_view id, message_arguments arguments = {},
                                  std::string_view language = "en");

/// Replaces "{name}" in `pattern`; a name without an argument stays as written.
[[nodiscard]] std::string fill(std::string_view pattern, message_arguments arguments);

/// The built-in catalogue, sorted by language and id. Defined by the generated tables.
[[nodiscard]] std::span<const message_row> embedded_messages();

}  // namespace outlay
