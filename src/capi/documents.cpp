// Documents of the C interface: their figures, scenarios compared, sums stated twice.
#include "capi/asked_scenario.hpp"

#include <outlay/documents/document.hpp>
#include <outlay/figures/audit.hpp>
#include <outlay/figures/money_finder.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/report/render_audit.hpp>
#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_scan.hpp>
#include <outlay/report/render_workbook.hpp>

#include <algorithm>
#include <cstring>
#include <iterator>

struct outlay_figures {
    outlay::engine data;  ///< what the figures point into
    outlay::source document;
    std::vector<outlay::scanned_figure> list;
};

struct outlay_comparison {
    outlay::engine data;
    outlay::comparison answer;
    std::vector<outlay::resolved_case> inputs;
    outlay::format_options format;
};

struct outlay_audit {
    outlay::engine data;
    std::vector<outlay::source> documents;
    outlay::audit_options how;
    outlay::audit_report report;
    outlay::format_options format;
};

namespace {

using namespace outlay;
using outlay::capi::asked;
using outlay::capi::view;
using outlay::capi::write;

void append(diagnostics& all, diagnostics more) {
    for (auto& problem : more)
        if (std::ranges::find(all, problem) == all.end()) all.push_back(std::move(problem));
}

/// A finder is worth being made for a long text of which sums alone are wanted; it finds the same.
std::vector<figure> read(const engine& data, std::string_view text, const read_options& options, bool money_alone) {
    constexpr std::size_t long_text = std::size_t{1} << 18U;
    return money_alone && text.size() >= long_text ? money_finder(data).read(text, options) : read_figures(data, text, options);
}

/// The figures that are wanted, converted where that is asked for. A rate that is missing for some is a warning; that none
/// could be converted, an error.
void scan(outlay_figures& found, const asked& how, currency_code to, diagnostics& problems) {
    const auto text = found.document.text();
    const auto policy = to.empty() ? how.rates : capi::policy_for(found.data, how, text);
    diagnostics missing;
    bool any = false;
    // As the program: what belongs to a sum is told where more than sums is asked for.
    const bool money_alone = how.kinds.size() == 1 && how.kinds.front() == figure_kind::money;
    auto figures = read(found.data, text, {how.language, std::nullopt}, money_alone);
    std::vector<std::vector<linked_figure>> linked(figures.size());
    if (!money_alone) linked = find_linked_figures(found.data, text, figures);
    for (std::size_t n = 0; n < figures.size(); ++n) {
        if (!how.wants(figures[n].kind)) continue;
        auto& scanned = found.list.emplace_back(scanned_figure{std::move(figures[n]), std::nullopt, {}, std::move(linked[n])});
        if (to.empty() || scanned.mention.currency.empty()) continue;
        auto converted = normalize(found.data, scanned.mention, to, policy);
        if (converted) {
            any = true;
            for (const auto& remark : converted->used.remarks)
                if (remark.level == severity::warning) append(problems, {remark});
            scanned.converted = std::move(converted).value();
            continue;
        }
        for (const auto& problem : converted.problems()) scanned.missing.push_back(problem.id);
        append(missing, converted.problems());
    }
    for (auto& problem : missing)
        if (any) problem.level = severity::warning;
    append(problems, std::move(missing));
}

std::string json_line(const outlay_figures& figures, std::size_t index) {
    std::string line;
    append_scan_json(line, figures.document, figures.list[index]);
    return line;
}

std::optional<std::string> digits(const std::optional<decimal>& value) {
    return value ? std::optional(value->normalized().text()) : std::nullopt;
}

std::optional<std::string> part_of(const outlay_figures& figures, std::size_t index, outlay_figure_part part) {
    const auto& mention = figures.list[index].mention;
    switch (part) {
        case OUTLAY_FIGURE_KIND: return std::string(to_text(mention.kind));
        case OUTLAY_FIGURE_TEXT: return std::string(figures.document.slice(mention.begin, mention.end));
        case OUTLAY_FIGURE_QUALIFIER: return std::string(to_text(mention.qualifier));
        case OUTLAY_FIGURE_LOW: return digits(mention.amount.low);
        case OUTLAY_FIGURE_HIGH: return digits(mention.amount.high);
        case OUTLAY_FIGURE_CENTRAL: return digits(mention.amount.central);
        case OUTLAY_FIGURE_JSON: return json_line(figures, index);
    }
    return std::nullopt;
}

std::optional<std::string> rendered(const outlay_comparison& c, outlay_format format) {
    switch (format) {
        case OUTLAY_TABLE: return render_comparison(c.data, c.answer, c.format);
        case OUTLAY_AS_JSON: return render_comparison_json(c.data, c.answer, c.format, true);
        case OUTLAY_CSV: return render_comparison_csv(c.data, c.answer, c.format);
        case OUTLAY_MARKDOWN: return render_comparison_markdown(c.data, c.answer, c.format);
        case OUTLAY_EXPLANATION: return render_explanation(c.data, c.answer, {}, c.format);
        case OUTLAY_WORKBOOK: return render_comparison_workbook(c.data, c.answer, c.inputs, c.format);
    }
    return std::nullopt;
}

/// The bytes of a file as text, unless the options say that they are.
source decode(const asked& how, outlay_text name, outlay_text document, diagnostics& problems) {
    if (how.is_plain_text) return {std::string(view(name)), std::string(view(document))};
    auto decoded = decode_document(std::string(view(name)), std::string(view(document)));
    append(problems, std::move(decoded.warnings));
    return std::move(decoded.text);
}

}  // namespace

