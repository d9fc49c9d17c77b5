// SPDX-License-Identifier: GPL-2.0-or-later
// row.h - An article as a row: what lists, exports and members of a story show of it.
#pragma once

#include "server/json/json_text.h"
#include "server/json/parts.h"

#include <span>
#include <vector>

namespace server {

/// What the facts of a row are taken from.
struct RowFacts {
    const archive::Article& article;
    const archive::ArticleTies& ties;
    std::int64_t added = 0;
    std::uint32_t words = 0;
    const std::vector<archive::TextSegment>& title;
    std::span<const archive::ShownName> names;
    const std::vector<archive::TextSegment>* snippet = nullptr;  ///< null: without one
};

/// The names of an article as a row shows them; borrows their texts.
std::vector<archive::ShownName> shown(const std::vector<archive::KnownName>& names);

/// Every member of a row but `score`, in the order of docs/rest.md.
ordered_json facts_json(const RowFacts& facts, archive::Highlight highlight);

/// The same of a row, without its snippet.
ordered_json facts_json(const archive::ResultRow& row, archive::Highlight highlight);

/// An article of a story: what a row shows, its role, and what it kept of the earliest. `added` are
/// the words it added here.
ordered_json version_json(const archive::StoryVersion& version);

/// A row of a list of results, written at once.
void write_row(JsonText& out, const archive::ResultRow& row, archive::Highlight highlight);

/// The same as a tree.
ordered_json row_json(const archive::ResultRow& row, archive::Highlight highlight);

/// A row as a line of an export: plain text, with the whole body and the page's own address.
ordered_json exported_row(const archive::ResultRow& row, const std::string& permalink);

/// `story` of a row: its id, how many versions it has, which of them this is.
ordered_json story_ties_json(const archive::ArticleTies& ties);

/// {"type":"person","id":"person:kim-jong-un","name":"Kim Jong Un"}.
ordered_json name_json(const archive::KnownName& name);

}  // namespace server
