// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/bylines.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 45> openings{
    "written by:", "written by ", "reported by ", "words by ",  "story by ", "text by ",
    "posted by ",  "author:",     "authors:",     "by:",        "by ",       "von:",
    "von ",        "par ",        "por ",         "text:",      "autor:",    "autora:",
    "av ",         "af ",         "door ",        "auteur :",   "autore:",   "автор:",
    "byline:",     "byline :",    "author(s):",   "auteur:",    "auteurs:",  "auteurs :",
    "autoren:",    "autores:",    "autorzy:",     "verfasser:", "tekst:",    "texte :",
    "texto:",      "testo:",      "journalist:",  "reporter:",  "writer:",   "بقلم:",
    "بقلم ",       "מאת:",        "מאת ",
};

/// A word of these makes a part of a byline a role or an office, not a name.
constexpr std::array<std::string_view, 38> role_words{
    "staff",        "reporter", "reporters",  "correspondent", "correspondents", "editor",
    "editors",      "writer",   "writers",    "bureau",        "desk",           "team",
    "agency",       "agencies", "news",       "newsroom",      "columnist",      "contributor",
    "special",      "online",   "redaktion",  "redaktionen",   "redazione",      "redacción",
    "rédaction",    "redação",  "journalist", "producer",      "press",          "service",
    "photographer", "analyst",  "professor",  "published",     "updated",        "chief",
    "media",        "admin",
};

/// What comes behind these words is a place or an outlet, or a Korean or Chinese reporter's title.
constexpr std::array<std::string_view, 13> endings{
    " in ",  " for ", " at ",   " of ",  " from ", " reports", " reporting",
    " via ", " aus ", " para ", " 기자", " 記者",  " 记者"};

/// Parts of names that are written small.
constexpr std::array<std::string_view, 24> particles{
    "de",  "del", "della", "di",  "da",  "dos", "das", "do",  "du", "des", "la", "le",
    "van", "von", "der",   "den", "ter", "zu",  "bin", "ibn", "al", "el",  "y",  "e"};

/// Words that make what looks like a name a label: "About the Author", "Read More".
constexpr std::array<std::string_view, 34> label_words{
    "about",    "author",  "authors", "more",     "view",       "all",       "posts",
    "articles", "follow",  "share",   "comments", "comment",    "read",      "profile",
    "bio",      "contact", "email",   "the",      "this",       "published", "contributors",
    "archive",  "website", "home",    "page",     "subscribe",  "autor",     "autoren",
    "artikel",  "über",    "mehr",    "today",    "newsletter", "guest"};

constexpr std::array<std::string_view, 12> partings{
    ";", ",", "|", " and ", " & ", " und ", " et ", " y ", " with ", " och ", " og ", "/"};

constexpr std::array<std::string_view, 6> reporting{"reporting and writing by ",
                                                    "reporting by ",
                                                    "report by ",
                                                    "written by ",
                                                    "writing by ",
                                                    "compiled by "};

bool begins(std::string_view text, std::string_view opening) {
    return text.substr(0, opening.size()) == opening;
}

bool begins_with_capital(std::string_view text) {
    if (text.empty()) return false;
    std::size_t at = 0;
    const auto point = static_cast<UChar32>(archive::next_code_point(text, at));
    return u_isalpha(point) != 0 && u_islower(point) == 0;
}

std::string_view without_ends(std::string_view text) {
    constexpr std::string_view edges = " \t\n.,;:|-*\"";
    const auto first = text.find_first_not_of(edges);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(edges) - first + 1);
}

/// "Ann Lee (Reuters) in Seoul" is "Ann Lee".
std::string_view without_place(std::string_view part) {
    part = part.substr(0, part.find_first_of("(<["));
    for (const auto ending : endings) {
        part = part.substr(0, part.find(ending));
    }
    return without_ends(part);
}

