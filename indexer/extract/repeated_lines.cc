// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/repeated_lines.h"

#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/chain.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/text_zones.h"

#include <algorithm>
#include <cstdint>

namespace indexer {

namespace {

using archive::Article;
using archive::TitleBasis;
using archive::ZoneKind;

constexpr std::size_t prose_words = 12;

/// A line that is written out: of a story, or of the small print.
bool is_prose(const TextLine& line) {
    return line.sentence && line.words >= prose_words;
}

bool may_be_furniture(ZoneKind kind) {
    return kind == ZoneKind::body || kind == ZoneKind::headline || kind == ZoneKind::standfirst;
}

/// A line whose standing says enough, whatever stands around it.
bool goes_alone(const TextLine& line, LineStanding standing) {
    if (!may_be_furniture(line.kind)) return false;
    const bool strict = line.kind == ZoneKind::headline || is_prose(line);
    return standing == LineStanding::common || (!strict && standing == LineStanding::repeated);
}

/// Long sentences beside each other: paragraphs of a story, where small print stands alone.
std::vector<bool> story_lines(const std::vector<TextLine>& lines) {
    std::vector<bool> story(lines.size());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (is_prose(lines[i - 1]) && is_prose(lines[i])) story[i - 1] = story[i] = true;
    }
    return story;
}

/// What repeats and is more than half of the story is no furniture, but a story told often. An
/// article of which nothing would be left keeps all.
void give_back_stories(const std::vector<TextLine>& lines, std::vector<bool>& furniture) {
    const auto story = story_lines(lines);
    std::size_t taken = 0;
    std::size_t all = 0;
    bool left = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!may_be_furniture(lines[i].kind)) continue;
        left =
            left || (!furniture[i] && lines[i].kind == ZoneKind::body && has_words(lines[i].text));
        if (!story[i]) continue;
        all += lines[i].words;
        if (furniture[i]) taken += lines[i].words;
    }
    const bool told_often = taken * 2 > all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!may_be_furniture(lines[i].kind)) continue;
        if (!left || (told_often && story[i])) furniture[i] = false;
    }
}

std::vector<TextLine> lines_of(const Article& article) {
    std::vector<TextLine> lines;
    for (const auto& zone : article.zones) {
        for (const auto text : archive::split(zone.text, '\n')) {
            TextLine line{std::string(text)};
            line.kind = zone.kind;
            line.settled = true;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

/// Plain text that gave its fields itself.
bool is_plain_text(const Article& article) {
    return article.provenance.reader == "text";
}

/// Takes what `draft` says of the article where only its text said it before.
void take_fields(Article& article, Article&& draft) {
    const auto from_text = [](const archive::Date& date) {
        return !date.known() || date.basis == archive::Basis::text_header
               || date.basis == archive::Basis::modified;
    };
    article.zones = std::move(draft.zones);
    article.title = std::move(draft.title);
    article.title_basis = draft.title_basis;
    article.standfirst = std::move(draft.standfirst);
    article.byline = std::move(draft.byline);
    article.authors = std::move(draft.authors);
    article.section = std::move(draft.section);
    if (from_text(article.published)) article.published = std::move(draft.published);
    if (!article.updated || from_text(*article.updated)) article.updated = std::move(draft.updated);
    if (!draft.source.empty()) article.source = std::move(draft.source);
    if (!draft.url.empty()) article.url = std::move(draft.url);
    analyse(article);
}

}  // namespace

std::vector<bool> furniture_among(const std::vector<TextLine>& lines,
                                  const LineStandings& standings) {
    std::vector<bool> furniture(lines.size());
    std::vector<LineStanding> found(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        found[i] = standings(lines[i].text);
        furniture[i] = lines[i].kind == ZoneKind::furniture || goes_alone(lines[i], found[i]);
    }
    const auto follow = [&](std::size_t at, bool beside) {
        const bool goes = found[at] == LineStanding::repeated && lines[at].kind == ZoneKind::body;
        if (beside && goes) furniture[at] = true;
    };
    for (std::size_t i = 1; i < lines.size(); ++i) follow(i, furniture[i - 1]);
    for (std::size_t i = lines.size(); i-- > 1;) follow(i - 1, furniture[i]);
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const bool bare = lines[i].kind == ZoneKind::body && !has_words(lines[i].text);
        if (bare && furniture[i - 1] && furniture[i + 1]) furniture[i] = true;
    }
    give_back_stories(lines, furniture);
    return furniture;
}

bool part_repeated_lines(Article& article, const LineStandings& standings) {
    TextLines text;
    text.lines = lines_of(article);
    if (is_plain_text(article)) {  // what the rules took for furniture may have followed from it
        for (auto& line : text.lines) {
            if (line.kind == ZoneKind::furniture) line.kind = ZoneKind::body;
        }
    }
    const auto furniture = furniture_among(text.lines, standings);
    const bool plain = is_plain_text(article);
    bool changed = false;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        auto& line = text.lines[i];
        const bool stays =
            line.kind == ZoneKind::furniture
            || (!plain && line.kind != ZoneKind::body);  // the format says what it is
        if (!furniture[i] || stays) continue;
        line.kind = ZoneKind::furniture;
        changed = true;
    }
    if (!changed) return false;
    if (!plain) {
        article.zones = zones_of(text.lines);
        if (article.title_basis == TitleBasis::lead) {
            article.title.clear();
            analyse(article);
        }
        return true;
    }
    for (auto& line : text.lines) {
        line.settled = line.kind == ZoneKind::furniture;
        if (!line.settled) line.kind = ZoneKind::body;
    }
    Article draft;
    settle_lines(text, draft);
    draft.zones = zones_of(text.lines);
    draft.authors = authors_in(draft.byline);
    settle_updated_only(draft);
    take_fields(article, std::move(draft));
    return true;
}

}  // namespace indexer
