// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/story_revision.h"

#include "archive/index/article_codec.h"
#include "indexer/joined_sets.h"
#include "indexer/stories/candidates.h"
#include "indexer/stories/story_numbers.h"
#include "indexer/stories/story_roles.h"
#include "indexer/stories/version_search.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>

namespace indexer {

namespace {

using archive::Article;
using archive::ArticleLink;
using archive::Bitmap;
using archive::Docid;
using archive::GroupNumber;
using archive::Location;
using archive::Snapshot;
using archive::SpooledArticle;
using archive::StoryRole;

/// A number for each article that takes part: those at hand first, in order of day; then those
/// published before, as they come up.
using Node = std::uint32_t;

/// Those of a set, ascending.
using Nodes = std::span<const Node>;

class Revision {
public:
    explicit Revision(const StoryRevision& request)
        : request_(request),
          sets_(request.articles->size()),
          numbers_(request.last, request.earlier) {
        order_articles();
        bury();
    }

    LinkedStories finished() {
        find_versions();
        gather_members();
        settle_sets();
        numbers_.keep_merged();
        draft_.stories = std::move(numbers_).table();
        if (request_.last != nullptr) {
            const auto events = request_.last->events();
            draft_.events.assign(events.begin(), events.end());
        }
        if (draft_.events.empty()) draft_.events.emplace_back();
        return {std::move(draft_), std::move(days_)};
    }

private:
    bool at_hand(Node node) const { return node < fresh_.size(); }
    const Location& place(Node node) const { return places_[node - fresh_.size()]; }
    ArticleLink last_link(Node node) const { return request_.last->link(place(node)); }
    bool shown(const Location& place) const {
        return archive::has_bit(request_.last->live(place.segment), place.docid)
               && !archive::has_bit(dead_[place.segment], place.docid);
    }

    void order_articles() {
        for (const auto& article : *request_.articles) fresh_.push_back(&article);
        std::sort(fresh_.begin(), fresh_.end(), [](const auto* left, const auto* right) {
            const auto key = [](const SpooledArticle& article) {
                const auto day = stated_span(article).first;
                return std::make_tuple(day == 0, day, std::string_view(article.id));
            };
            return key(*left) < key(*right);
        });
    }

    void bury() {
        if (request_.last == nullptr) return;
        for (std::size_t at = 0; at < request_.last->size(); ++at)
            dead_.push_back(archive::bitmap_for(request_.last->segment(at).facts().documents));
        for (const auto& place : request_.dead) {
            archive::set_bit(dead_[place.segment], place.docid);
            const auto story = request_.last->link(place).story;
            if (story == 0) continue;
            broken_.insert(story);
            const auto id = request_.last->segment(place.segment).id(place.docid);
            if (id == numbers_.id(story)) named_after_.emplace(id, story);
        }
    }

    Node node_of(const Location& place) {
        const auto [found, first] =
            nodes_.try_emplace({place.segment, place.docid}, static_cast<Node>(sets_.size()));
        if (!first) return found->second;
        const Node node = sets_.add();
        places_.push_back(place);
        const auto story = last_link(node).story;
        if (story != 0 && !broken_.contains(story)) {
            const auto known = standing_for_.try_emplace(story, node);
            if (!known.second) sets_.join(node, known.first->second);
        }
        return node;
    }

    Article article(Node node) const {
        if (!at_hand(node)) {
            const auto& where = place(node);
            return request_.last->segment(where.segment).article(where.docid);
        }
        return archive::decode_article(archive::unpacked(request_.spool->packed(*fresh_[node])));
    }

    void find_versions() {
        std::vector<Candidate> candidates;
        candidates.reserve(fresh_.size());
        for (const auto* article : fresh_) {
            candidates.push_back({request_.spool->copies(*article), stated_span(*article)});
        }
        std::vector<NodePair> pairs;
        for (const auto& pair : candidate_pairs(candidates, Days::near))
            pairs.emplace_back(pair.left, pair.right);
        if (request_.last != nullptr) {
            const auto found = candidates_in(*request_.last, candidates,
                                             [&](const Location& where) { return shown(where); });
            for (const auto& each : found) pairs.emplace_back(each.article, node_of(each.place));
            pair_rest_of_broken(pairs);
        }
        std::vector<Candidate>().swap(candidates);
        join_versions(
            pairs, [&](Node node) { return article(node); }, sets_, request_.jobs);
    }

    /// What is left of a story that loses a member is compared anew, each with each: the rest may
    /// hold together without it, or not.
    void pair_rest_of_broken(std::vector<NodePair>& pairs) {
        std::map<GroupNumber, std::vector<Node>> rests;
        for_each_member(broken_, [&](GroupNumber story, const Location& where) {
            rests[story].push_back(node_of(where));
        });
        for (const auto& [story, rest] : rests) {
            for (std::size_t left = 0; left < rest.size(); ++left) {
                for (std::size_t right = left + 1; right < rest.size(); ++right) {
                    if (may_share_enough(signature(rest[left]), signature(rest[right])))
                        pairs.emplace_back(rest[left], rest[right]);
                }
            }
        }
    }

