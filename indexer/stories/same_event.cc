// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/same_event.h"

#include "indexer/stories/relation.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace indexer {

namespace {

/// Thresholds. docs/stories.md has what they were chosen by.
constexpr double near_similarity = 0.32;  ///< at most a day apart
constexpr double far_similarity = 0.42;
constexpr double undated_similarity = 0.28;  ///< where the weekday agrees too
constexpr double unsure_similarity = 0.5;    ///< where the text names no weekday
constexpr std::uint32_t fewest_rare = 2;
constexpr double weight_of_name = 1.5;

/// How much a term says: the fewer stories have it, the more.
class Weights {
public:
    Weights(std::uint32_t stories, const StoriesWith& with) : stories_(stories), with_(with) {}

    double of(std::uint32_t term, bool name) const {
        const double held = std::max(1U, with_(term));
        return std::log((stories_ + 1.0) / held) * (name ? weight_of_name : 1.0);
    }

private:
    double stories_;
    const StoriesWith& with_;
};

double weight(const archive::EventSignature& signature, const Weights& weights) {
    double all = 0;
    for (std::size_t i = 0; i < signature.count; ++i)
        all += weights.of(signature.terms[i], signature.is_name(i));
    return all;
}

bool names_weekday_of(const archive::EventSignature& undated, const archive::DaySpan& day) {
    const auto weekday = [](archive::DayNumber number) {
        return std::chrono::weekday(archive::day_of(number)).c_encoding();
    };
    return (undated.weekdays >> weekday(day.first) & 1U) != 0
           || (undated.weekdays >> weekday(day.first - 1) & 1U) != 0;
}

Likeness judged(const EventVerdict& found, bool dated, bool weekdays_named) {
    if (found.rare < fewest_rare) return Likeness::none;
    if (dated) {
        const double least = found.days_apart <= 1 ? near_similarity : far_similarity;
        const bool same =
            found.days_apart <= event_days && found.rare_names > 0 && found.similarity >= least;
        return same ? Likeness::same : Likeness::none;
    }
    if (weekdays_named && !found.weekday_agrees) return Likeness::none;
    const double least = found.weekday_agrees ? undated_similarity : unsure_similarity;
    return found.similarity >= least ? Likeness::maybe : Likeness::none;
}

}  // namespace

EventVerdict same_event(const EventReport& left, const EventReport& right, std::uint32_t stories,
                        const StoriesWith& stories_with) {
    EventVerdict found;
    const bool left_dated = names_a_day(left.published), right_dated = names_a_day(right.published);
    if (!left_dated && !right_dated) return found;
    const Weights weights(stories, stories_with);
    const auto& ours = left.signature;
    const auto& theirs = right.signature;
    double both = 0;
    for (std::size_t l = 0, r = 0; l < ours.count && r < theirs.count;) {
        const auto a = ours.terms[l];
        const auto b = theirs.terms[r];
        if (a == b) {
            const bool name = ours.is_name(l) || theirs.is_name(r);
            const bool rare = is_rare(stories_with(a), stories);
            both += weights.of(a, name);
            ++found.shared;
            found.names += name ? 1 : 0;
            found.rare += rare ? 1 : 0;
            found.rare_names += rare && name ? 1 : 0;
        }
        l += a <= b ? 1 : 0;
        r += b <= a ? 1 : 0;
    }
    const double all = std::sqrt(weight(ours, weights) * weight(theirs, weights));
    found.similarity = all > 0 ? std::min(1.0, both / all) : 0;
    const bool dated = left_dated && right_dated;
    const auto& undated = left_dated ? theirs : ours;
    if (dated)
        found.days_apart = days_apart(left.published, right.published);
    else
        found.weekday_agrees =
            names_weekday_of(undated, left_dated ? left.published : right.published);
    found.likeness = judged(found, dated, undated.weekdays != 0);
    return found;
}

std::string reason(const EventVerdict& verdict) {
    std::string text = fmt::format(
        "{:.2f} of the names and telling words, weighed by rarity; {} shared, {} of them names, {} "
        "that hardly any other story has",
        verdict.similarity, verdict.shared, verdict.names, verdict.rare);
    if (verdict.likeness == Likeness::maybe)
        text += verdict.weekday_agrees ? "; undated, and its weekday fits" : "; undated";
    else if (verdict.days_apart > 0)
        text += fmt::format("; {} days apart", verdict.days_apart);
    return text;
}

}  // namespace indexer
