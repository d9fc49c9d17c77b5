// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/article.h"

#include <array>

namespace archive {

std::string_view name(ZoneKind kind) {
    constexpr std::array<std::string_view, zone_kinds> names{"headline", "standfirst", "header",
                                                             "body",     "caption",    "byline",
                                                             "dateline", "credit",     "furniture"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(TitleBasis basis) {
    constexpr std::array<std::string_view, 8> names{"none", "field", "jsonld",     "meta",
                                                    "h1",   "text",  "standfirst", "lead"};
    return names[static_cast<std::size_t>(basis)];
}

std::string body_text(const Article& article) {
    std::string body;
    for (const auto& zone : article.zones) {
        if (zone.kind != ZoneKind::body) continue;
        if (!body.empty()) body += '\n';
        body += zone.text;
    }
    return body;
}

}  // namespace archive
