#include "prompt/scenario_draft.hpp"

#include <algorithm>

namespace outlay::prompt {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view line) {
    const auto first = line.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

bool sets_key(std::string_view line, std::string_view key) {
    line = trimmed(line);
    if (!line.starts_with(key)) return false;
    return trimmed(line.substr(key.size())).starts_with('=');
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

bool names_pair(std::string_view line, const std::vector<given_rate>& rates) {
    return std::ranges::any_of(rates, [&](const given_rate& r) {
        return line.find(to_text(r.pair)) != std::string_view::npos ||
               line.find(to_text(r.pair.reversed())) != std::string_view::npos;
    });
}

/// A date of TOML where the key takes one.
bool is_bare(std::string_view key, std::string_view value) { return key == "date" && parse_date(value).has_value(); }

}  // namespace

std::string toml_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string investment_text(const std::vector<stated_key>& keys) {
    std::string out = "[[investment]]\n";
    for (const auto& [key, value] : keys) out += key + " = " + (is_bare(key, value) ? value : toml_text(value)) + "\n";
    return out;
}

std::string scenario_draft::text() const {
    std::string head;
    if (!to.empty()) head += "to = " + toml_text(to.text()) + "\n";
    if (as_of) head += "as_of = " + to_text(*as_of) + "\n";
    std::string body;
    std::string block;  // of a table, until the next one
    bool is_top = true;
    bool is_dropped = false;
    const auto flush = [&] {
        if (!is_dropped) body += block;
        block.clear();
        is_dropped = false;
    };
    bool is_rate = false;
    for (const auto& line : lines_of(loaded)) {
        const auto words = trimmed(line);
        if (words.starts_with('[')) {
            flush();
            is_top = false;
            is_rate = words.starts_with("[[rate]]");
        }
        const bool is_settled = is_top && ((!to.empty() && sets_key(line, "to")) || (as_of && sets_key(line, "as_of")));
        if (is_settled) continue;
        if (is_rate && sets_key(line, "pair") && names_pair(line, rates)) is_dropped = true;
        block += line + "\n";
    }
    flush();
    auto out = head + body;
    for (const auto& rate : rates)
        out += "\n[[rate]]\npair = " + toml_text(to_text(rate.pair)) + "\nvalue = " + toml_text(rate.written) +
               "\nsource = " + toml_text(rate.source) + "\n";
    for (const auto& keys : added) out += "\n" + investment_text(keys);
    if (!notes.empty()) out += "\n";
    for (const auto& note : notes) out += "# " + note + "\n";
    return out;
}

std::optional<std::vector<stated_key>> as_investment(const expression& line) {
    if (line.equals) return std::nullopt;
    auto at = line.root;
    while (line.nodes[at].kind == operation::convert) at = line.nodes[at].a;
    std::vector<std::size_t> divisors;
    while (line.nodes[at].kind == operation::divide) {
        divisors.push_back(line.nodes[at].b);
        at = line.nodes[at].a;
    }
    const auto words = [&](std::size_t i) { return std::string(line.text.slice(line.nodes[i].begin, line.nodes[i].end)); };
    const auto is_figure = [&](std::size_t i, figure_kind kind) {
        return line.nodes[i].kind == operation::figure && line.nodes[i].stated.kind == kind &&
               line.nodes[i].stated.per == per_unit::none;
    };
    if (!is_figure(at, figure_kind::money)) return std::nullopt;
    std::vector<stated_key> keys{{"name", std::string(line.text.text())}, {"outlay", words(at)}};
    for (const auto i : divisors) {
        const auto key = is_figure(i, figure_kind::duration) ? "period" : is_figure(i, figure_kind::jobs) ? "jobs" : "";
        const auto is_same = [&](const stated_key& known) { return known.first == key; };
        if (*key == '\0' || std::ranges::any_of(keys, is_same)) return std::nullopt;
        keys.insert(keys.begin() + 2, {key, words(i)});
    }
    return keys;
}

}  // namespace outlay::prompt
