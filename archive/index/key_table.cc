// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/key_table.h"

#include <limits>

namespace archive {

std::size_t KeyTable::leap(std::size_t at, std::uint64_t entry) const {
    const auto entries = entries_.values();
    std::size_t step = 1;
    std::size_t below = at;  // all before it are below `entry`
    while (below + step < entries.size() && entries[below + step] < entry) {
        below += step;
        step *= 2;
    }
    const auto end = std::min(entries.size(), below + step + 1);
    return static_cast<std::size_t>(
        std::lower_bound(entries.begin() + static_cast<std::ptrdiff_t>(below),
                         entries.begin() + static_cast<std::ptrdiff_t>(end), entry)
        - entries.begin());
}

std::size_t KeyTable::count(std::uint32_t key) const {
    const auto entries = entries_.values();
    const auto begin = std::lower_bound(entries.begin(), entries.end(), filed(key, 0));
    const auto end =
        std::upper_bound(begin, entries.end(), filed(key, std::numeric_limits<Docid>::max()));
    return static_cast<std::size_t>(end - begin);
}

FileStamp write_key_table(const std::string& path, std::vector<std::uint64_t> entries) {
    std::sort(entries.begin(), entries.end());
    return write_column(path, entries);
}

}  // namespace archive
