// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/event_revision.h"

#include "archive/index/article_codec.h"
#include "indexer/stories/event_clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace indexer {

namespace {

using archive::Article;
using archive::ArticleLink;
using archive::DayNumber;
using archive::Docid;
using archive::GroupNumber;
using archive::Location;
using archive::SpooledArticle;

/// What the key of an article says that is alone in its story.
constexpr StoryKey alone_at_hand = StoryKey{1} << 62U;   ///< and its number
constexpr StoryKey alone_in_index = StoryKey{1} << 63U;  ///< and its place

bool earlier_place(const Location& left, const Location& right) {
    return std::tie(left.segment, left.docid) < std::tie(right.segment, right.docid);
}

class Events {
public:
    Events(const StoryRevision& revision, archive::LinksDraft& links)
        : revision_(revision),
          articles_(*revision.articles),
          spool_(*revision.spool),
          links_(links) {
        for (std::size_t i = 0; i < links_.settled.size(); ++i)
            settled_.emplace(links_.settled[i].first, i);
        for (const auto& place : revision_.dead) dead_.insert(place);
    }

    LinkedEvents linked() {
        order_articles();
        read_signatures();
        find_pairs();
        gather_touched();
        join_dated();
        join_undated();
        number_events();
        for (auto& pair : pairs_) {
            pair.left = order_[pair.left];
            if (!pair.right.published) pair.right.fresh = order_[pair.right.fresh];
        }
        return {std::move(days_), std::move(pairs_)};
    }

private:
    const SpooledArticle& fresh(std::uint32_t at) const { return articles_[order_[at]]; }

    void order_articles() {
        order_.resize(articles_.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [&](std::uint32_t left, std::uint32_t right) {
            const auto key = [&](std::uint32_t at) {
                const auto& article = articles_[at];
                return std::make_tuple(article.first_day == 0, article.first_day,
                                       std::string_view(article.id));
            };
            return key(left) < key(right);
        });
    }

    void read_signatures() {
        for (const auto at : order_) {
            const auto& entry = articles_[at];
            reports_.push_back({spool_.event(entry), {entry.first_day, entry.last_day}});
        }
    }

    bool shown(const Location& place) const {
        return archive::has_bit(revision_.last->live(place.segment), place.docid)
               && !dead_.contains(place);
    }
    ArticleLink link(const Location& place) const {
        const auto found = settled_.find(place);
        return found == settled_.end() ? revision_.last->link(place)
                                       : links_.settled[found->second].second;
    }
    GroupNumber fresh_story(std::uint32_t at) const {
        const auto* const found = links_.fresh.find(fresh(at).id);
        return found == nullptr ? 0 : found->story;
    }
    StoryKey fresh_key(std::uint32_t at) const {
        const auto story = fresh_story(at);
        return story != 0 ? story : alone_at_hand | at;
    }
    StoryKey key(const Location& place) const {
        const auto story = link(place).story;
        return story != 0 ? story : alone_in_index | StoryKey{place.segment} << 32U | place.docid;
    }
    StoryKey key(const EventPlace& place) const {
        return place.published ? key(*place.published) : fresh_key(place.fresh);
    }
    archive::DaySpan days(const Location& place) const {
        const auto& segment = revision_.last->segment(place.segment);
        return {segment.first_day[place.docid], segment.last_day[place.docid]};
    }
    archive::DaySpan days(const EventPlace& place) const {
        return place.published ? days(*place.published) : reports_[place.fresh].published;
    }

    void find_pairs() {
        std::vector<std::uint64_t> stories;
        for (std::uint32_t at = 0; at < order_.size(); ++at) stories.push_back(fresh_key(at));
        EventSearch search;
        search.reports = &reports_;
        search.stories = &stories;
        search.last = revision_.last;
        search.shown = [this](const Location& place) { return shown(place); };
        search.story_of = [this](const Location& place) { return key(place); };
        search.all_stories = static_cast<std::uint32_t>(
            order_.size() + (revision_.last != nullptr ? revision_.last->articles() : 0));
        search.jobs = std::max(1U, revision_.jobs);
        pairs_ = event_pairs(search);
        std::sort(pairs_.begin(), pairs_.end(),
                  [this](const EventPair& left, const EventPair& right) {
                      return rank(left) < rank(right);
                  });
    }
    std::tuple<bool, double, std::string_view, std::string_view> rank(const EventPair& pair) const {
        return {pair.verdict.likeness != Likeness::same, -pair.verdict.similarity,
                fresh(pair.left).id, id(pair.right)};
    }
    std::string_view id(const Location& place) const {
        return revision_.last->segment(place.segment).id(place.docid);
    }
    std::string_view id(const EventPlace& place) const {
        return place.published ? id(*place.published) : std::string_view(fresh(place.fresh).id);
    }

