// SPDX-License-Identifier: GPL-2.0-or-later
// name_linker.h - Gives each mention of an article the longest name that the article has for it.
//
//   "Kim Jong Un met Belousov … Kim said, Korean Central News Agency (KCNA) reported. KCNA …"
//   Kim Jong Un                  Kim Jong Un, Kim
//   Belousov                     Belousov
//   Korean Central News Agency   Korean Central News Agency, KCNA, KCNA
//
// The longest name makes the key under which the article is found (archive/model/entity.h). Only
// the article makes it, and the table that the programs are built with: config/aliases.tsv may add
// mentions, but no row of it changes a key, or ids and counts would drift between old and new
// articles. That DPRK and North Korea are one country is settled when a question is asked.
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/article.h"
#include "indexer/names/name_drafts.h"
#include "indexer/names/name_labels.h"
#include "indexer/names/name_text.h"
#include "indexer/names/people_named.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace indexer {

/// Somebody or something that an article names.
struct LinkedName {
    archive::EntityType type = archive::EntityType::person;
    std::string name;     ///< the longest form
    bool given = false;   ///< in the article's metadata
    bool agency = false;  ///< a news agency
};

/// One place where it is named.
struct LinkedMention {
    std::uint32_t begin = 0;  ///< into NameText::tokens
    std::uint32_t end = 0;
    std::uint32_t name = 0;  ///< index into LinkedNames::names
    archive::NameRole role = archive::NameRole::body;
};

struct LinkedNames {
    std::vector<LinkedName> names;        ///< some may have no mention
    std::vector<LinkedMention> mentions;  ///< in reading order, none within another
};

/// Links one article after the other; one a thread.
class NameLinker {
public:
    /// The tables are kept, not copied. `own` may be null: names of the user's file that are not in
    /// `shipped` and that the tagger missed become mentions too.
    NameLinker(const archive::AliasTable& shipped, const archive::AliasTable* own,
               const KnownWords& words, KnownRows rows = KnownRows::all)
        : shipped_(shipped), own_(own), words_(words), drafts_(shipped_, rows, words_) {}

    NameLinker(const NameLinker&) = delete;
    NameLinker& operator=(const NameLinker&) = delete;

    /// `tagged` are the tagger's names over the tokens of `text`, in order. The entities of the
    /// article are those of its metadata; they win over the tagger's types. Takes time that grows
    /// with the article's length alone, whatever it holds.
    LinkedNames link(const archive::Article& article, const NameText& text,
                     std::span<const NameSpan> tagged);

private:
    void read_given(const archive::Article& article);
    void settle_types();
    void name_people();
    void make_people_of_surnames();
    void find_missed();
    void spell_out_acronyms();
    void find_acronyms();
    void link_drafts();
    void link_draft(NameDraft& draft, std::uint32_t place);
    void link_after_the();
    std::uint32_t name_of(NameType type, const NameDraft& draft);
    std::uint32_t& name_under(archive::EntityType type, std::string_view folded);
    void show_as(std::uint32_t name, std::string_view surface);

    const archive::AliasTable& shipped_;
    const archive::AliasTable* own_;
    KnownWords words_;
    NameDrafts drafts_;

    // of the article at hand
    const NameText* text_ = nullptr;
    LinkedNames linked_;
    PeopleNamed people_;
    std::unordered_map<std::string, std::uint32_t> by_key_;  ///< names by type and folded form
    std::vector<std::uint32_t> name_of_person_;              ///< by PeopleNamed::Person
    std::unordered_map<std::string, NameType> given_;        ///< types of metadata, by folded name
    std::unordered_map<std::string_view, std::uint32_t> by_acronym_;
};

}  // namespace indexer
