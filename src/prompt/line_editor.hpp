// line_editor: asks for a line on a terminal, with editing, history, completion and a preview below it.
// Promises: wide characters are edited and wrapped as such; an interrupt leaves the line; without a UTF-8 locale or a
//   terminal that can move its cursor lines are still read, only not edited.
// Leaves out: what lines mean. The library behind it (libedit) is line_editor.cpp's own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

/// Words that can stand at the cursor, by their kind: what replaces the bytes from `begin` to the cursor.
struct completions {
    struct candidate {
        std::string text;
        std::string kind;  ///< the heading that it is listed under
    };
    std::size_t begin = 0;
    std::vector<candidate> words;
};

enum class answer_kind { line, interrupted, end };
struct answer {
    answer_kind kind = answer_kind::end;
    std::string text;
};

class line_editor {
public:
    using completer = std::function<completions(std::string_view line, std::size_t cursor)>;
    /// What stands below a line that is being typed: one row of at most so many columns; empty: nothing.
    using previewer = std::function<std::string(std::string_view line, std::size_t columns)>;

    explicit line_editor(bool has_colour);
    ~line_editor();

    void set_completer(completer complete);
    void set_previewer(previewer preview);
    void remember(const std::string& line);
    /// `keeps` says whether earlier lines can be recalled.
    [[nodiscard]] answer ask(const std::string& prompt, bool keeps = true);

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

}  // namespace outlay::prompt
