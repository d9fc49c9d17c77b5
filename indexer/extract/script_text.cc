// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/script_text.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/extract/json_ld.h"
#include "indexer/extract/page_text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace indexer {

namespace {

using nlohmann::json;

constexpr int deepest = 24;

constexpr std::array<std::string_view, 6> title_keys{"title",   "headline",  "hed",
                                                     "heading", "headlines", "name"};

/// What holds the text of a record, or of one block of it.
constexpr std::array<std::string_view, 14> text_keys{
    "articleBody", "body",     "content",    "text",     "html",     "bodyHtml", "contentHtml",
    "blocks",      "elements", "paragraphs", "children", "sections", "value",    "basic"};

void add_text(std::string& text, std::string_view words) {
    std::string line;
    for (const auto part : archive::split(words, '\n')) {
        line.clear();
        append_folded(line, part);
        const auto clean = archive::trimmed(line);
        if (clean.empty()) continue;
        if (!text.empty()) text += '\n';
        text += clean;
    }
}

/// All text of a value: strings, with tags read, lists, and what blocks hold under text_keys.
void collect(const json& value, std::string& text, int depth) {
    if (depth > deepest) return;
    if (value.is_string()) {
        const auto& words = value.get_ref<const std::string&>();
        add_text(text, words.find('<') == std::string::npos ? words : text_without_tags(words));
    } else if (value.is_array()) {
        for (const auto& each : value) collect(each, text, depth + 1);
    } else if (value.is_object()) {
        for (const auto key : text_keys) {
            const auto found = value.find(key);
            if (found != value.end()) collect(*found, text, depth + 1);
        }
    }
}

/// A title's words: of {"basic": "Ferry saved"} too.
std::string title_of(const json& object) {
    for (const auto key : title_keys) {
        const auto found = object.find(key);
        if (found == object.end()) continue;
        const json* title = &*found;
        if (title->is_object() && title->contains("basic")) title = &(*title)["basic"];
        if (title->is_string()) return archive::folded_words(title->get_ref<const std::string&>());
    }
    return {};
}

/// Looks for records of `title` and keeps the longest text of one.
void search(const json& value, const std::string& title, std::string& best, int depth) {
    if (depth > deepest || !value.is_structured()) return;
    if (value.is_object()) {
        const std::string own = title_of(value);
        constexpr std::size_t shortest = 8;
        const bool same = own.size() >= shortest && title.starts_with(own);
        if (same) {
            std::string text;
            collect(value, text, depth);
            if (text.size() > best.size()) best = std::move(text);
        }
    }
    for (const auto& member : value) search(member, title, best, depth + 1);
}

}  // namespace

std::string text_in_scripts(const PageTree& page, std::string_view title) {
    constexpr std::size_t most_bytes = 4'000'000;
    constexpr std::size_t shortest_script = 500;
    const std::string wanted = archive::folded_words(title);
    std::string best;
    std::size_t read = 0;
    for (int i = 0; i < page.size() && !wanted.empty(); ++i) {
        const auto& node = page.node(i);
        if (!node.is_text() || page.node(node.parent).tag != Tag::script) continue;
        read += node.text.size();
        if (node.text.size() < shortest_script || read > most_bytes) continue;
        constexpr bool no_exceptions = false;
        const auto value = json::parse(repaired_json(node.text), nullptr, no_exceptions);
        if (!value.is_discarded()) search(value, wanted, best, 0);
    }
    constexpr std::size_t shortest = 200;
    return best.size() < shortest ? std::string() : best;
}

}  // namespace indexer
