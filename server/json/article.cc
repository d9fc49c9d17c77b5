// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/article.h"

#include "server/cited_date.h"
#include "server/json/named_text.h"
#include "server/json/row.h"

namespace server {

using archive::ArticleView;
using archive::Highlight;
using archive::ZoneKind;

namespace {

bool is_shown(const archive::MarkedZone& zone, Furniture furniture) {
    return !zone.paragraphs.empty()
           && (zone.kind != ZoneKind::furniture || furniture == Furniture::shown);
}

ordered_json paragraph_json(const archive::MarkedParagraph& paragraph, const NamesInText& names,
                            Highlight highlight) {
    if (highlight != Highlight::segments) return segments_json(paragraph, highlight);
    auto list = ordered_json::array();
    for (const auto& [segment, entity] : names.named(paragraph)) {
        auto json = segment_json(segment);
        if (!entity.empty()) json["entity"] = entity;
        list.push_back(std::move(json));
    }
    return list;
}

ordered_json zones_json(const ArticleView& view, Highlight highlight, Furniture furniture) {
    const NamesInText names(view.names);
    auto zones = ordered_json::array();
    for (const auto& zone : view.zones) {
        if (!is_shown(zone, furniture)) continue;
        auto paragraphs = ordered_json::array();
        for (const auto& paragraph : zone.paragraphs) {
            paragraphs.push_back(paragraph_json(paragraph, names, highlight));
        }
        zones.push_back(
            {{"kind", archive::name(zone.kind)}, {"paragraphs", std::move(paragraphs)}});
    }
    return zones;
}

ordered_json provenance_json(const ArticleView& view) {
    const auto& from = view.article.provenance;
    return {{"path", from.path},
            {"record", from.record},
            {"sha256", text_or_null(from.sha256)},
            {"added", utc_moment(view.added)},
            {"updated", nullptr},  // the index keeps when an article came, not when it changed
            {"reader", text_or_null(from.reader)}};
}

ordered_json other_json(const archive::Article& article) {
    auto list = ordered_json::array();
    for (const auto& [name, value] : article.other) {
        list.push_back({{"name", name}, {"value", value}});
    }
    return list;
}

ordered_json versions_json(const std::vector<archive::StoryVersion>& versions) {
    auto members = ordered_json::array();
    for (const auto& version : versions) members.push_back(version_json(version));
    return members;
}

ordered_json reports_json(const std::vector<archive::ResultRow>& reports) {
    auto members = ordered_json::array();
    for (const auto& report : reports) members.push_back(facts_json(report, Highlight::none));
    return members;
}

}  // namespace

ordered_json story_json(const archive::StoryView& story) {
    return {
        {"id", story.id}, {"articles", story.articles}, {"members", versions_json(story.versions)}};
}

ordered_json article_json(const ArticleView& view, Highlight highlight, Furniture furniture) {
    const auto& article = view.article;
    const auto names = shown(view.names);
    auto json =
        facts_json({article, view.ties, view.added, view.words, view.title, names}, highlight);
    json["story"]["members"] = versions_json(view.versions);
    if (!json["event"].is_null()) json["event"]["members"] = reports_json(view.reports);
    json["standfirst"] = text_or_null(article.standfirst);
    json["byline"] = text_or_null(article.byline);
    json["updated"] = article.updated ? date_json(*article.updated) : ordered_json(nullptr);
    json["zones"] = zones_json(view, highlight, furniture);
    json["other"] = other_json(article);
    json["provenance"] = provenance_json(view);
    json["warnings"] = warnings_json(view.warnings);
    return json;
}

std::string article_text(const ArticleView& view, Furniture furniture) {
    const auto& article = view.article;
    std::string text = article.title + "\n";
    if (!article.source.empty()) text += article.source + ", ";
    text += cited_date(article.published) + "\n";
    for (const auto& zone : view.zones) {
        if (!is_shown(zone, furniture) || zone.kind == ZoneKind::headline) continue;
        for (const auto& paragraph : zone.paragraphs) text += "\n" + plain_text(paragraph) + "\n";
    }
    text += "\n" + (article.url.empty() ? article.provenance.path : article.url) + "\n";
    return text;
}

}  // namespace server
