// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/json_ld.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace indexer {

namespace {

using nlohmann::json;

constexpr int deepest_object = 8;

constexpr std::array<std::string_view, 18> article_types{"NewsArticle",
                                                         "Article",
                                                         "ReportageNewsArticle",
                                                         "BlogPosting",
                                                         "LiveBlogPosting",
                                                         "OpinionNewsArticle",
                                                         "AnalysisNewsArticle",
                                                         "BackgroundNewsArticle",
                                                         "ReviewNewsArticle",
                                                         "AskPublicNewsArticle",
                                                         "SatiricalArticle",
                                                         "TechArticle",
                                                         "ScholarlyArticle",
                                                         "Report",
                                                         "Review",
                                                         "AdvertiserContentArticle",
                                                         "SocialMediaPosting",
                                                         "DiscussionForumPosting"};

constexpr std::array<std::string_view, 7> page_types{
    "WebPage", "CollectionPage", "ItemPage", "VideoObject", "PodcastEpisode", "HowTo", "Recipe"};

constexpr std::array<const char*, 5> holders{"@graph", "mainEntity", "mainEntityOfPage",
                                             "itemListElement", "hasPart"};

/// A string anywhere sensible: itself, the first of a list, the name, value or url of an object.
std::string string_in(const json& value, int depth = 0) {
    if (value.is_string()) return value.get<std::string>();
    if (depth > deepest_object) return {};
    if (value.is_array() && !value.empty()) return string_in(value.front(), depth + 1);
    if (value.is_object()) {
        for (const char* key : {"name", "@value", "url", "@id"}) {
            const auto found = value.find(key);
            if (found != value.end()) return string_in(*found, depth + 1);
        }
    }
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    return {};
}

void strings_in(const json& value, std::vector<std::string>& strings, int depth = 0) {
    if (depth > deepest_object) return;
    if (value.is_string()) {
        auto text = value.get<std::string>();
        if (!text.empty()) strings.push_back(std::move(text));
    } else if (value.is_array()) {
        for (const auto& one : value) strings_in(one, strings, depth + 1);
    } else if (value.is_object() && value.contains("name")) {
        strings_in(value["name"], strings, depth + 1);
    }
}

/// Text of a JSON string: entities and tags read, white space trimmed.
std::string plain(std::string text) {
    if (text.find_first_of("&<") != std::string::npos) text = text_without_tags(text);
    return std::string(stripped(text));
}

std::string plain_member(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::string() : plain(string_in(*found));
}

template <std::size_t count>
bool has_type(const json& object, const std::array<std::string_view, count>& types) {
    const auto found = object.find("@type");
    if (found == object.end()) return false;
    std::vector<std::string> names;
    strings_in(*found, names);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        name.remove_prefix(name.rfind('/') + 1);
        return std::find(types.begin(), types.end(), name) != types.end();
    });
}

std::optional<archive::Date> date_member(const json& object, const char* key,
                                         archive::Basis basis) {
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    DateHints hints;
    hints.basis = basis;
    hints.month_first = true;
    return parse_written_date(string_in(*found), hints);
}

bool is_address(std::string_view text) {
    return text.substr(0, 4) == "http";
}

/// The names of the objects that others only refer to.
using NamesById = std::map<std::string, std::string, std::less<>>;

void note_names(const json& value, NamesById& names, int depth = 0) {
    constexpr std::size_t most_names = 256;
    if (depth > deepest_object || names.size() >= most_names) return;
    if (value.is_array()) {
        for (const auto& one : value) note_names(one, names, depth + 1);
    } else if (value.is_object()) {
        const auto id = value.find("@id");
        const auto name = value.find("name");
        if (id != value.end() && id->is_string() && name != value.end() && name->is_string()) {
            names.emplace(id->get<std::string>(), name->get<std::string>());
        }
        for (const auto& member : value) {
            if (member.is_structured()) note_names(member, names, depth + 1);
        }
    }
}

/// Names of people: strings, objects with a name, references to such, and lists of all these.
void names_in(const json& value, const NamesById& known, std::vector<std::string>& names,
              int depth = 0) {
    if (depth > deepest_object) return;
    if (value.is_array()) {
        for (const auto& one : value) names_in(one, known, names, depth + 1);
    } else if (value.is_object()) {
        for (const char* key : {"name", "@list", "@value"}) {
            const auto found = value.find(key);
            if (found != value.end()) return names_in(*found, known, names, depth + 1);
        }
        const auto id = value.find("@id");
        if (id == value.end() || !id->is_string()) return;
        const auto name = known.find(id->get<std::string>());
        if (name != known.end()) names.push_back(plain(name->second));
    } else if (value.is_string()) {
        auto name = plain(value.get<std::string>());
        if (!name.empty()) names.push_back(std::move(name));
    }
}

std::string first_name(const json& value, const NamesById& known) {
    std::vector<std::string> names;
    names_in(value, known, names);
    return names.empty() ? std::string() : std::move(names.front());
}

