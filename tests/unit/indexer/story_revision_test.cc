// SPDX-License-Identifier: GPL-2.0-or-later
// Histories of runs: whatever is added, changed and taken away in whatever order, the stories are
// those of the articles that are there, and every id leads where it should.
#include "indexer/stories/story_revision.h"

#include "archive/index/index_check.h"
#include "archive/index/publication.h"
#include "indexer/joined_sets.h"
#include "indexer/stories/story_roles.h"
#include "indexer/stories/version_search.h"
#include "tests/support/invented_wire.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using archive::Article;
using archive::Publication;
using archive::StoryRole;
using Ids = std::set<std::string>;

namespace {

/// What a run of the indexer finds on disk: articles new or changed, and ids no longer there.
struct Changes {
    std::map<std::string, Article> put;
    Ids gone;
};

/// An index, written as a run writes it.
class Desk {
public:
    Desk() { open(Publication::Mode::update); }

    const std::string& index() const { return folder_.path(); }
    std::shared_ptr<const archive::Snapshot> snapshot() const { return publication_->last(); }

    void update(const Changes& changes) { publish(changes); }
    void merge() { publication_->merge(now_); }
    void rebuild(const std::map<std::string, Article>& articles) {
        files_.clear();
        open(Publication::Mode::rebuild);
        publish({articles, {}});
    }

    /// When an article was first seen: a tick of a clock that never stands still.
    std::int64_t first_seen(const std::string& id) {
        return first_seen_.try_emplace(id, ++now_).first->second;
    }
    void forget(const std::string& id) { first_seen_.erase(id); }

private:
    void open(Publication::Mode mode) {
        archive::PublicationOptions options;
        options.live_segments = 3;
        publication_ = std::make_unique<Publication>(index(), mode, options);
    }

    void publish(const Changes& changes) {
        archive::Spool spool(index());
        archive::RevisionDraft draft;
        for (const auto& [id, article] : changes.put) {
            draft.articles.push_back(spool.add(article));
            const bool known = first_seen_.contains(id);
            if (!known) draft.articles.back().added = first_seen(id);
            auto& file = files_[id];
            file.path = "/news/" + id;
            file.records = {{"", 1, id, draft.articles.back().content, 0}};
            draft.files.push_back(&file);
        }
        draft.gone.assign(changes.gone.begin(), changes.gone.end());
        for (const auto& id : changes.gone) draft.dropped_files.push_back("/news/" + id);

        indexer::StoryRevision revision;
        for (const auto& [id, place] : publication_->settle_times(draft.articles, ++now_))
            revision.dead.push_back(place);
        const auto& last = publication_->last();
        if (last) {
            for (const auto& [id, place] : last->find_all(draft.gone))
                revision.dead.push_back(place);
        }
        revision.articles = &draft.articles;
        revision.spool = &spool;
        revision.last = last.get();
        revision.earlier = last ? nullptr : &publication_->earlier_stories();
        auto linked = indexer::link_stories(revision);
        indexer::date_by_versions(linked.days, draft.articles, spool);
        draft.links = std::move(linked.links);
        publication_->publish(spool, std::move(draft), now_);
        for (const auto& id : changes.gone) {
            files_.erase(id);
            forget(id);
        }
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<Publication> publication_;
    std::map<std::string, archive::LedgerFile> files_;
    std::map<std::string, std::int64_t> first_seen_;
    std::int64_t now_ = 1'000'000;
};

/// Which articles lead to each other by pairs that are one text: nothing but their texts and days.
class Partition {
public:
    std::vector<Ids> of(const std::map<std::string, Article>& articles) {
        std::vector<std::string> ids;
        std::vector<std::size_t> texts;
        for (const auto& [id, article] : articles) {
            ids.push_back(id);
            texts.push_back(text(article));
        }
        indexer::JoinedSets sets(ids.size());
        for (std::uint32_t left = 0; left < ids.size(); ++left) {
            for (std::uint32_t right = left + 1; right < ids.size(); ++right) {
                if (one_story(texts[left], texts[right])) sets.join(left, right);
            }
        }
        std::map<std::uint32_t, Ids> by_root;
        for (std::uint32_t at = 0; at < ids.size(); ++at) by_root[sets.root(at)].insert(ids[at]);
        std::vector<Ids> parts;
        for (auto& [root, part] : by_root) parts.push_back(std::move(part));
        return parts;
    }

private:
    std::size_t text(const Article& article) {
        const auto& span = article.published.span;
        const auto key = std::tuple(archive::body_text(article), span.first, span.last);
        const auto [found, fresh] = numbers_.try_emplace(key, texts_.size());
        if (fresh) texts_.push_back(indexer::copy_text(article));
        return found->second;
    }
    bool one_story(std::size_t left, std::size_t right) {
        if (left == right) return true;
        const auto [found, fresh] = known_.try_emplace(std::minmax(left, right), false);
        if (fresh)
            found->second =
                indexer::one_story(indexer::verdict(texts_[left], texts_[right]).relation);
        return found->second;
    }

