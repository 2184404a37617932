#include "cli/convert_csv_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace outlay::cli {

namespace {

constexpr mode_t usual_mode = 0666;
constexpr mode_t mode_bits = 07777;
constexpr std::size_t least_expected = std::size_t{1} << 20;  ///< for less there is no haste
constexpr int most_names = 100;                               ///< that are tried for a temporary file

/// Where a link leads, so that the link stays one.
std::string resolved(const std::string& path) {
    char* target = ::realpath(path.c_str(), nullptr);
    if (target == nullptr) return path;
    std::string found = target;
    std::free(target);
    return found;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string temporary_name(const std::string& path, int number) {
    return path + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(number);
}

/// The mode that a file has or, if there is none, that it would get.
mode_t mode_of(const std::string& path) {
    struct stat known {};
    if (::stat(path.c_str(), &known) == 0) return known.st_mode & mode_bits;
    const auto mask = ::umask(0);
    ::umask(mask);
    return usual_mode & ~mask;
}

}  // namespace

input_file::input_file(std::string path, int descriptor, std::size_t size)
    : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

input_file::input_file(input_file&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(other.descriptor_), size_(other.size_), reason_(other.reason_) {
    other.descriptor_ = -1;
}

input_file::~input_file() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

result<input_file> input_file::open(const std::string& path) {
    const bool is_stream = path == standard_stream;
    const int descriptor = is_stream ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT) return make_diagnostic("file-missing", {{"file", path}});
    if (descriptor < 0) return make_diagnostic("file-unreadable", {{"file", path}, {"reason", std::strerror(errno)}});
    struct stat known {};
    const bool is_known = ::fstat(descriptor, &known) == 0;
    input_file file(path, descriptor, is_known && S_ISREG(known.st_mode) ? static_cast<std::size_t>(known.st_size) : 0);
    if (is_known && S_ISDIR(known.st_mode)) return make_diagnostic("file-is-directory", {{"file", path}});
    return file;
}

std::ptrdiff_t input_file::read(char* buffer, std::size_t size) {
    for (;;) {
        const auto got = ::read(descriptor_, buffer, size);
        if (got >= 0) return got;
        if (errno == EINTR) continue;
        reason_ = errno;
        return got;
    }
}

diagnostic input_file::failure() const {
    return make_diagnostic("file-unreadable", {{"file", path_}, {"reason", std::strerror(reason_)}});
}

output_file::output_file(output_file&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      is_direct_(other.is_direct_),
      descriptor_(other.descriptor_),
      reason_(other.reason_),
      written_(other.written_),
      has_room_(other.has_room_) {
    other.descriptor_ = -1;
    other.temporary_.clear();
}

output_file::~output_file() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

result<output_file> output_file::open(const std::string& path) {
    if (path == standard_stream) {
        output_file stream(path, STDOUT_FILENO);
        stream.is_direct_ = true;
        return stream;
    }
    output_file file(resolved(path), -1);
    struct stat known {};
    const bool is_there = ::stat(path.c_str(), &known) == 0;
    bool is_open = false;
    if (is_there && S_ISDIR(known.st_mode)) {
        errno = EISDIR;
    } else if (is_there && !S_ISREG(known.st_mode)) {
        file.is_direct_ = true;
        file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        is_open = file.descriptor_ >= 0;
    } else {
        is_open = file.open_unnamed(folder_of(file.path_)) || file.open_temporary();
    }
    if (!is_open) return make_diagnostic("output-unwritable", {{"file", path}, {"reason", std::strerror(errno)}});
    return file;
}

/// A file without a name is gone when the program is, however that ends.
bool output_file::open_unnamed(const std::string& folder) {
#ifdef O_TMPFILE
    if (::access("/proc/self/fd", X_OK) != 0) return false;
    descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, usual_mode);
    return descriptor_ >= 0;
#else
    static_cast<void>(folder);
    return false;
#endif
}

bool output_file::open_temporary() {
    for (int number = 0; number < most_names; ++number) {
        temporary_ = temporary_name(path_, number);
        descriptor_ = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, usual_mode);
        if (descriptor_ >= 0) return true;
        if (errno != EEXIST) break;
    }
    temporary_.clear();
    return false;
}

void output_file::expect(std::size_t bytes) {
#ifdef FALLOC_FL_KEEP_SIZE
    if (is_direct_ || bytes < least_expected) return;
    // Where the system cannot do that, writing will do.
    has_room_ = ::fallocate(descriptor_, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(bytes)) == 0;
#else
    static_cast<void>(bytes);
#endif
}

bool output_file::write(std::string_view text) {
    while (!text.empty()) {
        const auto put = ::write(descriptor_, text.data(), text.size());
        if (put >= 0) {
            text.remove_prefix(static_cast<std::size_t>(put));
            written_ += static_cast<std::size_t>(put);
        } else if (errno != EINTR) {
            reason_ = errno;
            return false;
        }
    }
    return true;
}

bool output_file::is_closed() const { return is_direct_ && reason_ == EPIPE; }

bool output_file::name_it() {
    if (has_room_ && ::ftruncate(descriptor_, static_cast<off_t>(written_)) != 0) return false;
    if (::fchmod(descriptor_, mode_of(path_)) != 0) return false;
    const auto own_name = "/proc/self/fd/" + std::to_string(descriptor_);
    for (int number = 0; temporary_.empty() && number < most_names; ++number) {
        const auto name = temporary_name(path_, number);
        if (::linkat(AT_FDCWD, own_name.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0)
            temporary_ = name;
        else if (errno != EEXIST)
            return false;
    }
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return false;
    temporary_.clear();
    return true;
}

std::optional<diagnostic> output_file::finish() {
    if (reason_ == 0 && !is_direct_ && !name_it()) reason_ = errno;
    if (reason_ == 0 && descriptor_ > STDERR_FILENO) {
        if (::close(descriptor_) != 0) reason_ = errno;
        descriptor_ = -1;
    }
    if (reason_ == 0) return std::nullopt;
    return make_diagnostic("output-failed", {{"reason", std::strerror(reason_)}});
}

}  // namespace outlay::cli
