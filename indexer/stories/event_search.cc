// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/event_search.h"

#include "archive/index/key_table.h"
#include "indexer/parallel.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <span>

namespace indexer {

namespace {

using archive::Docid;
using archive::Location;

constexpr std::size_t looked_up = 12;           ///< terms of an article
constexpr std::size_t most_reports = 256;       ///< of one term that an article is compared with
constexpr std::size_t counted_one_by_one = 64;  ///< articles with a term whose stories are told
                                                ///< apart
constexpr std::uint32_t fewest_met = 2;         ///< looked-up terms that a pair shares

/// The articles at hand by term, their numbers from 1.
archive::KeyTable by_term(const std::vector<EventReport>& reports) {
    const auto count = static_cast<std::uint32_t>(reports.size());
    const auto each = [&](const auto& sink) {
        for (std::uint32_t at = 0; at < count; ++at) {
            for (const auto term : reports[at].signature.used()) sink(term, at + 1);
        }
    };
    return {archive::key_table(count, each), count};
}

/// What one thread searches with.
class Search {
public:
    Search(const EventSearch& search, const archive::KeyTable& fresh)
        : search_(search), reports_(*search.reports), stories_(*search.stories), fresh_(fresh) {
        undated_ =
            static_cast<std::uint32_t>(std::partition_point(reports_.begin(), reports_.end(),
                                                            [](const EventReport& report) {
                                                                return report.published.first != 0;
                                                            })
                                       - reports_.begin());
    }

    /// The pairs of one report with others.
    void pair_up(std::uint32_t at) {
        if (reports_[at].published.first != 0 && !names_a_day(reports_[at].published)) return;
        const auto terms = rarest_terms(at);
        pair_with_fresh(at, terms);
        if (search_.last != nullptr) pair_with_published(at, terms);
    }

    const std::vector<EventPair>& found() const { return found_; }

private:
    /// Tells `sink` the numbers from `first` to before `last` that have a term, until it says no.
    template <typename Sink>
    void for_each_fresh(std::uint32_t term, std::uint32_t first, std::uint32_t last,
                        const Sink& sink) const {
        fresh_.for_each_between(term, first + 1, last,
                                [&](Docid filed) { return sink(filed - 1); });
    }

    /// How many stories have a term. Where many articles have it, their number will do.
    std::uint32_t stories_with(std::uint32_t term) {
        std::size_t count = fresh_.count(term);
        if (count == 1 && search_.last == nullptr) return 1;  // most terms: not worth a place
        const auto known = counts_.find(term);
        if (known != counts_.end()) return known->second;
        for_each_segment([&](std::size_t, const archive::Segment& segment) {
            count += segment.event_terms.count(term);
        });
        if (count <= counted_one_by_one) {
            std::set<std::uint64_t> stories;
            for_each_fresh(term, 0, static_cast<std::uint32_t>(reports_.size()),
                           [&](std::uint32_t at) { return stories.insert(stories_[at]), true; });
            for_each_segment([&](std::size_t at, const archive::Segment& segment) {
                segment.event_terms.for_each_between(
                    term, 1, segment.facts().documents, [&](Docid docid) {
                        if (search_.shown({at, docid}))
                            stories.insert(search_.story_of({at, docid}));
                        return true;
                    });
            });
            count = stories.size();
        }
        return counts_.emplace(term, static_cast<std::uint32_t>(count)).first->second;
    }

    template <typename Sink>
    void for_each_segment(const Sink& sink) const {
        for (std::size_t at = 0; search_.last != nullptr && at < search_.last->size(); ++at)
            sink(at, search_.last->segment(at));
    }

    std::vector<std::uint32_t> rarest_terms(std::uint32_t at) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> terms;
        for (const auto term : reports_[at].signature.used()) {
            const auto with = stories_with(term);
            if (with > 1) terms.emplace_back(with, term);
        }
        std::sort(terms.begin(), terms.end());
        if (terms.size() > looked_up) terms.resize(looked_up);
        std::vector<std::uint32_t> rarest;
        for (const auto& [with, term] : terms) rarest.push_back(term);
        return rarest;
    }

