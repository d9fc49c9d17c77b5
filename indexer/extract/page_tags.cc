// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_tags.h"

#include <array>
#include <unordered_map>

namespace indexer {

namespace {

/// In the order of the enumeration; the first three are no elements of HTML.
constexpr std::array<std::string_view, 81> names{
    "",         "#text", "#root",  "html",       "head",       "body",     "title",   "meta",
    "link",     "base",  "script", "style",      "noscript",   "template", "iframe",  "svg",
    "canvas",   "math",  "object", "embed",      "applet",     "audio",    "video",   "map",
    "dialog",   "menu",  "button", "select",     "option",     "textarea", "input",   "label",
    "fieldset", "form",  "nav",    "aside",      "footer",     "header",   "main",    "article",
    "section",  "div",   "p",      "blockquote", "pre",        "center",   "address", "details",
    "summary",  "hr",    "br",     "figure",     "figcaption", "caption",  "h1",      "h2",
    "h3",       "h4",    "h5",     "h6",         "ul",         "ol",       "li",      "dl",
    "dt",       "dd",    "table",  "thead",      "tbody",      "tfoot",    "tr",      "td",
    "th",       "a",     "abbr",   "b",          "em",         "i",        "span",    "strong",
    "time",
};

constexpr std::size_t named = names.size();
static_assert(names[named - 1] == "time" && names[static_cast<std::size_t>(Tag::time)] == "time");
static_assert(names[static_cast<std::size_t>(Tag::form)] == "form");
static_assert(names[static_cast<std::size_t>(Tag::h1)] == "h1");
static_assert(names[static_cast<std::size_t>(Tag::ul)] == "ul");

}  // namespace

Tag tag_named(std::string_view name) {
    static const std::unordered_map<std::string_view, Tag> tags = [] {
        std::unordered_map<std::string_view, Tag> map;
        constexpr std::size_t first_element = 3;
        for (std::size_t i = first_element; i < named; ++i) {
            map.emplace(names[i], static_cast<Tag>(i));
        }
        return map;
    }();
    const auto found = tags.find(name);
    return found == tags.end() ? Tag::other : found->second;
}

bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

bool is_block(Tag tag) {
    switch (tag) {
        case Tag::p:
        case Tag::div:
        case Tag::section:
        case Tag::article:
        case Tag::main:
        case Tag::ul:
        case Tag::ol:
        case Tag::li:
        case Tag::dl:
        case Tag::dt:
        case Tag::dd:
        case Tag::blockquote:
        case Tag::pre:
        case Tag::table:
        case Tag::tr:
        case Tag::td:
        case Tag::th:
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
        case Tag::figure:
        case Tag::figcaption:
        case Tag::header:
        case Tag::form:
        case Tag::hr:
        case Tag::address:
        case Tag::details:
        case Tag::summary:
        case Tag::center:
        case Tag::body:
        case Tag::caption: return true;
        default: return is_heading(tag);
    }
}

bool is_silent(Tag tag) {
    return tag == Tag::script || tag == Tag::style || tag == Tag::head || tag == Tag::title
           || tag == Tag::meta || tag == Tag::link;
}

bool is_never_article(Tag tag) {
    switch (tag) {
        case Tag::script:
        case Tag::style:
        case Tag::noscript:
        case Tag::template_:
        case Tag::iframe:
        case Tag::svg:
        case Tag::canvas:
        case Tag::button:
        case Tag::select:
        case Tag::textarea:
        case Tag::input:
        case Tag::object:
        case Tag::embed:
        case Tag::audio:
        case Tag::video:
        case Tag::map:
        case Tag::dialog:
        case Tag::menu:
        case Tag::head:
        case Tag::link:
        case Tag::meta:
        case Tag::applet:
        case Tag::option:
        case Tag::math: return true;
        default: return false;
    }
}

}  // namespace indexer
