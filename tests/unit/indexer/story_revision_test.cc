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
#include "tests/support/promised_stories.h"
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
using tests::Ids;
using tests::PromisedStories;

namespace {

/// What a run of the indexer finds on disk: articles new or changed, and ids no longer there.
struct Changes {
    std::map<std::string, Article> put;
    Ids gone;

    Ids touched() const {
        Ids ids = gone;
        for (const auto& [id, article] : put) ids.insert(id);
        return ids;
    }
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
        open(Publication::Mode::update);
    }

    /// When each article was first seen, no two at once.
    const tests::FirstSeen& first_seen() const { return first_seen_; }

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
            if (const auto [seen, fresh] = first_seen_.try_emplace(id, now_ + 1); fresh)
                draft.articles.back().added = seen->second = ++now_;
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
            first_seen_.erase(id);
        }
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<Publication> publication_;
    std::map<std::string, archive::LedgerFile> files_;
    tests::FirstSeen first_seen_;
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
        std::sort(parts.begin(), parts.end());
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
                 const std::vector<Ids>& parts, const PromisedStories& promise) {
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
        CHECK(promise.leads(id, number == 0 ? Ids{} : members[number]));
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
            if (chance == 0 && !gone_.empty()) {  // one comes back, as it was or not
                put(changes, *std::next(gone_.begin(), index(gone_.size())));
                continue;
            }
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
        for (const auto& [id, article] : changes.put) gone_.erase(id);
        gone_.insert(changes.gone.begin(), changes.gone.end());
        return changes;
    }

    const std::map<std::string, Article>& articles() const { return articles_; }
    bool one_in(unsigned chances) { return random_() % chances == 0; }

private:
    std::ptrdiff_t index(std::size_t count) {
        return static_cast<std::ptrdiff_t>(random_() % count);
    }
    void put(Changes& changes, const std::string& id) {
        articles_[id] = changes.put[id] = wire_.article(id);
    }

    std::mt19937 random_;
    tests::InventedWire wire_;
    std::map<std::string, Article> articles_;  ///< on disk
    Ids gone_;
    int made_ = 0;
};

}  // namespace

TEST_CASE("stories are those of the articles that are there, whatever came before") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        History history(seed);
        Desk desk;
        Partition partition;
        PromisedStories promise;
        for (int run = 1; run <= 12; ++run) {
            CAPTURE(run);
            const auto changes = history.changes();
            desk.update(changes);
            if (history.one_in(4)) desk.merge();
            const auto parts = partition.of(history.articles());
            promise.advance(parts, changes.touched(), desk.first_seen());
            if (history.one_in(6)) desk.rebuild(history.articles());
            check_index(desk, history.articles(), parts, promise);
        }
    }
}
