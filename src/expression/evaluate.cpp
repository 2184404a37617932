// The value of an expression: a walk over its nodes, and for an equation the way back to the "?".
#include <outlay/expression/evaluate.hpp>

#include "compare/bounds_text.hpp"
#include "compare/rate_trace.hpp"
#include "expression/arithmetic.hpp"

#include <outlay/base/message.hpp>
#include <outlay/compare/case_inputs.hpp>

#include <algorithm>
#include <iterator>

namespace outlay {

namespace {

class evaluator {
public:
    evaluator(const engine& data, const expression& line, const scenario& known,
              const evaluation_options& options, rate_policy policy)
        : data_(data), line_(line), known_(known), policy_(policy), options_(options), math_(data, line, std::move(policy)) {}

    result<evaluation> run() {
        auto value = line_.equals ? solved() : of(line_.root);
        if (!value) return value.problems();
        evaluation out;
        out.is_solved = line_.equals.has_value();
        out.unit = value->unit;
        out.value = std::move(value->value);
        out.rates = std::move(math_).rates();
        return out;
    }

private:
    [[nodiscard]] const expression_node& node(std::size_t i) const { return line_.nodes[i]; }

    result<quantity> of(std::size_t i) {
        const auto& n = node(i);
        switch (n.kind) {
            case operation::figure:
            case operation::number: return stated(n);
            case operation::unit: return one_of(n.unit);
            case operation::name: return named(n);
            case operation::last: return quantity{options_.last->value, options_.last->unit};
            case operation::hole: return make_diagnostic("expression-hole-alone", {}, line_.text.at(n.begin, n.end));
            case operation::negate: return negated(n);
            case operation::per: return per(n.a, n.b);
            case operation::convert: {
                auto a = of(n.a);
                return a ? math_.converted(*a, n) : a;
            }
            case operation::add:
            case operation::subtract:
            case operation::multiply:
            case operation::divide: break;
        }
        return joined(n, of(n.a), of(n.b));
    }

    result<quantity> joined(const expression_node& n, const result<quantity>& a, const result<quantity>& b) {
        if (!a) return a.problems();
        if (!b) return b.problems();
        auto made = apply(n, *a, *b);
        if (made && !made->value.trace.empty()) made->value.trace.back().formula = words_of(line_, n);
        return made;
    }

    result<quantity> apply(const expression_node& n, const quantity& a, const quantity& b) {
        switch (n.kind) {
            case operation::add: return math_.sum(a, b, false, node(n.a), node(n.b));
            case operation::subtract: return math_.sum(a, b, true, node(n.a), node(n.b));
            case operation::multiply: return math_.product(a, b);
            default: return math_.quotient(a, b, node(n.b));
        }
    }

    [[nodiscard]] quantity stated(const expression_node& n) const {
        quantity made{{}, n.unit};
        auto& out = made.value;
        out.value = to_ratio(n.stated.amount);
        out.qualifier = n.stated.qualifier;
        if (out.qualifier == qualifier::about) out.notes.emplace_back("approximate");
        out.unit = n.unit.text();
        out.currency = n.stated.currency;
        out.significant_digits = justified_digits(n.stated.written);
        const auto reason = n.stated.reason.empty() ? std::string{} : " (" + n.stated.reason + ")";
        out.trace.push_back({words_of(line_, n), metric_text(out) + reason, {}, std::nullopt});
        return made;
    }

    [[nodiscard]] static quantity one_of(const unit_product& unit) {
        quantity made{{}, unit};
        made.value.value = interval<ratio>::point(ratio(1));
        made.value.unit = unit.text();
        return made;
    }

    /// A metric with the unit that its text names: "USD/job-year".
    [[nodiscard]] static quantity with_unit(metric value) {
        const std::string_view text = value.unit;
        const auto slash = std::min(text.find('/'), text.size());
        const auto head = text.substr(0, slash);
        auto unit = value.currency.empty() ? product_of(head) : unit_product::of(value.currency);
        if (slash < text.size()) unit = unit * product_of(text.substr(slash + 1)).inverse();
        value.unit = unit.text();
        return {std::move(value), std::move(unit)};
    }

    /// "job-year" as jobs times years.
    [[nodiscard]] static unit_product product_of(std::string_view words) {
        unit_product unit;
        for (std::size_t begin = 0; begin < words.size();) {
            const auto end = std::min(words.find('-', begin), words.size());
            unit = unit * unit_product::of(words.substr(begin, end - begin));
            begin = end + 1;
        }
        return unit;
    }