    std::map<std::tuple<std::string, archive::DayNumber, archive::DayNumber>, std::size_t> numbers_;
    std::vector<indexer::CopyText> texts_;
    std::map<std::pair<std::size_t, std::size_t>, bool> known_;
};

/// Ids as docs/stories.md promises them: stories by the number of their making.
class Promise {
public:
    /// A run after which the articles are these, and `touched` were changed or taken away.
    void advance(const std::vector<Ids>& parts, const Ids& touched, Desk& desk) {
        std::map<std::size_t, std::vector<std::size_t>> kept;  // stories by part
        for (std::size_t number = 0; number < stories_.size(); ++number) {
            auto& story = stories_[number];
            if (story.members.empty()) continue;
            const auto part = heir(story, parts, touched, desk);
            if (part)
                kept[*part].push_back(number);
            else
                story.members.clear();
        }
        for (std::size_t at = 0; at < parts.size(); ++at)
            settle(parts[at], kept[at], touched, desk);
    }

    /// The members of the story that an id leads to: the story of that id, else the one it was
    /// merged into; none when it leads nowhere.
    Ids members(const std::string& id) const {
        Ids merged_into;
        for (const auto& story : stories_) {
            if (story.id != id) continue;
            if (!story.members.empty()) return story.members;
            const auto* end = &story;
            while (end->into) end = &stories_[*end->into];
            if (merged_into.empty()) merged_into = end->members;
        }
        return merged_into;
    }

    /// The id of the story with just these articles; that of the article when it was never
    /// anything but alone.
    std::string id(const Ids& members) const {
        for (const auto& story : stories_) {
            if (story.members == members) return story.id;
        }
        return members.size() == 1 ? *members.begin() : "";
    }

    Ids ids() const {
        Ids ids;
        for (const auto& story : stories_) ids.insert(story.id);
        return ids;
    }

private:
    struct Story {
        std::string id;
        std::int64_t since = 0;
        Ids members;  ///< none: merged or gone
        std::optional<std::size_t> into;
    };

    /// The part that keeps the id of a story: the one with the article it was named after; else the
    /// one with the member seen first of those left.
    static std::optional<std::size_t> heir(const Story& story, const std::vector<Ids>& parts,
                                           const Ids& touched, Desk& desk) {
        const bool whole = std::none_of(story.members.begin(), story.members.end(),
                                        [&](const auto& id) { return touched.contains(id); });
        std::optional<std::size_t> heir;
        std::int64_t oldest = 0;
        for (std::size_t at = 0; at < parts.size(); ++at) {
            if (!whole && parts[at].contains(story.id)) return at;
            for (const auto& id : story.members) {
                if (touched.contains(id) || !parts[at].contains(id)) continue;
                const auto seen = desk.first_seen(id);
                if (!heir || seen < oldest) {
                    heir = at;
                    oldest = seen;
                }
            }
        }
        return heir;
    }

    void settle(const Ids& part, const std::vector<std::size_t>& kept, const Ids& touched,
                Desk& desk) {
        if (kept.empty() && part.size() == 1) return;
        std::optional<std::size_t> oldest;
        for (const auto number : kept) {
            if (!oldest || stories_[number].since < stories_[*oldest].since) oldest = number;
        }
        Story fresh;
        for (const auto& id : part) {
            const bool in_whole = std::any_of(kept.begin(), kept.end(), [&](std::size_t number) {
                const auto& members = stories_[number].members;
                return members.contains(id)
                       && std::none_of(members.begin(), members.end(), [&](const auto& member) {
                              return touched.contains(member);
                          });
            });
            const auto seen = desk.first_seen(id);
            if (in_whole || (oldest && stories_[*oldest].since <= seen)) continue;
            if (fresh.id.empty() || seen < fresh.since) fresh = {id, seen, {}, {}};
        }
        if (!fresh.id.empty()) {
            oldest = stories_.size();
            stories_.push_back(fresh);
        }
        for (const auto number : kept) {
            if (number == *oldest) continue;
            stories_[number].into = oldest;
            stories_[number].members.clear();
        }
        stories_[*oldest].members = part;
    }

