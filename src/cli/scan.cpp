// outlay scan: the figures of documents.
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/rate_options.hpp"
#include "cli/rate_shelf.hpp"
#include "cli/session.hpp"
#include "cli/target.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <deque>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json_lines = "jsonl";
constexpr std::string_view as_tsv = "tsv";
constexpr std::string_view all_kinds = "all";
constexpr std::size_t enough_to_write = 1U << 16U;
constexpr int most_threads = 1024;

struct scan_request {
    std::vector<std::string> files;
    std::string to;
    std::vector<std::string> rates;
    std::optional<date> as_of;
    rate_options asking;
    store_options store;
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
    options.texts("--rate", "rate", request.rates);
    options.day("--as-of", request.as_of);
    declare(options, request.asking);
    declare(options, request.store);
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
        for (const auto& file : files) {
            auto document = read_document(file);
            unreadable_ = unreadable_ || !document;
            if (document && !take(std::move(*document))) break;
        }
        if (!kept_.empty()) text_ = render_scan(session_.data, kept_, session_.format);
        report_problems(missing_rates_);
        report_problems(remarks_);
        int code = unreadable_ ? 2 : 0;
        if (code == 0 && converted_ == 0) code = exit_code(missing_rates_);
        return session_.answer(text_, code);
    }

private:
    [[nodiscard]] bool wanted(const figure& mention) const {
        if (request_.kinds.empty()) return mention.kind == figure_kind::money;
        return std::ranges::any_of(request_.kinds,
                                   [&](const std::string& k) { return k == all_kinds || k == to_text(mention.kind); });
    }

    /// False once nobody reads the answer any more.
    bool take(source document) {
        const read_options reading{request_.language, std::nullopt};
        auto policy = policy_of(document, reading);
        if (!to_.empty() && !shelve(policy)) return false;
        auto& text = sources_.emplace_back(std::move(document));
        scanned_document found{&text, {}};
        for (auto& mention : read_figures(session_.data, text.text(), reading)) {
            if (!wanted(mention)) continue;
            scanned_figure scanned{std::move(mention), std::nullopt};
            if (!to_.empty() && !scanned.mention.currency.empty()) convert(scanned, policy);
            found.figures.push_back(std::move(scanned));
        }
        if (request_.format == as_table) {
            kept_.push_back(std::move(found));
            return true;
        }
        for (const auto& f : found.figures) {
            if (request_.format == as_tsv)
                append_scan_tsv(text_, text, f.mention);
            else
                append_scan_json(text_, text, f);
            if (text_.size() >= enough_to_write && !flush()) return false;
        }
        sources_.clear();
        return true;
    }

    /// As of the date given, else of the document's own, else of the newest rates.
    [[nodiscard]] rate_policy policy_of(const source& document, const read_options& reading) const {
        auto policy = policy_;
        if (to_.empty() || policy.as_of) return policy;
        const auto stated = find_document_date(session_.data, document.text(), reading);
        if (stated && stated->days && stated->days->first == stated->days->last) {
            policy.as_of = stated->days->first;
            policy.origin = as_of_origin::stated_by_document;
        }
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
    std::deque<source> sources_;
    std::vector<scanned_document> kept_;
    std::string text_;
    diagnostics missing_rates_;
    diagnostics remarks_;  ///< on rates that were found
    std::size_t converted_ = 0;
    bool unreadable_ = false;
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
    currency_code to;
    if (!request.to.empty()) {
        const auto read = read_target(s->data, line, request.to);
        read ? void(to = *read) : append(problems, read.problems());
    }
    auto policy = policy_as_of(s->data, request.as_of);
    policy.given = read_rates(*s, line, request.rates, policy, {}, {}, problems);
    policy.convention = read_convention(line, request.asking, problems);
    const auto files = files_or_input(request.files);
    if (files.empty()) problems.push_back(make_diagnostic("no-document", {{"command", line.command()}}));
    if (!problems.empty()) return fail(problems);

    request.language = known_language(s->data, line, request.language);
    if (!to.empty() && request.format == as_tsv) {
        report_problems({warning("tsv-without-conversion", line.place_of(request.to))});
        to = {};
    }
    rate_shelf shelf(line, request.store);
    return scanner(*s, shelf, request, to, std::move(policy)).run(files);
}

}  // namespace outlay::cli
