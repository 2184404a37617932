// outlay scan: the figures of documents.
#include "cli/commands.hpp"
#include "cli/conversion_options.hpp"
#include "cli/documents.hpp"
#include "cli/scan_parts.hpp"
#include "cli/scan_progress.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json_lines = "jsonl";
constexpr std::string_view as_tsv = "tsv";
constexpr std::string_view all_kinds = "all";
constexpr std::size_t enough_to_write = 1U << 16U;
constexpr int most_threads = 1024;
constexpr std::size_t parts_a_thread = 4;

struct scan_request {
    std::vector<std::string> files;
    std::string to;
    conversion_options about;
    std::string language;
    std::vector<std::string> kinds;
    std::string format = std::string(as_table);
    int threads = 1;
};

std::vector<std::string_view> kind_names() {
    std::vector<std::string_view> names{all_kinds};
    for (const auto kind : {figure_kind::money, figure_kind::jobs, figure_kind::duration, figure_kind::date,
                            figure_kind::power, figure_kind::accelerators, figure_kind::count})
        names.push_back(to_text(kind));
    return names;
}

void declare(option_set& options, scan_request& request) {
    options.positionals(request.files, 0);
    options.list("--kind", "kinds", request.kinds, kind_names());
    options.text("--to", "currency", request.to);
    declare(options, request.about);
    options.text("--lang", "language", request.language);
    options.choice("--format", request.format, {as_table, as_json_lines, as_tsv});
    options.count("--threads", "number", request.threads, most_threads);
}

/// Scans one document after another; what has to be kept for a table is kept, the rest is written at once.
class scanner {
public:
    scanner(session& s, rate_shelf& shelf, const scan_request& request, currency_code to, rate_policy policy)
        : session_(s), shelf_(shelf), request_(request), to_(to), policy_(std::move(policy)) {}

    int run(const std::vector<std::string>& files) {
        scan_progress progress(files.size());
        bool read_on = true;
        for (std::size_t done = 0; done < files.size() && read_on; ++done) {
            document_stream document(files[done], request_.format == as_table);
            std::optional<date> dated;
            while (auto text = document.next()) {
                add(std::move(*text), document.at_end(), dated);
                progress.at(done, bytes_ + document.bytes_read());
                if (parts_.size() < parts_at_once()) continue;
                progress.clear();
                read_on = take_parts();
                if (!read_on) break;
            }
            bytes_ += document.bytes_read();
            unreadable_ = unreadable_ || document.failed();
        }
        progress.clear();
        if (read_on) take_parts();
        if (!kept_.empty()) text_ = render_scan(session_.data, kept_, session_.format);
        report_problems(missing_rates_);
        report_problems(remarks_);
        int code = unreadable_ ? 2 : 0;
        if (code == 0 && converted_ == 0) code = exit_code(missing_rates_);
        return session_.answer(text_, code);
    }

private:
    [[nodiscard]] std::size_t parts_at_once() const { return request_.threads == 1 ? 1 : parts_a_thread * static_cast<std::size_t>(request_.threads); }

    [[nodiscard]] bool wants(figure_kind kind) const {
        if (request_.kinds.empty()) return kind == figure_kind::money;
        return std::ranges::any_of(request_.kinds, [&](const std::string& k) { return k == all_kinds || k == to_text(kind); });
    }

    void prepare_for_long_texts() {
        if (std::exchange(long_text_, true)) return;
        if (wants_money_alone()) money_ = std::make_unique<const money_finder>(session_.data);
        else session_.data = session_.data.for_long_texts();
    }

    /// One more part; `dated` is the document's date, which later parts need if the first one is not all.
    void add(source text, bool last, std::optional<date>& dated) {
        const bool first = text.begin_in_file(0) == 0 || parts_of_document_ == 0;
        if (!last) prepare_for_long_texts();
        parts_of_document_ = last ? 0 : parts_of_document_ + 1;
        scan_part part{std::move(text), {request_.language, dated}, first, first && !to_.empty() && !policy_.as_of, {}, {}, {}, {}};
        if (first && !last && wants(figure_kind::date)) {
            const auto stated = find_document_date(session_.data, part.text.text(), part.reading);
            if (stated && stated->days) part.reading.document_date = dated = stated->days->first;
        }
        parts_.push_back(std::move(part));
    }

    [[nodiscard]] bool wants_money_alone() const {
        return std::ranges::all_of(request_.kinds, [](const std::string& k) { return k == to_text(figure_kind::money); });
    }

    /// False once nobody reads the answer any more.
    bool take_parts() {
        const bool links = wants(figure_kind::money) && !wants_money_alone() && request_.format != as_tsv;
        scan_work work{[&](const figure& mention) { return wants(mention.kind); }, {}, links, money_.get(), false};
        if (to_.empty() && request_.format != as_table)
            work.render = [&](scan_part& part) {
                for (std::size_t n = 0; n < part.figures.size(); ++n) append(part.lines, part.text, scanned(part, n));
                part.figures = {};
            };
        work.money_lines = work.render && request_.format == as_tsv;
        read_parts(session_.data, parts_, work, request_.threads);
        const bool go_on = std::ranges::all_of(parts_, [&](scan_part& part) { return take(part, !work.render); });
        parts_.clear();
        return go_on;
    }

