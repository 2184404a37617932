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

std::string truth(bool value) { return value ? "true" : "false"; }

template <class Kind>
std::string enumerator(std::string_view type, Kind value) {
    return "static_cast<" + std::string(type) + ">(" + std::to_string(static_cast<unsigned>(value)) + ")";
}

}  // namespace

cpp_file message_table(const std::vector<message_row>& rows) {
    cpp_file file("config/messages/", {"base/message.hpp"});
    std::vector<std::string> out;
    for (const auto& row : rows) out.push_back(list({literal(row.language), literal(row.id), literal(row.text)}));
    file.array("message_row", "messages", out);
    file.accessor("message_row", "embedded_messages", "messages", out.empty());
    return file;
}

cpp_file currency_tables(const config_folder& facts) {
    cpp_file file("config/currencies.csv and config/symbols.csv", {"money/currency.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.currencies)
        rows.push_back(list({code(row.code), std::to_string(row.numeric), std::to_string(row.minor_units),
                             std::to_string(row.quote_rank), literal(row.name), literal(row.symbol),
                             literal(row.valid_from), literal(row.valid_to), code(row.successor)}));
    file.array("currency", "currencies", rows);
    file.accessor("currency", "embedded_currencies", "currencies", rows.empty());

    std::vector<std::string> symbols;
    for (const auto& row : facts.symbols)
        symbols.push_back(list({literal(row.symbol), literal(row.language), literal(row.candidates), literal(row.reason)}));
    file.array("currency_symbol", "symbols", symbols);
    file.accessor("currency_symbol", "embedded_symbols", "symbols", symbols.empty());
    return file;
}

cpp_file economy_table(const config_folder& facts) {
    cpp_file file("config/economies.csv", {"economy/economy.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.economies)
        rows.push_back(list({literal(row.code), literal(row.alpha3), literal(row.name), literal(row.name_ko), code(row.currency)}));
    file.array("economy", "economies", rows);
    file.accessor("economy", "embedded_economies", "economies", rows.empty());
    return file;
}

cpp_file setting_table(const config_folder& facts) {
    cpp_file file("config/settings.csv", {"engine.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.settings) rows.push_back(list({literal(row.name), literal(row.value)}));
    file.array("setting", "settings", rows);
    file.accessor("setting", "embedded_settings", "settings", rows.empty());
    return file;
}

cpp_file calendar_table(const config_folder& facts) {
    cpp_file file("config/calendars.csv", {"economy/fiscal_calendar.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.calendars)
        rows.push_back(list({literal(row.name), std::to_string(row.first_month), std::to_string(row.first_day),
                             truth(row.named_by_end), literal(row.title), literal(row.source)}));
    file.array("fiscal_calendar", "calendars", rows);
    file.accessor("fiscal_calendar", "embedded_calendars", "calendars", rows.empty());
    return file;
}

cpp_file programme_table(const config_folder& facts) {
    cpp_file file("config/programmes/", {"engine.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.programmes) {
        const auto name = "programmes/" + std::filesystem::path(row.file).filename().string();  // not where it was built
        rows.push_back(list({literal(row.id), literal(name), literal(row.text)}));
    }
    file.array("programme_text", "programmes", rows);
    file.accessor("programme_text", "embedded_programmes", "programmes", rows.empty());
    return file;
}

cpp_file format_table(const config_folder& facts) {
    cpp_file file("config/formats.csv", {"engine.hpp"});
    std::vector<std::string> rows;
    for (const auto& row : facts.formats) rows.push_back(list({literal(row.locale), literal(row.key), literal(row.value)}));
    file.array("format_row", "formats", rows);
    file.accessor("format_row", "embedded_formats", "formats", rows.empty());
    return file;
}

cpp_file rate_tables(const config_folder& facts) {
    cpp_file file("config/rates/", {"rates/rate_publisher.hpp", "rates/rate_table.hpp"});
    std::vector<std::string> sources;
    for (const auto& row : facts.rate_sources) {
        const auto name = "rates/" + std::filesystem::path(row.file).filename().string();  // not where it was built
        sources.push_back(list({literal(row.name), literal(row.address), literal(row.licence), literal(row.date),
                                literal(name), enumerator("rate_kind", row.kind), enumerator("rate_side", row.side),
                                enumerator("rate_period", row.period)}));
    }
    file.array("rate_source", "sources", sources);
    file.accessor("rate_source", "embedded_rate_sources", "sources", sources.empty());

    std::vector<std::string> quotes;
    for (const auto& row : facts.quotes)
        quotes.push_back(list({list({code(row.pair.base), code(row.pair.quote)}), std::to_string(row.day),
                               std::to_string(row.coefficient), std::to_string(row.scale), std::to_string(row.source),
                               std::to_string(row.until)}));
    file.array("quote", "quotes", quotes);
    file.accessor("quote", "embedded_quotes", "quotes", quotes.empty());

    std::vector<std::string> publishers;
    for (const auto& row : facts.rate_publishers)
        publishers.push_back(list({literal(row.id), literal(row.layout), code(row.base), enumerator("rate_kind", row.kind),
                                   enumerator("rate_period", row.period), literal(row.areas), literal(row.name),
                                   literal(row.address), literal(row.licence)}));
    file.array("rate_publisher", "publishers", publishers);
    file.accessor("rate_publisher", "embedded_rate_publishers", "publishers", publishers.empty());

    std::vector<std::string> codes;
    for (const auto& row : facts.rate_series_codes)
        codes.push_back(list({literal(row.code), list({code(row.pair.base), code(row.pair.quote)}), literal(row.publisher),
                              enumerator("rate_period", row.period)}));
    file.array("rate_series_code", "series_codes", codes);
    file.accessor("rate_series_code", "embedded_rate_series_codes", "series_codes", codes.empty());
    return file;
}

cpp_file indicator_tables(const config_folder& facts) {
    cpp_file file("config/economy/", {"economy/indicator.hpp"});
    std::vector<std::string> codes;
    for (const auto& row : facts.indicator_codes)
        codes.push_back(list({literal(row.code), enumerator("indicator", row.what), code(row.currency), literal(row.name)}));
    file.array("indicator_code", "indicator_codes", codes);
    file.accessor("indicator_code", "embedded_indicator_codes", "indicator_codes", codes.empty());

    std::vector<std::string> series;
    for (const auto& row : facts.indicator_series) {
        const auto name = "economy/" + std::filesystem::path(row.file).filename().string();  // not where it was built
        series.push_back(list({literal(row.code), literal(row.name), code(row.currency), literal(row.source),
                               literal(row.address), literal(row.licence), literal(row.date), literal(name)}));
    }
    file.array("indicator_series", "series", series);
    file.accessor("indicator_series", "embedded_indicator_series", "series", series.empty());

    std::vector<std::string> rows;
    for (const auto& row : facts.observations)
        rows.push_back(list({enumerator("indicator", row.what), "economy_code(" + literal(row.economy.text()) + ")",
                             std::to_string(row.year), std::to_string(row.coefficient), std::to_string(row.scale),
                             std::to_string(row.series)}));
    file.array("observation", "observations", rows);
    file.accessor("observation", "embedded_observations", "observations", rows.empty());
    return file;
}

cpp_file language_tables(const config_folder& facts) {
    cpp_file file("config/languages/", {"language/lexicon.hpp"});
    const auto& words = facts.language_words;
    std::vector<std::string> phrases;
    for (const auto& row : words.phrases)
        phrases.push_back(list({literal(row.text), std::to_string(row.languages) + "U", std::to_string(row.first),
                                std::to_string(row.count), std::to_string(row.shorter)}));
    std::vector<std::string> terms;
    for (const auto& row : words.terms)
        terms.push_back(list({enumerator("term_class", row.kind), std::to_string(row.language), std::to_string(row.flags),
                              literal(row.value), literal(row.written)}));
    std::vector<std::string> buckets;
    for (const auto& row : words.buckets) buckets.push_back(list({std::to_string(row.first), std::to_string(row.longest)}));
    file.array("phrase", "phrases", phrases);
    file.array("term", "terms", terms);
    file.array("phrase_bucket", "buckets", buckets);
    std::vector<std::string> rows;
    for (const auto& row : facts.languages) {
        const auto& head = row.head();
        const auto style = list({literal(head.style.group), literal(head.style.decimal), truth(head.style.indian_groups)});
        rows.push_back("lexicon(" + list({literal(head.tag), literal(head.name), literal(head.aliases), literal(head.scripts),
                                          literal(head.companion), style, truth(head.spaced), truth(head.continuous), truth(head.compounds),
                                          literal(head.letters), literal(head.endings), literal(head.noun_endings)}) +
                       ", " + (phrases.empty() ? "{}" : "{phrases, terms, buckets}") + ", " + std::to_string(row.number()) + ")");
    }
    file.array("lexicon", "lexicons", rows);
    file.accessor("lexicon", "embedded_lexicons", "lexicons", rows.empty());
    return file;
}

}  // namespace outlay::embed
