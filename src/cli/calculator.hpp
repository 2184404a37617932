// calculator: lines of expressions, one after another, with what earlier ones and the options settled.
// Promises: an error never changes what is known; the same line with the same settings gives the same answer.
// Leaves out: where lines come from and where answers go (eval.cpp, prompt/).
#pragma once

#include "cli/rate_shelf.hpp"
#include "cli/session.hpp"

#include <outlay/report/render_expression.hpp>
#include <outlay/scenario/scenario.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

/// What is kept from line to line.
struct calculator_settings {
    scenario known;               ///< its investments are the names; its rates and date count after those that are given
    std::vector<given_rate> rates;
    std::optional<date> as_of;
    currency_code to;             ///< money is given in it, unless a line says otherwise
    rate_convention convention;
    std::string language;
};

/// A line that has a value.
struct calculated {
    std::shared_ptr<const expression> read;
    std::shared_ptr<const evaluation> value;
    std::vector<scenario_investment> programmes;  ///< as they were
    std::size_t line = 1;
    [[nodiscard]] evaluated_line view() const { return {read.get(), value.get(), programmes, line}; }
};

class calculator {
public:
    calculator(session& s, rate_shelf& shelf) : session_(s), shelf_(shelf) {}

    calculator_settings settings;

    /// Line `line` of what is called `name`.
    [[nodiscard]] result<calculated> answer(const std::string& name, std::string_view text, std::size_t line = 1);
    /// Without a rate store, without becoming the last result: for a preview.
    [[nodiscard]] result<calculated> preview(std::string_view text) const;

    [[nodiscard]] const calculated* last() const { return last_ ? &*last_ : nullptr; }
    void set_last(std::optional<calculated> last) { last_ = std::move(last); }
    [[nodiscard]] rate_policy policy() const;

private:
    using programmes = std::vector<scenario_investment>;

    /// A line as read, and the programmes that its names are of.
    struct read_line {
        expression line;
        programmes known;
    };

    [[nodiscard]] result<calculated> calculate(const read_line& read) const;
    [[nodiscard]] result<read_line> read(const source& text) const;
    [[nodiscard]] result<expression> read_with(const source& text, const programmes& known) const;
    /// The session's programmes, then those that are shipped.
    [[nodiscard]] const programmes& library() const;

    session& session_;
    rate_shelf& shelf_;
    mutable std::optional<programmes> library_;  ///< read when a name is first looked for in it
    std::optional<calculated> last_;
    std::optional<date> stocked_;
    bool is_stocked_ = false;
};

/// A line without anything to compute: blank, or a comment.
[[nodiscard]] bool is_comment(std::string_view line);

}  // namespace outlay::cli
