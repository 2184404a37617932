#include "cli/calculator.hpp"

#include <outlay/base/message.hpp>
#include <outlay/scenario/programme_library.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Problems of a line, as those of the file that it is a line of; one without a place is of the whole line.
diagnostics placed(diagnostics problems, const source& text, std::size_t line) {
    for (auto& problem : problems) {
        if (!problem.where) problem.where = text.at(0, text.text().size());
        if (problem.where->line != 0) problem.where->line += line - 1;
    }
    return problems;
}

/// Of the programmes that could be named those that the line names: an answer is kept with them for a session.
std::vector<scenario_investment> only_named(expression& line, const std::vector<scenario_investment>& known) {
    std::vector<std::size_t> kept;
    std::vector<scenario_investment> named;
    for (auto& node : line.nodes) {
        if (node.kind != operation::name) continue;
        const auto place = static_cast<std::size_t>(std::ranges::find(kept, node.programme) - kept.begin());
        if (place == kept.size()) {
            kept.push_back(node.programme);
            named.push_back(known[node.programme]);
        }
        node.programme = place;
    }
    return named;
}

/// The whole in another currency, where the line does not ask for one itself.
void convert_root(expression& line, currency_code to) {
    if (line.equals) return;
    const auto is_target = [](const expression_node& n) { return n.kind == operation::convert && !n.unit.currency().empty(); };
    if (std::ranges::any_of(line.nodes, is_target)) return;
    expression_node node;
    node.kind = operation::convert;
    node.a = line.root;
    node.begin = line.nodes[line.root].begin;
    node.end = line.nodes[line.root].end;
    node.unit = unit_product::of(to);
    node.keeps_rest = true;
    line.nodes.push_back(std::move(node));
    line.root = line.nodes.size() - 1;
}

}  // namespace

bool is_comment(std::string_view line) {
    const auto first = line.find_first_not_of(blanks);
    return first == std::string_view::npos || line[first] == '#';
}

rate_policy calculator::policy() const {
    auto policy = policy_as_of(session_.data, settings.as_of);
    if (!settings.as_of && settings.known.as_of) {
        policy.as_of = settings.known.as_of;
        policy.origin = as_of_origin::stated_by_scenario;
    }
    policy.given = settings.rates;
    policy.given.insert(policy.given.end(), settings.known.rates.begin(), settings.known.rates.end());
    policy.convention = settings.convention;
    return policy;
}

const calculator::programmes& calculator::library() const {
    if (library_) return *library_;
    library_.emplace();
    if (const auto read = read_programmes(session_.data))
        for (const auto& each : *read) library_->push_back(each.stated);
    return *library_;
}

/// A name that the session does not have is looked for among the programmes that are shipped.
result<calculator::read_line> calculator::read(const source& text) const {
    auto line = read_with(text, settings.known.investments);
    const bool has_id = std::ranges::any_of(session_.data.programmes(), [&](const programme_text& each) {
        return text.text().find(each.id) != std::string_view::npos;
    });
    const auto lacks_name = [](const result<expression>& read) { return !read && read.problems().front().id == "name-unknown"; };
    const auto found = [](result<expression>& read, const programmes& known) {
        auto whole = std::move(read).value();
        auto named = only_named(whole, known);
        return read_line{std::move(whole), std::move(named)};
    };
    if (line) return found(line, settings.known.investments);
    if ((!lacks_name(line) && !has_id) || session_.data.programmes().empty()) return line.problems();
    auto known = settings.known.investments;
    known.insert(known.end(), library().begin(), library().end());
    auto again = read_with(text, known);
    if (lacks_name(again)) return line.problems();
    if (!again) return again.problems();
    return found(again, known);
}

result<expression> calculator::read_with(const source& text, const programmes& known) const {
    expression_scope scope;
    scope.programmes = known;
    scope.own = settings.known.investments.size();
    if (last_) scope.last = last_->value->unit;
    scope.language = settings.language;
    return read_expression(session_.data, text, scope);
}

result<calculated> calculator::calculate(const read_line& read) const {
    calculated made;
    made.programmes = read.known;
    auto known = settings.known;
    known.investments = read.known;
    evaluation_options options;
    options.rates = policy();
    options.last = last_ ? last_->value.get() : nullptr;
    auto line = read.line;
    auto value = evaluate(session_.data, line, known, options);
    const bool has_money = value && !value->unit.currency().empty();
    if (has_money && !settings.to.empty() && value->unit.currency() != settings.to) {
        convert_root(line, settings.to);
        value = evaluate(session_.data, line, known, options);
    }
    if (!value) return value.problems();
    made.read = std::make_shared<const expression>(std::move(line));
    made.value = std::make_shared<const evaluation>(std::move(value).value());
    return made;
}

result<calculated> calculator::answer(const std::string& name, std::string_view text, std::size_t line) {
    const source typed(name, std::string(text));
    const auto parsed = read(typed);
    if (!parsed) return placed(parsed.problems(), typed, line);
    diagnostics problems;
    auto asked = policy();
    if (parsed->line.as_of) asked.as_of = parsed->line.as_of;
    if (!is_stocked_ || stocked_ != asked.as_of) {
        shelf_.stock(session_, asked, {}, problems);
        is_stocked_ = true;
        stocked_ = asked.as_of;
    }
    if (!problems.empty()) return problems;
    auto made = calculate(*parsed);
    if (!made) return placed(made.problems(), typed, line);
    made->line = line;
    last_ = *made;
    return made;
}

result<calculated> calculator::preview(std::string_view text) const {
    const auto parsed = read(source({}, std::string(text)));
    if (!parsed) return parsed.problems();
    return calculate(*parsed);
}

}  // namespace outlay::cli
