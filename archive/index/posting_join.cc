// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/posting_join.h"

#include "archive/index/byte_order.h"
#include "archive/index/glass_table.h"
#include "archive/index/number_bytes.h"
#include "archive/index/posting_part.h"

#include <algorithm>
#include <cstdint>
#include <queue>
#include <string_view>

namespace archive {

namespace {

/// Writes the postings of one term, in as many entries as they need. The first has the term as its
/// key and says how many there are; the others have the term, a zero and their first docid. Each
/// says whether it is the last, and its last docid less its first.
class PostingList {
public:
    PostingList(GlassTable& table, std::string_view term, std::span<const PostingRun> runs)
        : table_(table), term_(term) {
        if (term.empty()) term_.assign("\0\xE0", 2);  // the lengths of all documents
        std::uint32_t documents = 0;
        std::uint64_t occurrences = 0;
        std::size_t bytes = 0;
        for (const auto& run : runs) {
            documents += run.documents;
            occurrences += run.occurrences;
            bytes += run.bytes.size() + varint_bytes;
        }
        put_number(head_, term.empty() ? 0 : documents);
        put_number(head_, term.empty() ? 0 : occurrences);
        put_number(head_, runs.front().first - 1);
        key_ = term_;
        whole_ = head_.size() + entry_head_bytes + bytes <= GlassTable::largest_tag(key_.size());
        begin(runs.front().first);
        for (const auto& run : runs) add(run);
        end(Entry::last);
    }

private:
    enum class Entry : std::uint8_t { amid, last };
    static constexpr std::size_t varint_bytes = 5;
    static constexpr std::size_t entry_head_bytes = 1 + varint_bytes;

    void begin(Docid first) {
        first_ = first;
        postings_.clear();
        if (whole_) {
            limit_ = SIZE_MAX;
            return;
        }
        // A list of several entries fills up the block at hand, unless little is left of it.
        constexpr std::size_t little = 200;
        const std::size_t room = table_.room(key_.size());
        limit_ = (room < little ? GlassTable::largest_tag(key_.size()) : room) - head_.size()
                 - entry_head_bytes;
    }

    void end(Entry place) {
        std::string tag = std::move(head_);
        tag += place == Entry::last ? '1' : '0';
        put_number(tag, last_ - first_);
        tag += postings_;
        table_.add(key_, tag);
        head_.clear();
    }

    void add(const PostingRun& run) {
        if (postings_.size() + run.bytes.size() + varint_bytes <= limit_) {
            if (!postings_.empty()) put_number(postings_, run.first - last_ - 1);
            postings_ += run.bytes;
            last_ = run.last;
            return;
        }
        NumberBytes numbers(run.bytes);
        Docid docid = run.first;
        for (;;) {
            add(docid, static_cast<std::uint32_t>(numbers.number()));
            if (numbers.at_end()) return;
            docid += static_cast<Docid>(numbers.number()) + 1;
        }
    }

    void add(Docid docid, std::uint32_t occurrences) {
        if (postings_.size() + 2 * varint_bytes > limit_) {
            end(Entry::amid);
            key_ = term_;
            if (term_[0] != '\0') key_ += '\0';
            put_sorting_number(key_, docid);
            begin(docid);
        }
        if (!postings_.empty()) put_number(postings_, docid - last_ - 1);
        put_number(postings_, occurrences);
        last_ = docid;
    }

    GlassTable& table_;
    std::string term_;
    std::string key_;
    std::string head_;      ///< of the first entry; empty for the others
    std::string postings_;  ///< of the entry at hand
    Docid first_ = 0;       ///< of the entry at hand
    Docid last_ = 0;
    bool whole_ = false;     ///< all fits into one entry
    std::size_t limit_ = 0;  ///< bytes of postings in the entry at hand
};

/// A part in the queue of those that are joined.
struct Waiting {
    std::uint64_t key = 0;  ///< sort_key() of the term
    std::string_view term;
    std::size_t part = 0;
};

bool later(const Waiting& left, const Waiting& right) {
    if (left.key != right.key) return left.key > right.key;
    const int order = left.term.compare(right.term);
    return order != 0 ? order > 0 : left.part > right.part;
}

}  // namespace

std::vector<std::pair<std::string, FileStamp>> join_postings(const std::string& folder,
                                                             std::span<const std::string> parts) {
    GlassTable table(folder);
    PostingStatistics statistics;
    std::vector<PostingPartReader> readers;
    readers.reserve(parts.size());
    std::priority_queue<Waiting, std::vector<Waiting>, decltype(&later)> queue(&later);
    const auto advance = [&](std::size_t part) {
        if (!readers[part].next()) return;
        const auto term = readers[part].term();
        queue.push({sort_key(term), term, part});
    };
    for (std::size_t part = 0; part < parts.size(); ++part) {
        readers.emplace_back(parts[part]);
        statistics.add(readers.back().statistics());
        advance(part);
    }
    std::vector<PostingRun> runs;
    std::vector<std::size_t> at_hand;  // the parts they are of
    while (!queue.empty()) {
        const auto term = queue.top().term;
        runs.clear();
        at_hand.clear();
        for (; !queue.empty() && queue.top().term == term; queue.pop()) {
            at_hand.push_back(queue.top().part);
            runs.push_back(readers[at_hand.back()].run());
        }
        const PostingList list(table, term, runs);  // writes it
        for (const auto part : at_hand) advance(part);
    }
    return table.finish(statistics);
}

}  // namespace archive
