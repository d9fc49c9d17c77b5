// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/posting_lists.h"

#include "archive/index/xapian_guard.h"
#include "archive/search/stem_terms.h"
#include "archive/search/term_postings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace archive {

namespace {

constexpr std::string_view here = "the postings";

/// What is kept are the lists of some thousand words; in a large archive of the fifty commonest and
/// of many others. When a list goes before it is asked for again, keeping it was work for nothing:
/// with 64 MB for a million articles a common word took eleven times what it takes in 100,000.
constexpr std::size_t fewest_bytes = std::size_t{64} << 20U;
constexpr std::size_t bytes_an_article = 256;

/// How a word weighs, by how often it occurs in the archive.
class Scale {
public:
    Scale(double archive, double documents, double occurrences) {
        const double expected = archive * (1.0 - std::exp(-(occurrences / archive)));
        surprise_ = std::log2((archive + 1.0) / (expected + 0.5));
        spread_ = (occurrences + 1.0) / documents;
    }

    /// `worth`: what an occurrence counts in a text of its length.
    float score(std::uint32_t count, float worth) const {
        const double met = count * static_cast<double>(worth);
        return static_cast<float>(met * spread_ / (met + 1.0) * surprise_);
    }

private:
    double surprise_ = 0, spread_ = 0;
};

/// An article, and how often it has the word.
struct Posting {
    Docid docid;
    std::uint32_t count;
};

/// Reads the postings of one segment.
class Reader {
public:
    Reader(const Xapian::Database& part, const Segment& segment, DeadlineWatch& watch)
        : part_(part), segment_(segment), documents_(segment.facts().documents), watch_(watch) {}

    std::vector<Posting> read(const TermsPlan& terms) const {
        std::vector<Posting> all;
        std::size_t lists = 0;
        for (const auto& term : terms.terms) lists += append(all, term);
        bool sorted = lists <= 1;
        for (const auto& foreign : terms.foreign) {
            std::vector<Posting> forms, in_language;
            for (const auto& term : foreign.terms) append(forms, term);
            if (forms.empty()) continue;
            append(in_language, foreign.language);
            for (const auto& posting : forms) {
                if (has(in_language, posting.docid)) all.push_back(posting);
            }
            sorted = false;
        }
        if (!sorted) add_up(all);
        return all;
    }

private:
    /// Returns how many lists were read.
    std::size_t append(std::vector<Posting>& all, const std::string& term) const {
        const auto stem = stem_term(term);
        if (!stem) {
            append(all, term, [](Docid) { return true; });
            return 1;
        }
        const auto forms = forms_of(*stem, segment_);
        for (const auto& form : forms) {
            if (form.everywhere)
                append(all, form.term, [](Docid) { return true; });
            else
                append(all, form.term,
                       [&](Docid docid) { return (segment_.stemming(docid) & form.in) != 0; });
        }
        return forms.size();
    }

    template <typename Test>
    void append(std::vector<Posting>& all, const std::string& term, const Test& counts) const {
        all.reserve(all.size()
                    + part_.get_termfreq(term));  // of words in a place and of columns it is 0
        for_each_posting(segment_, part_, term, [&](Docid docid, std::uint32_t count) {
            watch_.tick();
            if (docid > documents_)
                throw Failure(ErrorCode::index_damaged, "names an article that is not there",
                              std::string(here));
            if (counts(docid)) all.push_back({docid, count});
            return true;
        });
    }

    static bool has(const std::vector<Posting>& postings, Docid docid) {
        const auto found = std::lower_bound(
            postings.begin(), postings.end(), docid,
            [](const Posting& posting, Docid wanted) { return posting.docid < wanted; });
        return found != postings.end() && found->docid == docid;
    }

    /// Makes one posting of those of an article.
    void add_up(std::vector<Posting>& all) const {
        if (is_frequent(all.size(), documents_)) return count_up(all);
        std::sort(all.begin(), all.end(), [](const Posting& left, const Posting& right) {
            return left.docid < right.docid;
        });
        std::size_t used = 0;
        for (const auto& posting : all) {
            if (used > 0 && all[used - 1].docid == posting.docid)
                all[used - 1].count += posting.count;
            else
                all[used++] = posting;
        }
        all.resize(used);
    }

    /// The same of so many that a look at every article costs less than sorting.
    void count_up(std::vector<Posting>& all) const {
        std::vector<std::uint32_t> counts(std::size_t{documents_} + 1);
        for (const auto& posting : all) counts[posting.docid] += posting.count;
        std::size_t used = 0;
        for (Docid docid = 1; docid <= documents_; ++docid) {
            if (counts[docid] > 0) all[used++] = {docid, counts[docid]};
        }
        all.resize(used);
    }

