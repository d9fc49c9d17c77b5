// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/header_lines.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/date_words.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/month_names.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/source_citation.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace indexer {

namespace {

constexpr std::size_t longest_crumb = 60;

constexpr std::array<std::string_view, 7> bullets{"\u2022", "\u00b7", "* ", "\u25aa",
                                                  "\u203a", "\u00bb", "> "};

/// Labels of exported texts, folded: "Título :" is "titulo".
constexpr std::array<std::pair<std::string_view, HeaderLabel>, 12> labels{{
    {"title", HeaderLabel::title},
    {"headline", HeaderLabel::title},
    {"source", HeaderLabel::source},
    {"publication", HeaderLabel::source},
    {"newspaper", HeaderLabel::source},
    {"outlet", HeaderLabel::source},
    {"section", HeaderLabel::section},
    {"category", HeaderLabel::section},
    {"rubrik", HeaderLabel::section},
    {"url", HeaderLabel::url},
    {"link", HeaderLabel::url},
    {"original url", HeaderLabel::url},
}};

/// Labels that mean something beside others only: "Quelle: dpa" alone speaks of a picture.
constexpr std::array<std::pair<std::string_view, HeaderLabel>, 40> labels_of_blocks{{
    {"head", HeaderLabel::title},        {"titel", HeaderLabel::title},
    {"uberschrift", HeaderLabel::title}, {"schlagzeile", HeaderLabel::title},
    {"titre", HeaderLabel::title},       {"titulo", HeaderLabel::title},
    {"titular", HeaderLabel::title},     {"titolo", HeaderLabel::title},
    {"tytuł", HeaderLabel::title},       {"заголовок", HeaderLabel::title},
    {"paper", HeaderLabel::source},      {"quelle", HeaderLabel::source},
    {"zeitung", HeaderLabel::source},    {"medium", HeaderLabel::source},
    {"journal", HeaderLabel::source},    {"fuente", HeaderLabel::source},
    {"medio", HeaderLabel::source},      {"periodico", HeaderLabel::source},
    {"diario", HeaderLabel::source},     {"fonte", HeaderLabel::source},
    {"testata", HeaderLabel::source},    {"bron", HeaderLabel::source},
    {"источник", HeaderLabel::source},   {"ressort", HeaderLabel::section},
    {"rubrique", HeaderLabel::section},  {"seccion", HeaderLabel::section},
    {"sezione", HeaderLabel::section},   {"secao", HeaderLabel::section},
    {"enlace", HeaderLabel::url},        {"lien", HeaderLabel::url},
    {"page", HeaderLabel::other},        {"pages", HeaderLabel::other},
    {"seite", HeaderLabel::other},       {"pagina", HeaderLabel::other},
    {"edition", HeaderLabel::other},     {"ausgabe", HeaderLabel::other},
    {"length", HeaderLabel::other},      {"word count", HeaderLabel::other},
    {"language", HeaderLabel::other},    {"record number", HeaderLabel::other},
}};

DateHints header_hints() {
    DateHints hints;
    hints.basis = archive::Basis::text_header;
    return hints;
}

/// Words that stand beside a date in a header line and say nothing else.
bool beside_a_date(const DateWord& word) {
    constexpr std::array<std::string_view, 20> usual{
        "published", "updated", "posted", "on",  "at", "last", "modified", "date", "by",    "ist",
        "gmt",       "utc",     "myt",    "sgt", "et", "am",   "pm",       "uhr",  "stand", "le"};
    if (word.number() || month_named(word.text) != 0 || weekday_named(word.text)) return true;
    const std::string lower = archive::ascii_lower(word.text);
    return std::find(usual.begin(), usual.end(), lower) != usual.end();
}

/// "Home > News > World" parted at its marks; empty when it is no such line.
std::vector<std::string_view> steps_of(std::string_view line) {
    for (const std::string_view mark : {" > ", " \u203a ", " \u00bb ", " / ", " >> "}) {
        std::vector<std::string_view> steps;
        for (std::size_t begin = 0;;) {
            const auto end = line.find(mark, begin);
            steps.push_back(stripped(line.substr(begin, end - begin)));
            if (end == std::string_view::npos) break;
            begin = end + mark.size();
        }
        constexpr std::size_t most_words = 4;
        const bool short_steps = std::all_of(steps.begin(), steps.end(), [](std::string_view step) {
            return !step.empty() && word_count(step) <= most_words && !ends_sentence(step);
        });
        if (steps.size() > 1 && short_steps) return steps;
    }
    return {};
}

/// The words of a line that neither belong to the date in it nor usually stand beside one.
std::size_t words_beside(std::string_view line, const FoundDate& found) {
    const auto words = date_words(line);
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const DateWord& word) {
            const bool inside = word.first >= found.first && word.last <= found.last;
            return !inside && !beside_a_date(word);
        }));
}

}  // namespace

