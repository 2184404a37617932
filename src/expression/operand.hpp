// operand: words that stand between operators, as the figure, number, unit or name that they are.
// Promises: the reader of figures reads every figure; an error points at the word and names near misses of its kind.
// Leaves out: operators (reader.hpp).
#pragma once

#include <outlay/expression/expression.hpp>

namespace outlay {

/// The words [begin, end) of a text, not empty and without spaces around.
[[nodiscard]] result<expression_node> read_operand(const engine& data, const source& text, std::size_t begin,
                                                   std::size_t end, const expression_scope& scope);

/// A name, with its property if one follows; `words` are those of the text at [begin, end).
[[nodiscard]] result<expression_node> read_name(const engine& data, const source& text, std::size_t begin,
                                                std::size_t end, const expression_scope& scope);

}  // namespace outlay
