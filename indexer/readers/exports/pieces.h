// SPDX-License-Identifier: GPL-2.0-or-later
// pieces.h - A long file cut where its documents begin, one piece at a time.
//
// Exports and mailboxes hold thousands of documents one after another, told apart by a line or a
// tag. A piece is held in memory, the file never is.
#pragma once

#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace indexer {

/// Where the next document begins in `text`, at or behind `from`; npos when none is seen yet.
/// `ended` says that nothing follows `text`: until then its last line may be cut. Marks of more
/// than 4 KiB are not found.
using NextStart = std::size_t (*)(std::string_view text, std::size_t from, bool ended);

class Pieces {
public:
    /// `from` must outlive this. Pieces of more than `longest` bytes come without their text.
    Pieces(Bytes& from, NextStart next_start, std::size_t longest)
        : ahead_(from), next_start_(next_start), longest_(longest) {}

    struct Piece {
        std::string_view text;  ///< valid until the next call
        bool too_long = false;  ///< its text is empty then
    };

    /// The next piece, or nothing after the last one. The first is what stands before the first
    /// start, when there is anything. A byte-order mark at the beginning is left out. Throws
    /// Failure when reading does.
    std::optional<Piece> next();

private:
    ReadAhead ahead_;  // from where the piece at hand begins
    NextStart next_start_;
    std::size_t longest_;
    std::size_t scanned_ = 0;  // no start before
    bool begun_ = false;
};

/// A line of a text, for searching its marks.
struct PieceLine {
    std::string_view text;  ///< trimmed
    std::size_t first = 0;  ///< where it begins
    std::size_t last = 0;   ///< behind its line end
};

/// The first line that begins at or behind `from` and is whole (`ended`, or a line end follows);
/// nothing when there is none.
std::optional<PieceLine> whole_line(std::string_view text, std::size_t from, bool ended);

}  // namespace indexer
