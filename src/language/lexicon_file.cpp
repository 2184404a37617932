#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>
#include <outlay/language/lexicon.hpp>
#include <outlay/number/decimal.hpp>

#include "word_index.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <memory>

namespace outlay {

namespace {

struct named_class {
    std::string_view name;
    term_class kind;
};
constexpr std::array<named_class, 33> class_names{{
    {"numeral", term_class::numeral}, {"article", term_class::article}, {"magnitude", term_class::magnitude},
    {"multiplier", term_class::multiplier}, {"several", term_class::several}, {"several_unit", term_class::several_unit},
    {"currency", term_class::currency}, {"country", term_class::country}, {"qualifier", term_class::qualifier},
    {"range", term_class::range}, {"per", term_class::per}, {"noun", term_class::noun}, {"filler", term_class::filler},
    {"counter", term_class::counter}, {"lead", term_class::lead}, {"trail", term_class::trail},
    {"particle", term_class::particle}, {"rank", term_class::rank}, {"month", term_class::month},
    {"date_word", term_class::date_word}, {"stop", term_class::stop}, {"function_word", term_class::function_word},
    {"number_sign", term_class::number_sign}, {"negative", term_class::negative}, {"equals", term_class::equals},
    {"noun_ending", term_class::noun_ending}, {"ending", term_class::ending}, {"joiner", term_class::joiner},
    {"point", term_class::point}, {"linker", term_class::linker}, {"minor", term_class::minor}, {"change", term_class::change},
    {"tie", term_class::tie},
}};

struct named_flag {
    std::string_view name;
    std::uint16_t flag;
};
constexpr std::array<named_flag, 10> flag_names{{
    {"before", term_before}, {"after", term_after}, {"attached", term_attached}, {"case", term_case},
    {"inside", term_inside}, {"weak", term_weak}, {"prefix", term_prefix}, {"open", term_open},
    {"generic", term_generic}, {"grouping", term_grouping},
}};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end != 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// The value column must be what the class needs.
bool value_fits(term_class kind, std::string_view value) {
    switch (kind) {
        case term_class::numeral: return decimal::parse(value).ok();
        case term_class::several: return decimal::parse(value).ok() || (!value.empty() && value.find_first_of("0123456789") == std::string_view::npos);
        case term_class::magnitude:
        case term_class::multiplier:
        case term_class::several_unit: {
            const auto exponent = decimal::parse(value);
            return exponent.ok() && exponent->scale() == 0 && exponent->sign() > 0 && *exponent <= decimal(30);
        }
        case term_class::month: {
            const auto month = decimal::parse(value);
            return month.ok() && *month >= decimal(1) && *month <= decimal(12);
        }
        case term_class::minor: return value.size() > 4 && value.substr(0, value.find(' ')).find_first_not_of("0123456789") == std::string_view::npos;
        case term_class::joiner: return value == "plain" || value == "inverted";
        case term_class::currency:
        case term_class::country:
        case term_class::qualifier:
        case term_class::range:
        case term_class::per:
        case term_class::noun:
        case term_class::counter:
        case term_class::lead:
        case term_class::trail:
        case term_class::rank:
        case term_class::tie:
        case term_class::date_word: return !value.empty();
        default: return true;
    }
}

/// Reads rows; what they say is kept by phrase until all are known.
class reader {
public:
    reader(const source& text, const csv_table& table) : text_(text), table_(table) {}

    diagnostics problems;
    std::map<std::string, std::vector<term>, std::less<>> by_phrase;
    std::deque<std::string> storage;  // a deque never moves its strings: terms may point into them
    std::string endings, noun_endings;

    void read_rows() {
        for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row);
    }

private:
    void read_row(std::size_t row) {
        const csv_cell& kind_cell = table_.cell(row, "class");
        const auto kind = std::find_if(class_names.begin(), class_names.end(),
                                       [&](const named_class& n) { return n.name == kind_cell.text; });
        if (kind == class_names.end()) return report_class(kind_cell);
        const std::uint16_t flags = read_flags(table_.cell(row, "when"));
        const csv_cell& value = table_.cell(row, "value");
        if (!value_fits(kind->kind, value.text))
            problems.push_back(make_diagnostic("term-value-malformed", {{"class", kind->name}, {"value", value.text}},
                                               text_.at(value.begin, value.end)));
        const std::string_view value_text = keep(value.text);
        for (const std::string_view words : split(table_.cell(row, "words").text, '|')) {
            if (kind->kind == term_class::ending) {
                add_to(endings, folded(words));
            } else if (kind->kind == term_class::noun_ending) {
                add_to(noun_endings, folded(words));
            } else {
                by_phrase[folded(words)].push_back({kind->kind, 0, flags, value_text, keep(words)});
            }
        }
    }

