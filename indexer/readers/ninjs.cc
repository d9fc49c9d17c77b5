// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/ninjs.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/readers/article_body.h"
#include "indexer/readers/record_article.h"
#include "indexer/readers/record_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Zone;
using archive::ZoneKind;
using nlohmann::json;

constexpr std::size_t most_captions = 100;

/// The members of an item by their plain names: version 1 writes "versioncreated", 2 and 3 write
/// "versionCreated", and either is found in the other.
class Item {
public:
    explicit Item(const json& object) {
        for (const auto& [key, value] : object.items()) {
            members_.emplace_back(plain_name(key), &value);
        }
        std::sort(members_.begin(), members_.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    /// The first of `names` that has words, or null.
    const json* operator[](std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            const json* found = member(name);
            if (found != nullptr && has_words(*found)) return found;
        }
        return nullptr;
    }

    const json* member(std::string_view name) const {
        const auto found = std::lower_bound(
            members_.begin(), members_.end(), name,
            [](const auto& each, std::string_view key) { return each.first < key; });
        return found != members_.end() && found->first == name ? found->second : nullptr;
    }

    std::string word(std::string_view name) const {
        const json* found = member(name);
        return found != nullptr && found->is_string() ? archive::ascii_lower(text_of(*found)) : "";
    }

    /// A value of members such as "body_text" and "body_charcount": the first that is a text.
    const json* any_text(std::string_view beginning) const {
        for (const auto& [name, value] : members_) {
            if (name.starts_with(beginning) && value->is_string() && has_words(*value)) {
                return value;
            }
        }
        return nullptr;
    }

private:
    std::vector<std::pair<std::string, const json*>> members_;
};

std::string lower_member(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? archive::ascii_lower(text_of(*found)) : "";
}

bool has_value(const json& part) {
    return part.is_object() && part.contains("value") && part["value"].is_string()
           && has_words(part["value"]);
}

/// Whether a list holds texts with roles, as in versions 2 and 3.
bool is_list_of_parts(const json* value) {
    return value != nullptr && value->is_array()
           && std::any_of(value->begin(), value->end(), has_value);
}

/// How willingly a body is read: markup keeps paragraphs, plain text often does not, and NITF says
/// everything twice.
int body_rank(const json& part) {
    const std::string type = lower_member(part, "contentType");
    const std::string role = lower_member(part, "role");
    if (type.find("nitf") != std::string::npos || role == "nitf") return 3;
    if (type.find("html") != std::string::npos || role.find("html") != std::string::npos) return 0;
    if (type.empty() || type.starts_with("text/plain")) return 1;
    return type.starts_with("text/") ? 2 : 4;
}

int headline_rank(const json& part) {
    const std::string role = lower_member(part, "role");
    if (role == "main" || role == "headline") return 0;
    return role.empty() ? 1 : 2;
}

/// The texts of a list with roles, the best first.
json best_first(const json& parts, int (*rank)(const json&)) {
    std::vector<const json*> found;
    for (const auto& part : parts) {
        if (has_value(part)) found.push_back(&part);
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const json* a, const json* b) { return rank(*a) < rank(*b); });
    json values = json::array();
    for (const auto* part : found) values.push_back((*part)["value"]);
    return values;
}

/// A text that is declared as markup and has no tags is wrapped by lines all the same.
json marked_up(const json& text) {
    return has_markup(text_of(text)) ? text : json("<p>" + text_of(text) + "</p>");
}

json body_of(const Item& item) {
    if (const json* bodies = item.member("bodies"); is_list_of_parts(bodies)) {
        const json* best = nullptr;
        for (const auto& part : *bodies) {
            if (!has_value(part)) continue;
            if (best == nullptr || body_rank(part) < body_rank(*best)) best = &part;
        }
        const json& text = (*best)["value"];
        return body_rank(*best) == 0 ? marked_up(text) : text;
    }
    if (const json* html = item[{"bodyhtml5", "bodyxhtml", "bodyhtml"}]) return marked_up(*html);
    const json* body = item[{"bodytext"}];
    if (body == nullptr) body = item.any_text("body");
    return body == nullptr ? json() : *body;
}

json headlines_of(const Item& item) {
    json all = json::array();
    if (const json* headlines = item.member("headlines"); is_list_of_parts(headlines)) {
        all = best_first(*headlines, headline_rank);
    }
    if (const json* headline = item[{"headline"}]) all.insert(all.begin(), *headline);
    if (all.empty()) {
        if (const json* headline = item.any_text("headline")) all.push_back(*headline);
    }
    return all;
}

json description_of(const Item& item) {
    if (const json* list = item.member("descriptions"); is_list_of_parts(list)) {
        return best_first(*list, headline_rank).front();
    }
    const json* text = item[{"descriptiontext", "description"}];
    if (text == nullptr) text = item.any_text("description");
    return text == nullptr ? json() : *text;
}

/// The captions of the pictures and films that come with an item.
std::vector<std::string> captions_of(const Item& item) {
    std::vector<std::string> captions;
    const json* associations = item.member("associations");
    if (associations == nullptr || !associations->is_structured()) return captions;
    for (const auto& each : *associations) {
        if (!each.is_object() || captions.size() == most_captions) continue;
        const Item other(each);
        const std::string type = other.word("type");
        if (type != "picture" && type != "graphic" && type != "video" && type != "audio") continue;
        std::string caption = plain_line(text_of(description_of(other)));
        if (caption.empty()
            || std::find(captions.begin(), captions.end(), caption) != captions.end())
            continue;
        captions.push_back(std::move(caption));
    }
    return captions;
}

