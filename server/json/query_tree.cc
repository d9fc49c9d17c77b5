// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/query_tree.h"

namespace server {

namespace {

std::string_view form_name(archive::Form form) {
    using enum archive::Form;
    switch (form) {
        case stemmed: return "stemmed";
        case quoted: return "quoted";
        case exact: break;
    }
    return "exact";
}

std::string_view where_name(archive::Where where) {
    using enum archive::Where;
    switch (where) {
        case text: return "text";
        case headline: return "headline";
        case lead: return "lead";
        case body: return "body";
        case caption: return "caption";
        case furniture: break;
    }
    return "furniture";
}

std::string_view distance_name(archive::NearQuery::Kind kind) {
    using enum archive::NearQuery::Kind;
    switch (kind) {
        case near: return "near";
        case adjacent: return "adjacent";
        case same: break;
    }
    return "same";
}

ordered_json open_day(archive::DayNumber day, archive::DayNumber open) {
    return day_json(day == open ? 0 : day);
}

ordered_json operands_json(std::string_view kind, const std::vector<archive::QueryPointer>& all) {
    auto operands = ordered_json::array();
    for (const auto& operand : all) operands.push_back(query_tree_json(*operand));
    return {{"kind", kind}, {"operands", std::move(operands)}};
}

/// One overload a kind of node.
struct NodeWriter {
    ordered_json operator()(const archive::EverythingQuery&) const {
        return {{"kind", "everything"}};
    }
    ordered_json operator()(const archive::WordQuery& word) const {
        return {{"kind", "word"},
                {"text", word.text},
                {"where", where_name(word.where)},
                {"form", form_name(word.form)}};
    }
    ordered_json operator()(const archive::PhraseQuery& phrase) const {
        ordered_json node{{"kind", "phrase"},
                          {"text", phrase.text},
                          {"where", where_name(phrase.where)},
                          {"form", form_name(phrase.form)}};
        if (phrase.within > 0) node["within"] = phrase.within;
        return node;
    }
    ordered_json operator()(const archive::PatternQuery& pattern) const {
        return {{"kind", "wildcard"}, {"text", pattern.text}, {"where", where_name(pattern.where)}};
    }
    ordered_json operator()(const archive::FuzzyQuery& fuzzy) const {
        return {{"kind", "fuzzy"},
                {"text", fuzzy.text},
                {"where", where_name(fuzzy.where)},
                {"edits", fuzzy.edits}};
    }
    ordered_json operator()(const archive::AnyNameQuery& name) const {
        return {{"kind", "any_name"}, {"field", name.field}};
    }
    ordered_json operator()(const archive::FilterQuery& filter) const {
        return {{"kind", "filter"}, {"field", filter.field}, {"value", filter.value}};
    }
    ordered_json operator()(const archive::NameQuery& name) const {
        return {{"kind", "name"},
                {"field", name.field},
                {"value", name.value},
                {"literal", name.literal}};
    }
    ordered_json operator()(const archive::DateQuery& date) const {
        return {{"kind", "date"},
                {"field", date.field},
                {"value", date.value},
                {"from", open_day(date.first, archive::first_day_ever)},
                {"to", open_day(date.last, archive::last_day_ever)}};
    }
    ordered_json operator()(const archive::CertaintyQuery& certainty) const {
        return {{"kind", "certainty"}, {"value", archive::name(certainty.certainty)}};
    }
    ordered_json operator()(const archive::NumberQuery& number) const {
        const bool open = number.most == archive::NumberQuery::open_end;
        return {{"kind", "number"},
                {"field", number.field},
                {"value", number.value},
                {"least", number.least},
                {"most", open ? ordered_json(nullptr) : ordered_json(number.most)}};
    }
    ordered_json operator()(const archive::NotQuery& query) const {
        return {{"kind", "not"}, {"operand", query_tree_json(*query.operand)}};
    }
    ordered_json operator()(const archive::AndQuery& query) const {
        return operands_json("and", query.operands);
    }
    ordered_json operator()(const archive::OrQuery& query) const {
        return operands_json("or", query.operands);
    }
    ordered_json operator()(const archive::NearQuery& near) const {
        ordered_json node{{"kind", distance_name(near.kind)}};
        if (near.kind != archive::NearQuery::Kind::same) node["within"] = near.words;
        node["operands"] =
            ordered_json::array({query_tree_json(*near.left), query_tree_json(*near.right)});
        return node;
    }
    ordered_json operator()(const archive::AtLeastQuery& query) const {
        return {{"kind", "atleast"},
                {"times", query.times},
                {"operand", query_tree_json(*query.operand)}};
    }
    ordered_json operator()(const archive::SaidQuery& query) const {
        return {{"kind", "said"},
                {"speaker",
                 query.speaker.empty() ? ordered_json(nullptr) : ordered_json(query.speaker)},
                {"literal", query.literal},
                {"operand", query_tree_json(*query.operand)}};
    }
};

}  // namespace

ordered_json query_tree_json(const archive::Query& query) {
    return std::visit(NodeWriter{}, query.node);
}

}  // namespace server
