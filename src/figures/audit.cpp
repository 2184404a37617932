#include <outlay/figures/audit.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace outlay {

namespace {

/// An equivalence with where it stands and what the market says of its pair.
struct checked {
    std::size_t document = 0;
    const equivalence* stated = nullptr;
    std::optional<market_band> market;
    bool supported = false;
};

ratio middle(const market_band& band) { return (band.low + band.high) / 2; }

interval<ratio> widen(const market_band& band, const ratio& by) {
    return interval<ratio>::between(band.low * (1 - by), band.high * (1 + by));
}

/// a / b − 1
ratio gap_between(const ratio& a, const ratio& b) { return a / b - 1; }

/// implied / the nearest rate of the band − 1
ratio gap_to(const ratio& implied, const market_band& band) {
    return gap_between(implied, implied < band.low ? band.low : implied > band.high ? band.high : implied);
}

ratio magnitude_of(const ratio& value) { return value < 0 ? ratio(-value) : value; }

bool is_near(const ratio& value, const ratio& target, const ratio& tolerance) {
    return magnitude_of(gap_between(value, target)) <= tolerance;
}

/// k if the rate is 10^k of the market's within the tolerance, k other than 0.
std::optional<int> power_of_ten_off(const interval<ratio>& implied, const market_band& band, const ratio& tolerance) {
    const interval<ratio> market = widen(band, tolerance);
    for (int k = 1; k <= 12; ++k) {
        const ratio power(power_of_ten(k));
        if (!disjoint(scale(implied, 1 / power), market)) return k;
        if (!disjoint(scale(implied, power), market)) return -k;
    }
    return std::nullopt;
}

class auditor {
public:
    auditor(const engine& data, const std::vector<source>& documents, const audit_options& options)
        : data_(data), documents_(documents), options_(options) {}

    audit_report run() {
        read_documents();
        check_each();
        check_restatements();
        check_against_each_other();
        std::stable_sort(report_.findings.begin(), report_.findings.end(), [](const finding& a, const finding& b) { return place_of(a) < place_of(b); });
        return std::move(report_);
    }

private:
    static std::pair<std::size_t, std::size_t> place_of(const finding& f) { return {f.figures.front().document, f.figures.front().mention.begin}; }

    void read_documents() {
        for (const source& document : documents_) {
            report_.figures.push_back(read_figures(data_, document.text(), options_.reading));
            report_.equivalences.push_back(find_equivalences(data_, document.text(), report_.figures.back()));
            dates_.push_back(document_date(document));
        }
        choose_as_of();
    }

    [[nodiscard]] std::optional<date> document_date(const source& document) const {
        if (options_.reading.document_date) return options_.reading.document_date;
        const auto stated = find_document_date(data_, document.text(), options_.reading);
        return stated && stated->days ? std::optional(stated->days->first) : std::nullopt;
    }

    /// The date given, else the first that a document states, else the newest of the rates.
    void choose_as_of() {
        if (options_.rates.as_of) {
            report_.as_of = options_.rates.as_of;
            report_.origin = options_.rates.origin;
            return;
        }
        const auto stated = std::find_if(dates_.begin(), dates_.end(), [](const auto& d) { return d.has_value(); });
        report_.as_of = stated != dates_.end() ? *stated : data_.rates().newest_day();
        report_.origin = stated != dates_.end() ? as_of_origin::stated_by_document : as_of_origin::newest_of_rates;
    }

    [[nodiscard]] std::optional<date> as_of_for(std::size_t document) const {
        if (options_.rates.as_of || !dates_[document]) return report_.as_of;
        return dates_[document];
    }

    [[nodiscard]] std::optional<market_band> market_for(const currency_pair& pair, std::size_t document) const {
        const auto as_of = as_of_for(document);
        if (!as_of) return std::nullopt;
        return find_market_band(data_.rates(), options_.rates, pair, *as_of, options_.business_days);
    }

    void check_each() {
        for (std::size_t d = 0; d < documents_.size(); ++d)
            for (const equivalence& stated : report_.equivalences[d]) {
                checked one{d, &stated, market_for(stated.pair, d), false};
                one.supported = one.market && !disjoint(stated.rounded, widen(*one.market, options_.widening));
                if (!one.market) {
                    add(one, finding_of("rate-missing", severity::note, {one}));
                } else if (!one.supported) {
                    add(one, off_market(one));
                }
                checked_.push_back(std::move(one));
            }
    }

    /// Both ends of two ranges off in one way are one finding.
    void add(const checked& one, finding made) {
        const auto same = [&](const finding& before) {
            return before.id == made.id && before.power_of_ten == made.power_of_ten && before.ends == std::vector{compared_end::lower} &&
                   place_of(before) == place_of(made);
        };
        if (one.stated->end != compared_end::upper || report_.findings.empty() || !same(report_.findings.back())) {
            report_.findings.push_back(std::move(made));
            return;
        }
        finding& both = report_.findings.back();
        both.ends = {compared_end::none};
        both.level = std::max(both.level, made.level);
        if (made.should_be) both.should_be = interval<ratio>::between(*both.should_be->low, *made.should_be->high);
    }

    /// One sum twice in one currency, a power of ten apart: "5000억 달러($50 billion)".
    void check_restatements() {
        market_band itself;
        itself.low = itself.high = 1;
        for (std::size_t d = 0; d < documents_.size(); ++d)
            for (const equivalence& stated : find_restatements(data_, documents_[d].text(), report_.figures[d])) {
                const auto power = power_of_ten_off(stated.rounded, itself, options_.slip_tolerance);
                if (!power || !disjoint(stated.rounded, widen(itself, options_.slip_tolerance))) continue;
                finding made = finding_of("magnitude-slip-suspected", severity::error, {{d, &stated, std::nullopt, false}});
                made.gap = stated.implied - 1;
                made.suspect = 1;
                made.should_be = interval<ratio>::point(stated.first_value);
                made.power_of_ten = power;
                report_.findings.push_back(std::move(made));
            }
    }

