// SPDX-License-Identifier: GPL-2.0-or-later
// name_positions.h - Which words of an article name somebody, by their positions.
//
// Where the text was read for names, their mentions are bytes of its zones; both come together
// while the tokens are cut. A name that only metadata puts in the story stands where all its words
// stand in a row, and a person also where the last word of the name stands alone: "Kim Jong Un" is
// "kim jong un" only, since two letters tell nobody, "Ada Holm" is "ada holm" and "holm". Who sent
// or wrote the article is not in its story, and has no places.
#pragma once

#include "archive/index/indexed_text.h"
#include "archive/index/quote_positions.h"
#include "archive/model/article.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// Takes the tokens of an article in order. A plain value: it borrows nothing.
class NamePositions {
public:
    NamePositions() = default;

    /// Of the article's zones.
    explicit NamePositions(const Article& article);

    /// Of its title alone, whose words are in no zone: the mentions are those of the stretch of
    /// text that the title repeats.
    static NamePositions of_title(const Article& article);

    /// Whether no name is looked for.
    bool empty() const { return mentions_.empty() && spelled_.empty(); }

    /// Begins the text anew.
    void restart();

    /// A word; `zone` is the article's zone that holds it, or -1.
    void meet(const PlacedToken& token, int zone);

    /// A paragraph ends, or a zone, or the text.
    void meet_border();

    /// A name and the positions of its words.
    struct Named {
        EntityType type = EntityType::person;
        PositionSpan words;
    };

    /// Those whose end was met since the text began, by their ends.
    const std::vector<Named>& named() const { return named_; }

private:
    /// Bytes of a zone that name somebody.
    struct Mentioned {
        EntityType type;
        int zone;
        std::uint32_t begin, end;
    };
    /// A name that is found by its words.
    struct Spelled {
        EntityType type;
        std::vector<std::string> words;
    };
    /// One of either that has begun.
    struct Open {
        std::size_t number = 0;
        PositionSpan words;
    };

    void add_spelled(const Entity& entity);
    void sort_mentions();
    void meet_mentions(const PlacedToken& token, int zone);
    void meet_spelled(const PlacedToken& token);

    std::vector<Mentioned> mentions_;  ///< in reading order
    std::vector<Spelled> spelled_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;  ///< of spelled_

    std::size_t next_ = 0;        ///< first mention that may begin at a later word
    std::vector<Open> open_;      ///< mentions
    std::vector<Open> spelling_;  ///< words of spelled names
    std::vector<Named> named_;
};

}  // namespace archive
