#include "expression/operand.hpp"

#include "expression/names.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view percent = "%";
constexpr std::string_view property_joints = " .";

class operand_reader {
public:
    operand_reader(const engine& data, const source& text, std::size_t begin, std::size_t end,
                   const expression_scope& scope)
        : data_(data), text_(text), begin_(begin), end_(end), scope_(scope), words_(text.slice(begin, end)),
          reading_{scope.language, std::nullopt} {}

    [[nodiscard]] result<expression_node> run() const {
        if (auto unit = find_unit(data_, words_)) {
            auto node = made(operation::unit);
            node.unit = std::move(*unit);
            return node;
        }
        if (words_ == "_") return last();
        if (auto number = plain_number()) return *number;
        if (auto named = name()) return *named;
        auto read = read_figure();
        if (read || has_digit()) return read;
        return unknown_name();
    }

    [[nodiscard]] result<expression_node> only_name() const {
        if (auto named = name()) return *named;
        return unknown_name();
    }

private:
    [[nodiscard]] expression_node made(operation kind) const {
        expression_node node;
        node.kind = kind;
        node.begin = begin_;
        node.end = end_;
        return node;
    }
    [[nodiscard]] place where() const { return text_.at(begin_, end_); }
    [[nodiscard]] bool has_digit() const {
        return std::ranges::any_of(words_, [](char c) { return c >= '0' && c <= '9'; });
    }

    [[nodiscard]] result<expression_node> last() const {
        if (!scope_.last) return make_diagnostic("last-missing", {}, where());
        auto node = made(operation::last);
        node.unit = *scope_.last;
        return node;
    }

    [[nodiscard]] expression_node number_node(const interval<decimal>& amount, const decimal& written) const {
        auto node = made(operation::number);
        node.stated.kind = figure_kind::count;
        node.stated.amount = amount;
        node.stated.written = written;
        return node;
    }

    /// "4", "0.5", "12.5%", "100,000", "2조": a number of nothing.
    [[nodiscard]] std::optional<expression_node> plain_number() const {
        auto words = words_;
        const bool is_share = words.ends_with(percent);
        if (is_share) words.remove_suffix(percent.size());
        while (words.ends_with(' ')) words.remove_suffix(1);
        auto amount = bare_amount(words);
        if (!amount) return std::nullopt;
        if (!is_share) return number_node(amount->amount, amount->written);
        const decimal hundredth(1, 2);
        const auto share = [&](std::optional<decimal>& bound) {
            if (bound) bound = *bound * hundredth;
        };
        share(amount->amount.low);
        share(amount->amount.high);
        share(amount->amount.central);
        return number_node(amount->amount, amount->written * hundredth);
    }

    [[nodiscard]] std::optional<figure> bare_amount(std::string_view words) const {
        if (const auto value = decimal::parse(words)) {
            figure plain;
            plain.amount = interval<decimal>::point(*value);
            plain.written = *value;
            return plain;
        }
        if (!read_figures(data_, words, reading_).empty()) return std::nullopt;  // it counts something, or is money
        // Read with a noun that the language has, whatever it counts.
        for (const auto kind : {figure_kind::count, figure_kind::jobs, figure_kind::duration})
            if (auto read = read_one(data_, words, kind, reading_)) return std::move(*read);
        return std::nullopt;
    }

    [[nodiscard]] result<expression_node> read_figure() const {
        const auto found = read_figures(data_, words_, reading_);
        const auto kind = found.empty() ? figure_kind::money : found.front().kind;
        if (kind == figure_kind::date)
            return make_diagnostic("expression-date", {{"text", words_}}, where());
        auto read = read_one(data_, text_, begin_, end_, kind, reading_);
        if (!read) return with_advice(read.problems(), found);
        auto node = made(operation::figure);
        node.stated = std::move(read).value();
        node.unit = kind == figure_kind::money ? unit_product::of(node.stated.currency) : unit_product::of(node.stated.unit);
        if (node.stated.per != per_unit::none)
            node.unit = node.unit * unit_product::of(to_text(node.stated.per)).inverse();
        return node;
    }

