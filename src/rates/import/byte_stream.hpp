// byte_stream: the bytes of a file, or of the one file in a zip archive, piece by piece.
// Promises: bounded memory; an archive that unpacks to far more than it holds is refused while it is unpacked.
// Leaves out: what the bytes mean.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace outlay::importing {

class byte_stream {
public:
    virtual ~byte_stream() = default;
    /// The next bytes, valid until the next call; empty at the end.
    [[nodiscard]] virtual std::string_view read() = 0;
    /// What to call it when something in it is wrong: "hist.zip/eurofxref-hist.csv".
    [[nodiscard]] virtual const std::string& name() const = 0;
};

/// A file that is open, the same bytes from the first to the last look at it.
class input_file {
public:
    /// Reads "-" and what is no regular file into a temporary one first. Throws file-missing, file-is-directory,
    /// file-unreadable, input-too-large.
    explicit input_file(const std::string& name);
    ~input_file();
    input_file(const input_file&) = delete;
    input_file& operator=(const input_file&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::FILE* handle() const { return file_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// The digest of all bytes. Throws file-unreadable, and file-changed if it is no longer what was opened.
    [[nodiscard]] std::string sha256();
    [[nodiscard]] bool is_archive();

    /// The bytes from the first on. One stream at a time.
    [[nodiscard]] std::unique_ptr<byte_stream> bytes();
    /// The bytes of the one file in the archive. Throws archive-*.
    [[nodiscard]] std::unique_ptr<byte_stream> unpacked();

private:
    [[noreturn]] void fail(std::string_view id, int reason) const;
    [[nodiscard]] bool is_unchanged() const;
    void spool(std::FILE* from);
    void rewind();

    std::string name_;
    std::FILE* file_ = nullptr;
    std::uint64_t size_ = 0;
    std::int64_t modified_ = 0;
};

}  // namespace outlay::importing