    /// What a programme states, or a metric of it, in its own currency.
    [[nodiscard]] quantity named(const expression_node& n) const {
        const auto& what = known_.investments[n.programme];
        const auto currency = what.outlay ? what.outlay->value.currency : currency_code{};
        scenario alone = known_;
        alone.investments = {what};
        alone.baseline.clear();
        alone.cases.clear();
        alone.overlaps.clear();
        compare_options how;
        how.to = currency;
        how.as_of = policy_.as_of;
        how.rates = policy_.given;
        how.convention = policy_.convention;
        const bool is_metric = std::ranges::find(metric_names(), n.metric) != metric_names().end();
        how.metrics = {is_metric ? n.metric : std::string("total")};
        const auto resolved = resolve(data_, alone, how);
        const auto& inputs = resolved.investments.front().inputs;
        if (n.metric == "jobs") return with_unit(inputs.jobs);
        if (n.metric == "period") return with_unit(inputs.years);
        if (n.metric == "power") return with_unit(inputs.power);
        if (n.metric == "accelerators") return with_unit(inputs.accelerators);
        if (n.metric == "outlay") return with_unit(inputs.outlay);
        return with_unit(measure(resolved.investments.front(), n.metric, currency, false));
    }

    result<quantity> negated(const expression_node& n) {
        auto a = of(n.a);
        if (!a) return a;
        return quantity{negate(a->value), a->unit};
    }

    [[nodiscard]] bool has(std::size_t i, operation kind) const {
        const auto& n = node(i);
        if (n.kind == kind) return true;
        switch (n.kind) {
            case operation::negate:
            case operation::convert: return has(n.a, kind);
            case operation::add:
            case operation::subtract:
            case operation::multiply:
            case operation::divide:
            case operation::per: return has(n.a, kind) || has(n.b, kind);
            default: return false;
        }
    }

    /// The metric that "per job" asks a programme for; empty for other units.
    [[nodiscard]] std::string_view metric_per(std::size_t i) const {
        if (node(i).kind != operation::unit) return {};
        const auto unit = node(i).unit.text();
        if (unit == power_unit) return "per_gw";
        constexpr std::pair<std::string_view, std::string_view> metrics[] = {{"year", "per_year"},
                                                                             {"job", "per_job"},
                                                                             {"job-year", "per_job_year"},
                                                                             {"accelerator", "per_accelerator"},
                                                                             {"person", "per_head"},
                                                                             {"worker", "per_worker"}};
        const auto* found = std::ranges::find(metrics, unit, &std::pair<std::string_view, std::string_view>::first);
        return found == std::end(metrics) ? std::string_view{} : found->second;
    }

    /// Reaches into sums of programmes: each is asked for its own metric.
    result<quantity> per(std::size_t above, std::size_t below) {
        const auto metric = metric_per(below);
        if (metric.empty() || !has(above, operation::name)) {
            expression_node whole = node(above);
            whole.kind = operation::divide;
            whole.end = node(below).end;
            whole.a = above;
            whole.b = below;
            return joined(whole, of(above), of(below));
        }
        const auto& n = node(above);
        switch (n.kind) {
            case operation::name: {
                if (n.metric != "outlay" && n.metric != "total") break;
                auto asked = n;
                asked.metric = metric;
                return named(asked);
            }
            case operation::negate: {
                auto a = per(n.a, below);
                return a ? result<quantity>(quantity{negate(a->value), a->unit}) : a;
            }
            case operation::convert: return converted_per(n, below);
            case operation::add:
            case operation::subtract: return joined(n, per(n.a, below), per(n.b, below));
            case operation::multiply: return joined(n, per_if_named(n.a, below), per_if_named(n.b, below));
            case operation::divide:
                if (!has(n.b, operation::name)) return joined(n, per(n.a, below), of(n.b));
                break;
            default: break;
        }
        auto whole = n;
        whole.kind = operation::divide;
        whole.a = above;
        whole.b = below;
        return joined(whole, of(above), of(below));
    }

    result<quantity> per_if_named(std::size_t i, std::size_t below) {
        return has(i, operation::name) ? per(i, below) : of(i);
    }

