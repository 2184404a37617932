#include "prompt/state_file.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace outlay::prompt {

namespace {

constexpr mode_t only_the_user = 0600;
constexpr mode_t as_usual = 0666;
constexpr mode_t folder_mode = 0700;
constexpr std::size_t largest = std::size_t{1} << 22U;

diagnostic unwritable(const std::string& path, int reason) {
    return make_diagnostic("state-unwritable", {{"file", path}, {"reason", std::strerror(reason)}});
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<diagnostic> write_whole(const std::string& path, std::string_view text, mode_t mode) {
    auto temporary = path + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return unwritable(path, errno);
    const auto mask = ::umask(0);
    ::umask(mask);
    const bool is_written = ::fchmod(descriptor, mode & ~(mode == only_the_user ? 0U : mask)) == 0 && write_all(descriptor, text);
    const int reason = errno;
    const bool is_closed = ::close(descriptor) == 0;
    if (is_written && is_closed && ::rename(temporary.c_str(), path.c_str()) == 0) return std::nullopt;
    const int last_reason = is_written ? errno : reason;
    ::unlink(temporary.c_str());
    return unwritable(path, last_reason);
}

std::string home_state() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state == '/') return state;
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.local/state" : std::string{};
}

bool is_line(std::string_view text) {
    return !text.empty() && !find_invalid_utf8(text) &&
           std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace

std::string state_path(std::string_view name) {
    const auto folder = home_state();
    return folder.empty() ? folder : folder + "/outlay/" + std::string(name);
}

std::optional<diagnostic> write_state(const std::string& path, std::string_view text) {
    if (path.empty()) return std::nullopt;
    std::error_code ignored;
    const auto folder = std::filesystem::path(path).parent_path();
    if (!std::filesystem::exists(folder, ignored)) {
        std::filesystem::create_directories(folder, ignored);
        ::chmod(folder.c_str(), folder_mode);
    }
    // The rename would replace a file that may not be written.
    if (::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), W_OK) != 0) return unwritable(path, errno);
    return write_whole(path, text, only_the_user);
}

std::optional<std::string> read_state(const std::string& path) {
    if (path.empty()) return std::nullopt;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    std::string text;
    char buffer[1U << 14U];
    for (;;) {
        const auto count = ::read(descriptor, buffer, sizeof buffer);
        if (count <= 0 || text.size() > largest) {
            ::close(descriptor);
            return count < 0 ? std::nullopt : std::optional(std::move(text));
        }
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

std::optional<diagnostic> write_file(const std::string& path, std::string_view text, bool replace) {
    if (!replace && ::access(path.c_str(), F_OK) == 0) return make_diagnostic("file-exists", {{"file", path}});
    return write_whole(path, text, as_usual);
}

history_file::history_file(std::string path) : path_(std::move(path)) { lines_ = stored(); }

std::vector<std::string> history_file::stored() const {
    std::vector<std::string> lines;
    const auto text = read_state(path_).value_or("");
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = std::string_view(text).substr(begin, end - begin);
        if (is_line(line)) lines.emplace_back(line);  // what a broken file holds besides is dropped
        begin = end + 1;
    }
    if (lines.size() > most_lines) lines.erase(lines.begin(), lines.end() - most_lines);
    return lines;
}

std::optional<diagnostic> history_file::add(std::string_view line) {
    if (!is_line(line) || (!lines_.empty() && lines_.back() == line)) return std::nullopt;
    lines_.emplace_back(line);
    if (path_.empty() || has_failed_) return std::nullopt;
    auto all = stored();  // another prompt may have added to it
    all.emplace_back(line);
    if (all.size() > most_lines) all.erase(all.begin(), all.end() - most_lines);
    std::string text;
    for (const auto& each : all) text += each + "\n";
    auto problem = write_state(path_, text);
    if (problem) {
        problem->level = severity::warning;
        has_failed_ = true;
    }
    return problem;
}

}  // namespace outlay::prompt
