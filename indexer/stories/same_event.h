// SPDX-License-Identifier: GPL-2.0-or-later
// same_event.h - Whether two articles report one happening in different words.
//
// The days must be near and the names agree, and among them must be some that hardly any other
// story has: two speeches of one president share most names, two reports of one speech also the
// village it was held in. What is found is a soft link, never a fold.
#pragma once

#include "archive/index/event_signature.h"
#include "archive/model/date.h"

#include <cstdint>
#include <functional>
#include <string>

namespace indexer {

/// How many stories of the archive have a term.
using StoriesWith = std::function<std::uint32_t(std::uint32_t term)>;

/// An article as events are told by it.
struct EventReport {
    archive::EventSignature signature;
    archive::DaySpan published;  ///< 0 when undated
};

enum class Likeness : std::uint8_t {
    none,
    maybe,  ///< one of them is undated
    same,
};

/// The finding, and the numbers it rests on.
struct EventVerdict {
    Likeness likeness = Likeness::none;
    double similarity = 0;       ///< of the terms, weighed by how rare they are: 0 to 1
    double word_similarity = 0;  ///< of those that are no names
    std::uint32_t shared = 0, names = 0, rare = 0, rare_names = 0;  ///< terms both have
    bool leading = false;         ///< what each is about, the other names too
    bool other_weekdays = false;  ///< both name weekdays, and none in common
    archive::DayNumber days_apart = 0;
    bool weekday_agrees = false;  ///< the undated one names the weekday of the other, or the one
                                  ///< before
};

/// `stories` is the number of stories in the archive.
EventVerdict same_event(const EventReport& left, const EventReport& right, std::uint32_t stories,
                        const StoriesWith& stories_with);

/// Days within which one event is reported.
inline constexpr archive::DayNumber event_days = 3;

/// Whether a date is near enough to a day to be compared: of some days at most.
constexpr bool names_a_day(const archive::DaySpan& span) {
    return span.first != 0 && span.last - span.first <= event_days;
}

/// A term that so many stories have, of so many, is rare.
constexpr bool is_rare(std::uint32_t with, std::uint32_t stories) {
    constexpr std::uint32_t few = 12;
    return with <= few || with <= stories / 1'000;
}

/// In words, for `explain`.
std::string reason(const EventVerdict& verdict);

}  // namespace indexer