    /// "(stargate in KRW) per job": the currency is asked of the metric.
    result<quantity> converted_per(const expression_node& n, std::size_t below) {
        auto a = per(n.a, below);
        if (!a) return a;
        auto target = n;
        target.keeps_rest = n.unit.parts().size() == 1;
        return math_.converted(*a, target);
    }

    /// The "?" of an equation: what is known is carried to the other side, step by step.
    result<quantity> solved() {
        const bool is_left = has(line_.root, operation::hole);
        const auto with_hole = is_left ? line_.root : *line_.equals;
        const auto without = is_left ? *line_.equals : line_.root;
        auto known = of(without);
        auto answer = known ? undone(with_hole, *known, node(without)) : known;
        if (!answer || line_.asked.is_none()) return answer;
        if (!answer->unit.conforms_to(line_.asked))
            return make_diagnostic("solution-mismatch",
                                   {{"asked", line_.asked.text()},
                                    {"asked_dimension", dimension_words(line_.asked)},
                                    {"dimension", dimension_words(answer->unit)}},
                                   line_.text.at(hole().begin, hole().end));
        return math_.brought_to(*answer, line_.asked);
    }

    [[nodiscard]] const expression_node& hole() const {
        return *std::ranges::find(line_.nodes, operation::hole, &expression_node::kind);
    }

    /// The value of the hole in node `i`, where the node's value is `value`.
    result<quantity> undone(std::size_t i, const quantity& value, const expression_node& other) {
        const auto& n = node(i);
        if (n.kind == operation::hole) return value;
        if (n.kind == operation::negate) return undone(n.a, {negate(value.value), value.unit}, other);
        if (n.kind == operation::convert) return undone(n.a, value, other);
        const bool is_left = has(n.a, operation::hole);
        auto known = of(is_left ? n.b : n.a);
        if (!known) return known;
        auto next = step_back(n, is_left, value, *known, other);
        if (!next) return next;
        if (!next->value.trace.empty()) next->value.trace.back().formula = "?";
        return undone(is_left ? n.a : n.b, *next, other);
    }

    result<quantity> step_back(const expression_node& n, bool is_left, const quantity& value, const quantity& known,
                               const expression_node& other) {
        const auto& known_node = node(is_left ? n.b : n.a);
        switch (n.kind) {
            case operation::add: return math_.sum(value, known, true, other, known_node);
            case operation::subtract:
                return is_left ? math_.sum(value, known, false, other, known_node)
                               : math_.sum(known, value, true, known_node, other);
            case operation::multiply: return math_.quotient(value, known, known_node);
            default: return is_left ? math_.product(value, known) : math_.quotient(known, value, other);
        }
    }

    const engine& data_;
    const expression& line_;
    const scenario& known_;
    rate_policy policy_;
    const evaluation_options& options_;
    arithmetic math_;
};

/// The rate of "at": of a stated pair, or of the two currencies that the line has.
result<given_rate> rate_at(const engine& data, const expression& line, const scenario& known,
                           const rate_policy& policy) {
    const auto where = line.text.at(line.rate_begin, line.rate_end);
    auto words = *line.rate;
    if (words.find_first_of("=/") != std::string::npos && words.find('=') == std::string::npos) {
        const auto space = words.find(' ');
        if (space != std::string::npos) words[space] = '=';  // "USD/KRW 1436"
    }
    std::erase(words, ',');
    std::erase(words, ' ');
    if (words.find('=') != std::string::npos) {
        auto read = read_given_rate(words, data.currencies(), where);
        if (read) read->source = message("expression.rate-source");
        return read;
    }
    const auto currencies = currencies_in(line, known.investments);
    if (currencies.size() != 2)
        return make_diagnostic("expression-rate-pair", {{"rate", words}, {"count", std::to_string(currencies.size())}}, where);
    auto read = read_bare_rate(words, data.rates(), data.currencies(), policy, currencies[0], currencies[1], where);
    if (read) read->source = message("expression.rate-source");
    return read;
}

}  // namespace

result<evaluation> evaluate(const engine& data, const expression& what, const scenario& known,
                            const evaluation_options& options) {
    auto policy = options.rates;
    if (what.as_of) {
        policy.as_of = what.as_of;
        policy.origin = as_of_origin::stated_by_user;
    }
    if (what.rate) {
        auto given = rate_at(data, what, known, policy);
        if (!given) return given.problems();
        policy.given.insert(policy.given.begin(), std::move(given).value());
    }
    return evaluator(data, what, known, options, std::move(policy)).run();
}

}  // namespace outlay
