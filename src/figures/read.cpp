#include <outlay/figures/read.hpp>

#include "language_finder.hpp"
#include "passage.hpp"
#include "passage_reader.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

using reading::found_figure;

/// A date dates its document where it stands almost alone in its line, or opens it and a mark follows
/// ("SEOUL, Jan. 22, 2025 —"). "Founded on March 3, 1998" tells something else.
bool is_dateline(const figure& stated, bool led, std::string_view text) {
    constexpr std::size_t few = 40;
    const std::size_t begin = stated.begin;
    const std::size_t end = stated.end;
    const std::size_t line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(text.find('\n', end), text.size());
    if (line_end - line - (end - begin) <= few) return true;
    std::size_t after = end;
    while (is_space(decode_at(text, after).value)) ++after;
    const code_point next = decode_at(text, after);
    return begin - line <= few && !led && (next.length == 0 || (!is_letter(next.value) && next.value != ','));
}

std::vector<found_figure> read_passages(const engine& data, std::string_view text, const read_options& options) {
    std::vector<found_figure> all;
    if (data.languages().empty()) return all;
    reading::language_finder finder(data, options.language, text);
    for (std::size_t at = 0; at < text.size();) {
        const reading::passage part = finder.passage_at(at);
        at = begin_of_next(text, part);
        const std::string_view passage = text.substr(part.begin, part.end - part.begin);
        const reading::languages use = finder.of(part);
        auto found = reading::passage_reader(data, use, passage, part.begin).run();
        for (found_figure& f : found) f.dateline = f.parts && f.parts->full() && is_dateline(f.mention, f.led, text);
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

/// True for a day that rates are known of: a date told in a sentence ("founded on March 3, 1998") is rarely one.
bool has_rates(const engine& data, const found_figure& f) {
    if (!f.parts || !f.parts->full()) return false;
    const auto days = resolve(*f.parts, std::nullopt);
    return days && std::any_of(data.rates().quotes().begin(), data.rates().quotes().end(), [&](const quote& q) {
        return data.rates().source_of(q).kind == rate_kind::spot && q.observed() <= days->first && days->first - q.observed() <= std::chrono::days{7};
    });
}

/// The date that dates the document: its dateline, else the first whole date that rates are known of.
const found_figure* document_date_of(const engine& data, const std::vector<found_figure>& found) {
    auto date = std::find_if(found.begin(), found.end(), [](const found_figure& f) { return f.dateline; });
    if (date == found.end()) date = std::find_if(found.begin(), found.end(), [&](const found_figure& f) { return has_rates(data, f); });
    return date == found.end() ? nullptr : &*date;
}

}  // namespace

std::vector<figure> read_figures(const engine& data, std::string_view text, const read_options& options) {
    std::vector<found_figure> found = read_passages(data, text, options);
    std::optional<date> document = options.document_date;
    if (!document)
        if (const found_figure* full = document_date_of(data, found))
            if (const auto days = resolve(*full->parts, std::nullopt)) document = days->first;
    std::vector<figure> figures;
    figures.reserve(found.size());
    for (found_figure& f : found) {
        if (f.parts) {
            f.mention.days = resolve(*f.parts, document);
            if (!f.mention.days) f.mention.reason = f.parts->event ? "date-of-event-not-stated" : "document-date-not-stated";
        }
        figures.push_back(std::move(f.mention));
    }
    return figures;
}

std::optional<figure> find_document_date(const engine& data, std::string_view text, const read_options& options) {
    std::vector<found_figure> found = read_passages(data, text, options);
    const found_figure* full = document_date_of(data, found);
    if (full == nullptr) return std::nullopt;
    figure stated = full->mention;
    stated.days = resolve(*full->parts, std::nullopt);
    return stated;
}

}  // namespace outlay
