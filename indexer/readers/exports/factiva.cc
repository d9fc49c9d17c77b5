// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/factiva.h"

#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/line_shape.h"
#include "indexer/readers/exports/export_labels.h"
#include "indexer/readers/exports/language_names.h"
#include "indexer/readers/exports/pieces.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace indexer {

namespace {

using archive::ZoneKind;
using Lines = std::span<const ExportLine>;

struct FieldCode {
    std::string_view code;
    ExportField field;
};

constexpr std::array<FieldCode, 28> codes{{
    {"HD", ExportField::title},         {"BY", ExportField::byline},
    {"CR", ExportField::credit},        {"WC", ExportField::other},
    {"PD", ExportField::date},          {"ET", ExportField::time},
    {"SN", ExportField::source},        {"SC", ExportField::other},
    {"SE", ExportField::section},       {"CLM", ExportField::other},
    {"ED", ExportField::other},         {"PG", ExportField::other},
    {"VOL", ExportField::other},        {"LA", ExportField::language},
    {"CY", ExportField::copyright},     {"LP", ExportField::body},
    {"TD", ExportField::body},          {"ART", ExportField::caption},
    {"CO", ExportField::organisations}, {"IN", ExportField::tags},
    {"NS", ExportField::tags},          {"RE", ExportField::places},
    {"IPD", ExportField::tags},         {"IPC", ExportField::other},
    {"PUB", ExportField::other},        {"RF", ExportField::other},
    {"CT", ExportField::other},         {"AN", ExportField::id},
}};

const FieldCode* code_named(std::string_view name) {
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const FieldCode& each) { return each.code == name; });
    return found == codes.end() ? nullptr : found;
}

struct CodedLine {
    const FieldCode* code = nullptr;
    std::string_view value;
};

/// "HD\tFerry saved", "HD   Ferry saved", "HD" alone. One blank is not enough: "IN the beginning".
std::optional<CodedLine> coded_line(std::string_view line) {
    const auto end = std::min(line.find_first_of(" \t\xc2"), line.size());
    if (end < 2 || end > 3) return std::nullopt;
    const auto* code = code_named(line.substr(0, end));
    if (code == nullptr) return std::nullopt;
    const auto rest = line.substr(end);
    const auto value = stripped(rest);
    const bool parted = rest.size() - value.size() > 1 || rest.starts_with('\t');
    if (!value.empty() && !parted) return std::nullopt;
    return CodedLine{code, value};
}

/// "gcat : Political News | gpol : Domestic Politics": the names behind the codes.
std::string without_codes(std::string_view value) {
    std::string names;
    for (auto part : archive::split(value, '|')) {
        part = archive::trimmed(part);
        constexpr std::size_t longest_code = 10;
        const auto colon = part.find(" : ");
        if (colon <= longest_code) part = archive::trimmed(part.substr(colon + 3));
        if (part.empty()) continue;
        if (!names.empty()) names += '|';
        names += part;
    }
    return names;
}

/// "355 words", "1,144 Wörter", "1 285 mots", "800字"
bool is_word_count(std::string_view line) {
    constexpr std::size_t longest = 24;
    constexpr std::array<std::string_view, 16> units{
        "words",    "word",   "mots",     "mot",     "w\u00f6rter", "wort",
        "palabras", "parole", "palavras", "woorden", "ord",         "\u0441\u043b\u043e\u0432",
        "\u5b57",   "\u8a9e", "wyrazy",   "slov"};
    if (line.size() > longest || line.empty() || line[0] < '0' || line[0] > '9') return false;
    const auto end = line.find_first_not_of("0123456789., \xc2\xa0");
    if (end == std::string_view::npos) return false;
    const std::string unit = archive::ascii_lower(stripped(line.substr(end)));
    return std::find(units.begin(), units.end(), unit) != units.end()
           || unit == "w\u00d6rter";  // in capitals
}

bool is_day_alone(std::string_view line) {
    constexpr std::size_t longest = 40;
    return line.size() <= longest && find_date(line).has_value();
}

/// "08:15", "8:15 AM"
bool is_time(std::string_view line) {
    constexpr std::size_t longest = 12;
    return line.size() <= longest && line.size() >= 4 && line[0] >= '0' && line[0] <= '9'
           && (line[1] == ':' || line[2] == ':');
}

/// "DGULL", "NYTF", "WSJO": the database's short name for a source.
bool is_source_code(std::string_view line) {
    constexpr std::size_t longest = 8;
    const auto plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return line.size() >= 2 && line.size() <= longest && line[0] >= 'A'
           && std::all_of(line.begin(), line.end(), plain);
}

bool is_language(std::string_view line) {
    constexpr std::size_t longest = 24;
    return line.size() <= longest && line.find(' ') == std::string_view::npos
           && !code_of_language(line).empty();
}

