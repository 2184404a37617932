// The grammar of include/outlay/expression/expression.hpp, by recursive descent.
#include "expression/names.hpp"
#include "expression/operand.hpp"
#include "expression/scanner.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// Sums nest to the left: this bounds how deep an evaluation goes.
constexpr std::size_t most_nodes = 512;

/// Thrown within this file only: the first problem ends the reading of a line.
struct refused {
    diagnostics problems;
};

class expression_reader {
public:
    expression_reader(const engine& data, const source& text, const expression_scope& scope)
        : data_(data), text_(text), scope_(scope), line_(text.text()), scanner_(data, line_) {
        made_.text = text;
    }

    expression run() {
        if (line_.size() > longest_expression)
            fail("expression-too-long", 0, 0, {{"most", std::to_string(longest_expression)}});
        at_ = scanner_.past_spaces(0);
        if (at_ == line_.size()) fail("expression-empty", at_, at_);
        read_asked();
        made_.root = read_sum(0);
        if (peek() == sign::equals) {
            at_ += scanner_.sign_at(at_).length;
            made_.equals = read_sum(0);
        }
        if (at_ < line_.size()) unexpected();
        check_holes();
        return std::move(made_);
    }

private:
    [[noreturn]] void fail(diagnostic problem) const { throw refused{{std::move(problem)}}; }
    [[noreturn]] void fail(std::string_view id, std::size_t begin, std::size_t end, message_arguments more = {}) const {
        fail(make_diagnostic(id, more, text_.at(begin, end)));
    }
    template <class T>
    T taken(result<T> read) const {
        if (!read) throw refused{read.problems()};
        return std::move(read).value();
    }

    [[nodiscard]] sign peek() {
        at_ = scanner_.past_spaces(at_);
        return scanner_.sign_at(at_).what;
    }
    [[noreturn]] void unexpected() const {
        const auto stop = std::max(scanner_.words_end(at_), at_ + decode_length());
        fail("expression-unexpected", at_, stop, {{"text", line_.substr(at_, stop - at_)}});
    }
    [[nodiscard]] std::size_t decode_length() const {
        const auto found = scanner_.sign_at(at_);
        return found.length != 0 ? found.length : 1;
    }

    std::size_t add(expression_node node) {
        if (made_.nodes.size() >= most_nodes) fail("expression-too-long", node.begin, node.end, {{"most", std::to_string(longest_expression)}});
        made_.nodes.push_back(std::move(node));
        return made_.nodes.size() - 1;
    }
    std::size_t join(operation kind, std::size_t a, std::size_t b) {
        expression_node node;
        node.kind = kind;
        node.a = a;
        node.b = b;
        node.begin = made_.nodes[a].begin;
        node.end = made_.nodes[b].end;
        return add(std::move(node));
    }

    /// "? jobs:" before the equation.
    void read_asked() {
        if (peek() != sign::hole) return;
        const auto begin = at_ + scanner_.sign_at(at_).length;
        const auto colon = line_.find(':', begin);
        if (colon == std::string_view::npos) return;
        const auto first = scanner_.past_spaces(begin);
        const auto stop = std::min(scanner_.words_end(first), line_.size());
        if (stop < colon) return;
        auto end = colon;
        while (end > first && line_[end - 1] == ' ') --end;
        if (end > first) made_.asked = read_unit(first, end);
        at_ = colon + 1;
    }

    unit_product read_unit(std::size_t begin, std::size_t end) const {
        const auto words = line_.substr(begin, end - begin);
        if (auto unit = find_unit(data_, words)) return *unit;
        auto problem = make_diagnostic("unit-unknown", {{"unit", words}}, text_.at(begin, end));
        problem.near = near_units(words);
        fail(std::move(problem));
    }

    [[nodiscard]] std::vector<std::string> near_units(std::string_view words) const {
        std::vector<std::string_view> known;
        const auto* language = data_.find_language(scope_.language.empty() ? "en" : std::string_view(scope_.language));
        if (language != nullptr)
            for (const auto& p : language->phrases())
                for (const auto& t : language->terms_of(p))
                    if ((t.kind == term_class::currency && !is_code(p.text)) || t.kind == term_class::noun) known.push_back(p.text);
        if (words.size() <= 4)
            for (const auto& row : data_.currencies().rows())
                if (row.valid_to.empty()) known.push_back(row.code.text());
        return near_misses(words, known);
    }

    [[nodiscard]] bool is_code(std::string_view word) const {
        return word.size() == 3 && data_.currencies().find(currency_code(word)) != nullptr;
    }

    std::size_t read_sum(std::size_t depth) {
        if (depth > deepest_expression)
            fail("expression-too-deep", at_, at_, {{"most", std::to_string(deepest_expression)}});
        auto left = read_product(depth);
        for (;;) {
            const auto next = peek();
            if (const auto joint = scanner_.joint_at(at_); joint.word != keyword::none) {  // "->" is no minus
                left = read_clause(joint, left);
                continue;
            }
            if (next != sign::plus && next != sign::minus) return left;
            at_ += scanner_.sign_at(at_).length;
            left = join(next == sign::plus ? operation::add : operation::subtract, left, read_product(depth));
        }
    }

