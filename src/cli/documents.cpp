#include "cli/documents.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <limits>
#include <utility>

namespace outlay::cli {

namespace {

constexpr std::string_view standard_input = "-";
constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

/// Behind the last place, `from` or after it, where the text has this; 0 if it has not.
std::size_t last_after(std::string_view text, std::size_t from, std::string_view wanted) {
    for (std::size_t end = text.size(); end > from;) {
        const void* const found = ::memrchr(text.data() + from, wanted.back(), end - from);
        if (found == nullptr) return 0;
        end = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        if (text.substr(from, end + 1 - from).ends_with(wanted)) return end + 1;
    }
    return 0;
}

/// Where a part may end: after an empty line, else a sentence that ends its line, a line, a sentence, a word, a character.
std::size_t end_of_part(std::string_view text, std::size_t size) {
    const std::string_view first = text.substr(0, size);
    constexpr std::array<std::string_view, 9> ends{"\n\n", "\n\r\n", ".\n", ".\r\n", "\xE3\x80\x82\n", "\n", ". ", "\xE3\x80\x82", " "};
    for (const std::string_view end : ends)
        if (const std::size_t at = last_after(first, size / 2, end); at != 0) return at;
    constexpr std::size_t longest_character = 4;
    std::size_t at = size;
    while (at + longest_character > size && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

/// Parts show how far a reading has come; a long text that is held whole does not, and says so.
void tell_why_without_progress(const std::string& name, std::size_t size) {
    constexpr std::size_t long_text = 4'000'000, megabyte = 1'000'000;
    if (size < long_text || ::isatty(STDERR_FILENO) == 0) return;
    auto note = make_diagnostic("document-without-progress", {{"size", std::to_string(size / megabyte)}}, place{name, 0, 0, {}, 0, 1});
    note.level = severity::note;
    report_problems({std::move(note)});
}

}  // namespace

std::vector<std::string> files_or_input(const std::vector<std::string>& named) {
    if (!named.empty() || isatty(STDIN_FILENO) != 0) return named;
    return {"-"};
}

void document_stream::close_file::operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
}

document_stream::document_stream(std::string name, bool whole) : name_(std::move(name)), whole_(whole) {}

bool document_stream::open() {
    opened_ = true;
    std::error_code failure;
    if (name_ == standard_input)
        file_.reset(stdin);
    else if (!std::filesystem::is_directory(name_, failure))
        file_.reset(std::fopen(name_.c_str(), "rb"));
    if (file_) return true;
    const auto refused = source::read(name_);  // says why
    if (!refused) report_problems(refused.problems());
    failed_ = ended_ = true;
    return false;
}

void document_stream::fill(std::size_t wanted) {
    constexpr std::size_t least = 16384;
    while (!ended_ && rest_.size() < wanted) {
        const std::size_t size = rest_.size();
        const std::size_t room = wanted == everything ? std::max(least, size) : wanted - size;
        rest_.resize(size + room);
        const std::size_t count = std::fread(rest_.data() + size, 1, room, file_.get());
        rest_.resize(size + count);
        ended_ = count < room;
    }
    if (!ended_ || std::ferror(file_.get()) == 0 || failed_) return;
    const auto refused = source::read(name_);
    report_problems(refused ? diagnostics{make_diagnostic("file-unreadable", {{"file", name_}, {"reason", ""}})} : refused.problems());
    failed_ = true;
}

/// Once a file.
void document_stream::report_broken(const diagnostics& broken) {
    if (!broken_) report_problems(broken);
    broken_ = broken_ || !broken.empty();
}

source document_stream::whole_text() {
    fill(everything);
    offset_ = rest_.size();
    tell_why_without_progress(name_, offset_);
    auto decoded = decode_document(name_, std::exchange(rest_, {}));
    report_problems(decoded.warnings);
    failed_ = failed_ || has_errors(decoded.warnings);
    return std::move(decoded.text);
}

source document_stream::part(std::size_t size) {
    text_origin origin;
    origin.offset = offset_;
    origin.lines = lines_;
    std::string bytes = std::exchange(rest_, rest_.substr(size));
    bytes.resize(size);
    offset_ += size;
    source text(name_, std::move(bytes), std::move(origin));
    if (!broken_) report_broken(find_broken_bytes(text));
    lines_ += text.line_count() - 1;
    return text;
}

/// Decoded to find where it may end; what stands after that is decoded again with the next part.
source document_stream::utf16_part() {
    std::string_view bytes(rest_);
    auto decoded = decode_utf16_part(name_, bytes, form_, {offset_, lines_, ended_});
    if (const auto text = decoded.text.text(); text.size() > part_size) {
        const std::size_t end = decoded.text.end_in_file(end_of_part(text, part_size));
        bytes = bytes.substr(0, end - offset_);
        decoded = decode_utf16_part(name_, bytes, form_, {offset_, lines_, true});
    } else if (!ended_) {
        bytes = bytes.substr(0, decoded.text.end_in_file(text.size()) - offset_);
    }
    report_broken(decoded.warnings);
    const auto text = decoded.text.text();
    lines_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    offset_ += bytes.size();
    rest_.erase(0, bytes.size());
    return std::move(decoded.text);
}

/// What is not read part after part; nothing for what is.
std::optional<source> document_stream::first() {
    constexpr std::size_t mark = 2;
    if (failed_) return std::nullopt;
    form_ = form_of(name_, rest_);
    if (form_ == document_form::binary) ended_ = true;  // what comes is not read
    if (whole_ || form_ == document_form::page || form_ == document_form::binary) {
        auto text = whole_text();
        return failed_ ? std::nullopt : std::optional<source>(std::move(text));
    }
    if (form_ != document_form::text) {
        rest_.erase(0, mark);
        offset_ = mark;
    }
    return std::nullopt;
}

std::optional<source> document_stream::next() {
    if (!opened_ && !open()) return std::nullopt;
    if (started_ && at_end()) return std::nullopt;
    constexpr std::size_t seen_after = 64;  // enough to tell where a part may end
    fill(started_ && form_ == document_form::text ? part_size + seen_after : 2 * part_size);
    if (!std::exchange(started_, true))
        if (auto text = first()) return text;
    if (failed_) return std::nullopt;
    if (form_ != document_form::text) return utf16_part();
    return part(rest_.size() <= part_size ? rest_.size() : end_of_part(rest_, part_size));
}

std::optional<source> read_document(const std::string& file) {
    document_stream stream(file, true);
    auto text = stream.next();
    return stream.failed() ? std::nullopt : std::move(text);
}

}  // namespace outlay::cli
