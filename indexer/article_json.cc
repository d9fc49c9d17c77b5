// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_json.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"

#include <cmath>
#include <map>
#include <utility>

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

/// Turns bytes of a text into code points, in time that does not grow with the place.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size(); at += step) {
            counted_.push_back(points_);
            points_ += starts(text.substr(at, step));
        }
        counted_.push_back(points_);
    }
    std::size_t before(std::size_t byte) const {
        const auto from = byte / step;
        return counted_[from] + starts(text_.substr(from * step, byte - from * step));
    }

private:
    static constexpr std::size_t step = 256;
    static std::size_t starts(std::string_view text) {
        std::size_t count = 0;
        for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        return count;
    }

    std::string_view text_;
    std::vector<std::size_t> counted_;  ///< before each step
    std::size_t points_ = 0;
};

/// Entities and quotations, with the places where they stand.
class NamesJson {
public:
    explicit NamesJson(const ExplainedArticle& explained)
        : article_(explained.article), aliases_(explained.aliases) {
        for (const auto& zone : article_.zones) points_.emplace_back(zone.text);
    }

    /// One object an id, in the order of the article.
    Json entities() const {
        Json list = Json::array();
        std::map<std::string, std::size_t> places;
        for (const auto& entity : article_.entities) {
            const auto key = archive::name_key(entity.type, entity.name);
            if (aliases_.blocks(key)) continue;
            const auto id = aliases_.id_of(key);
            const auto place = places.try_emplace(id, list.size()).first->second;
            if (place == list.size()) {
                const auto label = aliases_.label_of(id);
                list.push_back({{"type", archive::name(entity.type)},
                                {"id", id},
                                {"name", label.empty() ? std::string_view(entity.name) : label},
                                {"mentions", Json::array()}});
            }
            for (const auto& mention : entity.named_at) {
                auto json = stretch(mention.zone, mention.begin, mention.end);
                json["role"] = archive::name(mention.role);
                list[place]["mentions"].push_back(std::move(json));
            }
        }
        return list;
    }

    Json quotes() const {
        Json list = Json::array();
        for (const auto& quote : article_.quotes) {
            Json json;
            json["speaker"] = nullptr;
            if (!quote.speaker.empty()) {
                json["speaker"] = {{"id", aliases_.id_of(quote.speaker)},
                                   {"text", quote.speaker_text}};
            }
            json["via"] = quote.via.empty() ? Json(nullptr) : Json(aliases_.id_of(quote.via));
            json.update(stretch(quote.zone, quote.begin, quote.end));
            json["basis"] = archive::name(quote.basis);
            json["confidence"] = quote.confidence;
            list.push_back(std::move(json));
        }
        return list;
    }

private:
    Json stretch(std::uint32_t zone, std::uint32_t begin, std::uint32_t end) const {
        return {{"zone", zone},
                {"start", points_[zone].before(begin)},
                {"end", points_[zone].before(end)},
                {"text", article_.zones[zone].text.substr(begin, end - begin)}};
    }

    const archive::Article& article_;
    const archive::AliasTable& aliases_;
    std::vector<CodePoints> points_;  ///< by zone
};

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
    const NamesJson names(explained);
    json["entities"] = names.entities();
    json["quotes"] = names.quotes();
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