extern "C" {

outlay_status outlay_scan(const outlay_engine* engine, outlay_text name, outlay_text document, outlay_text to,
                          const outlay_options* options, outlay_figures** out, outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(name) || !capi::is_sound(document) || !capi::is_sound(to))
        return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
            const auto code = capi::read_target(data, to, told);
            if (has_errors(told)) return OUTLAY_OK;
            auto found = std::make_unique<outlay_figures>(outlay_figures{data, decode(how, name, document, told), {}});
            scan(*found, how, code, told);
            *out = found.release();  // the figures are there, even where no rate is
            return OUTLAY_OK;
        });
}

size_t outlay_figures_count(const outlay_figures* figures) { return figures == nullptr ? 0 : figures->list.size(); }

outlay_status outlay_figure_at(const outlay_figures* figures, size_t index, outlay_figure* out) {
    return capi::guarded([&] {
        if (figures == nullptr || index >= figures->list.size() || out == nullptr) return OUTLAY_BAD_CALL;
        const auto& mention = figures->list[index].mention;
        outlay_figure found{};
        const auto& document = figures->document;
        found.begin = document.begin_in_file(mention.begin);
        found.end = document.end_in_file(mention.end);
        found.line = document.line_in_file(mention.begin);
        found.column = document.column_in_file(mention.begin);
        const auto code = mention.currency.text();
        std::copy(code.begin(), code.end(), found.currency);
        found.low_open = mention.amount.low_open ? 1 : 0;
        found.high_open = mention.amount.high_open ? 1 : 0;
        return capi::copy_out(out, &found, sizeof found) ? OUTLAY_OK : OUTLAY_BAD_CALL;
    });
}

outlay_status outlay_figure_text(const outlay_figures* figures, size_t index, outlay_figure_part part,
                                 outlay_string* out) {
    return capi::guarded([&] {
        if (figures == nullptr || index >= figures->list.size()) return OUTLAY_BAD_CALL;
        if (part < OUTLAY_FIGURE_KIND || part > OUTLAY_FIGURE_JSON) return OUTLAY_BAD_CALL;
        return write(part_of(*figures, index, part), out);
    });
}

outlay_status outlay_figures_json_lines(const outlay_figures* figures, outlay_string* out) {
    return capi::guarded([&] {
        if (figures == nullptr) return OUTLAY_BAD_CALL;
        std::string lines;
        for (const auto& f : figures->list) append_scan_json(lines, figures->document, f);
        return write(lines, out);
    });
}

void outlay_figures_free(outlay_figures* figures) { delete figures; }

int outlay_is_plain_text(outlay_text name, outlay_text beginning) {
    if (!capi::is_sound(name) || !capi::is_sound(beginning)) return 0;
    return is_plain_text(view(name), view(beginning)) ? 1 : 0;
}

outlay_status outlay_compare(const outlay_engine* engine, outlay_text name, outlay_text scenario, outlay_text to,
                             const outlay_options* options, outlay_comparison** out, outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(name) || !capi::is_sound(scenario) || !capi::is_sound(to))
        return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::answer(engine, options, problems,
                        [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
                            const auto asking = capi::read_question(data, how, name, scenario, to, told);
                            if (!asking) return OUTLAY_OK;
                            auto compared = compare(data, asking->what, asking->how);
                            append(told, compared.problems());
                            if (!compared) return OUTLAY_OK;
                            for (const auto& c : compared->cases)
                                for (auto problem : c.problems) {  // a part could be answered
                                    problem.level = std::min(problem.level, severity::warning);
                                    append(told, {std::move(problem)});
                                }
                            *out = new outlay_comparison{data, std::move(compared).value(),
                                                         resolve_cases(data, asking->what, asking->how), how.format};
                            return OUTLAY_OK;
                        });
}

outlay_status outlay_comparison_text(const outlay_comparison* comparison, outlay_format format, outlay_string* out) {
    return capi::guarded([&] {
        if (comparison == nullptr || format < OUTLAY_TABLE || format > OUTLAY_WORKBOOK) return OUTLAY_BAD_CALL;
        return write(rendered(*comparison, format), out);
    });
}

void outlay_comparison_free(outlay_comparison* comparison) { delete comparison; }

outlay_status outlay_audit_documents(const outlay_engine* engine, const outlay_text* names,
                                     const outlay_text* documents, size_t count, const outlay_options* options,
                                     outlay_audit** out, outlay_problems** problems) {
    if (out == nullptr || (count != 0 && (names == nullptr || documents == nullptr))) return OUTLAY_BAD_CALL;
    for (size_t i = 0; i < count; ++i)
        if (!capi::is_sound(names[i]) || !capi::is_sound(documents[i])) return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::answer(engine, options, problems,
                        [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
                            auto found = std::make_unique<outlay_audit>();
                            found->data = data;
                            found->how.reading.language = how.language;
                            found->how.rates = how.rates;
                            found->format = how.format;
                            for (size_t i = 0; i < count; ++i)
                                found->documents.push_back(decode(how, names[i], documents[i], told));
                            found->report = audit(data, found->documents, found->how);
                            *out = found.release();
                            return OUTLAY_OK;
                        });
}

outlay_status outlay_audit_text(const outlay_audit* audit, outlay_format format, outlay_string* out) {
    return capi::guarded([&] {
        if (audit == nullptr || (format != OUTLAY_TABLE && format != OUTLAY_AS_JSON)) return OUTLAY_BAD_CALL;
        return write(format == OUTLAY_TABLE
                         ? render_audit(audit->data, audit->documents, audit->report, audit->how, audit->format)
                         : render_audit_json(audit->documents, audit->report),
                     out);
    });
}

int outlay_audit_objects(const outlay_audit* audit) {
    return audit != nullptr && has_objections(audit->report) ? 1 : 0;
}

void outlay_audit_free(outlay_audit* audit) { delete audit; }

}  // extern "C"
