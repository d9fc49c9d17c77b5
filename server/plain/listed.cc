// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/listed.h"

#include "server/plain/parts.h"

#include <algorithm>

namespace server {

std::uint64_t Listed::rows() const {
    return request.fold ? result.total.stories : result.total.articles;
}

bool Listed::limited_to_days() const {
    const auto& clauses = result.receipt.clauses;
    return request.from || request.to
           || std::any_of(clauses.begin(), clauses.end(), [](const archive::ClauseResult& one) {
                  return one.clause.kind == "date";
              });
}

std::string filter_name(const Listed& listed, std::string_view field, const std::string& value) {
    for (const auto& facet : listed.result.facets) {
        if (archive::name(facet.kind) != field) continue;
        for (const auto& one : facet.values) {
            if (one.value == value) return value_name(field, one);
        }
    }
    return value_name(field, {value, value, {}});
}

SearchAddress changed(
    const SearchAddress& address,
    const std::vector<std::pair<std::string, std::optional<std::string>>>& change) {
    auto other = address.restarted();
    for (const auto& [name, value] : change)
        other = value ? other.with(name, *value) : other.without(name);
    return other;
}

}  // namespace server
