// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/html.h"

#include "archive/base/text.h"
#include "server/escaped.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

/// Elements that have no end, and so no inside.
constexpr std::array<std::string_view, 3> without_inside{"input", "link", "meta"};

/// After these a line ends, for whoever reads a page with curl. White space between them shows
/// nowhere.
constexpr std::array<std::string_view, 28> ending_a_line{
    "article", "aside", "body",   "dd",   "details", "div",    "dl", "dt",   "fieldset", "form",
    "h1",      "h2",    "h3",     "head", "header",  "legend", "li", "link", "main",     "meta",
    "nav",     "ol",    "option", "p",    "section", "title",  "tr", "ul"};

template <std::size_t size>
bool is_among(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<std::string> flag(bool set) {
    return set ? std::optional<std::string>(std::in_place) : std::nullopt;
}

std::optional<std::string> unless_empty(std::string_view value) {
    return value.empty() ? std::nullopt : std::optional<std::string>(value);
}

Html::Html(std::string_view text) : markup_(markup_escaped(text)) {}

Html& Html::operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
}

Html element_around(const MarkupName& name, std::initializer_list<Attribute> attributes,
                    const Html& inside) {
    Html html;
    auto& out = html.markup_;
    out.append("<").append(name.text());
    for (const auto& attribute : attributes) {
        if (!attribute.value) continue;
        out.append(" ").append(attribute.name.text());
        if (!attribute.value->empty())
            out.append("=\"").append(markup_escaped(*attribute.value)).append("\"");
    }
    out += '>';
    if (!is_among(name.text(), without_inside))
        out.append(inside.markup_).append("</").append(name.text()).append(">");
    if (is_among(name.text(), ending_a_line)) out += '\n';
    return html;
}

Html link(const std::string& href, const Html& text) {
    return element("a", {{"href", href}}, text);
}

bool is_web_address(std::string_view url) {
    const auto start = archive::ascii_lower(url.substr(0, 8));
    return start.starts_with("http://") || start.starts_with("https://");
}

Html document(const Html& html) {
    Html whole;
    whole.markup_ = "<!DOCTYPE html>\n" + html.markup_ + "\n";
    return whole;
}

}  // namespace server