    std::vector<Story> stories_;
};

std::string listed(const Ids& ids) {
    std::string list;
    for (const auto& id : ids) list += id.substr(0, id.find('x')) + " ";
    return list;
}

/// Earlier is smaller.
auto seniority_of(const Article& article) {
    const bool dated = article.published.certainty == archive::Certainty::stated;
    return std::tuple(article.quality.altered, !dated, dated ? article.published.span.first : 0,
                      -static_cast<std::int64_t>(archive::body_text(article).size()), article.id);
}

void check_roles(const Ids& part, const std::map<std::string, Article>& articles,
                 const std::map<std::string, StoryRole>& roles) {
    if (part.size() == 1) {
        CHECK(roles.at(*part.begin()) == StoryRole::only);
        return;
    }
    const auto& earliest = articles.at(
        *std::min_element(part.begin(), part.end(), [&](const auto& left, const auto& right) {
            return seniority_of(articles.at(left)) < seniority_of(articles.at(right));
        }));
    for (const auto& id : part) {
        const auto& article = articles.at(id);
        CAPTURE(id);
        CAPTURE(earliest.id);
        CHECK(roles.at(id)
              == (id == earliest.id ? StoryRole::earliest : indexer::role_of(article, earliest)));
    }
}

void check_index(const Desk& desk, const std::map<std::string, Article>& articles,
                 const std::vector<Ids>& parts, const Promise& promise) {
    for (const auto& fault : archive::check_index(desk.index()).faults) FAIL_CHECK(fault.message);
    const auto snapshot = desk.snapshot();
    REQUIRE(snapshot->articles() == articles.size());
    std::map<archive::GroupNumber, Ids> members;
    std::map<std::string, StoryRole> roles;
    std::set<Ids> found;
    for (std::size_t at = 0; at < snapshot->size(); ++at) {
        const auto& segment = snapshot->segment(at);
        for (archive::Docid docid = 1; docid <= segment.facts().documents; ++docid) {
            if (!archive::has_bit(snapshot->live(at), docid)) continue;
            const auto link = snapshot->link({at, docid});
            const std::string id(segment.id(docid));
            roles[id] = link.role;
            if (link.story == 0)
                found.insert({id});
            else
                members[link.story].insert(id);
        }
    }
    for (const auto& [number, part] : members) {
        CHECK(snapshot->stories()[number].id_text() == promise.id(part));
        found.insert(part);
    }
    CHECK(found == std::set<Ids>(parts.begin(), parts.end()));
    for (const auto& part : parts) check_roles(part, articles, roles);
    for (const auto& id : promise.ids()) {
        CAPTURE(id);
        const auto number = archive::group_with_id(snapshot->stories(), id);
        CHECK(listed(number == 0 ? Ids{} : members[number]) == listed(promise.members(id)));
    }
}

/// Draws what happens between two runs.
class History {
public:
    explicit History(unsigned seed) : random_(seed), wire_(random_, 4) {}

    Changes changes() {
        Changes changes;
        for (auto count = 1 + random_() % 8; count > 0; --count) {
            const auto chance = random_() % 10;
            if (chance < 5 || articles_.empty()) {
                put(changes, tests::article_of({.id = "a" + std::to_string(++made_) + "x"}).id);
                continue;
            }
            const auto id = std::next(articles_.begin(),
                                      static_cast<std::ptrdiff_t>(random_() % articles_.size()))
                                ->first;
            if (changes.put.contains(id)) continue;
            if (chance < 7) {
                put(changes, id);
            } else {
                changes.gone.insert(id);
                articles_.erase(id);
            }
        }
        return changes;
    }

    const std::map<std::string, Article>& articles() const { return articles_; }
    bool one_in(unsigned chances) { return random_() % chances == 0; }

private:
    void put(Changes& changes, const std::string& id) {
        articles_[id] = changes.put[id] = wire_.article(id);
    }

    std::mt19937 random_;
    tests::InventedWire wire_;
    std::map<std::string, Article> articles_;  ///< on disk
    int made_ = 0;
};

Ids touched_by(const Changes& changes) {
    Ids touched = changes.gone;
    for (const auto& [id, article] : changes.put) touched.insert(id);
    return touched;
}

}  // namespace

TEST_CASE("stories are those of the articles that are there, whatever came before") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        History history(seed);
        Desk desk;
        Partition partition;
        Promise promise;
        for (int run = 1; run <= 12; ++run) {
            CAPTURE(run);
            const auto changes = history.changes();
            desk.update(changes);
            if (history.one_in(4)) desk.merge();
            const auto parts = partition.of(history.articles());
            promise.advance(parts, touched_by(changes), desk);
            if (history.one_in(6)) desk.rebuild(history.articles());
            check_index(desk, history.articles(), parts, promise);
        }
    }
}