    /// Events that gain or lose something take part with all that is left of them.
    void gather_touched() {
        if (revision_.last == nullptr) return;
        std::set<GroupNumber> touched;
        for (const auto& place : revision_.dead) touched.insert(revision_.last->link(place).event);
        for (const auto& [place, link] : links_.settled) touched.insert(link.event);
        for (const auto& pair : pairs_) {
            if (pair.right.published) touched.insert(link(*pair.right.published).event);
        }
        // What joins a story joins the event of the story.
        std::set<GroupNumber> stories;
        for (std::uint32_t at = 0; at < order_.size(); ++at) stories.insert(fresh_story(at));
        stories.erase(0);
        for_each_in(revision_.last->stories().size(), stories, &archive::LinkColumns::story,
                    [&](const Location& place) { touched.insert(link(place).event); });
        touched.erase(0);
        if (touched.empty()) return;
        std::map<GroupNumber, std::uint32_t> standing;
        for_each_in(revision_.last->events().size(), touched, &archive::LinkColumns::event,
                    [&](const Location& place) {
                        const auto event = link(place).event;
                        const auto at = clusters_.node(key(place), days(place));
                        clusters_.belonged(at, event);
                        const auto known = standing.emplace(event, at);
                        if (!known.second) clusters_.join(at, known.first->second);
                    });
        for (const auto event : touched) links_.events[event].articles = 0;  // counted below
        touched_ = std::move(touched);
    }

    /// Tells `sink` the shown articles of some groups of the last revision: a walk over one column.
    template <typename Sink>
    void for_each_in(std::size_t groups, const std::set<GroupNumber>& wanted,
                     GroupNumber (archive::LinkColumns::*number)(std::size_t) const,
                     const Sink& sink) const {
        std::vector<bool> asked(groups);
        for (const auto group : wanted) {
            if (group < groups) asked[group] = true;
        }
        for (std::size_t at = 0; at < revision_.last->size(); ++at) {
            const auto& links = revision_.last->links(at);
            if (links.empty()) continue;
            const auto documents = revision_.last->segment(at).facts().documents;
            for (Docid docid = 1; docid <= documents; ++docid) {
                if (asked[(links.*number)(docid)] && shown({at, docid})) sink(Location{at, docid});
            }
        }
    }

    /// The published articles of all stories that take part.
    template <typename Sink>
    void for_each_published(const Sink& sink) const {
        std::set<GroupNumber> stories;
        for (const auto& [story, node] : clusters_.nodes()) {
            if ((story & alone_in_index) != 0)
                sink(Location{(story & ~alone_in_index) >> 32U, static_cast<Docid>(story)});
            else if ((story & alone_at_hand) == 0)
                stories.insert(static_cast<GroupNumber>(story));
        }
        for_each_in(revision_.last->stories().size(), stories, &archive::LinkColumns::story,
                    [&](const Location& place) {
                        if (!settled_.contains(place)) sink(place);
                    });
        for (const auto& [place, at] : settled_) {
            if (stories.contains(links_.settled[at].second.story)) sink(place);
        }
    }

    void join_dated() {
        for (const auto& pair : pairs_) {  // the most alike first
            if (pair.verdict.likeness != Likeness::same) continue;
            clusters_.add_alike(clusters_.node(fresh_key(pair.left), reports_[pair.left].published),
                                clusters_.node(key(pair.right), days(pair.right)));
        }
    }

    void join_undated() {
        std::set<StoryKey> placed;
        for (const auto& pair : pairs_) {  // the most alike first
            if (pair.verdict.likeness != Likeness::maybe) continue;
            const bool left_undated = reports_[pair.left].published.first == 0;
            const auto left = fresh_key(pair.left), right = key(pair.right);
            if (!placed.insert(left_undated ? left : right).second) continue;
            clusters_.join(clusters_.node(left, reports_[pair.left].published),
                           clusters_.node(right, days(pair.right)));
            if (left_undated) date_by_event(pair);
        }
    }

