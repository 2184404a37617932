// words: what a report says, in the reader's language.
// Promises: looks up config/messages/LANGUAGE/report.csv by id, English where a language has no words for it.
// Leaves out: layout.
#pragma once

#include <outlay/base/message.hpp>
#include <outlay/report/number_format.hpp>

#include <string>

namespace outlay {

/// The words of "report.ID".
[[nodiscard]] inline std::string say(const format_options& options, std::string_view id,
                                     message_arguments arguments = {}) {
    return message(std::string("report.").append(id), arguments, options.locale);
}

/// The words of a reason or a note that a layer below named by its id ("jobs-not-stated"): those of "ID.reason" where
/// the id itself is a diagnostic.
[[nodiscard]] inline std::string say_reason(const format_options& options, std::string_view id) {
    const auto reason = std::string(id).append(".reason");
    return message(message_pattern(reason).empty() ? id : std::string_view(reason), {}, options.locale);
}

}  // namespace outlay
