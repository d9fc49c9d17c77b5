// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/day_phrases.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace indexer {

namespace {

/// Words in front of the day of publication, the surest first. A capital outside ASCII that would
/// begin the word is left out.
constexpr std::array<std::string_view, 28> publication_words{
    "published",  "posted on",      "posted",        "publié le",
    "publiziert", "veröffentlicht", "erschienen am", "erscheinungsdatum",
    "erstellt",   "publicado",      "publicación",   "publicação",
    "pubblicato", "pubblicazione",  "gepubliceerd",  "publicerad",
    "publisert",  "udgivet",        "opublikowano",  "publikováno",
    "julkaistu",  "yayınlanma",     "публиковано",   "发布时间",
    "發布時間",   "公開日",         "date:",         "datum",
};

/// Words of a line whose day is that of a change, of a visit or of a member.
constexpr std::array<std::string_view, 31> other_days{
    "last modified",   "last updated",    "last edited", "last change",  "updated",
    "modified",        "letzte änderung", "zuletzt",     "aktualisiert", "aktuelle zeit",
    "aktuelles datum", "geändert",        "bearbeitet",  "current time", "local time",
    "mis à jour",      "actualizado",     "atualizado",  "aggiornato",   "bijgewerkt",
    "uppdaterad",      "oppdatert",       "retrieved",   "accessed",     "abgerufen",
    "copyright",       "registriert",     "registered",  "joined",       "member since",
    "mitglied seit"};

/// Words of a change that come behind its day.
constexpr std::array<std::string_view, 4> changed_behind{"geändert", "bearbeitet", "aktualisiert",
                                                         "güncellendi"};

template <std::size_t count>
std::vector<std::string> folded_all(const std::array<std::string_view, count>& phrases) {
    std::vector<std::string> folded;
    for (const auto phrase : phrases) folded.push_back(archive::folded(phrase));
    return folded;
}

/// Whether one of the phrases stands in the text, whatever the case and the accents.
bool holds_any(std::string_view text, const std::vector<std::string>& phrases) {
    const std::string folded = archive::folded(text);
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        return folded.find(phrase) != std::string::npos;
    });
}

}  // namespace

std::optional<PublicationWord> publication_word(std::string_view line) {
    constexpr std::size_t searched = 400;
    const std::string lower = archive::ascii_lower(archive::cut(line, searched));
    for (std::size_t rank = 0; rank < publication_words.size(); ++rank) {
        const auto at = lower.find(publication_words[rank]);
        if (at == std::string::npos) continue;
        if (names_other_day(lower)) return std::nullopt;
        return PublicationWord{at, static_cast<int>(rank)};
    }
    return std::nullopt;
}

bool names_other_day(std::string_view text) {
    static const auto phrases = folded_all(other_days);
    return holds_any(text, phrases);
}

bool tells_other_day(std::string_view text, std::size_t first, std::size_t last) {
    constexpr std::size_t before = 60;
    constexpr std::size_t behind = 24;
    const auto from = first > before ? first - before : 0;
    static const auto phrases = folded_all(changed_behind);
    return names_other_day(text.substr(from, first - from))
           || holds_any(text.substr(last, behind), phrases);
}

}  // namespace indexer
