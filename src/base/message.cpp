// message: lookups in the built-in catalogue.
#include <outlay/base/message.hpp>

#include <algorithm>
#include <tuple>

namespace outlay {

namespace {

constexpr std::string_view fallback_language = "en";

std::string_view find(std::string_view id, std::string_view language) {
    const auto rows = embedded_messages();
    const auto row =
        std::lower_bound(rows.begin(), rows.end(), std::tuple(language, id),
                         [](const message_row& r, const std::tuple<std::string_view, std::string_view>& key) {
                             return std::tuple(r.language, r.id) < key;
                         });
    return row != rows.end() && row->language == language && row->id == id ? row->text : std::string_view{};
}

}  // namespace

std::string_view message_pattern(std::string_view id, std::string_view language) {
    const auto text = find(id, language);
    return text.empty() && language != fallback_language ? find(id, fallback_language) : text;
}

std::string message(std::string_view id, message_arguments arguments, std::string_view language) {
    const auto pattern = message_pattern(id, language);
    return pattern.empty() ? std::string(id) : fill(pattern, arguments);
}

std::string fill(std::string_view pattern, message_arguments arguments) {
    std::string text;
    while (true) {
        const auto open = pattern.find('{');
        const auto close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) return text.append(pattern);
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto* argument = std::find_if(arguments.begin(), arguments.end(),
                                            [&](const auto& candidate) { return candidate.first == name; });
        if (argument == arguments.end()) {  // an opening brace that opens no placeholder is text
            text.append(pattern.substr(0, open + 1));
            pattern.remove_prefix(open + 1);
            continue;
        }
        text.append(pattern.substr(0, open)).append(argument->second);
        pattern.remove_prefix(close + 1);
    }
}

}  // namespace outlay
