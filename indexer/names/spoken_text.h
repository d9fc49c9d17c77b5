// SPDX-License-Identifier: GPL-2.0-or-later
// spoken_text.h - Who stands where in an article that quotes somebody, and who may act there.
//
//   Lee met Minister Bo Chu and said "the pier will be rebuilt".
//   acts    governed                 quoted
//
// The rules by which speakers are found ask nothing else of an article.
#pragma once

#include "archive/model/entity.h"
#include "indexer/names/name_linker.h"
#include "indexer/names/name_text.h"
#include "indexer/names/quotation_marks.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Whoever may be meant as the speaker.
struct Speaker {
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t name = nobody;   ///< index into LinkedNames::names; nobody for a pronoun
    std::uint32_t begin = nobody;  ///< tokens it is read from
    std::uint32_t end = nobody;
    bool pronoun = false;

    bool there() const { return begin != nobody; }
};

/// The words of an article with the names and quotations in them. Text and names must outlive it.
class SpokenText {
public:
    SpokenText(const NameText& text, const LinkedNames& linked);

    /// In order, none within another.
    const std::vector<QuotedWords>& quotes() const { return quotes_; }
    const NameToken& operator[](std::uint32_t at) const { return text_[at]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.tokens().size()); }
    std::string_view low(std::uint32_t at) const { return text_[at].low; }
    const NameSentence& sentence_of(std::uint32_t at) const { return text_.sentence_of(at); }
    std::uint32_t paragraph(std::uint32_t at) const { return text_.sentence_of(at).paragraph; }
    std::string_view between(std::uint32_t begin, std::uint32_t end) const {
        return text_.between(begin, end);
    }

    bool quoted(std::uint32_t at) const { return quote_at_[at] != Speaker::nobody; }
    /// The token behind the quotation that a quoted token stands in.
    std::uint32_t quote_end(std::uint32_t at) const { return quotes_[quote_at_[at]].end; }

    /// Whether anything in the story is named at a token.
    bool names(std::uint32_t at) const { return mention_at_[at] != Speaker::nobody; }
    /// Whether a person or organisation of the story is named at a token.
    bool speaks(std::uint32_t at) const;
    bool person_at(std::uint32_t at) const;
    /// Who is named at a token, by a pronoun too; not a place.
    Speaker speaker_at(std::uint32_t at) const;

    /// Whether the name that begins at `begin` hangs on a preposition: "of Lee", "with Minister
    /// Lee". Looks back to `from`; loosely: also where other words stand between.
    bool governed(std::uint32_t begin, std::uint32_t from, bool loosely) const;
    /// "Lee's": whether the name that ends before `end` only owns what acts.
    bool possessed(std::uint32_t end) const {
        return end < size() && text_[end].sign == Sign::possessive;
    }
    /// The first in from..to who may be the subject of a clause there.
    Speaker first_acting(std::uint32_t from, std::uint32_t to, bool before_comma) const;

    bool agency(const Speaker& speaker) const {
        return speaker.name != Speaker::nobody && linked_.names[speaker.name].agency;
    }
    /// How many different names the article has: Speaker::name is less.
    std::size_t count_of_names() const { return linked_.names.size(); }
    bool person(std::uint32_t name) const {
        return linked_.names[name].type == archive::EntityType::person;
    }
    /// The name key of a name.
    std::string key(std::uint32_t name) const;

private:
    const NameText& text_;
    const LinkedNames& linked_;
    const std::vector<QuotedWords> quotes_;
    std::vector<std::uint32_t> mention_at_;  ///< by token
    std::vector<std::uint32_t> quote_at_;    ///< by token
};

}  // namespace indexer
