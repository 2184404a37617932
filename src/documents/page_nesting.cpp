#include "documents/page_nesting.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <map>

namespace outlay::documents {

namespace {

/// Where the common engines stop (WHATWG leaves the number to them; Blink and WebKit take 512).
constexpr std::size_t deepest = 512;

/// Never open long, whether they are closed or not: void, or ended by the next of their kind.
constexpr std::array shallow_tags{
    GUMBO_TAG_A, GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BODY, GUMBO_TAG_BR, GUMBO_TAG_BUTTON, GUMBO_TAG_CAPTION,
    GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_EMBED, GUMBO_TAG_FORM, GUMBO_TAG_FRAME,
    GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEAD, GUMBO_TAG_HR,
    GUMBO_TAG_HTML, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_LI, GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_NOBR,
    GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_P, GUMBO_TAG_PARAM, GUMBO_TAG_RP, GUMBO_TAG_RT, GUMBO_TAG_SOURCE,
    GUMBO_TAG_TBODY, GUMBO_TAG_TD, GUMBO_TAG_TFOOT, GUMBO_TAG_TH, GUMBO_TAG_TR};
/// Their contents are no tags.
constexpr std::array raw_tags{
    GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_TITLE, GUMBO_TAG_XMP};

template <std::size_t N>
bool is_one_of(const std::array<GumboTag, N>& tags, const std::string& name) {
    return std::find(tags.begin(), tags.end(), gumbo_tag_enum(name.c_str())) != tags.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class nesting {
public:
    explicit nesting(std::string_view page) : page_(page) {}

    std::optional<std::string> run() {
        for (std::size_t at = page_.find('<'); at < page_.size(); at = page_.find('<', at)) at = past(at);
        return std::move(changed_);
    }

private:
    /// After the tag, comment or other thing that begins here.
    std::size_t past(std::size_t at) {
        const std::string_view rest = page_.substr(at);
        if (rest.starts_with("<!--")) return after("-->", at + 4);
        if (rest.starts_with("<!") || rest.starts_with("<?")) return after(">", at);
        const bool closing = rest.starts_with("</");
        const std::size_t begin = at + (closing ? 2 : 1);
        if (begin >= page_.size() || !is_letter(page_[begin])) return at + 1;
        const std::string name = name_at(begin);
        const std::size_t end = end_of_tag(begin + name.size());
        if (is_one_of(raw_tags, name)) return closing ? end : after_raw(name, end);
        if (is_one_of(shallow_tags, name)) return end;
        if (closing) close(name, at, end);
        else if (!ends_itself(end)) open(name, at, end);
        return end;
    }

    [[nodiscard]] std::size_t after(std::string_view mark, std::size_t from) const {
        const std::size_t found = page_.find(mark, from);
        return found == std::string_view::npos ? page_.size() : found + mark.size();
    }

    [[nodiscard]] std::string name_at(std::size_t begin) const {
        std::string name;
        for (std::size_t at = begin; at < page_.size() && std::string_view(" \t\r\n\f/>").find(page_[at]) == std::string_view::npos; ++at)
            name += lower(page_[at]);
        return name;
    }

    [[nodiscard]] std::size_t end_of_tag(std::size_t at) const {
        char quote = 0;
        for (; at < page_.size(); ++at) {
            const char c = page_[at];
            if (quote != 0) quote = c == quote ? '\0' : quote;
            else if (c == '>') return at + 1;
            else if ((c == '"' || c == '\'') && page_[at - 1] == '=') quote = c;
        }
        return page_.size();
    }

    [[nodiscard]] std::size_t after_raw(const std::string& name, std::size_t at) const {
        for (at = page_.find("</", at); at < page_.size(); at = page_.find("</", at + 2))
            if (page_.size() - at - 2 >= name.size() &&
                std::equal(name.begin(), name.end(), page_.begin() + static_cast<std::ptrdiff_t>(at) + 2, [](char a, char b) { return a == lower(b); }))
                return at;
        return page_.size();
    }

    /// "<path/>" in a drawing; of a page's own elements the stroke means nothing.
    [[nodiscard]] bool ends_itself(std::size_t end) const {
        const auto is_open = [&](std::string_view name) {
            const auto found = open_.find(name);
            return found != open_.end() && found->second.kept != 0;
        };
        return end >= 2 && page_[end - 2] == '/' && (is_open("svg") || is_open("math"));
    }

    void open(const std::string& name, std::size_t begin, std::size_t end) {
        auto& count = open_[name];
        if (depth_ < deepest) return ++depth_, void(++count.kept);
        ++count.blanked;
        blank(begin, end);
    }

    void close(const std::string& name, std::size_t begin, std::size_t end) {
        auto& count = open_[name];
        if (count.blanked > 0) return --count.blanked, blank(begin, end);
        if (count.kept > 0) --count.kept, --depth_;
    }

    void blank(std::size_t begin, std::size_t end) {
        if (!changed_) changed_ = std::string(page_);
        std::fill(changed_->begin() + static_cast<std::ptrdiff_t>(begin), changed_->begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }

    struct counts {
        std::size_t kept = 0, blanked = 0;
    };
    std::string_view page_;
    std::map<std::string, counts, std::less<>> open_;
    std::size_t depth_ = 0;
    std::optional<std::string> changed_;
};

}  // namespace

std::optional<std::string> without_deep_tags(std::string_view page) { return nesting(page).run(); }

}  // namespace outlay::documents
