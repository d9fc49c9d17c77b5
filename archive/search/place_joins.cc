// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_joins.h"

#include <algorithm>
#include <tuple>

namespace archive {

namespace {

/// Compares like the pair; half the time of a long chain of NEARs went into comparing pairs.
constexpr std::uint64_t as_one(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32U | second;
}

bool by_end(const Occurrence& left, const Occurrence& right) {
    return as_one(left.end, left.begin) < as_one(right.end, right.begin);
}

bool by_begin(const Occurrence& left, const Occurrence& right) {
    return as_one(left.begin, left.end) < as_one(right.begin, right.end);
}

bool same_stretch(const Occurrence& left, const Occurrence& right) {
    return left.begin == right.begin && left.end == right.end;
}

Occurrence hull(const Occurrence& one, const Occurrence& other, std::uint32_t first,
                std::uint32_t second) {
    return {std::min(one.begin, other.begin),
            std::max(one.end, other.end),
            std::min(one.paragraph, other.paragraph),
            std::max(one.last_paragraph, other.last_paragraph),
            first,
            second};
}

/// Numbers of places in the order of their beginnings: nearly always the order they are in.
class ByBeginning {
public:
    explicit ByBeginning(const Occurrences& places) : size_(places.size()) {
        if (std::is_sorted(places.begin(), places.end(), by_begin)) return;
        for (std::uint32_t i = 0; i < places.size(); ++i) order_.push_back(i);
        std::sort(order_.begin(), order_.end(),
                  [&](auto left, auto right) { return by_begin(places[left], places[right]); });
    }
    std::size_t size() const { return size_; }
    std::uint32_t operator[](std::size_t at) const {
        return order_.empty() ? static_cast<std::uint32_t>(at) : order_[at];
    }

private:
    std::size_t size_;
    std::vector<std::uint32_t> order_;
};

/// Each place of `before` with the next of `behind`, each of `behind` with the last of `before`.
/// `found(number in before, number in behind)`.
template <typename Sink>
void for_each_neighbour(const Occurrences& before, const Occurrences& behind,
                        std::uint32_t distance, const Sink& found) {
    const ByBeginning order(behind);
    const auto close = [&](const Occurrence& one, const Occurrence& next) {
        return next.begin - one.end < distance;
    };
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        while (next < order.size() && behind[order[next]].begin < before[i].end) ++next;
        if (next == order.size()) break;
        if (close(before[i], behind[order[next]])) found(i, order[next]);
    }
    std::size_t passed = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto i = order[at];
        while (passed < before.size() && before[passed].end <= behind[i].begin) ++passed;
        if (passed == 0) continue;
        const auto last = static_cast<std::uint32_t>(passed - 1);
        if (close(before[last], behind[i])) found(last, i);
    }
}

/// Sorts by ends what is a few sorted lists, one behind the other.
void sort_lists(Occurrences& places) {
    constexpr int few = 8;
    auto end = std::is_sorted_until(places.begin(), places.end(), by_end);
    for (int lists = 1; end != places.end(); ++lists) {
        if (lists == few) return std::sort(places.begin(), places.end(), by_end);
        const auto next = std::is_sorted_until(end, places.end(), by_end);
        std::inplace_merge(places.begin(), end, next, by_end);
        end = next;
    }
}

/// Sorts, and keeps of those that end alike the shortest, and of those that begin alike.
void keep_shortest(Occurrences& places) {
    sort_lists(places);
    places.erase(std::unique(places.begin(), places.end(), same_stretch), places.end());
    std::vector<bool> kept(places.size(), false);
    for (std::size_t i = 0; i < places.size(); ++i)
        kept[i] = i + 1 == places.size() || places[i + 1].end != places[i].end;
    const ByBeginning order(places);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || places[order[i]].begin != places[order[i - 1]].begin) kept[order[i]] = true;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (kept[i]) places[size++] = places[i];
    }
    places.resize(size);
}

/// All places with their operands, by their beginnings.
std::vector<Member> members_of(const std::vector<const Occurrences*>& operands) {
    std::vector<Member> members;
    for (std::uint32_t operand = 0; operand < operands.size(); ++operand) {
        const bool again =
            std::find(operands.begin(), operands.begin() + operand, operands[operand])
            != operands.begin() + operand;
        if (again) continue;
        for (std::uint32_t i = 0; i < operands[operand]->size(); ++i)
            members.push_back({operand, i});
    }
    std::sort(members.begin(), members.end(), [&](const Member& left, const Member& right) {
        const auto& one = (*operands[left.operand])[left.index];
        const auto& other = (*operands[right.operand])[right.index];
        return std::tie(one.begin, one.end, left.operand)
               < std::tie(other.begin, other.end, right.operand);
    });
    return members;
}

}  // namespace

void join_any(const std::vector<const Occurrences*>& operands, Occurrences& joined) {
    joined.clear();
    for (std::uint32_t operand = 0; operand < operands.size(); ++operand) {
        const auto& places = *operands[operand];
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            joined.push_back(places[i]);
            joined.back().first = operand;
            joined.back().second = i;
        }
    }
    std::sort(joined.begin(), joined.end(), [](const Occurrence& left, const Occurrence& right) {
        return std::tie(left.end, left.begin, left.first)
               < std::tie(right.end, right.begin, right.first);
    });
    joined.erase(std::unique(joined.begin(), joined.end(), same_stretch), joined.end());
}

