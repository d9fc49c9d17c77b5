// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/candidates.h"

#include "archive/index/key_table.h"
#include "indexer/stories/relation.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace indexer {

namespace {

using archive::CopySignature;
using archive::Docid;
using archive::Location;

constexpr std::size_t most_partners = 256;

bool near(const archive::DaySpan& left, const archive::DaySpan& right) {
    return days_apart(left, right) <= story_days;
}

/// Pairs within one key: its articles, ascending.
class KeyRun {
public:
    KeyRun(const std::vector<Candidate>& articles, Days days, std::vector<CandidatePair>& pairs)
        : articles_(articles), days_(days), pairs_(pairs) {}

    void pair_up(std::span<const std::uint64_t> entries) {
        const auto undated = std::partition_point(
            entries.begin(), entries.end(),
            [&](std::uint64_t entry) { return article(entry).published.first != 0; });
        for (auto left = entries.begin(); left != entries.end(); ++left) {
            std::size_t partners = 0;
            for (auto right = left + 1; right < undated && partners < most_partners; ++right) {
                if (out_of_reach(article(*left), article(*right))) break;
                if (pair(*left, *right)) ++partners;
            }
            for (auto right = std::max(left + 1, undated);
                 right != entries.end() && partners < most_partners; ++right)
                if (pair(*left, *right)) ++partners;
        }
    }

private:
    const Candidate& article(std::uint64_t entry) const {
        return articles_[archive::filed_number(entry)];
    }
    /// Whether no later article can be near the earlier one: a date spans a year at most.
    bool out_of_reach(const Candidate& earlier, const Candidate& later) const {
        constexpr archive::DayNumber longest_span = 366;
        return days_ == Days::near
               && later.published.first - earlier.published.first > longest_span + story_days;
    }
    bool pair(std::uint64_t left, std::uint64_t right) {
        if (days_ == Days::near && !near(article(left).published, article(right).published))
            return false;
        if (!may_share_enough(article(left).copies, article(right).copies)) return false;
        pairs_.push_back({archive::filed_number(left), archive::filed_number(right)});
        return true;
    }

    const std::vector<Candidate>& articles_;
    Days days_;
    std::vector<CandidatePair>& pairs_;
};

/// All keys of a million articles take 256 MB: where there are many, a share of the keys is looked
/// at after the other.
constexpr std::size_t entries_at_once = std::size_t{4} << 20U;
constexpr std::size_t most_shares = 16;

std::uint32_t shares_of(std::size_t articles) {
    constexpr std::size_t keys_an_article = 32;
    return static_cast<std::uint32_t>(
        std::min(articles * keys_an_article / entries_at_once + 1, most_shares));
}

/// Sorts entries whose numbers ascend already: by the bytes of the key, from the last, which takes
/// a tenth of the comparisons' time for millions of them.
void sort_by_key(std::vector<std::uint64_t>& entries) {
    constexpr std::size_t few = 1U << 12U;
    if (entries.size() < few) return std::sort(entries.begin(), entries.end());
    constexpr unsigned key_begin = 32, key_end = 64, digit_bits = 8;
    std::vector<std::uint64_t> sorted(entries.size());
    for (unsigned shift = key_begin; shift < key_end; shift += digit_bits) {
        std::array<std::size_t, (1U << digit_bits) + 1> begin{};
        const auto digit = [&](std::uint64_t entry) { return entry >> shift & 0xFFU; };
        for (const auto entry : entries) ++begin[digit(entry) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const auto entry : entries) sorted[begin[digit(entry)]++] = entry;
        entries.swap(sorted);
    }
}

/// The articles at hand by those keys that leave `share` when divided by `shares`, ascending.
std::vector<std::uint64_t> key_entries(const std::vector<Candidate>& articles,
                                       std::uint32_t share = 0, std::uint32_t shares = 1) {
    std::vector<std::uint64_t> entries;
    for (std::uint32_t at = 0; at < articles.size(); ++at) {
        for (const auto key : archive::keys(articles[at].copies)) {
            if (key % shares == share) entries.push_back(archive::filed(key, at));
        }
    }
    sort_by_key(entries);
    return entries;
}

/// The same by the hash of all their words.
std::vector<std::uint64_t> words_entries(const std::vector<Candidate>& articles) {
    std::vector<std::uint64_t> entries;
    for (std::uint32_t at = 0; at < articles.size(); ++at) {
        if (articles[at].copies.runs > 0)
            entries.push_back(archive::filed(archive::words_key(articles[at].copies), at));
    }
    sort_by_key(entries);
    return entries;
}

/// Calls `sink` with the entries of each key that has more than one.
template <typename Sink>
void for_each_key(const std::vector<std::uint64_t>& entries, const Sink& sink) {
    for (auto begin = entries.begin(); begin != entries.end();) {
        auto end = begin + 1;
        while (end != entries.end() && archive::filed_key(*end) == archive::filed_key(*begin))
            ++end;
        if (end - begin > 1) sink(std::span<const std::uint64_t>(begin, end));
        begin = end;
    }
}

}  // namespace