    std::size_t read_product(std::size_t depth) {
        auto left = read_per(depth);
        for (;;) {
            const auto next = peek();
            if (next != sign::times && next != sign::over) return left;
            at_ += scanner_.sign_at(at_).length;
            left = join(next == sign::times ? operation::multiply : operation::divide, left, read_per(depth));
        }
    }

    std::size_t read_per(std::size_t depth) {
        auto left = read_signed(depth);
        for (;;) {
            at_ = scanner_.past_spaces(at_);
            const auto joint = scanner_.joint_at(at_);
            if (joint.word != keyword::per) return left;
            at_ += joint.length;
            left = join(operation::per, left, read_signed(depth));
        }
    }

    std::size_t read_signed(std::size_t depth) {
        if (depth > deepest_expression)
            fail("expression-too-deep", at_, at_, {{"most", std::to_string(deepest_expression)}});
        if (peek() != sign::minus) return read_primary(depth);
        const auto begin = at_;
        at_ += scanner_.sign_at(at_).length;
        expression_node node;
        node.kind = operation::negate;
        node.a = read_signed(depth + 1);
        node.begin = begin;
        node.end = made_.nodes[node.a].end;
        return add(std::move(node));
    }

    std::size_t read_primary(std::size_t depth) {
        const auto next = peek();
        if (next == sign::open) return read_brackets(depth);
        if (next == sign::hole) return read_hole();
        if (next == sign::quote) return read_quoted();
        if (const auto named = match_name(scope_.programmes, line_, at_); named.length != 0) return read_whole_name(named);
        const auto begin = at_;
        const auto end = scanner_.words_end(at_);
        if (end <= begin || scanner_.joint_at(begin).word != keyword::none) missing_operand(begin);
        at_ = end;
        return add(taken(read_operand(data_, text_, begin, end, scope_)));
    }

    [[noreturn]] void missing_operand(std::size_t begin) const {
        const auto stop = begin < line_.size() ? begin + std::max(decode_length(), scanner_.joint_at(begin).length) : begin;
        fail("expression-operand-missing", begin, stop);
    }

    std::size_t read_brackets(std::size_t depth) {
        const auto begin = at_;
        at_ += scanner_.sign_at(at_).length;
        const auto inside = read_sum(depth + 1);
        if (peek() != sign::close) {
            if (at_ < line_.size()) unexpected();
            fail("expression-unclosed", begin, begin + 1);
        }
        at_ += scanner_.sign_at(at_).length;
        made_.nodes[inside].begin = begin;
        made_.nodes[inside].end = at_;
        return inside;
    }

    std::size_t read_hole() {
        expression_node node;
        node.kind = operation::hole;
        node.begin = at_;
        at_ += scanner_.sign_at(at_).length;
        node.end = at_;
        const auto first = scanner_.past_spaces(at_);
        const auto end = scanner_.joint_at(first).word == keyword::none ? scanner_.words_end(first) : first;
        if (end > first) {
            node.unit = read_unit(first, end);
            node.end = at_ = end;
        }
        return add(std::move(node));
    }

    std::size_t read_quoted() {
        const auto begin = at_;
        const auto stop = line_.find('"', begin + 1);
        if (stop == std::string_view::npos) fail("expression-unclosed", begin, begin + 1);
        at_ = stop + 1;
        auto node = taken(read_name(data_, text_, begin + 1, stop, scope_));
        node.begin = begin;
        node.end = at_;
        return with_property(std::move(node));
    }

    std::size_t read_whole_name(const name_match& named) {
        expression_node node;
        node.kind = operation::name;
        node.begin = at_;
        node.programme = named.programme;
        node.metric = "outlay";
        at_ += named.length;
        node.end = at_;
        return with_property(std::move(node));
    }

    /// "Stargate jobs", "Stargate.period".
    std::size_t with_property(expression_node node) {
        const bool is_joined = at_ < line_.size() && line_[at_] == '.';
        const auto first = is_joined ? at_ + 1 : scanner_.past_spaces(at_);
        const auto end = scanner_.joint_at(first).word == keyword::none ? scanner_.words_end(first) : first;
        if (end <= first) return add(std::move(node));
        const auto property = find_property(line_.substr(first, end - first));
        if (property.empty()) {
            auto problem = make_diagnostic("property-unknown", {{"word", line_.substr(first, end - first)}},
                                           text_.at(first, end));
            problem.near = near_misses(line_.substr(first, end - first), property_names());
            fail(std::move(problem));
        }
        node.metric = property;
        node.end = at_ = end;
        return add(std::move(node));
    }

