// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/text_zones.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/datelines.h"
#include "indexer/extract/closing_lines.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/line_signatures.h"
#include "indexer/extract/nearest_date.h"
#include "indexer/extract/source_citation.h"
#include "indexer/extract/story_lines.h"

#include <array>
#include <cstddef>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;

/// What repeats in the source was settled before.
bool known_furniture(const TextLine& line) {
    return line.settled && line.kind == ZoneKind::furniture;
}

/// Where the reading stands.
struct Reading {
    std::vector<TextLine>& lines;
    bool spaced;
    Article& article;
    std::size_t at = 0;          ///< the line at hand
    std::size_t body_bytes = 0;  ///< of body lines so far
    bool in_tail = false;        ///< within a list of other articles
    bool dateline_seen = false;
    bool dated_by_line = false;  ///< by a date line of the head, of which there may be a better one

    TextLine& line() const { return lines[at]; }
    /// The next line that is not known to be furniture.
    const TextLine* next() const {
        std::size_t later = at + 1;
        while (later < lines.size() && known_furniture(lines[later])) ++later;
        return later < lines.size() ? &lines[later] : nullptr;
    }
    bool in_body() const { return body_bytes > 0; }
};

bool settle(Reading& reading, ZoneKind kind) {
    reading.line().kind = kind;
    reading.line().settled = true;
    return true;
}

// The rules, in the order they are asked. Each settles the line at hand or leaves it.

/// "Title: ...", "Source: ..." above the body, as exports write them.
bool labelled(Reading& reading) {
    if (reading.in_body()) return false;
    const auto* const next = reading.next();
    const bool block = (reading.at > 0 && is_label_line(reading.lines[reading.at - 1].text))
                       || (next != nullptr && is_label_line(next->text));
    const auto field =
        labelled_field(reading.line().text, block ? LabelPlace::in_block : LabelPlace::alone);
    if (!field) return false;
    if (field->label == HeaderLabel::title) {
        if (!reading.article.title.empty()) return false;
        take_title(field->value, reading.article);
        return settle(reading, ZoneKind::headline);
    }
    take_field(*field, reading.article);
    return settle(reading, ZoneKind::header);
}

/// "Daily Gull" above "(Jan. 11, 2010): News: p4.", and the day below a label that stands alone.
bool cited(Reading& reading) {
    constexpr std::size_t head_bytes = 600;  // labels on lines of their own look like text
    if (reading.article.published.known() || reading.body_bytes >= head_bytes) return false;
    const auto& line = reading.line();
    const auto* const next = reading.next();
    const bool above = next != nullptr && next->text.starts_with('(') && !line.sentence;
    const bool below_label = reading.at > 0 && reading.lines[reading.at - 1].text.ends_with(':');
    if (!above && !below_label) return false;
    const auto citation = source_citation(above ? line.text + ". " + next->text : line.text);
    if (!citation) return false;
    take_citation(*citation, reading.article);
    return settle(reading, ZoneKind::header);
}

/// "• World", "Home > World", "• Saturday, 30 Nov 2024" above the body.
bool breadcrumb(Reading& reading) {
    constexpr std::size_t head_bytes = 200;
    if (reading.body_bytes >= head_bytes) return false;
    const auto crumb = breadcrumb_in(reading.line().text);
    if (!crumb) return false;
    if (!take_date(*crumb, reading.article) && reading.article.section.empty()) {
        reading.article.section = *crumb;
    }
    return settle(reading, ZoneKind::header);
}

bool begins_tail(const Reading& reading) {
    constexpr std::size_t body_before_tail = 150;
    return reading.body_bytes > body_before_tail && is_tail_marker(reading.line().lower);
}

