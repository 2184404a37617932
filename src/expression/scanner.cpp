#include "expression/scanner.hpp"

#include <outlay/base/utf8.hpp>

namespace outlay {

namespace {

struct written_sign {
    std::string_view text;
    sign what;
};
constexpr written_sign signs[] = {
    {"+", sign::plus},         {"-", sign::minus},     {"\xE2\x88\x92", sign::minus}, {"*", sign::times},
    {"\xC3\x97", sign::times}, {"\xC2\xB7", sign::times}, {"/", sign::over},           {"\xC3\xB7", sign::over},
    {"(", sign::open},         {")", sign::close},     {"=", sign::equals},           {"?", sign::hole},
    {"\"", sign::quote},       {"\xEF\xBC\x88", sign::open}, {"\xEF\xBC\x89", sign::close},
};

bool is_blank(const code_point& c) {
    return c.length != 0 && (is_space(c.value) || c.value == '\t' || c.value == '\n' || c.value == '\r');
}

}  // namespace

bool line_scanner::is_space_at(std::size_t at) const { return is_blank(decode_at(text_, at)); }

std::size_t line_scanner::past_spaces(std::size_t at) const {
    for (auto c = decode_at(text_, at); is_blank(c); c = decode_at(text_, at)) at += c.length;
    return at;
}

std::size_t line_scanner::without_spaces(std::size_t begin, std::size_t end) const {
    for (auto c = decode_before(text_, end); end > begin && is_blank(c); c = decode_before(text_, end)) end -= c.length;
    return end;
}

found_sign line_scanner::sign_at(std::size_t at) const {
    const auto rest = text_.substr(std::min(at, text_.size()));
    for (const auto& s : signs)
        if (rest.starts_with(s.text)) return {s.what, s.text.size()};
    return {};
}

found_sign line_scanner::operator_at(std::size_t at) const {
    const auto found = sign_at(at);
    if (found.what != sign::minus) return found;
    const auto after = at + found.length;
    const bool stands_alone = at > 0 && is_blank(decode_before(text_, at)) && (after >= text_.size() || is_space_at(after));
    const auto before = decode_before(text_, without_spaces(0, at));
    if (stands_alone || before.value == ')') return found;
    return {};
}

bool line_scanner::belongs_to_amount(std::size_t at, std::size_t length) const {
    const auto end = at + length;
    auto word = without_spaces(0, at);
    while (word > 0 && !is_blank(decode_before(text_, word))) word -= decode_before(text_, word).length;
    if (word < at)
        for (const auto& language : data_.languages()) {
            const auto match = language.longest_term(text_, word);
            if (match.found == nullptr || word + match.length != end) continue;
            for (const auto& t : language.terms_of(*match.found))
                if (t.kind == term_class::qualifier || t.kind == term_class::range) return true;
        }
    // No unit has digits in it.
    for (auto next = past_spaces(end); next < text_.size(); next += decode_at(text_, next).length) {
        if (text_[next] >= '0' && text_[next] <= '9') return true;
        if (is_space_at(next) || sign_at(next).what != sign::none || keywords_.at(text_, next).word != keyword::none) break;
    }
    const auto word_end = std::min(text_.find(' ', past_spaces(end)), text_.size());
    const auto after = decode_at(text_, past_spaces(word_end)).value;  // "to KRW 500 billion"
    return word_end < text_.size() && after >= '0' && after <= '9';
}

keyword_list::match line_scanner::joint_at(std::size_t at) const {
    const auto found = keywords_.at(text_, at);
    if (found.word != keyword::into) return found;
    return belongs_to_amount(at, found.length) ? keyword_list::match{} : found;
}

std::size_t line_scanner::words_end(std::size_t at) const {
    const auto begin = at;
    while (at < text_.size()) {
        if (at > begin && joint_at(at).word != keyword::none) break;
        if (operator_at(at).what != sign::none) break;
        at += decode_at(text_, at).length;
    }
    return without_spaces(begin, at);
}

std::size_t line_scanner::clause_end(std::size_t at, bool is_unit) const {
    const auto begin = at;
    while (at < text_.size()) {
        const auto joint = joint_at(at).word;
        if (joint != keyword::none && !(is_unit && joint == keyword::per)) break;
        const auto found = sign_at(at).what;
        if (found == sign::close || found == sign::open || found == sign::times || found == sign::plus) break;
        if (is_unit ? found == sign::equals || operator_at(at).what == sign::minus : false) break;
        at += decode_at(text_, at).length;
    }
    return without_spaces(begin, at);
}

}  // namespace outlay
