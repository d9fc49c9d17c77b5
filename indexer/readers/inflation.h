// SPDX-License-Identifier: GPL-2.0-or-later
// inflation.h - A compressed page as web servers send it, back to what it was.
//
// Pages are small and held in memory, and what is damaged is kept as far as it goes; files are
// unpacked as they are read, by unpacking.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct Inflated {
    std::string bytes;  ///< more than `limit` when there was more
    bool whole = true;  ///< false when the compressed text is cut or damaged
    bool bomb = false;  ///< it expands more than limits::container_ratio to 1
};

/// Undoes `coding` as HTTP calls it: "gzip", "deflate", "br", "zstd"; "unsaid" for whatever
/// `packed` begins like. Nothing when it is another coding, or `packed` is not coded so.
std::optional<Inflated> inflated_by(std::string_view coding, std::string_view packed,
                                    std::size_t limit);

}  // namespace indexer
