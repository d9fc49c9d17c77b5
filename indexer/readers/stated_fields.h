// SPDX-License-Identifier: GPL-2.0-or-later
// stated_fields.h - What a structured format says of an article, put over what its text seems to
// say.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

/// Fields as a record states them: single lines, UTF-8; empty where it does not.
struct StatedFields {
    std::string external_id;
    std::string title;
    std::vector<std::string> more_titles;  ///< other headlines of it; searched, not shown
    std::string standfirst;
    std::optional<archive::Date> published;
    std::optional<archive::Date> updated;
    std::string url;  ///< http or https
    std::string source;
    std::string byline;                ///< one string, which may name several people
    std::vector<std::string> authors;  ///< given one by one
    std::string section;
    std::vector<std::string> agency;
    std::string language;  ///< as declared: "en-US"
    std::vector<std::string> tags;
    std::vector<std::string> persons;  ///< named with the article as what it is about
    std::vector<std::string> orgs;
    std::vector<std::string> places;
    std::string dateline;                                    ///< "SEOUL, Nov 30"
    std::vector<std::string> captions;                       ///< of its pictures
    std::uint64_t version = 0;                               ///< where the format gives versions
    std::vector<std::pair<std::string, std::string>> other;  ///< shown, not searched
};

/// Adds names that the article came with, each once.
void add_entities(archive::Article& article, archive::EntityType type,
                  const std::vector<std::string>& names);

/// Puts `stated` into `article`, a draft made from the text. What is stated wins; headline,
/// standfirst and byline also become zones where the text has none that equals them. A standfirst
/// that only repeats the beginning of the body is none, nor is such a dateline. An article of which
/// only the last change is dated appeared then or before: its day is inferred (basis modified). The
/// source is, failing all else, the host of the address.
void merge_stated(archive::Article& article, const StatedFields& stated);

}  // namespace indexer
