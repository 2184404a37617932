// archive: the one file in a zip archive (minizip).
#include "rates/import/byte_stream.hpp"

#include <outlay/base/utf8.hpp>

#include "rates/rate_failure.hpp"

#include <minizip/unzip.h>

#include <array>
#include <vector>

namespace outlay::importing {

namespace {

constexpr std::size_t piece = std::size_t{1} << 16U;
// The largest archive of rates that is published holds 700 MB in 16 MB; a bomb holds a thousand times what it weighs.
constexpr std::uint64_t most_unpacked = std::uint64_t{4} << 30U;
constexpr std::uint64_t most_growth = 200;
constexpr std::uint64_t free_growth = std::uint64_t{1} << 20U;
constexpr std::size_t shown_columns = 60;

place whole(const std::string& name) { return place{name, 0, 0, {}, 0, 1}; }

/// minizip reads through these; the file is open already and stays so.
voidpf open_given(voidpf file, const void*, int) { return file; }
int keep_open(voidpf, voidpf) { return 0; }

class archive_stream : public byte_stream {
public:
    archive_stream(std::FILE* file, const std::string& name, std::uint64_t size)
        : archive_(name), name_(name), packed_(size), buffer_(piece) {
        zlib_filefunc64_def functions;
        fill_fopen64_filefunc(&functions);
        functions.opaque = file;
        functions.zopen64_file = open_given;
        functions.zclose_file = keep_open;
        zip_ = unzOpen2_64("", &functions);
        if (zip_ == nullptr) fail("archive-damaged");
        try {
            open_only_file();
        } catch (...) {
            unzClose(zip_);
            throw;
        }
    }
    ~archive_stream() override { unzClose(zip_); }
    archive_stream(const archive_stream&) = delete;
    archive_stream& operator=(const archive_stream&) = delete;

    std::string_view read() override {
        const int count = unzReadCurrentFile(zip_, buffer_.data(), static_cast<unsigned>(buffer_.size()));
        if (count < 0) fail("archive-damaged");
        if (count == 0) {
            // Only now is the checksum of the whole known.
            if (unzCloseCurrentFile(zip_) != UNZ_OK || unpacked_ != stated_) fail("archive-damaged");
            return {};
        }
        unpacked_ += static_cast<std::uint64_t>(count);
        check_growth(unpacked_);
        return {buffer_.data(), static_cast<std::size_t>(count)};
    }
    [[nodiscard]] const std::string& name() const override { return name_; }

private:
    [[noreturn]] void fail(std::string_view id, std::uint64_t number = 0) const {
        throw rate_failure{
            make_diagnostic(id, {{"file", archive_}, {"number", std::to_string(number)}}, whole(archive_))};
    }

    void check_growth(std::uint64_t bytes) const {
        if (bytes > most_unpacked || bytes > free_growth + most_growth * packed_) fail("archive-bomb", bytes >> 20U);
    }

    void open_only_file() {
        unz_global_info64 all{};
        if (unzGetGlobalInfo64(zip_, &all) != UNZ_OK) fail("archive-damaged");
        if (all.number_entry != 1) fail("archive-files", all.number_entry);
        unz_file_info64 info{};
        std::array<char, 512> entry{};
        if (unzGoToFirstFile(zip_) != UNZ_OK ||
            unzGetCurrentFileInfo64(zip_, &info, entry.data(), entry.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
            fail("archive-damaged");
        constexpr unsigned encrypted = 1;
        if ((info.flag & encrypted) != 0) fail("archive-encrypted");
        if (info.compression_method != 0 && info.compression_method != Z_DEFLATED)
            fail("archive-method", info.compression_method);
        stated_ = info.uncompressed_size;
        check_growth(stated_);
        if (unzOpenCurrentFile(zip_) != UNZ_OK) fail("archive-damaged");
        name_ += '/';
        name_ += shorten(entry.data(), shown_columns);
    }

    std::string archive_;
    std::string name_;
    std::uint64_t packed_;
    std::uint64_t stated_ = 0;
    std::uint64_t unpacked_ = 0;
    std::vector<char> buffer_;
    unzFile zip_ = nullptr;
};

}  // namespace

std::unique_ptr<byte_stream> input_file::unpacked() {
    rewind();
    return std::make_unique<archive_stream>(file_, name_, size_);
}

}  // namespace outlay::importing