    std::uint16_t read_flags(const csv_cell& cell) {
        std::uint16_t flags = 0;
        for (const std::string_view name : split(cell.text, ' ')) {
            const auto flag = std::find_if(flag_names.begin(), flag_names.end(),
                                           [&](const named_flag& f) { return f.name == name; });
            if (flag == flag_names.end())
                problems.push_back(make_diagnostic("unknown-term-flag", {{"flag", name}}, text_.at(cell.begin, cell.end)));
            else
                flags = static_cast<std::uint16_t>(flags | flag->flag);
        }
        return flags;
    }

    void report_class(const csv_cell& cell) {
        std::vector<std::string_view> known;
        for (const named_class& n : class_names) known.push_back(n.name);
        diagnostic problem = make_diagnostic("unknown-term-class", {{"class", cell.text}}, text_.at(cell.begin, cell.end));
        problem.near = near_misses(cell.text, known);
        problems.push_back(std::move(problem));
    }

    static void add_to(std::string& list, std::string_view text) { list.append(list.empty() ? "" : " ").append(text); }
    std::string_view keep(std::string_view text) { return storage.emplace_back(text); }

    const source& text_;
    const csv_table& table_;
};

std::string header_value(const csv_table& table, std::string_view key) {
    const auto found = table.header.find(key);
    return found == table.header.end() ? std::string{} : found->second;
}

/// ". space '" → ". '" without the spaces between.
std::string separators(std::string_view list) {
    std::string marks;
    for (const std::string_view mark : split(list, ' ')) marks += mark == "space" ? std::string_view(" ") : mark;
    return marks;
}

}  // namespace

std::string_view to_text(term_class kind) {
    const auto found = std::find_if(class_names.begin(), class_names.end(), [&](const named_class& n) { return n.kind == kind; });
    return found->name;
}

result<lexicon_file> read_lexicon(const source& text) {
    auto table = read_csv(text, {"class", "words", "value", "when"});
    if (!table) return table.problems();

    lexicon_file file;
    file.tag = header_value(*table, "tag");
    file.name = header_value(*table, "title");
    file.aliases = header_value(*table, "aliases");
    file.scripts = header_value(*table, "scripts");
    file.companion = header_value(*table, "companion");
    file.group = separators(header_value(*table, "group"));
    file.decimal = separators(header_value(*table, "decimal"));
    file.letters = header_value(*table, "letters");
    const std::string spacing = header_value(*table, "words");
    file.continuous = spacing == "continuous";
    file.spaced = !file.continuous && spacing != "unspaced";
    file.indian_groups = header_value(*table, "grouping") == "indian";
    file.compounds = header_value(*table, "numbers") == "compound";
    const std::string era = header_value(*table, "era");
    for (const char c : era.substr(0, 4)) file.era = file.era * 10 + (c - '0');

    reader rows(text, *table);
    rows.read_rows();
    for (const std::string_view key : {std::string_view("tag"), std::string_view("scripts"), std::string_view("group"),
                                       std::string_view("decimal")})
        if (header_value(*table, key).empty())
            rows.problems.push_back(make_diagnostic("language-header-missing", {{"key", key}}, text.whole()));
    if (era.size() > 4 || era.find_first_not_of("0123456789") != std::string::npos)
        rows.problems.push_back(make_diagnostic("language-header-missing", {{"key", "era"}}, text.whole()));
    if (has_errors(rows.problems)) return std::move(rows.problems);

    file.endings = std::move(rows.endings);
    file.noun_endings = std::move(rows.noun_endings);
    auto storage = std::make_shared<lexicon_storage>();
    storage->texts = std::move(rows.storage);
    for (auto& [words, terms] : rows.by_phrase) {
        storage->phrases.push_back({storage->texts.emplace_back(words), 1, static_cast<std::uint32_t>(storage->terms.size()),
                                    static_cast<std::uint16_t>(terms.size()), 0});
        storage->terms.insert(storage->terms.end(), terms.begin(), terms.end());
    }
    index_phrases(*storage);
    file.rows = std::move(storage);
    return file;
}

lexicon lexicon_file::view() const {
    const language_head head{tag, name, aliases, scripts, companion, number_style{group, decimal, indian_groups},
                             spaced, continuous, compounds, letters, endings, noun_endings, era};
    return {head, rows->view(), 0};
}

}  // namespace outlay
