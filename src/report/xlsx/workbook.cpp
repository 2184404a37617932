// workbook: the parts of the package, sheet by sheet.
#include "report/xlsx/workbook.hpp"

#include "report/xlsx/archive.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/number/rounding.hpp>

#include <algorithm>

namespace outlay::xlsx {

namespace {

constexpr std::string_view header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_schema = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations_schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_relations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr int exact_digits = 15;
constexpr int kept_digits = 17;  // a double is told apart by so many

/// XML text: escaped, without the control characters that XML cannot hold.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_at(text, at);
        const bool allowed = c.valid && (c.value >= 0x20 || c.value == '\n' || c.value == '\t');
        if (c.value == '<') out += "&lt;";
        else if (c.value == '>') out += "&gt;";
        else if (c.value == '&') out += "&amp;";
        else if (c.value == '"') out += "&quot;";
        else if (allowed) out += text.substr(at, c.length);
        else out += "\xEF\xBF\xBD";
        at += c.length;
    }
    return out;
}

std::string number_text(const ratio& value) {
    if (const auto exact = exact_decimal(value); exact && exact->significant_digits() <= kept_digits) return exact->normalized().text();
    return round_significant(value, kept_digits, rounding_mode::half_even).normalized().text();
}

std::string cell_xml(int row, int column, const cell& c) {
    std::string out = "<c r=\"" + cell_name(row, column) + "\" s=\"" + std::to_string(static_cast<int>(c.style)) + "\"";
    if (c.number) {
        out += ">";
        if (!c.formula.empty()) out += "<f>" + escaped(c.formula) + "</f>";
        return out + "<v>" + number_text(*c.number) + "</v></c>";
    }
    if (c.text.empty()) return out + "/>";
    return out + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(c.text) + "</t></is></c>";
}

std::string columns_xml(const sheet& s) {
    if (s.widths.empty()) return {};
    std::string out = "<cols>";
    for (std::size_t i = 0; i < s.widths.size(); ++i) {
        const auto n = std::to_string(i + 1);
        out += "<col min=\"" + n + "\" max=\"" + n + "\" width=\"" + std::to_string(s.widths[i]) + "\" customWidth=\"1\"/>";
    }
    return out + "</cols>";
}

std::string sheet_xml(const sheet& s, bool has_comments) {
    std::string out(header);
    out.append("<worksheet xmlns=\"").append(main_schema).append("\" xmlns:r=\"").append(relations_schema).append("\">");
    out += columns_xml(s) + "<sheetData>";
    int open = 0;
    for (const auto& [at, c] : s.cells) {
        if (at.first != open) {
            if (open != 0) out += "</row>";
            open = at.first;
            out += "<row r=\"" + std::to_string(open) + "\">";
        }
        out += cell_xml(at.first, at.second, c);
    }
    if (open != 0) out += "</row>";
    out += "</sheetData>";
    if (has_comments) out += "<legacyDrawing r:id=\"rId1\"/>";
    return out + "</worksheet>";
}

bool has_comments(const sheet& s) {
    return std::ranges::any_of(s.cells, [](const auto& entry) { return !entry.second.comment.empty(); });
}

std::string comments_xml(const sheet& s) {
    std::string out(header);
    out.append("<comments xmlns=\"").append(main_schema).append("\"><authors><author>outlay</author></authors><commentList>");
    for (const auto& [at, c] : s.cells)
        if (!c.comment.empty())
            out += "<comment ref=\"" + cell_name(at.first, at.second) + "\" authorId=\"0\"><text><t xml:space=\"preserve\">" +
                   escaped(c.comment) + "</t></text></comment>";
    return out + "</commentList></comments>";
}

/// The boxes that comments are shown in: a drawing of an older kind, which every spreadsheet still wants.
std::string boxes_xml(const sheet& s) {
    std::string out =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"box\" coordsize=\"21600,21600\" o:spt=\"202\" "
        "path=\"m,l,21600r21600,l21600,xe\"/>";
    int number = 1;
    for (const auto& [at, c] : s.cells) {
        if (c.comment.empty()) continue;
        const auto row = std::to_string(at.first - 1);
        const auto column = std::to_string(at.second - 1);
        const auto anchor = std::to_string(at.second) + ",15," + row + ",2," + std::to_string(at.second + 4) + ",15," +
                            std::to_string(at.first + 5) + ",4";
        out += "<v:shape id=\"s" + std::to_string(number++) +
               "\" type=\"#box\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\">"
               "<x:ClientData ObjectType=\"Note\"><x:Anchor>" + anchor + "</x:Anchor><x:Row>" + row + "</x:Row><x:Column>" +
               column + "</x:Column></x:ClientData></v:shape>";
    }
    return out + "</xml>";
}

