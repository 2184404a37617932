#include "scenario/document_shelf.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/figures/read.hpp>

#include <filesystem>

namespace outlay {

std::string path_from(std::string_view from, std::string_view name) {
    const std::filesystem::path own(name);
    if (own.is_absolute()) return own.lexically_normal().string();
    return (std::filesystem::path(from).parent_path() / own).lexically_normal().string();
}

const source* document_shelf::find(const std::string& path, diagnostics& problems) {
    const auto known = volumes_.find(path);
    if (known != volumes_.end()) return known->second.text.get();
    auto text = open_(path);
    if (!text) {
        problems = text.problems();
        return nullptr;
    }
    if (const auto bad = find_invalid_utf8(text->text())) {
        problems = {make_diagnostic("not-utf8", {{"file", path}}, text->at(*bad, *bad + 1))};
        return nullptr;
    }
    volume& made = volumes_[path];
    made.text = std::make_unique<const source>(std::move(*text));
    return made.text.get();
}

const std::vector<figure>& document_shelf::figures_of(const source& document) {
    volume& known = volumes_[document.name()];
    if (!known.figures)
        known.figures = std::make_unique<const std::vector<figure>>(read_figures(data_, document.text()));
    return *known.figures;
}

}  // namespace outlay
