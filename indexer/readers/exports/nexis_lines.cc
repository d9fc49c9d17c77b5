// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/nexis_lines.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>

namespace indexer::nexis {

namespace {

// English, German and French pages.
constexpr std::array<ExportLabel, 79> labels{{
    {"headline", ExportField::title},
    {"titel", ExportField::title},
    {"titre", ExportField::title},
    {"schlagzeile", ExportField::title},
    {"uberschrift", ExportField::title},
    {"highlight", ExportField::standfirst},
    {"teaser", ExportField::standfirst},
    {"summary", ExportField::standfirst},
    {"abstract", ExportField::standfirst},
    {"vorspann", ExportField::standfirst},
    {"chapeau", ExportField::standfirst},
    {"byline", ExportField::byline},
    {"author", ExportField::byline},
    {"autor", ExportField::byline},
    {"autoren", ExportField::byline},
    {"auteur", ExportField::byline},
    {"auteurs", ExportField::byline},
    {"section", ExportField::section},
    {"rubrik", ExportField::section},
    {"ressort", ExportField::section},
    {"rubrique", ExportField::section},
    {"length", ExportField::other},
    {"lange", ExportField::other},
    {"laenge", ExportField::other},
    {"longueur", ExportField::other},
    {"dateline", ExportField::dateline},
    {"load-date", ExportField::other},
    {"update", ExportField::other},
    {"ladedatum", ExportField::other},
    {"date-chargement", ExportField::other},
    {"date de chargement", ExportField::other},
    {"date-charge", ExportField::other},
    {"mise a jour", ExportField::other},
    {"language", ExportField::language},
    {"sprache", ExportField::language},
    {"langue", ExportField::language},
    {"publication-type", ExportField::other},
    {"publikationstyp", ExportField::other},
    {"type-publication", ExportField::other},
    {"type de publication", ExportField::other},
    {"document-type", ExportField::other},
    {"journal-code", ExportField::other},
    {"zeitungs-code", ExportField::other},
    {"code-revue", ExportField::other},
    {"code de publication", ExportField::other},
    {"distribution", ExportField::other},
    {"edition", ExportField::other},
    {"series", ExportField::other},
    {"type", ExportField::other},
    {"ticker", ExportField::other},
    {"acc-no", ExportField::id},
    {"url", ExportField::url},
    {"graphic", ExportField::caption},
    {"grafik", ExportField::caption},
    {"graphique", ExportField::caption},
    {"subject", ExportField::tags},
    {"industry", ExportField::tags},
    {"branche", ExportField::tags},
    {"thema", ExportField::tags},
    {"sujet", ExportField::tags},
    {"person", ExportField::persons},
    {"personne", ExportField::persons},
    {"organization", ExportField::organisations},
    {"company", ExportField::organisations},
    {"unternehmen", ExportField::organisations},
    {"societe", ExportField::organisations},
    {"geographic", ExportField::places},
    {"city", ExportField::places},
    {"state", ExportField::places},
    {"country", ExportField::places},
    {"stadt", ExportField::places},
    {"land", ExportField::places},
    {"ville", ExportField::places},
    {"pays", ExportField::places},
    {"correction", ExportField::other},
    {"correction-date", ExportField::other},
    {"notes", ExportField::other},
    {"body", ExportField::body},
    {"text", ExportField::body},
}};

/// Reads digits (and the dots of thousands); moves behind them.
bool skip_number(std::string_view& line) {
    const auto end = std::min(line.find_first_not_of("0123456789.,"), line.size());
    if (end == 0 || end > 7 || line[0] < '0' || line[0] > '9') return false;
    line = archive::trimmed(line.substr(end));
    return true;
}

bool skip_word(std::string_view& line, std::initializer_list<std::string_view> words) {
    for (const auto word : words) {
        if (line.size() < word.size()
            || archive::ascii_lower(line.substr(0, word.size())) != word) {
            continue;
        }
        const auto rest = line.substr(word.size());
        if (!rest.empty() && rest.front() != ' ') continue;
        line = archive::trimmed(rest);
        return true;
    }
    return false;
}

}  // namespace

std::optional<LabelledLine> labelled(std::string_view line) {
    return labelled_line(line, labels);
}

std::optional<LabelledLine> labelled_in_capitals(std::string_view line) {
    auto found = labelled(line);
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (found && std::any_of(found->label.begin(), found->label.end(), small)) return std::nullopt;
    return found;
}

bool closes_text(std::string_view label) {
    constexpr std::array<std::string_view, 19> closing{
        "load-date",    "update",        "ladedatum",        "date-chargement", "language",
        "sprache",      "langue",        "publication-type", "publikationstyp", "type-publication",
        "journal-code", "zeitungs-code", "code-revue",       "document-type",   "distribution",
        "date-charge",  "acc-no",        "graphic",          "grafik"};
    const std::string lower = archive::ascii_lower(label);
    return std::find(closing.begin(), closing.end(), lower) != closing.end();
}

bool is_count(std::string_view line) {
    constexpr std::size_t longest = 48;
    if (line.size() > longest) return false;
    const bool first = skip_word(line, {"document", "dokument", "documento"});
    if (!skip_number(line) || !skip_word(line, {"of", "von", "de", "sur", "di", "van"})) {
        return false;
    }
    if (!skip_number(line)) return false;
    const bool last = skip_word(line, {"documents", "document", "dokumente", "dokumenten",
                                       "dokument", "documentos", "documenti", "documenten"});
    return line.empty() && first != last;
}

bool is_page_number(std::string_view line) {
    constexpr std::size_t longest = 24;
    if (line.size() > longest || !skip_word(line, {"page", "seite", "página", "pagina"})) {
        return false;
    }
    return skip_number(line) && skip_word(line, {"of", "von", "de", "sur", "di", "van"})
           && skip_number(line) && line.empty();
}

bool is_end(std::string_view line) {
    return is_phrase(line, "end of document") || is_phrase(line, "ende des dokuments")
           || is_phrase(line, "fin du document") || is_phrase(line, "fin del documento");
}

bool opens_body(std::string_view line) {
    return is_phrase(line, "body") || is_phrase(line, "text") || is_phrase(line, "full text")
           || is_phrase(line, "texte") || is_phrase(line, "corps") || is_phrase(line, "volltext");
}

bool is_day(std::string_view line) {
    constexpr std::size_t longest = 90;
    constexpr std::size_t nearby = 24;  // "Wednesday, the "
    if (line.size() > longest) return false;
    if (const auto found = find_date(line)) return found->first <= nearby;
    constexpr std::size_t longest_month = 32;
    return line.size() <= longest_month && parse_written_date(line).has_value();
}

bool is_cover_line(std::string_view line) {
    constexpr std::array<std::string_view, 17> openings{
        "user name:",        "date and time:",   "job number:",  "documents (",
        "document (",        "client/matter:",   "search terms", "search type:",
        "narrowed by",       "content type",     "news",         "-none-",
        "| about lexis",     "about lexisnexis", "dokumente (",  "auftragsnummer:",
        "datum und uhrzeit:"};
    const std::string lower = archive::ascii_lower(line.substr(0, 24));
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
        return opening == "news" ? lower == opening : lower.starts_with(opening);
    });
}

}  // namespace indexer::nexis
