#include <outlay/figures/read.hpp>

#include "passage.hpp"
#include "passage_reader.hpp"

#include <algorithm>

namespace outlay {

namespace {

using reading::found_figure;

std::vector<found_figure> read_passages(const engine& data, std::string_view text, const read_options& options) {
    std::vector<found_figure> all;
    if (data.languages().empty()) return all;
    for (const reading::passage& part : reading::split_passages(text)) {
        const std::string_view passage = text.substr(part.begin, part.end - part.begin);
        const reading::languages use = reading::language_of(data, passage, options.language);
        auto found = reading::passage_reader(data, use, passage, part.begin).run();
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

const found_figure* first_full_date(const std::vector<found_figure>& found) {
    const auto full = std::find_if(found.begin(), found.end(), [](const found_figure& f) { return f.parts && f.parts->full(); });
    return full == found.end() ? nullptr : &*full;
}

}  // namespace

std::vector<figure> read_figures(const engine& data, std::string_view text, const read_options& options) {
    std::vector<found_figure> found = read_passages(data, text, options);
    std::optional<date> document = options.document_date;
    if (!document)
        if (const found_figure* full = first_full_date(found))
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
    const found_figure* full = first_full_date(found);
    if (full == nullptr) return std::nullopt;
    figure stated = full->mention;
    stated.days = resolve(*full->parts, std::nullopt);
    return stated;
}

}  // namespace outlay
