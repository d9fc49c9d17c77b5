// SPDX-License-Identifier: GPL-2.0-or-later
// name_drafts.h - Where an article may name somebody: what the tagger marked and what the alias
// table knows, cut to the name itself.
//
// The table comes first, longest name first: countries, peoples, agencies and acronyms are what a
// learnt tagger does badly. Inside a longer name it keeps out ("Bank of America").
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/entity.h"
#include "indexer/names/name_labels.h"
#include "indexer/names/name_lists.h"
#include "indexer/names/name_text.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// A mention in the making: words of one sentence.
struct NameDraft {
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t begin = 0;  ///< into NameText::tokens
    std::uint32_t end = 0;    ///< exclusive
    NameType type = NameType::other;
    const archive::Alias* alias = nullptr;  ///< the row that knows it
    bool after_the = false;                 ///< "the North": only where its country is named too
    std::string folded = {};                ///< folded_words() of its text
    archive::NameRole role = archive::NameRole::body;
    std::uint32_t name = nobody;  ///< whom it names, once that is settled
};

/// What is known of words without an article. Without lists every word is strange.
class KnownWords {
public:
    explicit KnownWords(const NameLists* lists = nullptr) : lists_(lists) {}

    /// Whether English writes the word in small letters.
    bool ordinary(std::string_view low) const;
    /// Whether somebody may be called so.
    bool names_people(std::string_view low) const;
    /// Whether it is a usual first name.
    bool first_name(std::string_view low) const;
    /// Whether a place is called so.
    bool names_places(std::string_view low) const;
    /// "Senator", "coach", "Mr."
    bool title(std::string_view low) const;

private:
    bool listed(std::string_view low, std::uint32_t classes) const;

    const NameLists* lists_;
};

/// Whether a word is one of the surnames that stand before the given name: Kim, Xi, Nguyen.
bool leading_surname(std::string_view low);

/// Which rows of the alias table are looked for.
enum class KnownRows : std::uint8_t {
    all,
    places  ///< names of places, without demonyms: what holds in any language
};

/// Which tokens belong to a draft, and the drafts themselves.
class NameDrafts {
public:
    NameDrafts(const archive::AliasTable& known, KnownRows rows, const KnownWords& words)
        : known_(known), rows_(rows), words_(words) {}

    /// Finds the drafts of an article, in no order. `tagged` are the names that the tagger marked,
    /// in order, over NameText::tokens. Names that the table has for some languages are looked for
    /// where only places are, in an article of `language`.
    void find(const NameText& text, std::span<const NameSpan> tagged,
              std::string_view language = {});

    std::vector<NameDraft>& all() { return drafts_; }
    /// Puts them into reading order.
    void sort();

    bool taken(std::size_t token) const { return taken_[token]; }
    /// Adds a draft over tokens that are not taken.
    void add(NameDraft draft);

    /// Whether most words of the sentence begin with a capital, as in headlines.
    bool headline_case(std::size_t sentence) const { return headline_case_[sentence]; }

    /// Adds the names of the table `own`, over tokens that are not taken yet.
    void add_own(const archive::AliasTable& own);

private:
    void settle_cases();
    void prepare(std::span<const NameSpan> tagged);
    void prepare_person(NameSpan span);
    bool known_begins(std::uint32_t at, std::uint32_t end) const;
    void add_prepared(NameSpan span);
    void where_rank_is_held(NameSpan& span) const;
    void drop_strange_ends(NameSpan& span) const;
    void find_known(const NameSentence& sentence);
    bool find_known_at(const NameSentence& sentence, std::uint32_t begin);
    bool part_of_longer(std::uint32_t begin, std::uint32_t end) const;
    bool person_here(std::uint32_t begin, std::uint32_t end) const;
    void find_after_the(const NameSentence& sentence, std::uint32_t token);
    bool initials_alone(const NameSpan& span) const;
    bool party_and_state(const NameSpan& span) const;
    void add_tagged(NameSpan span);
    void complete_person(NameSpan& span) const;

    const archive::AliasTable& known_;
    KnownRows rows_;
    const KnownWords& words_;
    const NameText* text_ = nullptr;
    std::string_view language_;
    std::vector<NameSpan> spans_;         ///< of the tagger, cut
    std::vector<std::uint32_t> span_at_;  ///< of each token: number in spans_ and 1, or 0
    std::vector<bool> headline_case_;     ///< by sentence
    std::vector<bool> taken_;             ///< by token
    std::vector<NameDraft> drafts_;
    std::vector<std::string_view> parts_of_people_;  ///< sorted: words of longer names of people
};

}  // namespace indexer
