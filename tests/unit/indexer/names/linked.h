// SPDX-License-Identifier: GPL-2.0-or-later
// linked.h - Articles with labels written into them, as tests of names write them.
//
// "{p Ann Lee} met {o Port Authority} staff in {l Northport}." is what the tagger would mark: p a
// person, o an organisation, l a place, m something else.
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/article.h"
#include "archive/model/quote.h"
#include "indexer/names/name_linker.h"
#include "indexer/names/name_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// An article and what the tagger marked in it.
class MarkedArticle {
public:
    /// One body zone.
    explicit MarkedArticle(std::string_view marked);
    MarkedArticle() = default;

    MarkedArticle& zone(archive::ZoneKind kind, std::string_view marked);

    /// "Ann Lee: Ann Lee, Lee | Northport: Northport", a role in brackets unless it is body.
    std::string names(const archive::AliasTable* own = nullptr);

    /// "person, place": the types of these names, in the same order.
    std::string types();

    /// "Lee via Coastline: "We left,"", one line a quotation; "nobody" without a speaker.
    std::string quotes();

    archive::Article article;

private:
    struct Mark {
        std::uint32_t zone = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        indexer::NameType type = indexer::NameType::other;
    };

    indexer::LinkedNames linked(const archive::AliasTable* own);

    std::vector<Mark> marks_;
    indexer::NameText text_;
};

}  // namespace tests
