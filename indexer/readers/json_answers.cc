// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_answers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

using nlohmann::json;

/// What lists of articles are called, the surer first.
constexpr std::array<std::string_view, 15> lists{
    "articles", "results", "docs", "items", "records", "documents", "hits",  "stories",
    "posts",    "news",    "data", "item",  "entries", "value",     "@graph"};

/// What stands around such a list, or around one article.
constexpr std::array<std::string_view, 10> holders{"response", "data",    "hits",    "articles",
                                                   "result",   "content", "article", "post",
                                                   "story",    "page"};

constexpr std::size_t most_holders = 3;

bool is_list_of_objects(const json& value) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const json& each) {
               return each.is_object();
           });
}

bool has_text(const json& object, const FieldNames& names) {
    return std::any_of(object.items().begin(), object.items().end(), [&](const auto& member) {
        const auto meaning = names.meaning(plain_name(member.key()));
        return meaning && meaning->field == RecordField::body && member.value().is_string();
    });
}

const json* list_in(const json& object) {
    for (const auto list : lists) {
        const auto found = object.find(list);
        if (found != object.end() && is_list_of_objects(*found)) return &*found;
    }
    return nullptr;
}

/// A list of the titled things that an object without a text holds: {"title": "Search for ferry",
/// "items": [{"title": ..}]} is no article. Null when it holds none.
const json* titled_list_in(const json& object, const FieldNames& names) {
    if (has_text(object, names)) return nullptr;
    const json* list = list_in(object);
    return list != nullptr && !list->empty() && is_article(unwrapped(list->front()), names)
               ? list
               : nullptr;
}

/// The rows of {"title": {"0": .., "1": ..}, "text": {"0": .., "1": ..}}.
json rows_of_columns(const json& columns, const FieldNames& names) {
    constexpr std::size_t fewest = 2;
    bool readable = false;
    for (const auto& [key, column] : columns.items()) {
        if (!column.is_object() || column.empty()) return {};
        const bool numbered =
            column.begin().key().find_first_not_of("0123456789") == std::string::npos;
        if (!numbered || column.begin()->is_structured()) return {};
        const auto meaning = names.meaning(plain_name(key));
        readable |=
            meaning
            && (meaning->field == RecordField::title || meaning->field == RecordField::body);
    }
    if (columns.size() < fewest || !readable) return {};
    std::map<std::uint64_t, json> rows;  // in the order of their numbers, not of their digits
    for (const auto& [key, column] : columns.items()) {
        for (const auto& [digits, value] : column.items()) {
            std::uint64_t number = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
            rows[number][key] = value;
        }
    }
    json list = json::array();
    for (auto& [number, row] : rows) list.push_back(std::move(row));
    return list;
}

}  // namespace

bool is_article(const json& object, const FieldNames& names) {
    if (!object.is_object()) return false;
    for (const auto& [key, inner] : object.items()) {
        const auto meaning = names.meaning(plain_name(key));
        if (meaning && inner.is_string()
            && (meaning->field == RecordField::title || meaning->field == RecordField::body)) {
            return true;
        }
    }
    return false;
}

const json* wrapped_articles(const json& value, const FieldNames& names) {
    const json* object = &value;
    for (std::size_t depth = 0; depth <= most_holders; ++depth) {
        if (!object->is_object() || object->contains("_source")) return nullptr;
        const json& inside = unwrapped(*object);
        if (is_article(inside, names)) {
            if (const json* list = titled_list_in(inside, names)) return list;
            return depth == 0 && &inside == object ? nullptr : &inside;
        }
        if (const json* list = list_in(inside)) return list;
        const auto* const holder =
            std::find_if(holders.begin(), holders.end(), [&](std::string_view name) {
                return inside.contains(name) && inside[name].is_object();
            });
        if (holder == holders.end()) return nullptr;
        object = &inside[*holder];
    }
    return nullptr;
}

json unfolded_articles(const json& value, const FieldNames& names) {
    if (!value.is_object() || value.empty() || !value.begin()->is_object()) return {};
    const bool keyed = std::all_of(value.begin(), value.end(),
                                   [&](const json& each) { return is_article(each, names); });
    if (!keyed) return rows_of_columns(value, names);
    json list = json::array();
    for (const auto& [key, article] : value.items()) {
        list.push_back(article);
        if (!list.back().contains("id")) list.back()["id"] = key;
    }
    return list;
}

const json& unwrapped(const json& member) {
    for (const std::string_view name : {"_source", "item"}) {
        if (!member.is_object()) break;
        const auto found = member.find(name);
        if (found != member.end() && found->is_object()) return *found;
    }
    return member;
}

}  // namespace indexer