    /// Figure n of a part, with what belongs to it.
    [[nodiscard]] static scanned_figure scanned(scan_part& part, std::size_t n) {
        scanned_figure made{std::move(part.figures[n]), std::nullopt};
        if (n < part.linked.size()) made.linked = std::move(part.linked[n]);
        return made;
    }

    void append(std::string& lines, const source& text, const scanned_figure& found) const {
        request_.format == as_tsv ? append_scan_tsv(lines, text, found.mention) : append_scan_json(lines, text, found);
    }

    bool take(scan_part& part, bool render) {
        if (part.first && !to_.empty()) {
            document_policy_ = policy_of(part);
            if (!shelve(document_policy_)) return false;
        }
        if (text_.empty()) text_.swap(part.lines);
        else text_ += part.lines;
        auto& text = sources_.emplace_back(std::move(part.text));
        scanned_document found{&text, {}};
        for (std::size_t n = 0; render && n < part.figures.size(); ++n) {
            auto one = scanned(part, n);
            if (!to_.empty() && !one.mention.currency.empty()) convert(one, document_policy_);
            found.figures.push_back(std::move(one));
        }
        if (request_.format == as_table) {
            kept_.push_back(std::move(found));
            return true;
        }
        for (const auto& f : found.figures) append(text_, text, f);
        sources_.clear();
        return text_.size() < enough_to_write || flush();
    }

    /// As of the date given, else of the document's own, else of the newest rates.
    [[nodiscard]] rate_policy policy_of(const scan_part& part) const {
        auto policy = policy_;
        if (policy.as_of || !part.stated) return policy;
        policy.as_of = part.stated;
        policy.origin = as_of_origin::stated_by_document;
        return policy;
    }

    /// The store's rates of the policy's date; false after a problem.
    bool shelve(rate_policy& policy) {
        if (policy.as_of && policy.as_of == shelved_) return true;
        diagnostics problems;
        shelf_.stock(session_, policy, {}, problems);
        shelved_ = policy.as_of;
        report_problems(problems);
        unreadable_ = unreadable_ || !problems.empty();
        return problems.empty();
    }

    void convert(scanned_figure& scanned, const rate_policy& policy) {
        auto result = normalize(session_.data, scanned.mention, to_, policy);
        if (result) {
            ++converted_;
            for (const auto& remark : result->used.remarks)
                if (remark.level == severity::warning && std::ranges::find(remarks_, remark) == remarks_.end())
                    remarks_.push_back(remark);
            scanned.converted = std::move(result).value();
            return;
        }
        for (auto& problem : result.problems()) {
            scanned.missing.push_back(problem.id);
            if (std::ranges::find(missing_rates_, problem) == missing_rates_.end())
                missing_rates_.push_back(std::move(problem));
        }
    }

    bool flush() {
        const bool written = session_.out.write(text_);
        text_.clear();
        return written;
    }

    session& session_;
    rate_shelf& shelf_;
    std::optional<date> shelved_;  ///< the date whose rates the session has
    const scan_request& request_;
    currency_code to_;
    rate_policy policy_;
    rate_policy document_policy_;
    std::vector<scan_part> parts_;
    std::size_t parts_of_document_ = 0;
    std::size_t bytes_ = 0;
    std::deque<source> sources_;
    std::vector<scanned_document> kept_;
    std::string text_;
    diagnostics missing_rates_;
    diagnostics remarks_;  ///< on rates that were found
    std::size_t converted_ = 0;
    bool unreadable_ = false;
    bool long_text_ = false;
    std::unique_ptr<const money_finder> money_;
};

}  // namespace

int scan(const command_line& line) {
    scan_request request;
    option_set options("scan");
    declare(options, request);
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    diagnostics problems;
    auto to = read_target(s->data, line, request.to, problems);
    auto policy = read_policy(*s, line, request.about, problems);
    policy.given = read_rates(*s, line, request.about.rates, policy, {}, {}, problems);
    const auto files = files_or_input(request.files);
    if (files.empty()) problems.push_back(make_diagnostic("no-document", {{"command", line.command()}}));
    if (!problems.empty()) return fail(problems);

    request.language = known_language(s->data, line, request.language);
    if (!to.empty() && request.format == as_tsv) {
        report_problems({warning("tsv-without-conversion", line.place_of(request.to))});
        to = {};
    }
    rate_shelf shelf(line, request.about.store);
    return scanner(*s, shelf, request, to, std::move(policy)).run(files);
}

}  // namespace outlay::cli
