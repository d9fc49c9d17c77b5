// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/run_writer.h"

#include "archive/index/columns.h"
#include "archive/index/common_runs.h"
#include "archive/index/docid_packing.h"
#include "archive/index/number_bytes.h"
#include "archive/index/run_walk.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace archive {

namespace {

constexpr RunName without_last(RunName name) {
    return name >> 8U;
}

struct CountedRun {
    RunName name = 0;
    Docid last = 0;  ///< document it was met in
    std::uint32_t articles = 0;
    std::uint32_t written = 0;  ///< of them
    std::uint64_t at = 0;       ///< where its set begins
};

/// The runs of so many words.
class RunCounts {
public:
    /// Each run of two has a place of its own.
    explicit RunCounts(std::size_t words = longest_run)
        : places_(words == 2 ? most_common_words * most_common_words : 1024), hashed_(words > 2) {}

    /// The run, or an empty place for it.
    CountedRun& operator[](RunName name) { return places_[place_of(name)]; }

    std::uint32_t articles(RunName name) const { return places_[place_of(name)].articles; }

    void count(RunName name, Docid docid) {
        auto* run = &(*this)[name];
        if (run->last == docid) return;
        if (run->articles == 0) {
            if (hashed_ && 2 * (used_ + 1) > places_.size()) {
                grow();
                run = &(*this)[name];
            }
            run->name = name;
            ++used_;
        }
        run->last = docid;
        ++run->articles;
    }

    std::size_t size() const { return used_; }

    template <typename Use>
    void for_each(const Use& use) {
        for (auto& run : places_) {
            if (run.articles > 0) use(run);
        }
    }

private:
    std::size_t place_of(RunName name) const {
        if (!hashed_) return name;
        // 2^32 divided by the golden ratio spreads names over the high bits (Knuth, The Art of
        // Computer Programming 3, section 6.4).
        constexpr std::uint32_t spread = 0x9E3779B9U;
        const auto mask = places_.size() - 1;
        auto place = std::size_t{(name * spread) >> 8U} & mask;
        while (places_[place].articles > 0 && places_[place].name != name)
            place = (place + 1) & mask;
        return place;
    }

    void grow() {
        std::vector<CountedRun> old(places_.size() * 2);
        old.swap(places_);
        for (const auto& run : old) {
            if (run.articles > 0) (*this)[run.name] = run;
        }
    }

    std::vector<CountedRun> places_;
    bool hashed_;
    std::size_t used_ = 0;
};

/// A run on its way to the directory.
struct ListedRun {
    std::uint64_t order;  ///< sorts as the words do, a run before those that begin with it
    CountedRun* run;
    std::size_t words;
};

class RunWriter {
public:
    RunWriter(const std::string& folder, const std::vector<std::uint32_t>& common,
              std::size_t lexicon, std::uint32_t documents, const TokensOf& tokens_of,
              const RunLimits& limits)
        : walk_(folder, common, lexicon),
          documents_(documents),
          tokens_of_(tokens_of),
          limits_(limits) {
        worth_.fill(looked_through(documents));
    }

    void count() {
        counts_[2] = RunCounts(2);
        for (Docid docid = 1; docid <= documents_; ++docid) {
            walk_.walk_first(tokens_of_(docid), [&](std::size_t, RunName name) {
                counts_[2].count(name, docid);
                return false;
            });
        }
        walk_.finish_first();
        for (std::size_t words = 3; words <= longest_run; ++words) {
            while (!count_long(words)) worth_[words] *= 2;
        }
    }

    FileStamp write_directory(const std::string& path) {
        for (std::size_t words = 2; words <= longest_run; ++words) {
            counts_[words].for_each([&](CountedRun& run) {
                run.last = 0;
                listed_.push_back({order_of(run.name, words), &run, words});
            });
        }
        std::sort(listed_.begin(), listed_.end(),
                  [](const auto& left, const auto& right) { return left.order < right.order; });
        std::string bytes;
        put_number(bytes, documents_);
        for (std::size_t words = 3; words <= longest_run; ++words) put_number(bytes, worth_[words]);
        append_entries(bytes, listed_, 1);
        return write_whole_file(path, bytes);
    }

    /// After the directory.
    FileStamp write_sets(const std::string& path) {
        NewFile file(path);
        std::string stretch;
        for (auto first = listed_.begin(); first != listed_.end();) {
            const auto begin = first->run->at;
            auto end = begin;
            auto last = first;
            for (; last != listed_.end() && (end == begin || end - begin < limits_.bytes); ++last)
                end += packing(*last->run).bytes();
            stretch.assign(end - begin, '\0');
            for_each_run([&](std::size_t words, RunName name, Docid docid) {
                if (words > 2 && !leads_on(words, name)) return false;
                auto& run = counts_[words][name];
                if (run.articles == 0) return false;
                if (run.last != docid && run.at >= begin && run.at < end) {
                    run.last = docid;
                    packing(run).put(std::span(stretch).subspan(run.at - begin), run.written++,
                                     docid);
                }
                return words < longest_run;
            });
            file.write(stretch);
            first = last;
        }
        return file.finish();
    }

private:
    template <typename Use>
    void for_each_run(const Use& use) {
        walk_.begin_again();
        for (Docid docid = 1; docid <= documents_; ++docid) {
            walk_.walk([&] { return tokens_of_(docid); },
                       [&](std::size_t words, RunName name) { return use(words, name, docid); });
        }
    }

