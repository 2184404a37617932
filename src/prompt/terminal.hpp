// terminal: what the prompt asks of the terminal itself: its width, its characters, its signals.
// Promises: characters are UTF-8 whatever the user's locale is; an interrupt is noticed and ends nothing.
// Leaves out: lines and their editing (line_editor.hpp).
#pragma once

#include <cstddef>
#include <string_view>

namespace outlay::prompt {

/// Columns of the terminal; 80 if it does not say.
[[nodiscard]] std::size_t terminal_columns();
/// Whether it moves its cursor as lines are edited with.
[[nodiscard]] bool can_move_cursor();
/// Characters are those of UTF-8 from now on; false where the system has none.
[[nodiscard]] bool use_utf8();

/// Interrupts are noticed from now on, and changes of size if asked for.
void notice_interrupts();
void notice_resizes();
/// Since it was last taken.
[[nodiscard]] bool take_interrupt();
[[nodiscard]] bool is_interrupted();
[[nodiscard]] bool take_resize();

/// Keys that nobody has read yet: a paste, or someone who types ahead.
[[nodiscard]] bool has_more_input();
/// At once, whatever is waiting to be written.
void write_out(std::string_view text);

/// Where a text that begins at the left edge ends on a terminal of so many columns: rows below its first one, and the
/// column. A wide character does not stand half in one row; after the last column the row is still the same.
struct screen_place {
    std::size_t row = 0;
    std::size_t column = 0;
    bool operator==(const screen_place&) const = default;
};
[[nodiscard]] screen_place end_on_screen(std::string_view text, std::size_t columns);

}  // namespace outlay::prompt
