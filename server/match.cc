// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/text.h"
#include "server/routes.h"

#include <algorithm>

namespace server {
namespace {

bool is_place(std::string_view part) {
    return part.starts_with('{') && part.ends_with('}');
}

}  // namespace

std::optional<Match> match(std::span<const Route> table, const Target& target) {
    for (const Route& route : table) {
        const auto parts = archive::split(route.pattern.substr(1), '/');
        if (parts.size() != target.segments.size()) continue;
        Match found{&route, {}};
        bool fits = true;
        for (std::size_t i = 0; i < parts.size() && fits; ++i) {
            const std::string& segment = target.segments[i];
            if (is_place(parts[i])) {
                fits = !segment.empty();
                found.places.emplace_back(parts[i].substr(1, parts[i].size() - 2), segment);
            } else {
                fits = parts[i] == segment;
            }
        }
        if (fits) return found;
    }
    return std::nullopt;
}

bool is_plain(const Route& route, const Target& target) {
    if (route.plain == nullptr || route.handler == route.plain) return route.plain != nullptr;
    const Parameter asked{"plain", "1"};
    const auto& given = target.parameters;
    return std::find(given.begin(), given.end(), asked) != given.end();
}

}  // namespace server