    const archive::CopySignature& signature(Node node) const {
        const auto& where = place(node);
        return request_.last->segment(where.segment).copies.values()[where.docid];
    }

    /// Tells `sink` every shown member of some stories.
    template <typename Sink>
    void for_each_member(const std::set<GroupNumber>& stories, const Sink& sink) const {
        if (stories.empty()) return;
        std::vector<bool> wanted(request_.last->stories().size());
        for (const auto story : stories) wanted[story] = true;
        for (std::size_t at = 0; at < request_.last->size(); ++at) {
            const auto& links = request_.last->links(at);
            if (links.empty()) continue;
            const auto documents = request_.last->segment(at).facts().documents;
            for (Docid docid = 1; docid <= documents; ++docid) {
                const auto story = links.story(docid);
                if (wanted[story] && shown({at, docid})) sink(story, Location{at, docid});
            }
        }
    }

    /// Stories that gain something: their other members take part from now on.
    void gather_members() {
        std::vector<std::uint32_t> sizes(sets_.size());
        for (Node node = 0; node < sets_.size(); ++node) ++sizes[sets_.root(node)];
        std::set<GroupNumber> growing;
        for (const auto& [story, node] : standing_for_) {
            if (sizes[sets_.root(node)] > 1) growing.insert(story);
        }
        for_each_member(growing, [&](GroupNumber, const Location& where) { node_of(where); });
    }