std::optional<std::string> breadcrumb_in(std::string_view line) {
    for (const auto bullet : bullets) {
        if (line.substr(0, bullet.size()) != bullet) continue;
        const auto rest = stripped(line.substr(bullet.size()));
        if (rest.empty() || rest.size() >= longest_crumb || ends_sentence(rest)) break;
        return std::string(rest);
    }
    constexpr std::size_t longest_path = 120;
    if (line.size() > longest_path) return std::nullopt;
    const auto steps = steps_of(line);
    if (steps.empty()) return std::nullopt;
    return std::string(steps.back());
}

bool is_label_line(std::string_view line) {
    constexpr std::size_t longest_label = 24;
    constexpr std::size_t longest = 200;
    const auto colon = line.substr(0, longest_label).find(':');
    return colon != std::string_view::npos && colon > 1 && colon + 1 < line.size()
           && line.size() < longest && word_count(line.substr(0, colon)) <= 2
           && !begins_lower(line);
}

std::optional<LabelledField> labelled_field(std::string_view line, LabelPlace place) {
    constexpr std::size_t longest = 400;
    constexpr std::size_t longest_label = 24;
    if (line.size() > longest) return std::nullopt;
    const auto colon = line.substr(0, longest_label).find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const std::string label = archive::folded(stripped(line.substr(0, colon)));
    const auto is_label = [&](const auto& each) { return each.first == label; };
    const auto* found = std::find_if(labels.begin(), labels.end(), is_label);
    if (found == labels.end()) {
        if (place == LabelPlace::alone) return std::nullopt;
        found = std::find_if(labels_of_blocks.begin(), labels_of_blocks.end(), is_label);
        if (found == labels_of_blocks.end()) return std::nullopt;
    }
    const auto value = stripped(line.substr(colon + 1));
    const bool address = value.substr(0, 4) == "http";
    const bool wanted = found->second == HeaderLabel::url;
    if (value.empty() || (address != wanted && found->second != HeaderLabel::other)) {
        return std::nullopt;
    }
    return LabelledField{found->second, std::string(value)};
}

void take_field(const LabelledField& field, archive::Article& article) {
    const auto fill = [&](std::string& place) {
        if (place.empty()) place = field.value;
    };
    switch (field.label) {
        case HeaderLabel::source:
            if (const auto citation = source_citation(field.value)) {
                take_citation(*citation, article);
            } else {
                fill(article.source);
            }
            break;
        case HeaderLabel::section: fill(article.section); break;
        case HeaderLabel::url: fill(article.url); break;
        case HeaderLabel::title:
        case HeaderLabel::other: break;
    }
}

bool is_date_line(std::string_view line) {
    constexpr std::size_t longest = 110;
    constexpr std::size_t most_other_words = 3;
    constexpr std::size_t most_after_opening = 6;
    if (line.size() > longest) return false;
    const auto found = find_date(line, header_hints());
    if (!found) return false;
    const auto others = words_beside(line, *found);
    const std::string lower = comparable(line);
    const bool opened = published_opening(lower) > 0 || updated_opening(lower) > 0;
    return others <= (opened ? most_after_opening : most_other_words);
}

bool holds_page_date(std::string_view line) {
    constexpr std::size_t longest = 120;
    constexpr std::size_t most_other_words = 9;
    if (line.size() > longest || ends_sentence(line)) return false;
    const auto found = find_date(line, header_hints());
    return found && words_beside(line, *found) <= most_other_words;
}

std::size_t glued_date_length(std::string_view line) {
    constexpr std::size_t searched = 80;
    constexpr std::size_t longest_prefix = 60;
    const auto head = archive::cut(line, searched);
    const std::string lower = comparable(head);
    const std::size_t opening = std::max(published_opening(lower), updated_opening(lower));
    const auto found = find_date(head, header_hints());
    if (!found || found->last > longest_prefix || found->last >= line.size()) return 0;
    constexpr std::size_t weekday_bytes = 16;  // "Wednesday, "
    if (opening > 0) {
        if (found->first > opening + weekday_bytes) return 0;
    } else {
        constexpr std::size_t iso_bytes = 10;
        const bool iso = found->first == 0 && found->last >= iso_bytes && head[4] == '-';
        if (!iso) return 0;
    }
    const auto rest = stripped(line.substr(found->last));
    constexpr std::size_t fewest_words = 4;
    if (word_count(rest) < fewest_words) return 0;
    return found->last;
}

bool take_date(std::string_view line, archive::Article& article) {
    const auto found = find_date(line, header_hints());
    if (!found) return false;
    const std::string lower = comparable(archive::cut(line, 40));
    if (updated_opening(lower) > 0) {
        if (!article.updated) article.updated = found->date;
    } else if (!article.published.known()) {
        article.published = found->date;
    }
    return true;
}

void settle_updated_only(archive::Article& article) {
    if (article.published.known() || !article.updated) return;
    article.published = *article.updated;
    article.published.certainty = archive::Certainty::inferred;
    article.published.basis = archive::Basis::modified;
}

}  // namespace indexer
