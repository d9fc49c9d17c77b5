// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_answers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace indexer {

namespace {

using nlohmann::json;

/// What lists of articles are called, the surer first.
constexpr std::array<std::string_view, 14> lists{
    "articles", "results", "docs", "items", "records", "documents", "hits",
    "stories",  "posts",   "news", "data",  "item",    "entries",   "value"};

/// What stands around such a list, or around one article.
constexpr std::array<std::string_view, 6> holders{"response", "data",   "hits",
                                                  "articles", "result", "content"};

constexpr std::size_t most_holders = 3;

bool is_list_of_objects(const json& value) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const json& each) {
               return each.is_object();
           });
}

/// Whether an object is an article itself.
bool is_article(const json& object, const FieldNames& names) {
    for (const auto& [key, inner] : object.items()) {
        const auto meaning = names.meaning(plain_name(key));
        if (meaning && inner.is_string()
            && (meaning->field == RecordField::title || meaning->field == RecordField::body)) {
            return true;
        }
    }
    return false;
}

const json* list_in(const json& object) {
    for (const auto list : lists) {
        const auto found = object.find(list);
        if (found != object.end() && is_list_of_objects(*found)) return &*found;
    }
    return nullptr;
}

}  // namespace

const json* wrapped_articles(const json& value, const FieldNames& names) {
    const json* object = &value;
    for (std::size_t depth = 0; depth <= most_holders; ++depth) {
        if (!object->is_object() || object->contains("_source")) return nullptr;
        const json& inside = unwrapped(*object);
        if (is_article(inside, names)) return depth == 0 && &inside == object ? nullptr : &inside;
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

const json& unwrapped(const json& member) {
    for (const std::string_view name : {"_source", "item"}) {
        if (!member.is_object()) break;
        const auto found = member.find(name);
        if (found != member.end() && found->is_object()) return *found;
    }
    return member;
}

}  // namespace indexer