    void settle_sets() {
        // The nodes by their root, in one array.
        std::vector<std::uint32_t> begin(sets_.size() + 1);
        for (Node node = 0; node < sets_.size(); ++node) ++begin[sets_.root(node) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        std::vector<Node> by_root(sets_.size());
        auto place = begin;
        for (Node node = 0; node < sets_.size(); ++node) by_root[place[sets_.root(node)]++] = node;
        const auto set_of = [&](Node root) {
            return Nodes(by_root).subspan(begin[root], begin[root + 1] - begin[root]);
        };

        const auto won = claim_broken();
        // In an order that depends on nothing but the articles, and so do the numbers.
        std::vector<std::pair<archive::IdBytes, Node>> in_order;
        for (Node root = 0; root < sets_.size(); ++root) {
            const auto nodes = set_of(root);
            if (nodes.empty() || settles_itself(nodes, won)) continue;
            in_order.emplace_back(first_name(nodes), root);
        }
        std::sort(in_order.begin(), in_order.end());
        for (const auto& [name, root] : in_order) {
            const auto found = won.find(root);
            settle_set(set_of(root),
                       found == won.end() ? std::vector<GroupNumber>() : found->second);
        }
    }

    /// Most articles are new, alone, and were never anything else.
    bool settles_itself(Nodes nodes, const std::map<Node, std::vector<GroupNumber>>& won) const {
        const auto node = nodes.front();
        const bool was_in_story = request_.earlier != nullptr && at_hand(node)
                                  && request_.earlier->of_article.contains(fresh_[node]->id);
        return nodes.size() == 1 && at_hand(node) && !was_in_story && !won.contains(node);
    }

    /// The part of a broken story that keeps its number: the one with the article that gave it its
    /// id, else with the member that was added first.
    struct Claim {
        Node root = 0;
        std::tuple<bool, std::int64_t, std::string> rank;  ///< smaller is stronger
    };

    /// The broken stories whose numbers each set keeps, by its root. A story of which nothing is
    /// left has no articles any more.
    std::map<Node, std::vector<GroupNumber>> claim_broken() {
        std::map<Node, std::vector<GroupNumber>> won;
        if (broken_.empty()) return won;
        std::map<GroupNumber, Claim> claims;
        for (Node node = 0; node < sets_.size(); ++node) {
            if (at_hand(node)) {
                const auto named = named_after_.find(fresh_[node]->id);
                if (named != named_after_.end()) claim(claims, named->second, node, true);
            } else if (const auto story = last_link(node).story; broken_.contains(story)) {
                claim(claims, story, node, id(node) == numbers_.id(story));
            }
        }
        for (const auto story : broken_) {
            const auto strongest = claims.find(story);
            if (strongest == claims.end())
                numbers_.resize(story, 0);
            else
                won[strongest->second.root].push_back(story);
        }
        return won;
    }

    void claim(std::map<GroupNumber, Claim>& claims, GroupNumber story, Node node, bool gave_id) {
        const auto part = itself(node);
        const Claim made{sets_.root(node), {!gave_id, part.since, part.id}};
        const auto held = claims.try_emplace(story, made);
        if (!held.second && made.rank < held.first->second.rank) held.first->second = made;
    }

    std::string id(Node node) const {
        if (at_hand(node)) return std::string(fresh_[node]->id);
        return std::string(request_.last->segment(place(node).segment).id(place(node).docid));
    }

    /// An article as a story by itself.
    StoryNumbers::Constituent itself(Node node) const {
        if (at_hand(node)) {
            const auto& article = *fresh_[node];
            return {article.added, 0, article.first_day == 0, article.first_day,
                    std::string(article.id)};
        }
        const auto& segment = request_.last->segment(place(node).segment);
        const auto docid = place(node).docid;
        const auto day = segment.first_day[docid];
        return {segment.added[docid], 0, day == 0, day, id(node)};
    }

    archive::IdBytes first_name(Nodes nodes) const {
        archive::IdBytes first = id(nodes.front());
        for (const auto node : nodes) first = std::min(first, archive::IdBytes(id(node)));
        return first;
    }

    void settle_set(Nodes nodes, const std::vector<GroupNumber>& won) {
        std::vector<StoryNumbers::Constituent> parts;
        for (const auto story : won) parts.push_back(numbers_.constituent(story));
        bool recalled = false;
        std::set<GroupNumber> whole;  // stories that are here with all their members
        for (const auto node : nodes) {
            const auto story = at_hand(node) ? 0 : last_link(node).story;
            if (story == 0 || broken_.contains(story)) {
                parts.push_back(itself(node));
                recalled |= numbers_.recall(id(node), parts);
            } else if (whole.insert(story).second) {
                parts.push_back(numbers_.constituent(story));
            }
        }
        const bool changes = parts.size() > 1 || at_hand(nodes.front()) || whole.empty();
        if (!changes) return;
        const bool alone = nodes.size() == 1 && parts.size() == 1 && !recalled;
        const auto number = alone ? 0 : numbers_.number(parts);
        if (number != 0) numbers_.resize(number, static_cast<std::uint32_t>(nodes.size()));
        assign(nodes, number);
    }

    void assign(Nodes nodes, GroupNumber number) {
        if (nodes.size() == 1) return link(nodes.front(), number, StoryRole::only);
        const Node earliest = earliest_of(nodes);
        date_undated(nodes, earliest);
        // Whoever was measured against the same earliest before keeps the role.
        const auto kept = at_hand(earliest) ? 0 : last_link(earliest).story;
        const bool keep =
            kept != 0 && !broken_.contains(kept) && last_link(earliest).role == StoryRole::earliest;
        std::optional<Article> first;
        for (const auto node : nodes) {
            if (node == earliest) {
                link(node, number, StoryRole::earliest);
            } else if (keep && !at_hand(node) && last_link(node).story == kept) {
                link(node, number, last_link(node).role);
            } else {
                if (!first) first = article(earliest);
                link(node, number, role_of(article(node), *first));
            }
        }
    }

    /// An article without a day is of about the day of its versions.
    void date_undated(Nodes nodes, Node earliest) {
        const auto undated = [&](Node node) {
            return at_hand(node) && fresh_[node]->certainty == archive::Certainty::none;
        };
        if (std::none_of(nodes.begin(), nodes.end(), undated)) return;
        const auto first = article(earliest);
        if (first.published.certainty != archive::Certainty::stated
            || first.published.precision < archive::Precision::day)
            return;
        archive::Date date;
        date.span = first.published.span;
        date.precision = archive::Precision::day;
        date.certainty = archive::Certainty::inferred;
        date.basis = archive::Basis::copies;
        date.evidence = "a version of the same text"
                        + (first.source.empty() ? "" : " in " + first.source) + " is dated "
                        + archive::iso_day(date.span.first);
        for (const auto node : nodes) {
            if (undated(node)) days_.push_back({fresh_[node]->id, date});
        }
    }

    /// Of a story that is here as it was only the earliest needs to be looked at.
    Node earliest_of(Nodes nodes) const {
        std::optional<std::pair<Seniority, Node>> best;
        for (const auto node : nodes) {
            if (!at_hand(node)) {
                const auto link = last_link(node);
                if (link.story != 0 && !broken_.contains(link.story)
                    && link.role != StoryRole::earliest && link.role != StoryRole::only)
                    continue;
            }
            std::pair<Seniority, Node> contender{seniority(article(node)), node};
            if (!best || contender.first < best->first) best = std::move(contender);
        }
        return best->second;
    }

    void link(Node node, GroupNumber story, StoryRole role) {
        if (at_hand(node)) {
            if (story != 0) draft_.fresh.place(fresh_[node]->id) = {story, 0, role};
            return;
        }
        const auto last = last_link(node);
        const ArticleLink now{story, last.event, role};
        if (now != last) draft_.settled.emplace_back(place(node), now);
    }

    const StoryRevision& request_;
    std::vector<const SpooledArticle*> fresh_;  ///< articles at hand, by node
    std::vector<Location> places_;              ///< of the other nodes
    std::map<std::pair<std::size_t, Docid>, Node> nodes_;
    std::vector<Bitmap> dead_;      ///< by segment
    std::set<GroupNumber> broken_;  ///< stories that lose a member
    std::map<std::string, GroupNumber, std::less<>>
        named_after_;  ///< of them those whose id is that of a member that changes, by id
    std::map<GroupNumber, Node> standing_for_;  ///< the first node of each other story
    JoinedSets sets_;
    StoryNumbers numbers_;
    archive::LinksDraft draft_;
    std::vector<DayOfVersions> days_;
};

}  // namespace

LinkedStories link_stories(const StoryRevision& request) {
    return Revision(request).finished();
}

}  // namespace indexer