// In the order of `look`.
constexpr std::string_view styles =
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.######\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00##########\"/></numFmts>"
    "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"7\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment wrapText=\"1\" "
    "vertical=\"top\"/></xf></cellXfs>";

std::string styles_xml() {
    std::string out(header);
    return out.append("<styleSheet xmlns=\"").append(main_schema).append("\">").append(styles).append("</styleSheet>");
}

std::string workbook_xml(const workbook& w) {
    std::string out(header);
    out.append("<workbook xmlns=\"").append(main_schema).append("\" xmlns:r=\"").append(relations_schema).append("\"><sheets>");
    for (std::size_t i = 1; i <= w.sheets.size(); ++i)
        out += "<sheet name=\"" + escaped(w.sheets[i - 1].name) + "\" sheetId=\"" + std::to_string(i) + "\" r:id=\"rId" +
               std::to_string(i) + "\"/>";
    out += "</sheets>";
    if (!w.names.empty()) {
        out += "<definedNames>";
        for (const auto& n : w.names) out += "<definedName name=\"" + escaped(n.name) + "\">" + escaped(n.refers_to) + "</definedName>";
        out += "</definedNames>";
    }
    return out + "<calcPr fullCalcOnLoad=\"1\"/></workbook>";
}

std::string relation(int number, std::string_view kind, const std::string& target) {
    return "<Relationship Id=\"rId" + std::to_string(number) + "\" Type=\"" + std::string(relations_schema) + "/" +
           std::string(kind) + "\" Target=\"" + target + "\"/>";
}

std::string relations_xml(const std::string& relations) {
    return std::string(header) + "<Relationships xmlns=\"" + std::string(package_relations) + "\">" + relations + "</Relationships>";
}

std::string types_xml(const workbook& w) {
    constexpr std::string_view kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const auto part = [&](const std::string& name, std::string_view type) {
        return "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + std::string(kind) + std::string(type) + "+xml\"/>";
    };
    std::string out(header);
    out += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>";
    out += part("workbook.xml", "sheet.main") + part("styles.xml", "styles");
    for (std::size_t i = 1; i <= w.sheets.size(); ++i) {
        const auto n = std::to_string(i);
        out += part("worksheets/sheet" + n + ".xml", "worksheet");
        if (has_comments(w.sheets[i - 1])) out += part("comments" + n + ".xml", "comments");
    }
    return out + "</Types>";
}

}  // namespace

std::string cell_name(int row, int column) {
    std::string letters;
    for (int left = column; left > 0; left = (left - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters + std::to_string(row);
}

bool is_exact_in_a_cell(const ratio& value) {
    const auto exact = exact_decimal(value);
    return exact && exact->significant_digits() <= exact_digits;
}

std::string workbook::file() const {
    archive out;
    out.add("[Content_Types].xml", types_xml(*this));
    out.add("_rels/.rels", relations_xml(relation(1, "officeDocument", "xl/workbook.xml")));
    out.add("xl/workbook.xml", workbook_xml(*this));
    std::string relations;
    const int count = static_cast<int>(sheets.size());
    for (int i = 1; i <= count; ++i) relations += relation(i, "worksheet", "worksheets/sheet" + std::to_string(i) + ".xml");
    out.add("xl/_rels/workbook.xml.rels", relations_xml(relations + relation(count + 1, "styles", "styles.xml")));
    out.add("xl/styles.xml", styles_xml());
    for (int i = 1; i <= count; ++i) {
        const auto& s = sheets[static_cast<std::size_t>(i) - 1];
        const auto n = std::to_string(i);
        const bool noted = has_comments(s);
        out.add("xl/worksheets/sheet" + n + ".xml", sheet_xml(s, noted));
        if (!noted) continue;
        out.add("xl/worksheets/_rels/sheet" + n + ".xml.rels",
                relations_xml(relation(1, "vmlDrawing", "../drawings/boxes" + n + ".vml") + relation(2, "comments", "../comments" + n + ".xml")));
        out.add("xl/comments" + n + ".xml", comments_xml(s));
        out.add("xl/drawings/boxes" + n + ".vml", boxes_xml(s));
    }
    return std::move(out).finish();
}

}  // namespace outlay::xlsx