bool is_name(std::string_view part) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t most_words = 6;
    if (part.size() < 2 || part.size() > longest || !begins_with_capital(part)) return false;
    if (part.find_first_of("0123456789@/:!?=#") != std::string_view::npos) return false;
    if (!agency_named(part).empty()) return false;
    const std::string lower = archive::ascii_lower(part);
    const auto words = archive::split(lower, ' ');
    if (words.size() > most_words) return false;
    return std::none_of(words.begin(), words.end(), [](std::string_view word) {
        return std::find(role_words.begin(), role_words.end(), word) != role_words.end();
    });
}

/// Where the next parting begins in `lower`, and how long it is.
std::pair<std::size_t, std::size_t> next_parting(std::string_view lower) {
    std::pair<std::size_t, std::size_t> first{lower.size(), 0};
    for (const auto parting : partings) {
        const auto at = lower.find(parting);
        if (at < first.first) first = {at, parting.size()};
    }
    return first;
}

/// "Lee, Ann" is one name of old catalogues only when nothing else is there: not told apart here.
void add_name(std::vector<std::string>& names, std::string_view part) {
    part = without_place(part);
    if (!is_name(part)) return;
    if (std::find(names.begin(), names.end(), part) == names.end()) names.emplace_back(part);
}

}  // namespace

std::size_t byline_opening(std::string_view line) {
    constexpr std::size_t longest_opening = 16;
    const std::string lower = archive::ascii_lower(line.substr(0, longest_opening));
    for (const auto opening : openings) {
        if (!begins(lower, opening)) continue;
        std::size_t length = opening.size();
        while (length < line.size() && line[length] == ' ') ++length;
        if (begins_with_capital(line.substr(length))) return length;
    }
    return 0;
}

std::string_view reporters_in_credit(std::string_view credit) {
    const std::string lower = archive::ascii_lower(credit);
    for (const auto opening : reporting) {
        const auto at = lower.find(opening);
        if (at == std::string::npos) continue;
        const auto first = at + opening.size();
        auto last = credit.find_first_of(";)]|", first);
        last = std::min({last, lower.find(". ", first), lower.find(", editing", first),
                         lower.find(" editing by", first), lower.find(", additional", first),
                         credit.size()});
        return without_ends(credit.substr(first, last - first));
    }
    return {};
}

bool is_full_name(std::string_view name) {
    constexpr std::size_t most_words = 5;
    constexpr std::size_t longest_han = 18;  // six characters
    if (!is_name(name)) return false;
    const auto words = archive::split(name, ' ');
    const auto first = static_cast<unsigned char>(name.front());
    if (words.size() == 1) return first >= 0xe3 && first <= 0xed && name.size() <= longest_han;
    if (words.size() > most_words) return false;
    std::size_t capitals = 0;
    for (const auto word : words) {
        const std::string lower = archive::ascii_lower(word);
        const auto is_word = [&](std::string_view known) { return known == lower; };
        if (std::any_of(label_words.begin(), label_words.end(), is_word)) return false;
        if (begins_with_capital(word)) {
            ++capitals;
        } else if (std::none_of(particles.begin(), particles.end(), is_word)) {
            return false;
        }
    }
    return capitals >= 2;
}

bool names_only(std::string_view line) {
    constexpr std::size_t longest = 120;
    constexpr std::size_t most_words = 4;
    if (line.empty() || line.size() > longest) return false;
    while (!line.empty()) {
        const std::string lower = archive::ascii_lower(line);
        const auto [at, length] = next_parting(lower);
        const auto name = archive::trimmed(line.substr(0, at));
        if (!is_full_name(name) || archive::split(name, ' ').size() > most_words) return false;
        line.remove_prefix(std::min(line.size(), at + length));
    }
    return true;
}

std::vector<std::string> authors_in(std::string_view byline) {
    constexpr std::size_t read_bytes = 600;
    byline = archive::cut(archive::trimmed(byline), read_bytes);
    byline.remove_prefix(byline_opening(byline));
    std::vector<std::string> names;
    while (!byline.empty()) {
        const std::string lower = archive::ascii_lower(byline);
        const auto [at, length] = next_parting(lower);
        add_name(names, byline.substr(0, at));
        byline.remove_prefix(std::min(byline.size(), at + length));
    }
    return names;
}

}  // namespace indexer
