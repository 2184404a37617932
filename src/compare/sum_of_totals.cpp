#include "compare/sum_of_totals.hpp"

#include "compare/bounds_text.hpp"
#include "compare/case_warnings.hpp"

#include <algorithm>
#include <numeric>

namespace outlay {

namespace {

constexpr std::string_view in_another = "part-of-another";
constexpr std::string_view older_vintage = "older-vintage";
constexpr std::string_view cancelled = "stage-cancelled";
constexpr std::string_view ceilings_and_floors = "ceilings-and-floors";
constexpr std::string_view overlap_unknown = "overlap-of-unknown-size";

metric without_steps(metric value) {
    value.trace.clear();
    value.keeps_steps = false;
    return value;
}

/// Of what overlaps, more than so many are not tried in all combinations: the largest alone is a bound that holds too.
constexpr std::size_t largest_group = 16;

struct bound {
    std::optional<ratio> value;
    bool is_open = false;
};

bound larger(const bound& a, const bound& b) {
    if (!a.value || !b.value) return a.value ? a : b;
    if (*a.value == *b.value) return a.is_open ? a : b;
    return *a.value < *b.value ? b : a;
}

void close_steps(metric& sum) {
    sum.trace.push_back({"sum = \xCE\xA3 total", metric_text(sum), {}, std::nullopt});
}

void add_to(std::optional<metric>& sum, const metric& value) { sum = sum ? add(*sum, value) : value; }

class total_adder {
public:
    total_adder(const resolved_case& what, std::vector<const metric*> totals)
        : what_(what), totals_(std::move(totals)), in_(totals_.size()), reasons_(totals_.size()) {
        std::iota(in_.begin(), in_.end(), std::size_t{0});
    }

    compared_sum run() {
        leave_out_unknown();
        for (const auto& [older, newer] : superseded_vintages(what_.investments))
            if (totals_[newer]->known()) leave_out(older, newer, older_vintage);
        for (const overlap& each : what_.overlaps)
            if (!each.whole.empty()) leave_out_parts(each);
        for (const overlap& each : what_.overlaps)
            if (each.whole.empty()) join(each);
        return add_up();
    }

private:
    void leave_out_unknown() {
        for (std::size_t i = 0; i < totals_.size(); ++i) {
            if (!totals_[i]->known()) reasons_[i] = totals_[i]->missing;
            else if (what_.investments[i].stated.stage == stage::cancelled) reasons_[i] = {std::string(cancelled)};
        }
    }

    void leave_out(std::size_t part, std::size_t whole, std::string_view reason) {
        if (!reasons_[part].empty() || part == whole) return;
        // Two that hold each other are not both left out.
        for (std::size_t at = whole; in_[at] != at; at = in_[at])
            if (in_[at] == part) return;
        in_[part] = whole;
        reasons_[part] = {std::string(reason)};
    }

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view name) const {
        for (std::size_t i = 0; i < what_.investments.size(); ++i)
            if (what_.investments[i].stated.name == name) return i;
        return std::nullopt;
    }

    /// What counts for an investment: itself, a newer vintage, or what holds it.
    [[nodiscard]] std::size_t counted_for(std::size_t i) const {
        while (in_[i] != i) i = in_[i];
        return i;
    }

    void leave_out_parts(const overlap& each) {
        const auto whole = index_of(each.whole);
        if (!whole || !reasons_[counted_for(*whole)].empty()) return;
        for (const std::string& name : each.members)
            if (const auto part = index_of(name)) leave_out(*part, counted_for(*whole), in_another);
    }

    /// Members of overlaps that have no whole, in groups that share a member.
    void join(const overlap& each) {
        std::vector<std::size_t> group;
        for (const std::string& name : each.members)
            if (const auto i = index_of(name); i && reasons_[*i].empty()) group.push_back(*i);
        if (group.size() < 2) return;
        for (auto other = groups_.begin(); other != groups_.end();) {
            const bool shared = std::ranges::any_of(
                *other, [&](std::size_t i) { return std::ranges::find(group, i) != group.end(); });
            if (!shared) {
                ++other;
                continue;
            }
            group.insert(group.end(), other->begin(), other->end());
            other = groups_.erase(other);
        }
        std::ranges::sort(group);
        group.erase(std::unique(group.begin(), group.end()), group.end());
        groups_.push_back(std::move(group));
    }