archive::DaySpan stated_span(const archive::SpooledArticle& article) {
    return stated_span({article.first_day, article.last_day}, article.certainty);
}

bool may_share_enough(const CopySignature& left, const CopySignature& right) {
    constexpr double least = 0.18;  // below every threshold of relation.cc
    return archive::most_containment(left, right) >= least;
}

std::vector<CandidatePair> candidate_pairs(const std::vector<Candidate>& articles, Days days) {
    std::vector<CandidatePair> pairs;
    const auto each_once = [&] {
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    };
    KeyRun run(articles, days, pairs);
    std::size_t after_last = 0;
    const auto shares = shares_of(articles.size());
    for (std::uint32_t share = 0; share < shares; ++share) {
        for_each_key(key_entries(articles, share, shares),
                     [&](std::span<const std::uint64_t> found) { run.pair_up(found); });
        if (pairs.size() < after_last * 2) continue;  // copies share most of their keys
        each_once();
        after_last = pairs.size();
    }
    // Of texts of the same words, each and the next are pairs: that joins all of them.
    for_each_key(words_entries(articles), [&](std::span<const std::uint64_t> found) {
        for (std::size_t i = 1; i < found.size(); ++i)
            pairs.push_back({archive::filed_number(found[i - 1]), archive::filed_number(found[i])});
    });
    each_once();
    return pairs;
}

std::vector<PublishedCandidate> candidates_in(const archive::Snapshot& snapshot,
                                              const std::vector<Candidate>& articles,
                                              const std::function<bool(const Location&)>& shown) {
    const auto by_key = key_entries(articles);
    const auto by_words = words_entries(articles);
    std::vector<PublishedCandidate> found;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        std::vector<std::uint64_t> pairs;  // article and document
        const auto near_enough = [&](std::uint32_t article, Docid docid) {
            const archive::DaySpan span{segment.first_day[docid], segment.last_day[docid]};
            const auto certainty = static_cast<archive::Certainty>(segment.certainty[docid]);
            return near(articles[article].published, stated_span(span, certainty));
        };
        segment.copy_keys.for_each(by_key, [&](std::uint32_t article, Docid docid) {
            if (near_enough(article, docid)) pairs.push_back(archive::filed(article, docid));
        });
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        std::erase_if(pairs, [&](std::uint64_t pair) {
            return !may_share_enough(articles[archive::filed_key(pair)].copies,
                                     segment.copies[archive::filed_number(pair)]);
        });
        segment.same_words.for_each(by_words, [&](std::uint32_t article, Docid docid) {
            if (!near_enough(article, docid)) pairs.push_back(archive::filed(article, docid));
        });
        for (const auto pair : pairs) {
            const Location place{at, archive::filed_number(pair)};
            if (shown(place)) found.push_back({archive::filed_key(pair), place});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const PublishedCandidate& left, const PublishedCandidate& right) {
                         return left.article < right.article;
                     });
    return found;
}

}  // namespace indexer
