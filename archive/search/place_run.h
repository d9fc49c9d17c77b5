// SPDX-License-Identifier: GPL-2.0-or-later
// place_run.h - Follows one text through a pattern of places.
//
// Whoever reads the text tells what each word leads on, and where a paragraph or zone ends; there
// the places met since the last such end are joined. One matcher for the forward store (does the
// article match?) and the stored text (what is marked?), so that the two can't disagree.
#pragma once

#include "archive/search/place_joins.h"
#include "archive/search/place_pattern.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace archive {

/// Follows one text after the other. Not thread-safe; the pattern must outlive it.
class PlaceRun {
public:
    explicit PlaceRun(const PlacePattern& pattern);

    /// Begins another text.
    void restart();

    /// The word at `position`, `span` long, takes an edge of the words at the leaf `node`.
    void take(std::uint32_t node, std::uint16_t from, std::uint16_t to, std::uint32_t position,
              std::uint32_t span, std::uint32_t paragraph);

    /// The leaf `node` is met there. Calls for one leaf come in the order of their ends.
    void found(std::uint32_t node, const Occurrence& place);

    /// Whether so much was found since the last join() that it must be called now. A text must
    /// mention one word thousands of times in one paragraph for that; pairs over the cut are lost.
    bool full() const { return full_; }

    /// Joins what was found since the last call, and says whether the pattern is met by now. To be
    /// called at the end of each zone, and of each paragraph unless pattern.crosses_paragraphs().
    bool join() {
        if (nothing_found_) return met();
        return join_found();
    }

    /// Forgets the phrases that have begun: they go on in no other quotation.
    void break_off();

    /// Whether something was found since the last join().
    bool anything_found() const { return !nothing_found_; }

    bool met() const { return times_ >= pattern_.times; }

    /// The places of words and names that took part in what the last join() found, each once:
    /// `sink(node, place)`.
    template <typename Sink>
    void for_each_part(const Sink& sink) {
        find_parts();
        for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
            if (!is_leaf(node)) continue;
            for (std::size_t i = 0; i < nodes_[node].places.size(); ++i) {
                if (nodes_[node].takes_part[i]) sink(node, nodes_[node].places[i]);
            }
        }
    }

private:
    struct Node {
        Occurrences places;
        std::vector<Member> members;  ///< of joins of many
        std::vector<bool> takes_part;
        PatternRun words;
    };
    bool is_leaf(std::uint32_t node) const { return pattern_.nodes[node].operands.empty(); }
    bool join_found();
    void join_node(std::uint32_t node);
    void find_parts();
    void note_parts(std::uint32_t node);
    void clear_found();
    std::vector<const Occurrences*> places_of(const std::vector<std::uint32_t>& nodes) const;

    const PlacePattern& pattern_;
    std::vector<Node> nodes_;
    bool nothing_found_ = true;
    bool full_ = false;
    bool joined_ = false;         ///< what was found belongs to a stretch that is over
    std::uint32_t times_ = 0;     ///< the root was met, no two over each other
    std::uint32_t last_end_ = 0;  ///< of those
};

}  // namespace archive
