// sweep_axis: the words of --vary.
#include <outlay/analysis/sweep.hpp>

namespace outlay {

namespace {

constexpr std::size_t most_values = 1'000'000;

class axis_reader {
public:
    axis_reader(const engine& data, const scenario& what, std::string_view text, std::optional<place> where)
        : data_(data), what_(what), text_(text), where_(std::move(where)) {}

    result<sweep_axis> read() {
        const auto equals = text_.rfind('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == text_.size()) return malformed();
        auto input = read_input(data_, what_, text_.substr(0, equals), where_);
        if (!input) return input.problems();
        axis_.input = std::move(*input);
        const auto values = text_.substr(equals + 1);
        const auto dots = values.find("..");
        const auto problems = dots == std::string_view::npos ? read_list(values) : read_steps(values, dots);
        if (!problems.empty()) return problems;
        return std::move(axis_);
    }

private:
    [[nodiscard]] diagnostic malformed() const { return make_diagnostic("vary-malformed", {{"text", text_}}, where_); }

    [[nodiscard]] result<input_value> value(std::string_view words) const {
        return read_input_value(data_, what_, axis_.input, words, where_);
    }

    diagnostics read_list(std::string_view values) {
        for (std::size_t begin = 0; begin <= values.size();) {
            const auto end = std::min(values.find(',', begin), values.size());
            auto read = value(values.substr(begin, end - begin));
            if (!read) return read.problems();
            axis_.values.push_back(std::move(*read));
            begin = end + 1;
        }
        return {};
    }

    diagnostics read_steps(std::string_view values, std::size_t dots) {
        const auto colon = values.find(':', dots);
        if (colon == std::string_view::npos) return {malformed()};
        auto first = value(values.substr(0, dots));
        auto last = value(values.substr(dots + 2, colon - dots - 2));
        auto step = value(values.substr(colon + 1));
        diagnostics problems;
        for (const auto* each : {&first, &last, &step})
            for (diagnostic& problem : each->problems()) problems.push_back(std::move(problem));
        if (!problems.empty()) return problems;
        if (first->form.currency != last->form.currency || first->form.unit != last->form.unit) return {malformed()};
        if (last->amount < first->amount) return {make_diagnostic("vary-order", {{"text", text_}}, where_)};
        const ratio count = (last->amount - first->amount) / step->amount + 1;
        if (count > most_values)
            return {make_diagnostic("vary-too-many", {{"most", std::to_string(most_values)}}, where_)};
        for (ratio amount = first->amount; amount <= last->amount; amount += step->amount)
            axis_.values.push_back({amount, first->form, first->is_part});
        return {};
    }

    const engine& data_;
    const scenario& what_;
    std::string_view text_;
    std::optional<place> where_;
    sweep_axis axis_;
};

}  // namespace

result<sweep_axis> read_axis(const engine& data, const scenario& what, std::string_view text,
                             std::optional<place> where) {
    return axis_reader(data, what, text, std::move(where)).read();
}

}  // namespace outlay
