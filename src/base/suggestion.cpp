// suggestion: optimal string alignment over code points.
#include <outlay/base/suggestion.hpp>

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t most = 3;

std::u32string fold(std::string_view text) {
    std::u32string folded;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto found = decode_at(text, offset);
        const bool is_upper = found.value >= 'A' && found.value <= 'Z';
        folded += is_upper ? found.value - 'A' + 'a' : found.value;
        offset += found.length;
    }
    return folded;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::size_t limit_of(std::size_t length) { return length <= 4 ? 1 : length <= 8 ? 2 : 3; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance(fold(a), fold(b)); }

std::vector<std::string> near_misses(std::string_view word, std::span<const std::string_view> known) {
    const auto folded = fold(word);
    const auto limit = limit_of(folded.size());
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const auto candidate : known) {
        const auto other = fold(candidate);
        const auto longer = std::max(folded.size(), other.size());
        if (longer - std::min(folded.size(), other.size()) > limit) continue;
        const auto edits = distance(folded, other);
        if (edits > limit || edits >= longer) continue;  // nothing left of the word is no near miss
        found.emplace_back(edits, candidate);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (const auto& [edits, name] : found) {
        if (names.size() == most) break;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    }
    return names;
}

}  // namespace outlay
