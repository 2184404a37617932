#include "embed/cpp_table.hpp"

#include <cstdio>
#include <memory>

namespace outlay::embed {

namespace {

struct file_closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using open_file = std::unique_ptr<std::FILE, file_closer>;

std::string read_all(const std::string& path) {
    const open_file file(std::fopen(path.c_str(), "rb"));
    std::string text;
    char block[4096];
    while (file) {
        const auto count = std::fread(block, 1, sizeof block, file.get());
        if (count == 0) break;
        text.append(block, count);
    }
    return text;
}

}  // namespace

std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\%03o", byte);
            out += escaped;
        } else {
            out += c;
        }
    }
    return out + '"';
}

cpp_file::cpp_file(std::string_view made_from, const std::vector<std::string_view>& headers,
                   const std::vector<std::string_view>& own_headers) {
    head_ = "// Made by outlay_embed from ";
    head_ += made_from;
    head_ += ". Changes are lost.\n";
    for (const auto header : headers) head_.append("#include <outlay/").append(header).append(">\n");
    for (const auto header : own_headers) head_.append("#include \"").append(header).append("\"\n");
    head_ += "\n#include <span>\n\nnamespace outlay {\n\n";
}

void cpp_file::array(std::string_view type, std::string_view name, const std::vector<std::string>& rows) {
    if (rows.empty()) return;
    arrays_.append("constexpr ").append(type).append(" ").append(name).append("[] = {\n");
    for (const auto& row : rows) arrays_.append("    ").append(row).append(",\n");
    arrays_ += "};\n\n";
}

void cpp_file::accessor(std::string_view type, std::string_view function, std::string_view name, bool is_empty) {
    accessors_.append("std::span<const ").append(type).append("> ").append(function).append("() { return ");
    accessors_.append(is_empty ? std::string_view("{}") : name).append("; }\n");
}

bool cpp_file::write(const std::string& path) const {
    const auto text =
        head_ + "namespace {\n\n" + arrays_ + "}  // namespace\n\n" + accessors_ + "\n}  // namespace outlay\n";
    if (read_all(path) == text) return true;
    const open_file file(std::fopen(path.c_str(), "wb"));
    return file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
}

}  // namespace outlay::embed