void join_near(const Occurrences& left, const Occurrences& right, std::uint32_t distance,
               Order order, Occurrences& joined) {
    joined.clear();
    if (left.empty() || right.empty()) return;
    for_each_neighbour(left, right, distance, [&](auto one, auto other) {
        joined.push_back(hull(left[one], right[other], one, other));
    });
    if (order == Order::free) {
        for_each_neighbour(right, left, distance, [&](auto other, auto one) {
            joined.push_back(hull(left[one], right[other], one, other));
        });
    }
    if (joined.size() > 1) keep_shortest(joined);
}

void join_together(const std::vector<const Occurrences*>& operands, std::uint32_t distance,
                   Occurrences& joined, std::vector<Member>& members) {
    joined.clear();
    members.clear();
    if (std::any_of(operands.begin(), operands.end(), [](const auto* one) { return one->empty(); }))
        return;
    members = members_of(operands);
    const auto place = [&](std::size_t member) -> const Occurrence& {
        return (*operands[members[member].operand])[members[member].index];
    };
    /// Of one operand: how often it is asked for, and where its last places are.
    struct Wanted {
        std::uint32_t times = 0;
        std::vector<std::size_t> last;  ///< members, in a ring
        std::size_t met = 0;
    };
    std::vector<Wanted> wanted(operands.size());
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const auto same = std::find(operands.begin(), operands.end(), operands[i]);
        ++wanted[static_cast<std::size_t>(same - operands.begin())].times;
    }
    for (auto& one : wanted) one.last.resize(one.times);

    std::size_t first = 0;
    for (std::size_t at = 0; at < members.size(); ++at) {
        auto& own = wanted[members[at].operand];
        own.last[own.met++ % own.times] = at;
        while (place(first).end <= place(at).begin
               && place(at).begin - place(first).end >= distance)
            ++first;
        auto from = at;
        bool complete = true;
        for (const auto& one : wanted) {
            if (one.times == 0) continue;
            if (one.met < one.times || one.last[one.met % one.times] < first) {
                complete = false;
                break;
            }
            from = std::min(from, one.last[one.met % one.times]);
        }
        if (!complete) continue;
        auto group = place(from);
        for (auto member = from; member <= at; ++member) group = hull(group, place(member), 0, 0);
        group.first = static_cast<std::uint32_t>(first);
        group.second = static_cast<std::uint32_t>(at);
        joined.push_back(group);
    }
    std::sort(joined.begin(), joined.end(), by_end);
}

void join_same(const Occurrences& left, const Occurrences& right, Occurrences& joined,
               std::vector<Member>& members) {
    joined.clear();
    members.clear();
    if (left.empty() || right.empty()) return;
    // By their ends they are by paragraphs as well; those that lie in two are left out.
    const auto leads = [](const Occurrences& places, std::size_t& at) {
        while (at < places.size() && places[at].paragraph != places[at].last_paragraph) ++at;
        return at < places.size();
    };
    std::size_t l = 0, r = 0;
    while (leads(left, l) && leads(right, r)) {
        const auto paragraph = std::max(left[l].paragraph, right[r].paragraph);
        if (left[l].paragraph < paragraph) {
            ++l;
            continue;
        }
        if (right[r].paragraph < paragraph) {
            ++r;
            continue;
        }
        const auto first = static_cast<std::uint32_t>(members.size());
        const auto met_before = static_cast<std::ptrdiff_t>(joined.size());
        const auto take_all = [&](const Occurrences& places, std::size_t& at, std::uint32_t from) {
            for (; leads(places, at) && places[at].paragraph == paragraph; ++at) {
                joined.push_back(places[at]);
                members.push_back({from, static_cast<std::uint32_t>(at)});
            }
        };
        take_all(left, l, 0);
        const auto met_left = static_cast<std::ptrdiff_t>(joined.size());
        take_all(right, r, 1);
        const auto begin = joined.begin() + met_before;
        std::inplace_merge(begin, joined.begin() + met_left, joined.end(), by_end);
        joined.erase(std::unique(begin, joined.end(), same_stretch), joined.end());
        for (auto at = joined.begin() + met_before; at != joined.end(); ++at) {
            at->first = first;
            at->second = static_cast<std::uint32_t>(members.size() - 1);
        }
    }
}

void join_without(const Occurrences& left, const Occurrences& right, Occurrences& joined) {
    joined.clear();
    std::size_t other = 0;
    for (std::size_t at = 0; at < left.size(); ++at) {
        while (other < right.size() && right[other].last_paragraph < left[at].paragraph) ++other;
        if (other < right.size() && right[other].paragraph <= left[at].last_paragraph) continue;
        joined.push_back(left[at]);
        joined.back().first = static_cast<std::uint32_t>(at);
        joined.back().second = 0;
    }
}

}  // namespace archive
