#include <outlay/report/render_audit.hpp>

#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int rate_significant = 6;
constexpr int amount_significant = 3;
constexpr std::string_view off_market_id = "implied-rate-off-market";
constexpr std::string_view inverted_id = "inverted-pair-suspected";

std::string place_of(const source& document, const figure& mention) {
    return document.name() + ":" + std::to_string(document.line_in_file(mention.begin)) + ":" +
           std::to_string(document.column_in_file(mention.begin));
}

std::string severity_words(severity level, const format_options& options) {
    switch (level) {
        case severity::note: return say(options, "severity.note");
        case severity::warning: return say(options, "severity.warning");
        case severity::error: break;
    }
    return say(options, "severity.error");
}

/// "(80000/63, 400000/313]"; empty where a bound is absent.
std::string bracket_text(const interval<ratio>& value) {
    if (!value.low || !value.high) return {};
    return (value.low_open ? "(" : "[") + fraction_text(*value.low) + ", " + fraction_text(*value.high) +
           (value.high_open ? ")" : "]");
}

/// Sentences about the rates of an audit.
class audit_words {
public:
    audit_words(const engine& data, const std::vector<source>& documents, const audit_options& how,
                const format_options& options)
        : data_(data), documents_(documents), how_(how), options_(options) {}

    [[nodiscard]] std::string words_of(std::size_t document, const figure& mention) const {
        return say(options_, "quoted", {{"words", documents_[document].slice(mention.begin, mention.end)}});
    }
    [[nodiscard]] std::string words_of(const audited_figure& found) const {
        return words_of(found.document, found.mention);
    }

    [[nodiscard]] std::string rate_words(const ratio& value) const {
        return format_rate_number(data_, value, options_);
    }
    [[nodiscard]] std::string range_words(interval<ratio> value) const {
        value.central.reset();
        return format_interval(data_, value, qualifier::exact, "", rate_significant, options_).full;
    }
    [[nodiscard]] std::string rounding_words(const interval<ratio>& value) const {
        const auto exact = bracket_text(value);
        return exact.empty() ? range_words(value)
                             : say(options_, "audit.interval", {{"range", range_words(value)}, {"exact", exact}});
    }
    [[nodiscard]] std::string market_words(const market_band& market) const {
        const auto range = range_words(interval<ratio>::between(market.low, market.high));
        return say(options_, market.fixings == 1 ? "audit.market-of-one" : "audit.market",
                   {{"range", range},
                    {"pair", to_text(market.pair)},
                    {"fixings", std::to_string(market.fixings)},
                    {"first", to_text(market.first)},
                    {"last", to_text(market.last)},
                    {"source", market.source}});
    }
    [[nodiscard]] bool supports(const market_band& market, const interval<ratio>& implied) const {
        const auto band = interval<ratio>::between(market.low * (1 - how_.widening), market.high * (1 + how_.widening));
        return !disjoint(implied, band);
    }
    /// "1,273.89": the exact one stands in the list of sums.
    [[nodiscard]] std::string short_rate(const interval<ratio>& implied) const {
        return format_number_in_words(data_, implied.central.value_or(ratio(0)), rate_significant, options_);
    }
    /// Without its sign, which the sentence has in words.
    [[nodiscard]] std::string gap_words(const ratio& gap) const {
        return format_percent(data_, gap < 0 ? ratio(-gap) : gap, 1, options_).substr(1);
    }
    /// "$1.39–1.40 billion", without a sign.
    [[nodiscard]] std::string amount_words(const interval<ratio>& amount, currency_code currency) const {
        const auto forms =
            format_interval(data_, amount, qualifier::exact, currency.text(), amount_significant, options_);
        const auto& words = forms.words.empty() ? forms.full : forms.words;
        const auto sign = qualifier_sign(qualifier::about);
        return words.starts_with(sign) ? words.substr(sign.size()) : words;
    }

