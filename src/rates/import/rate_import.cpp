// rate_import: from a file to a vintage of a store: tell the format, read and stage, hold against what is known, merge.
#include <outlay/rates/rate_import.hpp>

#include <outlay/base/utf8.hpp>

#include "rates/import/formats.hpp"
#include "rates/import/inversion.hpp"
#include "rates/known_value.hpp"
#include "rates/store/store_merge.hpp"
#include "rates/store/store_reader.hpp"
#include "rates/store/store_schema.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace outlay {

namespace {

using namespace importing;

constexpr std::array<csv_format, 4> csv_formats{{{"bis-csv", is_bis_csv, read_bis_csv},
                                                 {"plain-csv", is_plain_csv, read_plain_csv},
                                                 {"ecb-csv", is_ecb_csv, read_ecb_csv},
                                                 {"fred-csv", is_fred_csv, read_fred_csv}}};
constexpr std::string_view xml_format = "ecb-xml";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 5> header_keys{"source", "address", "licence", "kind", "period"};
constexpr std::size_t longest_key = 20;
constexpr std::size_t shown_columns = 60;
constexpr int days_about = 10;  // of a sample, in which a known quote is looked for
constexpr std::size_t most_corrections = 5;  // that are told one by one

place whole(const std::string& name) { return place{name, 0, 0, {}, 0, 1}; }

[[noreturn]] void refuse(std::string_view id, const std::string& name) {
    throw rate_failure{make_diagnostic(id, {{"file", name}}, whole(name))};
}

bool is_xml(std::string_view start) {
    if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
    const auto first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && start[first] == '<';
}

bool is_wide(std::string_view start) { return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"); }

/// The lines above the columns: "# source: …"; leaves the reader on the line of columns.
header_lines read_header(line_reader& lines, byte_stream& stream) {
    header_lines header;
    while (lines.next()) {
        const auto line = trimmed(lines.line());
        if (line.empty()) continue;
        if (!line.starts_with('#')) return header;
        const auto colon = std::min(line.find(':'), line.size());
        const auto key = lower_case(trimmed(line.substr(1, std::min(colon - 1, longest_key))));
        if (colon < line.size() && std::find(header_keys.begin(), header_keys.end(), key) != header_keys.end())
            header.emplace(key, trimmed(line.substr(colon + 1)));
    }
    refuse("import-empty", stream.name());
}

/// The name of the format.
std::string_view read_csv_format(byte_stream& stream, std::string_view start, quote_sink& sink) {
    line_reader lines(stream, start);
    csv_input input{lines, {}, read_header(lines, stream), sink};
    diagnostics problems;
    // A line feed that is missing everywhere makes one line of all.
    if (const auto mark = lines.line().find('\r'); mark != std::string_view::npos) {
        sink.report("csv-line-ends", {{"file", stream.name()}}, lines.span(mark, mark + 1));
        return {};
    }
    if (!lines.split(input.columns, problems)) throw rate_failure{problems.front()};
    const auto* format = std::find_if(csv_formats.begin(), csv_formats.end(),
                                      [&](const csv_format& each) { return each.is_it(input.columns); });
    if (format == csv_formats.end()) {
        sink.report("import-format-unknown", {{"line", shorten(lines.line(), shown_columns)}},
                    lines.span(0, lines.line().size()));
        return {};
    }
    // The cells point into the line, which the next one takes the place of.
    std::vector<std::string> texts;
    for (const auto& cell : input.columns) texts.emplace_back(cell.text);
    for (std::size_t i = 0; i < texts.size(); ++i) input.columns[i].text = texts[i];
    format->read(input);
    if (!lines.has_end() && sink.problems().empty())
        sink.warn("import-end-missing", {{"file", stream.name()}}, place_of(lines.span(0, lines.line().size())));
    return format->name;
}

std::string read_format(byte_stream& stream, quote_sink& sink) {
    // A view of the stream is good until its next read.
    const std::string start(stream.read());
    if (start.empty()) refuse("import-empty", stream.name());
    if (is_wide(start)) refuse("import-encoding", stream.name());
    if (is_xml(start)) {
        read_ecb_xml(stream, start, sink);
        return std::string(xml_format);
    }
    return std::string(read_csv_format(stream, start, sink));
}

/// The quotes about the samples, of the pairs that can tell something of theirs.
rate_question question_about(const std::vector<sampled_series>& series, const rate_import_facts& facts) {
    rate_question question;
    std::set<currency_code> currencies(facts.pivots.begin(), facts.pivots.end());
    std::set<date> days;
    for (const auto& each : series) {
        currencies.insert({each.pair.base, each.pair.quote});
        for (const auto& one : each.samples) days.insert(date{std::chrono::days{one.day}});
    }
    question.currencies.assign(currencies.begin(), currencies.end());
    const std::chrono::days about{days_about};
    for (const auto day : days) question.days.push_back({day - about, day + about});
    question.with_neighbours = true;
    return question;
}

class importer {
public:
    importer(const std::string& store, const rate_import_facts& facts, const rate_import_request& request)
        : path_(store), facts_(facts), request_(request), file_(request.file), sink_(facts, request, staging_) {}

    result<rate_import_outcome> run() {
        read_file();
        if (!sink_.problems().empty()) return sink_.problems();
        describe();
        samples_ = sample(staging_);
        check_file();
        if (!sink_.problems().empty()) return sink_.problems();
        // A store that is not there is not made for a file that is refused.
        try {
            if (!std::filesystem::exists(path_)) check_inversion({});
            if (sink_.problems().empty()) write();
        } catch (const too_many_problems&) {
            // They are reported.
        }
        if (!sink_.problems().empty()) return sink_.problems();
        out_.notes = sink_.notes();
        return std::move(out_);
    }

private:
    void read_file() {
        const bool is_archive = file_.is_archive();
        const auto stream = is_archive ? file_.unpacked() : file_.bytes();
        try {
            out_.record.format = read_format(*stream, sink_);
        } catch (const too_many_problems&) {
            return;
        } catch (rate_failure& failure) {
            sink_.problems().push_back(std::move(failure.problem));  // behind what was found before it
            return;
        }
        if (is_archive) out_.record.format += ".zip";
        if (sink_.problems().empty() && staging_.count() == 0) refuse("import-no-quotes", stream->name());
    }

    void describe() {
        out_.record.file =
            std::filesystem::path(request_.file).filename().string();  // where it lay is nobody's business
        out_.record.bytes = file_.size();
        out_.record.sha256 = file_.sha256();
        out_.record.time = request_.now;
        out_.record.quotes = staging_.count();
        std::set<currency_pair> pairs;
        auto first = std::numeric_limits<std::int32_t>::max();
        auto last = std::numeric_limits<std::int32_t>::min();
        for (const auto& series : staging_.series()) {
            if (series.count == 0) continue;
            pairs.insert(series.pair);
            first = std::min(first, series.first);
            last = std::max(last, series.last);
        }
        out_.pairs = pairs.size();
        out_.first = date{std::chrono::days{first}};
        out_.last = date{std::chrono::days{last}};
    }

    /// What a file says against itself.
    void check_file() {
        try {
            for (auto& problem : find_crossed_sides(staging_, request_.file)) sink_.report(std::move(problem));
            if (request_.force) return;
            for (auto& problem : find_turned(staging_, request_.file)) sink_.report(std::move(problem));
        } catch (const too_many_problems&) {
            // They are reported.
        }
    }

    void check_inversion(const rate_collection& stored) {
        if (request_.force) return;
        const auto known = lay_over(facts_.known, stored);
        if (!known) throw rate_failure{known.problems().front()};
        for (auto& problem : find_inverted(samples_, known->view(), facts_.pivots, request_.file))
            sink_.report(std::move(problem));
    }

    /// Publishers do correct a value, a little; what is far from it is another pair, or a slip of the point.
    void take_correction(const store::correction& one) {
        const auto known = to_ratio(one.known);
        const auto value = to_ratio(one.value);
        const auto pair = to_text(one.pair);
        const auto day = to_text(one.day);
        const auto line = std::to_string(one.line);
        const auto old_text = one.known.text();
        const auto new_text = one.value.text();
        const message_arguments arguments{
            {"pair", pair}, {"date", day}, {"line", line}, {"known", old_text}, {"value", new_text}};
        if (!request_.force && distance(known, value) > facts_.correction_limit)
            return sink_.report(make_diagnostic("rate-correction-suspected", arguments, whole(request_.file)));
        if (++corrections_ <= most_corrections) sink_.warn("rate-corrected", arguments, whole(request_.file));
    }

    void write() {
        auto opened = rate_store::open(path_, rate_store::purpose::import);
        if (!opened) throw rate_failure{opened.problems().front()};
        auto& db = opened->database();
        store::transaction whole_import(db, store::transaction::lock::now);
        if (store::check_schema(db))
            store::upgrade_schema(db);
        else
            store::create_schema(db);
        if (const auto earlier = store::find_import(db, out_.record.sha256, request_.source)) {
            out_.record.number = *earlier;
            out_.was_imported = true;
            return;
        }
        check_inversion(store::load_quotes(db, question_about(samples_, facts_)));
        if (!sink_.problems().empty()) return;
        store::merge(db, staging_, request_.source, out_.record,
                     [&](const store::correction& one) { take_correction(one); });
        if (corrections_ > most_corrections)
            sink_.warn("rate-corrected-more", {{"count", std::to_string(corrections_ - most_corrections)}},
                       whole(request_.file));
        if (out_.record.number == 0 || !sink_.problems().empty()) return;
        store::read_origins(db, out_.record);
        whole_import.commit();
    }

    const std::string& path_;
    const rate_import_facts& facts_;
    const rate_import_request& request_;
    input_file file_;
    store::quote_staging staging_;
    quote_sink sink_;
    std::vector<sampled_series> samples_;
    std::size_t corrections_ = 0;
    rate_import_outcome out_;
};

}  // namespace

result<rate_import_outcome> import_rates(const std::string& store, const rate_import_facts& facts,
                                         const rate_import_request& request) {
    try {
        return importer(store, facts, request).run();
    } catch (rate_failure& failure) {
        return std::move(failure.problem);
    }
}

}  // namespace outlay
