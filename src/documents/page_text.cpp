#include "documents/page_text.hpp"

#include <outlay/base/utf8.hpp>

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

namespace outlay::documents {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view words) {
    return text.size() >= words.size() &&
           std::equal(words.begin(), words.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

bool ends_with(std::string_view text, std::string_view words) {
    return text.size() >= words.size() && begins_with(text.substr(text.size() - words.size()), words);
}

/// Elements within a line; every other one begins and ends a line of its own.
constexpr std::array inline_tags{
    GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,
    GUMBO_TAG_BIG,   GUMBO_TAG_CITE, GUMBO_TAG_CODE,    GUMBO_TAG_DATA,   GUMBO_TAG_DEL, GUMBO_TAG_DFN,
    GUMBO_TAG_EM,    GUMBO_TAG_FONT, GUMBO_TAG_I,       GUMBO_TAG_IMG,    GUMBO_TAG_INS, GUMBO_TAG_KBD,
    GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_NOBR,    GUMBO_TAG_Q,      GUMBO_TAG_S,   GUMBO_TAG_SAMP,
    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,
    GUMBO_TAG_TIME,  GUMBO_TAG_TT,   GUMBO_TAG_U,       GUMBO_TAG_VAR,    GUMBO_TAG_WBR,
};
constexpr std::array hidden_tags{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA,
                                 GUMBO_TAG_IFRAME};

template <std::size_t N>
bool is_one_of(const std::array<GumboTag, N>& tags, GumboTag tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

class page_reader {
public:
    explicit page_reader(std::string_view page) : page_(page) {}

    /// Walks the tree without recursion: pages nest as deep as they like.
    void walk(const GumboNode* root) {
        const GumboNode* node = root;
        bool down = true;
        while (node != nullptr) {
            const GumboVector* children = down ? enter(*node) : nullptr;
            if (children != nullptr && children->length != 0) {
                node = static_cast<const GumboNode*>(children->data[0]);
                continue;
            }
            leave(*node);
            if (node == root) return;
            const GumboNode* parent = node->parent;
            const GumboVector& siblings =
                parent->type == GUMBO_NODE_DOCUMENT ? parent->v.document.children : parent->v.element.children;
            const std::size_t next = node->index_within_parent + 1;
            down = next < siblings.length;
            node = down ? static_cast<const GumboNode*>(siblings.data[next]) : parent;
        }
    }

    std::string text;
    text_origin origin;

private:
    /// The node's children, if it has some to be read.
    const GumboVector* enter(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_DOCUMENT: return &node.v.document.children;
            case GUMBO_NODE_ELEMENT:
                if (is_one_of(hidden_tags, node.v.element.tag) || is_footnote_mark(node)) return nullptr;
                if (!is_one_of(inline_tags, node.v.element.tag)) end_line();
                return &node.v.element.children;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE: take(node.v.text, is_preformatted(node)); return nullptr;
            default: return nullptr;
        }
    }

    /// "$12<sup>1</sup> million": the raised number is no digit of the sum; that of 10<sup>9</sup> is none of a footnote.
    [[nodiscard]] bool is_footnote_mark(const GumboNode& node) const {
        if (node.v.element.tag != GUMBO_TAG_SUP ||
            (text.ends_with("10") && !ends_with_digit(text.substr(0, text.size() - 2))))
            return false;
        const GumboNode* inner = &node;
        while (inner->type == GUMBO_NODE_ELEMENT && inner->v.element.children.length == 1)
            inner = static_cast<const GumboNode*>(inner->v.element.children.data[0]);
        if (inner->type != GUMBO_NODE_TEXT) return false;
        const std::string_view words(inner->v.text.text);
        return words.find_first_not_of("0123456789[]()*, ") == std::string_view::npos;
    }

    static bool ends_with_digit(std::string_view words) {
        return !words.empty() && words.back() >= '0' && words.back() <= '9';
    }

    void leave(const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT && !is_one_of(inline_tags, node.v.element.tag) &&
            !is_one_of(hidden_tags, node.v.element.tag))
            end_line();
    }

    void end_line() {
        if (text.empty() || text.back() == '\n') return;
        origin.add({text.size(), at_, 1, 0});
        text += '\n';
    }

    /// The words beside their bytes: alike but for references ("&nbsp;") and line ends, which are spaces in a page.
    void take(const GumboText& words, bool keep_lines) {
        const std::string_view raw(words.original_text.data, words.original_text.length);
        const std::string_view read(words.text);
        if (raw.data() < page_.data() || raw.data() + raw.size() > page_.data() + page_.size()) return;
        const auto base = static_cast<std::size_t>(raw.data() - page_.data());
        std::size_t in_raw = raw.starts_with("<![CDATA[") ? 9 : 0;
        const std::size_t before = text.size();
        for (std::size_t in_read = 0; in_read < read.size();) {
            const std::size_t same = alike(raw, in_raw, read, in_read);
            origin.add({text.size(), base + in_raw, 1, 1}, same);
            text.append(read, in_read, same);
            in_raw += same;
            in_read += same;
            if (in_read == read.size()) break;
            const std::size_t length = std::max<std::size_t>(decode_at(read, in_read).length, 1);
            const std::size_t reference = reference_length(raw.substr(std::min(in_raw, raw.size())));
            origin.add({text.size(), base + in_raw, length, reference});
            text.append(read, in_read, length);
            in_raw += reference;
            in_read += length;
        }
        at_ = base + std::min(in_raw, raw.size());
        if (!keep_lines)
            std::replace_if(
                text.begin() + static_cast<std::ptrdiff_t>(before), text.end(),
                [](char c) { return c == '\n' || c == '\r'; }, ' ');
    }

    static bool is_preformatted(const GumboNode& node) {
        const GumboNode* parent = node.parent;
        return parent != nullptr && parent->type == GUMBO_NODE_ELEMENT && parent->v.element.tag == GUMBO_TAG_PRE;
    }

    /// How many bytes are alike from here on. An ampersand may begin a reference to itself.
    static std::size_t alike(std::string_view raw, std::size_t in_raw, std::string_view read, std::size_t in_read) {
        std::size_t count = 0;
        while (in_raw + count < raw.size() && in_read + count < read.size() &&
               raw[in_raw + count] == read[in_read + count]) {
            if (raw[in_raw + count] == '&' && begins_with(raw.substr(in_raw + count), "&amp")) break;
            ++count;
        }
        return count;
    }

    static std::size_t reference_length(std::string_view raw) {
        if (raw.starts_with("\r\n")) return 2;
        if (!raw.starts_with("&")) return std::max<std::size_t>(decode_at(raw, 0).length, raw.empty() ? 0 : 1);
        std::size_t length = 1;
        while (length < raw.size() && (raw[length] == '#' || (raw[length] >= '0' && raw[length] <= '9') ||
                                       (lower(raw[length]) >= 'a' && lower(raw[length]) <= 'z')))
            ++length;
        return length < raw.size() && raw[length] == ';' ? length + 1 : length;
    }

    std::string_view page_;
    std::size_t at_ = 0;  ///< where the last words ended
};

struct destroy_tree {
    void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};

}  // namespace

namespace {

/// The text without the spaces, comments and declaration that may stand before a page's first tag.
std::string_view without_prologue(std::string_view text) {
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size()));
        const std::string_view end = begins_with(text, "<!--")    ? "-->"
                                     : begins_with(text, "<?xml") ? "?>"
                                                                  : std::string_view{};
        const std::size_t past = end.empty() ? std::string_view::npos : text.find(end);
        if (past == std::string_view::npos) return text;
        text.remove_prefix(past + end.size());
    }
}

}  // namespace

bool is_page(std::string_view name, std::string_view text) {
    for (const std::string_view ending : {".html", ".htm", ".xhtml"})
        if (ends_with(name, ending)) return true;
    text = without_prologue(text);
    return begins_with(text, "<!doctype") || begins_with(text, "<html") || begins_with(text, "<head") ||
           begins_with(text, "<body");
}

source read_page(source page) {
    const std::string_view text = page.text();
    const std::unique_ptr<GumboOutput, destroy_tree> tree(
        gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
    if (!tree) return page;
    page_reader reader(text);
    reader.walk(tree->document);
    return {std::move(page), std::move(reader.text), std::move(reader.origin)};
}

}  // namespace outlay::documents
