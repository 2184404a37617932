#include "rates/import/byte_stream.hpp"

#include <outlay/base/sha256.hpp>
#include <outlay/base/source.hpp>

#include "rates/rate_failure.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace outlay::importing {

namespace {

constexpr std::size_t piece = std::size_t{1} << 16U;
constexpr std::uint64_t most_spooled = std::uint64_t{1} << 28U;  // of a pipe, whose end nobody knows
constexpr std::string_view standard_input = "-";

place whole(const std::string& name) { return place{name, 0, 0, {}, 0, 1}; }

std::int64_t modified(const struct stat& status) {
    return status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
}

class file_stream : public byte_stream {
public:
    file_stream(std::FILE* file, const std::string& name) : file_(file), name_(name), buffer_(piece) {}
    std::string_view read() override {
        const auto count = std::fread(buffer_.data(), 1, buffer_.size(), file_);
        if (count == 0 && std::ferror(file_) != 0)
            throw rate_failure{
                make_diagnostic("file-unreadable", {{"file", name_}, {"reason", std::strerror(errno)}}, whole(name_))};
        return {buffer_.data(), count};
    }
    [[nodiscard]] const std::string& name() const override { return name_; }

private:
    std::FILE* file_;
    const std::string& name_;
    std::vector<char> buffer_;
};

}  // namespace

input_file::input_file(const std::string& name) : name_(name) {
    std::FILE* opened = name == standard_input ? stdin : std::fopen(name.c_str(), "rb");
    if (opened == nullptr) {
        // The same words, and near misses, as for any other file.
        const auto problems = source::read(name).problems();
        throw rate_failure{problems.empty() ? make_diagnostic("file-changed", {{"file", name_}}, whole(name_))
                                            : problems.front()};
    }
    struct stat status {};
    if (fstat(fileno(opened), &status) == 0 && S_ISREG(status.st_mode) && opened != stdin) {
        file_ = opened;
        size_ = static_cast<std::uint64_t>(status.st_size);
        modified_ = modified(status);
        return;
    }
    const bool is_folder = S_ISDIR(status.st_mode);
    if (!is_folder) spool(opened);
    if (opened != stdin) std::fclose(opened);
    if (is_folder) fail("file-is-directory", EISDIR);
}

input_file::~input_file() {
    if (file_ != nullptr) std::fclose(file_);
}

void input_file::fail(std::string_view id, int reason) const {
    throw rate_failure{make_diagnostic(id, {{"file", name_}, {"reason", std::strerror(reason)}}, whole(name_))};
}

void input_file::spool(std::FILE* from) {
    file_ = std::tmpfile();
    if (file_ == nullptr) fail("file-unreadable", errno);
    std::vector<char> buffer(piece);
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), from)) > 0;) {
        size_ += count;
        if (size_ > most_spooled)
            throw rate_failure{make_diagnostic(
                "input-too-large", {{"file", name_}, {"limit", std::to_string(most_spooled >> 20U)}}, whole(name_))};
        if (std::fwrite(buffer.data(), 1, count, file_) != count) fail("file-unreadable", errno);
    }
    if (std::ferror(from) != 0 || std::fflush(file_) != 0) fail("file-unreadable", errno);
    struct stat status {};
    if (fstat(fileno(file_), &status) == 0) modified_ = modified(status);
}

void input_file::rewind() {
    std::clearerr(file_);
    if (std::fseek(file_, 0, SEEK_SET) != 0) fail("file-unreadable", errno);
}

bool input_file::is_unchanged() const {
    struct stat status {};
    return fstat(fileno(file_), &status) == 0 && static_cast<std::uint64_t>(status.st_size) == size_ &&
           modified(status) == modified_;
}

std::string input_file::sha256() {
    rewind();
    outlay::sha256 hash;
    file_stream stream(file_, name_);
    std::uint64_t read = 0;
    for (auto bytes = stream.read(); !bytes.empty(); bytes = stream.read()) {
        hash.add(bytes);
        read += bytes.size();
    }
    if (read != size_ || !is_unchanged()) fail("file-changed", 0);
    return hash.finish();
}

bool input_file::is_archive() {
    rewind();
    std::array<char, 4> magic{};
    const auto count = std::fread(magic.data(), 1, magic.size(), file_);
    const std::string_view start(magic.data(), count);
    return start == "PK\x03\x04" || start == "PK\x05\x06";  // with files, without
}

std::unique_ptr<byte_stream> input_file::bytes() {
    rewind();
    return std::make_unique<file_stream>(file_, name_);
}

}  // namespace outlay::importing
