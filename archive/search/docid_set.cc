// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/docid_set.h"

namespace archive {

DocidSet::DocidSet(std::span<const Docid> docids, std::uint32_t documents)
    : bits_(bitmap_for(documents)) {
    before_.reserve(bits_.size());
    for (const auto docid : docids) set_bit(bits_, docid);
    std::size_t before = 0;
    for (const auto word : bits_) {
        before_.push_back(static_cast<std::uint32_t>(before));
        before += count_bits(word);
    }
}

}  // namespace archive
