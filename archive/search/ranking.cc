// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/ranking.h"

#include "archive/search/matching.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <tuple>

namespace archive {

namespace {

/// Grows with what a cursor holds: another number is another cursor.
constexpr std::string_view cursor_form = "1";
constexpr std::size_t id_characters = 16;

/// What the relevance of an article counts whose words a machine replaced: of two that say the same
/// the clean one comes first, and one that says much more of what is searched for still leads.
constexpr float weight_of_altered = 0.8F;

void append_hex(std::string& text, std::uint64_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(value >> shift) & 0xFU];
}

std::optional<std::uint64_t> read_hex(std::string_view& text) {
    constexpr std::size_t digits = 16;
    if (text.size() < digits) return std::nullopt;
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + digits, value, 16);
    if (read.ec != std::errc{} || read.ptr != text.data() + digits) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

}  // namespace

std::string written_cursor(const RowKey& key, Sort sort, std::uint64_t question) {
    std::string cursor(cursor_form);
    append_hex(cursor, question ^ static_cast<std::uint64_t>(sort));
    append_hex(cursor, static_cast<std::uint64_t>(key.first));
    append_hex(cursor, static_cast<std::uint64_t>(key.day));
    return cursor + key.id;
}

std::optional<RowKey> read_cursor(std::string_view cursor, Sort sort, std::uint64_t question) {
    if (cursor.substr(0, cursor_form.size()) != cursor_form) return std::nullopt;
    cursor.remove_prefix(cursor_form.size());
    const auto asked = read_hex(cursor);
    const auto first = read_hex(cursor);
    const auto day = read_hex(cursor);
    if (!asked || !first || !day || cursor.size() != id_characters
        || *asked != (question ^ static_cast<std::uint64_t>(sort))
        || *day > static_cast<std::uint64_t>(last_day_ever))
        return std::nullopt;
    return RowKey{static_cast<std::int64_t>(*first), static_cast<DayNumber>(*day),
                  std::string(cursor)};
}

RowKey key_of(const Snapshot& snapshot, const RankedMatch& match) {
    const auto& [at, docid] = match.location;
    return {match.first, match.day, std::string(snapshot.segment(at).id(docid))};
}

Ranking::Ranking(const Snapshot& snapshot, Rows rows, Sort sort, std::size_t keep,
                 std::optional<RowKey> after)
    : snapshot_(snapshot), rows_(rows), sort_(sort), keep_(keep), after_(std::move(after)) {
    constexpr std::size_t most_at_once = 16'384;
    heap_.reserve(std::min(keep_, most_at_once));
}

bool Ranking::before(const RankedMatch& left, const RankedMatch& right) const {
    if (left.first != right.first) return left.first > right.first;
    if (left.day != right.day) return left.day > right.day;
    return id(left) < id(right);
}

bool Ranking::after_cursor(const RankedMatch& match) const {
    if (!after_) return true;
    if (match.first != after_->first) return match.first < after_->first;
    if (match.day != after_->day) return match.day < after_->day;
    return id(match) > after_->id;
}

RankedMatch Ranking::ranked(const StoryMatch& found) const {
    const auto& segment = snapshot_.segment(found.segment);
    RankedMatch match{found.location(), found.score, segment.first_day[found.docid], 0,
                      snapshot_.altered(found.location())};
    switch (sort_) {
        case Sort::relevance:
            if (match.altered) match.score *= weight_of_altered;
            // Bits of floats from 0 on are ordered as the floats are.
            match.first = std::bit_cast<std::int32_t>(std::max(match.score, 0.0F));
            break;
        case Sort::oldest:
            match.first = match.day == 0 ? std::numeric_limits<std::int64_t>::min()
                                         : -std::int64_t{match.day};
            break;
        case Sort::added: match.first = segment.added[found.docid]; break;
        case Sort::newest: match.first = match.day; break;
        case Sort::copies: match.first = snapshot_.in_its_story(match.location); break;
    }
    return match;
}

/// Whether it is seen at a glance that a full list has better ones only.
bool Ranking::is_outdone(const StoryMatch& match) const {
    if (match.score == no_row) return true;
    if (after_ || heap_.size() < keep_) return false;
    const auto last = heap_.front().first;
    if (sort_ == Sort::relevance) return std::bit_cast<std::int32_t>(match.score) < last;
    if (sort_ == Sort::newest)
        return snapshot_.segment(match.segment).first_day[match.docid] < last;
    return false;
}

bool Ranking::are_outdone(std::span<const StoryMatch> versions) const {
    return std::all_of(versions.begin(), versions.end(), [this](const StoryMatch& version) {
        return version.failing.passes() && is_outdone(version);
    });
}

float Ranking::least_score() const {
    const bool any = sort_ != Sort::relevance || after_ || keep_ == 0 || heap_.size() < keep_;
    return any ? 0 : std::bit_cast<float>(static_cast<std::int32_t>(heap_.front().first));
}

bool Ranking::are_past(std::size_t segment, Docid docid) const {
    if (keep_ == 0) return true;
    const auto& part = snapshot_.segment(segment);
    return sort_ == Sort::newest && !after_ && heap_.size() == keep_ && docid <= part.facts().dated
           && part.first_day[docid] < heap_.front().first;
}

void Ranking::offer(std::span<const StoryMatch> versions) {
    if (keep_ == 0) return;
    if (are_outdone(versions)) {
        candidates_ += rows_ == Rows::articles ? versions.size() : 1;
        return;
    }
    std::optional<RankedMatch> best;
    for (const auto& version : versions) {
        if (!version.failing.passes()) continue;
        const auto match = ranked(version);
        if (rows_ == Rows::articles || versions.size() == 1) {
            offer(match);
            continue;
        }
        const bool better =
            !best || (match.altered == best->altered ? before(match, *best) : best->altered);
        if (better) best = match;
    }
    if (best) offer(*best);
}

void Ranking::offer_alone(std::span<const StoryMatch> matches) {
    if (keep_ == 0) return;
    for (const auto& match : matches) {
        if (!match.failing.passes()) continue;
        if (is_outdone(match))
            ++candidates_;
        else
            offer(ranked(match));
    }
}

void Ranking::offer(const RankedMatch& match) {
    if (!after_cursor(match)) return;
    ++candidates_;
    const auto order = [this](const RankedMatch& left, const RankedMatch& right) {
        return before(left, right);
    };
    if (heap_.size() < keep_) {
        heap_.push_back(match);
        if (heap_.size() == keep_) std::make_heap(heap_.begin(), heap_.end(), order);
        return;
    }
    if (!before(match, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), order);
    heap_.back() = match;
    std::push_heap(heap_.begin(), heap_.end(), order);
}

std::vector<RankedMatch> Ranking::best() && {
    std::sort(
        heap_.begin(), heap_.end(),
        [this](const RankedMatch& left, const RankedMatch& right) { return before(left, right); });
    return std::move(heap_);
}

}  // namespace archive