    [[nodiscard]] const format_options& options() const { return options_; }
    [[nodiscard]] const engine& data() const { return data_; }
    [[nodiscard]] const source& document(std::size_t index) const { return documents_[index]; }
    [[nodiscard]] const audit_options& how() const { return how_; }

private:
    const engine& data_;
    const std::vector<source>& documents_;
    const audit_options& how_;
    const format_options& options_;
};

std::string header(const audit_words& words, const std::vector<source>& documents, const audit_report& report) {
    std::string names;
    for (const auto& document : documents) names += (names.empty() ? "" : ", ") + document.name();
    const auto& options = words.options();
    const auto when =
        report.as_of ? format_as_of(*report.as_of, report.origin, options) : say(options, "audit.no-date");
    return hanging("", say(options, "audit.header", {{"documents", names}, {"as_of", when}}), options.columns);
}

/// Of two ranges the words name the ends: "audit.sum-lower".
std::string of_end(std::string_view id, compared_end end) {
    return end == compared_end::none ? std::string(id) : std::string(id) + "-" + std::string(to_text(end));
}

std::string stated_twice(const audit_words& words, std::size_t index, const audit_report& report,
                         const equivalence& sum) {
    const auto& options = words.options();
    const auto& first = report.figures[index][sum.first];
    const auto& second = report.figures[index][sum.second];
    label_list lines;
    lines.add(say(options, "audit.implies"), to_text(sum.pair) + " " + words.rate_words(sum.implied));
    lines.add(say(options, "audit.rounding"), words.rounding_words(sum.rounded));
    const auto market = report.as_of ? find_market_band(words.data().rates(), words.how().rates, sum.pair,
                                                        *report.as_of, words.how().business_days)
                                     : std::nullopt;
    if (market) {
        const auto* verdict = words.supports(*market, sum.rounded) ? "audit.supported" : "audit.not-supported";
        lines.add(say(options, "audit.market-label"), say(options, verdict, {{"market", words.market_words(*market)}}));
    } else {
        lines.add(say(options, "audit.market-label"), say(options, "audit.no-market"));
    }
    const auto place = place_of(words.document(index), first);
    return hanging(place + "  ",
                   say(options, of_end("audit.sum", sum.end),
                       {{"first", words.words_of(index, first)}, {"second", words.words_of(index, second)}}), options.columns) +
           lines.text(4, options.columns);
}

std::string should_be_sentence(const audit_words& words, const finding& found) {
    if (!found.suspect || !found.should_be) return {};
    const auto& suspect = found.figures[*found.suspect];
    const auto partner = *found.suspect ^ 1U;
    if (partner >= found.figures.size()) return {};
    return say(words.options(), of_end("audit.should-be", found.ends[*found.suspect / 2]),
               {{"suspect", words.words_of(suspect)},
                {"other", words.words_of(found.figures[partner])},
                {"amount", words.amount_words(*found.should_be, suspect.mention.currency)}});
}

/// Which of two implied rates the market supports.
std::string support_sentence(const audit_words& words, const finding& found) {
    const auto& options = words.options();
    if (!found.market) return say(options, "audit.no-market-sentence");
    const bool first = words.supports(*found.market, found.implied[0]);
    const bool second = words.supports(*found.market, found.implied[1]);
    if (first == second) return say(options, first ? "audit.supports-both" : "audit.supports-neither");
    return say(options, "audit.supports-one", {{"rate", words.short_rate(found.implied[first ? 0 : 1])}});
}

std::string implied_sentence(const audit_words& words, const finding& found, std::size_t index) {
    return say(words.options(), of_end("audit.implied", found.ends[index]),
               {{"first", words.words_of(found.figures[2 * index])},
                {"second", words.words_of(found.figures[2 * index + 1])},
                {"pair", to_text(found.pair)},
                {"rate", words.short_rate(found.implied[index])}});
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (!sentence.empty()) text += " " + sentence;
}

