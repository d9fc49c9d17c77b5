// SPDX-License-Identifier: GPL-2.0-or-later
// search_result.h - What a search answers, as plain values; server/json writes them.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/model/article.h"
#include "archive/search/comparison.h"
#include "archive/search/kept_text.h"
#include "archive/search/receipt.h"
#include "archive/search/search_request.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// A stretch of text, marked or not. Never markup.
struct TextSegment {
    std::string text;
    bool hit = false;
    friend bool operator==(const TextSegment&, const TextSegment&) = default;
};

/// Articles, and the distinct stories they are versions of; an article that is alone is a story.
struct BothCounts {
    std::uint64_t articles = 0;
    std::uint64_t stories = 0;
    friend bool operator==(const BothCounts&, const BothCounts&) = default;
};

/// What an article is to others, as of the revision.
struct ArticleTies {
    std::string story;           ///< id; its own when it is alone
    std::uint32_t versions = 1;  ///< articles of the story, itself included
    StoryRole role = StoryRole::only;
    std::string event;          ///< id; empty without one
    std::uint32_t reports = 0;  ///< articles of the event, itself included
};

/// A person, organisation or place that an article names, as the alias table knows it.
struct KnownName {
    EntityType type = EntityType::person;
    std::string id;                       ///< "loc:north-korea"
    std::string label;                    ///< what the table calls it, else as the article has it
    std::vector<std::string> forms = {};  ///< as its text writes it; only where said so
    friend bool operator==(const KnownName&, const KnownName&) = default;
};

/// The same where a list shows it, of texts that are kept elsewhere.
struct ShownName {
    EntityType type = EntityType::person;
    std::string_view id;
    std::string_view label;
    friend bool operator==(const ShownName&, const ShownName&) = default;
};

/// The names of a row, and what keeps their texts: the same few are in many articles.
struct ShownNames {
    std::vector<ShownName> list;
    std::shared_ptr<const void> kept;
};

struct ResultRow {
    Location location;
    Article article;  ///< decoded, zones included; see ArticleParts
    ArticleTies ties;
    std::int64_t added = 0;  ///< seconds since 1970
    std::uint32_t words = 0;
    std::vector<TextSegment> title;
    std::vector<TextSegment> snippet;
    ShownNames names;  ///< once each, in the article's order
    double score = 0;
};

struct FacetValue {
    std::string value;  ///< what the parameter takes: "Harbour Times", "person:kim-jong-un",
                        ///< "2024", "2024-06", "stated"
    std::string label;
    BothCounts counts;
};

struct FacetResult {
    FacetKind kind = FacetKind::source;
    std::vector<FacetValue>
        values;  ///< most counted first, then by label; selected values always among them
};

struct HistogramBin {
    DayNumber start = 0;
    BothCounts counts;
    std::uint64_t inferred = 0;  ///< articles of them whose date is inferred
    std::uint64_t archive = 0;   ///< articles of the whole archive in the bin
};

struct HistogramResult {
    BinUnit unit = BinUnit::month;
    std::vector<HistogramBin> bins;  ///< every bin of the span, empty ones too
    BothCounts undated;              ///< matches without a date, the date filter left out
};

/// A way on when nothing was found.
struct Relaxation {
    std::string kind;  ///< "instead", "without", "all_dates", "undated"
    std::string label;
    std::vector<std::pair<std::string, std::optional<std::string>>>
        change;  ///< parameter: new value, or none to drop it
    BothCounts counts;
};

/// A word the archive does not hold, and one it does.
struct Spelling {
    std::string word;
    std::string instead;
    std::string query;  ///< the typed query with it, and with what stands in place of other words
    std::uint64_t articles = 0;
};

struct SearchResult {
    Receipt receipt;
    BothCounts total;
    std::uint64_t outside_undated = 0;
    std::uint64_t outside_furniture = 0;
    std::vector<ResultRow> rows;
    std::vector<FacetResult> facets;
    std::optional<HistogramResult> histogram;
    std::vector<Spelling> suggestions;
    std::vector<Relaxation> relax;
    std::string next_cursor;  ///< empty at the end
};

