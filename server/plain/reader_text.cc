// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/reader_text.h"

#include "server/plain/parts.h"
#include "server/plain/search_address.h"

namespace server {

using archive::MarkedParagraph;
using archive::ZoneKind;

std::string name_page(archive::EntityType type, std::string_view id) {
    return list_page(SearchAddress().also(archive::name(type), id));
}

ReaderText::ReaderText(const archive::ArticleView& view) : names_(view.names) {
    for (const auto& name : view.names) types_.emplace(name.id, name.type);
}

Html ReaderText::segment(const archive::TextSegment& segment) {
    if (!segment.hit) return segment.text;
    const bool first = marks_++ == 0;
    return element("mark", {{"id", first ? std::optional<std::string>("match") : std::nullopt}},
                   segment.text);
}

Html ReaderText::paragraph(const MarkedParagraph& paragraph, ZoneKind kind) {
    const auto segments = names_.named(paragraph);
    Html text;
    for (std::size_t i = 0; i < segments.size();) {
        const auto& id = segments[i].entity;
        Html words;  // marks may cut a name into several segments
        do words += segment(segments[i++].segment);
        while (!id.empty() && i < segments.size() && segments[i].entity == id);
        const auto type = types_.find(id);
        const bool is_link = type != types_.end() && !id.empty() && seen_.insert(id).second;
        text += is_link
                    ? element("a", {{"class", "ent"}, {"href", name_page(type->second, id)}}, words)
                    : words;
    }
    const auto look = kind == ZoneKind::body ? std::string_view() : archive::name(kind);
    return element("p", {{"class", unless_empty(look)}}, text);
}

Html ReaderText::furniture(const MarkedParagraph& paragraph) {
    Html text;
    for (const auto& one : paragraph) text += segment(one);
    return element("p", {{"dir", "auto"}}, text);
}

}  // namespace server
