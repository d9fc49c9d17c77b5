// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/sources.h"

#include <algorithm>

namespace archive {

void TestedSource::init(const Xapian::Database& part) {
    const auto segment = snapshot_.segment_of(part);
    const auto documents = snapshot_.segment(segment).facts().documents;
    const auto stretch = begin(segment);
    at_ = 0;
    first_ = std::max<Docid>(stretch.window.first, 1);
    last_ = stretch.window.empty() ? 0 : std::min(stretch.window.last, documents);
    most_ = last_ < first_ ? 0 : last_ - first_ + 1;
    estimate_ = std::min(stretch.estimate, most_);
}

void TestedSource::seek(Xapian::docid from) {
    for (at_ = std::max(from, first_); at_ <= last_; ++at_) {
        if (holds(at_)) return;
    }
    at_ = std::max(at_, last_ + 1);
}

bool TestedSource::check(Xapian::docid to, double) {
    if (to <= at_ && at_ != 0) return true;
    if (to < first_) {
        seek(to);
        return true;
    }
    at_ = to;
    return at_ > last_ || holds(to);
}

TestedSource::Stretch LiveSource::begin(std::size_t segment) {
    segment_ = segment;
    live_ = &snapshot().live(segment);
    return {{1, snapshot().segment(segment).facts().documents}, snapshot().live_count(segment)};
}

bool LiveSource::holds(Docid docid) {
    current_.at = segment_;
    watch_.tick();
    return has_bit(*live_, docid);
}

}  // namespace archive