/// A paragraph of the reader: marked text.
using MarkedParagraph = std::vector<TextSegment>;

struct MarkedZone {
    ZoneKind kind = ZoneKind::body;
    std::vector<MarkedParagraph> paragraphs;
};

/// An article of a story beside the others.
struct StoryVersion {
    ResultRow row;  ///< without marks and snippet
    KeptText kept;  ///< of the first version; all of it for that one
};

/// A story whole.
struct StoryView {
    std::string id;
    std::uint32_t articles = 0;          ///< all; `versions` may be cut
    std::vector<StoryVersion> versions;  ///< oldest first
};

/// One article with the marks of a search.
struct ArticleView {
    Location location;
    Article article;
    ArticleTies ties;
    std::vector<StoryVersion> versions;  ///< of its story, oldest first, itself included
    std::vector<ResultRow> reports;      ///< of its event, the same; none without an event
    std::int64_t added = 0;
    std::uint32_t words = 0;
    std::vector<TextSegment> title;
    std::vector<KnownName> names;  ///< as of a row, with their forms
    std::vector<MarkedZone>
        zones;  ///< in reading order, furniture included; the caller leaves it out
    std::vector<Warning> warnings;
};

/// Two articles, their titles marked, without snippets; and what is between them.
struct ComparedArticles {
    ResultRow left;
    ResultRow right;
    Comparison comparison;
};

/// A form of a name as articles have it, and how many do.
struct NameForm {
    std::string written;
    std::uint64_t articles = 0;
};

/// A name that matches have together with another.
struct RelatedName {
    EntityType type = EntityType::person;
    FacetValue name;      ///< and the matches that have both
    double strength = 0;  ///< how much more often than by chance, weighed by how often
};

/// A quotation of somebody.
struct Quotation {
    ResultRow row;  ///< the article, without marks and snippet
    std::string text;
    std::string speaker_text;      ///< what the speaker was read from: "he"; may be empty
    std::optional<KnownName> via;  ///< who passed it on
    std::uint8_t confidence = 0;   ///< per cent
};

/// A person, organisation or place in the matches of a search.
struct EntityView {
    KnownName name;
    std::vector<std::string> aliases;  ///< of the table, in its order
    std::vector<NameForm> forms;       ///< most articles first
    BothCounts total;
    DayNumber first = 0, last = 0;     ///< of dated matches; 0 when none is
    std::vector<RelatedName> related;  ///< strongest first
    std::vector<FacetValue> sources;   ///< most articles first
    std::vector<Quotation> quotes;     ///< newest first
    HistogramResult timeline;
    std::string understood;  ///< the search that the matches are of
    std::vector<Warning> warnings;
};

/// One completion.
struct Completion {
    std::string type;   ///< "word", "source", "person", "org", "place"
    std::string value;  ///< what the parameter takes: "Harbour Times", "loc:north-korea"
    std::string query;  ///< what to put into the query: ferry, source:"Harbour Times"
    std::string label;
    std::string form;  ///< the form that matched what was typed: "DPRK"
    std::uint64_t articles = 0;
};

struct SourceReport {
    std::string source;  ///< "" for articles without one
    BothCounts counts;
    DayNumber earliest = 0, latest = 0;
    std::vector<DaySpan> gaps;  ///< longer than 30 days without an article
    std::int64_t last_added = 0;
    std::array<std::uint64_t, 3> certainty{};  ///< by Certainty
};

struct StatusReport {
    BothCounts counts;
    std::uint64_t sources = 0;
    DayNumber earliest = 0, latest = 0;
    std::array<std::uint64_t, 3> certainty{};                   ///< by Certainty
    std::vector<std::pair<DayNumber, std::uint64_t>> coverage;  ///< first of month, articles
};

}  // namespace archive
