// SPDX-License-Identifier: GPL-2.0-or-later
// call.h - One request as a route's handler sees it.
#pragma once

#include "server/guard/head_gate.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// A request that a route was found for. Borrowed: lives as long as the handler runs, so a content
/// provider copies what it needs.
struct Call {
    const Head& head;

    /// What stood in the places of the pattern, decoded: {"id", "b3k7q2m9x4t1c8va"}.
    std::vector<std::pair<std::string_view, std::string>> places = {};

    /// The parameters of the query, decoded, valid UTF-8 without NUL, in the order given.
    const std::vector<Parameter>& parameters() const { return head.target.parameters; }

    /// What stood in the place called `name`, such as "id"; empty when the pattern has none.
    std::string_view place(std::string_view name) const {
        for (const auto& [known, value] : places) {
            if (known == name) return value;
        }
        return {};
    }

    /// A kept request header, such as "if-none-match"; empty when it was not sent.
    std::string field(std::string_view name) const { return head.field(name); }

    /// "http://localhost:8080": where the client reached us, without a slash at the end.
    std::string origin() const { return "http://" + head.host; }
};

}  // namespace server
