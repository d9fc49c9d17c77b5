// SPDX-License-Identifier: GPL-2.0-or-later
// sources.h - Filters for Xapian::Enquire that read bitmaps and columns instead of values.
//
// Xapian clones a source once for each part of a combined database and tells the clone its part in
// init(); the part's uuid leads to the segment. The matcher walks the parts one after the other and
// moves the filter of live documents, which every query carries, to every document it considers; a
// spy is not told the part, so that filter notes it (CurrentSegment).
//
// Xapian's rules that are easy to miss: after check() has said false the position is what was
// checked, and next() goes on from there; the source with the smallest estimate leads an AND, the
// others are only checked. Sources belong to one query and one thread.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"

#include <xapian.h>

#include <memory>

namespace archive {

/// The segment the matcher is in; written by LiveSource, read by the spy of the same query.
struct CurrentSegment {
    std::size_t at = 0;
};

/// Documents of a window, less those that fail a test. The base of all our sources.
class TestedSource : public Xapian::PostingSource {
public:
    explicit TestedSource(const Snapshot& snapshot) : snapshot_(snapshot) {}

    void init(const Xapian::Database& part) final;
    Xapian::doccount get_termfreq_min() const final { return 0; }
    Xapian::doccount get_termfreq_est() const final { return estimate_; }
    Xapian::doccount get_termfreq_max() const final { return most_; }
    void next(double) final { seek(at_ + 1); }
    void skip_to(Xapian::docid to, double) final {
        if (to > at_ || at_ == 0) seek(to);
    }
    bool check(Xapian::docid to, double) final;
    bool at_end() const final { return at_ > last_; }
    Xapian::docid get_docid() const final { return at_; }

protected:
    /// Called once a segment, before the first test. Documents outside first..last never match;
    /// `estimate` is how many of them may.
    struct Stretch {
        DocidWindow window;
        Xapian::doccount estimate = 0;
    };
    virtual Stretch begin(std::size_t segment) = 0;
    virtual bool holds(Docid docid) = 0;

    const Snapshot& snapshot() const { return snapshot_; }

private:
    void seek(Xapian::docid from);

    const Snapshot& snapshot_;
    Xapian::docid at_ = 0;
    Xapian::docid first_ = 1;
    Xapian::docid last_ = 0;
    Xapian::doccount estimate_ = 0;
    Xapian::doccount most_ = 0;
};

/// The documents the revision shows; notes the segment for the spy and looks at the clock.
class LiveSource final : public TestedSource {
public:
    LiveSource(const Snapshot& snapshot, CurrentSegment& current, DeadlineWatch& watch)
        : TestedSource(snapshot), current_(current), watch_(watch) {}
    LiveSource* clone() const override { return new LiveSource(snapshot(), current_, watch_); }
    std::string get_description() const override { return "live"; }

private:
    Stretch begin(std::size_t segment) override;
    bool holds(Docid docid) override;

    CurrentSegment& current_;
    DeadlineWatch& watch_;
    std::size_t segment_ = 0;
    const Bitmap* live_ = nullptr;
};

/// Documents for which a function over a segment and its columns says yes. The functions are given
/// the segment's number and the segment.
template <typename Begin, typename Test>
class ColumnSource final : public TestedSource {
public:
    /// `window(at, segment)` gives the docids to look through, `test(at, segment, docid)` decides.
    ColumnSource(const Snapshot& snapshot, Begin window, Test test)
        : TestedSource(snapshot), window_(window), test_(test) {}
    ColumnSource* clone() const override { return new ColumnSource(snapshot(), window_, test_); }
    std::string get_description() const override { return "column"; }

private:
    typename TestedSource::Stretch begin(std::size_t segment) override {
        segment_at_ = segment;
        segment_ = &snapshot().segment(segment);
        const DocidWindow window = window_(segment, *segment_);
        return {window, window.empty() ? 0 : window.last - window.first + 1};
    }
    bool holds(Docid docid) override { return test_(segment_at_, *segment_, docid); }

    Begin window_;
    Test test_;
    std::size_t segment_at_ = 0;
    const Segment* segment_ = nullptr;
};

}  // namespace archive
