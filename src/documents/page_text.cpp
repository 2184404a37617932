#include "documents/page_text.hpp"

#include "documents/page_nesting.hpp"

#include <outlay/base/utf8.hpp>

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

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
constexpr std::array hidden_tags{GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE,
                                 GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME, GUMBO_TAG_NOSCRIPT};

template <std::size_t N>
bool is_one_of(const std::array<GumboTag, N>& tags, GumboTag tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Hidden by the page itself: an attribute `hidden`, or a style of its own that says so.
bool is_hidden(const GumboElement& element) {
    if (is_one_of(hidden_tags, element.tag) || gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style");
    if (style == nullptr) return false;
    std::string said;
    for (const char* c = style->value; *c != '\0'; ++c)
        if (*c != ' ' && *c != '\t' && *c != '\n') said += lower(*c);
    return said.find("display:none") != std::string::npos || said.find("visibility:hidden") != std::string::npos;
}

constexpr std::array raised_digits{"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

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
                if (is_hidden(node.v.element) || is_footnote_mark(node)) return nullptr;
                if (!is_one_of(inline_tags, node.v.element.tag)) end_line(node.v.element.tag != GUMBO_TAG_BR);
                return &node.v.element.children;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE:
                if (!take_raised(node)) take(node.v.text, is_preformatted(node));
                return nullptr;
            default: return nullptr;
        }
    }

    /// "$12<sup>1</sup> million": the raised number is no digit of the sum; that of 10<sup>9</sup> is none of a footnote.
    [[nodiscard]] bool is_footnote_mark(const GumboNode& node) const {
        if (node.v.element.tag != GUMBO_TAG_SUP || ends_with_ten()) return false;
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
        if (node.type == GUMBO_NODE_ELEMENT && !is_one_of(inline_tags, node.v.element.tag) && !is_hidden(node.v.element))
            end_line(node.v.element.tag != GUMBO_TAG_BR);
    }

    /// A block, such as a cell, ends a passage too: what comes next is no wrapped line of it.
    void end_line(bool block) {
        if (text.empty()) return;
        block_ended_ = block_ended_ || block;
        if (text.back() != '\n') put("\n", 0);
    }

    /// What does not stand in the page, or stands there in `length` other bytes.
    void put(std::string_view words, std::size_t length) {
        origin.add({text.size(), at_, words.size(), length});
        text += words;
        at_ += length;
    }

    /// The words beside their bytes: alike but for references ("&nbsp;"), line ends, which are spaces in a page, bytes that are
    /// no text, and tags that the parser passed over.
    void take(const GumboText& words, bool keep_lines) {
        const std::string_view raw(words.original_text.data, words.original_text.length);
        const std::string_view read(words.text);
        if (raw.data() < page_.data() || raw.data() + raw.size() > page_.data() + page_.size()) return;
        if (std::exchange(block_ended_, false) && !text.empty()) put("\n", 0);
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
            if (const std::size_t past = past_what_is_no_text(raw, in_raw); past != in_raw) {
                in_raw = past;
                continue;
            }
            const std::size_t length = std::max<std::size_t>(decode_at(read, in_read).length, 1);
            const std::size_t written = in_raw < raw.size() ? written_length(raw.substr(in_raw), read.substr(in_read + length)) : 0;
            at_ = base + in_raw;
            put(read.substr(in_read, length), written);
            in_raw += written;
            in_read += length;
        }
        at_ = base + std::min(in_raw, raw.size());
        if (!keep_lines)
            std::replace_if(
                text.begin() + static_cast<std::ptrdiff_t>(before), text.end(),
                [](char c) { return c == '\n' || c == '\r'; }, ' ');
    }

    /// 10<sup>9</sup> is no 109.
    bool take_raised(const GumboNode& node) {
        if (node.parent->type != GUMBO_NODE_ELEMENT || node.parent->v.element.tag != GUMBO_TAG_SUP || !ends_with_ten()) return false;
        const std::string_view raw(node.v.text.original_text.data, node.v.text.original_text.length);
        if (raw.empty() || raw.find_first_not_of("0123456789") != std::string_view::npos) return false;
        at_ = static_cast<std::size_t>(raw.data() - page_.data());
        for (const char c : raw) put(raised_digits[static_cast<std::size_t>(c - '0')], 1);
        return true;
    }

    [[nodiscard]] bool ends_with_ten() const {
        return text.ends_with("10") && !ends_with_digit(std::string_view(text).substr(0, text.size() - 2));
    }

    static bool is_preformatted(const GumboNode& node) {
        const GumboNode* parent = node.parent;
        return parent != nullptr && parent->type == GUMBO_NODE_ELEMENT && parent->v.element.tag == GUMBO_TAG_PRE;
    }

    /// How many bytes are alike from here on, in whole characters. An ampersand may begin a reference to itself, and a "<" a tag
    /// that was passed over.
    static std::size_t alike(std::string_view raw, std::size_t in_raw, std::string_view read, std::size_t in_read) {
        std::size_t count = 0;
        while (in_raw + count < raw.size() && in_read + count < read.size() && raw[in_raw + count] == read[in_read + count]) {
            if (raw[in_raw + count] == '&' && begins_with(raw.substr(in_raw + count), "&amp")) break;
            if (may_be_tag(raw.substr(in_raw + count)) && raw.substr(in_raw + count + 1, 1) != read.substr(in_read + count + 1, 1)) break;
            ++count;
        }
        while (count > 0 && in_read + count < read.size() && (static_cast<unsigned char>(read[in_read + count]) & 0xC0U) == 0x80U) --count;
        return count;
    }

    static bool may_be_tag(std::string_view raw) {
        return raw.size() > 1 && raw[0] == '<' && (raw[1] == '/' || raw[1] == '!' || raw[1] == '?' || (lower(raw[1]) >= 'a' && lower(raw[1]) <= 'z'));
    }

    /// The parser leaves no trace of a NUL, nor of a tag that closes nothing.
    static std::size_t past_what_is_no_text(std::string_view raw, std::size_t at) {
        if (at >= raw.size()) return at;
        if (raw[at] == '\0') return at + 1;
        if (!may_be_tag(raw.substr(at))) return at;
        const std::size_t end = raw.find('>', at);
        return end == std::string_view::npos ? at : end + 1;
    }

    /// How many bytes of the page a character takes that is written there in another way; `next` follows it in the text.
    static std::size_t written_length(std::string_view raw, std::string_view next) {
        if (raw.starts_with("\r\n")) return 2;
        if (raw.starts_with("&")) return reference_length(raw, next);
        if (const code_point c = decode_at(raw, 0); c.valid) return c.length;
        return broken_length(raw);
    }

    /// Bytes that are no character: the parser takes as many together as one could begin with.
    static std::size_t broken_length(std::string_view raw) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(raw[at]); };
        const unsigned first = byte(0);
        const std::size_t whole = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 1;
        unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        std::size_t length = 1;
        for (; length < std::min(whole, raw.size()) && byte(length) >= low && byte(length) <= high; ++length) low = 0x80, high = 0xBF;
        return length;
    }

    /// "&#36;", "&#x24", "&nbsp;"; of a name without a semicolon as much as leaves what follows it in the text.
    static std::size_t reference_length(std::string_view raw, std::string_view next) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const auto is_alphanumeric = [&](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); };
        const auto is_hexadecimal = [&](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); };
        const bool named = !raw.starts_with("&#");
        const bool hexadecimal = raw.starts_with("&#x") || raw.starts_with("&#X");
        const auto belongs = [&](char c) { return named ? is_alphanumeric(c) : hexadecimal ? is_hexadecimal(c) : is_digit(c); };
        std::size_t end = named ? 1 : hexadecimal ? 3 : 2;
        while (end < raw.size() && belongs(raw[end])) ++end;
        if (end < raw.size() && raw[end] == ';') return end + 1;
        if (!named || next.empty()) return end;
        for (std::size_t shorter = 3; shorter < end; ++shorter)
            if (next.starts_with(raw.substr(shorter, end - shorter))) return shorter;
        return end;
    }

    std::string_view page_;
    std::size_t at_ = 0;        ///< where the last words ended
    bool block_ended_ = false;  ///< and no words came since
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
    const auto flat = without_deep_tags(page.text());
    const std::string_view text = flat ? std::string_view(*flat) : page.text();
    const std::unique_ptr<GumboOutput, destroy_tree> tree(
        gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
    if (!tree) return page;
    page_reader reader(text);
    reader.walk(tree->document);
    return {std::move(page), std::move(reader.text), std::move(reader.origin)};
}

}  // namespace outlay::documents
