// SPDX-License-Identifier: GPL-2.0-or-later
// list_source.h - A posting list in memory as a part of a query for Xapian::Enquire.
//
// The wdf that Xapian reads of a word is more than its count (word_terms.h), a stem and what
// columns tell have no postings at all, and as a synonym of its words it would weigh what Xapian
// guesses: how common they are together. The list knows.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/posting_lists.h"

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>

namespace archive {

/// The articles of a word, with the relevance that it gives them. Cloned as sources.h says; the
/// snapshot outlives it.
class ListSource final : public Xapian::PostingSource {
public:
    ListSource(const Snapshot& snapshot, std::shared_ptr<const WordPostings> postings)
        : snapshot_(snapshot), postings_(std::move(postings)) {}

    void init(const Xapian::Database& part) override;
    ListSource* clone() const override { return new ListSource(snapshot_, postings_); }
    std::string get_description() const override { return "list"; }

    Xapian::doccount get_termfreq_min() const override { return size(); }
    Xapian::doccount get_termfreq_est() const override { return size(); }
    Xapian::doccount get_termfreq_max() const override { return size(); }

    void next(double) override { seek(at_ + 1); }
    void skip_to(Xapian::docid to, double) override {
        if (to > at_ || at_ == 0) seek(to);
    }
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    double get_weight() const override { return static_cast<double>(list_->scores[place_]); }

private:
    Xapian::doccount size() const { return static_cast<Xapian::doccount>(list_->size()); }
    void seek(Xapian::docid from);

    const Snapshot& snapshot_;
    std::shared_ptr<const WordPostings> postings_;
    const PostingList* list_ = nullptr;
    Xapian::docid last_ = 0;  ///< document of the segment
    Xapian::docid at_ = 0;
    std::size_t place_ = 0;  ///< of that document in the list
};

}  // namespace archive
