// SPDX-License-Identifier: GPL-2.0-or-later
// marks.h - Which stretches of an article's text took part in the match.
//
// The stored text is cut again by the code that wrote the tokens, and the words go through the same
// patterns that matched: a phrase marks whole phrases only, a stemmed word marks the word as it
// stands there, a name marks the spelling the article gives it.
#pragma once

#include "archive/index/document.h"
#include "archive/model/article.h"
#include "archive/search/query_compiler.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Bytes of a text, end exclusive.
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t clause = 0;  ///< which of the things looked for it is
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// Finds the marks of one query. `query` must outlive it; not thread-safe.
class MarkFinder {
public:
    explicit MarkFinder(const CompiledQuery& query);
    ~MarkFinder();

    /// Whether it needs the places of an article's names, or its quotations.
    bool needs_whole_article() const;

    /// By zone, as they stand in `zones` (see indexed_zones()): sorted by their beginnings.
    std::vector<std::vector<Mark>> in_zones(const std::vector<IndexedZone>& zones,
                                            const Article& article);

    /// Of the shown title, which may be words of the lead.
    std::vector<Mark> in_title(const Article& article);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Marks that meet are one.
std::vector<Mark> merged(std::vector<Mark> marks);

}  // namespace archive