LinkedArticle read_article(const json& object, const NamesById& names) {
    LinkedArticle article;
    article.found = true;
    article.headline = plain_member(object, "headline");
    article.description = plain_member(object, "description");
    article.body = plain_member(object, "articleBody");
    if (object.contains("publisher")) {
        const NamesById none;
        article.publisher = first_name(object["publisher"], none);
        article.house = first_name(object["publisher"], names);
    }
    article.section = plain_member(object, "articleSection");
    article.language = plain_member(object, "inLanguage");
    article.url = plain_member(object, "url");
    if (article.url.empty()) article.url = plain_member(object, "mainEntityOfPage");
    for (const char* key : {"author", "creator"}) {
        if (!article.authors.empty() || !object.contains(key)) continue;
        std::vector<std::string> authors;
        names_in(object[key], names, authors);
        for (auto& author : authors) {
            const auto& known = article.authors;
            const bool again = std::find(known.begin(), known.end(), author) != known.end();
            if (!again && !is_address(author)) article.authors.push_back(std::move(author));
        }
    }
    if (object.contains("keywords")) strings_in(object["keywords"], article.tags);
    article.published = date_member(object, "datePublished", archive::Basis::jsonld);
    if (!article.published) {
        article.published = date_member(object, "dateCreated", archive::Basis::jsonld);
    }
    article.modified = date_member(object, "dateModified", archive::Basis::jsonld);
    return article;
}

/// What all scripts of a page hold.
struct Found {
    NamesById names;
    std::vector<LinkedArticle> articles;
    std::optional<archive::Date> page_date;
};

void collect(const json& value, Found& found, int depth) {
    if (depth > deepest_object) return;
    if (value.is_array()) {
        for (const auto& one : value) collect(one, found, depth + 1);
        return;
    }
    if (!value.is_object()) return;
    constexpr std::size_t most_articles = 64;
    if (has_type(value, article_types)) {
        if (found.articles.size() < most_articles) {
            found.articles.push_back(read_article(value, found.names));
        }
        return;
    }
    for (const char* key : holders) {
        const auto held = value.find(key);
        if (held != value.end()) collect(*held, found, depth + 1);
    }
    if (!found.page_date && has_type(value, page_types)) {
        found.page_date = date_member(value, "datePublished", archive::Basis::jsonld_page);
        if (!found.page_date) {
            found.page_date = date_member(value, "uploadDate", archive::Basis::jsonld_page);
        }
    }
}

/// The publication day of a script that no repair makes JSON.
std::optional<archive::Date> date_in_broken(std::string_view script) {
    constexpr std::string_view key = "\"datePublished\"";
    const auto at = script.find(key);
    if (at == std::string_view::npos) return std::nullopt;
    const auto open = script.find('"', at + key.size());
    if (open == std::string_view::npos) return std::nullopt;
    const auto close = script.find('"', open + 1);
    DateHints hints;
    hints.basis = archive::Basis::jsonld;
    hints.month_first = true;
    return parse_written_date(script.substr(open + 1, close - open - 1), hints);
}

std::string_view without_scheme(std::string_view url) {
    const auto at = url.find("://");
    if (at != std::string_view::npos) url.remove_prefix(at + 3);
    url = url.substr(0, url.find_first_of("?#"));
    while (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return url;
}

bool describes(const LinkedArticle& article, std::string_view url, std::string_view title) {
    if (!url.empty() && !article.url.empty()
        && without_scheme(article.url) == without_scheme(url)) {
        return true;
    }
    return !title.empty() && !article.headline.empty()
           && title.substr(0, article.headline.size()) == article.headline;
}

bool blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

std::string repaired_json(std::string_view text) {
    const auto first = text.find_first_of("[{");
    const auto last = text.find_last_of("]}");
    if (first == std::string_view::npos || last == std::string_view::npos || last < first) {
        return {};
    }
    text = text.substr(first, last - first + 1);
    std::string json;
    json.reserve(text.size() + 16);
    bool in_string = false;
    std::size_t levels = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\') {
            constexpr std::string_view escapes = "\"\\/bfnrtu";
            const char escaped = i + 1 < text.size() ? text[i + 1] : ' ';
            if (escapes.find(escaped) != std::string_view::npos) json += c;
            if (escaped != '\n' && escaped != '\r') json += escaped;
            ++i;
        } else if (in_string) {
            if (c == '"') in_string = false;
            if (static_cast<unsigned char>(c) >= 0x20) {
                json += c;
            } else {
                json += c == '\n' ? "\\n" : " ";
            }
        } else {
            if (c == '"') in_string = true;
            if (c == '{' || c == '[') ++levels;
            if ((c == '}' || c == ']') && levels > 0) --levels;
            if (levels > archive::limits::json_levels) return {};
            if (c == ',') {
                std::size_t next = i + 1;
                while (next < text.size() && blank(text[next])) ++next;
                if (next < text.size() && (text[next] == ']' || text[next] == '}')) continue;
            }
            json += c;
        }
    }
    return json;
}

LinkedArticle linked_article(const std::vector<std::string>& scripts, std::string_view url,
                             std::string_view title) {
    Found found;
    std::optional<archive::Date> broken;
    std::vector<json> values;
    for (const auto& script : scripts) {
        constexpr bool no_exceptions = false;
        constexpr bool with_comments = true;
        auto value = json::parse(repaired_json(script), nullptr, no_exceptions, with_comments);
        if (!value.is_discarded()) {
            note_names(value, found.names);
            values.push_back(std::move(value));
        } else if (!broken) {
            broken = date_in_broken(script);
        }
    }
    // Only now: an article may refer to what a later script describes.
    for (const auto& value : values) collect(value, found, 0);
    LinkedArticle chosen;
    if (!found.articles.empty()) {
        const auto own = std::find_if(
            found.articles.begin(), found.articles.end(),
            [&](const LinkedArticle& article) { return describes(article, url, title); });
        chosen = own == found.articles.end() ? std::move(found.articles.front()) : std::move(*own);
    }
    if (!chosen.published) chosen.published = broken;
    if (!chosen.published) chosen.published = found.page_date;
    return chosen;
}

}  // namespace indexer
