// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/proquest.h"

#include "archive/base/text.h"
#include "indexer/extract/line_shape.h"
#include "indexer/readers/exports/export_labels.h"
#include "indexer/readers/exports/pieces.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace indexer {

namespace {

using archive::ZoneKind;
using Lines = std::span<const ExportLine>;

// English, German and French pages.
constexpr std::array<ExportLabel, 91> labels{{
    {"title", ExportField::title},
    {"titel", ExportField::title},
    {"titre", ExportField::title},
    {"alternate title", ExportField::title},
    {"author", ExportField::byline},
    {"authors", ExportField::byline},
    {"autor", ExportField::byline},
    {"autoren", ExportField::byline},
    {"verfasser", ExportField::byline},
    {"auteur", ExportField::byline},
    {"auteurs", ExportField::byline},
    {"abstract", ExportField::standfirst},
    {"zusammenfassung", ExportField::standfirst},
    {"resume", ExportField::standfirst},
    {"full text", ExportField::body},
    {"volltext", ExportField::body},
    {"texte integral", ExportField::body},
    {"publication title", ExportField::source},
    {"titel der publikation", ExportField::source},
    {"publikationstitel", ExportField::source},
    {"titel der veroffentlichung", ExportField::source},
    {"titre de la publication", ExportField::source},
    {"titre de publication", ExportField::source},
    {"publication date", ExportField::date},
    {"publikationsdatum", ExportField::date},
    {"veroffentlichungsdatum", ExportField::date},
    {"datum der publikation", ExportField::date},
    {"date de publication", ExportField::date},
    {"section", ExportField::section},
    {"rubrik", ExportField::section},
    {"rubrique", ExportField::section},
    {"column", ExportField::other},
    {"dateline", ExportField::dateline},
    {"credit", ExportField::credit},
    {"caption", ExportField::caption},
    {"subject", ExportField::tags},
    {"fach", ExportField::tags},
    {"thema", ExportField::tags},
    {"sujet", ExportField::tags},
    {"identifier / keyword", ExportField::tags},
    {"business indexing term", ExportField::tags},
    {"location", ExportField::places},
    {"ort", ExportField::places},
    {"lieu", ExportField::places},
    {"people", ExportField::persons},
    {"personen", ExportField::persons},
    {"personnes", ExportField::persons},
    {"company / organization", ExportField::organisations},
    {"company/organization", ExportField::organisations},
    {"unternehmen / organisation", ExportField::organisations},
    {"societe / organisation", ExportField::organisations},
    {"language of publication", ExportField::language},
    {"language", ExportField::language},
    {"sprache der publikation", ExportField::language},
    {"sprache", ExportField::language},
    {"langue de publication", ExportField::language},
    {"langue de la publication", ExportField::language},
    {"proquest document id", ExportField::id},
    {"proquest-dokument-id", ExportField::id},
    {"id du document proquest", ExportField::id},
    {"identifiant de document proquest", ExportField::id},
    {"document url", ExportField::other},
    {"dokument-url", ExportField::other},
    {"url du document", ExportField::other},
    {"copyright", ExportField::copyright},
    {"urheberrecht", ExportField::copyright},
    {"publication info", ExportField::other},
    {"publication year", ExportField::other},
    {"publication subject", ExportField::other},
    {"publisher", ExportField::other},
    {"place of publication", ExportField::other},
    {"country of publication", ExportField::other},
    {"links", ExportField::other},
    {"url", ExportField::other},
    {"volume", ExportField::other},
    {"issue", ExportField::other},
    {"pages", ExportField::other},
    {"first page", ExportField::other},
    {"number of pages", ExportField::other},
    {"year", ExportField::other},
    {"edition", ExportField::other},
    {"issn", ExportField::other},
    {"source type", ExportField::other},
    {"document type", ExportField::other},
    {"document feature", ExportField::other},
    {"classification", ExportField::other},
    {"supplement", ExportField::other},
    {"correspondence author", ExportField::other},
    {"last updated", ExportField::other},
    {"database", ExportField::other},
    {"datenbank", ExportField::other},
}};

bool is_rule(std::string_view line) {
    constexpr std::size_t shortest = 40;
    return line.size() >= shortest && line.find_first_not_of('_') == std::string_view::npos;
}

/// "Document 3 of 100", which some versions write under the rule.
bool is_count(std::string_view line) {
    constexpr std::size_t longest = 32;
    const std::string lower = archive::ascii_lower(line.substr(0, longest));
    return line.size() <= longest
           && (lower.starts_with("document ") || lower.starts_with("dokument "))
           && lower.find_first_of("0123456789") != std::string::npos;
}

/// Whether the fields below the text begin at lines[at]: a label there, and more behind it.
bool fields_begin(Lines lines, std::size_t at) {
    constexpr std::size_t searched = 10;
    constexpr std::size_t enough = 3;
    if (!labelled_line(lines[at].text, labels)) return false;
    const bool alone = at + 1 < lines.size() && lines[at + 1].after_blank
                       && !labelled_line(lines[at + 1].text, labels);
    if (alone) return false;  // a paragraph that begins like a field
    std::size_t found = 0;
    for (std::size_t i = at; i < lines.size() && i < at + searched; ++i) {
        if (labelled_line(lines[i].text, labels)) ++found;
    }
    // The last of them have nothing behind.
    return found >= enough || (lines.size() - at <= enough && lines.size() - at == found);
}

/// The lines of a field that goes on over several.
std::size_t field_end(Lines lines, std::size_t at, bool text) {
    std::size_t end = at + 1;
    while (end < lines.size()) {
        const bool next = text ? lines[end].after_blank && fields_begin(lines, end)
                               : labelled_line(lines[end].text, labels).has_value();
        if (next) break;
        ++end;
    }
    return end;
}

/// Whether the text of a document that has none says so.
bool is_missing(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest) return false;
    const std::string lower = archive::ascii_lower(text);
    return lower.starts_with("not available") || lower.starts_with("none available");
}