    [[nodiscard]] finding finding_of(std::string id, severity level, const std::vector<checked>& of) const {
        finding made;
        made.id = std::move(id);
        made.level = level;
        made.pair = of.front().stated->pair;
        made.market = of.front().market;
        for (const checked& c : of) {
            const auto& figures = report_.figures[c.document];
            made.figures.push_back({c.document, figures[c.stated->first]});
            made.figures.push_back({c.document, figures[c.stated->second]});
            made.implied.push_back(c.stated->rounded);
            made.widened.push_back(c.stated->widened);
            made.ends.push_back(c.stated->end);
        }
        return made;
    }

    /// What the market does not support, by its likeliest cause.
    [[nodiscard]] finding off_market(const checked& one) const {
        const ratio& implied = one.stated->implied;
        const ratio market = middle(*one.market);
        finding made = finding_of("implied-rate-off-market", severity::error, {one});
        made.gap = gap_to(implied, *one.market);
        made.suspect = 1;
        made.should_be = should_be(one);
        // Without a date of the document the market of another day is held against it: no more than a warning.
        const bool undated = report_.origin == as_of_origin::newest_of_rates;
        if (undated) made.level = severity::warning;
        if (const auto power = power_of_ten_off(one.stated->rounded, *one.market, options_.slip_tolerance)) {
            made.id = "magnitude-slip-suspected";
            made.power_of_ten = power;
        } else if (is_near(implied * market, ratio(1), options_.slip_tolerance)) {
            made.id = "inverted-pair-suspected";
        } else if (magnitude_of(*made.gap) <= options_.error_gap) {
            made.level = severity::warning;
        } else if (const auto other = other_currency(one)) {
            made.id = "wrong-currency-suspected";
            made.other_currency = other;
        }
        return made;
    }

    /// The second sum as the first is worth at the market's lowest and highest rate.
    [[nodiscard]] interval<ratio> should_be(const checked& one) const {
        const auto& figures = report_.figures[one.document];
        const ratio& first = one.stated->first_value;
        const bool first_is_base = one.stated->pair.base == figures[one.stated->first].currency;
        if (first_is_base) return interval<ratio>::between(first * one.market->low, first * one.market->high);
        return interval<ratio>::between(first / one.market->high, first / one.market->low);
    }

    /// A currency that, in the place of the second sum's, would make the rate a market rate: one that its symbol can
    /// mean, else one that the documents name, else one of those the market quotes as a base.
    [[nodiscard]] std::optional<currency_code> other_currency(const checked& one) const {
        const auto& figures = report_.figures[one.document];
        const figure& second = figures[one.stated->second];
        for (const currency_code code : second.candidates)
            if (would_fit(one, code)) return code;
        for (const auto& others : report_.figures)
            for (const figure& named : others)
                if (named.kind == figure_kind::money && would_fit(one, named.currency)) return named.currency;
        for (const currency& row : data_.currencies().rows())
            if (row.quote_rank > 0 && would_fit(one, row.code)) return row.code;
        return std::nullopt;
    }

    [[nodiscard]] bool would_fit(const checked& one, currency_code code) const {
        const auto& figures = report_.figures[one.document];
        const currency_code first = figures[one.stated->first].currency;
        const bool first_is_base = one.stated->pair.base == first;
        if (code == first || code == figures[one.stated->second].currency) return false;
        const auto band = market_for(first_is_base ? currency_pair{first, code} : currency_pair{code, first}, one.document);
        return band && !disjoint(one.stated->rounded, widen(*band, options_.widening));
    }

    /// Sums of one pair of currencies that imply rates which rounding cannot reconcile.
    void check_against_each_other() {
        std::map<currency_pair, std::vector<checked>> by_pair;
        for (const checked& one : checked_)
            if (!has_band(one)) by_pair[one.stated->pair].push_back(one);
        for (auto& [pair, group] : by_pair) {
            std::stable_sort(group.begin(), group.end(), [](const checked& a, const checked& b) { return a.stated->implied > b.stated->implied; });
            if (group.size() < 2 || !disjoint(group.front().stated->rounded, group.back().stated->rounded)) continue;
            report_.findings.push_back(disagreement(group));
        }
    }

    /// A band allows too much to contradict another sum.
    [[nodiscard]] bool has_band(const checked& one) const {
        const auto& figures = report_.figures[one.document];
        return figures[one.stated->first].qualifier == qualifier::band || figures[one.stated->second].qualifier == qualifier::band;
    }

    [[nodiscard]] finding disagreement(const std::vector<checked>& group) const {
        finding made = finding_of("implied-rates-disagree", severity::error, group);
        made.gap = gap_between(group.front().stated->implied, group.back().stated->implied);
        const auto unsupported = [](const checked& c) { return c.market && !c.supported; };
        if (std::count_if(group.begin(), group.end(), unsupported) == 1) {
            const auto one = std::find_if(group.begin(), group.end(), unsupported);
            made.suspect = static_cast<std::size_t>(one - group.begin()) * 2 + 1;
            made.should_be = should_be(*one);
        }
        return made;
    }

    const engine& data_;
    const std::vector<source>& documents_;
    const audit_options& options_;
    audit_report report_;
    std::vector<std::optional<date>> dates_;
    std::vector<checked> checked_;
};

}  // namespace

audit_report audit(const engine& data, const std::vector<source>& documents, const audit_options& options) {
    return auditor(data, documents, options).run();
}

}  // namespace outlay
