// SPDX-License-Identifier: GPL-2.0-or-later
// change_list.h - What each revision did to the articles, for whoever keeps a copy of the archive.
//
//     at 1763782800
//     added b3k7q2m9x4t1c8va
//     changed bndapp5qqvv58xyq
//     removed 7yq0vwz3k5s2hd9f
//
// One file a revision, named by the manifest. A merge of segments changes no article and writes
// none. Lists are forgotten after 1,000 of them or 90 days, whichever is first: whoever asks for
// more must read the archive anew, and is told so.
#pragma once

#include "archive/base/result.h"
#include "archive/index/manifest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

enum class Change : std::uint8_t { added, changed, removed };
std::string_view name(Change change);

/// The bytes of one list while it is made.
class ChangeList {
public:
    /// `published` in seconds since 1970.
    explicit ChangeList(std::int64_t published);
    void add(Change change, std::string_view id);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// Drops the lists of the manifest that are no longer kept at the time `now`.
void forget_old_changes(const std::string& index, Manifest& manifest, std::int64_t now);

/// Where to go on: the list of a revision, and how many of its lines are done.
struct ChangesPlace {
    std::uint64_t revision = 0;
    std::uint64_t lines = 0;
    friend bool operator==(const ChangesPlace&, const ChangesPlace&) = default;
};

/// What became of articles, each id once and sorted. One that was added and removed again is not
/// there.
struct Changes {
    std::vector<std::string> added, changed, removed;
    std::optional<ChangesPlace> next;  ///< none: these lead to the revision of the manifest
};

/// What happened after the revision `since`, or from `from` on; of at most `most` lines of the
/// lists. Errors: changes_too_old when what is wanted is no longer kept, parameter_bad_value (of
/// `since`) for a revision that is not there yet. Throws Failure index_damaged.
Result<Changes> changes_since(const std::string& index, const Manifest& manifest,
                              std::uint64_t since, const std::optional<ChangesPlace>& from,
                              std::size_t most);

}  // namespace archive
