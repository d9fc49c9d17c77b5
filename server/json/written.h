// SPDX-License-Identifier: GPL-2.0-or-later
// written.h - What answers are made of, put into a JsonText or a JsonTree.
//
// One description of each, whether it is written at once (the rows of a search) or becomes part of
// a tree (the members of a story).
#pragma once

#include "archive/search/searcher.h"
#include "server/json/parts.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace server {

template <typename Out>
void put_text_or_null(Out& out, std::string_view text) {
    if (text.empty())
        out.null();
    else
        out.text(text);
}

template <typename Out>
void put_texts(Out& out, const std::vector<std::string>& texts) {
    out.begin_array();
    for (const auto& text : texts) out.text(text);
    out.end_array();
}

template <typename Out>
void put_day(Out& out, archive::DayNumber day) {
    put_text_or_null(out, day == 0 ? std::string() : archive::iso_day(day));
}

/// {"text":"self-defence","hit":true}; `hit` only where it is one.
template <typename Out>
void put_segment(Out& out, const archive::TextSegment& segment) {
    out.begin_object();
    out.key("text").text(segment.text);
    if (segment.hit) {
        out.key("hit").boolean(true);
    }
    out.end_object();
}

/// See segments_json().
template <typename Out>
void put_segments(Out& out, const std::vector<archive::TextSegment>& segments,
                  archive::Highlight highlight) {
    switch (highlight) {
        case archive::Highlight::html: return out.text(marked_html(segments));
        case archive::Highlight::none: return out.text(plain_text(segments));
        case archive::Highlight::segments: break;
    }
    out.begin_array();
    for (const auto& segment : segments) put_segment(out, segment);
    out.end_array();
}

/// See date_json().
template <typename Out>
void put_date(Out& out, const archive::Date& date) {
    out.begin_object();
    out.key("earliest");
    put_day(out, date.span.first);
    out.key("latest");
    put_day(out, date.span.last);
    out.key("edtf").text(archive::edtf(date));
    out.key("precision").text(archive::name(date.precision));
    out.key("certainty").text(archive::name(date.certainty));
    out.key("basis").text(archive::name(date.basis));
    out.key("evidence").text(date.evidence);
    out.key("time");
    put_text_or_null(out, time_of_day(date));
    out.end_object();
}

/// See index_json().
template <typename Out>
void put_index(Out& out, const archive::Searcher& searcher) {
    const auto& manifest = searcher.snapshot().manifest();
    out.begin_object();
    out.key("uuid").text(manifest.uuid);
    out.key("revision").number(manifest.revision);
    out.key("aliases").text(searcher.aliases_digest());
    out.end_object();
}

/// See warnings_json().
template <typename Out>
void put_warnings(Out& out, const std::vector<archive::Warning>& warnings) {
    out.begin_array();
    for (const auto& warning : warnings) {
        out.begin_object();
        out.key("code").text(archive::name(warning.code));
        out.key("parameter").text("q");
        out.key("start").number(std::uint64_t{warning.span.start});
        out.key("end").number(std::uint64_t{warning.span.end});
        out.key("detail").text(warning.detail);
        out.end_object();
    }
    out.end_array();
}

/// The members of counts_json().
template <typename Out>
void put_counts(Out& out, const archive::BothCounts& counts) {
    out.key("articles").number(counts.articles);
    out.key("stories").number(counts.stories);
}

}  // namespace server
