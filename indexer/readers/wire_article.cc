// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire_article.h"

#include "archive/base/limits.h"
#include "indexer/analysis/agencies.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/wire_heads.h"
#include "indexer/readers/wire_text.h"

#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::ZoneKind;

StatedFields stated_fields(const WireParts& parts) {
    StatedFields stated;
    stated.title = parts.headline;
    stated.standfirst = parts.summary;
    stated.byline = parts.byline;
    stated.published = parts.date;
    stated.source = parts.agency;
    stated.section = section_of_category(parts.category);
    if (const auto agency = agency_named(parts.agency); !agency.empty()) {
        stated.agency.emplace_back(agency);
    }
    return stated;
}

}  // namespace

archive::Result<Article> article_from_wire(const WireMessage& message) {
    if (message.too_long) {
        const std::string limit = std::to_string(archive::limits::article_bytes >> 20U);
        return Error{
            ErrorCode::article_too_large, "a message of more than " + limit + " MiB", {}, {}};
    }
    if (!message.has_text) {
        return Error{ErrorCode::article_unreadable, "a wire message without its text", {}, {}};
    }
    const WireParts parts = is_anpa(message) ? anpa_parts(message) : iptc7901_parts(message);
    const std::string story = wire_paragraphs(parts.story);
    if (story.empty() && parts.headline.empty()) {
        return Error{ErrorCode::article_empty, "neither a headline nor a text", {}, {}};
    }
    Article article = story.empty() ? Article() : article_from_text(story);
    settle_wire_zones(article, !parts.headline.empty());
    merge_stated(article, stated_fields(parts));
    for (auto mark = parts.marks.rbegin(); mark != parts.marks.rend(); ++mark) {
        article.zones.insert(article.zones.begin(), {ZoneKind::header, *mark});
    }
    if (const std::string notes = wire_paragraphs(parts.notes); !notes.empty()) {
        article.zones.push_back({ZoneKind::furniture, notes});
    }
    if (!parts.signature.empty()) article.zones.push_back({ZoneKind::credit, parts.signature});
    const auto keep = [&](const char* name, const std::string& value) {
        if (!value.empty()) article.other.emplace_back(name, value);
    };
    keep("keyword", parts.keyword);
    keep("category", parts.category);
    keep("priority", parts.priority);
    article.quality.truncated = !message.complete;
    return article;
}

}  // namespace indexer
