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
        return {{"kind", "phrase"}, {"text", phrase.text}, {"where", where_name(phrase.where)}};
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
};

}  // namespace

ordered_json query_tree_json(const archive::Query& query) {
    return std::visit(NodeWriter{}, query.node);
}

}  // namespace server