/// From "Next In World" on everything is furniture, until two long sentences follow each other.
bool tail(Reading& reading) {
    const auto& line = reading.line();
    if (begins_tail(reading)) {
        reading.in_tail = true;
        return settle(reading, ZoneKind::furniture);
    }
    if (!reading.in_tail) return false;
    constexpr std::size_t long_sentence = 25;
    constexpr std::size_t long_successor = 20;
    if (line.sentence && line.words >= long_sentence && reading.next() != nullptr
        && reading.next()->words >= long_successor) {
        reading.in_tail = false;
        return false;
    }
    return settle(reading, ZoneKind::furniture);
}

/// The agency's mark with the day it sent the story.
bool numbered_copyright(Reading& reading) {
    if (!reading.in_body()) return false;
    const std::string day = day_of_copyright(reading.line().lower);
    if (day.empty()) return false;
    add_agency(reading.article.agency, agency_named("dpa"));
    take_date(day, reading.article);
    return settle(reading, ZoneKind::credit);
}

bool credit(Reading& reading) {
    if (numbered_copyright(reading)) return true;
    const auto& line = reading.line();
    const auto signature = reading.in_body() ? agency_signature(line.text) : std::string_view();
    if (!signature.empty()) {
        add_agency(reading.article.agency, signature);
        return settle(reading, ZoneKind::credit);
    }
    if (!is_credit(line.lower)) return false;
    for (const auto& agency : agencies_in(line.text)) add_agency(reading.article.agency, agency);
    if (reading.article.byline.empty()) {
        reading.article.byline = reporters_in_credit(line.text);
    }
    return settle(reading, ZoneKind::credit);
}

/// Initials near the end of the text.
bool initials(Reading& reading) {
    constexpr std::size_t last_lines = 4;
    if (!reading.in_body() || reading.at + last_lines < reading.lines.size()) return false;
    return are_initials(reading.line().text) && settle(reading, ZoneKind::credit);
}

bool pointer(Reading& reading) {
    return is_pointer(reading.line().lower) && settle(reading, ZoneKind::furniture);
}

bool promo(Reading& reading) {
    return !reading.line().lower.empty() && is_promo(reading.line().lower, reading.in_body())
           && settle(reading, ZoneKind::furniture);
}

bool caption(Reading& reading) {
    constexpr std::size_t head_bytes = 300;
    constexpr std::size_t longest_in_body = 300;
    const auto& line = reading.line();
    const bool early = reading.body_bytes < head_bytes;
    if (!line.lower.empty() && is_caption(line.lower)
        && (early || line.text.size() < longest_in_body)) {
        return settle(reading, ZoneKind::caption);
    }
    const auto source = picture_source(line.text);
    if (source.empty()) return false;
    if (early) return settle(reading, ZoneKind::caption);
    // "... he said. - Bernama": the agency signs its last paragraph
    add_agency(reading.article.agency, agency_named(source));
    return false;
}

bool is_byline(const TextLine& line) {
    return byline_opening(line.text) > 0 && line.text.back() != '.'
           && !(authors_in(line.text).empty() && agencies_in(line.text).empty());
}

/// "Ann Lee" between the headline and the day.
bool is_name_above_date(const Reading& reading) {
    constexpr std::size_t most_words = 4;
    const auto& line = reading.line();
    const auto* next = reading.next();
    if (reading.article.title.empty() || reading.in_body() || next == nullptr) return false;
    if (line.words < 2 || line.words > most_words || line.sentence) return false;
    const auto authors = authors_in(line.text);
    return authors.size() == 1 && authors.front() == line.text && all_capitalised(line.text)
           && is_date_line(next->text);
}

/// "By Ann Lee", "Von Jo Meyer", above the body; a date behind the name counts.
bool byline(Reading& reading) {
    constexpr std::size_t longest = 100;
    constexpr std::size_t head_bytes = 100;
    const auto& line = reading.line();
    if (line.text.size() >= longest || reading.body_bytes >= head_bytes) return false;
    if (!is_byline(line) && !is_name_above_date(reading)) return false;
    take_date(line.text, reading.article);
    if (reading.article.byline.empty()) reading.article.byline = line.text;
    return settle(reading, ZoneKind::byline);
}

