// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/day_windows.h"

#include <algorithm>
#include <optional>

namespace archive {

namespace {

/// The bits of word `word` that are between two places.
std::uint64_t mask(std::size_t word, ArticlePlaces::Place begin, ArticlePlaces::Place end) {
    auto bits = ~std::uint64_t{0};
    if (word == begin / 64) bits &= ~std::uint64_t{0} << (begin % 64);
    if (word == end / 64) bits &= (std::uint64_t{1} << (end % 64)) - 1;
    return bits;
}

/// How many places from `begin` to before `end` are in both.
std::uint64_t count_between(const ArticleSet& left, const ArticleSet& right,
                            ArticlePlaces::Place begin, ArticlePlaces::Place end) {
    if (begin >= end) return 0;
    const auto *const one = left.words().data(), *const other = right.words().data();
    const auto first = begin / 64, last = end / 64;
    const std::uint64_t edge = one[first] & other[first] & mask(first, begin, end);
    std::uint64_t count = count_bits(edge);
    if (first == last) return count;
    count += count_common_bits(one + first + 1, other + first + 1, last - first - 1);
    if (const auto rest = mask(last, begin, end); rest != 0)
        count += count_bits(one[last] & other[last] & rest);
    return count;
}

std::optional<ArticlePlaces::Place> first_between(const ArticleSet& set, ArticlePlaces::Place begin,
                                                  ArticlePlaces::Place end) {
    if (begin >= end) return std::nullopt;
    for (auto word = begin / 64; word <= (end - 1) / 64; ++word) {
        const auto bits = set.words()[word] & mask(word, begin, end);
        if (bits != 0) return word * 64 + static_cast<ArticlePlaces::Place>(std::countr_zero(bits));
    }
    return std::nullopt;
}

std::optional<ArticlePlaces::Place> last_between(const ArticleSet& set, ArticlePlaces::Place begin,
                                                 ArticlePlaces::Place end) {
    if (begin >= end) return std::nullopt;
    for (auto word = (end - 1) / 64 + 1; word > begin / 64; --word) {
        const auto bits = set.words()[word - 1] & mask(word - 1, begin, end);
        if (bits != 0)
            return word * 64 - 1 - static_cast<ArticlePlaces::Place>(std::countl_zero(bits));
    }
    return std::nullopt;
}

}  // namespace

DayWindows::DayWindows(const Snapshot& snapshot, const ArticlePlaces& places)
    : live_(places), inferred_(places) {
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        const auto dated = segment.facts().dated;
        auto& windows = segments_.emplace_back();
        windows.dated_end = places.of(at, dated + 1);
        windows.end = places.of(at, segment.facts().documents + 1);
        first_days_.push_back(&segment.first_day);
        if (dated > 0) windows.days = {segment.first_day[1], segment.first_day[dated]};
        for (Docid docid = 1; docid <= dated; ++docid) {
            const auto day = segment.first_day[docid];
            const auto known = static_cast<std::size_t>(day - windows.days.first) + 1;
            if (windows.begins.size() < known) windows.begins.resize(known, places.of(at, docid));
            if (segment.certainty[docid] == static_cast<std::uint8_t>(Certainty::inferred))
                inferred_.add(at, docid);
        }
        any_inferred_ = inferred_.size() > 0;
        for_each_place(snapshot.live(at), 0, [&](Docid docid) { live_.add(at, docid); });
    }
}

ArticlePlaces::Place DayWindows::begin_of(const Windows& windows, DayNumber day) {
    if (day > windows.days.last || windows.begins.empty()) return windows.dated_end;
    const auto known = std::max(day, windows.days.first) - windows.days.first;
    return windows.begins[static_cast<std::size_t>(known)];
}

DayWindows::Count DayWindows::count(const ArticleSet& set, DayNumber first, DayNumber next) const {
    Count count;
    for (const auto& windows : segments_) {
        const auto begin = begin_of(windows, first), end = begin_of(windows, next);
        const auto articles = count_between(set, set, begin, end);
        if (articles == 0) continue;
        count.articles += articles;
        if (any_inferred_) count.inferred += count_between(set, inferred_, begin, end);
    }
    return count;
}

std::uint64_t DayWindows::live(DayNumber first, DayNumber next) const {
    std::uint64_t count = 0;
    for (const auto& windows : segments_)
        count += count_between(live_, live_, begin_of(windows, first), begin_of(windows, next));
    return count;
}

std::vector<ArticlePlaces::Place> DayWindows::begins(std::span<const DayNumber> days) const {
    std::vector<ArticlePlaces::Place> begins;
    begins.reserve(segments_.size() * days.size());
    for (const auto& windows : segments_) {
        for (const auto day : days) begins.push_back(begin_of(windows, day));
    }
    return begins;
}

bool DayWindows::is_undated(ArticlePlaces::Place place) const {
    return std::any_of(segments_.begin(), segments_.end(), [&](const Windows& windows) {
        return place >= windows.dated_end && place < windows.end;
    });
}

std::uint64_t DayWindows::undated(const ArticleSet& set) const {
    std::uint64_t count = 0;
    for (const auto& windows : segments_)
        count += count_between(set, set, windows.dated_end, windows.end);
    return count;
}

DaySpan DayWindows::span(const ArticleSet& set) const {
    DaySpan span;
    for (std::size_t at = 0; at < segments_.size(); ++at) {
        if (segments_[at].begins.empty()) continue;
        const auto begin = segments_[at].begins.front(), end = segments_[at].dated_end;
        const auto first = first_between(set, begin, end), last = last_between(set, begin, end);
        if (!first) continue;
        const auto& days = *first_days_[at];
        const DaySpan here{days[*first - begin + 1], days[*last - begin + 1]};
        if (span.first == 0) span = here;
        span.first = std::min(span.first, here.first);
        span.last = std::max(span.last, here.last);
    }
    return span;
}

}  // namespace archive
