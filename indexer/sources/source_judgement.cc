// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/source_judgement.h"

#include "indexer/sources/copy_groups.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace indexer {

namespace {

using archive::LineCount;
using archive::SourceFacts;
using archive::SourceRecords;

/// Sources with more notes keep only lines that stand in two articles at least.
constexpr std::uint64_t large_source_bytes = std::uint64_t{64} << 20U;

/// Above it a line of one article is not kept with the source: see archive::SourceRecords.
constexpr std::uint64_t many_articles = 1'000;

/// In how many articles of a source, copies counted once, a line is furniture.
std::uint64_t furniture_from(std::uint64_t articles) {
    constexpr std::uint64_t few = 10;
    if (articles < 3) return std::numeric_limits<std::uint64_t>::max();
    return articles < few ? 2 : std::max<std::uint64_t>(3, articles / 100);
}

std::uint64_t common_from(std::uint64_t articles) {
    return std::max<std::uint64_t>(3, articles * 3 / 10);
}

/// Whether a key came by twice, with a few wrong answers: two bits of a table of fixed size.
class SeenTwice {
public:
    void see(std::uint64_t key) {
        const auto at = key % (bits / 2) * 2;
        table_[at + (table_[at] ? 1 : 0)] = true;
    }
    bool twice(std::uint64_t key) const { return table_[key % (bits / 2) * 2 + 1]; }

private:
    static constexpr std::uint64_t bits = std::uint64_t{1} << 28U;
    std::vector<bool> table_ = std::vector<bool>(bits);
};

std::vector<Occurrence> lines_of(const SourceArticles& articles) {
    std::vector<Occurrence> lines;
    const bool large = articles.notes_bytes > large_source_bytes;
    SeenTwice* seen = nullptr;
    std::unique_ptr<SeenTwice> table;
    if (large) {
        table = std::make_unique<SeenTwice>();
        seen = table.get();
        for (std::size_t i = 0; i < articles.count; ++i) {
            for (const auto& line : articles.notes(i).lines) seen->see(line.key);
        }
    }
    for (std::size_t i = 0; i < articles.count; ++i) {
        for (const auto& line : articles.notes(i).lines) {
            if (seen == nullptr || seen->twice(line.key))
                lines.push_back({line, static_cast<std::uint32_t>(i)});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const Occurrence& left, const Occurrence& right) {
        return std::make_pair(left.line.key, left.article)
               < std::make_pair(right.line.key, right.article);
    });
    return lines;
}

/// The articles that count: fresh ones, and of each group of copies those of one number only.
class Counted {
public:
    Counted(const std::vector<Occurrence>& lines, const SourceArticles& articles)
        : groups_(copy_groups(lines, articles.count)), counts_(articles.count) {
        for (std::size_t i = 0; i < articles.count; ++i) {
            if (articles.fresh(i)) counts_[groups_[i]] = true;
        }
        for (std::size_t i = 0; i < articles.count; ++i) {
            if (!articles.fresh(i)) counts_[groups_[i]] = false;
        }
    }

    /// Leaves out the group of an article that is a copy of one read before.
    void leave_out(std::uint32_t article) { counts_[groups_[article]] = false; }

    std::uint64_t articles() const {
        return static_cast<std::uint64_t>(std::count(counts_.begin(), counts_.end(), true));
    }

