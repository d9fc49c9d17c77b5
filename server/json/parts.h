// SPDX-License-Identifier: GPL-2.0-or-later
// parts.h - What several answers are made of: marked text, dates, moments, counts, the index.
//
// Only values go in and only JSON comes out; what is not UTF-8 is replaced when it is written
// (server/answer.h). An empty text of ours is null for clients, as docs/rest.md says.
#pragma once

#include "archive/model/date.h"
#include "archive/search/search_result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {
class Searcher;
}

namespace server {

using nlohmann::ordered_json;

/// `index: {uuid, revision, aliases}`: what an answer rests on.
ordered_json index_json(const archive::Searcher& searcher);

/// A text, or null for an empty one.
ordered_json text_or_null(std::string_view text);

/// {"text":"self-defence","hit":true}; `hit` only where it is one.
ordered_json segment_json(const archive::TextSegment& segment);

/// Marked text in the form that was asked for: [{"text":"right to "},{"text":"self-defence",
/// "hit":true}], or one escaped string with <mark>, or a plain string.
ordered_json segments_json(const std::vector<archive::TextSegment>& segments,
                           archive::Highlight highlight);

/// The segments as HTML, escaped, with <mark>.
std::string marked_html(const std::vector<archive::TextSegment>& segments);

/// The segments without marks.
std::string plain_text(const std::vector<archive::TextSegment>& segments);

/// `published`: both ends, precision, certainty, basis and evidence.
ordered_json date_json(const archive::Date& date);

/// "17:48", or empty where nobody wrote the time.
std::string time_of_day(const archive::Date& date);

/// A day, or null for 0.
ordered_json day_json(archive::DayNumber day);

/// `{"earliest": …, "latest": …}`, both null when there is none.
ordered_json span_json(archive::DayNumber earliest, archive::DayNumber latest);

/// `{"articles": 3, "stories": 2}`.
ordered_json counts_json(const archive::BothCounts& counts);

/// `[{"from": "2024-02-01", "to": "2024-04-30"}]`.
ordered_json gaps_json(const std::vector<archive::DaySpan>& gaps);

/// The value with so many of its decimals: 100 for two.
double rounded(double value, double digits);

/// `{"stated": 3, "inferred": 1, "none": 0}`.
ordered_json certainty_json(const std::array<std::uint64_t, 3>& counts);

/// Seconds since 1970 as "2026-11-21T15:49:00Z".
std::string utc_moment(std::int64_t seconds);

/// The repairs of a query.
ordered_json warnings_json(const std::vector<archive::Warning>& warnings);

/// One line of JSON without a line break; malformed UTF-8 becomes U+FFFD.
std::string one_line(const ordered_json& json);

}  // namespace server