/// Names that come back under another, or that only machines read.
bool is_left_out(std::string_view name) {
    constexpr std::array<std::string_view, 26> names{
        "uri",      "guid",      "by",          "bodies",  "title",           "version",
        "subject",  "subjects",  "place",       "places",  "person",          "people",
        "service",  "provider",  "infosources", "altids",  "associations",    "renditions",
        "standard", "links",     "signals",     "filings", "trustindicators", "products",
        "meta",     "rightsinfo"};
    constexpr std::array<std::string_view, 6> beginnings{
        "body", "headline", "description", "byline", "versioncreated", "firstcreated"};
    return std::find(names.begin(), names.end(), name) != names.end()
           || std::any_of(beginnings.begin(), beginnings.end(),
                          [&](std::string_view each) { return name.starts_with(each); });
}

/// The id that stays: an agency's own where its address carries parameters of the request.
const json* id_of(const Item& item) {
    if (const json* ids = item.member("altids"); ids != nullptr && ids->is_object()) {
        const auto own = ids->find("itemid");
        if (own != ids->end() && has_words(*own)) return &*own;
    }
    return item[{"guid", "uri"}];
}

/// The item under the names of record_fields.h.
json record_of(const json& object, const Item& item) {
    json record = json::object();
    for (const auto& [key, value] : object.items()) {
        if (!is_left_out(plain_name(key))) record[key] = value;
    }
    const auto put = [&](const char* name, const json* value) {
        if (value != nullptr) record[name] = *value;
    };
    put("id", id_of(item));
    if (const json* uri = item[{"url", "uri"}];
        uri != nullptr && archive::ascii_lower(text_of(*uri)).starts_with("http")) {
        record["url"] = *uri;
    }
    const json headlines = headlines_of(item);
    if (!headlines.empty()) record["title"] = headlines.front();
    if (headlines.size() > 1) record["headline"] = headlines[1];
    if (const json* title = item[{"title"}]) {
        record[headlines.empty() ? "title" : "heading"] = *title;
    }
    record["standfirst"] = description_of(item);
    record["body"] = body_of(item);
    const json* first = item[{"firstcreated", "contentcreated"}];
    const json* version = item[{"versioncreated"}];
    put("date", first != nullptr ? first : version);
    if (first != nullptr && version != nullptr && *first != *version) put("updated", version);
    put("author", item[{"byline", "by", "bylines", "authors"}]);
    if (!record.contains("author")) put("author", item.any_text("byline"));
    put("source", item[{"source", "provider", "infosources", "copyrightholder"}]);
    put("section", item[{"service", "section", "category"}]);
    put("tags", item[{"subject", "subjects"}]);
    put("places", item[{"place", "places"}]);
    put("persons", item[{"person", "people"}]);
    return record;
}

std::uint64_t version_of(const Item& item) {
    const json* value = item[{"version"}];
    if (value == nullptr) return 0;
    const std::string text = text_of(*value);
    std::uint64_t version = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? version : 0;
}

void add_captions(archive::Article& article, const std::vector<std::string>& captions) {
    for (const auto& caption : captions) {
        const std::string words = archive::folded_words(caption);
        const bool there =
            std::any_of(article.zones.begin(), article.zones.end(), [&](const Zone& zone) {
                return zone.text.size() < 4 * caption.size() + 16
                       && archive::folded_words(zone.text) == words;
            });
        if (!there) article.zones.push_back({ZoneKind::caption, caption});
    }
}

}  // namespace

bool is_ninjs(const json& object) {
    if (!object.is_object()) return false;
    const Item item(object);
    if (const json* standard = item.member("standard");
        standard != nullptr && standard->is_object()
        && lower_member(*standard, "name") == "ninjs") {
        return true;
    }
    if (is_list_of_parts(item.member("bodies")) || is_list_of_parts(item.member("headlines"))) {
        return true;
    }
    if (item[{"uri", "guid"}] == nullptr) return false;
    if (item[{"versioncreated", "pubstatus"}] != nullptr) return true;
    constexpr std::array<std::string_view, 8> types{"text",  "picture", "video",     "audio",
                                                    "event", "graphic", "composite", "component"};
    const bool typed = std::find(types.begin(), types.end(), item.word("type")) != types.end();
    return typed
           && (item.any_text("body") != nullptr || item.any_text("headline") != nullptr
               || item.member("renditions") != nullptr);
}

std::string why_no_ninjs_article(const json& object) {
    const Item item(object);
    const std::string status = item.word("pubstatus");
    if (status == "withheld") return "withheld by its agency";
    const std::string type = item.word("type");
    if (type.empty() || type == "text" || !body_of(item).is_null()) return {};
    if (type == "composite") return "a package of other items, without a text";
    return "of the type \"" + archive::escaped(archive::cut(type, 40)) + "\", without a text";
}

bool is_withdrawn_ninjs(const json& object) {
    const std::string status = Item(object).word("pubstatus");
    return status == "canceled" || status == "cancelled";
}

StatedFields stated_in_ninjs(const json& object, const FieldNames& names) {
    const Item item(object);
    StatedFields stated = stated_in_record(record_of(object, item), names);
    stated.version = version_of(item);
    return stated;
}

archive::Result<archive::Article> article_from_ninjs(const json& object, const FieldNames& names) {
    const Item item(object);
    auto article = article_from_record(record_of(object, item), names);
    if (!article) return article;
    article->version = version_of(item);
    add_captions(*article, captions_of(item));
    return article;
}

}  // namespace indexer