    /// In how many of them the lines stand.
    std::uint64_t among(std::span<const Occurrence> run) const {
        thread_local std::vector<std::uint32_t> groups;
        groups.clear();
        for (const auto& line : run) {
            if (counts_[groups_[line.article]]) groups.push_back(groups_[line.article]);
        }
        std::sort(groups.begin(), groups.end());
        return static_cast<std::uint64_t>(std::unique(groups.begin(), groups.end())
                                          - groups.begin());
    }

private:
    std::vector<std::uint32_t> groups_;
    std::vector<bool> counts_;  // by number of group
};

/// How often the lines at hand stood in the source before, by key.
std::vector<LineCount> counted_before(const std::vector<Occurrence>& lines, std::string_view name,
                                      const SourceRecords& earlier) {
    std::vector<LineCount> counts;
    for_each_key(lines, [&](std::span<const Occurrence> run) {
        counts.push_back({run.front().line.key, 0});
    });
    earlier.add_counts(name, counts);
    return counts;
}

/// Leaves out what copies articles of earlier runs, as far as counts of lines can tell.
void leave_out_copies(const std::vector<Occurrence>& lines, const std::vector<LineCount>& before,
                      const SourceFacts& facts, std::size_t articles, Counted& counted) {
    if (facts.articles == 0) return;
    constexpr std::uint64_t most_copies = 32;
    std::vector<std::uint64_t> printed(articles), prose(articles);
    auto at = before.begin();
    for_each_key(lines, [&](std::span<const Occurrence> run) {
        const auto& line = run.front().line;
        const std::uint64_t earlier = (at++)->count;
        const bool in_nearly_all = earlier * 5 > facts.articles * 4 && facts.articles >= 5;
        if (!line.story || in_nearly_all || earlier > most_copies) return;
        for (const auto& one : run) {
            prose[one.article] += line.words;
            if (earlier > 0) printed[one.article] += line.words;
        }
    });
    for (std::size_t i = 0; i < articles; ++i) {
        if (is_copy(printed[i], prose[i])) counted.leave_out(static_cast<std::uint32_t>(i));
    }
}

std::string language_of_nearly_all(const std::map<std::string, std::uint64_t>& languages) {
    constexpr std::uint64_t fewest = 3;
    std::uint64_t all = 0;
    auto best = languages.end();
    for (auto at = languages.begin(); at != languages.end(); ++at) {
        all += at->second;
        if (best == languages.end() || at->second > best->second) best = at;
    }
    const bool nearly_all = all >= fewest && best->second * 10 >= all * 9;
    return nearly_all ? best->first : std::string();
}

DayOrder usual_order(const SourceFacts& facts) {
    constexpr std::uint64_t surely = 10;
    if (facts.day_first > facts.month_first * surely) return DayOrder::day_first;
    if (facts.month_first > facts.day_first * surely) return DayOrder::month_first;
    return DayOrder::none;
}

void note(const ArticleNotes& notes, SourceFacts& facts) {
    if (!notes.language.empty()) ++facts.languages[notes.language];
    if (notes.order == DayOrder::day_first) ++facts.day_first;
    if (notes.order == DayOrder::month_first) ++facts.month_first;
    if (notes.path == PathDay::agrees) ++facts.dated_paths;
    if (notes.path == PathDay::disagrees) ++facts.other_paths;
}

}  // namespace

LineStanding SourceJudgement::standing(std::uint64_t key) const {
    if (std::binary_search(common.begin(), common.end(), key)) return LineStanding::common;
    return std::binary_search(repeated.begin(), repeated.end(), key) ? LineStanding::repeated
                                                                     : LineStanding::rare;
}

JudgedSource judge_source(std::string_view name, const SourceRecords& earlier,
                          const SourceArticles& articles) {
    JudgedSource judged;
    judged.added.name = name;
    if (name.empty()) return judged;  // of no source: they have nothing in common
    std::vector<bool> touched(articles.count);
    std::vector<std::uint32_t> undecided;  // without language or date, or with one of either order
    for (std::size_t i = 0; i < articles.count; ++i) {
        const auto notes = articles.notes(i);
        if (articles.fresh(i)) note(notes, judged.added);
        if (notes.no_language || notes.order == DayOrder::either || notes.path == PathDay::alone)
            undecided.push_back(static_cast<std::uint32_t>(i));
    }
    SourceFacts facts = earlier.facts(name);
    const auto lines = lines_of(articles);
    const auto before = counted_before(lines, name, earlier);
    Counted counted(lines, articles);
    leave_out_copies(lines, before, facts, articles.count, counted);
    judged.added.articles = counted.articles();
    archive::add_facts(facts, judged.added);

    auto& judgement = judged.judgement;
    judgement.language = language_of_nearly_all(facts.languages);
    judgement.order = usual_order(facts);
    constexpr std::uint64_t fewest_paths = 3;
    judgement.paths_tell = facts.dated_paths >= fewest_paths && facts.other_paths == 0;
    if (!judgement.language.empty() || judgement.order != DayOrder::none || judgement.paths_tell) {
        for (const auto article : undecided) touched[article] = true;
    }
    auto at = before.begin();
    for_each_key(lines, [&](std::span<const Occurrence> run) {
        const auto& old = *at++;
        const auto fresh = counted.among(run);
        const auto count = old.count + fresh;
        if (fresh > 0 && (count > 1 || facts.articles <= many_articles))
            judged.added.lines.push_back({old.key, fresh});
        if (count < furniture_from(facts.articles)) return;
        judgement.repeated.push_back(old.key);
        if (count >= common_from(facts.articles)) judgement.common.push_back(old.key);
        for (const auto& line : run) touched[line.article] = true;
    });
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (touched[i]) judged.touched.push_back(static_cast<std::uint32_t>(i));
    }
    return judged;
}

}  // namespace indexer
