// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/same_event.h"

#include "indexer/stories/relation.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace indexer {

namespace {

/// Thresholds. docs/stories.md has what they were chosen by.
constexpr double least_similarity = 0.42, least_of_words = 0.15;
constexpr double sure_similarity = 0.62;                          ///< where few words are no names
constexpr double unsure_similarity = 0.6, unsure_of_words = 0.3;  ///< undated, without a weekday
constexpr double undated_similarity = 0.4;                        ///< where the weekday agrees
constexpr std::uint32_t fewest_shared = 4, fewest_rare = 2;
constexpr double weight_of_name = 1.5;

/// How much a term says: the fewer stories have it, the more. A small archive does not know how
/// rare its words are: it counts as if it were a part of one of `unseen` stories more, in which
/// each kind of word is as frequent as in any news.
class Rarity {
public:
    Rarity(std::uint32_t stories, const StoriesWith& with) : stories_(stories), with_(with) {}

    double weight(const archive::EventSignature& signature, std::size_t at) const {
        const bool name = signature.is_name(at);
        constexpr double unseen = 200, common_share = 0.08, name_share = 0.004, word_share = 0.01;
        const double share = signature.is_common(at) ? common_share
                             : name                  ? name_share
                                                     : word_share;
        const double held = std::max(1U, with_(signature.terms[at]));
        return std::log((stories_ + unseen) / (held + unseen * share))
               * (name ? weight_of_name : 1);
    }

    bool rare(const archive::EventSignature& signature, std::size_t at) const {
        return !signature.is_common(at) && is_rare(with_(signature.terms[at]), stories_);
    }

private:
    std::uint32_t stories_;
    const StoriesWith& with_;
};

/// Both signatures added up.
struct Sums {
    double both = 0, left = 0, right = 0;
    double similarity() const {
        return left > 0 && right > 0 ? std::min(1.0, both / std::sqrt(left * right)) : 0;
    }
};

/// What one article is about, and how much of it the other has.
struct Leading {
    std::uint32_t terms = 0, met = 0;
    std::uint32_t places = 0, places_met = 0;  ///< countries, cities and the like

    void add(const archive::EventSignature& signature, std::size_t at, bool both) {
        if (!signature.is_leading(at)) return;
        ++(signature.is_common(at) ? places : terms);
        if (both) ++(signature.is_common(at) ? places_met : met);
    }
    /// Two of three, and not about countries that the other does not name.
    static bool agree(const Leading& left, const Leading& right) {
        const bool elsewhere =
            left.places > 0 && right.places > 0 && left.places_met + right.places_met == 0;
        return left.met * 3 >= left.terms * 2 && right.met * 3 >= right.terms * 2 && !elsewhere;
    }
};

bool names_weekday_of(const archive::EventSignature& undated, const archive::DaySpan& day) {
    const auto weekday = [](archive::DayNumber number) {
        return std::chrono::weekday(archive::day_of(number)).c_encoding();
    };
    return (undated.weekdays >> weekday(day.first) & 1U) != 0
           || (undated.weekdays >> weekday(day.first - 1) & 1U) != 0;
}

Likeness judged(const EventVerdict& found, bool dated, bool weekdays_named) {
    if (!found.leading || found.shared < fewest_shared || found.rare < fewest_rare)
        return Likeness::none;
    const auto alike = [&found](double similarity, double of_words) {
        return found.similarity >= similarity && found.word_similarity >= of_words;
    };
    if (dated) {
        const bool near = found.days_apart <= event_days && !found.other_weekdays;
        const bool same =
            alike(least_similarity, least_of_words) || found.similarity >= sure_similarity;
        return near && same && found.rare_names > 0 ? Likeness::same : Likeness::none;
    }
    if (weekdays_named && !found.weekday_agrees) return Likeness::none;
    const bool may_be = found.weekday_agrees ? alike(undated_similarity, least_of_words)
                                             : alike(unsure_similarity, unsure_of_words);
    return may_be ? Likeness::maybe : Likeness::none;
}

}  // namespace

EventVerdict same_event(const EventReport& left, const EventReport& right, std::uint32_t stories,
                        const StoriesWith& stories_with) {
    EventVerdict found;
    const bool left_dated = names_a_day(left.published), right_dated = names_a_day(right.published);
    if (!left_dated && !right_dated) return found;
    const Rarity rarity(stories, stories_with);
    const auto& ours = left.signature;
    const auto& theirs = right.signature;
    Sums all;
    Sums words;
    Leading leading_ours;
    Leading leading_theirs;
    for (std::size_t l = 0, r = 0; l < ours.count || r < theirs.count;) {
        const bool from_left =
            r == theirs.count || (l < ours.count && ours.terms[l] <= theirs.terms[r]);
        const bool from_right =
            l == ours.count || (r < theirs.count && theirs.terms[r] <= ours.terms[l]);
        const bool both = from_left && from_right;
        const bool name = (from_left && ours.is_name(l)) || (from_right && theirs.is_name(r));
        const double weight = both ? std::max(rarity.weight(ours, l), rarity.weight(theirs, r))
                              : from_left ? rarity.weight(ours, l)
                                          : rarity.weight(theirs, r);
        for (auto* const sums : {&all, name ? nullptr : &words}) {
            if (sums == nullptr) continue;
            sums->left += from_left ? weight : 0;
            sums->right += from_right ? weight : 0;
            sums->both += both ? weight : 0;
        }
        if (from_left) leading_ours.add(ours, l, both);
        if (from_right) leading_theirs.add(theirs, r, both);
        if (both) {
            const bool rare = rarity.rare(ours, l) && rarity.rare(theirs, r);
            ++found.shared;
            found.names += name ? 1 : 0;
            found.rare += rare ? 1 : 0;
            found.rare_names += rare && name ? 1 : 0;
        }
        l += from_left ? 1 : 0;
        r += from_right ? 1 : 0;
    }
    found.similarity = all.similarity();
    found.word_similarity = words.similarity();
    found.leading = Leading::agree(leading_ours, leading_theirs);
    found.other_weekdays =
        ours.weekdays != 0 && theirs.weekdays != 0 && (ours.weekdays & theirs.weekdays) == 0;
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
