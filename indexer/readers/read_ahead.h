// SPDX-License-Identifier: GPL-2.0-or-later
// read_ahead.h - The part of a file that is being looked at: a window that grows at its end.
//
// Lines, rows, records and messages end where a mark says so, and the mark may be far ahead. What
// is passed is forgotten, so the window is as long as the piece that is cut and a block or two; a
// limit on that is its user's.
#pragma once

#include "indexer/readers/reader.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

class ReadAhead {
public:
    /// How much is read at a time.
    static constexpr std::size_t block_bytes = 128U << 10;

    /// `from` must outlive this. `beginning` is what was read of it already.
    explicit ReadAhead(Bytes& from, std::string beginning = {});

    /// What was read and not passed. Valid until more(), has() or pass_byte_order_mark().
    std::string_view rest() const { return std::string_view(text_).substr(at_); }

    /// Makes rest() longer at its end; false at the end of the file. Throws Failure when reading
    /// does; the file has ended then.
    bool more();

    /// Reads on until rest() is at least so long; false when the file ends before.
    bool has(std::size_t bytes);

    /// Whether the end of the file was seen: nothing follows rest().
    bool ended() const { return ended_; }

    /// Takes bytes from the beginning of rest(), at most all of it. Views of them stay valid as
    /// long as rest() does.
    void pass(std::size_t bytes);

    /// Passes the byte-order mark of UTF-8, if one comes next.
    void pass_byte_order_mark();

private:
    Bytes& from_;
    std::string text_;
    std::size_t at_ = 0;  // of text_, what lies before is passed
    std::string block_;
    bool ended_ = false;
};

}  // namespace indexer