/// Where the count of words stands that a day follows; `lines.size()` when nowhere.
std::size_t count_line(Lines lines) {
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        if (is_word_count(lines[i].text) && is_day_alone(lines[i + 1].text)) return i;
    }
    return lines.size();
}

/// Whether code, language or rights come soon behind the day: then the fields are surely these.
bool has_plain_fields(Lines lines, std::size_t count) {
    constexpr std::size_t most_fields = 10;
    bool code = false, language = false, rights = false;
    for (std::size_t i = count + 2; i < lines.size() && i < count + 2 + most_fields; ++i) {
        code = code || is_source_code(lines[i].text);
        language = language || is_language(lines[i].text);
        rights = rights || is_rights_notice(lines[i].text);
    }
    return (code ? 1 : 0) + (language ? 1 : 0) + (rights ? 1 : 0) >= 2;
}

/// Section, headline, byline and credit above the count of words.
void read_upper_lines(PressDocument& document, Lines lines, std::string_view headline) {
    constexpr std::size_t most_lines = 8;  // what stands further up is the page around it
    if (lines.size() > most_lines) lines = lines.subspan(lines.size() - most_lines);
    std::size_t title = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i].text;
        if (!headline.empty()
                ? line == headline
                : byline_opening(line) == 0 && line.size() > lines[title].text.size()) {
            title = i;
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i].text;
        if (i == title) {
            document.take(ExportField::title, "HD", line);
        } else if (i < title) {
            document.take(ExportField::section, "SE", line);
            document.keep_line(ZoneKind::header, line);
        } else if (byline_opening(line) > 0 || (i == title + 1 && names_only(line))) {
            document.take(ExportField::byline, "BY", line);
        } else {
            document.keep_line(ZoneKind::credit, line);
        }
    }
}

/// What a line between source and language is: the source's code, a page or an edition.
std::string_view name_of_field(std::string_view line) {
    constexpr std::size_t longest_page = 4;
    const bool digits = line.find_first_of("0123456789") != std::string_view::npos;
    if (digits && line.size() <= longest_page) return "PG";
    return is_source_code(line) ? "SC" : "ED";
}

/// The publisher, which may stand between the text and its number: short, and no sentence.
bool is_publisher(Lines text) {
    constexpr std::size_t most_words = 8;
    if (text.size() < 2) return false;
    const auto line = text.back().text;
    return text.back().after_blank && !ends_sentence(line) && word_count(line) <= most_words;
}

std::optional<PressDocument> plain_document(Lines lines, std::string_view headline) {
    const std::size_t count = count_line(lines);
    if (count == lines.size() || !has_plain_fields(lines, count)) return std::nullopt;
    PressDocument document;
    read_upper_lines(document, lines.first(count), headline);
    document.take(ExportField::other, "WC", lines[count].text);
    const auto field = [&](ExportField what, std::string_view name, std::size_t at) {
        document.keep_line(ZoneKind::header, lines[at].text);
        document.take(what, name, lines[at].text);
    };
    std::size_t at = count + 1;
    field(ExportField::date, "PD", at++);
    if (at < lines.size() && is_time(lines[at].text)) {
        document.take(ExportField::time, "ET", lines[at++].text);
    }
    if (at < lines.size()) field(ExportField::source, "SN", at++);
    // Code, edition, page, volume, language, in this order; the rights end them, or the language.
    constexpr std::size_t most_fields = 10;
    std::size_t end = at;
    for (std::size_t i = at; i < lines.size() && i < at + most_fields; ++i) {
        const auto line = lines[i].text;
        if (is_language(line) && document.stated().language.empty()) {
            document.take(ExportField::language, "LA", line);
            end = i + 1;
        } else if (is_rights_notice(line)) {
            end = i;
            break;
        } else if (i == at && is_source_code(line)) {
            end = i + 1;
        }
    }
    for (; at < end; ++at) {
        if (is_language(lines[at].text)) continue;
        document.take(ExportField::other, name_of_field(lines[at].text), lines[at].text);
    }
    while (at < lines.size() && is_rights_notice(lines[at].text)) {
        document.take(ExportField::copyright, "CY", lines[at++].text);
    }
    const std::size_t begin = at;
    while (at < lines.size() && factiva_number(lines[at].text).empty()) ++at;
    Lines text = lines.subspan(begin, at - begin);
    const bool published = at < lines.size() && is_publisher(text);
    if (published) text = text.first(text.size() - 1);
    document.take(ExportField::body, "TD", paragraphs(text));
    if (published) document.keep_line(ZoneKind::credit, lines[at - 1].text);
    if (at < lines.size()) {
        document.take(ExportField::id, "AN", factiva_number(lines[at++].text));
    }
    for (; at < lines.size(); ++at) {
        document.keep_line(ZoneKind::furniture, lines[at].text);
    }
    return document;
}