/// "Name: Weavers' Guild; NAICS: 813910": the names.
std::vector<std::string> organisations(std::string_view value) {
    constexpr std::string_view opening = "Name: ";
    std::vector<std::string> names;
    for (std::string_view part : archive::split(value, ';')) {
        part = archive::trimmed(part);
        if (part.starts_with("NAICS:") || part.starts_with("Ticker:")
            || part.starts_with("DUNS:")) {
            continue;
        }
        if (part.starts_with(opening)) part.remove_prefix(opening.size());
        names.emplace_back(part);
    }
    return names;
}

void take_field(PressDocument& document, const LabelledLine& label, Lines rest) {
    std::vector<ExportLine> lines;
    if (!label.value.empty()) lines.push_back({label.value, true});
    lines.insert(lines.end(), rest.begin(), rest.end());
    const std::string value = paragraphs(lines);
    if (is_missing(value)) return;
    switch (label.field) {
        case ExportField::source:  // "Daily Gull; Porthaven"
            document.take(label.field, label.label, value.substr(0, value.find(';')));
            break;
        case ExportField::organisations:
            for (const auto& name : organisations(value)) {
                document.take(label.field, label.label, name);
            }
            break;
        default: document.take(label.field, label.label, value); break;
    }
}

}  // namespace

bool begins_proquest(std::string_view head) {
    std::size_t known = 0;
    bool rule = false, own = false;
    for (const auto& line : export_lines(head)) {
        rule = rule || is_rule(line.text);
        const auto label = labelled_line(line.text, labels);
        if (!label) continue;
        ++known;
        const std::string lower = archive::ascii_lower(label->label);
        own = own || lower == "full text" || lower == "volltext" || lower == "publication info"
              || lower.starts_with("texte int") || lower == "proquest document id"
              || lower == "publication title";
    }
    return rule && own && known >= 2;
}

std::size_t next_proquest_document(std::string_view text, std::size_t from, bool ended) {
    while (const auto line = whole_line(text, from, ended)) {
        if (is_rule(line->text)) return line->first;
        from = line->last;
    }
    return std::string_view::npos;
}

std::vector<PressDocument> proquest_documents(std::string_view piece) {
    const auto all = export_lines(piece);
    Lines lines = all;
    while (!lines.empty() && (is_rule(lines.front().text) || is_count(lines.front().text))) {
        lines = lines.subspan(1);
    }
    std::vector<PressDocument> documents;
    std::size_t fields = 0;
    bool text = false;
    for (const auto& line : lines) {
        const auto label = labelled_line(line.text, labels);
        if (!label) continue;
        ++fields;
        text = text || label->field == ExportField::body;
    }
    constexpr std::size_t fewest_fields = 3;
    if (!text && fields < fewest_fields) return documents;
    PressDocument document;
    std::size_t at = 0;
    std::string upper;  // the headline, in front of all labels
    for (; at < lines.size() && !labelled_line(lines[at].text, labels); ++at) {
        upper += upper.empty() ? "" : " ";
        upper += lines[at].text;
    }
    std::string written;  // "Title:", which repeats the headline
    while (at < lines.size()) {
        const auto label = labelled_line(lines[at].text, labels);
        if (!label) {  // cannot be: fields end where the next begins
            ++at;
            continue;
        }
        const std::size_t end = field_end(lines, at, label->field == ExportField::body);
        const auto rest = lines.subspan(at + 1, end - at - 1);
        if (label->field == ExportField::title && written.empty()) {
            written = one_line(std::string(label->value) + " " + joined_lines(rest));
        } else {
            take_field(document, *label, rest);
        }
        at = end;
    }
    if (!written.empty()) document.take(ExportField::title, "Title", written);
    document.take(ExportField::title, "Title", upper);
    documents.push_back(std::move(document));
    return documents;
}

}  // namespace indexer
