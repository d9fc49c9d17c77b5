// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/row.h"

namespace server {

using archive::Article;
using archive::Highlight;

namespace {

ordered_json quality_json(const archive::Quality& quality) {
    ordered_json json{{"altered", quality.altered}, {"ocr", nullptr}};
    if (quality.ocr) json["ocr"] = rounded(static_cast<double>(*quality.ocr), 1000);
    json["truncated"] = quality.truncated;
    return json;
}

ordered_json event_json(const archive::ArticleTies& ties) {
    if (ties.event.empty()) return nullptr;
    return {{"id", ties.event}, {"articles", ties.reports}};
}

}  // namespace

ordered_json story_ties_json(const archive::ArticleTies& ties) {
    return {{"id", ties.story}, {"articles", ties.versions}, {"role", archive::name(ties.role)}};
}

ordered_json title_basis_json(archive::TitleBasis basis) {
    using enum archive::TitleBasis;
    switch (basis) {
        case none: return nullptr;
        case standfirst: return "standfirst";
        case lead: return "lead";
        case field:
        case jsonld:
        case meta:
        case h1:
        case text: break;
    }
    return "stated";
}

ordered_json name_json(const archive::KnownName& name) {
    return {{"type", archive::name(name.type)}, {"id", name.id}, {"name", name.label}};
}

ordered_json facts_json(const RowFacts& facts, Highlight highlight) {
    const Article& article = facts.article;
    ordered_json row;
    row["id"] = article.id;
    row["external_id"] = text_or_null(article.external_id);
    row["url"] = text_or_null(article.url);
    row["title"] = segments_json(facts.title, highlight);
    row["title_basis"] = title_basis_json(article.title_basis);
    if (facts.snippet != nullptr) row["snippet"] = segments_json(*facts.snippet, highlight);
    row["source"] = text_or_null(article.source);
    row["agency"] = article.agency;
    row["authors"] = article.authors;
    row["section"] = text_or_null(article.section);
    row["tags"] = article.tags;
    row["language"] = text_or_null(article.language);
    row["published"] = date_json(article.published);
    row["added"] = utc_moment(facts.added);
    row["words"] = facts.words;
    row["story"] = story_ties_json(facts.ties);
    row["event"] = event_json(facts.ties);
    row["quality"] = quality_json(article.quality);
    auto& names = row["entities"] = ordered_json::array();
    for (const auto& name : facts.names) names.push_back(name_json(name));
    return row;
}

ordered_json row_json(const archive::ResultRow& row, Highlight highlight) {
    auto json = facts_json(
        {row.article, row.ties, row.added, row.words, row.title, row.names, &row.snippet},
        highlight);
    json["score"] = rounded(row.score, 100);
    return json;
}

ordered_json facts_json(const archive::ResultRow& row, Highlight highlight) {
    return facts_json({row.article, row.ties, row.added, row.words, row.title, row.names},
                      highlight);
}

ordered_json version_json(const archive::StoryVersion& version) {
    auto json = facts_json(version.row, Highlight::none);
    json["role"] = archive::name(version.row.ties.role);
    json["kept"] = rounded(version.kept.kept, 1000);
    json["added"] = version.kept.added;  // words; the moment is a member of the article itself
    json["dropped"] = version.kept.dropped;
    return json;
}

ordered_json exported_row(const archive::ResultRow& row, const std::string& permalink) {
    auto json = facts_json(row, Highlight::none);
    json["permalink"] = permalink;
    json["text"] = archive::body_text(row.article);
    return json;
}

}  // namespace server