/// Collects the lines of a coded field and takes it when the next begins.
class CodedDocuments {
public:
    std::vector<PressDocument> read(Lines lines) {
        for (std::size_t at = 0; at < lines.size();) {
            const auto coded = coded_line(lines[at].text);
            std::size_t end = at + 1;
            while (end < lines.size() && !coded_line(lines[end].text)) ++end;
            if (coded) field(*coded, lines.subspan(at + 1, end - at - 1));
            at = end;
        }
        keep();
        return std::move(documents_);
    }

private:
    void field(const CodedLine& coded, Lines rest) {
        const auto& [name, meaning] = *coded.code;
        // A headline behind a text begins the next document, whose number is missing.
        const bool upper = name == "HD" || name == "SE";
        if (upper && !document_.text().empty()) keep();
        std::vector<ExportLine> lines;
        if (!coded.value.empty()) lines.push_back({coded.value, true});
        lines.insert(lines.end(), rest.begin(), rest.end());
        std::string value = paragraphs(lines);
        if (meaning == ExportField::id) {
            if (const auto number = factiva_number(value); !number.empty()) value = number;
        } else if (meaning == ExportField::tags || meaning == ExportField::places
                   || meaning == ExportField::organisations) {
            value = without_codes(one_line(value));
        }
        document_.take(meaning, name, value);
    }

    void keep() {
        if (document_.has_words()) documents_.push_back(std::move(document_));
        document_ = PressDocument();
    }

    PressDocument document_;
    std::vector<PressDocument> documents_;
};

std::size_t coded_fields(Lines lines) {
    std::vector<std::string_view> seen;
    for (const auto& line : lines) {
        const auto coded = coded_line(line.text);
        if (!coded) continue;
        if (std::find(seen.begin(), seen.end(), coded->code->code) == seen.end()) {
            seen.push_back(coded->code->code);
        }
    }
    return seen.size();
}

bool has_codes(Lines lines) {
    constexpr std::size_t enough = 4;
    const auto is_one_of_text = [](const ExportLine& line) {
        const auto coded = coded_line(line.text);
        return coded && (coded->code->code == "HD" || coded->code->code == "SN");
    };
    return coded_fields(lines) >= enough && std::any_of(lines.begin(), lines.end(), is_one_of_text);
}

}  // namespace

bool is_factiva_code(std::string_view code) {
    return code_named(code) != nullptr;
}

std::string_view factiva_number(std::string_view line) {
    constexpr std::array<std::string_view, 6> openings{
        "Document ",
        "Dokument ",
        "Documento ",
        "Document\u00a0",
        "\u0414\u043e\u043a\u0443\u043c\u0435\u043d\u0442 ",
        "\u6587\u4ef6 "};
    constexpr std::size_t shortest = 18;
    constexpr std::size_t longest = 36;
    constexpr std::size_t fewest_digits = 10;
    for (const auto opening : openings) {
        if (!line.starts_with(opening)) continue;
        const auto number = stripped(line.substr(opening.size()));
        const auto digits = std::count_if(number.begin(), number.end(),
                                          [](char c) { return c >= '0' && c <= '9'; });
        const auto plain = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        if (number.size() >= shortest && number.size() <= longest
            && static_cast<std::size_t>(digits) >= fewest_digits
            && std::all_of(number.begin(), number.end(), plain)) {
            return number;
        }
    }
    return {};
}

bool begins_factiva(std::string_view head) {
    const auto lines = export_lines(head);
    if (lines.size() < 4) return false;
    if (has_codes(lines)) return true;
    const std::size_t count = count_line(lines);
    return count < lines.size() && has_plain_fields(lines, count);
}

std::size_t next_factiva_document(std::string_view text, std::size_t from, bool ended) {
    while (const auto line = whole_line(text, from, ended)) {
        auto number = line->text;
        if (const auto coded = coded_line(number); coded && coded->code->code == "AN") {
            number = coded->value;
        }
        if (!factiva_number(number).empty()) return line->last;
        from = line->last;
    }
    return std::string_view::npos;
}

std::vector<PressDocument> factiva_documents(std::string_view piece) {
    const auto lines = export_lines(piece);
    if (lines.empty()) return {};
    if (has_codes(lines)) return CodedDocuments().read(lines);
    std::vector<PressDocument> documents;
    auto document = plain_document(lines, {});
    if (document && document->has_words()) documents.push_back(std::move(*document));
    return documents;
}

std::optional<PressDocument> factiva_document(std::string_view piece, std::string_view headline) {
    return plain_document(export_lines(piece), headline);
}

}  // namespace indexer
