// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml_articles.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/extract/line_shape.h"
#include "indexer/readers/article_body.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;

/// Its number is set by read_xml_articles().
Record rejected(Error error) {
    return rejected_record(1, std::move(error));
}

Record too_large() {
    return rejected({ErrorCode::article_too_large,
                     "a record of more than "
                         + std::to_string(archive::limits::xml_record_bytes >> 20U) + " MiB",
                     {},
                     {}});
}

bool has_words(const Article& article) {
    return !archive::trimmed(article.title).empty()
           || std::any_of(article.zones.begin(), article.zones.end(),
                          [](const auto& zone) { return !archive::trimmed(zone.text).empty(); });
}

Record merged_record(Article article, const StatedFields& stated) {
    merge_stated(article, stated);
    if (!has_words(article)) {
        return rejected({ErrorCode::article_empty, "no headline and no text", {}, {}});
    }
    Record record;
    record.article = std::move(article);
    return record;
}

}  // namespace

void read_xml_articles(Bytes& bytes, const Origin& origin, const RecordSink& sink,
                       const XmlFormat& format) {
    std::uint64_t number = 0;
    const XmlReading reading = for_each_xml_record(
        bytes, {format.begins, [&](const XmlRecord& found) {
                    Record record = found.too_large ? too_large() : format.make(found.element);
                    record.record = ++number;
                    record.article.provenance.path = origin.path;
                    record.article.provenance.record = number;
                    record.article.provenance.reader = format.name;
                    record.article.quality.truncated =
                        record.article.quality.truncated || found.cut_short;
                    return sink(std::move(record));
                }});
    if (reading.stopped || !reading.damage) return;
    Record damage = rejected({ErrorCode::article_unreadable,
                              "damaged in line " + std::to_string(reading.damage->line) + ": "
                                  + archive::escaped(reading.damage->what),
                              {},
                              {}});
    damage.record = 0;
    sink(std::move(damage));
}

Record article_record(const std::string& body, const StatedFields& stated) {
    if (body.size() > archive::limits::article_bytes) {
        return rejected({ErrorCode::article_too_large,
                         "a text of more than "
                             + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
                         {},
                         {}});
    }
    auto article = article_from_body(body, stated.url);
    if (!article && stated.title.empty()) return rejected(article.error());
    if (!article) article = Article();  // a text of nothing but pictures; the headline is something
    if (article->published.basis == archive::Basis::free_text) article->published = {};
    return merged_record(*std::move(article), stated);
}

Record agency_record(AgencyText text, StatedFields stated) {
    auto& paragraphs = text.paragraphs;
    const auto same = [](std::string_view left, std::string_view right) {
        return archive::folded_words(left) == archive::folded_words(right);
    };
    constexpr std::size_t line_bytes = 1'000;  // neither a headline nor a byline is longer
    const auto first_is = [&](std::string_view line) {
        return !paragraphs.empty() && !line.empty() && paragraphs.front().size() < line_bytes
               && same(paragraphs.front(), line);
    };
    if (first_is(stated.title)) paragraphs.erase(paragraphs.begin());
    if (first_is(stated.byline)) {
        paragraphs.erase(paragraphs.begin());
    } else if (stated.byline.empty() && stated.authors.empty() && !paragraphs.empty()) {
        constexpr std::size_t byline_bytes = 80;
        const std::string& line = paragraphs.front();
        if (line.size() < byline_bytes && byline_opening(line) != 0 && !ends_sentence(line)
            && !authors_in(line).empty()) {
            stated.byline = line;
            paragraphs.erase(paragraphs.begin());
        }
    }
    for (const auto& heading : text.headings) {
        if (stated.title.empty())
            stated.title = heading;
        else if (heading != stated.title)
            add_line(stated.more_titles, heading);
    }
    return merged_record(article_from_agency_text(text), stated);
}

std::optional<archive::Date> stated_date(std::initializer_list<std::string> values) {
    DateHints hints;
    hints.basis = archive::Basis::field;
    for (const auto& value : values) {
        if (auto date = parse_written_date(value, hints)) return date;
    }
    return std::nullopt;
}

std::string markup_of(const XmlNode& element, const HtmlTag& tag) {
    for (XmlNode node = element.first(); node; node = node.next()) {
        if (!node.is_text()) return inner_html(element, tag);
    }
    return std::string(archive::trimmed(element.text()));
}

std::uint64_t whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto digits = archive::trimmed(text);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

void add_line(std::vector<std::string>& lines, std::string line) {
    if (archive::trimmed(line).empty()) return;
    if (std::find(lines.begin(), lines.end(), line) == lines.end())
        lines.push_back(std::move(line));
}

void add_keywords(std::vector<std::string>& tags, std::string_view written) {
    for (const auto term : archive::split(written, ',')) {
        add_line(tags, std::string(archive::trimmed(term)));
    }
}

}  // namespace indexer
