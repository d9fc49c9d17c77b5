// SPDX-License-Identifier: GPL-2.0-or-later
// lead_paragraph.h - Which paragraph of an article's tokens is its lead.
#pragma once

#include "archive/index/tokens.h"

#include <cstdint>
#include <string_view>

namespace archive {

/// The first paragraph of the body, unless the article has a standfirst.
class LeadParagraph {
public:
    explicit LeadParagraph(std::string_view tokens) {
        TokenWalk walk(tokens);
        for (Token token; walk.next(token);) {
            if (token.zone == ZoneKind::standfirst) {
                paragraph_ = none;
                return;
            }
            if (token.zone == ZoneKind::body && paragraph_ == none) paragraph_ = token.paragraph;
        }
    }

    bool holds(const Token& token) const {
        return token.zone == ZoneKind::body && token.paragraph == paragraph_;
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    std::uint32_t paragraph_ = none;
};

}  // namespace archive