    /// Whether a run of so many words may be listed, as far as its first and last two words tell:
    /// most runs may not, and are not looked up.
    bool leads_on(std::size_t words, RunName name) const {
        return leading_[words].test(name & pair_mask)
               && leading_[words].test(name >> 8U * (words - 2));
    }

    void note_leading(std::size_t longest) {
        auto& leading = leading_[longest];
        leading.reset();
        for (RunName pair = 0; pair < leading.size(); ++pair)
            leading[pair] = counts_[2].articles(pair) > worth_[longest];
    }

    DocidPacking packing(const CountedRun& run) const { return {run.articles, documents_}; }

    /// False when there are too many.
    bool count_long(std::size_t longest) {
        auto& counts = counts_[longest] = RunCounts(longest);
        note_leading(longest);
        for_each_run([&](std::size_t words, RunName name, Docid docid) {
            if (words == 2) return leading_[longest].test(name);
            if (!leading_[longest].test(name >> 8U * (words - 2))) return false;
            if (words < longest) return counts_[words].articles(name) > worth_[longest];
            if (counts_[words - 1].articles(without_last(name)) > worth_[longest]
                && counts.size() < limits_.runs)
                counts.count(name, docid);
            return false;
        });
        return counts.size() < limits_.runs;
    }

    static std::uint64_t order_of(RunName name, std::size_t words) {
        std::uint64_t order = 0;
        for (std::size_t word = 0; word < longest_run; ++word) {
            order <<= 16U;
            if (word < words) order |= (name >> 8U * (words - 1 - word) & 0xFFU) + 1;
        }
        return order;
    }

    /// The word at `depth`, from 1, of a run that has so many.
    static std::uint8_t word_at(const ListedRun& listed, std::size_t depth) {
        return static_cast<std::uint8_t>(listed.run->name >> 8U * (listed.words - depth));
    }

    /// Entries of runs that have their first depth - 1 words in common, and gives them their
    /// places. Returns the bytes of the sets.
    std::uint64_t append_entries(std::string& bytes, std::span<ListedRun> runs, std::size_t depth) {
        std::uint64_t all = 0;
        while (!runs.empty()) {
            const auto word = word_at(runs.front(), depth);
            const auto end = std::find_if(runs.begin(), runs.end(), [&](const auto& run) {
                return word_at(run, depth) != word;
            });
            auto longer = runs.first(static_cast<std::size_t>(end - runs.begin()));
            runs = runs.subspan(longer.size());
            std::uint32_t articles = 0;
            if (longer.front().words == depth) {
                auto& run = *longer.front().run;
                articles = run.articles;
                run.at = next_;
                next_ += packing(run).bytes();
                all += packing(run).bytes();
                longer = longer.subspan(1);
            }
            bytes += static_cast<char>(word);
            put_number(bytes, std::uint64_t{articles} << 1U | (longer.empty() ? 0U : 1U));
            if (longer.empty()) continue;
            std::string below;
            const auto sets = append_entries(below, longer, depth + 1);
            put_number(bytes, sets);
            put_text(bytes, below);
            all += sets;
        }
        return all;
    }

    static constexpr RunName pair_mask = most_common_words * most_common_words - 1;

    RunWalk walk_;
    const std::uint32_t documents_;
    const TokensOf& tokens_of_;
    const RunLimits limits_;
    std::array<std::uint32_t, longest_run + 1> worth_{};  ///< by words
    std::array<RunCounts, longest_run + 1> counts_;       ///< by words
    /// By words of a run: the runs of two that are in enough articles for it.
    std::array<std::bitset<most_common_words * most_common_words>, longest_run + 1> leading_;
    std::vector<ListedRun> listed_;  ///< in order
    std::uint64_t next_ = 0;         ///< place in the file
};

}  // namespace

std::vector<std::pair<std::string, FileStamp>> write_common_runs(
    const std::string& folder, const std::vector<std::uint32_t>& common, std::size_t lexicon,
    std::uint32_t documents, const TokensOf& tokens_of, const RunLimits& limits) {
    RunWriter writer(folder, common, lexicon, documents, tokens_of, limits);
    writer.count();
    std::vector<std::pair<std::string, FileStamp>> files;
    files.emplace_back("runs.words", write_column(folder + "/runs.words", common));
    files.emplace_back("runs.at", writer.write_directory(folder + "/runs.at"));
    files.emplace_back("runs", writer.write_sets(folder + "/runs"));
    return files;
}

}  // namespace archive
