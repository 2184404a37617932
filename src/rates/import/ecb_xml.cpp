// ecb_xml: eurofxref-daily.xml and the file of 90 days: a Cube a day, and in it a Cube a currency (expat).
#include "rates/import/formats.hpp"

#include <outlay/base/utf8.hpp>

#include "rates/rate_failure.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>

namespace outlay::importing {

namespace {

constexpr std::string_view layout = "ecb";
constexpr std::size_t longest_token = std::size_t{1} << 20U;
constexpr int deepest = 16;

/// The name without its namespace's prefix.
std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class xml_reader {
public:
    xml_reader(byte_stream& stream, quote_sink& sink)
        : stream_(stream), sink_(sink), parser_(XML_ParserCreate(nullptr)) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_start, on_end);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    void read(std::string_view bytes) {
        publisher_ = publisher_of(sink_, layout, rate_period::day, here());
        if (publisher_ == nullptr) return;
        while (!bytes.empty()) {
            parse(bytes, false);
            fed_ += bytes.size();
            const auto read = XML_GetCurrentByteIndex(parser_.get());
            if (fed_ > longest_token + static_cast<std::size_t>(std::max<XML_Index>(read, 0))) {
                sink_.report("line-too-long",
                             {{"file", stream_.name()}, {"limit", std::to_string(longest_token >> 20U)}}, here());
                return;
            }
            if (is_stopped_) return;
            bytes = stream_.read();
        }
        parse({}, true);
        if (sink_.problems().empty() && cubes_ == 0)
            sink_.report(
                make_diagnostic("xml-unexpected", {{"file", stream_.name()}}, place{stream_.name(), 0, 0, {}, 0, 1}));
    }

private:
    struct free_parser {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    void parse(std::string_view bytes, bool is_last) {
        const auto status =
            XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? XML_TRUE : XML_FALSE);
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_OK || is_stopped_) return;
        sink_.report("xml-malformed", {{"reason", XML_ErrorString(XML_GetErrorCode(parser_.get()))}}, here());
        is_stopped_ = true;
    }

    /// Where the parser stands, with as much of the line as it still holds.
    [[nodiscard]] text_span here() const {
        text_span span{&stream_.name(), std::max<std::size_t>(XML_GetCurrentLineNumber(parser_.get()), 1), {}, 0, 0};
        int offset = 0;
        int size = 0;
        const char* context = XML_GetInputContext(parser_.get(), &offset, &size);
        if (context == nullptr) return span;
        const std::string_view text(context, static_cast<std::size_t>(size));
        const auto at = std::min(static_cast<std::size_t>(offset), text.size());
        const auto line_end = std::min(text.find('\n', at), text.size());
        const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        const auto line_begin = before == std::string_view::npos ? 0 : before + 1;
        span.text = text.substr(line_begin, line_end - line_begin);
        span.begin = at - line_begin;
        const auto event = std::max(XML_GetCurrentByteCount(parser_.get()), 1);
        span.end = span.begin + static_cast<std::size_t>(event);
        return span;
    }

    void stop() {
        is_stopped_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    /// Nothing may be thrown through expat's own frames.
    template <class Action>
    static void guarded(void* self, Action action) {
        auto& reader = *static_cast<xml_reader*>(self);
        if (reader.is_stopped_) return;
        try {
            action(reader);
        } catch (...) {
            reader.failure_ = std::current_exception();
            reader.stop();
        }
    }

    static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
        guarded(self, [&](xml_reader& reader) { reader.start(name, attributes); });
    }
    static void on_end(void* self, const XML_Char*) {
        guarded(self, [&](xml_reader& reader) { --reader.depth_; });
    }
    /// No file of rates declares entities; what does is meant to grow.
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        guarded(self, [&](xml_reader& reader) {
            reader.sink_.report("xml-doctype", {}, reader.here());
            reader.stop();
        });
    }

    void start(std::string_view name, const XML_Char** attributes) {
        if (++depth_ > deepest) {
            sink_.report("xml-unexpected", {{"file", stream_.name()}}, here());
            return stop();
        }
        if (local_name(name) != "Cube") return;
        ++cubes_;
        std::string_view time;
        std::string_view currency;
        std::string_view rate;
        for (const auto* each = attributes; *each != nullptr; each += 2) {
            const std::string_view key = each[0];
            if (key == "time") time = each[1];
            if (key == "currency") currency = each[1];
            if (key == "rate") rate = each[1];
        }
        if (!time.empty()) day_ = sink_.day(time, here());
        if (!currency.empty() || !rate.empty()) take(currency, rate);
    }

    void take(std::string_view currency, std::string_view rate) {
        const auto where = here();
        const auto code = sink_.code(currency, where);
        const auto value = sink_.value(rate, where);
        if (!day_ && sink_.problems().empty()) sink_.report("date-malformed", {{"text", ""}}, where);
        if (!code || !value || !day_) return;
        const auto series = sink_.series(source_of(*publisher_), {publisher_->base, *code}, rate_side::mid, where);
        sink_.take(*series, *day_, *value, where);
    }

    byte_stream& stream_;
    quote_sink& sink_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, free_parser> parser_;
    const rate_publisher* publisher_ = nullptr;
    std::optional<date> day_;
    int depth_ = 0;
    std::size_t cubes_ = 0;
    std::size_t fed_ = 0;
    bool is_stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

void read_ecb_xml(byte_stream& stream, std::string_view start, quote_sink& sink) {
    xml_reader(stream, sink).read(start);
}

}  // namespace outlay::importing
