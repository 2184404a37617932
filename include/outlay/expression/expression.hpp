// expression: a line such as "$500 billion / 100,000 jobs" as it was read: operands, operations, and what they are asked in.
// Promises: every operand is read by the reader of figures; every node knows its bytes; never throws on any bytes.
// Leaves out: values (evaluate.hpp), and words for readers (report/render_expression.hpp).
//   line       = [ "?" [unit] ":" ] sum [ "=" sum ]
//   sum        = product { ("+" | "-") product } { clause }          a minus has a space on both sides
//   product    = per { ("*" | "×" | "/" | "÷") per }
//   per        = sign { "per" sign }
//   sign       = [ "-" ] operand
//   operand    = "(" sum ")" | "?" [unit] | "_" | name [metric] | figure | number [ "%" ] | unit
//   clause     = ("in" | "to" | "->") unit { ("/" | "per") unit } | "at" rate | ("as of" | "on") date
// "to" and "in" before a number belong to the words of a figure ("400 to 500 billion won"). The words of the keywords are
// those of the catalogue (expression.word.*). A name is a programme's, whole or a part that only one has, or its economy's.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/expression/unit_product.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/scenario/scenario.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace outlay {

/// Terms that an operation stands for; `per` binds tighter than `divide` and reaches into programmes.
enum class operation : std::uint8_t {
    figure, number, unit, name, last, hole, negate, add, subtract, multiply, divide, per, convert,
};

struct expression_node {
    operation kind = operation::number;
    std::size_t begin = 0;  ///< bytes of the text
    std::size_t end = 0;
    std::size_t a = 0;      ///< operands: indices of nodes that stand before this one
    std::size_t b = 0;
    figure stated;          ///< of a figure or a number
    unit_product unit;      ///< of a unit, a hole, a conversion's target
    bool keeps_rest = false;  ///< of a conversion: the target is one unit, what else the value is counted in stays
    std::size_t programme = 0;  ///< of a name: its index
    std::string metric;         ///< of a name: "outlay", "jobs", "period" or one of metric_names()
};

struct expression {
    source text{{}, {}};
    std::vector<expression_node> nodes;
    std::size_t root = 0;
    std::optional<std::size_t> equals;       ///< the right side of an equation
    unit_product asked;                      ///< of "? jobs:"
    std::optional<std::string> rate;         ///< of "at", as written
    std::size_t rate_begin = 0;
    std::size_t rate_end = 0;
    std::optional<date> as_of;
};

/// What names can stand for.
struct expression_scope {
    std::span<const scenario_investment> programmes;
    std::optional<unit_product> last;  ///< unit of the last result, which "_" is
    std::string language;              ///< of figures; empty: found for each
    std::size_t own = 0;               ///< so many programmes, the first, are the user's: a name is theirs before others'
};

/// Longer lines and deeper brackets are refused.
inline constexpr std::size_t longest_expression = 16384;
inline constexpr std::size_t deepest_expression = 64;

/// Errors: expression-empty, expression-operand-missing, expression-unexpected, expression-unclosed,
/// expression-too-long, expression-too-deep, expression-clause-twice, expression-hole-twice, expression-hole-alone,
/// expression-no-hole, name-unknown, name-ambiguous, unit-unknown, last-missing, date-malformed, and those of read_one.
[[nodiscard]] result<expression> read_expression(const engine& data, const source& text, const expression_scope& scope);

/// What "jobs" or "won" is the unit of, in any language that is known.
[[nodiscard]] std::optional<unit_product> find_unit(const engine& data, std::string_view words);

/// Each currency that is written in it, once, in order of appearance; those of its programmes too.
[[nodiscard]] std::vector<currency_code> currencies_in(const expression& what, std::span<const scenario_investment> programmes);

}  // namespace outlay