std::string one_rate_body(const audit_words& words, const finding& found) {
    const auto& options = words.options();
    if (found.pair.base == found.pair.quote && found.power_of_ten)
        return say(options, "audit.restated",
                   {{"first", words.words_of(found.figures[0])},
                    {"second", words.words_of(found.figures[1])},
                    {"power", std::to_string(*found.power_of_ten)}});
    auto text = implied_sentence(words, found, 0);
    if (!found.market) add_sentence(text, say(options, "audit.no-market-sentence"));
    if (found.gap) {
        add_sentence(text, say(options, *found.gap < 0 ? "audit.gap-below" : "audit.gap-above",
                               {{"gap", words.gap_words(*found.gap)}}));
        if (found.id == off_market_id)
            add_sentence(text, say(options, "audit.rounding-fails", {{"range", words.range_words(found.implied[0])}}));
    }
    if (found.market && !found.widened.empty() && words.supports(*found.market, found.widened[0]))
        add_sentence(
            text, say(options, "audit.widened",
                      {{"rounded", words.words_of(found.figures[0])}, {"range", words.range_words(found.widened[0])}}));
    if (found.power_of_ten)
        add_sentence(text, say(options, "audit.slip", {{"power", std::to_string(*found.power_of_ten)}}));
    if (found.id == inverted_id) add_sentence(text, say(options, "audit.inverted"));
    if (found.other_currency && found.suspect)
        add_sentence(text, say(options, "audit.other-currency",
                               {{"suspect", words.words_of(found.figures[*found.suspect])},
                                {"currency", found.other_currency->text()}}));
    add_sentence(text, should_be_sentence(words, found));
    return text;
}

std::string two_rates_body(const audit_words& words, const finding& found) {
    auto text = implied_sentence(words, found, 0);
    add_sentence(text, implied_sentence(words, found, 1));
    if (found.gap)
        add_sentence(text, say(words.options(), *found.gap < 0 ? "audit.disagree-below" : "audit.disagree-above",
                               {{"gap", words.gap_words(*found.gap)},
                                {"first", words.range_words(found.implied[0])},
                                {"second", words.range_words(found.implied[1])}}));
    if (found.widened.size() >= 2 && !disjoint(found.widened[0], found.widened[1]))
        add_sentence(text, say(words.options(), "audit.widened-both"));
    add_sentence(text, support_sentence(words, found));
    add_sentence(text, should_be_sentence(words, found));
    return text;
}

std::string finding_text(const audit_words& words, const finding& found) {
    const auto& options = words.options();
    std::string head = severity_words(found.level, options) + " [" + found.id + "]";
    if (!found.figures.empty())
        head = place_of(words.document(found.figures[0].document), found.figures[0].mention) + ": " + head;
    std::string body = say(options, "finding." + found.id);
    if (found.implied.size() >= 2 && found.figures.size() >= 4)
        add_sentence(body, two_rates_body(words, found));
    else if (!found.implied.empty() && found.figures.size() >= 2)
        add_sentence(body, one_rate_body(words, found));
    return hanging("", head, options.columns) + hanging("    ", body, options.columns);
}

}  // namespace

bool has_objections(const audit_report& report) {
    return std::ranges::any_of(report.findings, [](const finding& f) { return f.level != severity::note; });
}

std::string render_audit(const engine& data, const std::vector<source>& documents, const audit_report& report,
                         const audit_options& how, const format_options& options) {
    const audit_words words(data, documents, how, options);
    std::string out = header(words, documents, report);
    std::string sums;
    for (std::size_t i = 0; i < report.equivalences.size(); ++i)
        for (const auto& sum : report.equivalences[i]) sums += stated_twice(words, i, report, sum);
    if (sums.empty() && report.findings.empty()) return out + "\n" + hanging("", say(options, "audit.nothing-checked"), options.columns);
    out +=
        "\n" + (sums.empty() ? hanging("", say(options, "audit.no-sums"), options.columns) : say(options, "audit.sums") + "\n" + sums);
    out += "\n";
    if (report.findings.empty()) return out + hanging("", say(options, "audit.no-findings"), options.columns);
    out += say(options, "audit.findings") + "\n";
    for (const auto& found : report.findings) out += finding_text(words, found);
    return out;
}

}  // namespace outlay