    /// Only what comes in with this revision can still be given a day.
    void date_by_event(const EventPair& pair) {
        const auto& undated = fresh(pair.left);
        if (!pair.verdict.weekday_agrees || undated.certainty != archive::Certainty::none) return;
        const auto other = pair.right.published
                               ? revision_.last->segment(pair.right.published->segment)
                                     .article(pair.right.published->docid)
                               : archive::decode_article(
                                   archive::unpacked(spool_.packed(fresh(pair.right.fresh))));
        if (other.published.precision < archive::Precision::day) return;
        archive::Date date;
        date.span = other.published.span;
        date.precision = archive::Precision::day;
        date.certainty = archive::Certainty::inferred;
        date.basis = archive::Basis::event;
        date.evidence = "reports the same event as \"" + other.title + "\""
                        + (other.source.empty() ? "" : " (" + other.source + ")") + ", dated "
                        + archive::iso_day(date.span.first) + ", and names its weekday";
        days_.push_back({undated.id, std::move(date)});
    }

    void number_events() {
        const auto& nodes = clusters_.nodes();
        if (nodes.empty()) return;
        struct Member {
            std::int64_t added = 0;
            archive::IdBytes id;
            std::optional<Location> place;
        };
        std::map<std::uint32_t, std::vector<Member>> members;
        std::map<std::uint32_t, std::set<StoryKey>> stories;
        const auto take = [&](StoryKey story, Member member) {
            const auto found = nodes.find(story);
            if (found == nodes.end()) return;
            const auto root = clusters_.root(found->second);
            stories[root].insert(story);
            members[root].push_back(std::move(member));
        };
        for (std::uint32_t at = 0; at < order_.size(); ++at)
            take(fresh_key(at), {fresh(at).added, fresh(at).id, std::nullopt});
        if (revision_.last != nullptr) {
            for_each_published([&](const Location& place) {
                const auto added = revision_.last->segment(place.segment).added[place.docid];
                take(key(place), {added, id(place), place});
            });
        }
        std::vector<std::pair<std::pair<std::int64_t, archive::IdBytes>, std::uint32_t>> in_order;
        for (auto& [root, all] : members) {
            std::sort(all.begin(), all.end(), [](const Member& left, const Member& right) {
                return std::tie(left.added, left.id) < std::tie(right.added, right.id);
            });
            in_order.push_back({{all.front().added, all.front().id}, root});
        }
        std::sort(in_order.begin(), in_order.end());
        for (const auto& [first, root] : in_order) {
            const auto number = stories[root].size() < 2 ? 0 : event_number(root, first);
            if (number != 0)
                links_.events[number].articles = static_cast<std::uint32_t>(members[root].size());
            for (const auto& member : members[root]) set_event(member.id, member.place, number);
        }
    }

    GroupNumber event_number(std::uint32_t root,
                             const std::pair<std::int64_t, archive::IdBytes>& first) {
        const auto& known = clusters_.events_of(root);
        if (known.empty()) {
            links_.events.push_back({first.second, first.first, 0, 0});
            return static_cast<GroupNumber>(links_.events.size() - 1);
        }
        const auto oldest =
            *std::min_element(known.begin(), known.end(), [&](auto left, auto right) {
                return std::pair(links_.events[left].since, left)
                       < std::pair(links_.events[right].since, right);
            });
        for (const auto event : known) {
            if (event == oldest) continue;
            links_.events[event].into = oldest;
            links_.events[event].articles = 0;
        }
        return oldest;
    }

    void set_event(const archive::IdBytes& id, const std::optional<Location>& place,
                   GroupNumber event) {
        if (!place) {
            auto* const known = links_.fresh.find(id);
            if (known != nullptr)
                known->event = event;
            else if (event != 0)
                links_.fresh.place(id) = {0, event, archive::StoryRole::only};
            return;
        }
        auto changed = link(*place);
        if (changed.event == event) return;
        changed.event = event;
        const auto found = settled_.find(*place);
        if (found == settled_.end()) {
            settled_.emplace(*place, links_.settled.size());
            links_.settled.emplace_back(*place, changed);
        } else {
            links_.settled[found->second].second = changed;
        }
    }

    using PlaceOrder = bool (*)(const Location&, const Location&);

    const StoryRevision& revision_;
    const std::vector<SpooledArticle>& articles_;
    const archive::Spool& spool_;
    archive::LinksDraft& links_;
    std::vector<std::uint32_t> order_;  ///< articles at hand by day
    std::vector<EventReport> reports_;  ///< in that order
    std::map<Location, std::size_t, PlaceOrder> settled_{earlier_place};
    std::set<Location, PlaceOrder> dead_{earlier_place};
    std::set<GroupNumber> touched_;
    std::vector<EventPair> pairs_;  ///< the most alike first
    EventClusters clusters_;
    std::vector<DayOfVersions> days_;
};

}  // namespace

LinkedEvents link_events(const StoryRevision& revision, archive::LinksDraft& links) {
    return Events(revision, links).linked();
}

}  // namespace indexer