/// A short line above the body that says little more than a day.
bool date_line(Reading& reading) {
    constexpr std::size_t head_bytes = 200;
    const auto& line = reading.line();
    if (reading.body_bytes >= head_bytes || !is_date_line(line.text)) return false;
    const bool undated = !reading.article.published.known();
    take_date(line.text, reading.article);
    reading.dated_by_line = reading.dated_by_line || (undated && reading.article.published.known());
    return settle(reading, ZoneKind::header);
}

/// A dateline on a line of its own, or the one that opens the body and stays in it.
bool dateline(Reading& reading) {
    if (reading.dateline_seen) return false;
    const auto found = find_dateline(reading.line().text);
    if (!found) return false;
    reading.dateline_seen = true;
    take_date(std::string_view(reading.line().text).substr(0, found->end), reading.article);
    add_agency(reading.article.agency, found->agency);
    return settle(reading, found->alone ? ZoneKind::dateline : ZoneKind::body);
}

/// Whether a line of one or two words is a headline: "Skippers complain" in front of a byline or a
/// day, or as the first line above a long paragraph.
bool short_headline(const Reading& reading, const TextLine& next) {
    constexpr std::size_t shortest = 5;
    constexpr std::size_t paragraph = 100;
    if (reading.line().text.size() < shortest || begins_lower(reading.line().text)) return false;
    if (reading.at > 0) return false;
    return is_byline(next) || is_date_line(next.text)
           || (next.after_blank && next.sentence && next.text.size() > paragraph);
}

bool headline(Reading& reading) {
    constexpr std::size_t longest = 220;
    constexpr std::size_t fewest_words = 3;
    constexpr std::size_t most_words = 28;
    const auto& line = reading.line();
    const auto* next = reading.next();
    if (!reading.article.title.empty() || reading.in_body() || next == nullptr) return false;
    if (line.text.size() > longest || line.words > most_words) return false;
    if (line.words < fewest_words && !short_headline(reading, *next)) return false;
    const bool asks = line.text.back() == '?' || line.text.back() == '!';
    if (line.sentence && !asks) return false;
    const bool stands_out =
        next->after_blank || !next->sentence || next->text.size() * 10 > line.text.size() * 13;
    if (!stands_out) return false;
    reading.article.title = line.text;
    reading.article.title_basis = archive::TitleBasis::text;
    return settle(reading, ZoneKind::headline);
}

/// Between headline and byline, or the short first sentence of a text whose paragraphs no blank
/// lines part.
bool standfirst(Reading& reading) {
    constexpr std::size_t most_words = 30;
    constexpr std::size_t longest = 220;
    const auto& line = reading.line();
    const auto* next = reading.next();
    if (!reading.article.title.empty() && reading.article.standfirst.empty() && !reading.in_body()
        && next != nullptr && line.text.size() < 2 * longest) {
        Reading below{reading.lines, reading.spaced, reading.article, reading.at + 1};
        if (is_byline(*next) || is_date_line(next->text) || is_name_above_date(below)) {
            reading.article.standfirst = line.text;
            return settle(reading, ZoneKind::standfirst);
        }
    }
    if (reading.at != 0 || reading.spaced || reading.next() == nullptr) return false;
    if (!line.sentence || line.words > most_words || line.text.size() > longest) return false;
    reading.article.standfirst = line.text;
    return settle(reading, ZoneKind::standfirst);
}

/// Whether the lines from the one at hand up to `last` are a list of the story: tour dates,
/// results. They are announced by a colon, or most of them hold figures.
bool is_list(const Reading& reading, std::size_t last) {
    const auto& lines = reading.lines;
    if (reading.at > 0 && lines[reading.at - 1].text.back() == ':') return true;
    std::size_t figures = 0;
    std::size_t open = 0;
    for (std::size_t at = reading.at; at < last; ++at) {
        if (known_furniture(lines[at])) continue;
        ++open;
        if (lines[at].text.find_first_of("0123456789") != std::string::npos) ++figures;
    }
    return figures * 3 > open * 2;
}