    std::size_t read_clause(const keyword_list::match& joint, std::size_t left) {
        const auto word_begin = at_;
        const bool is_unit = joint.word == keyword::into;
        const auto first = scanner_.past_spaces(at_ + joint.length);
        const auto end = scanner_.clause_end(first, is_unit);
        if (end <= first || joint.word == keyword::per) missing_operand(first);
        at_ = end;
        if (is_unit) return read_target(left, first, end);
        const bool again = joint.word == keyword::at ? made_.rate.has_value() : made_.as_of.has_value();
        if (again) fail("expression-clause-twice", word_begin, end, {{"clause", line_.substr(word_begin, joint.length)}});
        const auto words = line_.substr(first, end - first);
        if (joint.word == keyword::as_of) return read_date(first, end), left;
        made_.rate = words;
        made_.rate_begin = first;
        made_.rate_end = end;
        return left;
    }

    void read_date(std::size_t begin, std::size_t end) {
        const auto words = line_.substr(begin, end - begin);
        if (const auto day = parse_date(words)) {
            made_.as_of = day;
            return;
        }
        const auto found = read_figures(data_, words, {scope_.language, std::nullopt});
        const bool is_day = found.size() == 1 && found[0].days && found[0].begin == 0 && found[0].end == words.size() &&
                            found[0].days->first == found[0].days->last;
        if (!is_day) fail("date-malformed", begin, end, {{"text", words}});
        made_.as_of = found[0].days->first;
    }

    /// "KRW", "KRW/job", "USD per job-year", "months".
    std::size_t read_target(std::size_t left, std::size_t begin, std::size_t end) {
        expression_node node;
        node.kind = operation::convert;
        node.a = left;
        node.begin = made_.nodes[left].begin;
        node.end = end;
        std::size_t parts = 0;
        for (auto at = begin; at < end; ++parts) {
            const auto [stop, joint] = unit_end(at, end);
            auto unit = read_unit(at, scanner_.without_spaces(at, stop));
            if (parts != 0) unit = unit.inverse();
            for (const auto& part : unit.parts())
                if (node.unit.find(part.dimension) != nullptr)
                    fail("unit-unknown", begin, end, {{"unit", line_.substr(begin, end - begin)}});
            node.unit = node.unit * unit;
            at = scanner_.past_spaces(stop + joint);
            if (joint != 0 && at >= end) missing_operand(end);
        }
        node.keeps_rest = parts == 1 && node.unit.parts().size() == 1;
        return add(std::move(node));
    }

    struct unit_stop {
        std::size_t at = 0;
        std::size_t joint = 0;  ///< length of the "/" or "per" there
    };
    /// Of one unit of a target; something stands before it.
    [[nodiscard]] unit_stop unit_end(std::size_t begin, std::size_t end) const {
        unit_stop stop{begin, 0};
        for (; stop.at < end && stop.joint == 0; stop.at += stop.joint == 0 ? 1 : 0) {
            if (const auto found = scanner_.sign_at(stop.at); found.what == sign::over) stop.joint = found.length;
            else if (const auto word = scanner_.joint_at(stop.at); word.word == keyword::per) stop.joint = word.length;
        }
        if (scanner_.without_spaces(begin, stop.at) == begin) missing_operand(begin);
        return stop;
    }

    void check_holes() {
        const expression_node* hole = nullptr;
        for (const auto& node : made_.nodes) {
            if (node.kind != operation::hole) continue;
            if (hole != nullptr) fail("expression-hole-twice", node.begin, node.end);
            hole = &node;
        }
        if (hole != nullptr && !made_.equals) fail("expression-hole-alone", hole->begin, hole->end);
        if (hole == nullptr && (made_.equals || !made_.asked.is_none()))
            fail("expression-no-hole", made_.nodes[made_.root].begin, line_.size());
        if (hole != nullptr && !hole->unit.is_none() && made_.asked.is_none()) made_.asked = hole->unit;
    }

    const engine& data_;
    const source& text_;
    const expression_scope& scope_;
    std::string_view line_;
    line_scanner scanner_;
    expression made_;
    std::size_t at_ = 0;
};

}  // namespace

result<expression> read_expression(const engine& data, const source& text, const expression_scope& scope) {
    try {
        return expression_reader(data, text, scope).run();
    } catch (refused& problem) {
        return std::move(problem.problems);
    }
}

std::vector<currency_code> currencies_in(const expression& what, std::span<const scenario_investment> programmes) {
    std::vector<currency_code> found;
    const auto add = [&](currency_code code) {
        if (!code.empty() && std::ranges::find(found, code) == found.end()) found.push_back(code);
    };
    for (const auto& node : what.nodes) {
        add(node.unit.currency());
        if (node.kind == operation::name && programmes[node.programme].outlay)
            add(programmes[node.programme].outlay->value.currency);
    }
    return found;
}

}  // namespace outlay
