// SPDX-License-Identifier: GPL-2.0-or-later
// walked_file.h - A mapped file that is read from its beginning to its end, as often as wanted.
//
// What the reader has passed does not stay in memory, so that a file of any size takes as much of
// it as any other.
#pragma once

#include "archive/base/files.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

/// Bytes of a file just written that are read once more, before their pages are let go.
inline constexpr std::size_t most_walked_in_memory = std::size_t{16} << 20U;

class WalkedFile {
public:
    WalkedFile() = default;
    explicit WalkedFile(const std::string& path) : file_(path) {}

    /// The bytes from `at` to the end. Those before the place asked for last may be let go; they
    /// can be read again, when the walk begins anew.
    std::string_view from(std::size_t at) {
        if (at < let_go_) let_go_ = 0;
        if (at > let_go_ + most_walked_in_memory) {
            file_.done_with(let_go_, at);
            let_go_ = at;
        }
        return file_.bytes().substr(at);
    }

private:
    Mapping file_;
    std::size_t let_go_ = 0;  ///< the bytes before it
};

}  // namespace archive
