// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/list_source.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace archive {

void ListSource::init(const Xapian::Database& part) {
    const auto segment = snapshot_.segment_of(part);
    list_ = &postings_->in_segment[segment];
    last_ = snapshot_.segment(segment).facts().documents;
    at_ = 0;
    place_ = 0;
    set_maxweight(static_cast<double>(list_->most));
}

/// To the first document from `from` on.
void ListSource::seek(Xapian::docid from) {
    at_ = last_ + 1;
    if (from > last_) return;
    const auto& set = list_->set;
    if (set.empty()) {
        const auto& docids = list_->docids;
        const auto found = std::lower_bound(docids.begin() + static_cast<std::ptrdiff_t>(place_),
                                            docids.end(), from);
        place_ = static_cast<std::size_t>(found - docids.begin());
        if (found != docids.end()) at_ = *found;
        return;
    }
    auto bits = set.word(from / 64) >> from % 64 << from % 64;
    for (std::size_t word = from / 64; word < set.words(); bits = set.word(word)) {
        if (bits != 0) {
            at_ = static_cast<Xapian::docid>(word * 64)
                  + static_cast<Xapian::docid>(std::countr_zero(bits));
            place_ = set.place_of(at_);
            return;
        }
        if (++word == set.words()) return;
    }
}

}  // namespace archive
