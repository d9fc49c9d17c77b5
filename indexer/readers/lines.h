// SPDX-License-Identifier: GPL-2.0-or-later
// lines.h - The lines of a file of any length, one at a time.
//
// Lines end at '\n' only: JSON strings hold U+2028, U+0085 and other separators as they are.
#pragma once

#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace indexer {

class Lines {
public:
    /// Lines of more than `longest` bytes come without their text.
    Lines(Bytes& from, std::size_t longest) : ahead_(from), longest_(longest) {}

    struct Line {
        std::string_view text;     ///< without its end, "\n" or "\r\n"; valid until the next call
        std::uint64_t number = 0;  ///< from 1
        bool too_long = false;     ///< its text is empty then
    };

    /// The next line, or nothing after the last one. A byte-order mark before the first line is
    /// left out. Throws Failure when reading does.
    std::optional<Line> next();

    /// Whether nothing but white space follows; may say no where there is very much of that. The
    /// text of the last line is gone then.
    bool at_end();

private:
    ReadAhead ahead_;
    std::size_t longest_;
    std::uint64_t number_ = 0;
};

}  // namespace indexer
