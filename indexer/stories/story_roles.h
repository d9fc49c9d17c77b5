// SPDX-License-Identifier: GPL-2.0-or-later
// story_roles.h - Which of several versions was first, and what the others are to it.
#pragma once

#include "archive/model/article.h"
#include "archive/model/story.h"

#include <cstdint>
#include <string>
#include <tuple>

namespace indexer {

/// How near an article stands to the agency that sent the text out.
enum class AgencyStanding : std::uint8_t {
    original,  ///< printed by the agency itself
    credited,  ///< its dateline or credit names the agency
    none,
};

AgencyStanding agency_standing(const archive::Article& article);

/// What the order of versions depends on; smaller is earlier.
struct Seniority {
    bool altered = false;  ///< machine-altered wording is never first
    archive::DayNumber first_day = 0;
    int minute = 0;  ///< of the day
    AgencyStanding agency = AgencyStanding::none;
    std::int64_t length = 0;  ///< characters of the body, negative: the longest first
    std::string id;

    bool undated() const { return first_day == 0; }
    friend bool operator<(const Seniority& left, const Seniority& right) {
        return left.key() < right.key();
    }

private:
    std::tuple<bool, bool, archive::DayNumber, int, AgencyStanding, std::int64_t, std::string_view>
    key() const {
        return {altered, undated(), first_day, minute, agency, length, id};
    }
};

/// By day, then by the time where it was written (a day without one counts from its begin), then
/// the agency's own, the longest, and by id. A day that is inferred from other articles counts for
/// nothing: it is theirs.
Seniority seniority(const archive::Article& article);

/// What `article` is to the earliest of its story, which is another article.
archive::StoryRole role_of(const archive::Article& article, const archive::Article& earliest);

}  // namespace indexer