    [[nodiscard]] bool overlap_each_other(std::size_t a, std::size_t b) const {
        return std::ranges::any_of(what_.overlaps, [&](const overlap& each) {
            const auto has = [&](std::size_t i) {
                return std::ranges::find(each.members, what_.investments[i].stated.name) != each.members.end();
            };
            return each.whole.empty() && has(a) && has(b);
        });
    }

    /// The most that any of the group come to that do not overlap with each other: so much is there at least.
    [[nodiscard]] bound least_of(const std::vector<std::size_t>& group, std::size_t from, std::vector<std::size_t>& taken,
                                 const bound& so_far) const {
        bound best = so_far;
        const bool is_small = group.size() <= largest_group;
        for (std::size_t k = from; k < group.size(); ++k) {
            const auto& value = totals_[group[k]]->value;
            if (!value.low || std::ranges::any_of(taken, [&](std::size_t i) { return overlap_each_other(i, group[k]); }))
                continue;
            const bool is_open = value.low_open || so_far.is_open;
            const bound here{so_far.value ? ratio(*so_far.value + *value.low) : *value.low, is_open};
            taken.push_back(group[k]);
            best = larger(best, is_small ? least_of(group, k + 1, taken, here) : here);
            taken.pop_back();
        }
        return best;
    }

    /// At most all of them.
    [[nodiscard]] metric overlapping(const std::vector<std::size_t>& group) const {
        metric out = without_steps(*totals_[group.front()]);
        for (std::size_t k = 1; k < group.size(); ++k) out = add(out, without_steps(*totals_[group[k]]));
        out.missing.clear();
        std::vector<std::size_t> taken;
        const bound least = least_of(group, 0, taken, {});
        out.value.low = least.value;
        out.value.low_open = least.is_open;
        out.value.central.reset();
        out.qualifier = qualifier_of(out.value, qualifier::exact);
        out.notes.emplace_back(overlap_unknown);
        return out;
    }

    compared_sum add_up() {
        compared_sum out;
        std::vector<trace_step> steps;
        const auto count = [&](const std::string& name, const metric& value) {
            auto& kind = !value.value.low ? out.ceilings : !value.value.high ? out.floors : out.points;
            const trace_step step{name, metric_text(value), {}, std::nullopt};
            auto known = kind ? std::move(kind->trace) : std::vector<trace_step>{};
            add_to(kind, value);
            kind->trace = std::move(known);
            kind->trace.push_back(step);
            steps.push_back(step);
        };
        std::vector<bool> grouped(totals_.size(), false);
        for (const auto& group : groups_) {
            std::string names;
            for (const std::size_t i : group) {
                grouped[i] = true;
                (names += names.empty() ? "" : "; ") += what_.investments[i].stated.name;
            }
            count(names, overlapping(group));
        }
        for (std::size_t i = 0; i < totals_.size(); ++i) {
            const std::string& name = what_.investments[i].stated.name;
            if (!reasons_[i].empty()) {
                out.left_out.push_back({name, reasons_[i], in_[i] == i ? "" : what_.investments[counted_for(i)].stated.name});
                continue;
            }
            out.counted.push_back(name);
            if (!grouped[i]) count(name, without_steps(*totals_[i]));
        }
        std::optional<metric> all;
        for (auto* part : {&out.points, &out.ceilings, &out.floors}) {
            if (!*part) continue;
            add_to(all, without_steps(**part));
            close_steps(**part);
        }
        if (all) {
            out.all = std::move(*all);
            if (!out.all.known()) out.all.missing = {std::string(ceilings_and_floors)};
        } else {
            out.all.missing.emplace_back("outlay-not-stated");
        }
        out.all.trace = std::move(steps);
        close_steps(out.all);
        return out;
    }

    const resolved_case& what_;
    std::vector<const metric*> totals_;
    std::vector<std::size_t> in_;  ///< what holds it, or the newer vintage; itself where nothing does
    std::vector<std::vector<std::string>> reasons_;
    std::vector<std::vector<std::size_t>> groups_;
};

}  // namespace

std::optional<compared_sum> sum_of_totals(const resolved_case& what, const compared_case& measured) {
    if (measured.investments.size() < 2) return std::nullopt;
    std::vector<const metric*> totals;
    for (const compared_investment& each : measured.investments) {
        const auto found = std::ranges::find(each.metrics, "total", &named_metric::name);
        if (found == each.metrics.end()) return std::nullopt;
        totals.push_back(&found->value);
    }
    return total_adder(what, std::move(totals)).run();
}

}  // namespace outlay
