// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/parts.h"

#include "archive/search/searcher.h"
#include "server/escaped.h"
#include "server/json/json_tree.h"
#include "server/json/written.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace server {

using archive::Highlight;
using archive::TextSegment;

std::string marked_html(const std::vector<TextSegment>& segments) {
    std::string html;
    for (const auto& segment : segments) {
        const auto text = markup_escaped(segment.text);
        html += segment.hit ? "<mark>" + text + "</mark>" : text;
    }
    return html;
}

std::string time_of_day(const archive::Date& date) {
    if (!date.minute_of_day) return {};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", *date.minute_of_day / 60,
                  *date.minute_of_day % 60);
    return text.data();
}

ordered_json index_json(const archive::Searcher& searcher) {
    const auto& manifest = searcher.snapshot().manifest();
    return {{"uuid", manifest.uuid},
            {"revision", manifest.revision},
            {"aliases", searcher.aliases_digest()}};
}

ordered_json text_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return std::string(text);
}

ordered_json segment_json(const TextSegment& segment) {
    return tree_of([&](JsonTree& tree) { put_segment(tree, segment); });
}

ordered_json segments_json(const std::vector<TextSegment>& segments, Highlight highlight) {
    return tree_of([&](JsonTree& tree) { put_segments(tree, segments, highlight); });
}

std::string plain_text(const std::vector<TextSegment>& segments) {
    std::string text;
    for (const auto& segment : segments) text += segment.text;
    return text;
}

ordered_json date_json(const archive::Date& date) {
    return tree_of([&](JsonTree& tree) { put_date(tree, date); });
}

ordered_json day_json(archive::DayNumber day) {
    if (day == 0) return nullptr;
    return archive::iso_day(day);
}

ordered_json span_json(archive::DayNumber earliest, archive::DayNumber latest) {
    return {{"earliest", day_json(earliest)}, {"latest", day_json(latest)}};
}

ordered_json counts_json(const archive::BothCounts& counts) {
    return tree_of([&](JsonTree& tree) {
        tree.begin_object();
        put_counts(tree, counts);
        tree.end_object();
    });
}

ordered_json gaps_json(const std::vector<archive::DaySpan>& gaps) {
    auto list = ordered_json::array();
    for (const auto& gap : gaps) {
        list.push_back({{"from", archive::iso_day(gap.first)}, {"to", archive::iso_day(gap.last)}});
    }
    return list;
}

double rounded(double value, double digits) {
    return std::round(value * digits) / digits;
}

ordered_json certainty_json(const std::array<std::uint64_t, 3>& counts) {
    ordered_json json;
    using enum archive::Certainty;
    for (const auto certainty : {stated, inferred, none}) {
        json[std::string(archive::name(certainty))] = counts[static_cast<std::size_t>(certainty)];
    }
    return json;
}

std::string utc_moment(std::int64_t seconds) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    std::string text = archive::iso_day(archive::day_number(day)) + "T00:00:00Z";
    const std::chrono::hh_mm_ss time(moment - day);
    const auto put = [&](std::size_t at, auto two_digits) {
        text[at] = static_cast<char>('0' + two_digits / 10);
        text[at + 1] = static_cast<char>('0' + two_digits % 10);
    };
    const auto after_day = text.size() - std::string_view("00:00:00Z").size();
    put(after_day, time.hours().count());
    put(after_day + 3, time.minutes().count());
    put(after_day + 6, time.seconds().count());
    return text;
}

ordered_json warnings_json(const std::vector<archive::Warning>& warnings) {
    auto list = ordered_json::array();
    for (const auto& warning : warnings) {
        list.push_back({{"code", archive::name(warning.code)},
                        {"parameter", "q"},
                        {"start", warning.span.start},
                        {"end", warning.span.end},
                        {"detail", warning.detail}});
    }
    return list;
}

std::string one_line(const ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace server
