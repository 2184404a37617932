#include "compare/case_warnings.hpp"

#include <algorithm>
#include <map>

namespace outlay {

namespace {

using investments = std::vector<resolved_investment>;

/// A place is only what was read from a file.
std::optional<place> where_of(const place& where) {
    return where.source.empty() ? std::nullopt : std::optional(where);
}

diagnostic warning(std::string_view id, message_arguments arguments, const place& where) {
    diagnostic made = make_diagnostic(id, arguments, where_of(where));
    made.level = severity::warning;
    return made;
}

std::string join(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) (out += out.empty() ? "" : "; ") += name;
    return out;
}

void warn_of_overlaps(const scenario& what, const investments& all, diagnostics& out) {
    for (const overlap& each : what.overlaps) {
        std::vector<std::string> present;
        for (const std::string& name : each.members)
            if (std::any_of(all.begin(), all.end(), [&](const auto& one) {
                    return one.stated.name == name && one.stated.outlay;
                }))
                present.push_back(name);
        if (present.size() > 1) out.push_back(warning("overlap", {{"names", join(present)}}, each.where));
    }
}

void warn_of_vintages(const investments& all, diagnostics& out) {
    for (const auto& [older, newer] : superseded_vintages(all))
        out.push_back(warning("vintage-superseded",
                              {{"name", all[older].stated.name}, {"newer", all[newer].stated.name}},
                              all[older].stated.where));
}

void warn_of_payers(const investments& all, diagnostics& out) {
    const resolved_investment* first = nullptr;
    for (const auto& each : all) {
        const payer_kind kind = each.stated.payer.kind;
        if (kind == payer_kind::unstated || !each.stated.outlay) continue;
        if (first == nullptr) first = &each;
        if (kind == first->stated.payer.kind) continue;
        out.push_back(warning("public-private-mixed",
                              {{"first", first->stated.name},
                               {"first-payer", to_text(first->stated.payer.kind)},
                               {"second", each.stated.name},
                               {"second-payer", to_text(kind)}},
                              each.stated.where));
        return;
    }
}

/// The kind of the jobs that are divided by, where they are known; their note says it.
std::string_view kind_of(const resolved_investment& each) {
    for (const std::string& note : each.inputs.jobs.notes) {
        constexpr std::string_view prefix = "jobs-";
        if (!note.starts_with(prefix)) continue;
        const auto kind = parse_job_kind(std::string_view(note).substr(prefix.size()));
        if (kind) return to_text(*kind);
    }
    return {};
}

void warn_of_job_kinds(const investments& all, diagnostics& out) {
    const resolved_investment* first = nullptr;
    for (const auto& each : all) {
        const std::string_view kind = kind_of(each);
        if (kind.empty()) continue;
        if (first == nullptr) first = &each;
        if (kind == kind_of(*first)) continue;
        out.push_back(warning("jobs-kinds-differ",
                              {{"first", first->stated.name},
                               {"first-kind", kind_of(*first)},
                               {"second", each.stated.name},
                               {"second-kind", kind}},
                              each.stated.where));
        return;
    }
}

void warn_of_scopes(const investments& all, diagnostics& out) {
    for (const auto& each : all) {
        const auto& notes = each.inputs.jobs.notes;
        if (std::find(notes.begin(), notes.end(), "scope-mismatch") == notes.end()) continue;
        for (const jobs_figure& jobs : each.stated.jobs) {
            if (jobs.scope.empty()) continue;
            out.push_back(
                warning("scope-mismatch", {{"name", each.stated.name}, {"scope", jobs.scope}}, jobs.count.where));
            break;
        }
    }
}

}  // namespace

std::vector<vintage_pair> superseded_vintages(const std::vector<resolved_investment>& all) {
    std::map<std::string, std::size_t> newest;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const programme& each = all[i].stated;
        if (each.vintage_of.empty()) continue;
        const auto [known, is_first] = newest.emplace(each.vintage_of, i);
        if (!is_first && !(each.announced < all[known->second].stated.announced)) known->second = i;
    }
    std::vector<vintage_pair> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto found = newest.find(all[i].stated.vintage_of);
        if (found != newest.end() && found->second != i) out.push_back({i, found->second});
    }
    return out;
}

diagnostics warnings_of(const scenario& what, const resolved_case& resolved) {
    diagnostics out;
    warn_of_overlaps(what, resolved.investments, out);
    warn_of_vintages(resolved.investments, out);
    warn_of_payers(resolved.investments, out);
    warn_of_job_kinds(resolved.investments, out);
    warn_of_scopes(resolved.investments, out);
    return out;
}

}  // namespace outlay
