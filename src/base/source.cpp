// source: whole files as bytes, and the places in them.
#include <outlay/base/source.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace outlay {

namespace {

constexpr std::string_view standard_input = "-";

std::vector<std::size_t> find_line_begins(std::string_view text) {
    std::vector<std::size_t> begins{0};
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        begins.push_back(end + 1);
    return begins;
}

/// All that is left of a stream; nothing if it cannot be read (errno says why).
std::optional<std::string> read_all(std::FILE* stream) {
    std::string text;
    for (std::size_t room = 16384;; room *= 2) {
        const auto size = text.size();
        text.resize(size + room);
        const auto count = std::fread(text.data() + size, 1, room, stream);
        text.resize(size + count);
        if (count < room) break;
    }
    if (std::ferror(stream) != 0) return std::nullopt;
    return text;
}

/// Names in the same folder that a misspelled file name can mean.
std::vector<std::string> near_files(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::vector<std::string> names;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure))
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    const std::vector<std::string_view> known(names.begin(), names.end());
    std::vector<std::string> near;
    for (const auto& name : near_misses(path.filename().string(), known))
        near.push_back(path.has_parent_path() ? (folder / name).string() : name);
    return near;
}

diagnostic file_problem(std::string_view id, const std::string& name, int reason) {
    return make_diagnostic(id, {{"file", name}, {"reason", std::strerror(reason)}}, place{name, 0, 0, {}, 0, 1});
}

struct close_file {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

source::source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), line_begins_(find_line_begins(text_)) {}

source::source(std::string name, std::string text, text_origin origin) : source(std::move(name), std::move(text)) {
    origin_ = std::move(origin);
}

source::source(source holder, std::string text, text_origin in_holder) : source(holder.name(), std::move(text), std::move(in_holder)) {
    holder_ = std::make_shared<const source>(std::move(holder));
}

result<source> source::read(const std::string& name) {
    if (name == standard_input) {
        auto text = read_all(stdin);
        if (!text) return file_problem("file-unreadable", name, errno);
        return source(name, std::move(*text));
    }
    std::error_code failure;
    if (std::filesystem::is_directory(name, failure)) return file_problem("file-is-directory", name, EISDIR);
    const std::unique_ptr<std::FILE, close_file> file(std::fopen(name.c_str(), "rb"));
    if (!file) {
        const int reason = errno;
        if (reason != ENOENT && reason != ENOTDIR) return file_problem("file-unreadable", name, reason);
        auto problem = file_problem("file-missing", name, reason);
        problem.near = near_files(name);
        return problem;
    }
    auto text = read_all(file.get());
    if (!text) return file_problem("file-unreadable", name, errno);
    return source(name, std::move(*text));
}

std::string_view source::slice(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

std::size_t source::line_of(std::size_t offset) const {
    const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    return static_cast<std::size_t>(after - line_begins_.begin());
}

std::size_t source::column_of(std::size_t offset) const {
    return display_width(slice(line_begin(line_of(offset)), offset)) + 1;
}

std::size_t source::line_begin(std::size_t line) const {
    return line_begins_[std::clamp<std::size_t>(line, 1, line_begins_.size()) - 1];
}

std::string_view source::line_text(std::size_t line) const {
    const auto begin = line_begin(line);
    auto end = line < line_begins_.size() ? line_begin(line + 1) - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return slice(begin, end);
}

std::size_t source::begin_in_file(std::size_t begin) const {
    const auto at = origin_.begin_in_file(begin);
    return holder_ ? holder_->begin_in_file(at) : at;
}

std::size_t source::end_in_file(std::size_t end) const {
    const auto at = origin_.end_in_file(end);
    return holder_ ? holder_->end_in_file(at) : at;
}

std::size_t source::line_in_file(std::size_t offset) const {
    return holder_ ? holder_->line_in_file(origin_.begin_in_file(offset)) : line_of(offset) + origin_.lines;
}

std::size_t source::column_in_file(std::size_t offset) const {
    return holder_ ? holder_->column_in_file(origin_.begin_in_file(offset)) : column_of(offset);
}

place source::at(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    if (holder_) return holder_->at(origin_.begin_in_file(begin), origin_.end_in_file(std::max(end, begin)));
    const auto line = line_of(begin);
    const auto text = line_text(line);
    const auto in_line = std::min(begin - line_begin(line), text.size());
    const auto in_line_end = std::clamp(std::max(end, begin) - line_begin(line), in_line, text.size());
    const auto before = display_width(text.substr(0, in_line));
    const auto width = display_width(text.substr(in_line, in_line_end - in_line));
    return {name_, line + origin_.lines, before + 1, printable(text), before, std::max<std::size_t>(width, 1)};
}

}  // namespace outlay
