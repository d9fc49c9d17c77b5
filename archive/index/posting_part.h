// SPDX-License-Identifier: GPL-2.0-or-later
// posting_part.h - The postings of documents that follow each other, turned from documents with
// terms into terms with documents.
//
//   document 7: ferry 2, strike 1      ->      ferry: 7 (2), 9 (1)
//   document 9: ferry 1, harbour 3             harbour: 9 (3)
//                                              strike: 7 (1)
//
// Terms are numbered by a hash and sorted once, when all documents are there: docs/decisions/0016
// says what that saves.
//
// A part lies on disk until it is joined with the others. The file holds the statistics, then, in
// the order of the terms' bytes: the term, documents, occurrences, first docid, the last docid less
// the first, and the postings with their length in front. A posting is the number of documents left
// out since the last one (none for the first) and how often the term occurs, as varints: the form
// that Xapian's tables have; of a word it says where it stands, too (packed_count). The empty term
// comes first: it has all documents, with their lengths.
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/document.h"
#include "archive/index/word_numbers.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What a database says of all its documents together.
struct PostingStatistics {
    std::uint32_t documents = 0;
    std::uint32_t shortest = 0;  ///< length: the sum of the occurrences of a document's terms
    std::uint32_t longest = 0;
    std::uint32_t most_occurrences = 0;  ///< of a term in a document
    std::uint64_t length = 0;            ///< of all documents

    void add(const PostingStatistics& more);
};

/// Some of the postings of a term.
struct PostingRun {
    std::uint32_t documents = 0;
    std::uint64_t occurrences = 0;
    Docid first = 0;
    Docid last = 0;
    std::string_view bytes;
};

/// Gathers the postings of some documents.
class PostingPart {
public:
    /// Adds a document, whose docid is above those before it. A term with a prefix that comes twice
    /// counts as often as both say. `unlisted` is part of the length: see Document.
    void add(Docid docid, std::span<const Term> terms, std::uint32_t unlisted = 0);

    /// The file, as described above.
    std::string bytes() const;

private:
    struct Posting {
        std::uint32_t term = 0;
        Docid docid = 0;
        std::uint32_t occurrences = 0;
    };

    std::vector<std::uint32_t> by_term(std::vector<Posting>& sorted) const;

    WordNumbers terms_;
    std::vector<Posting> postings_;  ///< in the order they came
    std::vector<Posting> lengths_;
    PostingStatistics statistics_;
};

/// Reads a part term by term, a little at a time: a segment has a thousand of them side by side,
/// more than may be open, and mapped they would take the memory of all postings.
class PostingPartReader {
public:
    /// Throws Failure.
    explicit PostingPartReader(std::string path);

    const PostingStatistics& statistics() const { return statistics_; }

    /// Moves to the next term; false behind the last. What term() and run() gave is gone then.
    bool next();
    std::string_view term() const { return term_; }
    const PostingRun& run() const { return run_; }

private:
    void read_on(std::size_t bytes);
    std::uint64_t number();
    std::string_view text();
    std::uint64_t read_head();

    std::string path_;
    std::uint64_t read_ = 0;   ///< bytes of the file that were read
    std::uint64_t bytes_ = 0;  ///< of the file
    std::string buffer_;
    std::size_t at_ = 0;  ///< in the buffer
    PostingStatistics statistics_;
    std::string_view term_;
    PostingRun run_;
};

}  // namespace archive
