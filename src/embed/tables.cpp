#include "embed/tables.hpp"

#include <filesystem>

namespace outlay::embed {

namespace {

std::string list(const std::vector<std::string>& fields) {
    std::string out = "{";
    for (const auto& field : fields) {
        if (out.size() > 1) out += ", ";
        out += field;
    }
    return out + "}";
}

std::string code(currency_code value) {
    return value.empty() ? "currency_code{}" : "currency_code(" + literal(value.text()) + ")";
}

/// The rows, each as the texts of its cells.
template <class Row, class Cells>
std::vector<std::string> written(const std::vector<Row>& from, Cells cells) {
    std::vector<std::string> rows;
    rows.reserve(from.size());
    for (const auto& row : from) rows.push_back(list(cells(row)));
    return rows;
}

/// An array of rows, and the function that shows it: embedded_NAME().
void add_table(cpp_file& file, std::string_view type, const std::string& name, const std::vector<std::string>& rows) {
    const auto array = name + "_rows";
    file.array(type, array, rows);
    file.accessor(type, "embedded_" + name, array, rows.empty());
}

std::string pair_of(const currency_pair& pair) { return list({code(pair.base), code(pair.quote)}); }

/// The file's name below config/: not where it was built.
std::string name_in(std::string_view folder, std::string_view file) {
    return literal(std::string(folder) + "/" + std::filesystem::path(file).filename().string());
}

std::string truth(bool value) { return value ? "true" : "false"; }

template <class Kind>
std::string enumerator(std::string_view type, Kind value) {
    return "static_cast<" + std::string(type) + ">(" + std::to_string(static_cast<unsigned>(value)) + ")";
}

}  // namespace

using cells = std::vector<std::string>;

cpp_file message_table(const std::vector<message_row>& rows) {
    cpp_file file("config/messages/", {"base/message.hpp"});
    add_table(file, "message_row", "messages", written(rows, [](const message_row& row) {
                  return cells{literal(row.language), literal(row.id), literal(row.text)};
              }));
    return file;
}

cpp_file currency_tables(const config_folder& facts) {
    cpp_file file("config/currencies.csv and config/symbols.csv", {"money/currency.hpp"});
    add_table(file, "currency", "currencies", written(facts.currencies, [](const auto& row) {
                  return cells{code(row.code),
                               std::to_string(row.numeric),
                               std::to_string(row.minor_units),
                               std::to_string(row.quote_rank),
                               literal(row.name),
                               literal(row.symbol),
                               literal(row.valid_from),
                               literal(row.valid_to),
                               code(row.successor)};
              }));
    add_table(
        file, "currency_symbol", "symbols", written(facts.symbols, [](const auto& row) {
            return cells{literal(row.symbol), literal(row.language), literal(row.candidates), literal(row.reason)};
        }));
    return file;
}

cpp_file economy_table(const config_folder& facts) {
    cpp_file file("config/economies.csv", {"economy/economy.hpp"});
    add_table(file, "economy", "economies", written(facts.economies, [](const auto& row) {
                  return cells{literal(row.code), literal(row.alpha3), literal(row.name), literal(row.name_ko),
                               code(row.currency)};
              }));
    return file;
}

cpp_file setting_table(const config_folder& facts) {
    cpp_file file("config/settings.csv", {"engine.hpp"});
    add_table(file, "setting", "settings", written(facts.settings, [](const auto& row) {
                  return cells{literal(row.name), literal(row.value)};
              }));
    return file;
}

cpp_file calendar_table(const config_folder& facts) {
    cpp_file file("config/calendars.csv", {"economy/fiscal_calendar.hpp"});
    add_table(file, "fiscal_calendar", "calendars", written(facts.calendars, [](const auto& row) {
                  return cells{literal(row.name),
                               std::to_string(row.first_month),
                               std::to_string(row.first_day),
                               truth(row.named_by_end),
                               literal(row.title),
                               literal(row.source)};
              }));
    return file;
}

cpp_file programme_table(const config_folder& facts) {
    cpp_file file("config/programmes/", {"engine.hpp"});
    add_table(file, "programme_text", "programmes", written(facts.programmes, [](const auto& row) {
                  return cells{literal(row.id), name_in("programmes", row.file), literal(row.text)};
              }));
    return file;
}

cpp_file format_table(const config_folder& facts) {
    cpp_file file("config/formats.csv", {"engine.hpp"});
    add_table(file, "format_row", "formats", written(facts.formats, [](const auto& row) {
                  return cells{literal(row.locale), literal(row.key), literal(row.value)};
              }));
    return file;
}

cpp_file rate_tables(const config_folder& facts) {
    cpp_file file("config/rates/", {"rates/rate_publisher.hpp", "rates/rate_table.hpp"});
    add_table(file, "rate_source", "rate_sources", written(facts.rate_sources, [](const auto& row) {
                  return cells{literal(row.name),
                               literal(row.address),
                               literal(row.licence),
                               literal(row.date),
                               name_in("rates", row.file),
                               enumerator("rate_kind", row.kind),
                               enumerator("rate_side", row.side),
                               enumerator("rate_period", row.period)};
              }));
    add_table(file, "quote", "quotes", written(facts.quotes, [](const auto& row) {
                  return cells{pair_of(row.pair),         std::to_string(row.day),    std::to_string(row.coefficient),
                               std::to_string(row.scale), std::to_string(row.source), std::to_string(row.until)};
              }));
    add_table(file, "rate_publisher", "rate_publishers", written(facts.rate_publishers, [](const auto& row) {
                  return cells{literal(row.id),
                               literal(row.layout),
                               code(row.base),
                               enumerator("rate_kind", row.kind),
                               enumerator("rate_period", row.period),
                               literal(row.areas),
                               literal(row.name),
                               literal(row.address),
                               literal(row.licence)};
              }));
    add_table(file, "rate_series_code", "rate_series_codes", written(facts.rate_series_codes, [](const auto& row) {
                  return cells{literal(row.code), pair_of(row.pair), literal(row.publisher),
                               enumerator("rate_period", row.period)};
              }));
    return file;
}

cpp_file indicator_tables(const config_folder& facts) {
    cpp_file file("config/economy/", {"economy/indicator.hpp"});
    add_table(
        file, "indicator_code", "indicator_codes", written(facts.indicator_codes, [](const auto& row) {
            return cells{literal(row.code), enumerator("indicator", row.what), code(row.currency), literal(row.name)};
        }));
    add_table(file, "indicator_series", "indicator_series", written(facts.indicator_series, [](const auto& row) {
                  return cells{literal(row.code),   literal(row.name),           code(row.currency),
                               literal(row.source), literal(row.address),        literal(row.licence),
                               literal(row.date),   name_in("economy", row.file)};
              }));
    add_table(file, "observation", "observations", written(facts.observations, [](const auto& row) {
                  return cells{enumerator("indicator", row.what), "economy_code(" + literal(row.economy.text()) + ")",
                               std::to_string(row.year),          std::to_string(row.coefficient),
                               std::to_string(row.scale),         std::to_string(row.series)};
              }));
    return file;
}

cpp_file language_tables(const config_folder& facts) {
    cpp_file file("config/languages/", {"language/lexicon.hpp"});
    const auto& words = facts.language_words;
    file.array("phrase", "phrases", written(words.phrases, [](const auto& row) {
                   return cells{literal(row.text), std::to_string(row.languages) + "U", std::to_string(row.first),
                                std::to_string(row.count), std::to_string(row.shorter)};
               }));
    file.array("term", "terms", written(words.terms, [](const auto& row) {
                   return cells{enumerator("term_class", row.kind), std::to_string(row.language),
                                std::to_string(row.flags), literal(row.value), literal(row.written)};
               }));
    file.array("phrase_bucket", "buckets", written(words.buckets, [](const auto& row) {
                   return cells{std::to_string(row.first), std::to_string(row.longest)};
               }));
    std::vector<std::string> rows;
    for (const auto& row : facts.languages) {
        const auto& head = row.head();
        const auto style =
            list({literal(head.style.group), literal(head.style.decimal), truth(head.style.indian_groups)});
        rows.push_back(
            "lexicon(" +
            list({literal(head.tag), literal(head.name), literal(head.aliases), literal(head.scripts),
                  literal(head.companion), style, truth(head.spaced), truth(head.continuous), truth(head.compounds),
                  literal(head.letters), literal(head.endings), literal(head.noun_endings), std::to_string(head.era)}) +
            ", " + (words.phrases.empty() ? "{}" : "{phrases, terms, buckets}") + ", " + std::to_string(row.number()) +
            ")");
    }
    add_table(file, "lexicon", "lexicons", rows);
    return file;
}

}  // namespace outlay::embed