    EventVerdict judge(const EventReport& left, const EventReport& right) {
        return same_event(left, right, search_.all_stories,
                          [this](std::uint32_t term) { return stories_with(term); });
    }

    /// Numbers of the dated articles at hand within event_days after `at`; all later ones for an
    /// undated one come from the other side.
    std::uint32_t end_of_window(std::uint32_t at) const {
        const auto last = reports_[at].published.last + event_days;
        return static_cast<std::uint32_t>(
            std::partition_point(
                reports_.begin() + at, reports_.begin() + undated_,
                [&](const EventReport& report) { return report.published.first <= last; })
            - reports_.begin());
    }

    void pair_with_fresh(std::uint32_t at, const std::vector<std::uint32_t>& terms) {
        std::map<std::uint32_t, std::uint32_t> met;
        const bool dated = at < undated_;
        const auto first = dated ? at + 1 : 0;
        const auto last = dated ? end_of_window(at) : undated_;
        for (const auto term : terms) {
            std::size_t seen = 0;
            for_each_fresh(term, first, last, [&](std::uint32_t other) {
                ++met[other];
                return ++seen < most_reports;
            });
        }
        for (const auto& [other, shared] : met) {
            if (shared < fewest_met || stories_[at] == stories_[other]) continue;
            const auto verdict = judge(reports_[at], reports_[other]);
            if (verdict.likeness == Likeness::none) continue;
            found_.push_back({at, {other, std::nullopt}, verdict});
        }
    }

    void pair_with_published(std::uint32_t at, const std::vector<std::uint32_t>& terms) {
        const auto& report = reports_[at];
        for (std::size_t segment_at = 0; segment_at < search_.last->size(); ++segment_at) {
            const auto& segment = search_.last->segment(segment_at);
            std::map<Docid, std::uint32_t> met;
            const auto look = [&](Docid first, Docid last) {
                if (first > last) return;
                for (const auto term : terms) {
                    std::size_t seen = 0;
                    segment.event_terms.for_each_between(term, first, last, [&](Docid docid) {
                        ++met[docid];
                        return ++seen < most_reports;
                    });
                }
            };
            if (report.published.first == 0) {
                look(1, segment.facts().dated);
            } else {
                const auto window =
                    segment.window_of_first_days(report.published.first - event_days - event_days,
                                                 report.published.last + event_days);
                look(window.first, window.last);
                look(segment.undated().first, segment.undated().last);
            }
            for (const auto& [docid, shared] : met) {
                const Location place{segment_at, docid};
                if (shared < fewest_met || !search_.shown(place)
                    || stories_[at] == search_.story_of(place))
                    continue;
                const auto verdict = judge(
                    report,
                    {segment.events[docid], {segment.first_day[docid], segment.last_day[docid]}});
                if (verdict.likeness != Likeness::none) found_.push_back({at, {0, place}, verdict});
            }
        }
    }

    const EventSearch& search_;
    const std::vector<EventReport>& reports_;
    const std::vector<std::uint64_t>& stories_;
    const archive::KeyTable& fresh_;
    std::uint32_t undated_ = 0;  ///< the first article without a day
    std::unordered_map<std::uint32_t, std::uint32_t> counts_;
    std::vector<EventPair> found_;
};

}  // namespace

std::vector<EventPair> event_pairs(const EventSearch& search) {
    constexpr std::uint32_t at_once = 64;  // reports that a thread takes
    const auto fresh = by_term(*search.reports);
    const auto count = static_cast<std::uint32_t>(search.reports->size());
    std::atomic<std::uint32_t> next{0};
    std::vector<EventPair> pairs;
    std::mutex mutex;
    in_parallel(search.jobs, search.jobs, [&](std::size_t) {
        Search thread(search, fresh);
        for (auto first = next.fetch_add(at_once); first < count; first = next.fetch_add(at_once)) {
            for (auto at = first; at < std::min(count, first + at_once); ++at) thread.pair_up(at);
        }
        const std::scoped_lock lock(mutex);
        pairs.insert(pairs.end(), thread.found().begin(), thread.found().end());
    });
    return pairs;
}

}  // namespace indexer
