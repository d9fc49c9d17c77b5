// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/entity.h"

#include "server/json/row.h"
#include "server/json/search.h"

namespace server {

namespace {

ordered_json related_json(const std::vector<archive::RelatedName>& names) {
    auto list = ordered_json::array();
    for (const auto& related : names) {
        ordered_json json{{"type", archive::name(related.type)},
                          {"id", related.name.value},
                          {"name", related.name.label}};
        json.update(counts_json(related.name.counts));
        json["strength"] = rounded(related.strength, 100);
        list.push_back(std::move(json));
    }
    return list;
}

ordered_json forms_json(const std::vector<archive::NameForm>& forms) {
    auto list = ordered_json::array();
    for (const auto& form : forms)
        list.push_back({{"form", form.written}, {"articles", form.articles}});
    return list;
}

ordered_json quotations_json(const std::vector<archive::Quotation>& quotes) {
    auto list = ordered_json::array();
    for (const auto& quote : quotes) {
        list.push_back({{"text", quote.text},
                        {"speaker", text_or_null(quote.speaker_text)},
                        {"via", quote.via ? name_json(*quote.via) : ordered_json(nullptr)},
                        {"confidence", quote.confidence},
                        {"article", facts_json(quote.row, archive::Highlight::none)}});
    }
    return list;
}

}  // namespace

ordered_json counted_name_json(const archive::FacetResult& facet, const archive::FacetValue& name) {
    ordered_json json{
        {"type", archive::name(facet.kind)}, {"id", name.value}, {"name", name.label}};
    json.update(counts_json(name.counts));
    return json;
}

ordered_json entity_json(const archive::EntityView& view) {
    auto json = name_json(view.name);
    json["understood"] = view.understood;
    json["warnings"] = warnings_json(view.warnings);
    json["total"] = counts_json(view.total);
    json["span"] = span_json(view.first, view.last);
    json["aliases"] = view.aliases;
    json["forms"] = forms_json(view.forms);
    json["related"] = related_json(view.related);
    auto& sources = json["sources"] = ordered_json::array();
    for (const auto& source : view.sources) sources.push_back(facet_value_json(source));
    json["quotations"] = quotations_json(view.quotes);
    json["timeline"] = histogram_json(view.timeline);
    return json;
}

}  // namespace server