/// Three and more lines like headlines that reach the end of the text.
bool headline_run(Reading& reading) {
    constexpr std::size_t body_before_run = 600;
    constexpr std::size_t fewest_words = 3;
    constexpr std::size_t most_words = 20;
    constexpr std::size_t fewest_lines = 3;
    if (reading.body_bytes <= body_before_run) return false;
    const auto like_headline = [](const TextLine& line) {
        return !line.sentence && line.words >= fewest_words && line.words <= most_words;
    };
    std::size_t last = reading.at;
    while (last < reading.lines.size()
           && (known_furniture(reading.lines[last]) || like_headline(reading.lines[last])))
        ++last;
    if (is_list(reading, last)) return false;
    if (last - reading.at < fewest_lines || last + 1 < reading.lines.size()) return false;
    for (std::size_t i = reading.at; i < last; ++i) {
        reading.lines[i].kind = ZoneKind::furniture;
        reading.lines[i].settled = true;
    }
    return true;
}

bool body(Reading& reading) {
    return settle(reading, ZoneKind::body);
}

/// A rule, and whether it knows the furniture of web pages, of which print has none.
struct Rule {
    bool (*settles)(Reading&);
    bool for_web = false;
};

constexpr std::array rules{
    Rule{labelled}, Rule{cited},      Rule{breadcrumb},         Rule{tail, true},
    Rule{credit},   Rule{initials},   Rule{pointer, true},      Rule{promo, true},
    Rule{caption},  Rule{byline},     Rule{dateline},           Rule{date_line},
    Rule{headline}, Rule{standfirst}, Rule{headline_run, true}, Rule{body}};

/// Gives a date glued to the first line a line of its own.
void part_glued_date(TextLines& text, Article& article) {
    if (text.lines.empty()) return;
    auto& first = text.lines.front();
    const std::size_t length = glued_date_length(first.text);
    if (length == 0) return;
    take_date(std::string_view(first.text).substr(0, length), article);
    TextLine prefix(std::string(stripped(first.text.substr(0, length))));
    prefix.kind = ZoneKind::header;
    prefix.settled = true;
    prefix.after_blank = true;
    TextLine rest(std::string(stripped(first.text.substr(length))));
    text.lines.front() = std::move(rest);
    text.lines.insert(text.lines.begin(), std::move(prefix));
}

/// Dates the article by the likeliest date of the page, where a line of the head told none for
/// sure.
void take_nearest_date(Reading& reading) {
    if (reading.article.published.known() && !reading.dated_by_line) return;
    const TextLine* best = nearest_date_line(reading.lines);
    if (best == nullptr) return;
    reading.article.published = {};
    take_date(best->text, reading.article);
}

}  // namespace

void settle_lines(TextLines& text, Article& article) {
    part_glued_date(text, article);
    if (!text.running) part_outskirts(text.lines);
    Reading reading{text.lines, text.spaced, article};
    for (; reading.at < reading.lines.size(); ++reading.at) {
        const auto& line = reading.line();
        if (known_furniture(line) && begins_tail(reading)) reading.in_tail = true;
        for (const Rule& rule : rules) {
            if (text.running && rule.for_web) continue;
            if (line.settled || rule.settles(reading)) break;
        }
        if (line.kind == ZoneKind::body) reading.body_bytes += line.text.size();
    }
    take_nearest_date(reading);
}

archive::Article article_from_text(std::string_view text) {
    Article article;
    auto lines = text_lines(text);
    settle_lines(lines, article);
    article.zones = zones_of(lines.lines);
    article.running = lines.running;
    article.authors = authors_in(article.byline);
    settle_updated_only(article);
    return article;
}

}  // namespace indexer