    /// "$500 billion over 4 years" is no operand: what the two would be as an expression.
    [[nodiscard]] diagnostics with_advice(diagnostics problems, const std::vector<figure>& found) const {
        const bool spread = found.size() == 2 && found[0].kind == figure_kind::money && found[1].kind == figure_kind::duration;
        if (!spread || problems.empty()) return problems;
        const auto amount = words_.substr(found[0].begin, found[0].end - found[0].begin);
        problems.front().remedy = message("expression-spread", {{"amount", amount}, {"duration", without_lead(found[1])}});
        return problems;
    }

    /// "over the next 4 years" without what leads to it.
    [[nodiscard]] std::string_view without_lead(const figure& duration) const {
        auto shortest = words_.substr(duration.begin, duration.end - duration.begin);
        for (auto space = shortest.find(' '); space != std::string_view::npos; space = shortest.find(' ')) {
            const auto rest = shortest.substr(space + 1);
            const auto again = read_one(data_, rest, figure_kind::duration, reading_);
            if (!again || again->amount != duration.amount) break;
            shortest = rest;
        }
        return shortest;
    }

    [[nodiscard]] std::optional<result<expression_node>> named(std::string_view words, std::string_view property) const {
        auto found = find_programmes(data_, scope_.programmes.first(std::min(scope_.own, scope_.programmes.size())), words);
        if (found.empty()) found = find_programmes(data_, scope_.programmes, words);
        if (found.empty()) return std::nullopt;
        if (found.size() > 1) return ambiguous(words, found);
        auto node = made(operation::name);
        node.programme = found.front();
        node.metric = property.empty() ? "outlay" : property;
        return node;
    }

    [[nodiscard]] diagnostic ambiguous(std::string_view words, const std::vector<std::size_t>& found) const {
        std::string names;
        for (const auto i : found) {
            const auto& p = scope_.programmes[i];
            names.append(names.empty() ? "" : ", ").append(p.id.empty() ? p.name : p.id);
        }
        return make_diagnostic("name-ambiguous", {{"name", words}, {"names", names}},
                               text_.at(begin_, begin_ + words.size()));
    }

    /// "Stargate", "stargate jobs", "stargate.per_job".
    [[nodiscard]] std::optional<result<expression_node>> name() const {
        if (scope_.programmes.empty()) return std::nullopt;
        if (auto whole = named(words_, {})) return whole;
        for (auto at = words_.find_last_of(property_joints); at != std::string_view::npos && at > 0;
             at = words_.find_last_of(property_joints, at - 1)) {
            const auto property = find_property(words_.substr(at + 1));
            auto head = words_.substr(0, at);
            while (head.ends_with(' ')) head.remove_suffix(1);
            if (!property.empty())
                if (auto part = named(head, property)) return part;
        }
        return std::nullopt;
    }

    [[nodiscard]] diagnostic unknown_name() const {
        // "per_job(Stargate)", "per_job of Stargate": what is asked of a name stands behind it.
        const auto first = words_.substr(0, words_.find(' '));
        if (const auto property = find_property(first); !property.empty())
            return make_diagnostic("property-before-name", {{"property", property}}, text_.at(begin_, begin_ + first.size()));
        std::vector<std::string_view> known;
        for (const auto& p : scope_.programmes) {
            known.push_back(p.name);
            for (std::size_t begin = 0; begin < p.name.size();) {
                const auto end = std::min(p.name.find(' ', begin), p.name.size());
                if (end > begin) known.push_back(std::string_view(p.name).substr(begin, end - begin));
                begin = end + 1;
            }
        }
        std::ranges::copy(property_names(), std::back_inserter(known));
        auto problem = make_diagnostic("name-unknown", {{"name", words_}}, where());
        problem.near = near_misses(words_, known);
        const auto joint = words_.find_last_of(property_joints);
        if (problem.near.empty() && joint != std::string_view::npos)
            problem.near = near_misses(words_.substr(joint + 1), property_names());
        return problem;
    }

    const engine& data_;
    const source& text_;
    std::size_t begin_;
    std::size_t end_;
    const expression_scope& scope_;
    std::string_view words_;
    read_options reading_;
};

}  // namespace

result<expression_node> read_operand(const engine& data, const source& text, std::size_t begin, std::size_t end,
                                     const expression_scope& scope) {
    return operand_reader(data, text, begin, end, scope).run();
}

result<expression_node> read_name(const engine& data, const source& text, std::size_t begin, std::size_t end,
                                  const expression_scope& scope) {
    return operand_reader(data, text, begin, end, scope).only_name();
}

}  // namespace outlay
