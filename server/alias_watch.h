// SPDX-License-Identifier: GPL-2.0-or-later
// alias_watch.h - The table of names in use: the user's file over the table of the program.
//
// Whoever edits the file sees it in the next answer, so each request looks, which is one stat.
// Readers keep the table they have; a new one is swapped in. A file that cannot be read changes
// nothing, and a line that cannot be understood is left out.
#pragma once

#include "archive/index/aliases.h"
#include "server/manifest_watch.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// Thread-safe.
class AliasWatch {
public:
    using Table = std::shared_ptr<const archive::AliasTable>;

    /// What the file is like.
    struct Report {
        std::string file;
        std::size_t aliases = 0;                ///< lines of it that count
        std::vector<archive::Error> bad_lines;  ///< at most 100; `where` is "line 7"
        std::optional<archive::Error> trouble;  ///< why the file is not followed
    };

    /// followed: the names or what the report says of the file are others than before.
    enum class Look { unchanged, followed, failed };

    /// The program's table until look() is called. It is trouble when a `needed` file is not there.
    enum class Needed : bool { no, yes };
    AliasWatch(std::string file, Needed needed);

    /// Looks at the file and follows it where it changed.
    Look look();

    Table table() const;
    Report report() const;

private:
    Look read();
    Look fail(archive::Error error);

    mutable std::mutex mutex_;
    std::optional<FileState> seen_;
    bool young_ = false;  ///< written so lately that the next writing may leave the same state
    bool had_;            ///< the file was there, or ought to be
    Table table_;
    Report report_;
};

}  // namespace server
