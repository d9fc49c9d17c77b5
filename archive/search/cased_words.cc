// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/cased_words.h"

#include "archive/base/text.h"
#include "archive/index/normaliser.h"
#include "archive/index/terms.h"
#include "archive/search/term_hashes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace archive {

namespace {

Initial initial_of(std::string_view text) {
    if (text.front() >= 'a' && text.front() <= 'z') return Initial::lower;
    if (text.front() >= 'A' && text.front() <= 'Z') return Initial::upper;
    std::size_t at = 0;
    const auto point = static_cast<UChar32>(next_code_point(text, at));
    if (u_isUUppercase(point) != 0 || u_istitle(point) != 0) return Initial::upper;
    return u_isULowercase(point) != 0 ? Initial::lower : Initial::neither;
}

/// Words behind which a point ends nothing: "Mr. Kim", "St. Ives". Single letters are such too.
bool is_shortened(std::string_view word) {
    constexpr std::array<std::string_view, 14> known{"mr",   "mrs",  "ms",  "dr",  "st",
                                                     "prof", "gen",  "col", "sen", "gov",
                                                     "rep",  "capt", "lt",  "sgt"};
    return code_points(word) == 1 || std::find(known.begin(), known.end(), word) != known.end();
}

/// What stands between two words.
enum class Joint : std::uint8_t { linked, parted, ended };

Joint joint_of(std::string_view between, bool shortened) {
    constexpr std::string_view parting = ",;/&()[]";
    if (between == " ") return Joint::linked;
    auto joint = Joint::linked;
    for (std::size_t at = 0; at < between.size();) {
        if (const auto blank = blank_at(between, at); blank != 0) {
            at += blank;
            continue;
        }
        const auto character = character_at(between, at);
        const auto mark = between.substr(at, character.bytes);
        at += mark.size();
        if (character.role == Role::hyphen && between.size() == mark.size()) continue;
        if (character.role == Role::apostrophe) continue;
        if (mark == "." && shortened) continue;
        if (character.role == Role::letter || parting.find(mark) != std::string_view::npos) {
            joint = Joint::parted;  // a letter is a possessive's
            continue;
        }
        return Joint::ended;
    }
    return joint;
}

/// Reads one paragraph.
void append_paragraph(std::string_view text, std::uint32_t offset, ZoneKind zone,
                      CasedWords& into) {
    const auto first = into.words.size();
    std::size_t end = 0;
    bool shortened = false;
    bool any_lower = false;
    for_each_word(text, [&](const Word& word) {
        if (word.span > 1) return;
        CasedWord cased{.begin = offset + word.begin, .end = offset + word.end};
        cased.initial = initial_of(text.substr(word.begin));
        cased.capitals = word.capitals;
        any_lower = any_lower || cased.initial == Initial::lower;
        const bool begins = into.words.size() == first;
        const auto joint =
            begins ? Joint::ended : joint_of(text.substr(end, word.begin - end), shortened);
        cased.opens = joint == Joint::ended;
        cased.linked = joint == Joint::linked;
        cased.attached = cased.linked && blank_at(text, end) == 0;
        into.words.push_back(cased);
        into.hashes.push_back(term_hash(word.text));
        end = word.end;
        shortened = is_shortened(word.text);
    });
    const bool telling = zone != ZoneKind::headline && any_lower;
    for (auto at = first; at < into.words.size(); ++at) into.words[at].telling = telling;
}

}  // namespace

CasedWords cased_words(const ComparedText& text) {
    CasedWords words;
    for (const auto& paragraph : text.paragraphs) {
        append_paragraph(text.text_of(paragraph.begin, paragraph.end),
                         text.words[paragraph.begin].begin, paragraph.zone, words);
    }
    return words;
}

}  // namespace archive
