// archive: ZIP as of APPNOTE 6.3.3: local headers, deflated contents, the central directory.
#include "report/xlsx/archive.hpp"

#include <zlib.h>

#include <stdexcept>

namespace outlay::xlsx {

namespace {

constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t directory_header = 0x02014b50;
constexpr std::uint32_t end_of_directory = 0x06054b50;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t utf8_names = 1U << 11U;
constexpr std::uint16_t deflated_method = 8;
constexpr std::uint16_t first_day = (1U << 5U) | 1U;  // 1980-01-01
constexpr int raw_deflate = -15;                      // a window of 32 KiB, without a header
constexpr int memory_level = 8;

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}

std::string deflated(std::string_view content) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw_deflate, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (done != Z_STREAM_END) throw std::logic_error("deflate did not end");
    return out;
}

}  // namespace

void archive::add(std::string_view name, std::string_view content) {
    const auto packed = deflated(content);
    const auto checksum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    std::string common;
    put16(common, version);
    put16(common, utf8_names);
    put16(common, deflated_method);
    put16(common, 0);  // midnight
    put16(common, first_day);
    put32(common, checksum);
    put32(common, static_cast<std::uint32_t>(packed.size()));
    put32(common, static_cast<std::uint32_t>(content.size()));
    put16(common, static_cast<std::uint32_t>(name.size()));
    put16(common, 0);  // no extra field
    const auto offset = static_cast<std::uint32_t>(bytes_.size());
    put32(bytes_, local_header);
    bytes_.append(common).append(name).append(packed);
    put32(directory_, directory_header);
    put16(directory_, version);
    directory_ += common;
    for (int i = 0; i < 3; ++i) put16(directory_, 0);  // comment, disk, internal attributes
    put32(directory_, 0);
    put32(directory_, offset);
    directory_ += name;
    ++files_;
}

std::string archive::finish() && {
    const auto start = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += directory_;
    put32(bytes_, end_of_directory);
    put32(bytes_, 0);  // one disk
    put16(bytes_, files_);
    put16(bytes_, files_);
    put32(bytes_, static_cast<std::uint32_t>(directory_.size()));
    put32(bytes_, start);
    put16(bytes_, 0);
    return std::move(bytes_);
}

}  // namespace outlay::xlsx
