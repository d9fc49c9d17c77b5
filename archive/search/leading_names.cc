// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/leading_names.h"

#include <algorithm>
#include <functional>
#include <span>

namespace archive {

namespace {

using Rank = FrequentNames::Rank;

/// Measured 2026-11-22, in picoseconds: the ranks of an article up to some hundred.
constexpr std::uint64_t an_article = 12'000;

/// Places of a table that are worth their clearing for an article that is counted into it.
constexpr std::uint64_t ranks_an_article = 256;

/// The greatest counts so far, to know the last of them.
class Bar {
public:
    explicit Bar(std::size_t limit) : limit_(limit) {}

    void add(std::uint32_t count) {
        if (counts_.size() == limit_) {
            if (count <= counts_.front()) return;
            std::pop_heap(counts_.begin(), counts_.end(), std::greater<>());
            counts_.back() = count;
        } else {
            counts_.push_back(count);
        }
        std::push_heap(counts_.begin(), counts_.end(), std::greater<>());
    }

    /// A name of fewer articles is none of the greatest; 1 while there are not enough of them.
    std::uint32_t height() const {
        return counts_.size() < limit_ ? 1 : std::max(counts_.front(), 1U);
    }

private:
    std::size_t limit_;
    std::vector<std::uint32_t> counts_;  ///< a heap, the least at its front
};

std::uint32_t bar_of(std::span<const std::uint32_t> counts, std::size_t limit) {
    Bar bar(limit);
    std::uint32_t passed = 0;  // no need to look twice at what is below
    for (const auto count : counts) {
        if (count <= passed) continue;
        bar.add(count);
        passed = bar.height() - 1;
    }
    return bar.height();
}

class LeadingNames {
public:
    LeadingNames(const FrequentNames& frequent, const ArticleSet& articles, std::size_t limit,
                 DeadlineWatch& watch)
        : frequent_(frequent), articles_(articles), limit_(limit), watch_(watch) {}

    /// Counts all ranks that may lead; whether no others may.
    bool count() {
        const auto matches = articles_.size();
        if (limit_ == 0 || matches == 0) return true;
        // As if names and matches had nothing to do with each other, less a fifth.
        const auto last = std::min(limit_ - 1, frequent_.size());
        const auto guess =
            matches * frequent_.articles(last) * 4 / (std::uint64_t{frequent_.of_all()} * 5);
        auto reach = frequent_.with_articles(std::max<std::uint64_t>(guess, 1));
        if (reach <= frequent_.counted_at_once()
            && frequent_.time_at_once(reach) < matches * an_article) {
            if (count_at_once()) return true;
            reach = frequent_.with_articles(bar_of(counts_, limit_));
        }
        if (reach > matches * ranks_an_article) return false;
        count_by_lists(reach);
        auto bar = bar_of(counts_, limit_);
        if (const auto all = frequent_.with_articles(bar); all > reach) {
            if (all > matches * ranks_an_article) return false;
            count_by_lists(all);
            bar = bar_of(counts_, limit_);
        }
        return frequent_.articles(frequent_.size()) < bar;
    }

    /// By rank; of one that cannot lead, less than of those that do.
    const std::vector<std::uint32_t>& counts() const { return counts_; }

    /// The count of one rank, counted before or not.
    std::uint32_t count_of(Rank rank) const {
        if (rank < frequent_.counted_at_once())
            return frequent_.count_in(articles_, rank, 0, 0, articles_.words().size());
        if (rank < counts_.size()) return counts_[rank];
        std::uint32_t count = 0;
        for_each_place(articles_.words(), 0, [&](auto place) {
            const auto* ranks = frequent_.of(place);
            while (*ranks < rank) ++ranks;
            if (*ranks == rank) ++count;
        });
        return count;
    }

private:
    bool count_at_once() {
        const auto words = articles_.words();
        std::size_t first = 0, last = words.size();
        while (first < last && words[first] == 0) ++first;
        while (last > first && words[last - 1] == 0) --last;
        Bar bar(limit_);
        for (std::size_t rank = 0; rank < frequent_.counted_at_once(); ++rank) {
            if (frequent_.articles(rank) < bar.height()) return true;
            counts_.push_back(frequent_.count_in(articles_, rank, bar.height(), first, last));
            bar.add(counts_.back());
        }
        return frequent_.articles(frequent_.counted_at_once()) < bar.height();
    }

    void count_by_lists(std::size_t reach) {
        counts_.assign(reach, 0);
        auto* const counts = counts_.data();
        constexpr std::size_t stretch = 1024;
        std::vector<ArticlePlaces::Place> places;
        const auto words = articles_.words();
        for (std::size_t at = 0; at < words.size(); at += stretch) {
            const auto some = words.subspan(at, std::min(stretch, words.size() - at));
            places.clear();
            for_each_place(some, static_cast<ArticlePlaces::Place>(at * 64),
                           [&](auto place) { places.push_back(place); });
            watch_.tick(static_cast<std::uint32_t>(places.size()));
            frequent_.for_each_of(places, [&](const Rank* rank) {
                for (; *rank < reach; ++rank) ++counts[*rank];
            });
        }
    }

    const FrequentNames& frequent_;
    const ArticleSet& articles_;
    std::size_t limit_;
    DeadlineWatch& watch_;
    std::vector<std::uint32_t> counts_;  ///< by rank
};

/// The first `limit`, most counted first.
std::vector<CountedName> in_order(const std::vector<std::uint32_t>& counts, std::size_t limit,
                                  const FrequentNames& frequent, const NameNumbers& names) {
    std::vector<CountedName> first;
    if (limit == 0) return first;
    const auto bar = bar_of(counts, limit);
    for (std::size_t rank = 0; rank < counts.size(); ++rank) {
        if (counts[rank] >= bar) first.push_back({static_cast<Rank>(rank), counts[rank]});
    }
    const auto shown = first.begin() + static_cast<std::ptrdiff_t>(std::min(limit, first.size()));
    std::partial_sort(
        first.begin(), shown, first.end(), [&](const CountedName& left, const CountedName& right) {
            if (left.articles != right.articles) return left.articles > right.articles;
            const auto one = frequent.number(left.rank), other = frequent.number(right.rank);
            if (names.label(one) != names.label(other))
                return names.label(one) < names.label(other);
            return one < other;
        });
    first.erase(shown, first.end());
    return first;
}

}  // namespace

std::optional<std::vector<CountedName>> leading_names(
    const FrequentNames& frequent, const NameNumbers& names, const ArticleSet& articles,
    std::size_t limit, const std::vector<NameNumbers::Number>& selected, DeadlineWatch& watch) {
    LeadingNames leading(frequent, articles, limit, watch);
    if (!leading.count()) return std::nullopt;
    auto shown = in_order(leading.counts(), limit, frequent, names);
    for (const auto number : selected) {
        const auto rank = frequent.rank(number);
        if (rank == FrequentNames::no_rank) return std::nullopt;
        const auto is_rank = [&](const CountedName& name) { return name.rank == rank; };
        if (std::none_of(shown.begin(), shown.end(), is_rank))
            shown.push_back({rank, leading.count_of(rank)});
    }
    return shown;
}

}  // namespace archive
