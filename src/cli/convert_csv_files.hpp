// convert_csv_files: the files of a conversion of a table: one that is read, and some that appear whole or not at all.
// Promises: until finish() a file keeps what it held; a program that is ended leaves nothing behind where the system
//   can do that (Linux), and never half of a file under the name that was asked for.
// Leaves out: what is in them.
#pragma once

#include <outlay/base/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace outlay::cli {

/// "-" is standard input or output.
constexpr std::string_view standard_stream = "-";

class input_file {
public:
    /// Errors: file-missing, file-is-directory, file-unreadable.
    [[nodiscard]] static result<input_file> open(const std::string& path);
    input_file(input_file&& other) noexcept;
    input_file& operator=(input_file&&) = delete;
    ~input_file();

    [[nodiscard]] std::ptrdiff_t read(char* buffer, std::size_t size);  ///< 0 at the end, −1 on failure
    [[nodiscard]] std::size_t size() const { return size_; }            ///< 0 if it is not known
    [[nodiscard]] diagnostic failure() const;                           ///< after read() failed: file-unreadable

private:
    input_file(std::string path, int descriptor, std::size_t size);

    std::string path_;
    int descriptor_;
    std::size_t size_;
    int reason_ = 0;
};

class output_file {
public:
    /// Errors: output-unwritable.
    [[nodiscard]] static result<output_file> open(const std::string& path);
    output_file(output_file&& other) noexcept;
    output_file& operator=(output_file&&) = delete;
    ~output_file();  ///< without finish() the file is not there, or is what it was

    /// About so many bytes will follow: room for them is taken at once, which is faster than by and by.
    void expect(std::size_t bytes);
    [[nodiscard]] bool write(std::string_view text);
    /// True if whoever reads standard output has had enough.
    [[nodiscard]] bool is_closed() const;
    /// The file takes its name. Errors: output-failed, also after a write that failed.
    [[nodiscard]] std::optional<diagnostic> finish();

private:
    output_file(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    [[nodiscard]] bool open_unnamed(const std::string& folder);
    [[nodiscard]] bool open_temporary();
    [[nodiscard]] bool name_it();

    std::string path_;
    std::string temporary_;   ///< its name until finish(); empty if it has none
    bool is_direct_ = false;  ///< a stream or a device: written as it is
    int descriptor_ = -1;
    int reason_ = 0;
    std::size_t written_ = 0;
    bool has_room_ = false;  ///< more than what is written, perhaps
};

}  // namespace outlay::cli