    const Xapian::Database& part_;
    const Segment& segment_;
    const std::uint32_t documents_;
    DeadlineWatch& watch_;
};

/// All terms as one text.
std::string name_of(const TermsPlan& terms) {
    std::string name;
    for (const auto& term : terms.terms) (name += term) += '\0';
    for (const auto& foreign : terms.foreign) {
        (name += '\1') += foreign.language;
        for (const auto& term : foreign.terms) (name += '\0') += term;
    }
    return name;
}

std::size_t bytes_of(const WordPostings* postings, const std::string& terms) {
    constexpr std::size_t around = 256;  // maps and headers
    std::size_t bytes = around + 2 * terms.size();
    if (postings == nullptr) return bytes;
    for (const auto& list : postings->in_segment) bytes += sizeof list + list.bytes();
    return bytes;
}

}  // namespace

PostingLists::PostingLists(const Snapshot& snapshot)
    : snapshot_(snapshot),
      most_bytes_(std::max(fewest_bytes, snapshot.articles() * bytes_an_article)) {}

PostingLists::Shared PostingLists::of(const TermsPlan& terms,
                                      std::span<const Xapian::Database> parts,
                                      DeadlineWatch& watch) {
    const auto name = name_of(terms);
    if (auto known = kept(name)) return *std::move(known);
    auto postings = guarded(here, [&] { return read(terms, parts, watch); });
    keep(name, postings);
    return postings;
}

void PostingLists::learn_lengths(std::span<const Xapian::Database> parts) {
    // Kept when all of it was read: after a failure the next search begins anew.
    double documents = 0, words = 0;
    for (const auto& part : parts) {
        documents += part.get_doccount();
        words += part.get_average_length() * part.get_doccount();
    }
    const double average = length_normalisation * words / documents;
    std::vector<std::vector<float>> worths;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto& worth = worths.emplace_back(snapshot_.segment(at).facts().documents + 1, 0.0F);
        const auto end = parts[at].postlist_end("");
        for (auto posting = parts[at].postlist_begin(""); posting != end; ++posting) {
            if (*posting < worth.size())
                worth[*posting] =
                    static_cast<float>(std::log2(1 + average / posting.get_doclength()));
        }
    }
    worth_ = std::move(worths);
    documents_ = documents;
}

PostingLists::Shared PostingLists::read(const TermsPlan& terms,
                                        std::span<const Xapian::Database> parts,
                                        DeadlineWatch& watch) {
    auto postings = std::make_shared<WordPostings>();
    std::vector<std::vector<Posting>> read;
    double occurrences = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        read.push_back(Reader(parts[at], snapshot_.segment(at), watch).read(terms));
        postings->documents += read.back().size();
        for (const auto& posting : read.back()) occurrences += posting.count;
    }
    if (postings->documents == 0) return nullptr;
    std::call_once(lengths_once_, [&] { learn_lengths(parts); });
    const Scale scale(documents_, static_cast<double>(postings->documents), occurrences);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto& list = postings->in_segment.emplace_back();
        list.docids.reserve(read[at].size());
        list.scores.reserve(read[at].size());
        list.counts.reserve(read[at].size());
        for (const auto& [docid, count] : read[at]) {
            list.docids.push_back(docid);
            list.scores.push_back(scale.score(count, worth_[at][docid]));
            list.counts.push_back(static_cast<std::uint8_t>(
                std::min<std::uint32_t>(count, std::numeric_limits<std::uint8_t>::max())));
        }
        list.settle(snapshot_.segment(at).facts().documents);
    }
    return postings;
}

std::optional<PostingLists::Shared> PostingLists::kept(const std::string& terms) {
    const std::lock_guard lock(mutex_);
    const auto found = by_terms_.find(terms);
    if (found == by_terms_.end()) return std::nullopt;
    lists_.splice(lists_.begin(), lists_, found->second);
    return found->second->postings;
}

void PostingLists::keep(const std::string& terms, const Shared& postings) {
    const std::lock_guard lock(mutex_);
    const auto bytes = bytes_of(postings.get(), terms);
    if (bytes > most_bytes_ / 2 || by_terms_.contains(terms)) return;
    lists_.push_front({terms, postings, bytes});
    by_terms_.emplace(terms, lists_.begin());
    bytes_ += bytes;
    while (bytes_ > most_bytes_) {
        bytes_ -= lists_.back().bytes;
        by_terms_.erase(lists_.back().terms);
        lists_.pop_back();
    }
}

}  // namespace archive
