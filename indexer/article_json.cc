// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_json.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"

#include <cmath>

namespace indexer {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json date_json(const archive::Date& date) {
    const auto day = [&](archive::DayNumber number) {
        return date.known() ? Json(archive::iso_day(number)) : Json(nullptr);
    };
    Json json;
    json["earliest"] = day(date.span.first);
    json["latest"] = day(date.span.last);
    json["edtf"] = archive::edtf(date);
    json["precision"] = archive::name(date.precision);
    json["certainty"] = archive::name(date.certainty);
    json["basis"] = archive::name(date.basis);
    json["evidence"] = text_or_null(date.evidence);
    const auto weekday = disagreeing_weekday(date);
    if (!weekday.empty()) json["disagrees"] = weekday;
    return json;
}

double rounded(double share) {
    constexpr double digits = 1000;
    return std::round(share * digits) / digits;
}

Json related_json(const ExplainedArticle& explained) {
    Json list = Json::array();
    for (std::size_t i = 0; i < explained.related.size(); ++i) {
        const auto& name = explained.related[i];
        const auto& verdict = explained.standing.related[i].verdict;
        list.push_back({{"path", archive::escaped(name.path)},
                        {"record", name.record},
                        {"id", name.id},
                        {"relation", indexer::name(verdict.relation)},
                        {"shared", rounded(verdict.long_share)},
                        {"reason", reason(verdict)}});
    }
    return list;
}

Json event_json(const ExplainedArticle& explained) {
    const auto& standing = explained.standing;
    if (standing.event.empty()) return nullptr;
    Json reports = Json::array();
    for (std::size_t i = 0; i < explained.same_event.size(); ++i) {
        const auto& name = explained.same_event[i];
        const auto& verdict = standing.same_event[i].second;
        reports.push_back({{"path", archive::escaped(name.path)},
                           {"record", name.record},
                           {"id", name.id},
                           {"maybe", verdict.likeness == Likeness::maybe},
                           {"similarity", rounded(verdict.similarity)},
                           {"reason", reason(verdict)}});
    }
    return {{"id", standing.event},
            {"articles", standing.event_articles},
            {"related", std::move(reports)}};
}

}  // namespace

nlohmann::ordered_json article_json(const ExplainedArticle& explained) {
    const auto& article = explained.article;
    Json json;
    json["path"] = archive::escaped(explained.path);
    json["record"] = article.provenance.record;
    json["reader"] = article.provenance.reader;
    json["id"] = article.id;
    json["external_id"] = text_or_null(article.external_id);
    json["title"] = text_or_null(article.title);
    json["title_basis"] =
        article.title.empty() ? Json(nullptr) : Json(archive::name(article.title_basis));
    json["standfirst"] = text_or_null(article.standfirst);
    json["body"] = text_or_null(archive::body_text(article));
    json["byline"] = text_or_null(article.byline);
    json["authors"] = article.authors;
    json["source"] = text_or_null(article.source);
    json["agency"] = article.agency;
    json["section"] = text_or_null(article.section);
    json["tags"] = article.tags;
    json["language"] = text_or_null(article.language);
    json["url"] = text_or_null(article.url);
    json["published"] = date_json(article.published);
    json["updated"] = article.updated ? date_json(*article.updated) : Json(nullptr);
    json["zones"] = Json::array();
    for (const auto& zone : article.zones)
        json["zones"].push_back({{"kind", archive::name(zone.kind)}, {"text", zone.text}});
    json["entities"] = Json::array();
    for (const auto& entity : article.entities) {
        json["entities"].push_back(
            {{"type", archive::name(entity.type)},
             {"id", archive::entity_id(archive::name_key(entity.type, entity.name))},
             {"name", entity.name},
             {"mentions", Json::array()}});
    }
    json["quotes"] = Json::array();
    const auto& standing = explained.standing;
    json["story"] = {{"id", standing.story},
                     {"articles", standing.articles},
                     {"role", archive::name(standing.role)},
                     {"related", related_json(explained)}};
    json["event"] = event_json(explained);
    json["quality"] = {{"altered", article.quality.altered},
                       {"truncated", article.quality.truncated},
                       {"ocr", article.quality.ocr ? Json(*article.quality.ocr) : Json(nullptr)}};
    json["other"] = Json::object();
    for (const auto& [name, value] : article.other) json["other"][name] = value;
    return json;
}

}  // namespace indexer
